// The language that a plan is written in, for words that are put into it.
import type { DocumentModel } from '../model/documentModel.ts';

const HAN = /\p{Script=Han}/u;

/** Chinese where one heading or paragraph is: English words stand in every Chinese plan, the other way round is rare. */
export function documentLanguage({ sections, blocks }: DocumentModel): 'zh' | 'en' {
  const isChinese =
    sections.some(({ heading }) => HAN.test(heading.text)) || blocks.paragraphs.some(({ text }) => HAN.test(text));
  return isChinese ? 'zh' : 'en';
}
