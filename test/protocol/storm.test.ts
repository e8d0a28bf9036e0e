import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { Supervisor } from '../../server/src/hosts/supervisor.ts';
import { ManualClock } from '../support/clocks.ts';
import { withEditor, type Edit } from '../support/fakeEditor.ts';
import { FakeWorkers } from '../support/fakeWorkers.ts';

/** Reproducible random numbers (mulberry32). */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const pieces = ['BAD', '\n', '# 标题\n', '😀', 'x', '- [ ] y\n', '\r\n', ''];

async function storm(seed: number, steps: number): Promise<void> {
  const random = randomOf(seed);
  const workers = new FakeWorkers();
  const supervisor = (): Supervisor =>
    new Supervisor({ startWorker: workers.start, clock: new ManualClock(), log: () => undefined, deadline: 4000 });
  const uris = ['file:///w/a.md', 'file:///w/b.md'];
  const texts = new Map<string, string>();
  let shown: unknown;
  await withEditor({ analysis: supervisor() }, async ({ editor }) => {
    let version = 1;
    for (const uri of uris) editor.open(uri, 'BAD\n', version);
    const answers: Promise<string>[] = [];
    for (let step = 0; step < steps; step++) {
      const uri = uris[random(uris.length)] ?? '';
      if (random(7) < 5) {
        version += 1;
        editor.edit(uri, version, [randomEdit(random)]);
      } else {
        const source = new CancellationTokenSource();
        const answer = editor.request('textDocument/diagnostic', { textDocument: { uri } }, source);
        answers.push(
          answer.then(
            () => 'value',
            (error: unknown) => `error ${(error as { code?: number }).code ?? '?'}`,
          ),
        );
        if (random(2) === 0) setImmediate(() => { source.cancel(); }); // prettier-ignore
      }
      if (random(10) === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    const kinds = new Set(await Promise.all(answers));
    for (const kind of kinds) assert.match(kind, /^value$|^error -3280[012]$/);
    await editor.settled();
    shown = uris.map((uri) => editor.shown(uri));
    for (const uri of uris) texts.set(uri, textAsSent(editor.transcript, uri));
  });
  await withEditor({ analysis: supervisor() }, async ({ editor }) => {
    for (const uri of uris) editor.open(uri, texts.get(uri) ?? '', 1);
    await editor.settled();
    assert.deepEqual(
      uris.map((uri) => editor.shown(uri)),
      shown,
      `seed ${seed}`,
    );
  });
}

function randomEdit(random: (below: number) => number): Edit {
  const start = { line: random(6), character: random(8) };
  const end = random(2) === 0 ? start : { line: start.line + random(2), character: random(8) };
  return { range: { start, end }, text: pieces[random(pieces.length)] ?? '' };
}

/** The text as the sent changes make it, by another way than the server's. */
function textAsSent(transcript: readonly string[], uri: string): string {
  let text = '';
  for (const line of transcript) {
    const match = /^-> (textDocument\/did(?:Open|Change)) (.*)$/s.exec(line);
    if (!match) continue;
    const params = JSON.parse(match[2] ?? '') as {
      readonly textDocument: { readonly uri: string; readonly text?: string };
      readonly contentChanges?: readonly Edit[];
    };
    if (params.textDocument.uri !== uri) continue;
    if (params.textDocument.text !== undefined) text = params.textDocument.text;
    for (const change of params.contentChanges ?? []) text = changed(text, change);
  }
  return text;
}

function changed(text: string, { range, text: inserted }: Edit): string {
  if (!range) return inserted;
  const ends = [...text.matchAll(/\r\n|\r|\n/g)];
  const offset = ({ line, character }: { readonly line: number; readonly character: number }): number => {
    if (line > ends.length) return text.length;
    const previous = ends[line - 1];
    const start = previous ? previous.index + previous[0].length : 0;
    return Math.min(start + character, ends[line]?.index ?? text.length);
  };
  const [from, to] = [offset(range.start), offset(range.end)].toSorted((a, b) => a - b) as [number, number];
  return text.slice(0, from) + inserted + text.slice(to);
}

describe('edit storm (reliability 17)', () => {
  for (let seed = 1; seed <= 10; seed++) {
    it(`answers everything once and ends with the findings of a fresh server, seed ${seed}`, () => storm(seed, 60));
  }

  it('survives 500 edits and 200 requests', () => storm(99, 700));
});
