// How the Documents view is grouped and what it leaves out.
import { l10n, window, type QuickPickItem } from 'vscode';
import type { DocumentsSource } from '../library/documentsSource.ts';
import type { CommandContext } from './index.ts';
import { askFilter } from './askFilter.ts';

interface FacetItem extends QuickPickItem {
  readonly facet: string;
}

/** One facet, then perhaps another inside it. An argument names them without asking. */
export async function groupDocuments({ documents: { source } }: CommandContext, argument: unknown): Promise<boolean> {
  const given = Array.isArray(argument) ? argument.filter((name) => typeof name === 'string') : [];
  const chosen = given.length > 0 ? given : await askGrouping(source);
  if (chosen === undefined) return false;
  await source.setGrouping(chosen);
  return true;
}

async function askGrouping(source: DocumentsSource): Promise<readonly string[] | undefined> {
  if (source.tree?.isReady !== true) await source.refresh();
  const facets = source.tree?.facets ?? [];
  if (facets.length === 0) {
    void window.showInformationMessage(l10n.t('The library is still being read.'));
    return undefined;
  }
  const [outer, inner] = source.grouping;
  const itemOf = ({ name, label }: (typeof facets)[number], current: string | undefined): FacetItem => ({
    label,
    facet: name,
    ...(name === current && { description: l10n.t('now') }),
  });
  const first = await window.showQuickPick(
    facets.map((facet) => itemOf(facet, outer)),
    { title: l10n.t('Group the documents by') },
  );
  if (first === undefined) return undefined;
  const others = facets
    .filter(({ name }) => name !== first.facet && name !== 'kind')
    .map((facet) => itemOf(facet, inner));
  const none: FacetItem = { label: `$(dash) ${l10n.t('Nothing else')}`, facet: '' };
  const second = await window.showQuickPick([none, ...others], { title: l10n.t('{0}, and inside it by', first.label) });
  if (second === undefined) return undefined;
  return second.facet === '' ? [first.facet] : [first.facet, second.facet];
}

/** The tree follows while words are typed; Escape brings the former filter back. */
export async function filterDocuments({ documents: { source } }: CommandContext, argument: unknown): Promise<void> {
  if (typeof argument === 'string') return source.setFilter(argument.trim());
  const former = source.filter;
  const filter = await askFilter({
    title: l10n.t('Filter the documents'),
    placeholder: l10n.t('Words, difficulty:advanced, an id, pinyin initials'),
    prompt: l10n.t('Documents that fit all of these stay; empty shows everything.'),
    value: former,
    follow: (text) => void source.setFilter(text.trim()),
  });
  await source.setFilter(filter?.trim() ?? former);
}

export async function clearDocumentsFilter({ documents: { source } }: CommandContext): Promise<void> {
  await source.setFilter('');
}
