// Bump Version: what the next version of a document is and why, and the text with version, dates, changelog and contents brought up to
// it at once. Nothing else of the text changes.
import { applyEdits } from '../applyEdits.ts';
import type { BoundDocument } from '../binding/boundDocument.ts';
import type { Message, TextEdit } from '../finding.ts';
import { listedSections, tocUpdate } from '../fixes/tocEdit.ts';
import type { MarkdownParser } from '../markdown/markdownParser.ts';
import { buildModel } from '../model/buildModel.ts';
import type { DocumentModel } from '../model/documentModel.ts';
import { tocMeaning } from '../model/tocMeaning.ts';
import { addEntry, type NewEntry } from './changelogEdit.ts';
import { changelogOf, newestOf } from './changelog.ts';
import { appendSection, changelogSpec, insertFromTemplate } from './changelogSection.ts';
import { levelOf, namesOf } from './changeLevel.ts';
import { contentChange, isUnchanged, type SectionState } from './contentChange.ts';
import { firstDayOf, writeDate } from './dateForm.ts';
import { defaultMaintenance, type MaintenanceConfiguration } from './maintenanceConfiguration.ts';
import { fieldsOf, updatedOf, versionOf, versionsOf } from './stated.ts';
import { bumpLevels, compareVersions, inFormOf, raised, writeVersion, type BumpLevel, type VersionForm } from './versionForm.ts'; // prettier-ignore

export interface BumpGround {
  readonly model: DocumentModel;
  readonly bound?: BoundDocument;
  /** Language of what is inserted. */
  readonly language: 'zh' | 'en';
  readonly maintenance?: MaintenanceConfiguration;
  /** YYYY-MM-DD */
  readonly today: string;
}

/** What the document is compared with. */
export interface BumpBasis {
  readonly kind: 'approval' | 'commit' | 'none';
  /** YYYY-MM-DD, where it is known. */
  readonly day?: string;
  readonly before: readonly SectionState[];
}

export interface BumpChoice {
  readonly level: BumpLevel;
  /** As the document writes its version. */
  readonly version: string;
}

export interface BumpProposal {
  /** As the document writes it. */
  readonly current: string;
  /** One of `choices`. */
  readonly level: BumpLevel;
  /** Major first; levels that give the same version once. */
  readonly choices: readonly BumpChoice[];
  readonly reasons: readonly Message[];
  /** For the changelog, in the document's language; empty where nothing is known. */
  readonly changes: readonly Message[];
  /** entry: one is added; section: the template has a section for it, which is inserted; none: only where it is asked for. */
  readonly changelog: 'entry' | 'section' | 'none';
}

/** A document without a version has no next one. */
export function proposeBump(
  ground: BumpGround,
  after: readonly SectionState[],
  basis: BumpBasis,
): BumpProposal | undefined {
  const current = currentVersion(ground.model);
  if (current === undefined) return undefined;
  const rule = (ground.maintenance ?? defaultMaintenance).bump;
  const change = basis.kind === 'none' ? undefined : contentChange(basis.before, after);
  const choice = change && levelOf(change, rule);
  const choices = choicesOf(current, ground);
  const wanted = writeVersion(raised(current, choice?.level ?? 'patch', yearOf(ground)));
  const level = choices.find(({ version }) => version === wanted)?.level ?? 'major';
  return {
    current: writeVersion(current),
    level,
    choices,
    reasons: [basisMessage(basis, current), ...(choice?.reasons ?? (change && isUnchanged(change) ? [{ key: 'bump.unchanged' } as const] : []))], // prettier-ignore
    changes: change === undefined ? [] : changesOf(change),
    changelog: changelogKind(ground),
  };
}

function changelogKind({ model, bound }: BumpGround): BumpProposal['changelog'] {
  if (changelogOf(model) !== undefined) return 'entry';
  return changelogSpec(bound) === undefined ? 'none' : 'section';
}

/** The highest that any place states. */
function currentVersion(model: DocumentModel): VersionForm | undefined {
  const stated = versionOf(fieldsOf(model))?.form;
  const log = stated && changelogOf(model);
  const newest = log && newestOf(log)?.version;
  if (stated === undefined || newest === undefined) return stated;
  return compareVersions(newest, stated) > 0 ? inFormOf(newest, stated) : stated;
}

function choicesOf(current: VersionForm, ground: BumpGround): readonly BumpChoice[] {
  const choices = bumpLevels.map((level) => ({ level, version: writeVersion(raised(current, level, yearOf(ground))) }));
  return choices.filter(({ version }, at) => choices.findIndex((other) => other.version === version) === at);
}

