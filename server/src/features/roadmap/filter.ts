// What a person types above the tree: words and facets such as `P0 state:missing 物流`. All of them must hold.
import { normalKey } from '../../core/model/normalKey.ts';
import { trueStates } from '../../core/roadmap/trueState.ts';
import { stateLabel } from './labels.ts';
import { ownerOf } from './owner.ts';
import type { RoadmapRow } from './rows.ts';

export type RowFilter = (row: RoadmapRow) => boolean;

/** Facet names in both languages, as they stand before a colon. */
const FACETS: Readonly<Record<string, (row: RoadmapRow) => readonly string[]>> = {
  state: (row) => [row.state.state, stateLabel(row.state.state, 'zh'), stateLabel(row.state.state, 'en')],
  priority: ({ priority }) => (priority === undefined ? [] : [priority]),
  phase: (row) => ownerOf(row, 'phase'),
  group: (row) => ownerOf(row, 'group'),
  milestone: (row) => ownerOf(row, 'milestone'),
  plan: (row) => [row, ...row.others].flatMap(({ read: { plan } }) => [plan.path, plan.title]),
  path: (row) => [row, ...row.others].flatMap(({ item }) => item.paths.map(({ path }) => path)),
  owner: (row) => [row, ...row.others].flatMap(({ item }) => item.owner?.value ?? []),
  status: ({ stated }) => (stated === undefined ? [] : [stated.status.value, stated.status.text]),
  kind: ({ item }) => [item.kind],
};
const NAMES: Readonly<Record<string, keyof typeof FACETS>> = {
  状态: 'state',
  优先级: 'priority',
  阶段: 'phase',
  分组: 'group',
  里程碑: 'milestone',
  计划: 'plan',
  路径: 'path',
  负责人: 'owner',
  类型: 'kind',
};
const MAX_TERMS = 20;

/** Every row passes an empty filter. */
export function filterOf(text: string): RowFilter {
  const terms = text.split(/\s+/).filter((term) => term !== '').slice(0, MAX_TERMS).map(termOf); // prettier-ignore
  return (row) => terms.every((term) => term(row));
}

function termOf(term: string): RowFilter {
  if (term.startsWith('-') && term.length > 1) {
    const inner = termOf(term.slice(1));
    return (row) => !inner(row);
  }
  const [, name = '', value = ''] = /^([^:：]{1,20})[:：](.*)$/.exec(term) ?? [];
  const facet = NAMES[name] ?? name.toLowerCase();
  if (facet === 'is' && value.toLowerCase() === 'drift') return (row) => row.hasDrift;
  const read = Object.hasOwn(FACETS, facet) ? FACETS[facet] : undefined;
  if (read !== undefined) return value === '' ? () => true : facetTerm(read, value);
  if (/^P[0-4]$/i.test(term)) return (row) => row.priority === term.toUpperCase();
  const word = normalKey(term);
  return (row) => wordsOf(row).some((text) => text.includes(word));
}

/** `state:done,ready` is either. A state is meant whole, any other value as a part. */
function facetTerm(read: (row: RoadmapRow) => readonly string[], value: string): RowFilter {
  const wanted = value.split(/[,，]/).map((part) => normalKey(part)).filter((part) => part !== ''); // prettier-ignore
  const isWhole = wanted.every((part) => trueStates.some((state) => normalKey(state) === part));
  return (row) =>
    read(row).some((text) => {
      const key = normalKey(text);
      return wanted.some((part) => (isWhole ? key === part : key.includes(part)));
    });
}

const words = new WeakMap<RoadmapRow, readonly string[]>();

function wordsOf(row: RoadmapRow): readonly string[] {
  const known = words.get(row);
  if (known !== undefined) return known;
  const texts = [row, ...row.others].flatMap(({ item }) => [
    item.title,
    item.id ?? '',
    ...item.mentions.map((mention) => mention.title),
    ...item.paths.map(({ path }) => path),
  ]);
  const keys = [...new Set([...texts, ...ownerOf(row, 'group')].map(normalKey))];
  words.set(row, keys);
  return keys;
}
