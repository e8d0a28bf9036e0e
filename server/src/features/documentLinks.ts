// Links that can be followed: to files of the library and to headings of the document.
import type { Range } from '../core/sourceText.ts';
import type { EngineView } from './engineView.ts';
import { planLinks } from './planDocument/planLinks.ts';
import { linkTarget } from './linkTarget.ts';
import { uriOfLine, uriOfPath } from './resourceUri.ts';

export interface FollowableLink {
  readonly range: Range;
  readonly target: string;
}

/** Links to the outside are left to the editor. */
export function documentLinks(view: EngineView, { uri }: { readonly uri: string }): readonly FollowableLink[] {
  const found = view.document(uri);
  if (found === undefined) return [];
  const { document, analysis } = found;
  const { source, sections, blocks } = analysis.model;
  const lines = new Map(sections.map((section) => [section.anchor, source.lineAt(section.span.start)]));
  const links = blocks.links.flatMap((link) => {
    const target = linkTarget(document.path, link.url);
    if (target === undefined) return [];
    const range = source.rangeOf(link.urlSpan);
    if (target.path !== document.path) return [{ range, target: uriOfPath(document.root, target.path) }];
    const line = target.anchor === undefined ? 0 : lines.get(target.anchor);
    return line === undefined ? [] : [{ range, target: uriOfLine(document.root, document.path, line) }];
  });
  return [...links, ...planLinks(found)];
}
