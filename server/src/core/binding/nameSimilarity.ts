// How well the name of a heading fits the names of a section spec. Knows nothing of places, levels or order.
import { normalKey } from '../model/headingIdentity.ts';
import type { NameMatch } from './boundDocument.ts';

export interface NameFit {
  readonly match: NameMatch;
  /** 1 for equal names, less for patterns and similar ones; only fits of the same kind compare. */
  readonly score: number;
  /** The spec's own words, not an alias or a pattern: sure enough to be recognized in another place. */
  readonly isOwnName: boolean;
  /** An alias as a whole, not by a pattern: sure enough to be recognized near its place. */
  readonly isOtherName?: boolean;
}

/** Normal keys of one spec: its own name, and everything else that means it. */
export interface SpecNames {
  readonly key: string;
  readonly aliases: ReadonlySet<string>;
  /** What stands around a placeholder inside the name: `[主题]概述` fits every name that ends in 概述. */
  readonly frame?: NameFrame;
  /** The same of aliases. */
  readonly aliasFrames?: readonly NameFrame[];
}

export interface NameFrame {
  readonly start: string;
  readonly end: string;
}

const placeholder = /\[[^\]]*\]|\{[^}]*\}|<[^>]*>|【[^】]*】|X{2,}/g;
const SHORTEST_FRAME = 2;

/** The fixed parts of a name with placeholders; undefined for a name without, or of nothing else. */
export function frameOf(name: string): NameFrame | undefined {
  const places = [...name.slice(0, LONGEST_COMPARED).matchAll(placeholder)];
  const first = places[0];
  const last = places.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const frame = { start: fixedKey(name.slice(0, first.index)), end: fixedKey(name.slice(last.index + last[0].length)) };
  return frame.start.length + frame.end.length < SHORTEST_FRAME ? undefined : frame;
}

function fixedKey(text: string): string {
  return /[\p{L}\p{N}]/u.test(text) ? normalKey(text) : '';
}

/** A name that is written out means more than a pattern that would take it too. */
const PATTERN_SCORE = 0.95;
/** Longer names are sentences; comparing their letter pairs says nothing. */
const LONGEST_COMPARED = 60;
const MIN_SHARED_PAIRS = 0.5;
/** Where the names end differently: 数据库追踪 is no 数据库设计. */
const MIN_SHARED_PAIRS_OF_OTHER_HEAD = 0.6;
const MIN_CONTAINED_SHARE = 0.4;

/** Undefined where the names have nothing telling in common. */
export function fitName(key: string, names: SpecNames): NameFit | undefined {
  if (key === '') return undefined;
  if (key === names.key) return { match: 'exact', score: 1, isOwnName: true };
  const joined = withoutJoiners(key);
  const isOwnName = joined !== '' && joined === withoutJoiners(names.key);
  const all = [names.key, ...names.aliases];
  const isAlias = names.aliases.has(key) || (joined !== '' && all.some((name) => withoutJoiners(name) === joined));
  if (isAlias) return { match: 'alias', score: 1, isOwnName, isOtherName: !isOwnName };
  if (names.frame !== undefined && fitsFrame(key, names.frame)) {
    return { match: 'placeholder', score: 1, isOwnName: false };
  }
  if (names.aliasFrames?.some((frame) => fitsFrame(key, frame)) === true) {
    return { match: 'alias', score: PATTERN_SCORE, isOwnName: false };
  }
  const score = Math.max(similarity(key, names.key), ...[...names.aliases].map((alias) => likenessToAlias(key, alias)));
  return score > 0 ? { match: 'similar', score, isOwnName: false } : undefined;
}

/** By a name or a pattern, not by likeness. */
export function isByName(fit: NameFit | undefined): boolean {
  return fit !== undefined && fit.match !== 'similar';
}

/** By a pattern among the other names: a kind of what is meant. */
export function isByPattern(fit: NameFit | undefined): boolean {
  return fit?.match === 'alias' && !fit.isOwnName && fit.isOtherName !== true;
}

/** Whether a key is one of the names, whole or by a pattern; likeness does not count. */
export function isNamed(key: string, names: SpecNames): boolean {
  if (key === '') return false;
  const joined = withoutJoiners(key);
  const all = [names.key, ...names.aliases];
  if (all.some((name) => name === key || (joined !== '' && withoutJoiners(name) === joined))) return true;
  return [...(names.aliasFrames ?? []), ...(names.frame ? [names.frame] : [])].some((frame) => fitsFrame(key, frame));
}

/**
 * 0 to 1 for two normal keys. A Chinese name has its head at the end (事务实现方案 is a kind of 实现方案), so a shared
 * end counts more than a shared beginning.
 */
export function similarity(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length > LONGEST_COMPARED || short.length < minLength(short)) return 0;
  if (short.length >= long.length * MIN_CONTAINED_SHARE) {
    if (long.endsWith(short)) return 0.9;
    if (long.startsWith(short) || hasInsertion(long, short)) return 0.8;
  }
  const shared = sharedPairs(short, long);
  const least = short.slice(-2) === long.slice(-2) ? MIN_SHARED_PAIRS : MIN_SHARED_PAIRS_OF_OTHER_HEAD;
  return shared >= least ? shared * 0.75 : 0;
}

/** A kind of what a longer alias names: 交易业务场景. Anything looser would guess at what is itself a guess. */
function likenessToAlias(key: string, alias: string): number {
  const isLong = alias.length >= 2 * minLength(alias) && alias.length >= key.length * MIN_CONTAINED_SHARE;
  return isLong && key.length <= LONGEST_COMPARED && key.endsWith(alias) ? 0.75 : 0;
}

/** 业务场景MVCC分析 is 业务场景分析 with words put in between. */
function hasInsertion(long: string, short: string): boolean {
  const least = minLength(short);
  let shared = 0;
  while (shared < short.length && long[shared] === short[shared]) shared += 1;
  return shared >= least && short.length - shared >= least && long.endsWith(short.slice(shared));
}

function fitsFrame(key: string, { start, end }: NameFrame): boolean {
  return key.length >= start.length + end.length && key.startsWith(start) && key.endsWith(end);
}

/** 监控与告警 and 监控和告警 are one name. */
function withoutJoiners(key: string): string {
  return key.replace(/[和与及]/g, '');
}

/** Two Chinese characters are a word; two Latin letters are none. */
function minLength(text: string): number {
  return /^[\x20-\x7e]*$/.test(text) ? 5 : 2;
}

/** Dice coefficient over pairs of neighboring letters, 0 to 1. */
function sharedPairs(a: string, b: string): number {
  const pairsOfA = pairsOf(a);
  const pairsOfB = pairsOf(b);
  let shared = 0;
  for (const pair of pairsOfA) if (pairsOfB.has(pair)) shared += 1;
  return (2 * shared) / (pairsOfA.size + pairsOfB.size || 1);
}

function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let index = 0; index + 1 < text.length; index++) pairs.add(text.slice(index, index + 2));
  return pairs;
}
