// The templates and standards that come with the product, by name: `builtin:case.zh` and the like.
import { builtInTexts } from './builtInTexts.ts';

/** Text of `builtin:case.zh`, `builtin:standard.en` …; undefined for any other name. */
export function builtInText(name: string): string | undefined {
  return Object.hasOwn(builtInTexts, name) ? builtInTexts[name] : undefined;
}

/** `builtin:case` in a language; names that say their language already, and paths, as they are. */
export function inLanguage(name: string, language: 'zh' | 'en'): string {
  return name.startsWith('builtin:') && !/\.(?:zh|en)$/.test(name) ? `${name}.${language}` : name;
}
