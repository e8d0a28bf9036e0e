// Labels of reference links, `[text][label]`, and their definitions, `[label]: address`: where they stand in one document.
import type { Definition, ImageReference, LinkReference, Nodes } from 'mdast';
import type { DocumentModel } from '../../core/model/documentModel.ts';
import { pushChildren, spanOf } from '../../core/model/plainText.ts';
import type { Span } from '../../core/sourceText.ts';

export interface LabelUse {
  /** Two labels are one where these are equal (CommonMark: case and blanks aside). */
  readonly label: string;
  /** The words of the label, without brackets. */
  readonly span: Span;
  readonly isDefinition: boolean;
  /** `[label]: address`, `[text][label]`, `[label][]`, `[label]`. */
  readonly form: 'definition' | 'full' | 'collapsed' | 'shortcut';
}

const known = new WeakMap<DocumentModel, readonly LabelUse[]>();

/** In document order. */
export function labelsOf(model: DocumentModel): readonly LabelUse[] {
  const before = known.get(model);
  if (before !== undefined) return before;
  const found: LabelUse[] = [];
  const stack: Nodes[] = [model.tree];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'definition' || node.type === 'linkReference' || node.type === 'imageReference') {
      const span = labelSpan(node, model);
      if (span !== undefined) {
        const form = node.type === 'definition' ? 'definition' : node.referenceType;
        found.push({ label: node.identifier, span, isDefinition: form === 'definition', form });
      }
    }
    if ('children' in node) pushChildren(stack, node.children);
  }
  known.set(model, found);
  return found;
}

export function labelAt(model: DocumentModel, offset: number): LabelUse | undefined {
  return labelsOf(model).find(({ span }) => span.start <= offset && offset <= span.end);
}

export function usesOfLabel(model: DocumentModel, label: string): readonly LabelUse[] {
  return labelsOf(model).filter((use) => use.label === label);
}

function labelSpan(node: Definition | LinkReference | ImageReference, { source }: DocumentModel): Span | undefined {
  const span = spanOf(node);
  const text = source.slice(span);
  if (node.type === 'definition') {
    const end = text.indexOf(']:');
    return text.startsWith('[') && end > 0 ? { start: span.start + 1, end: span.start + end } : undefined;
  }
  const closing = node.referenceType === 'collapsed' ? text.length - 3 : text.length - 1;
  const opening = node.referenceType === 'full' ? text.lastIndexOf('[') : text.indexOf('[');
  return opening < 0 || closing <= opening ? undefined : { start: span.start + opening + 1, end: span.start + closing };
}
