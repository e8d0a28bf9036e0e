// Find Case: words, facets, an id or pinyin; the documents that fit, the best first, with a look at each.
import { l10n, window } from 'vscode';
import { requests, type FindHit, type FindParams, type FindResult } from '../../../server/src/lsp/protocol.ts';
import { documentItem, pickDocument, type DocumentItem } from '../library/documentPick.ts';
import { notReady } from './applyChange.ts';
import type { CommandContext } from './index.ts';

/** Typing rests so long before the server is asked. */
const PAUSE = 80;
const MOST_HITS = 100;

/** With a text as argument it is typed already. True when a document was opened. */
export async function findCase({ connection }: CommandContext, argument: unknown): Promise<boolean> {
  const ask = (text: string): Promise<FindResult | undefined> => {
    const params: FindParams = { text, limit: MOST_HITS };
    return connection.ask<FindResult>(requests.find, params);
  };
  const first = await ask(typeof argument === 'string' ? argument : '');
  if (first === undefined) {
    notReady();
    return false;
  }
  const pick = window.createQuickPick<DocumentItem>();
  pick.value = typeof argument === 'string' ? argument : '';
  pick.placeholder = l10n.t('Words, difficulty:advanced, an id, pinyin initials');
  const take = ({ hits, total, isReady }: FindResult): void => {
    pick.items = hits.map((hit) => documentItem(hit, detailOf(hit)));
    const count = hits.length < total ? l10n.t('{0} of {1}', hits.length, total) : String(total);
    pick.title = isReady ? l10n.t('Find Case · {0}', count) : l10n.t('Find Case · {0} · reading the library…', count);
  };
  take(first);
  let timer: NodeJS.Timeout | undefined;
  let asked = 0;
  pick.onDidChangeValue((text) => {
    clearTimeout(timer);
    pick.busy = true;
    timer = setTimeout(() => {
      asked += 1;
      const mine = asked;
      const isLast = (): boolean => mine === asked;
      ask(text)
        .then((result) => {
          if (isLast() && result !== undefined) take(result);
        })
        .catch((error: unknown) => {
          connection.log.warn(`find: ${String(error)}`);
        })
        .finally(() => {
          if (isLast()) pick.busy = false;
        });
    }, PAUSE);
  });
  const picked = await pickDocument(pick);
  clearTimeout(timer);
  asked += 1;
  return picked === 'opened';
}

/** The section that it opens at, what it is about, and what else fits. */
function detailOf({ heading, facets, id, reasons }: FindHit): readonly string[] {
  // Nearly all documents of a library speak of the same versions.
  const telling = facets.filter(({ facet }) => facet !== 'version');
  const values = [...new Set(telling.map(({ value }) => value))];
  const isNews = (reason: string): boolean =>
    !values.some((value) => reason.endsWith(value)) && (heading === undefined || !reason.includes(heading.text));
  return [
    ...(heading === undefined ? [] : [`$(symbol-string) ${withoutIcons(heading.text)}`]),
    ...values,
    ...(id === undefined ? [] : [id]),
    ...reasons.filter((reason) => isNews(reason) && (id === undefined || !reason.includes(id))),
  ].map((part, index) => (index === 0 && heading !== undefined ? part : withoutIcons(part)));
}

/** Words of documents never become icons. */
function withoutIcons(text: string): string {
  return text.replace(/\$\(/g, '$ (');
}
