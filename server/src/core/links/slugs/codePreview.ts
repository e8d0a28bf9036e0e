// The Markdown preview of VS Code: a fixed list of punctuation goes, emoji stay, hyphens at both ends go.
import { numberRepeats } from './repeats.ts';

const PUNCTUATION =
  /[\][!/'"#$%&()*+,.:;<=>?@\\^{|}~`。，、；：？！…—·ˉ¨‘’“”々～‖∶＂＇｀｜〃〔〕〈〉《》「」『』．〖〗【】（）［］｛｝]/g;

export function codePreviewAnchors(texts: readonly string[]): readonly string[] {
  return numberRepeats(texts.map(slugOf));
}

function slugOf(text: string): string {
  const words = text.trim().toLowerCase().replace(/\s+/g, '-').replace(PUNCTUATION, '');
  let [start, end] = [0, words.length];
  while (words.charAt(start) === '-') start += 1;
  while (end > start && words.charAt(end - 1) === '-') end -= 1;
  return words.slice(start, end);
}
