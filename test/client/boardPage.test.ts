// The board's page as a browser runs it: under its policy, without network, by keyboard, and what it saves.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { findChromium, launchChromium } from '../../scripts/editor/chromium.ts';
import { sampleBoard } from './sampleBoard.ts';

const folder = join(import.meta.dirname, '../../client/webview/board');
const origin = 'http://board.test';
const policy = `default-src 'none'; script-src 'nonce-test'; style-src ${origin}; img-src data:; base-uri 'none'; form-action 'none'`;
const shell = `<!DOCTYPE html><html lang="zh-cn"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="stylesheet" href="/board.css"></head>
<body><main id="board"></main>
<script nonce="test">window.sent = []; window.acquireVsCodeApi = () => ({ postMessage: (message) => sent.push(message), getState: () => undefined, setState: () => {} });</script>
<script nonce="test" src="/board.js"></script></body></html>`;

interface Sent {
  readonly type: string;
  readonly row?: number;
  readonly filter?: string;
  readonly format?: string;
  readonly content?: string;
}

/** As the package ships it: one file. */
async function bundled(name: string): Promise<string> {
  const entryPoints = [join(folder, name)];
  const { outputFiles } = await build({ entryPoints, bundle: true, write: false, format: 'iife', logLevel: 'error' });
  return outputFiles[0]?.text ?? '';
}

describe('the page of the board', function () {
  this.timeout(30_000);
  let browser: Browser | undefined;
  let page: Page;
  const complaints: string[] = [];
  const asked: string[] = [];

  const sent = (): Promise<readonly Sent[]> => page.evaluate('window.sent');
  const post = (message: object): Promise<void> => page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`);

  before(async function () {
    if (findChromium() === undefined) {
      console.log('      skipped: no Chromium on this machine');
      this.skip();
    }
    const script = await bundled('main.ts');
    const style = await bundled('board.css');
    browser = await launchChromium();
    page = await browser.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.route('**', (route) => {
      const path = new URL(route.request().url()).pathname;
      asked.push(path);
      if (path === '/board.js') return route.fulfill({ contentType: 'text/javascript', body: script });
      if (path === '/board.css') return route.fulfill({ contentType: 'text/css', body: style });
      return route.fulfill({ contentType: 'text/html', body: shell });
    });
    await page.goto(origin);
    await post({ type: 'board', data: sampleBoard });
    await page.waitForSelector('.gantt svg');
  });

  after(async () => {
    await browser?.close();
  });

  it('asks for its data and for nothing else', async () => {
    assert.deepEqual((await sent())[0], { type: 'ready' });
    assert.deepEqual(asked.toSorted(), ['/', '/board.css', '/board.js']);
  });

  it('reads texts of a plan as text', async () => {
    assert.equal(await page.locator('h1').textContent(), '订单中心案例计划 <b>2026</b>');
    assert.equal(await page.locator('img').count(), 0);
  });

  it('walks the rows by keyboard and opens the line of the plan', async () => {
    const rows = page.locator('.rows button');
    assert.equal(await rows.count(), 3);
    assert.match(
      (await rows.nth(2).getAttribute('aria-label')) ?? '',
      /^对账补偿, week 3 – week 5, 缺失, .*下单幂等, on the/,
    );
    await rows.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    assert.deepEqual((await sent()).at(-1), { type: 'open', row: 2 });
  });

  it('has every item in a real table, the unscheduled too', async () => {
    const table = page.locator('section').first().locator('table');
    assert.equal(await table.locator('tbody tr').count(), 4);
    assert.match((await table.locator('tbody tr').nth(3).textContent()) ?? '', /没有排期的条目.*none/);
  });

  it('filters the roadmap from a number of the matrix', async () => {
    const section = page.locator('section', { has: page.locator('h2', { hasText: 'Priority and state' }) });
    await section.locator('summary').click();
    await section.getByRole('button', { name: 'P1, 缺失: 2' }).click();
    assert.deepEqual((await sent()).at(-1), { type: 'filter', filter: 'P1 state:missing' });
  });

  it('says why there is no burn-up', async () => {
    assert.match((await page.locator('section').last().textContent()) ?? '', /no git history/);
  });

  it('keeps the focus and open tables when new data come', async () => {
    const rows = page.locator('.rows button');
    await rows.nth(1).focus();
    await post({ type: 'board', data: sampleBoard });
    await page.waitForFunction(`document.activeElement.getAttribute('aria-label')?.startsWith('<img')`);
    assert.equal(await page.locator('details[open]').count(), 1);
  });

  it('draws in the colours of the theme, and again when it changes', async () => {
    await page.evaluate(`document.documentElement.style.setProperty('--vscode-charts-green', 'rgb(1, 2, 3)')`);
    await page.waitForSelector(
      '.gantt svg [fill="rgb(1,2,3)"], .gantt svg [fill="#010203"], .gantt svg [fill="rgb(1, 2, 3)"]',
      {
        state: 'attached',
      },
    );
  });

  it('saves well-formed SVG, a PNG, and a page for paper that holds no script', async () => {
    for (const format of ['svg', 'png', 'html']) await page.click(`#${format}`);
    await page.waitForFunction(`window.sent.filter(({ type }) => type === 'save').length === 3`);
    const files = new Map((await sent()).map(({ format, content }) => [format, content ?? '']));
    const isWellFormed = `new DOMParser().parseFromString(${JSON.stringify(files.get('svg'))}, 'image/svg+xml').querySelector('parsererror') === null`;
    const other = await browser?.newPage(); // a page without our policy, for a parser of XML
    assert.equal(await other?.evaluate(isWellFormed), true);
    assert.match(files.get('svg') ?? '', /&lt;img src=x/);
    const png = Buffer.from(files.get('png') ?? '', 'base64');
    assert.deepEqual([...png.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
    const html = files.get('html') ?? '';
    assert.doesNotMatch(html, /<script|<img|<b>2026/);
    assert.match(html, /<svg/);
  });

  it('never met its policy', () => {
    assert.deepEqual(complaints, []);
  });
});
