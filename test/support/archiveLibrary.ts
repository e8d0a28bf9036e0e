// A library of texts in which documents are archived and restored: questions to the engine as a host asks them, answers put
// into effect on the texts.
import assert from 'node:assert/strict';
import { judgeDocument, judgeFacts } from '../../server/src/core/analyzeDocument.ts';
import { examineDocument } from '../../server/src/core/examineDocument.ts';
import { buildLibrary } from '../../server/src/core/library/buildLibrary.ts';
import { configurationPath, narrowConfiguration } from '../../server/src/core/library/narrowConfiguration.ts';
import type { LibraryContext, LibraryInput } from '../../server/src/core/library/libraryContext.ts';
import type { MarkdownParser } from '../../server/src/core/markdown/markdownParser.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { isRecordPath } from '../../server/src/core/review/recordPath.ts';
import { createPlanReader } from '../../server/src/core/roadmap/roadmapLibrary.ts';
import type { ArchiveAnswer } from '../../server/src/features/archive/archive.ts';
import type { ArchiveAct } from '../../server/src/features/archive/archiveChange.ts';
import { createEngine, type Engine } from '../../server/src/features/engine.ts';
import type { EngineChange } from '../../server/src/features/engineState.ts';

export type Texts = ReadonlyMap<string, string>;
type Change = Extract<ArchiveAnswer, { readonly moves: unknown }>;

const root = 'file:///library';
const act: ArchiveAct = { by: '李四', at: '2026-11-21T10:15:30Z', day: '2026-11-21', random: '3f9a' };

export interface Done {
  readonly texts: Texts;
  readonly change: Change;
}

/** The library afterwards, or the sentence that says why not. */
export function archive(texts: Texts, path: string, more: Partial<ArchiveAct> = {}): Done | string {
  return run(texts, 'archiveFiles', path, { ...act, reason: '由新版取代', ...more });
}

export function restore(texts: Texts, path: string): Done | string {
  return run(texts, 'restoreFiles', path, { ...act, at: '2026-11-22T08:00:00Z', random: '77aa' });
}

function run(texts: Texts, name: 'archiveFiles' | 'restoreFiles', path: string, by: ArchiveAct): Done | string {
  const engine = engineOf(texts, remarkParser);
  let brought: readonly (readonly [string, string | null])[] = [];
  for (let round = 0; round < 8; round++) {
    const answer = engine.handle([], name, { root, path, act: by, texts: brought });
    if ('refusal' in answer) return answer.refusal;
    if ('moves' in answer) return { texts: applied(texts, answer), change: answer };
    brought = [...brought, ...answer.missing.map((wanted) => [wanted, texts.get(wanted) ?? null] as const)];
  }
  throw new Error('texts are asked for without end');
}

const libraries = new Map<string, LibraryContext>();

/** Built-in templates are read once for all libraries with the same configuration. */
function libraryOf(input: LibraryInput): LibraryContext {
  const key = JSON.stringify([input.configurationText, [...input.files]]);
  const known = libraries.get(key) ?? buildLibrary(input);
  libraries.set(key, known);
  return known;
}

/** The engine with a library that has been read. */
export function engineOf(texts: Texts, parser: MarkdownParser): Engine {
  const configurationText = texts.get(configurationPath);
  const named = new Set(narrowConfiguration(configurationText).references.map(({ path }) => path));
  const files = [...texts].filter(([path]) => named.has(path));
  const library = libraryOf({
    root,
    files: new Map(files),
    parser,
    ...(configurationText !== undefined && { configurationText }),
  });
  const documents = [...texts].filter(([path]) => path.endsWith('.md') && !path.startsWith('.'));
  const reader = createPlanReader();
  const plans = documents.filter(([path, text]) => reader.read(path, text, library) !== undefined);
  const engine = createEngine({ parser, buildLibrary: libraryOf, examineDocument, judgeDocument, judgeFacts });
  const changes: readonly EngineChange[] = [
    { kind: 'library', library: { root, files, ...(configurationText !== undefined && { configurationText }) } },
    { kind: 'paths', paths: { root, paths: [...texts.keys()] } },
    { kind: 'roadmap', roadmap: { root, plans, files: [], lineCounts: [], skipped: [], isReady: true } },
    { kind: 'life', life: { root, records: [...texts].filter(([path]) => isRecordPath(path)) } },
    {
      kind: 'index',
      root,
      changed: documents.map(([path, text]) => examineDocument({ path, text }, library).facts),
      removed: [],
      isReady: true,
    },
  ];
  engine.handle(changes, 'indexGround', { root });
  return engine;
}

/** What a host writes; that the files are as the change says is checked. */
function applied(texts: Texts, { moves, files }: Change): Texts {
  const after = new Map(texts);
  for (const { path, before } of files)
    assert.equal(after.get(path), moves.some(({ from }) => from === path) ? after.get(path) : before, path);
  for (const { path, after: text } of files) if (text === undefined) after.delete(path);
  for (const { from, to, before, after: text } of moves) {
    assert.equal(after.get(from), before, from);
    assert.equal(after.has(to), false, to);
    after.delete(from);
    after.set(to, text);
  }
  for (const { path, after: text } of files) if (text !== undefined) after.set(path, text);
  return after;
}
