// Diagnostics of one open document: its own findings, and those that the library has about it as a template or standard.
import type { DocumentFacts } from '../core/facts/documentFacts.ts';
import { factsIn } from '../core/facts/packedFacts.ts';
import type { Finding } from '../core/finding.ts';
import { compareFindings } from '../core/finding.ts';
import { sharedContent, sharedText } from '../core/index/libraryIndex.ts';
import { contentHash } from '../core/schema/contentHash.ts';
import { configurationPath } from '../core/library/narrowConfiguration.ts';
import { SourceText } from '../core/sourceText.ts';
import { toDiagnostic, type PlainDiagnostic } from './diagnostics.ts';
import type { EngineDocument } from './engineState.ts';
import type { EngineView } from './engineView.ts';
import { libraryProblems } from './libraryProblems.ts';
import { sourceLookup } from './libraryDiagnostics.ts';

export interface UriParams {
  readonly uri: string;
}

export interface DocumentDiagnostics {
  readonly uri: string;
  readonly version: number;
  readonly diagnostics: readonly PlainDiagnostic[];
  /** Another one when findings of other documents may be different now. */
  readonly shared?: string;
  /** The same of the file on disk: '' where there is none, absent as long as the index is not known. */
  readonly sharedOnDisk?: string;
}

/** Undefined for a document that is not open. */
export function documentDiagnostics(view: EngineView, { uri }: UriParams): DocumentDiagnostics | undefined {
  const document = view.state.documents.get(uri);
  if (!document) return undefined;
  const isMarkdown = !document.path.endsWith('.json');
  const analysis = isMarkdown ? view.document(uri)?.analysis : undefined;
  const problems = libraryProblems(view, document.root, document.path === configurationPath);
  const source = analysis?.model.source ?? new SourceText(document.text);
  const findings: Finding[] = [...(analysis?.findings ?? []), ...(problems.get(document.path) ?? [])];
  const rendering = { source, locale: view.locale, sourceOf: sourceLookup(view, document.root) };
  return {
    uri,
    version: document.version,
    diagnostics: findings.toSorted(compareFindings).map((finding) => toDiagnostic(finding, rendering)),
    ...(analysis && { shared: digestOf(view, document.root, analysis.facts), ...onDisk(view, document) }),
  };
}

const digests = new WeakMap<DocumentFacts, string>();
const contentDigests = new WeakMap<DocumentFacts, string>();

function digestOf(view: EngineView, root: string, facts: DocumentFacts): string {
  const hasRecords = (view.life(root)?.records.size ?? 0) > 0;
  const known = hasRecords ? contentDigests : digests;
  const digest = known.get(facts) ?? contentHash(hasRecords ? sharedContent(facts) : sharedText(facts));
  known.set(facts, digest);
  return digest;
}

function onDisk(view: EngineView, { root, path }: EngineDocument): Pick<DocumentDiagnostics, 'sharedOnDisk'> {
  const index = view.state.index.get(root);
  if (index?.isReady !== true) return {};
  const stored = index.documents.get(path);
  const facts = stored && factsIn(stored);
  return { sharedOnDisk: facts === undefined ? '' : digestOf(view, root, facts) };
}
