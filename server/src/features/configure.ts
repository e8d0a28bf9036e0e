// Edits to `.casewright/config.json` that give a document another kind, or its kind another template.
import { applyEdits, modify, type JSONPath } from 'jsonc-parser';
import { minimalEdits } from '../core/fixes/minimalEdits.ts';
import { SourceText } from '../core/sourceText.ts';
import type { PlainEdit } from './diagnostics.ts';
import type { EngineView } from './engineView.ts';

export interface ConfigureQuestion {
  readonly uri: string;
  readonly kind?: string;
  readonly template?: string;
}

export interface ConfigurationChange {
  /** Undefined: there is no configuration file yet, and this is its whole text. */
  readonly create?: string;
  readonly edits: readonly PlainEdit[];
}

const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };

/** Undefined for a document that is not open or lies outside every library folder. */
export function configure(
  view: EngineView,
  { uri, kind, template }: ConfigureQuestion,
): ConfigurationChange | undefined {
  const found = view.document(uri);
  if (found === undefined || found.document.root === '') return undefined;
  const text = view.state.libraries.get(found.document.root)?.configurationText;
  const withKind = kind === undefined ? (text ?? '{}') : setKind(text ?? '{}', kind, found);
  const target = kind ?? found.analysis.kind.kind;
  const wanted = template === undefined ? withKind : set(withKind, ['kinds', target, 'template'], template);
  if (text === undefined) return { create: wanted.endsWith('\n') ? wanted : `${wanted}\n`, edits: [] };
  const source = new SourceText(text);
  return { edits: minimalEdits(source, wanted).map(({ span, newText }) => ({ range: source.rangeOf(span), newText })) };
}

/** The document's own path goes to the chosen kind, and out of any other that names it. */
function setKind(text: string, kind: string, found: NonNullable<ReturnType<EngineView['document']>>): string {
  const { path } = found.document;
  let changed = text;
  for (const other of found.library.configuration.kinds) {
    const index = other.files.indexOf(path);
    if (other.kind !== kind && index >= 0) changed = set(changed, ['kinds', other.kind, 'files', index], undefined);
    // A glob of an earlier kind would still win, so the path is excluded there.
    else if (
      other.kind !== kind &&
      other.kind === found.analysis.kind.kind &&
      found.analysis.kind.certainty === 'configured'
    )
      changed = append(changed, other.kind, `!${path}`, other.files);
  }
  const files = found.library.configuration.kinds.find((entry) => entry.kind === kind)?.files ?? [];
  return files.includes(path) ? changed : append(changed, kind, path, files);
}

function append(text: string, kind: string, glob: string, files: readonly string[]): string {
  if (files.length === 0) return set(text, ['kinds', kind, 'files'], [glob]);
  return applyEdits(
    text,
    modify(text, ['kinds', kind, 'files', -1], glob, { formattingOptions, isArrayInsertion: true }),
  );
}

function set(text: string, path: JSONPath, value: unknown): string {
  return applyEdits(text, modify(text, path, value, { formattingOptions }));
}
