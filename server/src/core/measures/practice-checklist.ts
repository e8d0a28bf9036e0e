// Is there a list to check off? Lists of documents or files are none.
import type { DocumentModel, Task } from '../model/documentModel.ts';
import type { Measure } from './measure.ts';
import { account, type Place } from './text/places.ts';
import type { Topic } from './text/topics.ts';
import { emptySections, topicPlaces, without } from './text/weigh.ts';

const HEADING = /清单|检查(?:表|项|列表)|自查|核对表|checklists?|check list/i;
const OTHER_LIST = /(?:文档|文件|案例|任务|目录|资源|物料|依赖)清单|清单格式|bill of materials/i;
/** Says that something is to be checked, whatever marks its items carry. */
const TO_CHECK = /检查|自查|核对|check/i;
/** Ticked by the author: what the document covers, no matter for the reader to check. */
const TICKED = /^(?:✅|☑️?|✔️?|√)/u;
const LEAST_ITEMS = 3;

export const practiceChecklist: Measure = {
  id: 'practice-checklist',
  names: {
    zh: ['检查清单', '检查表', '核对清单', '清单'],
    en: ['checklist'],
  },
  measure({ model }) {
    const topics = topicPlaces(model, [{ words: HEADING, weight: weightOfTopic }]);
    const tasks = model.blocks.tasks.filter(({ text }) => text.trim() !== '');
    const boxes = without(runsOf(tasks, model), topics);
    const places = [...topics, ...boxes];
    return account({
      places,
      least: 3,
      found: 'measure.checklist.found',
      none: 'measure.checklist.none',
      missing: emptySections(model, HEADING),
      args: { tasks: tasks.length },
    });
  },
};

/** A list whose marks are all set already tells what the document holds. */
function weightOfTopic({ title, units, substance }: Topic): number {
  if (OTHER_LIST.test(title)) return 0;
  const listed = units.filter(({ kind, size }) => (kind === 'item' || kind === 'row') && size > 0);
  if (!TO_CHECK.test(title) && listed.length > 0 && listed.every(({ text }) => TICKED.test(text))) return 0;
  const items = listed.length;
  return items >= LEAST_ITEMS || substance.codeLines >= 5 || substance.figureLines >= LEAST_ITEMS ? 3 : 0;
}

/** Runs of boxes in one section. */
function runsOf(tasks: readonly Task[], { sections }: DocumentModel): readonly Place[] {
  const runs = new Map<number, Task[]>();
  let index = 0;
  for (const task of tasks) {
    while (index < sections.length && (sections[index]?.span.start ?? 0) <= task.span.start) index += 1;
    const run = runs.get(index);
    if (run === undefined) runs.set(index, [task]);
    else run.push(task);
  }
  return [...runs.values()].flatMap((run): Place[] => {
    const [first] = run;
    const last = run.at(-1);
    if (first === undefined || last === undefined || run.length < LEAST_ITEMS) return [];
    return [{ kind: 'part', span: { start: first.span.start, end: last.span.end }, weight: 3 }];
  });
}
