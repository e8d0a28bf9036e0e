// The page of scores as a browser runs it: under its policy, without network, by keyboard, and what it saves.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { findChromium, launchChromium } from '../../scripts/editor/chromium.ts';
import { sampleScores } from './sampleScores.ts';

const folder = join(import.meta.dirname, '../../client/webview/scores');
const origin = 'http://scores.test';
const policy = `default-src 'none'; script-src 'nonce-test'; style-src ${origin}; img-src data:; base-uri 'none'; form-action 'none'`;
const shell = `<!DOCTYPE html><html lang="zh-cn"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="stylesheet" href="/scores.css"></head>
<body><main id="scores"></main>
<script nonce="test">window.sent = []; window.acquireVsCodeApi = () => ({ postMessage: (message) => sent.push(message), getState: () => undefined, setState: () => {} });</script>
<script nonce="test" src="/scores.js"></script></body></html>`;

interface Sent {
  readonly type: string;
  readonly uri?: string;
  readonly dimension?: string | number;
  readonly content?: string;
}

/** As the package ships it: one file. */
async function bundled(name: string): Promise<string> {
  const entryPoints = [join(folder, name)];
  const { outputFiles } = await build({ entryPoints, bundle: true, write: false, format: 'iife', logLevel: 'error' });
  return outputFiles[0]?.text ?? '';
}

describe('the page of scores', function () {
  this.timeout(30_000);
  let browser: Browser | undefined;
  let page: Page;
  const complaints: string[] = [];
  const asked: string[] = [];

  const sent = (): Promise<readonly Sent[]> => page.evaluate('window.sent');
  const post = (message: object): Promise<void> => page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`);
  const titles = (): Promise<readonly string[]> => page.locator('.documents tbody th button').allTextContents();

  before(async function () {
    if (findChromium() === undefined) {
      console.log('      skipped: no Chromium on this machine');
      this.skip();
    }
    const [script, style] = [await bundled('main.ts'), await bundled('scores.css')];
    browser = await launchChromium();
    page = await browser.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.route('**', (route) => {
      const path = new URL(route.request().url()).pathname;
      asked.push(path);
      if (path === '/scores.js') return route.fulfill({ contentType: 'text/javascript', body: script });
      if (path === '/scores.css') return route.fulfill({ contentType: 'text/css', body: style });
      return route.fulfill({ contentType: 'text/html', body: shell });
    });
    await page.goto(origin);
    await post({ type: 'scores', data: sampleScores });
    await page.waitForSelector('.documents');
  });

  after(async () => {
    await browser?.close();
  });

  it('asks for its data and for nothing else', async () => {
    assert.deepEqual((await sent())[0], { type: 'ready' });
    assert.deepEqual(asked.toSorted(), ['/', '/scores.css', '/scores.js']);
  });

  it('reads titles of documents as text', async () => {
    assert.equal((await titles())[0], '<img src=x onerror=alert(1)>');
    assert.equal(await page.locator('img').count(), 0);
  });

  it('has a table of dimensions with averages and a total that says what it stands on', async () => {
    const rows = page.locator('#dimensions tbody tr');
    assert.equal(await rows.count(), 2);
    assert.match((await rows.first().textContent()) ?? '', /代码完整性50%代码完整性的最高级3\.5\/5.*测试代码/);
    const total = (await page.locator('#dimensions tfoot').textContent()) ?? '';
    assert.match(total, /3\.0\/5, on 80 % of the weights/);
  });

  it('sorts by keyboard, says so to screen readers, and keeps the focus', async () => {
    await page.locator('.documents thead button').nth(1).focus();
    await page.keyboard.press('Enter');
    assert.equal((await titles())[0], '下单幂等');
    assert.equal(await page.locator('.documents th[aria-sort="descending"]').count(), 1);
    assert.equal(await page.evaluate('document.activeElement.id'), 'sort1');
  });

  it('filters while words are typed', async () => {
    await page.locator('#filter').fill('下单');
    assert.deepEqual(await titles(), ['下单幂等']);
    assert.match((await page.locator('#documents .note').first().textContent()) ?? '', /^1 of 3 documents/);
    await page.locator('#filter').fill('');
  });

  it('opens a document at the dimension that was chosen, and at its weakest from the title', async () => {
    await page.getByRole('button', { name: '代码完整性, 4/5' }).click();
    const [uri] = sampleScores.result.libraries[0]?.tables[0]?.documents.map((each) => each.uri) ?? [];
    assert.deepEqual((await sent()).at(-1), { type: 'open', uri, dimension: '代码完整性' });
    await page.getByRole('button', { name: '下单幂等' }).click();
    assert.deepEqual((await sent()).at(-1), { type: 'open', uri, dimension: '数据完整性' });
  });

  it('saves what it shows', async () => {
    await page.click('#csv');
    await page.click('#markdown');
    const saved = (await sent()).filter(({ type }) => type === 'save');
    assert.equal(saved.length, 2);
    assert.match(saved[1]?.content ?? '', /下单幂等/);
  });

  it('says what was not scored, and that documents have changed', async () => {
    assert.match((await page.locator('details').textContent()) ?? '', /big\.md: 太大/);
    assert.equal(await page.locator('#changed').isVisible(), false);
    await post({ type: 'outdated' });
    await page.waitForSelector('#changed:not([hidden])');
  });

  it('never met its policy', () => {
    assert.deepEqual(complaints, []);
  });
});
