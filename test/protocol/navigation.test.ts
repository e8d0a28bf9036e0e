// Navigation and renames over the protocol: places in documents that are closed, edits with versions and reasons.
import assert from 'node:assert/strict';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeLens,
  DocumentLink,
  Location,
  LocationLink,
  SymbolInformation,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { directAnalysis } from '../support/directAnalysis.ts';
import { commonCapabilities, withEditor, type FakeEditor } from '../support/fakeEditor.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';

const root = 'file:///library';
const orderUri = `${root}/cases/order.md`;
const refundUri = `${root}/cases/refund.md`;
const indexUri = `${root}/README.md`;

const order = `# 订单案例

> **文档编号**: CASE-001

## 超卖

见 [退款](refund.md#需求)。
`;
const refund = `# 退款案例

> **文档编号**: CASE-002
> **相关案例**: CASE-001

## 需求

😀 [超卖](order.md#超卖)
`;
const index = '# 索引\r\n\r\n- [订单](cases/order.md)\r\n- 😀 [超卖](cases/order.md#%E8%B6%85%E5%8D%96)\r\n';

const full = {
  ...commonCapabilities,
  workspace: {
    ...commonCapabilities.workspace,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
    symbol: { resolveSupport: { properties: ['location.range'] } },
  },
  textDocument: { ...commonCapabilities.textDocument, documentLink: { tooltipSupport: true } },
};

async function withLibrary(
  test: (editor: FakeEditor, disk: MemoryFiles) => Promise<void>,
  capabilities: object = full,
): Promise<void> {
  const disk = new MemoryFiles({ [orderUri]: order, [refundUri]: refund, [indexUri]: index });
  const options = { analysis: await directAnalysis(), files: disk, folders: [root], locale: 'zh', capabilities };
  await withEditor(options, async ({ editor }) => {
    editor.open(orderUri, order, 3);
    await editor.settled();
    await test(editor, disk);
  });
}

/** `file:line:character-character` */
function shown(uri: string, { start, end }: Location['range']): string {
  return `${uri.slice(root.length + 1)}:${String(start.line)}:${String(start.character)}-${String(end.character)}`;
}

const title = { textDocument: { uri: orderUri }, position: { line: 0, character: 4 } };
const heading = { textDocument: { uri: orderUri }, position: { line: 4, character: 4 } };
const link = { textDocument: { uri: orderUri }, position: { line: 6, character: 4 } };

