// The outline: sections with what the template calls them.
import type { Range } from '../core/sourceText.ts';
import type { Section } from '../core/model/documentModel.ts';
import type { EngineView } from './engineView.ts';

export interface OutlineNode {
  readonly name: string;
  readonly detail: string;
  /** The section without blank lines at its end. */
  readonly range: Range;
  readonly selectionRange: Range;
  readonly level: number;
  readonly children: readonly OutlineNode[];
}

export function documentSymbols(view: EngineView, { uri }: { readonly uri: string }): readonly OutlineNode[] {
  const found = view.document(uri);
  if (found === undefined) return [];
  const { source, topSections } = found.analysis.model;
  const nodeOf = (section: Section): OutlineNode => {
    const text = source.slice(section.span);
    const end = section.span.start + text.trimEnd().length;
    const binding = found.analysis.bound?.bySection.get(section);
    const isRenamed = binding !== undefined && binding.nameMatch !== 'exact' && binding.nameMatch !== 'placeholder';
    return {
      name: section.heading.text === '' ? '#'.repeat(section.level) : section.heading.text,
      detail: isRenamed ? binding.spec.name : '',
      range: source.rangeOf({ start: section.span.start, end: Math.max(end, section.heading.span.end) }),
      selectionRange: source.rangeOf(section.heading.span),
      level: section.level,
      children: section.children.map(nodeOf),
    };
  };
  return topSections.map(nodeOf);
}
