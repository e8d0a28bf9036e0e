// What the editor tells about a document: outline, hover, completion, the template's line, the derived schema.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activeExtension, closeAll, openDocument, waitForFindings } from '../support.ts';

const path = 'cases/order-timeout.md';

describe('understanding a case', () => {
  before(activeExtension);
  afterEach(closeAll);

  it('goes from a section to the template', async () => {
    const { document } = await openDocument(path);
    await waitForFindings(document.uri, (all) => all.length > 0);
    const line = document.getText().split('\n').indexOf('## 解决方案');
    const places = await vscode.commands.executeCommand<readonly (vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      new vscode.Position(line, 5),
    );
    const targets = places.map((place) => ('targetUri' in place ? place.targetUri : place.uri).path);
    assert.ok(
      targets.some((target) => target.endsWith('.casewright/case-template.md')),
      `definition leads to [${targets.join(', ')}]`,
    );
  });

  it('says in a hover what belongs into a section', async () => {
    const { document } = await openDocument(path);
    await waitForFindings(document.uri, (all) => all.length > 0);
    const line = document.getText().split('\n').indexOf('## 解决方案');
    const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(line, 5),
    );
    const text = hovers
      .flatMap((hover) => hover.contents)
      .map((part) => (part instanceof vscode.MarkdownString ? part.value : ''));
    assert.match(text.join('\n'), /说明方案，给出代码/);
  });

  it('offers the missing section in completion', async () => {
    const editor = await openDocument(path);
    const { document } = editor;
    await waitForFindings(document.uri, (all) => all.length > 0);
    const line = document.getText().split('\n').indexOf('## 经验总结');
    await editor.edit((builder) => {
      builder.insert(new vscode.Position(line, 0), '## \n\n');
    });
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(line, 3),
    );
    const labels = list.items.map((item) => (typeof item.label === 'string' ? item.label : item.label.label));
    assert.ok(
      labels.some((label) => label.includes('性能对比')),
      `completion offers [${labels.slice(0, 20).join(', ')}]`,
    );
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