describe('navigation over the protocol', () => {
  it('finds references in closed documents, at their places', () =>
    withLibrary(async (editor) => {
      const ask = (params: object): Promise<unknown> =>
        editor.request('textDocument/references', { ...params, context: { includeDeclaration: false } });
      const ofHeading = (await ask(heading)) as readonly Location[];
      assert.deepEqual(
        ofHeading.map(({ uri, range }) => shown(uri, range)),
        ['README.md:3:10-43', 'cases/refund.md:7:8-19'],
      );
      const ofTitle = (await ask(title)) as readonly Location[];
      assert.deepEqual(
        ofTitle.map(({ uri, range }) => shown(uri, range)),
        ['README.md:2:7-21', 'README.md:3:10-43', 'cases/refund.md:3:12-20', 'cases/refund.md:7:8-19'],
      );
    }));

  it('takes an open document as it stands', () =>
    withLibrary(async (editor) => {
      editor.open(indexUri, `前言\n\n${index}`);
      await editor.settled();
      const found = (await editor.request('textDocument/references', {
        ...heading,
        context: { includeDeclaration: true },
      })) as readonly Location[];
      assert.deepEqual(
        found.map(({ uri, range }) => shown(uri, range)),
        ['cases/order.md:4:3-5', 'README.md:5:10-43', 'cases/refund.md:7:8-19'],
      );
    }));

  it('goes to the heading of a closed document', () =>
    withLibrary(async (editor) => {
      const found = (await editor.request('textDocument/definition', link)) as readonly LocationLink[];
      assert.deepEqual(
        found.map(({ targetUri, targetRange }) => shown(targetUri, targetRange)),
        ['cases/refund.md:5:3-5'],
      );
    }));

  it('resolves the line of a link when it is followed, and reads nothing outside', () =>
    withLibrary(async (editor, disk) => {
      const links = (await editor.request('textDocument/documentLink', {
        textDocument: { uri: orderUri },
      })) as readonly DocumentLink[];
      assert.deepEqual(
        links.map(({ target, tooltip }) => [target, tooltip]),
        [[undefined, '打开“需求”（cases/refund.md）']],
      );
      const resolved = (await editor.request('documentLink/resolve', links[0])) as DocumentLink;
      assert.equal(resolved.target, `${refundUri}#L6`);
      const reads = disk.reads.length;
      const data = { root: 'file:///etc', path: 'passwd', target: 'x', start: 0, end: 1 };
      await assert.rejects(editor.request('documentLink/resolve', { range: links[0]?.range, data }), { code: -32602 });
      assert.equal(disk.reads.length, reads);
    }));

  it('finds symbols, and their places when they are opened', () =>
    withLibrary(async (editor) => {
      const [found] = (await editor.request('workspace/symbol', { query: '需求' })) as readonly SymbolInformation[];
      assert.deepEqual([found?.name, found?.containerName, found?.location], ['需求', '退款案例', { uri: refundUri }]);
      const resolved = (await editor.request('workspaceSymbol/resolve', found)) as SymbolInformation;
      assert.equal(shown(resolved.location.uri, resolved.location.range), 'cases/refund.md:5:3-5');
    }));

  it('gives the places of symbols at once to editors that do not ask again', () =>
    withLibrary(async (editor) => {
      const found = (await editor.request('workspace/symbol', { query: '案例' })) as readonly SymbolInformation[];
      assert.deepEqual(
        found.map(({ name, location }) => `${name} ${shown(location.uri, location.range)}`),
        ['订单案例 (CASE-001) cases/order.md:0:2-6', '退款案例 (CASE-002) cases/refund.md:0:2-6'],
      );
    }, commonCapabilities));

  it('shows who refers to a document and what it refers to', () =>
    withLibrary(async (editor) => {
      const items = (await editor.request('textDocument/prepareCallHierarchy', title)) as readonly CallHierarchyItem[];
      assert.deepEqual(
        items.map(({ name, detail }) => [name, detail]),
        [['订单案例', 'cases/order.md']],
      );
      const [item] = items;
      const incoming = (await editor.request('callHierarchy/incomingCalls', {
        item,
      })) as readonly CallHierarchyIncomingCall[];
      assert.deepEqual(
        incoming.map(({ from, fromRanges }) => [from.name, ...fromRanges.map((range) => shown(from.uri, range))]),
        [
          ['索引', 'README.md:2:7-21', 'README.md:3:10-43'],
          ['退款案例', 'cases/refund.md:3:12-20', 'cases/refund.md:7:8-19'],
        ],
      );
      const outgoing = (await editor.request('callHierarchy/outgoingCalls', {
        item,
      })) as readonly CallHierarchyOutgoingCall[];
      assert.deepEqual(
        outgoing.map(({ to, fromRanges }) => [to.name, ...fromRanges.map((range) => shown(orderUri, range))]),
        [['需求', 'cases/order.md:6:7-19']],
      );
    }));
});

describe('references above titles', () => {
  it('are asked for again when other documents change', async () => {
    const disk = new MemoryFiles({ [orderUri]: order });
    let refreshed = 0;
    const answers = {
      'workspace/codeLens/refresh': () => {
        refreshed += 1;
        return null;
      },
    };
    const capabilities = { ...full, workspace: { ...full.workspace, codeLens: { refreshSupport: true } } };
    const options = { analysis: await directAnalysis(), files: disk, folders: [root], capabilities, answers };
    await withEditor(options, async ({ editor }) => {
      editor.open(orderUri, order);
      await editor.settled();
      const lens = async (): Promise<string | undefined> => {
        const found = await editor.request('textDocument/codeLens', { textDocument: { uri: orderUri } });
        return (found as readonly CodeLens[]).at(-1)?.command?.title;
      };
      assert.equal(await lens(), 'no references');
      const before = refreshed;
      disk.set(refundUri, refund);
      editor.filesChanged(refundUri);
      await editor.settled();
      assert.equal(await lens(), '2 references');
      assert.ok(refreshed > before);
    });
  });
});

/** `file version annotation: new texts` */
function edits(edit: WorkspaceEdit | null): readonly string[] {
  return (edit?.documentChanges ?? []).map((change) => {
    const { textDocument, edits: texts } = change as TextDocumentEdit;
    const words = texts.map((each) => ('newText' in each ? each.newText : ''));
    const ids = texts.map((each) => ('annotationId' in each ? each.annotationId : ''));
    return `${textDocument.uri.slice(root.length + 1)} ${String(textDocument.version)} ${ids[0] ?? ''}: ${words.join(' ')}`;
  });
}

