// The kinds and templates that a document could have.
import type { EngineView } from './engineView.ts';

export interface KindChoice {
  readonly kind: string;
  readonly label: string;
  /** Name of its template. */
  readonly template?: string;
  readonly isCurrent: boolean;
}
export interface TemplateChoice {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly isCurrent: boolean;
}
export interface Kinds {
  readonly kinds: readonly KindChoice[];
  readonly templates: readonly TemplateChoice[];
}

export function kinds(view: EngineView, { uri, root = '' }: { readonly uri: string; readonly root?: string }): Kinds {
  const found = view.document(uri);
  const library = view.library(found?.document.root ?? root);
  if (library === undefined) return { kinds: [], templates: [] };
  const current = found?.analysis.kind.kind;
  const currentTemplate = found?.analysis.context?.template?.id;
  const choices = library.configuration.kinds.map(({ kind }): KindChoice => {
    const template = library.kinds.get(kind)?.template;
    return { kind, label: kind, isCurrent: kind === current, ...(template && { template: template.name }) };
  });
  const contexts = [...library.kinds.values(), ...(library.englishKinds?.values() ?? [])];
  const known = new Map(
    contexts.flatMap(({ template }) => (template === undefined ? [] : [[template.id, template] as const])),
  );
  const templates = [...known.values()].map(({ id, name, path }) => ({
    id,
    name,
    path,
    isCurrent: id === currentTemplate,
  }));
  return { kinds: choices, templates };
}
