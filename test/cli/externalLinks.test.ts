// Links to the outside: asked for by `check --external` alone, politely, and never within the network of the machine.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { OpenAnalyzer } from '../../server/src/hosts/cli/analyzer.ts';
import { createEngine } from '../../server/src/hosts/cli/engine.ts';
import { askAddresses, isPublic, type ExternalOptions } from '../../server/src/hosts/cli/externalAddresses.ts';
import { externalFindings } from '../../server/src/hosts/cli/externalLinks.ts';
import { loadParser } from '../../server/src/hosts/loadParser.ts';
import { engineOf, runCli, TemporaryFolder } from '../support/cliRun.ts';
import { indexOf } from '../support/factsOf.ts';

const parser = await loadParser();
const inPlace: OpenAnalyzer = (initial, threads) => engineOf(createEngine({ ...initial, parser }))(initial, threads);

const redirects = new Map([
  ['/moved', '/ok'],
  ['/round', '/round'],
  ['/inward', 'http://192.168.0.1/admin'],
]);

/** `before`: requests for the same address so far. */
function statusOf(path: string, method: string, before: number): number {
  if (path === '/get-only') return method === 'HEAD' ? 404 : 200;
  if (path === '/once') return before > 1 ? 200 : 503;
  return Number(/^\/(\d{3})$/.exec(path)?.[1] ?? 200);
}

