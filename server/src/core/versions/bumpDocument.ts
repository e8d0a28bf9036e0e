// Bump Version of one examined document: what it is compared with, the proposal, and the text. The command line and the editor ask
// the same.
import type { Examination } from '../analysis.ts';
import type { Configuration } from '../library/configuration.ts';
import type { MarkdownParser } from '../markdown/markdownParser.ts';
import { renderMessage } from '../messages/render.ts';
import type { ReviewRecord } from '../review/reviewRecord.ts';
import { bumpVersion, proposeBump, type BumpBasis, type BumpedText, type BumpGround, type BumpProposal } from './bumpVersion.ts'; // prettier-ignore
import { sectionStates, snapshotStates, type SectionState } from './contentChange.ts';
import { fieldsOf, versionOf } from './stated.ts';
import { compareVersions, readVersion, writeVersion, type BumpLevel } from './versionForm.ts';

export interface BumpQuestion {
  readonly examination: Pick<Examination, 'model' | 'bound' | 'facts'>;
  readonly configuration: Configuration;
  readonly record?: ReviewRecord;
  /** The document as it was when its version was written, where git tells. */
  readonly before?: { readonly facts: Examination['facts']; readonly day: string };
  /** YYYY-MM-DD */
  readonly today: string;
}

/** Where the version stands, for those who ask git about it. */
export interface StatedVersion {
  readonly key: string;
  readonly version: string;
}

export function statedVersion({ model }: Pick<Examination, 'model'>): StatedVersion | undefined {
  const stated = versionOf(fieldsOf(model));
  return stated && { key: stated.field.key, version: writeVersion(stated.form) };
}

export function bumpProposal(question: BumpQuestion): BumpProposal | undefined {
  return proposeBump(groundOf(question), sectionStates(question.examination.facts), basisOf(question));
}

export interface BumpOrder {
  /** Absent: what is proposed. */
  readonly level?: BumpLevel;
  /** Absent: what the proposal says of the change. */
  readonly message?: string;
  readonly person?: string;
  readonly addsChangelog?: boolean;
}

export function bumpDocument(question: BumpQuestion, order: BumpOrder, parser: MarkdownParser): BumpedText | undefined {
  const proposal = bumpProposal(question);
  if (proposal === undefined) return undefined;
  const { level = proposal.level, message = proposedMessage(question, proposal), ...rest } = order;
  return bumpVersion(groundOf(question), { level, message, ...rest }, parser);
}

/** What changed, in the language of the document; empty where nothing is known. */
export function proposedMessage({ examination }: Pick<BumpQuestion, 'examination'>, { changes }: BumpProposal): string {
  const { language } = examination.facts;
  return changes.map((change) => renderMessage(change, language)).join(language === 'zh' ? '；' : '; ');
}

function groundOf({ examination, configuration, today }: BumpQuestion): BumpGround {
  const { model, bound, facts } = examination;
  const { maintenance } = configuration;
  return { model, language: facts.language, today, ...(bound && { bound }), ...(maintenance && { maintenance }) };
}

/** An approval of the same version says most surely what it stood for. */
function basisOf({ examination, record, before }: BumpQuestion): BumpBasis {
  const stated = versionOf(fieldsOf(examination.model))?.form;
  const approval = record?.events.findLast((event) => event.kind === 'approve');
  const approved = approval && readVersion(approval.snapshot.version ?? '');
  if (
    approval !== undefined &&
    approved !== undefined &&
    stated !== undefined &&
    compareVersions(approved, stated) === 0
  ) {
    return { kind: 'approval', day: approval.at.slice(0, 10), before: snapshotStates(approval.snapshot) };
  }
  if (before === undefined) return { kind: 'none', before: noStates };
  return { kind: 'commit', day: before.day, before: sectionStates(before.facts) };
}

const noStates: readonly SectionState[] = [];
