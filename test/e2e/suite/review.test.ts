// The review in the editor: what a document earns with the lines that earn it, a review from its start to its end, the list.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activeExtension, ask, closeAll, openDocument } from '../support.ts';

const path = 'cases/order-timeout.md';
const recordPath = '.casewright/reviews/cases/order-timeout.yaml';
const reviewer = 'Mei';

interface Shown {
  readonly document?: {
    readonly uri: string;
    readonly score?: {
      readonly measured?: { readonly weight: number };
      readonly dimensions: readonly { readonly name: string; readonly given?: { readonly level: number } }[];
    };
    readonly review?: {
      readonly state: string;
      readonly hasRecord: boolean;
      readonly reviewers: readonly { readonly name: string; readonly decision: string }[];
      readonly history: readonly { readonly kind: string; readonly by: string }[];
    };
  };
  readonly rows: readonly vscode.TreeItem[];
}

interface Reviews {
  readonly documents: readonly {
    readonly path: string;
    readonly state: string;
    readonly waitingFor: readonly string[];
  }[];
}

function uriOf(file: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, ...file.split('/'));
}

/** Asks until the view is as wanted: it follows edits and files after a moment. */
async function waitFor(what: string, fits: (shown: Shown) => boolean): Promise<Shown> {
  const end = Date.now() + 20_000;
  let shown: Shown | undefined;
  while (Date.now() < end) {
    shown = await vscode.commands.executeCommand<Shown>('casewright.showReview');
    if (fits(shown)) return shown;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${what}, but the view shows ${JSON.stringify(shown?.document?.review)}`);
}

async function exists(file: string): Promise<boolean> {
  return vscode.workspace.fs.stat(uriOf(file)).then(
    () => true,
    () => false,
  );
}

const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('casewright');

describe('the review', () => {
  let original = '';

  before(async () => {
    await activeExtension();
    original = (await vscode.workspace.openTextDocument(uriOf(path))).getText();
    await settings().update('review.name', reviewer, vscode.ConfigurationTarget.Global);
  });

  afterEach(closeAll);

  after(async () => {
    await settings().update('review.name', undefined, vscode.ConfigurationTarget.Global);
    await vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(original));
    if (await exists('.casewright/reviews'))
      await vscode.workspace.fs.delete(uriOf('.casewright/reviews'), { recursive: true });
  });

  it('shows a score with what it stands on, and never a bare total', async () => {
    await openDocument(path);
    const { document, rows } = await waitFor(
      'there is a score',
      (shown) => shown.document?.score?.measured !== undefined,
    );
    assert.equal(document?.uri, uriOf(path).toString());
    const [score] = rows;
    assert.match(String(score?.description), /% of the weights/);
    const ids = rows.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, 'every row has an id of its own');
    assert.ok(rows.every(({ accessibilityInformation }) => (accessibilityInformation?.label ?? '') !== ''));
  });

  it('goes to the line that earns a level', async () => {
    const editor = await openDocument(path);
    const { rows } = await waitFor('there is a score', (shown) => shown.document?.score?.measured !== undefined);
    const leading = rows.filter(({ id, command }) => {
      const [target, options] = (command?.arguments ?? []) as readonly (vscode.Uri | { selection?: vscode.Range })[];
      const isHere = target instanceof vscode.Uri && target.toString() === editor.document.uri.toString();
      return isHere && id?.startsWith('dimensions/') === true && options !== undefined && 'selection' in options;
    });
    assert.ok(leading.length > 0, 'some rows lead into the document');
    const row = leading.at(-1);
    assert.ok(row?.command);
    await vscode.commands.executeCommand(row.command.command, ...((row.command.arguments ?? []) as unknown[]));
    const [, options] = row.command.arguments as unknown as readonly [vscode.Uri, { selection: vscode.Range }];
    const active = vscode.window.activeTextEditor;
    assert.equal(active?.document.uri.toString(), editor.document.uri.toString());
    assert.equal(active.selection.start.line, options.selection.start.line);
  });

  it('says above the title what the document earns', async () => {
    const { document } = await openDocument(path);
    await waitFor('there is a score', (shown) => shown.document?.score?.measured !== undefined);
    const isThere = (lenses: readonly vscode.CodeLens[]): boolean =>
      lenses.some(({ command }) => command?.title.startsWith('Score ') === true);
    const lenses = await ask<readonly vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      [document.uri, 100],
      isThere,
    );
    assert.ok(lenses && isThere(lenses), (lenses ?? []).map(({ command }) => command?.title).join(' | '));
  });

  it('starts: the record is written to disk, and the list knows who is waited for', async () => {
    await openDocument(path);
    await waitFor('there is no record', (shown) => shown.document?.review?.hasRecord === false);
    assert.equal(
      await vscode.commands.executeCommand('casewright.startReview', {
        uri: uriOf(path).toString(),
        reviewers: [reviewer],
      }),
      true,
    );
    assert.ok(await exists(recordPath), 'the record is a file');
    const { document } = await waitFor('it is in review', (shown) => shown.document?.review?.state === 'in-review');
    assert.deepEqual(
      document?.review?.reviewers.map(({ name, decision }) => [name, decision]),
      [[reviewer, 'waiting']],
    );
    const list = await vscode.commands.executeCommand<Reviews>('casewright.showReviews');
    const row = list.documents.find((each) => each.path === path);
    assert.deepEqual([row?.state, row?.waitingFor], ['in-review', [reviewer]]);
  });

  it('keeps the level that a reviewer gives beside the measured one', async () => {
    await openDocument(path);
    const { document } = await waitFor(
      'there are dimensions',
      (shown) => (shown.document?.score?.dimensions.length ?? 0) > 0,
    );
    const name = document?.score?.dimensions[0]?.name ?? '';
    const given = { uri: uriOf(path).toString(), dimension: name, level: 1, note: 'too short' };
    assert.equal(await vscode.commands.executeCommand('casewright.setLevel', given), true);
    const levelOf = (shown: Shown): number | undefined =>
      shown.document?.score?.dimensions.find((each) => each.name === name)?.given?.level;
    assert.equal(levelOf(await waitFor('a level was given', (shown) => levelOf(shown) !== undefined)), 1);
  });

  it('is rejected with a note, and the record says who did what', async () => {
    await openDocument(path);
    const told = { uri: uriOf(path).toString(), note: 'the figures are missing' };
    assert.equal(await vscode.commands.executeCommand('casewright.rejectReview', told), true);
    const isRejected = (shown: Shown): boolean =>
      shown.document?.review?.history.some(({ kind }) => kind === 'reject') === true;
    const { document } = await waitFor('it is rejected', isRejected);
    assert.ok(document?.review?.history.every(({ by }) => by === reviewer));
    const record = await vscode.commands.executeCommand<vscode.Uri>('casewright.openReviewRecord', told);
    assert.ok(record.path.endsWith(recordPath));
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /the figures are missing/);
  });
});
