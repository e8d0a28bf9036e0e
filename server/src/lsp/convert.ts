// Plain data to LSP objects: the only place that builds them. Text of users goes out as it is; escaping is done where
// the text is made.
import {
  CodeActionKind,
  CompletionItemKind,
  DiagnosticSeverity,
  DiagnosticTag,
  FoldingRangeKind,
  InsertTextFormat,
  MarkupKind,
  SymbolKind,
  type CodeAction,
  type CodeLens,
  type CompletionItem,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  type PublishDiagnosticsParams,
  type SelectionRange,
  type SymbolInformation,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Severity } from '../core/finding.ts';
import { renderMessage } from '../core/messages/render.ts';
import type { Range } from '../core/sourceText.ts';
import type { CodeActions, PlainAction } from '../features/codeActions.ts';
import type { Lens } from '../features/codeLens.ts';
import type { Suggestion } from '../features/completion/suggestion.ts';
import type { PlainDiagnostic, PlainEdit } from '../features/diagnostics.ts';
import type { OutlineNode } from '../features/documentSymbols.ts';
import type { Fold } from '../features/foldingRanges.ts';
import type { HoverText } from '../features/hover.ts';
import type { InlayText } from '../features/planDocument/inlayHints.ts';
import { uriOfPath } from '../features/resourceUri.ts';
import type { ClientProfile } from './clientProfile.ts';
import { keyOf } from './uris.ts';

/** What the objects depend on besides their data. */
export interface Conversion {
  /** The document that the data belongs to. */
  readonly uri: string;
  /** Root URI of its library; '' for none. */
  readonly root: string;
  readonly client: ClientProfile;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toLspDiagnostic(plain: PlainDiagnostic, conversion: Conversion): Diagnostic {
  const related = conversion.client.relatedInformation ? toRelatedInformation(plain, conversion) : [];
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
    const uri = path === undefined ? conversion.uri : fileUri(conversion, path);
    return uri === undefined ? [] : [{ message, location: { uri, range } }];
  });
  const originUri = plain.origin && fileUri(conversion, plain.origin.path);
  if (plain.origin && originUri !== undefined) {
    const message = renderMessage({ key: 'server.origin' }, conversion.client.locale);
    related.push({ message, location: { uri: originUri, range: lineRange(plain.origin.line) } });
  }
  return related;
}

