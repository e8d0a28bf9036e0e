// The roadmap in the editor: true states, a document from a row, a status written back to the plan, the board.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activeExtension, closeAll, openDocument } from '../support.ts';

const plan = 'plans/订单案例计划.md';

interface Item {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly hasDrift: boolean;
  readonly priority?: string;
}
interface Node {
  readonly item?: Item;
  readonly children: readonly Node[];
}
interface Roadmap {
  readonly nodes: readonly Node[];
  readonly plans: readonly { readonly path: string }[];
}

const itemsIn = (nodes: readonly Node[]): readonly Item[] =>
  nodes.flatMap(({ item, children }) => [...(item ? [item] : []), ...itemsIn(children)]);

/** Asks until the roadmap is as wanted: it follows edits and files after a moment. */
async function waitForItem(title: string, fits: (item: Item) => boolean = () => true): Promise<Item> {
  const end = Date.now() + 20_000;
  let items: readonly Item[] = [];
  while (Date.now() < end) {
    const roadmap = await vscode.commands.executeCommand<Roadmap | undefined>('casewright.refreshRoadmap');
    items = itemsIn(roadmap?.nodes ?? []);
    const found = items.find((item) => item.title.includes(title) && fits(item));
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`no such item “${title}” among ${JSON.stringify(items, null, 1)}`);
}

describe('the roadmap', () => {
  before(activeExtension);
  afterEach(closeAll);

  it('shows what the files say, whatever the plan claims', async () => {
    assert.equal((await waitForItem('订单拆分')).state, 'missing');
    const done = await waitForItem('订单超时关闭');
    assert.equal(done.state, 'drafting');
    assert.equal(done.hasDrift, true);
  });

  it('opens the file of an item, and the line of the plan where there is none', async () => {
    await vscode.commands.executeCommand('casewright.openRoadmapItem', (await waitForItem('订单超时关闭')).id);
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /order-timeout\.md$/);
    await vscode.commands.executeCommand('casewright.openRoadmapItem', (await waitForItem('订单拆分')).id);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    assert.match(editor.document.lineAt(editor.selection.active.line).text, /订单拆分/);
  });

  it('writes a status into its cell, saves it, and takes it back with one undo', async () => {
    const { document } = await openDocument(plan);
    const before = document.getText();
    const { id } = await waitForItem('订单拆分');
    const change = { itemId: id, value: 'in-progress' };
    assert.equal(await vscode.commands.executeCommand('casewright.changeRoadmapStatus', change), true);
    const changed = document.getText().split('\n');
    const rows = before.split('\n').flatMap((line, index) => (line === changed[index] ? [] : [index]));
    assert.equal(rows.length, 1, 'one line is another');
    assert.match(changed[rows[0] ?? 0] ?? '', /^\| CASE-ORDER-002 \| 订单拆分 \|.*\| 🔄 进行中 \|$/);
    assert.equal(document.isDirty, false, 'a plan without unsaved edits is saved');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await document.save();
  });

  it('changes a priority, and groups by it', async () => {
    const { document } = await openDocument(plan);
    const before = document.getText();
    const { id } = await waitForItem('退款幂等');
    await vscode.commands.executeCommand('casewright.changeRoadmapPriority', { itemId: id, value: 'P0' });
    assert.equal((await waitForItem('退款幂等', ({ priority }) => priority === 'P0')).priority, 'P0');
    assert.equal(await vscode.commands.executeCommand('casewright.groupRoadmap', 'priority'), true);
    await waitForItem('退款幂等');
    await vscode.commands.executeCommand('casewright.groupRoadmap', 'plan');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await document.save();
  });

  it('copies a reference to the planned file', async () => {
    const { id } = await waitForItem('订单拆分');
    const text = await vscode.commands.executeCommand<string>('casewright.copyRoadmapReference', id);
    assert.match(text, /^\[.*订单拆分.*\]\(cases\/order-split\.md\)$/);
    assert.equal(await vscode.env.clipboard.readText(), text);
  });

  it('opens the board on what it says', async () => {
    interface Board {
      readonly board: { readonly rows: readonly { readonly label: string }[] };
    }
    const shown = await vscode.commands.executeCommand<Board | undefined>('casewright.openBoard');
    assert.ok(shown, 'the page got no data');
    assert.deepEqual(
      shown.board.rows.map(({ label }) => label).toSorted(),
      ['订单拆分', '订单超时关闭', '退款幂等'].toSorted(),
    );
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputWebview);
    assert.match(input.viewType, /casewright\.board/);
  });

  it('creates the planned document at the planned path, once', async () => {
    const { id } = await waitForItem('订单拆分');
    const uri = await vscode.commands.executeCommand<vscode.Uri | undefined>('casewright.newFromRoadmapItem', id);
    assert.ok(uri, 'nothing was created');
    assert.match(uri.path, /\/cases\/order-split\.md$/);
    const document = await vscode.workspace.openTextDocument(uri);
    assert.match(document.getText(), /^# .*订单拆分/);
    assert.match(document.getText(), /CASE-ORDER-002/);
    const headings = [...document.getText().matchAll(/^## (.+)$/gm)].map((match) => match[1]);
    assert.deepEqual(headings, ['业务背景', '解决方案', '性能对比', '经验总结']);
    const item = await waitForItem('订单拆分', ({ state }) => state !== 'missing');
    assert.equal(item.state, 'scaffolded');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), '', 'one undo takes the whole text back');
    await document.save();
    await vscode.workspace.fs.delete(uri);
    await waitForItem('订单拆分', ({ state }) => state === 'missing');
  });
});
