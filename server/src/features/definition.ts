// Where things are said: a section's or field's line in the template, an anchor's heading, a link's file.
import type { Range } from '../core/sourceText.ts';
import type { DocumentView, EngineView } from './engineView.ts';
import { linkTarget } from './linkTarget.ts';
import { planDefinition } from './planDocument/planDefinition.ts';
import { uriOfPath } from './resourceUri.ts';
import { bindingOf, fieldAt, fieldSpecOf, headingAt, linkAt } from './sectionAt.ts';

export interface DefinitionTarget {
  readonly uri: string;
  readonly line: number;
  /** Where the word at the cursor stands, for the underline. */
  readonly origin: Range;
}

export interface PositionParams {
  readonly uri: string;
  readonly position: Range['start'];
}

export function definition(view: EngineView, { uri, position }: PositionParams): readonly DefinitionTarget[] {
  const found = view.document(uri);
  if (found === undefined) return [];
  const offset = found.analysis.model.source.offsetAt(position);
  return inTemplate(found, offset) ?? ofLink(found, offset) ?? planDefinition(found, offset) ?? [];
}

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

function ofLink(found: DocumentView, offset: number): readonly DefinitionTarget[] | undefined {
  const { analysis, document } = found;
  const link = linkAt(analysis.model, offset);
  const target = link && linkTarget(document.path, link.url);
  if (link === undefined || target === undefined) return undefined;
  const origin = analysis.model.source.rangeOf(link.span);
  if (target.path !== document.path) return [{ uri: uriOfPath(document.root, target.path), line: 0, origin }];
  const section = analysis.model.sections.find((candidate) => candidate.anchor === target.anchor);
  const line = section === undefined ? 0 : analysis.model.source.lineAt(section.span.start);
  return section === undefined ? [] : [{ uri: document.uri, line, origin }];
}
