// Help inside `<!-- casewright: … -->`: what each word of the annotation form means. The words come from its JSON Schema.
import { annotationSchema } from '../core/template/annotationSchema.ts';
import type { Comment } from '../core/model/documentModel.ts';
import type { Locale } from '../core/messages/catalog.ts';
import type { DocumentView } from './engineView.ts';
import type { HoverText } from './hover.ts';
import { escapeMarkdown } from './plainMarkdown.ts';

/** One schema node as far as help needs it. */
export interface HelpNode {
  readonly description?: string;
  readonly 'x-zh'?: string;
  readonly 'x-on'?: readonly string[];
  readonly type?: unknown;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, HelpNode>>;
  readonly items?: HelpNode;
  readonly anyOf?: readonly HelpNode[];
}

const opening = /^\s*casewright\s*:/;

/** The annotation that holds the offset, closed or half-typed. */
export function annotationAt(found: DocumentView, offset: number): Comment | undefined {
  return found.analysis.model.comments.find(
    (comment) => opening.test(comment.text) && comment.textSpan.start <= offset && offset <= comment.textSpan.end,
  );
}

/** The schema node of a key path such as `bounds`, `codeBlocks`. */
export function helpFor(keys: readonly string[]): HelpNode | undefined {
  let node: HelpNode | undefined = annotationSchema; // the schema is data of a wider shape
  for (const key of keys) node = childrenOf(node)?.[key];
  return node;
}

/** Keys that may stand in a mapping, with what they mean. */
export function childrenOf(node: HelpNode | undefined): Readonly<Record<string, HelpNode>> | undefined {
  if (node === undefined) return undefined;
  return (
    node.properties ??
    node.items?.properties ??
    node.anyOf?.map((part) => childrenOf(part)).find((children) => children !== undefined)
  );
}

/** Words that a value may be. */
export function valuesOf(node: HelpNode | undefined): readonly string[] {
  if (node === undefined) return [];
  const own = node.enum ?? (node.type === 'boolean' ? ['true', 'false'] : []);
  return [...new Set([...own, ...(node.anyOf ?? []).flatMap((part) => valuesOf(part))])];
}

export function helpText(node: HelpNode, locale: Locale): string {
  return (locale === 'zh' ? node['x-zh'] : node.description) ?? node.description ?? '';
}

/** Hover on a word of an annotation. */
export function annotationHover(found: DocumentView, offset: number): HoverText | undefined {
  const comment = annotationAt(found, offset);
  if (comment === undefined) return undefined;
  const { source } = found.analysis.model;
  const word = wordAt(source.text, offset);
  if (word === undefined) return undefined;
  const path = keyPath(source.text.slice(comment.textSpan.start, word.start));
  const node = helpFor([...path, word.text]) ?? helpFor([word.text]);
  if (node === undefined) return undefined;
  const values = valuesOf(node).map((value) => `\`${value}\``);
  const allowed = values.length === 0 ? '' : `\n\n${values.join(' · ')}`;
  return {
    markdown: `**${escapeMarkdown(word.text)}**\n\n${escapeMarkdown(helpText(node, found.view.locale))}${allowed}`,
    range: source.rangeOf({ start: word.start, end: word.start + word.text.length }),
  };
}

function wordAt(text: string, offset: number): { readonly text: string; readonly start: number } | undefined {
  let start = offset;
  while (start > 0 && /[\w-]/.test(text[start - 1] ?? '')) start -= 1;
  const word = /^[\w-]+/.exec(text.slice(start, start + 60))?.[0];
  return word === undefined ? undefined : { text: word, start };
}

/** Keys of the flow mappings that are open before a place: `casewright: {bounds: {code` gives [bounds]. */
export function keyPath(before: string): readonly string[] {
  const path: string[] = [];
  const open: (string | undefined)[] = [];
  let key: string | undefined;
  for (const match of before.replace(opening, '').matchAll(/([\w-]+)\s*:|[{}[\],]/g)) {
    if (match[1] !== undefined) key = match[1];
    else if (match[0] === '{' || match[0] === '[') {
      open.push(key);
      key = undefined;
    } else if (match[0] === '}' || match[0] === ']') {
      open.pop();
      key = undefined;
    } else key = undefined;
  }
  for (const name of open) if (name !== undefined) path.push(name);
  return path;
}
