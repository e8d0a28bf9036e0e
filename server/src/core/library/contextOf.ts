// What one document is checked against: the context of its kind, in its language.
import type { Kind } from './configuration.ts';
import type { KindContext, LibraryContext } from './libraryContext.ts';

/** Enough of a document to tell its language. */
const SAMPLE_LENGTH = 20_000;
/** English words are about five letters, so even mostly Chinese text holds many Latin letters (code, names). */
const MIN_CHINESE_SHARE = 0.05;

/** Language of a text by the share of Chinese characters among its letters; Chinese for a text without letters. */
export function languageOf(text: string): 'zh' | 'en' {
  let chinese = 0;
  let latin = 0;
  const end = Math.min(text.length, SAMPLE_LENGTH);
  for (let index = 0; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0x4e00 && code <= 0x9fff) chinese += 1;
    else if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) latin += 1;
  }
  return chinese >= (chinese + latin) * MIN_CHINESE_SHARE ? 'zh' : 'en';
}

/** Undefined for kinds that nothing is demanded of ('other', kinds that are not configured). */
export function contextOf(library: LibraryContext, kind: Kind, text: string): KindContext | undefined {
  const english = languageOf(text) === 'en' ? library.englishKinds?.get(kind) : undefined;
  return english ?? library.kinds.get(kind);
}
