// The file that a line such as 创建第八轮完成报告 speaks of, found by the words of its name near the plan.
import { baseNameOf, folderOf } from '../../library/pathScope.ts';
import { normalKey } from '../../model/normalKey.ts';
import { pathIndexOf } from '../../library/pathIndex.ts';

const PRODUCES =
  /^(?:\P{L}*)(?:创建|新建|编写|撰写|完成|生成|输出|create|write|add)[ \t]*[《“"`]?(.{4,60}?)[》”"`]?(?:文档)?[。.]?$/iu;
/** A name of fewer letters fits too much. */
const MIN_LETTERS = 5;
/** Share of the file's own name that the words must make up. */
const MIN_SHARE = 0.7;
const MARKDOWN = /\.(?:md|markdown)$/i;

/** Undefined where no file, or more than one, answers to the words. The plan itself never does. */
export function producedFile(text: string, planPath: string, paths: ReadonlySet<string>): string | undefined {
  const words = PRODUCES.exec(text.trim())?.[1];
  const wanted = words === undefined ? '' : normalKey(words.replace(MARKDOWN, ''));
  if (wanted.length < MIN_LETTERS) return undefined;
  const found = pathIndexOf(paths)
    .filesIn(folderOf(planPath), (name) => MARKDOWN.test(name) && answers(nameOf(name), wanted))
    .filter((path) => path !== planPath);
  return found.length === 1 ? found[0] : undefined;
}

/** Without extension, numbers in front, dates and signs. */
function nameOf(path: string): string {
  const stem = baseNameOf(path).replace(MARKDOWN, '');
  return normalKey(stem.replace(/^\P{L}+/u, '').replace(/[-_ ]*\d{4}[-_年]\d{1,2}(?:[-_月]\d{1,2}日?)?.*$/, ''));
}

/** The words stand in the name in order, and leave little of it over. */
function answers(name: string, wanted: string): boolean {
  if (wanted.length > name.length || wanted.length < name.length * MIN_SHARE) return false;
  let at = 0;
  for (const letter of wanted) {
    const found = name.indexOf(letter, at);
    if (found < 0) return false;
    at = found + letter.length;
  }
  return true;
}
