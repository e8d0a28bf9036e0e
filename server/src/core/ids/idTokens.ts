// What looks like an id. Where ids are expected nearly every form will do; in running text only a form that hardly
// anything else has. It knows no scheme: whether an id is well formed is the business of the schemes.

/** One id where it stands; offsets into the text that was looked at. */
export interface IdToken {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

const LONGEST_ID = 80;
/** SCENARIO-OLTP-001, and 03-03-18-16; not the number of a date, nor a part of a path, a file name or a longer word. */
const inProse =
  /(?<![\w/.#@-])(?:[A-Z][A-Z0-9]{0,30}(?:-[A-Z0-9]{1,30}){0,8}-\d{1,8}|\d{1,3}(?:-\d{1,3}){2,6})(?![\w/@-]|\.[A-Za-z])/g;
const betweenIds = /[\s,，、;；|()（）[\]【】<>《》"“”'‘’`*~：:]+/;
const separated = /^\p{L}[\p{L}\p{N}]*(?:[-_][\p{L}\p{N}]+)+$/u;
const compact = /^[A-Z]{2,12}\d{2,8}$/;
const unnumbered = /^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+$/;
const numeric = /^\d{1,4}(?:-\d{1,4}){2,6}$/;
const date = /^(?:19|20)\d\d-\d{1,4}(?:-\d{1,2})?$/;
/** Only where an id is what must stand there: 0042, 4-2, 4.2.1. */
const bareNumber = /^(?:\d{3,8}|\d{1,4}-\d{1,4}|\d{1,4}(?:\.\d{1,4}){2,6})$/;
const placeholderPart = /^(?:X{2,}|x{3,}|N{2,}|n{3,}|Y{4}|编号|序号|分类|领域)$/;

/** Ids in running text, in order. */
export function idsInProse(text: string): readonly IdToken[] {
  return [...text.matchAll(inProse)].map(({ 0: id, index }) => ({ id, start: index, end: index + id.length }));
}

/** Ids in a text that is expected to hold some: the value of a field, the text of a link. */
export function idsInValue(text: string, isIdField = false): readonly IdToken[] {
  const found: IdToken[] = [];
  let at = 0;
  for (const part of text.split(betweenIds)) {
    const start = text.indexOf(part, at);
    at = start + part.length;
    found.push(...idsInPart(part, start, isIdField));
  }
  return found;
}

/** `CASE-001/CASE-002` are two ids, `cases/CASE-001` is a path. */
function idsInPart(part: string, start: number, isIdField: boolean): readonly IdToken[] {
  const ids = part.split('/');
  if (!ids.every((id) => isIdLike(id, isIdField))) return [];
  let at = start;
  return ids.map((id) => {
    const token = { id, start: at, end: at + id.length };
    at += id.length + 1;
    return token;
  });
}

/** Whether a word can be an id: it has parts and a number, or is all capitals; placeholders and dates are none. */
export function isIdLike(word: string, isIdField = false): boolean {
  if (word.length > LONGEST_ID || word === '') return false;
  if (date.test(word)) return false;
  if (numeric.test(word) || (isIdField && bareNumber.test(word))) return true;
  if (word.split(/[-_]/).some((part) => placeholderPart.test(part))) return false;
  return compact.test(word) || unnumbered.test(word) || (separated.test(word) && /\d$/.test(word));
}
