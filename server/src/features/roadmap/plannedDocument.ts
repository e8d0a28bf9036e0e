// The document of a planned item: at the planned path, from the template of its kind, with the plan's outline as sections.
// It writes nothing and never stands in for a file that is there.
import { documentLanguage } from '../../core/roadmap/documentLanguage.ts';
import { decideKindOfPath } from '../../core/library/decideKind.ts';
import { folderOf } from '../../core/library/pathScope.ts';
import type { LibraryContext } from '../../core/library/libraryContext.ts';
import { renderMessage } from '../../core/messages/render.ts';
import { normalKey } from '../../core/model/normalKey.ts';
import type { ItemKind } from '../../core/roadmap/plan.ts';
import { resolveStatedPath } from '../../core/roadmap/disk/resolvePath.ts';
import type { EngineView } from '../engineView.ts';
import { createDocument, proposeDocument, type NewDocumentText } from '../newDocument/newDocument.ts';
import { sizeText } from './labels.ts';
import { groupOf } from './owner.ts';
import { rowWithId, type RoadmapRow } from './rows.ts';

export interface PlannedDocumentQuestion {
  readonly itemId: string;
  /** ISO date of the author's today. */
  readonly today: string;
}

export interface PlannedDocument extends NewDocumentText {
  readonly root: string;
}

type RefusalKey = 'roadmap.new.gone' | 'roadmap.new.outside' | 'roadmap.new.exists' | 'roadmap.new.not-markdown' | 'roadmap.new.no-template'; // prettier-ignore

const KINDS: Readonly<Record<ItemKind, string>> = {
  'new-case': 'case',
  'existing-case': 'case',
  case: 'case',
  topic: 'topic',
  document: 'topic',
  task: 'topic',
};
const MAX_OUTLINE = 40;

export function roadmapNewDocument(view: EngineView, { itemId, today }: PlannedDocumentQuestion): PlannedDocument {
  const row = rowWithId(view, itemId);
  if (row === undefined) return refuse(view, { root: '', path: itemId }, 'roadmap.new.gone');
  const { root } = row;
  const refusal = refusalFor(row);
  if (refusal !== undefined) return refuse(view, { root, path: refusal.path }, refusal.key);
  const library = view.library(root);
  const path = row.state.plannedPath ?? '';
  const kind = library === undefined ? undefined : kindOf(row, path, library);
  if (kind === undefined) return refuse(view, { root, path }, 'roadmap.new.no-template');
  return createPlanned(view, { row, kind, path, today }) ?? refuse(view, { root, path }, 'roadmap.new.no-template');
}

interface PlannedCreation {
  readonly row: RoadmapRow;
  readonly kind: string;
  /** '' where the plan names no file. */
  readonly path: string;
  readonly today: string;
}

function createPlanned(view: EngineView, { row, kind, path, today }: PlannedCreation): PlannedDocument | undefined {
  const { root, item } = row;
  const language = documentLanguage(row.read.model);
  const folder = path === '' ? {} : { folder: folderOf(path) };
  const proposal = proposeDocument(view, { root, kind, title: item.title, language, ...folder });
  if (proposal === undefined) return undefined;
  const id = statedId(row) ?? proposal.id;
  const created = createDocument(view, {
    root,
    kind,
    title: item.title,
    path: path === '' ? proposal.path : path,
    answers: answersOf(
      row,
      proposal.questions.map(({ key }) => key),
    ),
    today,
    language,
    planned: { outline: outlineOf(row), note: noteOf(row, language) },
    ...(id !== undefined && { id }),
  });
  return created && { ...created, root };
}

/** Only the text of a path is judged here. */
const NOTHING: ReadonlySet<string> = new Set();

/** Why there is nothing to create: the file is there, lies outside, or is no document. */
function refusalFor({
  item,
  state,
  read,
}: RoadmapRow): { readonly key: RefusalKey; readonly path: string } | undefined {
  const { path, plannedPath } = state;
  if (plannedPath === undefined) {
    if (path !== undefined) return { key: 'roadmap.new.exists', path };
    const outside = item.paths.find(
      (stated) => resolveStatedPath(stated.path, read.plan.path, NOTHING).kind === 'refused',
    );
    return outside && { key: 'roadmap.new.outside', path: outside.path };
  }
  return /\.(?:md|markdown)$/i.test(plannedPath) ? undefined : { key: 'roadmap.new.not-markdown', path: plannedPath };
}

function refuse(
  view: EngineView,
  { root, path }: { readonly root: string; readonly path: string },
  key: RefusalKey,
): PlannedDocument {
  return { root, path, text: '', snippet: '', refusal: renderMessage({ key, args: { path } }, view.locale) };
}

/** As the library decides for that path; where it does not say, by what the plan calls the item. */
function kindOf({ item }: RoadmapRow, path: string, library: LibraryContext): string | undefined {
  const byPath = decideKindOfPath(path, library.configuration).kind;
  const kinds = [byPath, KINDS[item.kind], 'topic', 'case'];
  return kinds.find((kind) => library.kinds.get(kind)?.template !== undefined);
}

/** The plan's language is the document's. */
function statedId({ item }: RoadmapRow): string | undefined {
  return item.id !== undefined && /^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*-\d+$/.test(item.id) ? item.id : undefined;
}

/** Metadata that the plan knows. */
function answersOf(row: RoadmapRow, keys: readonly string[]): Readonly<Record<string, string>> {
  const { item, read, priority } = row;
  const known: Readonly<Record<string, string | undefined>> = {
    优先级: priority,
    priority,
    负责人: item.owner?.value,
    作者: item.owner?.value,
    owner: item.owner?.value,
    author: item.owner?.value,
    文档编号: statedId(row),
    编号: statedId(row),
    id: statedId(row),
    主题: item.title,
    topic: item.title,
    领域: groupOf(read.plan, item)?.title,
  };
  const entries = keys.flatMap((key): [string, string][] => {
    const value = known[normalKey(key)];
    return value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(entries);
}

function outlineOf({ item }: RoadmapRow): readonly string[] {
  const names = item.outline.map(({ value }) => value.replace(/[\r\n]+/g, ' ').replace(/^#+\s*/, '').trim()); // prettier-ignore
  return [...new Set(names.filter((name) => name !== ''))].slice(0, MAX_OUTLINE);
}

/** Where it comes from, how long it is to be, and what it will be measured by. */
function noteOf({ item, read, expectedSize }: RoadmapRow, language: 'zh' | 'en'): string {
  const source = renderMessage(
    { key: 'roadmap.new.note', args: { path: read.plan.path, line: item.line + 1 } },
    language,
  );
  const size = expectedSize && sizeText(expectedSize.value, language);
  const parts = [
    source,
    size === undefined ? '' : renderMessage({ key: 'roadmap.new.note-size', args: { size } }, language),
    item.acceptance.length === 0
      ? ''
      : renderMessage(
          { key: 'roadmap.new.note-acceptance', args: { text: item.acceptance.map(({ value }) => value).join('；') } },
          language,
        ),
  ];
  return parts.filter((part) => part !== '').join(language === 'zh' ? '；' : '; ');
}
