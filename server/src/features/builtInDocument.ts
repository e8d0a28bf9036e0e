// Texts of built-in templates and standards, for editors that show them read-only.
import { builtInText } from '../core/library/builtIn.ts';
import type { EngineView } from './engineView.ts';
import { BUILT_IN_SCHEME } from './resourceUri.ts';
import type { UriParams } from './documentDiagnostics.ts';

/** Undefined for URIs that name no built-in document. */
export function builtInDocument(_view: EngineView, { uri }: UriParams): { readonly text: string } | undefined {
  const prefix = `${BUILT_IN_SCHEME}:/`;
  if (!uri.startsWith(prefix) || !uri.endsWith('.md')) return undefined;
  const text = builtInText(`builtin:${uri.slice(prefix.length, -'.md'.length)}`);
  return text === undefined ? undefined : { text };
}
