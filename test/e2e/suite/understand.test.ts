// What the editor tells about a document: outline, hover, completion, the template's line, the derived schema.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activeExtension, ask, closeAll, openDocument, waitForFindings } from '../support.ts';

const path = 'cases/order-timeout.md';

describe('understanding a case', () => {
  before(activeExtension);
  afterEach(closeAll);

  it('goes from a section to the template', async () => {
    const { document } = await openDocument(path);
    await waitForFindings(document.uri, (all) => all.length > 0);
    const line = document.getText().split('\n').indexOf('## 解决方案');
    type Places = readonly (vscode.Location | vscode.LocationLink)[];
    const targetsOf = (places: Places): readonly string[] =>
      places.map((place) => ('targetUri' in place ? place.targetUri : place.uri).path);
    const isThere = (places: Places): boolean =>
      targetsOf(places).some((target) => target.endsWith('.casewright/case-template.md'));
    const where = [document.uri, new vscode.Position(line, 5)];
    const places = (await ask<Places>('vscode.executeDefinitionProvider', where, isThere)) ?? [];
    assert.ok(isThere(places), `definition leads to [${targetsOf(places).join(', ')}]`);
  });

  it('says in a hover what belongs into a section', async () => {
    const { document } = await openDocument(path);
    await waitForFindings(document.uri, (all) => all.length > 0);
    const line = document.getText().split('\n').indexOf('## 解决方案');
    const where = [document.uri, new vscode.Position(line, 5)];
    const textOf = (hovers: readonly vscode.Hover[]): string =>
      hovers
        .flatMap((hover) => hover.contents)
        .map((part) => (part instanceof vscode.MarkdownString ? part.value : ''))
        .join('\n');
    const guidance = /说明方案，给出代码/;
    const hovers = await ask<readonly vscode.Hover[]>('vscode.executeHoverProvider', where, (all) =>
      guidance.test(textOf(all)),
    );
    assert.match(textOf(hovers ?? []), guidance);
  });

  it('offers the missing section in completion', async () => {
    const editor = await openDocument(path);
    const { document } = editor;
    await waitForFindings(document.uri, (all) => all.length > 0);
    const line = document.getText().split('\n').indexOf('## 经验总结');
    await editor.edit((builder) => {
      builder.insert(new vscode.Position(line, 0), '## \n\n');
    });
    const where = [document.uri, new vscode.Position(line, 3)];
    const labelsOf = ({ items }: vscode.CompletionList): readonly string[] =>
      items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    const isOffered = (list: vscode.CompletionList): boolean =>
      labelsOf(list).some((label) => label.includes('性能对比'));
    const list = await ask('vscode.executeCompletionItemProvider', where, isOffered);
    assert.ok(list && isOffered(list), `completion offers [${list ? labelsOf(list).slice(0, 20).join(', ') : ''}]`);
  });

  it('shows the derived schema', async () => {
    const { document } = await openDocument(path);
    await waitForFindings(document.uri, (all) => all.length > 0);
    await vscode.commands.executeCommand('casewright.showSchema');
    const shown = vscode.window.activeTextEditor?.document.getText() ?? '';
    const schema = JSON.parse(shown) as { $schema?: string };
    assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
  });
});
