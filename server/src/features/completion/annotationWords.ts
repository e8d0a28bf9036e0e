// Words of the annotation form: keys that are not there yet, and values after a colon.
import { renderMessage } from '../../core/messages/render.ts';
import { annotationAt, childrenOf, helpFor, helpText, keyPath, valuesOf, type HelpNode } from '../annotationHelp.ts';
import { escapeMarkdown } from '../plainMarkdown.ts';
import { rangeOnLine, sortKey, type Place, type Suggestion } from './suggestion.ts';

const halfTyped = /<!--\s*casewright\s*:([^>]*)$/;

export function annotationWords(place: Place): readonly Suggestion[] | undefined {
  const before = textBefore(place);
  if (before === undefined) return undefined;
  const path = keyPath(before);
  const value = /([\w-]+)\s*:\s*([\w.-]*)$/.exec(before.replace(/^\s*casewright\s*:/, ''));
  const key = value?.[1];
  const node = key === undefined ? undefined : helpFor([...path, key]);
  if (value !== null && node !== undefined) return values(place, node, (value[2] ?? '').length);
  return keys(place, path, before);
}

/** Text of the annotation up to the cursor; a comment that is not closed yet is looked for on the line. */
function textBefore({ found, analysis, offset, before }: Place): string | undefined {
  const comment = annotationAt(found, offset);
  if (comment !== undefined) return analysis.model.source.text.slice(comment.textSpan.start, offset);
  const match = halfTyped.exec(before);
  return match === null ? undefined : `casewright:${match[1] ?? ''}`;
}

function keys(place: Place, path: readonly string[], before: string): readonly Suggestion[] {
  const children = childrenOf(helpFor(path)) ?? {};
  const typed = /[\w-]*$/.exec(place.before)?.[0].length ?? 0;
  // A region heeds keys of its own only; below them everything is its own.
  const isRegion = path.length === 0 && written(before).has('region');
  const isOpen = path.length > 0 || before.includes('{') || before.includes('\n');
  return Object.entries(children)
    .filter(([name, node]) => !written(before).has(name) && (!isRegion || node['x-on']?.includes('region') === true))
    .map(([name, node], index) =>
      suggest(place, { name, node, insertText: isOpen ? `${name}: ` : `{${name}: }`, typed, index }),
    );
}

function values(place: Place, node: HelpNode, typed: number): readonly Suggestion[] {
  return valuesOf(node).map((name, index) => suggest(place, { name, node, insertText: name, typed, index }));
}

interface Word {
  readonly name: string;
  readonly node: HelpNode;
  readonly insertText: string;
  readonly typed: number;
  readonly index: number;
}

function suggest(place: Place, { name, node, insertText, typed, index }: Word): Suggestion {
  const { locale } = place.found.view;
  return {
    label: name,
    kind: 'annotation',
    detail: renderMessage({ key: 'completion.annotation' }, locale),
    documentation: escapeMarkdown(helpText(node, locale)),
    insertText,
    isSnippet: false,
    range: rangeOnLine(place, place.before.length - typed),
    sortText: sortKey(index),
  };
}

/** Keys that stand there already, at whatever depth: offering one twice helps nobody. */
function written(before: string): ReadonlySet<string> {
  return new Set([...before.matchAll(/([\w-]+)\s*:/g)].map((match) => match[1] ?? ''));
}
