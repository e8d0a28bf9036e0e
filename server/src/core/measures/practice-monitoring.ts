// Does the document say what to watch and when to raise an alarm? It sees metrics, queries and alert rules, not whether the
// thresholds are sound.
import type { CodeBlock } from '../model/documentModel.ts';
import type { Evidence, Measure } from './measure.ts';
import { account, type Place } from './text/places.ts';
import { isPlainBlock } from './text/codeUnits.ts';
import type { Topic } from './text/topics.ts';
import { textUnits } from './text/textUnits.ts';
import { emptySections, TEXT, topicPlaces, unitPlaces, without } from './text/weigh.ts';

const HEADING =
  /监控|告警|可观测|指标(?:收集|采集|监测)|自定义指标|指标和监控|健康检查|仪表[板盘]|慢查询日志|\bSL[IO]\b|monitoring|alert|observability|metrics|dashboards?|health checks?/i;
const ALERTS = /告警|报警|预警|alert|\bpage[rd]?\b/i;
const ALERT_RULE =
  /^[ \t]{0,80}(?:- {0,9})?alert {0,9}:|^[ \t]{0,80}kind: {0,9}PrometheusRule|^[ \t]{0,80}expr {0,9}:/m;
const SCRAPE =
  /scrape_configs|ServiceMonitor|pg_stat_|register_\w{0,20}(?:counter|gauge|histogram)|histogram!|counter!|prometheus::|IntCounter/i;
const MAXIMUM_CODE = 20_000;

export const practiceMonitoring: Measure = {
  id: 'practice-monitoring',
  names: {
    zh: ['监控告警', '监控和告警', '监控与告警', '告警规则', '监控指标', '监控'],
    en: ['monitoring and alerting', 'monitoring and alerts', 'monitoring', 'alerting', 'alert rules'],
  },
  measure({ model }) {
    const topics = topicPlaces(model, [{ words: HEADING, weight: weightOfTopic }]);
    const rules = model.blocks.code.flatMap(ruleOf);
    const parts = [...rules, ...topics];
    const saying = unitPlaces(
      model,
      [{ words: /监控|告警|阈值|\b(?:monitor|alert|threshold)/i, kinds: TEXT, weight: 0.3, atMost: 1, leastSize: 8 }],
      parts,
    );
    const isAlarmed =
      rules.some(({ weight }) => weight === 3) || textUnits(model).some(({ text }) => ALERTS.test(text));
    const missing: readonly Evidence[] = topics.slice(0, isAlarmed ? 0 : 1).map(({ span }) => ({
      span: { start: span.start, end: model.source.lineSpan(model.source.lineAt(span.start)).end },
      message: { key: 'measure.monitoring.no-alert' },
    }));
    return account({
      places: [
        ...topics,
        ...without(
          rules,
          topics.filter(({ weight }) => weight >= 3),
        ),
        ...saying,
      ],
      least: 3,
      found: 'measure.monitoring.found',
      none: 'measure.monitoring.none',
      missing: [...emptySections(model, HEADING), ...missing],
    });
  },
};

function weightOfTopic({ substance, title }: Topic): number {
  if (/清单|概述|checklist|overview/i.test(title)) return 0;
  const { size, items, rows, codeLines, figureLines } = substance;
  return codeLines >= 5 || rows >= 2 || items >= 3 || size >= 60 || figureLines >= 3 ? 3 : 1;
}

function ruleOf(block: CodeBlock): readonly Place[] {
  const code = block.value.slice(0, MAXIMUM_CODE);
  if (isPlainBlock(block)) return [];
  if (ALERT_RULE.test(code)) return [{ kind: 'part', span: block.span, weight: 3 }];
  return SCRAPE.test(code) ? [{ kind: 'part', span: block.span, weight: 1 }] : [];
}