describe('links to the outside', () => {
  let server: Server;
  let base: string;
  let asked: string[] = [];
  let atOnce = 0;
  let most = 0;
  const failures = new Map<string, number>();
  const options: ExternalOptions = { timeout: 300, hostsAtOnce: 4, pause: 1, isAsked: () => true };

  before((done) => {
    server = createServer((request, response) => {
      const { method = '', url = '' } = request;
      asked.push(`${method} ${url}`);
      atOnce += 1;
      most = Math.max(most, atOnce);
      response.on('close', () => (atOnce -= 1));
      const path = url.split('?')[0] ?? '';
      const location = redirects.get(path);
      if (path === '/silent') return;
      if (location !== undefined) response.writeHead(302, { location }).end();
      else response.writeHead(statusOf(path, method, failures.get(url) ?? 0)).end('x'.repeat(100));
      failures.set(url, (failures.get(url) ?? 0) + 1);
    });
    server.listen(0, '127.0.0.1', () => {
      base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      done();
    });
  });
  beforeEach(() => {
    asked = [];
    most = 0;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const table: readonly (readonly [path: string, kind: string, requests: number])[] = [
    ['/ok', 'ok', 1],
    ['/ok#place', 'ok', 1],
    ['/moved', 'ok', 2],
    ['/get-only', 'ok', 2],
    ['/404', 'gone', 2],
    ['/410', 'gone', 2],
    ['/403', 'ok', 1],
    ['/429', 'ok', 1],
    ['/500', 'failing', 4],
    ['/once', 'ok', 3],
    ['/round', 'failing', 24],
    ['/silent', 'slow', 2],
  ];
  for (const [path, kind, requests] of table) {
    it(`${path}: ${kind} after ${requests} requests`, async () => {
      const answers = await askAddresses([base + path], options);
      assert.equal(answers.get(base + path)?.kind, kind);
      assert.equal(asked.length, requests, asked.join(' '));
    });
  }

  it('asks each page once, and one host one after the other', async () => {
    const addresses = [...Array(20).keys()].flatMap((index) => [`${base}/a?${index}`, `${base}/a?${index}#x`]);
    const answers = await askAddresses(addresses, options);
    assert.deepEqual([answers.size, asked.length, most], [40, 20, 1]);
  });

  it('follows no redirect into the network of the machine', async () => {
    const isAsked = ({ hostname }: URL): boolean => hostname === '127.0.0.1';
    assert.equal(
      (await askAddresses([`${base}/inward`], { ...options, isAsked })).get(`${base}/inward`)?.kind,
      'skipped',
    );
  });

  it('says so where nobody answers, and where the address is none', async () => {
    const closed = 'http://127.0.0.1:1/x';
    const answers = await askAddresses([closed, 'https://', 'http://a b/'], options);
    assert.deepEqual(
      [closed, 'https://', 'http://a b/'].map((address) => answers.get(address)?.kind),
      ['unreachable', 'invalid', 'invalid'],
    );
  });

  it('never asks the machine itself, its network, or reserved names', () => {
    const asks = (url: string): boolean => isPublic(new URL(url));
    for (const host of [
      'localhost', 'localhost:9090', '127.0.0.1', '127.1', '0x7f000001', '2130706433', '10.0.0.1', '172.16.3.4', '192.168.1.1',
      '169.254.169.254', '0.0.0.0', '[::1]', '[::ffff:127.0.0.1]', '[fd00::1]', '[fe80::1]', 'prometheus', 'db.local',
      'metadata.google.internal', 'example.com', 'api.example.org', 'x.test', 'a.localhost.', '224.0.0.1', '255.255.255.255',
    ]) assert.equal(asks(`http://${host}/x`), false, host); // prettier-ignore
    for (const host of [
      'github.com',
      '8.8.8.8',
      'zh.wikipedia.org',
      '[2606:4700::1111]',
      '172.32.0.1',
      'myexample.com',
    ])
      assert.equal(asks(`https://${host}/x`), true, host);
  });

  it('are findings at their addresses, definitions once', async () => {
    const text = `# A\n\n[gone](${base}/404) [fine](${base}/ok) [fails][f] ${base}/410 [mail](mailto:a@b.cc)\n\n[f]: ${base}/500\n`;
    const { findings, asked: count } = await externalFindings(indexOf({ 'a.md': text }), ['a.md'], options);
    assert.deepEqual(
      findings
        .get('a.md')
        ?.map(({ severity, message, span }) => [severity, message.key, text.slice(span.start, span.end)]),
      [
        ['warning', 'link-external.gone', `${base}/404`],
        ['warning', 'link-external.gone', `${base}/410`],
        ['information', 'link-external.failing', `${base}/500`],
      ],
    );
    assert.equal(count, 4);
  });

  it('are asked for by check --external only', async () => {
    const folder = new TemporaryFolder().write({ 'README.md': '# A\n\n[a](https://casewright-does-not-exist.cn/x)\n' });
    const original = globalThis.fetch;
    const requests: string[] = [];
    globalThis.fetch = (url) => {
      requests.push(String(url instanceof Request ? url.url : url));
      return Promise.resolve(new Response(null, { status: 404 }));
    };
    try {
      const plain = await runCli('check --no-cache', { folder: folder.path, open: inPlace });
      assert.deepEqual([requests.length, plain.out.includes('link-external')], [0, false]);
      const external = await runCli('check --no-cache --external', { folder: folder.path, open: inPlace });
      assert.deepEqual(requests, Array(2).fill('https://casewright-does-not-exist.cn/x'));
      assert.match(
        external.out,
        /3:5.*外部链接“https:\/\/casewright-does-not-exist\.cn\/x”已失效（404）.*link-external/,
      );
      assert.match(external.err, /查询了 1 个外部链接/);
    } finally {
      globalThis.fetch = original;
      folder.remove();
    }
  });

  it('are the only reason for which the product uses the network', () => {
    const sources = join(import.meta.dirname, '..', '..');
    const users = ['server/src', 'client/src', 'client/webview'].flatMap((folder) =>
      readdirSync(join(sources, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((path) =>
          /\bfetch\(|XMLHttpRequest|WebSocket\(|['"](?:node:)?(?:https?|net|tls|dgram|dns|http2)['"]/.test(
            readFileSync(path, 'utf8'),
          ),
        )
        .map((path) => path.slice(sources.length + 1).replaceAll('\\', '/')),
    );
    assert.deepEqual(users, ['server/src/hosts/cli/externalAddresses.ts']);
  });
});
