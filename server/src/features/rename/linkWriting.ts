// Addresses and texts of links written anew in the way they were written: encoded or raw, with their marks.
import { escapeLinkText } from '../../core/fixes/tocEdit.ts';
import type { DocumentFacts, FactLink } from '../../core/facts/documentFacts.ts';
import type { TextEdit } from '../../core/finding.ts';
import type { SourceText, Span } from '../../core/sourceText.ts';

/** The address in the source: path, then query and fragment. Undefined where the link has no address of its own. */
export interface WrittenAddress {
  readonly path: string;
  readonly pathSpan: Span;
  /** Without the `#`. */
  readonly fragment?: string;
  readonly fragmentSpan: Span;
  /** Between `<` and `>`, where blanks may stand. */
  readonly isInBrackets: boolean;
}

/** References take their address from a definition, which is edited instead. */
export function addressOf(source: SourceText, { form, span, urlSpan }: FactLink): WrittenAddress | undefined {
  if (form === 'reference' || (urlSpan.start === span.start && form === 'image')) return undefined;
  const written = source.slice(urlSpan);
  const hash = written.indexOf('#');
  const query = written.slice(0, hash < 0 ? undefined : hash).indexOf('?');
  const pathEnd = query >= 0 ? query : hash >= 0 ? hash : written.length;
  const { start, end } = urlSpan;
  return {
    path: written.slice(0, pathEnd),
    pathSpan: { start, end: start + pathEnd },
    ...(hash >= 0 && { fragment: written.slice(hash + 1) }),
    fragmentSpan: { start: hash < 0 ? end : start + hash + 1, end },
    isInBrackets: source.text.charAt(start - 1) === '<',
  };
}

function isEncoded(written: string): boolean {
  return /%[0-9a-f]{2}/i.test(written);
}

/** Another fragment, encoded where the old one was. */
export function fragmentEdit({ fragment, fragmentSpan }: WrittenAddress, anchor: string): readonly TextEdit[] {
  if (fragment === undefined) return [];
  const prefix = /^user-content-/.exec(fragment)?.[0] ?? '';
  const newText = prefix + (isEncoded(fragment) ? encodeURIComponent(anchor) : anchor);
  return newText === fragment ? [] : [{ span: fragmentSpan, newText }];
}

/** A path as an address: encoded throughout where `encodes`, else only what would end the address or mean something in it. */
export function pathAddress(
  path: string,
  { encodes, isInBrackets }: { readonly encodes: boolean; readonly isInBrackets: boolean },
): string {
  const keepsBrackets = isInBrackets || isBalanced(path);
  const breaking = isInBrackets ? /[<>%#?\\]/g : keepsBrackets ? /[ <>%#?\\]/g : /[ ()<>%#?\\]/g;
  if (!encodes) return path.replace(breaking, percent);
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return keepsBrackets ? encoded : encoded.replace(/[()]/g, percent);
}

function percent(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Brackets in pairs may stand in an address. */
function isBalanced(path: string): boolean {
  let depth = 0;
  for (const letter of path) {
    if (letter === '(') depth += 1;
    if (letter === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

/** The words of an inline link. */
function textSpanOf(source: SourceText, { form, span, urlSpan }: FactLink): Span | undefined {
  if (form !== 'inline') return undefined;
  const close = source.text.lastIndexOf('](', urlSpan.start);
  return source.text.charAt(span.start) === '[' && close > span.start
    ? { start: span.start + 1, end: close }
    : undefined;
}

export function textEdit(source: SourceText, link: FactLink, newText: string): readonly TextEdit[] {
  const span = textSpanOf(source, link);
  return span === undefined ? [] : [{ span, newText: escapeLinkText(newText) }];
}

export const encodedLetter = /%[89a-f][0-9a-f]/i;
export const rawLetter = /[^\u0000-\u007F]/;

/** How a document writes its links. */
export interface LinkHabits {
  /** Letters beyond ASCII are percent-encoded. */
  readonly encodes: boolean;
  /** `guide` for `guide.md`. */
  readonly omitsExtension: boolean;
}

/** By the majority of its links to files. */
export function habitsOf({ links }: DocumentFacts): LinkHabits {
  const paths = links
    .map(({ url }) => url.replace(/[#?].*$/, ''))
    .filter((path) => path !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(path));
  const count = (form: RegExp): number => paths.filter((path) => form.test(path)).length;
  return {
    encodes: count(encodedLetter) > count(rawLetter),
    omitsExtension: count(/(?:^|\/)[^./]+$/) > count(/\.(?:md|markdown)$/i),
  };
}
