// Two versions of one record to the record that holds the events of both: ours as it stands, then what only theirs has, word
// for word. Understands no event, so that nothing is lost that this version does not know.
import { parseDocument } from 'yaml';
import { isTooDeepYaml } from '../model/metadata/yamlDepth.ts';
import { unmasked, type ConflictSides } from './recordConflicts.ts';
import { nodeSpan, yamlPairs, type YamlPair } from './recordYaml.ts';

/** The text of a file with conflict markers as it should be. */
export function mergedRecord(text: string, { ours, theirs }: ConflictSides): string {
  return mergeRecords(unmasked(text, ours), unmasked(text, theirs));
}

/** Where one of them can not be read, or has no events, the other one's events still count. */
export function mergeRecords(ours: string, theirs: string): string {
  const known = eventPairs(ours);
  const others = eventPairs(theirs);
  if (others.length === 0) return ours;
  if (known.length === 0) return theirs;
  const names = new Map(known.map((pair) => [pair.name, wordsOf(pair, ours)]));
  const missing = others.filter((pair) => names.get(pair.name) !== wordsOf(pair, theirs));
  if (missing.length === 0) return ours;
  const lineEnding = /\r?\n/.exec(ours)?.[0] ?? '\n';
  const indent = indentOf(known[0], ours);
  const lines = missing.flatMap((pair) => {
    const own = indentOf(pair, theirs);
    return wordsOf(pair, theirs).split(/\r?\n/).map((line, index) => shifted(index === 0 ? own + line : line, own, indent)); // prettier-ignore
  });
  const end = Math.max(...known.map((pair) => pairEnd(pair, ours)));
  const before = ours.slice(0, end).trimEnd();
  const after = ours.slice(before.length);
  return [before, ...lines].join(lineEnding) + (/^\s*$/.test(after) ? lineEnding : after);
}

function eventPairs(text: string): readonly YamlPair[] {
  if (isTooDeepYaml(text)) return [];
  try {
    const { contents } = parseDocument(text, { uniqueKeys: false, schema: 'core', logLevel: 'silent' });
    const maps = (yamlPairs(contents) ?? []).filter(({ name }) => name === 'events');
    return maps.flatMap(({ value }) => yamlPairs(value) ?? []);
  } catch {
    // What can not be read has no events that could be taken over; the file keeps its text.
    return [];
  }
}

function pairEnd({ key, value }: YamlPair, text: string): number {
  return Math.max(nodeSpan(value, text)?.end ?? 0, nodeSpan(key, text)?.end ?? 0);
}

function wordsOf(pair: YamlPair, text: string): string {
  return text.slice(nodeSpan(pair.key, text)?.start ?? 0, pairEnd(pair, text)).trimEnd();
}

/** Blanks before the key, where nothing else stands there. */
function indentOf(pair: YamlPair | undefined, text: string): string {
  const start = nodeSpan(pair?.key, text)?.start ?? 0;
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /^ *$/.test(line) ? line : '  ';
}

function shifted(line: string, from: string, to: string): string {
  return line.startsWith(from) ? to + line.slice(from.length) : line;
}
