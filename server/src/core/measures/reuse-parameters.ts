// Which values to change, and what they mean: tables of parameters, settings with comments, advice on how to set them.
import type { DocumentModel, Table } from '../model/documentModel.ts';
import { fencesOf, placeIn } from './code/programs.ts';
import type { Evidence, Measure } from './measure.ts';
import { explainedSettings } from './reuse/settings.ts';
import { topicsAbout } from './text/topics.ts';
import { unitsWith } from './text/textUnits.ts';

const NAME_COLUMN =
  /^(?:(?:配置|关键|环境)?参数(?:名称?|项)?|配置项|设置项?|选项|(?:环境)?变量(?:名)?|parameters?|settings?|options?|variables?|keys?)$/i;
const MEANING_COLUMN =
  /说明|含义|描述|作用|默认|建议|推荐|取值|范围|调整|description|meaning|default|recommended|range|effect/i;
const HEADING =
  /参数(?:说明|配置|调优|设置|列表|建议)|配置(?:说明|项|参数)|可调参数|(?:parameters|settings|tunables)\b/i;
/** How to choose a value; what a value is called says nothing of that. */
const ADVICE =
  /(?:根据|按照?|视|依据?)[^，。；]{1,24}(?:调整|设置?|修改|配置|而定|决定)|调[整大小高低优]|取决于|越[大小多高][^，。；]{0,12}越|\b(?:adjust|tune|tuned|depend(?:s|ing)?|based on|per environment|increase|raise|lower)\b/i;
/** Written as settings are: in lower case. PostgreSQL is none. */
const SETTING =
  /(?<![\w-])[a-z][a-z_.]{4,}(?![\w-])|参数|配置项|阈值|超时|大小|parameters?\b|settings?\b|threshold|timeout/;
/** One comment beside one value is a remark. */
const FEWEST_SETTINGS = 2;
const MOST_SHOWN = 20;

export const reuseParameters: Measure = {
  id: 'reuse-parameters',
  names: {
    zh: ['参数说明', '参数', '配置说明', '参数列表', '可调参数'],
    en: ['notes on parameters', 'parameters', 'settings explained', 'tunable values'],
  },
  measure: ({ model }) => {
    const tables = model.blocks.tables.filter(isOfParameters);
    const topics = topicsAbout(model, HEADING);
    const parts: readonly Evidence[] = [
      ...tables.map(({ span }) => ({ span })),
      ...topics.map(({ span, title }): Evidence => ({ span, message: { key: 'reuse.part', args: { title } } })),
    ];
    const settings = settingsOf(model);
    const lines = unitsWith(model, ADVICE).filter(({ size, text }) => size >= 8 && SETTING.test(text));
    const isAdvised = settings.filter(({ comment }) => ADVICE.test(comment)).length + lines.length;
    // Comments that name each value are of use together with one that says how to choose it.
    const isThere = parts.length > 0 || (isAdvised > 0 && settings.length >= FEWEST_SETTINGS) || lines.length >= 2;
    if (!isThere) {
      const missing = [
        ...settings.map(({ span }): Evidence => ({ span, message: { key: 'reuse-parameters.unadvised' } })),
        ...lines.map(({ span }): Evidence => ({ span, message: { key: 'reuse-parameters.thin' } })),
      ];
      return { amount: 'none', count: 0, summary: { key: 'reuse-parameters.none' }, evidence: [], missing };
    }
    return {
      amount: parts.length > 0 ? 'all' : settings.length >= 5 ? 'most' : 'some',
      count: parts.length + settings.length + lines.length,
      summary: {
        key: 'reuse-parameters',
        args: { parts: parts.length, settings: settings.length, lines: lines.length },
      },
      evidence: [...parts, ...settings.map(({ span }) => ({ span })), ...lines.map(({ span }) => ({ span }))].slice(
        0,
        MOST_SHOWN,
      ),
      missing: [],
    };
  },
};

function isOfParameters({ header, rows }: Table): boolean {
  const names = header.map(({ text }) => text.trim());
  return (
    rows.length > 0 && NAME_COLUMN.test(names[0] ?? '') && names.slice(1).some((name) => MEANING_COLUMN.test(name))
  );
}

interface PlacedSetting extends Evidence {
  readonly comment: string;
}

/** Explained settings, of blocks with more than one of them. */
function settingsOf(model: DocumentModel): readonly PlacedSetting[] {
  return fencesOf(model).flatMap((program) => {
    const settings = explainedSettings(program);
    if (settings.length < FEWEST_SETTINGS) return [];
    return settings.map(({ part, comment }) => ({
      span: trimmed(placeIn(program, model.source, part), model),
      comment,
    }));
  });
}

function trimmed({ start, end }: Evidence['span'], { source }: DocumentModel): Evidence['span'] {
  const text = source.slice({ start, end });
  const from = start + text.length - text.trimStart().length;
  return { start: from, end: Math.max(from, start + text.trimEnd().length) };
}
