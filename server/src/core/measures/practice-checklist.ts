// Is there a list to check off? Lists of documents or files are none.
import type { DocumentModel, Task } from '../model/documentModel.ts';
import type { Measure } from './measure.ts';
import { account, type Place } from './text/places.ts';
import type { Topic } from './text/topics.ts';
import { emptySections, topicPlaces, without } from './text/weigh.ts';

const HEADING = /清单|检查(?:表|项|列表)|自查|核对表|checklists?|check list/i;
const OTHER_LIST = /(?:文档|文件|案例|任务|目录|资源|物料|依赖)清单|清单格式|bill of materials/i;
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

/** Boxes weigh most; marks that are all set already tell what the document holds, and can be read as a list. */
function weightOfTopic({ title, units, substance }: Topic): number {
  if (OTHER_LIST.test(title)) return 0;
  const items = units.filter(({ kind, size }) => (kind === 'item' || kind === 'row') && size > 0).length;
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
