// Criteria of success as plans write them: lists below 成功标准, one demand a line (`- ✅ 每个主题 800+ 行`). A plan with such
// lists can serve as the standard of the documents that it plans.
import type { DocumentModel, Section, Task } from '../model/documentModel.ts';
import { sectionAt } from '../template/checks.ts';

const criteriaHeading = /^(?:成功|验收|达标|质量)标准$|^(?:success|acceptance) criteria$|^definition of done$/i;
/** Boxes are tasks, and read as such. */
const mark = /^(?:✅|☑️?|✔️?)\s*/u;

/** As open tasks, in order; empty where the document has no such lists. */
export function readCriteria(model: DocumentModel): readonly Task[] {
  const boxes = new Set(model.blocks.tasks.map(({ span }) => span.start));
  return model.blocks.lists.flatMap(({ items, depth }) =>
    depth > 0
      ? []
      : items.flatMap(({ span, text }): Task[] => {
          if (boxes.has(span.start) || !isBelowCriteria(sectionAt(model, span.start))) return [];
          const words = (text.split('\n')[0] ?? '').replace(mark, '');
          return [{ span, text: words, isChecked: false, boxSpan: { start: span.start, end: span.start } }];
        }),
  );
}

function isBelowCriteria(section: Section | undefined): boolean {
  for (let at = section; at !== undefined; at = at.parent) {
    if (at.level > 1 && criteriaHeading.test(at.heading.identity.name)) return true;
  }
  return false;
}