describe('renames over the protocol', () => {
  it('of a heading: every document follows, each edit with its reason', () =>
    withLibrary(async (editor) => {
      const edit = (await editor.request('textDocument/rename', { ...heading, newName: '库存' })) as WorkspaceEdit;
      assert.deepEqual(edits(edit), [
        'cases/order.md 3 casewright.this: 库存',
        'README.md null casewright.others: 库存 %E5%BA%93%E5%AD%98',
        'cases/refund.md null casewright.others: 库存 库存',
      ]);
      assert.deepEqual(edit.changeAnnotations, {
        'casewright.this': { label: '本文档中的改动', needsConfirmation: false },
        'casewright.others': { label: '其他文档中的改动', needsConfirmation: false },
      });
    }));

  it('is plain for editors that know no reasons, and for those that know no versions', async () => {
    await withLibrary(async (editor) => {
      const edit = (await editor.request('textDocument/rename', { ...heading, newName: '库存' })) as WorkspaceEdit;
      assert.equal(edit.changeAnnotations, undefined);
      assert.deepEqual(edits(edit)[1], 'README.md null : 库存 %E5%BA%93%E5%AD%98');
    }, commonCapabilities);
    await withLibrary(async (editor) => {
      const edit = (await editor.request('textDocument/rename', { ...heading, newName: '库存' })) as WorkspaceEdit;
      assert.deepEqual(Object.keys(edit.changes ?? {}), [orderUri, indexUri, refundUri]);
    }, {});
  });

  it('goes by the text on disk, not by what was remembered of it', () =>
    withLibrary(async (editor, disk) => {
      disk.set(indexUri, `# 索引\n\n新的一行 [x](cases/order.md#超卖)\n`);
      const edit = (await editor.request('textDocument/rename', { ...heading, newName: '库存' })) as WorkspaceEdit;
      const [, inIndex] = edit.documentChanges as readonly TextDocumentEdit[];
      assert.deepEqual(
        inIndex?.edits.map((each) => 'newText' in each && [each.range.start, each.newText]),
        [[{ line: 2, character: 24 }, '库存']],
      );
    }));

  it('is refused with the reason, and offered nowhere else', () =>
    withLibrary(async (editor) => {
      await assert.rejects(editor.request('textDocument/rename', { ...heading, newName: ' ' }), /不能为空/);
      const prose = { ...link, position: { line: 6, character: 0 } };
      assert.equal(await editor.request('textDocument/prepareRename', prose), null);
      assert.deepEqual(await editor.request('textDocument/prepareRename', heading), {
        range: { start: { line: 4, character: 3 }, end: { line: 4, character: 5 } },
        placeholder: '超卖',
      });
    }));

  it('of a file: links to it and its own, in open and closed documents', () =>
    withLibrary(async (editor) => {
      const files = [{ oldUri: orderUri, newUri: `${root}/archive/2025/下单.md` }];
      const edit = (await editor.request('workspace/willRenameFiles', { files })) as WorkspaceEdit;
      assert.deepEqual(edits(edit), [
        'README.md null casewright.moved: archive/2025/下单.md archive/2025/下单.md',
        'cases/order.md 3 casewright.moved: ../../cases/refund.md',
        'cases/refund.md null casewright.moved: ../archive/2025/下单.md',
      ]);
    }));

  it('of a folder: what leads into it, nothing inside', () =>
    withLibrary(async (editor) => {
      const files = [{ oldUri: `${root}/cases`, newUri: `${root}/案例` }];
      const edit = (await editor.request('workspace/willRenameFiles', { files })) as WorkspaceEdit;
      assert.deepEqual(edits(edit), ['README.md null casewright.moved: 案例/order.md 案例/order.md']);
    }));

  it('of a file that moved just before, whatever is watched later', () =>
    withLibrary(async (editor, disk) => {
      const moved = `${root}/archive/refund.md`;
      const there = [{ oldUri: `${root}/cases/refund.md`, newUri: moved }];
      assert.ok(await editor.request('workspace/willRenameFiles', { files: there }));
      disk.move(`${root}/cases/refund.md`, moved);
      editor.open(`${root}/README.md`, '# 案例库\n\n- [退款](archive/refund.md)\n');
      editor.change('workspace/didRenameFiles', { files: there });
      const back = [{ oldUri: moved, newUri: `${root}/cases/refund.md` }];
      const edit = (await editor.request('workspace/willRenameFiles', { files: back })) as WorkspaceEdit;
      assert.ok(
        edits(edit).some((line) => line === 'README.md 1 casewright.moved: cases/refund.md'),
        edits(edit).join('\n'),
      );
    }));
});
