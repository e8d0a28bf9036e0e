// Diagnostics of one open document: its own findings, and those that the library has about it as a template or standard.
import type { Finding } from '../core/finding.ts';
import { compareFindings } from '../core/finding.ts';
import { SourceText } from '../core/sourceText.ts';
import { toDiagnostic, type PlainDiagnostic } from './diagnostics.ts';
import type { EngineView } from './engineView.ts';
import { sourceLookup } from './libraryDiagnostics.ts';

export interface UriParams {
  readonly uri: string;
}

export interface DocumentDiagnostics {
  readonly uri: string;
  readonly version: number;
  readonly diagnostics: readonly PlainDiagnostic[];
}

/** Undefined for a document that is not open. */
export function documentDiagnostics(view: EngineView, { uri }: UriParams): DocumentDiagnostics | undefined {
  const document = view.state.documents.get(uri);
  if (!document) return undefined;
  const isMarkdown = !document.path.endsWith('.json');
  const analysis = isMarkdown ? view.document(uri)?.analysis : undefined;
  const library = view.library(document.root);
  const source = analysis?.model.source ?? new SourceText(document.text);
  const findings: Finding[] = [...(analysis?.findings ?? []), ...(library?.problems.get(document.path) ?? [])];
  const rendering = { source, locale: view.locale, sourceOf: sourceLookup(view, document.root) };
  return {
    uri,
    version: document.version,
    diagnostics: findings.toSorted(compareFindings).map((finding) => toDiagnostic(finding, rendering)),
  };
}
