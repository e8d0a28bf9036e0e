// A library of texts in an engine, none of them open: for what changes many documents at once.
import { applyEdits } from '../../server/src/core/applyEdits.ts';
import { judgeDocument, judgeFacts } from '../../server/src/core/analyzeDocument.ts';
import { examineDocument } from '../../server/src/core/examineDocument.ts';
import type { DocumentFacts } from '../../server/src/core/facts/documentFacts.ts';
import { readFacts } from '../../server/src/core/facts/readFacts.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import { emptyIndex, updateIndex, type LibraryIndex } from '../../server/src/core/index/libraryIndex.ts';
import { buildLibrary } from '../../server/src/core/library/buildLibrary.ts';
import type { MarkdownParser } from '../../server/src/core/markdown/markdownParser.ts';
import type { Move } from '../../server/src/core/roadmap/edits/movedPaths.ts';
import { SourceText } from '../../server/src/core/sourceText.ts';
import { createEngine } from '../../server/src/features/engine.ts';
import type { FileEdits } from '../../server/src/features/rename/otherDocuments.ts';

export type Texts = ReadonlyMap<string, string>;

const root = 'file:///library';

/** Without rules and templates, which have nothing to say here. */
function factsOfTexts(texts: Texts, parser: MarkdownParser): readonly DocumentFacts[] {
  const kind = { kind: 'other', reason: { key: 'kind.default' }, certainty: 'default' } as const;
  return [...texts]
    .filter(([path]) => path.endsWith('.md'))
    .map(([path, text]) => readFacts({ path, model: buildModel(text, parser), kind, stage: 'normal' }));
}

export function indexOfTexts(texts: Texts, parser: MarkdownParser): LibraryIndex {
  return updateIndex(emptyIndex, { changed: factsOfTexts(texts, parser), paths: new Set(texts.keys()) });
}

export interface Moved {
  /** Under their new paths, edited. */
  readonly texts: Texts;
  readonly edits: readonly FileEdits[];
}

/** The library after a move as an editor would make it. */
export function moveFiles(texts: Texts, moves: readonly Move[], parser: MarkdownParser): Moved {
  const engine = createEngine({ parser, buildLibrary, examineDocument, judgeDocument, judgeFacts });
  const changes = [
    { kind: 'library', library: { root, files: [] } },
    { kind: 'paths', paths: { root, paths: [...texts.keys()] } },
    { kind: 'index', root, changed: factsOfTexts(texts, parser), removed: [], isReady: true },
  ] as const;
  const paths = engine.handle(changes, 'concernedByMove', { root, moves });
  const given = paths.map((path) => [path, texts.get(path) ?? ''] as const);
  const edits = engine.handle([], 'movedFiles', { root, moves, paths, texts: given });
  const edited = new Map(texts);
  for (const file of edits) edited.set(file.path, withEdits(texts.get(file.path) ?? '', file));
  return { texts: new Map([...edited].map(([path, text]) => [pathAfter(path, moves), text])), edits };
}

export function withEdits(text: string, { edits }: Pick<FileEdits, 'edits'>): string {
  const source = new SourceText(text);
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({ span: source.spanOf(range), newText })),
  );
}

/** Independent of the code under test. */
export function pathAfter(path: string, moves: readonly Move[]): string {
  const move = moves.find(({ from }) => path === from || path.startsWith(`${from}/`));
  return move === undefined ? path : move.to + path.slice(move.from.length);
}
