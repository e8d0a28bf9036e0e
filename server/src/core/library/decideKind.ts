// The kind of a document and why: configuration first, then what the document states, then its name, then its content.
import type { KindDecision } from '../analysis.ts';
import { originalPath } from '../archive/archivePlace.ts';
import { defaultArchiveSettings } from '../archive/archiveSettings.ts';
import { tombstoneIn } from '../archive/tombstone.ts';
import type { DocumentModel, MetadataField, Section } from '../model/documentModel.ts';
import { normalKey } from '../model/normalKey.ts';
import type { SectionSpec, Template } from '../template/template.ts';
import type { Configuration, Kind } from './configuration.ts';
import { matcherOf, type PathMatcher } from './globs.ts';
import { shown } from './jsonNarrowing.ts';
import {
  commonSections,
  fileNameWords,
  folderWords,
  idKeys,
  idPrefixes,
  indexName,
  kindKeys,
  statedWords,
  titleWords,
  type KindWord,
} from './kindWords.ts';
import { baseNameOf } from './pathScope.ts';

/** Content decides where at least this many telling sections, and this share of the template's, are there. */
const MIN_MATCHED_SECTIONS = 3;
const MIN_MATCHED_SHARE = 0.6;
const MAX_STATED_LENGTH = 60;

/**
 * `path` is relative to the library root, with forward slashes. Templates, where given, let the content decide what
 * nothing else does. 'other' is a decision too: such documents get no findings.
 */
export function decideKind(
  path: string,
  model: DocumentModel,
  configuration: Configuration,
  templates: readonly (readonly [Kind, Template])[] = [],
): KindDecision {
  const { chosenKind } = configuration;
  if (chosenKind !== undefined) return { kind: chosenKind, reason: { key: 'kind.chosen' }, certainty: 'configured' };
  const stone = tombstoneIn(model);
  if (stone !== undefined) {
    return { kind: 'other', reason: { key: 'kind.tombstone', args: { path: shown(stone.to) } }, certainty: 'stated' };
  }
  // Laid aside it is still what it was.
  const place = originalPath(path, configuration.archive ?? defaultArchiveSettings) ?? path;
  return (
    byConfiguration(path, configuration) ??
    byConfiguration(place, configuration) ??
    byStatement(model, configuration) ??
    byName(place) ??
    byTitle(model) ??
    byContent(model, templates) ?? { kind: 'other', reason: { key: 'kind.default' }, certainty: 'default' }
  );
}

/** What path and configuration alone say, before the document is read. */
export function decideKindOfPath(path: string, configuration: Configuration): KindDecision {
  const unknown: KindDecision = { kind: 'other', reason: { key: 'kind.default' }, certainty: 'default' };
  return byConfiguration(path, configuration) ?? byName(path) ?? unknown;
}

const matchers = new WeakMap<readonly string[], PathMatcher>();

/** Templates and standards, then globs in the order in which the kinds are written; the first kind that matches wins. */
function byConfiguration(path: string, configuration: Configuration): KindDecision | undefined {
  const role = roleIn(configuration, path);
  if (role !== undefined) return { kind: role, reason: { key: `kind.used-as-${role}` }, certainty: 'configured' };
  for (const { kind, files } of configuration.kinds) {
    if (files.length === 0 || !matcherFor(files)(path)) continue;
    const glob = files.find((candidate) => !candidate.startsWith('!') && matcherOf([candidate])(path)) ?? '';
    return { kind, reason: { key: 'kind.configured', args: { kind, glob } }, certainty: 'configured' };
  }
  return undefined;
}

/** Template or standard of some kind: it may look like a document of that kind, and is none. */
function roleIn({ kinds }: Configuration, path: string): 'template' | 'standard' | undefined {
  if (kinds.some(({ template }) => template?.split('#', 1)[0] === path)) return 'template';
  return kinds.some(({ standard }) => standard?.split('#', 1)[0] === path) ? 'standard' : undefined;
}

function matcherFor(globs: readonly string[]): PathMatcher {
  const known = matchers.get(globs);
  if (known !== undefined) return known;
  const matcher = matcherOf(globs);
  matchers.set(globs, matcher);
  return matcher;
}

function byStatement(model: DocumentModel, configuration: Configuration): KindDecision | undefined {
  const fields = model.metadata.filter((block) => block.place !== 'tail').flatMap((block) => block.fields);
  for (const field of fields) {
    const decision = byKindKey(field, configuration) ?? byId(field);
    if (decision !== undefined) return decision;
  }
  return undefined;
}

function byKindKey(field: MetadataField, configuration: Configuration): KindDecision | undefined {
  if (!kindKeys.has(field.normalKey) || field.value.length > MAX_STATED_LENGTH) return undefined;
  const value = field.value.toLowerCase().trim();
  const named = configuration.kinds.find((candidate) => candidate.kind === value)?.kind;
  const kind = named ?? statedWords.find((word) => word.pattern.test(value))?.kind;
  if (kind === undefined) return undefined;
  const args = { key: field.key, value: shown(field.value) };
  return { kind, reason: { key: 'kind.stated-key', args }, certainty: 'stated' };
}

