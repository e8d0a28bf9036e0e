// Rename of what the cursor is on: a roadmap item, a document's id, the label of a reference, a heading. Everything that
// refers to it follows, in all documents of the library.
import type { Message, TextEdit } from '../core/finding.ts';
import { renderMessage } from '../core/messages/render.ts';
import type { Section } from '../core/model/documentModel.ts';
import { itemNamedAt, renameItem } from '../core/roadmap/edits/renameItem.ts';
import type { Range, Span } from '../core/sourceText.ts';
import type { PositionParams } from './definition.ts';
import type { PlainEdit } from './diagnostics.ts';
import type { DocumentView, EngineView } from './engineView.ts';
import { idAt, type IdAt } from './navigation/idAt.ts';
import { labelAt, type LabelUse } from './navigation/referenceLabels.ts';
import { surroundingsOfDocument, type Surroundings } from './navigation/surroundings.ts';
import { concerned, followingEdits, headingChange } from './rename/headingRename.ts';
import { idEdits, idRename } from './rename/idRename.ts';
import { labelRename } from './rename/labelRename.ts';
import {
  fileEdits,
  readDocuments,
  type FileEdits,
  type GivenTexts,
  type ReadDocument,
} from './rename/otherDocuments.ts';
import { headingAt, linkAt } from './sectionAt.ts';
import { alone } from './rename/alone.ts';

export interface RenamePlace {
  readonly range: Range;
  readonly placeholder: string;
}

export interface RenameParams extends PositionParams {
  readonly newName: string;
  /** Texts of the closed documents that an earlier answer asked for. */
  readonly texts?: GivenTexts;
}

export type RenameResult =
  | {
      readonly version: number;
      readonly edits: readonly PlainEdit[];
      /** Of other documents of the library. */
      readonly others: readonly FileEdits[];
    }
  | { readonly refusal: string }
  /** Paths whose texts the question has to bring along. */
  | { readonly missing: readonly string[] };

type Target =
  | { readonly kind: 'id'; readonly id: IdAt; readonly span: Span }
  | { readonly kind: 'label'; readonly use: LabelUse; readonly span: Span }
  | { readonly kind: 'heading'; readonly section: Section; readonly span: Span };

/** What would be renamed; undefined where nothing can be. */
export function prepareRename(view: EngineView, { uri, position }: PositionParams): RenamePlace | undefined {
  const found = view.document(uri);
  if (found === undefined) return undefined;
  const { source } = found.analysis.model;
  const offset = source.offsetAt(position);
  const named = found.analysis.plan && itemNamedAt(found.analysis.plan.items, offset);
  if (named !== undefined) return { range: source.rangeOf(named.mention.span), placeholder: named.item.title };
  const target = targetAt(found, offset);
  return target && { range: source.rangeOf(target.span), placeholder: source.slice(target.span) };
}

/** A name that would become something else where it is to stand is refused with the reason. */
export function rename(view: EngineView, params: RenameParams): RenameResult | undefined {
  const found = view.document(params.uri);
  if (found === undefined) return undefined;
  const newName = params.newName.trim();
  const offset = found.analysis.model.source.offsetAt(params.position);
  const ofItem = itemRename(found, offset, newName);
  if (ofItem !== undefined) return ofItem;
  const target = targetAt(found, offset);
  if (target === undefined) return undefined;
  const unfit = newName === '' ? 'rename.empty' : /[\r\n]/.test(newName) ? 'rename.line-break' : undefined;
  if (unfit !== undefined) return refused(view, { key: unfit });
  if (target.kind === 'label') return ofLabel(found, target.use, newName);
  const surroundings = surroundingsOfDocument(found) ?? (found.document.root === '' ? alone(found) : undefined);
  if (surroundings === undefined) return refused(view, { key: 'rename.not-read' });
  const question = { found, surroundings, newName, ...(params.texts && { texts: params.texts }) };
  return target.kind === 'id' ? ofId(question, target.id) : ofHeading(question, target.section);
}

function targetAt(found: DocumentView, offset: number): Target | undefined {
  const { model, facts } = found.analysis;
  const use = labelAt(model, offset);
  if (use !== undefined) return { kind: 'label', use, span: use.span };
  const id = idAt(facts, offset);
  const section = headingAt(model, offset);
  if (id !== undefined && section === undefined) return { kind: 'id', id, span: id.span };
  if (section === undefined || linkAt(model, offset) !== undefined) return undefined;
  const span = section.heading.textSpan;
  return span.end > span.start ? { kind: 'heading', section, span } : undefined;
}

// ---- by target

function itemRename(
  { analysis, document, library, view }: DocumentView,
  offset: number,
  title: string,
): RenameResult | undefined {
  const { plan, model } = analysis;
  const named = plan && itemNamedAt(plan.items, offset);
  if (plan === undefined || named === undefined) return undefined;
  if (title === '' || /[\n\r|`*]/.test(title)) return refused(view, { key: 'roadmap.rename.invalid' });
  const others = plan.items.filter((item) => item !== named.item);
  if (others.some((item) => item.title === title)) return refused(view, { key: 'roadmap.rename.taken' });
  const edits = renameItem({ plan, model, item: named.item }, title, library.parser);
  return { version: document.version, edits: rangesOf({ model }, edits), others: [] };
}

function ofLabel({ analysis, document, library, view }: DocumentView, use: LabelUse, newName: string): RenameResult {
  const renamed = labelRename(analysis.model, use, newName, library.parser);
  if ('refusal' in renamed) return refused(view, renamed.refusal);
  return { version: document.version, edits: rangesOf(analysis, renamed.edits), others: [] };
}

interface Question {
  readonly found: DocumentView;
  readonly surroundings: Surroundings;
  readonly newName: string;
  readonly texts?: GivenTexts;
}

function ofId(question: Question, id: IdAt): RenameResult {
  const { found, surroundings, newName } = question;
  const renamed = idRename(id, newName, { index: surroundings.index, from: found.document.path });
  if ('refusal' in renamed) return refused(found.view, renamed.refusal);
  return everywhere(question, renamed.concerned, (document) => idEdits(document, id.id, newName));
}

function ofHeading(question: Question, section: Section): RenameResult {
  const { found, surroundings, newName } = question;
  const change = headingChange(found, section, newName, surroundings);
  if ('refusal' in change) return refused(found.view, change.refusal);
  const { changes, edit } = change;
  return everywhere(question, concerned(changes, surroundings), (document) => [
    ...(document.path === changes.path ? [edit] : []),
    ...followingEdits(document, changes, surroundings),
  ]);
}

/** Edits of the asked document and of the others, once their texts are here. */
function everywhere(
  { found, texts, surroundings }: Question,
  paths: ReadonlySet<string>,
  editsOf: (document: ReadDocument) => readonly TextEdit[],
): RenameResult {
  const { document, analysis, view } = found;
  const read = readDocuments(view, surroundings.root, paths, texts);
  if ('missing' in read) return read;
  const { model, facts } = analysis;
  const [own] = fileEdits({ path: document.path, model, facts }, editsOf({ path: document.path, model, facts }));
  const others = read.documents.flatMap((each) => fileEdits(each, editsOf(each)));
  return { version: document.version, edits: own?.edits ?? [], others };
}

function rangesOf(
  { model: { source } }: Pick<DocumentView['analysis'], 'model'>,
  edits: readonly TextEdit[],
): readonly PlainEdit[] {
  return edits.map(({ span, newText }) => ({ range: source.rangeOf(span), newText }));
}

function refused({ locale }: EngineView, message: Message): RenameResult {
  return { refusal: renderMessage(message, locale) };
}
