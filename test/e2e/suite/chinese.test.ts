// With a Chinese display language findings and titles are Chinese.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activeExtension, openDocument, waitForFindings } from '../support.ts';

describe('a Chinese editor', () => {
  it('has Chinese findings and titles', async () => {
    const { packageJSON } = await activeExtension();
    assert.equal(vscode.env.language, 'zh-cn');
    assert.match((packageJSON as { displayName: string }).displayName, /案例工坊/);
    const { document } = await openDocument('cases/order-timeout.md');
    const [finding] = await waitForFindings(document.uri, (all) => all.length > 0);
    assert.match(finding?.message ?? '', /\p{Script=Han}/u);
  });
});
