// What one document is checked against: the context of its kind, in its language.
import type { Kind } from './configuration.ts';
import type { KindContext, LibraryContext } from './libraryContext.ts';

/** Enough prose to tell its language. */
const SAMPLE_LENGTH = 20_000;
/** English words are about five letters, so even mostly Chinese text holds many Latin letters (names, terms). */
const MIN_CHINESE_SHARE = 0.05;
const fence = /^[ \t>]{0,20}(`{3,}|~{3,})/;
/** Inline code and addresses: no prose either. */
const marked = /`[^`]*`|\]\([^)]*\)/g;

/**
 * Language of a document by the share of Chinese characters among the letters of its prose: code says nothing about
 * the reader. A text without prose is judged as it stands; Chinese for one without letters.
 */
export function languageOf(text: string): 'zh' | 'en' {
  const prose = countLetters(proseOf(text));
  const { chinese, latin } = prose.chinese + prose.latin > 0 ? prose : countLetters(text.slice(0, SAMPLE_LENGTH));
  return chinese >= (chinese + latin) * MIN_CHINESE_SHARE ? 'zh' : 'en';
}

/** The first lines outside code blocks, up to the size of a sample. */
function proseOf(text: string): string {
  let prose = '';
  let open = '';
  for (let start = 0; start < text.length && prose.length < SAMPLE_LENGTH;) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const line = text.slice(start, Math.min(end, start + SAMPLE_LENGTH));
    const mark = fence.exec(line)?.[1] ?? '';
    if (open === '') {
      if (mark === '') prose += line.replace(marked, ' ');
      open = mark;
    } else if (mark.startsWith(open)) open = '';
    start = end + 1;
  }
  return prose;
}

function countLetters(text: string): { readonly chinese: number; readonly latin: number } {
  let chinese = 0;
  let latin = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0x4e00 && code <= 0x9fff) chinese += 1;
    else if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) latin += 1;
  }
  return { chinese, latin };
}

/** Undefined for kinds that nothing is demanded of ('other', kinds that are not configured). */
export function contextOf(library: LibraryContext, kind: Kind, text: string): KindContext | undefined {
  const english = languageOf(text) === 'en' ? library.englishKinds?.get(kind) : undefined;
  return english ?? library.kinds.get(kind);
}
