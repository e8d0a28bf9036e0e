// Where things are said: a section's or field's line in the template, a link's file, a heading, a reference's definition, the
// document of an id.
import type { Range } from '../core/sourceText.ts';
import type { DocumentView, EngineView } from './engineView.ts';
import { linkTarget } from './linkTarget.ts';
import { labelAt, usesOfLabel } from './navigation/referenceLabels.ts';
import { linkFactAt, subjectAt, type Subject } from './navigation/subjectAt.ts';
import { documentOfFolder, surroundingsOfDocument, type PlaceInLibrary } from './navigation/surroundings.ts';
import { planDefinition } from './planDocument/planDefinition.ts';
import { uriOfPath } from './resourceUri.ts';
import { bindingOf, fieldAt, fieldSpecOf, headingAt, linkAt } from './sectionAt.ts';

export interface DefinitionTarget {
  readonly uri: string;
  readonly line: number;
  /** Where the word at the cursor stands, for the underline. */
  readonly origin: Range;
  /** Where exactly it is, in a document that may not be open; counts before the line where its text can be read. */
  readonly place?: PlaceInLibrary;
}

export interface PositionParams {
  readonly uri: string;
  readonly position: Range['start'];
}

export function definition(view: EngineView, { uri, position }: PositionParams): readonly DefinitionTarget[] {
  const found = view.document(uri);
  if (found === undefined) return [];
  const offset = found.analysis.model.source.offsetAt(position);
  return (
    ofLabel(found, offset) ??
    ofForeign(found, offset) ??
    inTemplate(found, offset) ??
    ofLink(found, offset) ??
    planDefinition(found, offset) ??
    ofNamed(found, offset) ??
    []
  );
}

/** A field's key and a heading lead to what demands them. */
function inTemplate(found: DocumentView, offset: number): readonly DefinitionTarget[] | undefined {
  const { analysis, document } = found;
  const { source } = analysis.model;
  const field = fieldAt(analysis.model, offset);
  const spec = field && fieldSpecOf(analysis, field);
  if (field !== undefined && spec !== undefined) {
    return [
      {
        uri: uriOfPath(document.root, spec.origin.path),
        line: spec.origin.line,
        origin: source.rangeOf(field.keySpan),
      },
    ];
  }
  const section = headingAt(analysis.model, offset);
  const binding = section && bindingOf(analysis, section);
  if (section === undefined || binding?.section !== section) return undefined;
  const { path, line } = binding.spec.origin;
  return [{ uri: uriOfPath(document.root, path), line, origin: source.rangeOf(section.heading.textSpan) }];
}

/** The label of a reference leads to its definition; the text before it leads on. */
function ofLabel({ analysis, document }: DocumentView, offset: number): readonly DefinitionTarget[] | undefined {
  const { model } = analysis;
  const at = labelAt(model, offset);
  if (at === undefined || at.form !== 'full') return undefined;
  const target = usesOfLabel(model, at.label).find(({ isDefinition }) => isDefinition);
  if (target === undefined) return undefined;
  const line = model.source.lineAt(target.span.start);
  const place = { path: document.path, span: target.span };
  return [{ uri: document.uri, line, origin: model.source.rangeOf(at.span), place }];
}

/** Ids and paths of other documents inside a field lead there, before the field leads to its template. */
function ofForeign(found: DocumentView, offset: number): readonly DefinitionTarget[] | undefined {
  const { analysis } = found;
  const field = fieldAt(analysis.model, offset);
  if (field === undefined || offset < field.valueSpan.start) return undefined;
  const at = subjectAt(found, offset);
  return at === undefined || at.isDeclaration ? undefined : ofNamed(found, offset);
}

/** Without the index nothing is known of other documents, but the text says where the link leads. */
function ofLink(found: DocumentView, offset: number): readonly DefinitionTarget[] | undefined {
  const { analysis, document } = found;
  if (surroundingsOfDocument(found) !== undefined)
    return linkFactAt(analysis.facts, offset) === undefined ? undefined : (ofNamed(found, offset) ?? []);
  const link = linkAt(analysis.model, offset);
  const target = link && linkTarget(document.path, link.url);
  if (link === undefined || target === undefined) return undefined;
  const origin = analysis.model.source.rangeOf(link.span);
  if (target.path !== document.path) return [{ uri: uriOfPath(document.root, target.path), line: 0, origin }];
  const section = analysis.model.sections.find((candidate) => candidate.anchor === target.anchor);
  const line = section === undefined ? 0 : analysis.model.source.lineAt(section.span.start);
  return section === undefined ? [] : [{ uri: document.uri, line, origin }];
}

function ofNamed(found: DocumentView, offset: number): readonly DefinitionTarget[] | undefined {
  const at = subjectAt(found, offset);
  if (at === undefined || at.isDeclaration) return undefined;
  const origin = found.analysis.model.source.rangeOf(at.span);
  return at.all.flatMap((subject) => {
    const target = targetOf(found, subject);
    return target === undefined ? [] : [{ ...target, origin }];
  });
}

function targetOf(found: DocumentView, subject: Subject): Omit<DefinitionTarget, 'origin'> | undefined {
  const { document } = found;
  const index = surroundingsOfDocument(found)?.index;
  if (index === undefined) return undefined;
  const path = subject.kind === 'folder' ? documentOfFolder(subject.path, index) : subject.path;
  if (path === undefined) return undefined;
  const uri = path === document.path ? document.uri : uriOfPath(document.root, path);
  const span = subject.kind === 'heading' ? index.documents.get(path)?.headings[subject.heading]?.span : undefined;
  return { uri, line: 0, ...(span && { place: { path, span } }) };
}