function byId(field: MetadataField): KindDecision | undefined {
  if (!idKeys.has(field.normalKey)) return undefined;
  const id = /^[A-Za-z]+(?:-[A-Za-z0-9]+)+/.exec(field.value)?.[0];
  const prefix = id?.split('-')[0]?.toUpperCase();
  if (id === undefined || prefix === undefined || !Object.hasOwn(idPrefixes, prefix)) return undefined;
  // CASE-XXX, CASE-NNN: the placeholder of a template.
  if (/-(?:X{2,}|N{2,})(?:-|$)/i.test(id)) return undefined;
  if (/-INDEX(?:-|$)/i.test(id)) {
    return { kind: 'other', reason: { key: 'kind.index-id', args: { id: shown(id) } }, certainty: 'stated' };
  }
  const args = { id: shown(id), prefix: `${prefix}-` };
  return { kind: idPrefixes[prefix] ?? 'other', reason: { key: 'kind.stated-id', args }, certainty: 'stated' };
}

function byName(path: string): KindDecision | undefined {
  const name = baseNameOf(path);
  const stem = name
    .replace(/\.(?:md|markdown|mdown)$/i, '')
    .normalize('NFC')
    .toLowerCase();
  if (indexName.test(stem))
    return { kind: 'other', reason: { key: 'kind.index-name', args: { name } }, certainty: 'name' };
  const inName = lastWord(stem, fileNameWords);
  if (inName !== undefined) {
    return { kind: inName.kind, reason: { key: 'kind.file-name', args: { word: inName.word } }, certainty: 'name' };
  }
  for (const folder of path.split('/').slice(0, -1).reverse()) {
    const kind = kindOfFolder(folder);
    if (kind !== undefined) return { kind, reason: { key: 'kind.folder', args: { folder } }, certainty: 'name' };
  }
  return undefined;
}

/** The kind that the name of a folder tells; undefined for most names. */
export function kindOfFolder(name: string): Kind | undefined {
  const plain = name.normalize('NFC').toLowerCase();
  const stem = plain.replace(/^\d+[-_. ]*/, '');
  return folderWords.find((word) => word.pattern.test(stem))?.kind;
}

function byTitle(model: DocumentModel): KindDecision | undefined {
  const title = model.title?.heading.text.normalize('NFC').toLowerCase().trim();
  if (title === undefined) return undefined;
  // A year or a date after the noun is no part of it: 主实施路线图 2025.
  const stem = title.slice(0, 200).replace(/[\s（(]*\d[\d\-/.年月日 ）)q_]*$/, '');
  const found = lastWord(stem, titleWords);
  if (found === undefined) return undefined;
  return { kind: found.kind, reason: { key: 'kind.title', args: { word: found.word } }, certainty: 'name' };
}

/** The word that ends last; on a tie the longer one. */
function lastWord(text: string, words: readonly KindWord[]): { kind: Kind; word: string } | undefined {
  let best: { kind: Kind; word: string; end: number } | undefined;
  for (const { kind, pattern } of words) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (best === undefined || end > best.end || (end === best.end && match[0].length > best.word.length)) {
        best = { kind, word: match[0], end };
      }
    }
  }
  return best;
}

function byContent(model: DocumentModel, templates: readonly (readonly [Kind, Template])[]): KindDecision | undefined {
  const keys = new Set(outerSections(model).map((section) => section.heading.identity.key));
  let best: { kind: Kind; template: Template; matched: number; total: number } | undefined;
  for (const [kind, template] of templates) {
    const telling = template.sections.filter((spec) => spec.required && isTelling(spec));
    const matched = telling.filter((spec) => namesOf(spec).some((name) => keys.has(name))).length;
    if (matched < MIN_MATCHED_SECTIONS || matched < telling.length * MIN_MATCHED_SHARE) continue;
    if (best === undefined || matched / telling.length > best.matched / best.total) {
      best = { kind, template, matched, total: telling.length };
    }
  }
  if (best === undefined) return undefined;
  const args = { matched: best.matched, total: best.total, template: best.template.name };
  return { kind: best.kind, reason: { key: 'kind.content', args }, certainty: 'content' };
}

/** The H2 sections, wherever they hang. */
function outerSections(model: DocumentModel): readonly Section[] {
  return model.sections.filter((section) => section.level === 2);
}

function isTelling(spec: SectionSpec): boolean {
  return !spec.isPlaceholder && !namesOf(spec).some((name) => commonSections.has(name));
}

function namesOf(spec: SectionSpec): string[] {
  return [spec.name, ...spec.aliases].map((name) => normalKey(name));
}
