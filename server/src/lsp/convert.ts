// Plain data to LSP objects: the only place that builds them.
import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver';
import type { Severity } from '../core/finding.ts';
import type { Locale } from '../core/messages/catalog.ts';
import { renderMessage } from '../core/messages/render.ts';
import type { PlainDiagnostic } from '../features/diagnostics.ts';
import { uriBelow } from './uris.ts';

/** What the objects depend on besides their data. */
export interface Conversion {
  /** The document that the data belongs to. */
  readonly uri: string;
  /** Root URI of its library; '' for none. */
  readonly root: string;
  readonly locale: Locale;
  readonly relatedInformation: boolean;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toLspDiagnostic(plain: PlainDiagnostic, conversion: Conversion): Diagnostic {
  const related = conversion.relatedInformation ? toRelatedInformation(plain, conversion) : [];
  return {
    range: plain.range,
    severity: severities[plain.severity],
    code: plain.code,
    source: 'casewright',
    message: plain.message,
    ...(plain.isUnnecessary && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related.length > 0 && { relatedInformation: related }),
  };
}

function toRelatedInformation(plain: PlainDiagnostic, conversion: Conversion): DiagnosticRelatedInformation[] {
  const related = plain.related.flatMap(({ message, path, range }) => {
    const uri = path === undefined ? conversion.uri : fileUri(conversion.root, path);
    return uri === undefined ? [] : [{ message, location: { uri, range } }];
  });
  const originUri = plain.origin && fileUri(conversion.root, plain.origin.path);
  if (plain.origin && originUri !== undefined) {
    const position = { line: plain.origin.line, character: 0 };
    const message = renderMessage({ key: 'server.origin' }, conversion.locale);
    related.push({ message, location: { uri: originUri, range: { start: position, end: position } } });
  }
  return related;
}

/** URI of a file of the library; undefined for built-in files and documents outside a library. */
export function fileUri(root: string, path: string): string | undefined {
  return root === '' || path.startsWith('builtin:') ? undefined : uriBelow(root, path.replace(/#.*$/, ''));
}

export function toPublishParams(
  diagnostics: readonly PlainDiagnostic[],
  conversion: Conversion,
  version?: number,
): PublishDiagnosticsParams {
  return {
    uri: conversion.uri,
    ...(version !== undefined && { version }),
    diagnostics: diagnostics.map((plain) => toLspDiagnostic(plain, conversion)),
  };
}
