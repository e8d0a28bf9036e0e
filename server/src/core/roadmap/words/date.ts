// Dates as plans write them: 2025-11-03, 2025年11月, 10月31日, 2025/11/3, Q4 2025, November 2025, 3 Nov 2025. Nothing is made of them.
import type { Found } from './effort.ts';

const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const DATE = new RegExp(
  String.raw`(?:19|20)\d{2}[ \t]*年(?:[ \t]*\d{1,2}[ \t]*月)?(?:[ \t]*\d{1,2}[ \t]*[日号])?|\d{1,2}[ \t]*月[ \t]*\d{1,2}[ \t]*[日号]|(?:19|20)\d{2}[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?!\d)|Q[1-4][ \t]*(?:19|20)\d{2}|(?:19|20)\d{2}[ \t]*Q[1-4]|(?:\d{1,2}[ \t]+)?(?:${MONTH})\.?(?:[ \t]+\d{1,2},?)?[ \t]+(?:19|20)\d{2}`,
  'i',
);

/** The first date in the text. */
export function dateIn(text: string): Found<string> | undefined {
  const match = DATE.exec(text);
  return match === null ? undefined : { value: match[0], text: match[0], index: match.index };
}
