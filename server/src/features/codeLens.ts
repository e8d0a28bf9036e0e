// How complete a document is, above its title, and how many places refer to it.
import type { Range } from '../core/sourceText.ts';
import { renderMessage } from '../core/messages/render.ts';
import type { EngineView } from './engineView.ts';
import { planLens } from './planDocument/planLens.ts';
import { referencesLens } from './referencesLens.ts';
import { regionLenses } from './regions.ts';
import { completenessOf } from './completeness.ts';

export interface Lens {
  readonly range: Range;
  readonly title: string;
  readonly command:
    | 'casewright.explainFindings'
    | 'casewright.insertMissingSections'
    | 'casewright.openTemplate'
    | 'casewright.roadmap.focus'
    | 'casewright.showReferences'
    | 'casewright.updateRegions'
    /** Says something, does nothing. */
    | '';
  readonly arguments?: readonly { readonly uri: string; readonly position: Range['start'] }[];
}

export interface CodeLensParams {
  readonly uri: string;
  /** Says also how many places refer to the document. */
  readonly countsReferences?: boolean;
}

export function codeLens(view: EngineView, { uri, countsReferences }: CodeLensParams): readonly Lens[] {
  const references = countsReferences === true ? referencesLens(view, { uri }) : [];
  return [...completenessLens(view, uri), ...references, ...regionLenses(view, uri)];
}

function completenessLens(view: EngineView, uri: string): readonly Lens[] {
  const found = view.document(uri);
  if (found?.analysis.plan !== undefined) return planLens(found);
  const bound = found?.analysis.bound;
  if (found === undefined || bound === undefined) return [];
  const { analysis } = found;
  const title = analysis.model.title?.heading.span ?? { start: 0, end: 0 };
  const range = analysis.model.source.rangeOf(title);
  const { met, of, missing } = completenessOf(analysis);
  const count = (severity: string): number =>
    analysis.findings.filter((finding) => finding.severity === severity).length;
  const errors = count('error');
  const warnings = count('warning');
  const state = renderMessage({ key: 'lens.completeness', args: { met, of, errors, warnings } }, view.locale);
  const lenses: Lens[] = [{ range, title: state, command: 'casewright.explainFindings' }];
  if (missing > 0) {
    const insert = renderMessage({ key: 'lens.insert-missing', args: { count: missing } }, view.locale);
    lenses.push({ range, title: insert, command: 'casewright.insertMissingSections' });
  }
  const name = renderMessage({ key: 'lens.template', args: { name: bound.template.name } }, view.locale);
  return [...lenses, { range, title: name, command: 'casewright.openTemplate' }];
}
