// Edits that give a section the template's name and keep its emoji, number and mark. Builds edits only.
import type { BoundDocument, SectionBinding } from '../binding/boundDocument.ts';
import type { TextEdit } from '../finding.ts';
import { headingPartSpan } from '../model/sections.ts';
import { currentOutline, referenceEdits } from './outlineEdits.ts';

export function renameSection({ section, spec }: SectionBinding, { model }: BoundDocument): readonly TextEdit[] {
  const { heading } = section;
  const { name, nameStart } = heading.identity;
  const nameEnd = nameStart + name.length;
  const span = headingPartSpan(model.source, heading, nameStart, nameEnd);
  // Marks of Markdown inside the name: the words before it are written anew without them.
  const edit =
    span === undefined
      ? { span: heading.textSpan, newText: heading.text.slice(0, nameStart) + spec.name + heading.text.slice(nameEnd) }
      : { span, newText: spec.name };
  const text = heading.text.slice(0, nameStart) + spec.name + heading.text.slice(nameEnd);
  const plan = currentOutline(model).map((planned) => (planned.section === section ? { ...planned, text } : planned));
  return [edit, ...referenceEdits(model, plan)];
}
