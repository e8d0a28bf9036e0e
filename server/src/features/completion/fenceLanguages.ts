// Languages after an opening fence: what the template asks for, what the document uses, what is common.
import { renderMessage } from '../../core/messages/render.ts';
import type { SectionSpec } from '../../core/template/template.ts';
import { bindingOf, sectionAt } from '../sectionAt.ts';
import { rangeOnLine, sortKey, type Place, type Suggestion } from './suggestion.ts';

const common = [
  'sql',
  'python',
  'java',
  'go',
  'rust',
  'bash',
  'yaml',
  'json',
  'toml',
  'text',
  'mermaid',
  'typescript',
  'javascript',
  'c',
  'cpp',
  'dockerfile',
  'ini',
  'xml',
  'markdown',
];
const opening = /^(\s*(?:>\s*)*(?:`{3,}|~{3,})\s*)([\w+#-]*)$/;

export function fenceLanguages(place: Place): readonly Suggestion[] | undefined {
  const match = opening.exec(place.before);
  if (match === null || place.after.trim() !== '' || isClosing(place)) return undefined;
  const start = match[1]?.length ?? 0;
  const wanted = bindingOf(place.analysis, sectionAt(place.analysis.model, place.offset))?.spec;
  const used = place.analysis.model.blocks.code.flatMap((block) => block.language?.toLowerCase() ?? []);
  const languages = [
    ...new Set([...(wanted === undefined ? [] : languagesOf(wanted)), ...byFrequency(used), ...common]),
  ];
  const detail = renderMessage({ key: 'completion.language' }, place.found.view.locale);
  return languages.map((language, index) => ({
    label: language,
    kind: 'language',
    detail,
    insertText: language,
    isSnippet: false,
    range: rangeOnLine(place, start),
    sortText: sortKey(index),
  }));
}

/** The cursor stands on the last line of a block that began before it. */
function isClosing({ analysis, line }: Place): boolean {
  const { source, blocks } = analysis.model;
  return blocks.code.some(
    (block) =>
      block.isFenced &&
      block.isClosed &&
      source.lineAt(block.span.start) < line &&
      source.lineAt(Math.max(0, block.span.end - 1)) === line,
  );
}

function languagesOf(spec: SectionSpec): readonly string[] {
  return [...spec.languages, ...spec.bounds.flatMap((bound) => bound.languages ?? [])];
}

function byFrequency(words: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}
