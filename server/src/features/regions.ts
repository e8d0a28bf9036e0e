// Generated regions for editors: which documents have regions that differ from their library, the edits that bring them up
// to date, and what stands above each region.
import type { DocumentFacts } from '../core/facts/documentFacts.ts';
import { renderMessage } from '../core/messages/render.ts';
import type { FieldGround } from '../core/regions/fields.ts';
import { isMarkRight } from '../core/regions/markProblems.ts';
import { regionDifference } from '../core/regions/regionDifference.ts';
import { regionUpdates } from '../core/regions/regionUpdates.ts';
import { SourceText } from '../core/sourceText.ts';
import type { Lens } from './codeLens.ts';
import type { PlainEdit } from './diagnostics.ts';
import type { EngineView } from './engineView.ts';

export interface DocumentRegions {
  readonly root: string;
  /** Relative to the root. */
  readonly path: string;
  /** Regions that differ. */
  readonly count: number;
}

export interface StaleRegions {
  readonly documents: readonly DocumentRegions[];
  /** False while a library is being read: nothing is said of it yet. */
  readonly isReady: boolean;
}

/** Documents of all libraries, open or not, with regions that differ. */
export function staleRegions(view: EngineView): StaleRegions {
  const roots = [...view.state.libraries.keys()].filter((root) => root !== '');
  const documents = roots.flatMap((root) => {
    const ground = groundFor(view, root);
    if (ground === undefined) return [];
    const marked = [...ground.index.documents.values()].filter(({ regions }) => regions.length > 0);
    return marked.flatMap((facts) => {
      const { count } = regionUpdates(facts, ground);
      return count === 0 ? [] : [{ root, path: facts.path, count }];
    });
  });
  return { documents, isReady: roots.every((root) => view.index(root) !== undefined) };
}

export interface RegionEditsQuestion {
  /** Documents with their texts as they are now. */
  readonly files: readonly { readonly root: string; readonly path: string; readonly text: string }[];
}

export interface RegionEdits {
  readonly root: string;
  readonly path: string;
  readonly count: number;
  readonly edits: readonly PlainEdit[];
}

/** Edits for the given texts; documents without any are left out. */
export function regionEdits(view: EngineView, { files }: RegionEditsQuestion): readonly RegionEdits[] {
  return files.flatMap(({ root, path, text }) => {
    const ground = groundFor(view, root);
    const facts = ground && view.facts(root, path, text);
    if (ground === undefined || facts === undefined) return [];
    const { count, edits } = regionUpdates(facts, ground);
    const source = new SourceText(text);
    const plain = edits.map(({ span, newText }) => ({ range: source.rangeOf(span), newText }));
    return count === 0 ? [] : [{ root, path, count, edits: plain }];
  });
}

/** For a document that is open. */
export function ownRegionEdits(view: EngineView, uri: string): readonly PlainEdit[] {
  const found = view.document(uri);
  const ground = found && groundFor(view, found.document.root);
  if (found === undefined || ground === undefined) return [];
  const { source } = found.analysis.model;
  const { edits } = regionUpdates(found.analysis.facts, ground);
  return edits.map(({ span, newText }) => ({ range: source.rangeOf(span), newText }));
}

/** Above each region that can be written: that it is current, or how much of it differs. */
export function regionLenses(view: EngineView, uri: string): readonly Lens[] {
  const found = view.document(uri);
  const ground = found && groundFor(view, found.document.root);
  if (found === undefined || ground === undefined || found.analysis.facts.limit !== undefined) return [];
  const { facts } = found.analysis;
  const { source } = found.analysis.model;
  return facts.regions.flatMap((region): readonly Lens[] => {
    if (region.fault !== undefined || !isMarkRight(region, ground)) return [];
    const range = source.rangeOf(region.markSpan);
    const state = lensOf(facts, region, ground);
    if (state === undefined) {
      return [{ range, title: renderMessage({ key: 'region.lens.current' }, view.locale), command: '' }];
    }
    const title = renderMessage({ key: 'region.lens.stale', args: { count: state } }, view.locale);
    return [{ range, title, command: 'casewright.updateRegions', arguments: [{ uri, position: range.start }] }];
  });
}

function lensOf(
  facts: DocumentFacts,
  region: DocumentFacts['regions'][number],
  ground: FieldGround,
): number | undefined {
  const difference = regionDifference({ region, facts, ground });
  return difference && Math.max(1, difference.missing + difference.extra + difference.changed);
}

/** As rules see it; undefined while the library is being read. */
function groundFor(view: EngineView, root: string): FieldGround | undefined {
  const ground = view.ground(root);
  if (ground?.index === undefined) return undefined;
  const { index, configuration, plans } = ground;
  return { index, configuration, ...(plans && { plans }) };
}
