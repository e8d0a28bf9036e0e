// Parts about a situation or an outcome, those with figures in them before those with words alone.
import type { MessageKey } from '../../messages/catalog.ts';
import type { DocumentModel } from '../../model/documentModel.ts';
import type { Evidence, MeasureResult } from '../measure.ts';
import { topicsAbout, type Topic } from '../text/topics.ts';

/** A number with a unit or a sign of measure; a date, a version or the number of a heading is none. */
const FIGURE =
  /[<>≤≥+~-]? ?\d[\d,.]{0,12} ?(?:%|‰|倍|万|亿|千|ms|毫秒|s\b|秒|分钟|小时|[KMG]B|[GT]B|QPS|TPS|个|条|件|笔|人|次|台|家|元|x\b)|[+-]\d{1,4}%/i;

/** All with figures in three places, most with one, some with words alone. `found` takes `parts` and `figures`. */
export function describedParts(
  model: DocumentModel,
  heading: RegExp,
  { found, none, words }: { readonly found: MessageKey; readonly none: MessageKey; readonly words: MessageKey },
): MeasureResult {
  const topics = topicsAbout(model, heading);
  if (topics.length === 0) return { amount: 'none', count: 0, summary: { key: none }, evidence: [], missing: [] };
  const withFigures = topics.map((topic) => ({ topic, figures: figuresIn(topic) }));
  const figures = withFigures.reduce((sum, one) => sum + one.figures, 0);
  const ordered = withFigures.toSorted((a, b) => b.figures - a.figures || a.topic.span.start - b.topic.span.start);
  return {
    amount: figures >= 3 ? 'all' : figures > 0 ? 'most' : 'some',
    count: topics.length,
    summary: { key: found, args: { parts: topics.length, figures } },
    evidence: ordered.map(({ topic }): Evidence => ({
      span: topic.span,
      message: { key: 'reuse.part', args: { title: topic.title } },
    })),
    missing: withFigures
      .filter((one) => one.figures === 0)
      .map(({ topic }): Evidence => ({ span: topic.section?.heading.span ?? topic.span, message: { key: words } })),
  };
}

function figuresIn({ units }: Topic): number {
  return units.filter(({ text }) => FIGURE.test(text)).length;
}
