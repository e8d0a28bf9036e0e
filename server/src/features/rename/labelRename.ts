// Another label for a reference: its definition and its uses in the document. Words that readers see stay.
import { applyEdits } from '../../core/applyEdits.ts';
import type { Message, TextEdit } from '../../core/finding.ts';
import type { MarkdownParser } from '../../core/markdown/markdownParser.ts';
import { buildModel } from '../../core/model/buildModel.ts';
import type { DocumentModel } from '../../core/model/documentModel.ts';
import { labelsOf, usesOfLabel, type LabelUse } from '../navigation/referenceLabels.ts';

const MAX_LABEL = 300;

/** The edits, or why there are none. */
export function labelRename(
  model: DocumentModel,
  { label }: LabelUse,
  newName: string,
  parser: MarkdownParser,
): { readonly edits: readonly TextEdit[] } | { readonly refusal: Message } {
  const args = { name: newName };
  if (/[[\]\\]/.test(newName) || newName.length > MAX_LABEL) return { refusal: { key: 'rename.label', args } };
  const uses = usesOfLabel(model, label);
  const edits = uses.map(editOf(newName));
  const after = labelsOf(buildModel(applyEdits(model.source.text, edits), parser));
  const positions = labelsOf(model).flatMap((use, at) => (use.label === label ? [at] : []));
  const [now] = positions.map((at) => after[at]?.label);
  if (now === undefined || after.length !== labelsOf(model).length) return { refusal: { key: 'rename.label', args } };
  if (after.filter((use) => use.label === now).length !== uses.length)
    return { refusal: { key: 'rename.label-taken', args } };
  return { edits };
}

function editOf(newName: string): (use: LabelUse) => TextEdit {
  return ({ span, form }) => {
    if (form === 'definition' || form === 'full') return { span, newText: newName };
    // `[label]` and `[label][]` show their label: it becomes the text, and the new label stands behind it.
    const at = form === 'collapsed' ? span.end + 2 : span.end + 1;
    return { span: { start: at, end: at }, newText: form === 'collapsed' ? newName : `[${newName}]` };
  };
}
