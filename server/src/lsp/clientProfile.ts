// What the client can do and wants, read out of the `initialize` parameters. What it does not say, it can not do.
import { localeOf, type Locale } from '../core/messages/catalog.ts';
import { isRecord } from './settings.ts';
import { folderKeyOf } from './uris.ts';

export interface ClientProfile {
  readonly locale: Locale;
  readonly canApplyEdit: boolean;
  readonly canPullConfiguration: boolean;
  readonly canWatchFiles: boolean;
  /** Workspace edits may name the document version that they are for. */
  readonly canVersionEdits: boolean;
  readonly hasSnippets: boolean;
  readonly hasLinkSupport: boolean;
  readonly relatedInformation: boolean;
  readonly hasSymbolTree: boolean;
  /** Asks for the range of a symbol of the workspace when it is opened. */
  readonly resolvesSymbols: boolean;
  /** Shows edits with a reason each, and asks before those that are to be confirmed. */
  readonly hasChangeAnnotations: boolean;
  /** Asks for code lenses again when it is told to. */
  readonly refreshesCodeLenses: boolean;
  /** Shows what a link leads to before it is followed. */
  readonly hasLinkTooltips: boolean;
  /** Shows documents that only the server has. */
  readonly hasServerDocuments: boolean;
  /** The client asks for diagnostics and can not be sent them. */
  readonly pullsDiagnostics: boolean;
  /** Can be told later that it may ask for the findings of closed documents. */
  readonly canRegisterDiagnostics: boolean;
  /** The person trusts what lies in the folders. */
  readonly isTrusted: boolean;
  /** Knows `casewright/statusChanged`. */
  readonly hasStatus: boolean;
  /** Folder for files that outlive the server; absolute. */
  readonly storagePath?: string;
  /** Test builds: say when a revision has been processed. */
  readonly reportsSettled: boolean;
}

export const minimalClient: ClientProfile = clientProfile({});

export function clientProfile(params: unknown): ClientProfile {
  const has = (...path: readonly string[]): boolean => at(params, ['capabilities', ...path]) === true;
  const hasObject = (...path: readonly string[]): boolean => isRecord(at(params, ['capabilities', ...path]));
  const locale = at(params, ['initializationOptions', 'locale']) ?? at(params, ['locale']);
  const storagePath = at(params, ['initializationOptions', 'storagePath']);
  return {
    ...(typeof storagePath === 'string' && storagePath !== '' && { storagePath }),
    locale: localeOf(typeof locale === 'string' ? locale : undefined),
    canApplyEdit: has('workspace', 'applyEdit'),
    canPullConfiguration: has('workspace', 'configuration'),
    canWatchFiles: has('workspace', 'didChangeWatchedFiles', 'dynamicRegistration'),
    canVersionEdits: has('workspace', 'workspaceEdit', 'documentChanges'),
    hasSnippets: has('textDocument', 'completion', 'completionItem', 'snippetSupport'),
    hasLinkSupport: has('textDocument', 'definition', 'linkSupport'),
    hasSymbolTree: has('textDocument', 'documentSymbol', 'hierarchicalDocumentSymbolSupport'),
    resolvesSymbols: listHas(
      at(params, ['capabilities', 'workspace', 'symbol', 'resolveSupport', 'properties']),
      'location.range',
    ),
    hasChangeAnnotations: hasObject('workspace', 'workspaceEdit', 'changeAnnotationSupport'),
    refreshesCodeLenses: has('workspace', 'codeLens', 'refreshSupport'),
    hasLinkTooltips: has('textDocument', 'documentLink', 'tooltipSupport'),
    hasServerDocuments: hasObject('workspace', 'textDocumentContent'),
    relatedInformation: has('textDocument', 'publishDiagnostics', 'relatedInformation'),
    pullsDiagnostics: hasObject('textDocument', 'diagnostic') && !hasObject('textDocument', 'publishDiagnostics'),
    canRegisterDiagnostics: has('textDocument', 'diagnostic', 'dynamicRegistration'),
    isTrusted: at(params, ['initializationOptions', 'isTrusted']) === true,
    hasStatus: isRecord(at(params, ['initializationOptions'])),
    reportsSettled: at(params, ['initializationOptions', 'reportsSettled']) === true,
  };
}

function listHas(list: unknown, value: string): boolean {
  return Array.isArray(list) && list.includes(value);
}

/** Workspace folders of `initialize`; none for a null root. */
export function initialFolders(params: unknown): readonly string[] {
  const folders = at(params, ['workspaceFolders']);
  if (Array.isArray(folders)) return foldersOf(folders);
  const root = at(params, ['rootUri']);
  return typeof root === 'string' ? [folderKeyOf(root)] : [];
}

/** URIs of a list of workspace folders; entries of another shape are left out. */
export function foldersOf(value: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const uris = items.map((item) => at(item, ['uri'])).filter((uri) => typeof uri === 'string');
  return [...new Set(uris.map(folderKeyOf))];
}

/** The client's process, to end with it. */
export function clientProcess(params: unknown): number | undefined {
  const id = at(params, ['processId']);
  return typeof id === 'number' && Number.isInteger(id) && id > 0 ? id : undefined;
}

/** The value at a path of property names; undefined where the path ends early. */
export function at(value: unknown, path: readonly string[]): unknown {
  let found = value;
  for (const name of path) found = isRecord(found) && Object.hasOwn(found, name) ? found[name] : undefined;
  return found;
}