/** URI of a file of the library; undefined for what the client can not show. */
export function fileUri({ root, client }: Pick<Conversion, 'root' | 'client'>, path: string): string | undefined {
  const file = path.replace(/#.*$/, '');
  const canShow = file.startsWith('builtin:') ? client.hasServerDocuments : root !== '';
  return canShow ? keyOf(uriOfPath(root, file)) : undefined;
}

export function lineRange(line: number): Range {
  const position = { line, character: 0 };
  return { start: position, end: position };
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

/** Edits of one document; with its version where the client can refuse outdated ones. */
export function toWorkspaceEdit(
  { uri, client }: Conversion,
  version: number,
  edits: readonly PlainEdit[],
): WorkspaceEdit {
  const textEdits = edits.map(({ range, newText }) => ({ range, newText }));
  if (!client.canVersionEdits) return { changes: { [uri]: textEdits } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] };
}

/** `known`: the diagnostics that the client sent along; each action names those that it mends. */
export function toCodeActions(
  { version, actions }: CodeActions,
  conversion: Conversion,
  known: readonly Diagnostic[],
): CodeAction[] {
  return actions.map((action): CodeAction => {
    const diagnostics = known.filter((diagnostic) => mends(action, diagnostic));
    return {
      title: action.title,
      kind: action.kind === 'quickfix' ? CodeActionKind.QuickFix : action.kind,
      ...(action.isPreferred && { isPreferred: true }),
      ...(diagnostics.length > 0 && { diagnostics }),
      edit: toWorkspaceEdit(conversion, version, action.edits),
    };
  });
}

function mends(action: PlainAction, diagnostic: Diagnostic): boolean {
  if (!action.mends || diagnostic.source !== 'casewright' || diagnostic.code !== action.mends.code) return false;
  const { start, end } = action.mends.range;
  const { start: otherStart, end: otherEnd } = diagnostic.range;
  const isSameStart = start.line === otherStart.line && start.character === otherStart.character;
  return isSameStart && end.line === otherEnd.line && end.character === otherEnd.character;
}

const suggestionKinds: Readonly<Record<Suggestion['kind'], CompletionItemKind>> = {
  section: CompletionItemKind.Module,
  field: CompletionItemKind.Field,
  value: CompletionItemKind.EnumMember,
  language: CompletionItemKind.Keyword,
  anchor: CompletionItemKind.Reference,
  path: CompletionItemKind.File,
  id: CompletionItemKind.Value,
  annotation: CompletionItemKind.Property,
};

export function toCompletionItems(suggestions: readonly Suggestion[], { client }: Conversion): CompletionItem[] {
  return suggestions.map((suggestion) => {
    const isSnippet = suggestion.isSnippet && client.hasSnippets;
    const newText = suggestion.isSnippet && !isSnippet ? withoutStops(suggestion.insertText) : suggestion.insertText;
    return {
      label: suggestion.label,
      kind: suggestionKinds[suggestion.kind],
      detail: suggestion.detail,
      ...(suggestion.documentation !== undefined && { documentation: markdown(suggestion.documentation) }),
      insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: { range: suggestion.range, newText },
      ...(suggestion.filterText !== undefined && { filterText: suggestion.filterText }),
      sortText: suggestion.sortText,
    };
  });
}

/** A snippet as plain text: stops become their default text, escapes are resolved. */
function withoutStops(snippet: string): string {
  return snippet
    .replace(/\$\{\d+:([^}\\]*)\}/g, '$1')
    .replace(/\$\{\d+\}|\$\d+/g, '')
    .replace(/\\([$}\\])/g, '$1');
}

function markdown(value: string): { readonly kind: 'markdown'; readonly value: string } {
  return { kind: MarkupKind.Markdown, value };
}

export function toHover({ markdown: value, range }: HoverText): Hover {
  return { contents: markdown(value), range };
}

export function toDocumentSymbols(
  nodes: readonly OutlineNode[],
  { uri, client }: Conversion,
): DocumentSymbol[] | SymbolInformation[] {
  return client.hasSymbolTree ? nodes.map(toDocumentSymbol) : nodes.flatMap((node) => flatSymbols(node, uri));
}

function toDocumentSymbol(node: OutlineNode): DocumentSymbol {
  return {
    name: node.name,
    detail: node.detail,
    kind: SymbolKind.String,
    range: node.range,
    selectionRange: node.selectionRange,
    children: node.children.map(toDocumentSymbol),
  };
}

function flatSymbols(node: OutlineNode, uri: string): SymbolInformation[] {
  const own = { name: node.name, kind: SymbolKind.String, location: { uri, range: node.range } };
  return [own, ...node.children.flatMap((child) => flatSymbols(child, uri))];
}

export function toFoldingRanges(folds: readonly Fold[]): FoldingRange[] {
  const kinds = { comment: FoldingRangeKind.Comment, region: FoldingRangeKind.Region };
  return folds.map(({ startLine, endLine, kind }) => ({ startLine, endLine, ...(kind && { kind: kinds[kind] }) }));
}

/** `ranges`: innermost first. LSP wants the innermost with its parents. */
export function toSelectionRanges(places: readonly (readonly Range[])[]): (SelectionRange | null)[] {
  return places.map((ranges) => {
    const chain = ranges.reduceRight<SelectionRange | null>(
      (parent, range) => (parent ? { range, parent } : { range }),
      null,
    );
    return chain;
  });
}

export function toInlayHints(hints: readonly InlayText[]): InlayHint[] {
  return hints.map(({ position, label, tooltip }) => ({ position, label, tooltip, paddingLeft: true }));
}

export function toCodeLenses(lenses: readonly Lens[]): CodeLens[] {
  return lenses.map(({ range, title, command, arguments: given }) => ({
    range,
    command: { title, command, ...(given && { arguments: [...given] }) },
  }));
}