function yearOf({ today }: BumpGround): number {
  return Number(today.slice(0, 4));
}

function basisMessage({ kind, day = '' }: BumpBasis, current: VersionForm): Message {
  return { key: `bump.basis.${kind}`, args: { version: writeVersion(current), day } };
}

function changesOf({ added, removed, renamed, changed }: ReturnType<typeof contentChange>): readonly Message[] {
  const kinds = [
    ['bump.change.added', added],
    ['bump.change.changed', [...changed, ...renamed]],
    ['bump.change.removed', removed],
  ] as const;
  return kinds.flatMap(([key, states]) => {
    const names = namesOf(states);
    return names === '' ? [] : [{ key, args: { names } }];
  });
}

export interface BumpRequest {
  readonly level: BumpLevel;
  /** What changed; several lines are several points. */
  readonly message: string;
  readonly person?: string;
  /** A changelog is begun where there is none. */
  readonly addsChangelog?: boolean;
}

export interface BumpedText {
  readonly text: string;
  readonly version: string;
  /** What was brought up to it. */
  readonly done: {
    readonly versions: number;
    readonly dates: number;
    readonly changelog: boolean;
    readonly contents: boolean;
  };
}

/** The whole text after the bump. undefined for a document without a version. */
export function bumpVersion(ground: BumpGround, request: BumpRequest, parser: MarkdownParser): BumpedText | undefined {
  const { model, today } = ground;
  const current = currentVersion(model);
  if (current === undefined) return undefined;
  const version = raised(current, request.level, yearOf(ground));
  const versions = versionsOf(fieldsOf(model)).filter(({ isExact }) => isExact);
  const dates = updatedOf(fieldsOf(model)).filter(({ isExact, form }) => isExact && firstDayOf(form) <= today);
  const stated: readonly TextEdit[] = [
    ...versions.map(({ form, span }) => ({ span, newText: writeVersion(inFormOf(version, form)) })),
    ...dates.map(({ form, span }) => ({ span, newText: writeDate(today, form) })),
  ];
  const { person, message } = request;
  const entry = {
    version,
    day: today,
    text: message,
    language: ground.language,
    ...(person !== undefined && { person }),
  };
  const logged = withEntry(applyLogged(ground, request, stated), { ground, entry, request, parser });
  const contents = withContents(logged.text, parser);
  return {
    text: contents.text,
    version: writeVersion(version),
    done: { versions: versions.length, dates: dates.length, changelog: logged.isAdded, contents: contents.isChanged },
  };
}

/** Versions and dates, and the template's section for changes where the document lacks it. */
function applyLogged(ground: BumpGround, { message }: BumpRequest, stated: readonly TextEdit[]): string {
  const { model, bound } = ground;
  const inserted =
    bound !== undefined && message.trim() !== '' && changelogKind(ground) === 'section'
      ? insertFromTemplate(bound)
      : [];
  return applyEdits(model.source.text, [...stated, ...inserted]);
}

interface Logging {
  readonly ground: BumpGround;
  readonly entry: NewEntry;
  readonly request: BumpRequest;
  readonly parser: MarkdownParser;
}

/** An entry that says nothing is not added. */
function withEntry(
  text: string,
  { entry, request, parser }: Logging,
): { readonly text: string; readonly isAdded: boolean } {
  if (request.message.trim() === '') return { text, isAdded: false };
  const model = buildModel(text, parser);
  const log = changelogOf(model);
  const edits =
    log !== undefined ? addEntry(model, log, entry) : request.addsChangelog === true ? appendSection(model, entry) : [];
  return { text: applyEdits(text, edits), isAdded: edits.length > 0 };
}

/** Contents follow the headings; a list that is right already keeps its own ways. */
function withContents(text: string, parser: MarkdownParser): { readonly text: string; readonly isChanged: boolean } {
  const model = buildModel(text, parser);
  const { toc } = model;
  if (toc === undefined || toc.entries.length === 0) return { text, isChanged: false };
  const anchors = new Set(toc.entries.map(({ anchor }) => anchor));
  const { resolved } = tocMeaning(model, toc);
  const isRight =
    listedSections(model, toc).every(({ anchor }) => anchors.has(anchor)) &&
    toc.entries.every((each) => resolved.has(each));
  if (isRight) return { text, isChanged: false };
  const edits = tocUpdate(model, toc);
  return { text: applyEdits(text, edits), isChanged: edits.length > 0 };
}
