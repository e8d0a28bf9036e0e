// Names and sentences of a plan compared by the words in them: Latin words, and pairs of Chinese characters.
import { normalKey } from '../../model/normalKey.ts';

const LONGEST = 400;
const LATIN = /[a-z0-9][a-z0-9_.+#-]*/g;
const HAN = /\p{Script=Han}+/gu;

/** Latin words in lower case, and each pair of neighboring Chinese characters. */
export function wordsOf(text: string): ReadonlySet<string> {
  const folded = text.slice(0, LONGEST).normalize('NFKC').toLowerCase();
  const words = new Set<string>(folded.match(LATIN) ?? []);
  for (const run of folded.match(HAN) ?? []) {
    for (let index = 0; index + 1 < run.length; index++) words.add(run.slice(index, index + 2));
    if (run.length === 1) words.add(run);
  }
  return words;
}

/** Share of the words of `part` that `whole` has too, 0 to 1. */
export function shareOf(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  if (part.size === 0) return 0;
  let shared = 0;
  for (const word of part) if (whole.has(word)) shared += 1;
  return shared / part.size;
}

/** Endings that say that something is to be done or is done, not what. */
const WORK =
  /(?:计划|方案|工作|任务|开发|建设|实施|推进|完成|达成|完毕|plan|work|development|complete[d]?|completion|done)$/;

/** The normal key of a name without words of work at its end: 业务场景案例开发 and 业务场景案例完成 are one subject. */
export function subjectKey(name: string): string {
  let key = normalKey(name).replace(/^(?:[mp]?\d+(?:\.\d+)*)(?=\D)/, '');
  for (let shorter = key.replace(WORK, ''); shorter !== key && shorter !== ''; shorter = key.replace(WORK, '')) {
    key = shorter;
  }
  return key;
}
