// The score of one open document: levels with their places, what would bring most, what reviewers said.
import { recordOf } from '../../core/review/recordOf.ts';
import { scoreExamination } from '../../core/score/scoreExamination.ts';
import type { EngineView } from '../engineView.ts';
import { uriOfPath } from '../resourceUri.ts';
import { plainScore, type PlainScore } from './plainScore.ts';

export interface PlainDocumentScore extends PlainScore {
  readonly uri: string;
  readonly version: number;
  readonly title: string;
}

/** Undefined for a document that is not open, and for kinds that no standard judges. */
export function score(view: EngineView, { uri }: { readonly uri: string }): PlainDocumentScore | undefined {
  const found = view.document(uri);
  if (found === undefined) return undefined;
  const { document, examination, library } = found;
  const { root, path, version } = document;
  const index = view.index(root);
  const record =
    index === undefined ? view.life(root)?.records.get(path) : recordOf(examination.facts, index, view.life(root));
  const scored = scoreExamination(examination, library, record);
  if (scored === undefined) return undefined;
  const { model } = examination;
  const plain = plainScore(scored.score, scored.rubric, {
    ...{ locale: view.locale, source: model.source },
    uriOf: (name) => uriOfPath(root, name),
  });
  return { uri, version, title: model.title?.heading.text ?? path.slice(path.lastIndexOf('/') + 1), ...plain };
}
