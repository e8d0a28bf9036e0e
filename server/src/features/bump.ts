// Bump Version for editors: the proposal for an open document, in words, and the edits that carry it out.
import { minimalEdits } from '../core/fixes/minimalEdits.ts';
import { renderMessage } from '../core/messages/render.ts';
import { bumpDocument, bumpProposal, proposedMessage, statedVersion, type BumpOrder, type BumpQuestion, type StatedVersion } from '../core/versions/bumpDocument.ts'; // prettier-ignore
import type { BumpProposal } from '../core/versions/bumpVersion.ts';
import type { PlainEdit } from './diagnostics.ts';
import type { EngineView } from './engineView.ts';

/** Where git finds what the document said when its version was written. */
export interface BumpStated extends StatedVersion {
  readonly root: string;
  readonly path: string;
}

/** undefined for a document that is not open, or states no version of its own. */
export function bumpStated(view: EngineView, { uri }: { readonly uri: string }): BumpStated | undefined {
  const found = view.document(uri);
  const stated = found && statedVersion(found.analysis);
  return found && stated && { ...stated, root: found.document.root, path: found.document.path };
}

export interface BumpKnown {
  readonly uri: string;
  /** YYYY-MM-DD */
  readonly today: string;
  readonly before?: { readonly text: string; readonly day: string };
}

export interface BumpPlan extends Pick<BumpProposal, 'current' | 'level' | 'choices' | 'changelog'> {
  /** In the display language. */
  readonly reasons: readonly string[];
  /** For the changelog, in the language of the document. */
  readonly message: string;
}

export function bumpPlan(view: EngineView, known: BumpKnown): BumpPlan | undefined {
  const question = questionOf(view, known);
  const proposal = question && bumpProposal(question);
  if (question === undefined || proposal === undefined) return undefined;
  const { current, level, choices, changelog, reasons } = proposal;
  return {
    current,
    level,
    choices,
    changelog,
    reasons: reasons.map((reason) => renderMessage(reason, view.locale)),
    message: proposedMessage(question, proposal),
  };
}

export interface BumpEdits {
  readonly uri: string;
  readonly version: number;
  readonly edits: readonly PlainEdit[];
  /** What was done, in the display language. */
  readonly message: string;
}

export function bumpEdits(
  view: EngineView,
  { order, ...known }: BumpKnown & { readonly order: BumpOrder },
): BumpEdits | undefined {
  const found = view.document(known.uri);
  const question = questionOf(view, known);
  const parser = found?.library.parser;
  if (found === undefined || question === undefined || parser === undefined) return undefined;
  const proposal = bumpProposal(question);
  const bumped = bumpDocument(question, order, parser);
  if (proposal === undefined || bumped === undefined) return undefined;
  const { source } = found.analysis.model;
  const edits = minimalEdits(source, bumped.text).map(({ span, newText }) => ({
    range: source.rangeOf(span),
    newText,
  }));
  const args = { current: proposal.current, version: bumped.version };
  return {
    uri: known.uri,
    version: found.document.version,
    edits,
    message: renderMessage({ key: 'bump.done', args }, view.locale),
  };
}

function questionOf(view: EngineView, { uri, today, before }: BumpKnown): BumpQuestion | undefined {
  const found = view.document(uri);
  if (found === undefined) return undefined;
  const { root, path } = found.document;
  const record = view.life(root)?.records.get(path);
  const facts = before && view.facts(root, path, before.text);
  return {
    examination: found.analysis,
    configuration: found.library.configuration,
    today,
    ...(record && { record }),
    ...(before && facts && { before: { facts, day: before.day } }),
  };
}
