// What a column of a plan's table holds, by the words of its header cell. Words only.

export type ColumnKind =
  | 'number'
  | 'title'
  | 'group'
  | 'priority'
  | 'status'
  | 'percent'
  | 'expected-size'
  | 'actual-size'
  | 'effort'
  | 'owner'
  | 'due'
  | 'file'
  | 'dependency'
  | 'milestone';

const KINDS: readonly (readonly [ColumnKind, RegExp])[] = [
  ['number', /^(?:#|no\.?|序号|编号|任务\s*id|任务编号|id)$/i],
  [
    'title',
    /^(?:(?:主题|任务|案例|文档|工作项|任务项|事项|标题)(?:名称?|标题|内容|描述)?|名称|item|task|topic|title|document|case|name|deliverable)s?$/i,
  ],
  ['group', /^(?:crate|模块|所属模块|分类|类别|分组|任务组|module|package|category|area|group)$/i],
  ['priority', /^(?:优先级|priority)$/i],
  ['status', /^(?:(?:当前|完成|任务)?状态|status|state)$/i],
  ['percent', /^(?:完成度|完成率|进度|完成百分比|progress|% ?done|done %|complete)$/i],
  [
    'expected-size',
    /^(?:(?:预计|预期|计划|目标)(?:行数|页数|字数|规模)|(?:expected|planned|target) (?:lines|pages|size))$/i,
  ],
  ['actual-size', /^(?:(?:实际)?(?:行数|页数|字数)|(?:actual )?(?:lines|pages|size))$/i],
  [
    'effort',
    /^(?:(?:预计|预估|估计)?(?:工作量|工时|工期|时间|耗时)|effort|estimate|estimated (?:time|effort)|duration)$/i,
  ],
  ['owner', /^(?:负责人|责任人|owner|assignee)$/i],
  ['due', /^(?:截止(?:日期|时间)?|(?:预计|计划)?完成(?:日期|时间)|due(?: date)?|deadline)$/i],
  [
    'file',
    /^(?:(?:保留|目标|输出|新建?|计划)?文件(?:路径|名)?|路径|位置|(?:target |output |new )?file|path|location)s?$/i,
  ],
  ['milestone', /^(?:所属|目标)?(?:里程碑|milestone)$/i],
  ['dependency', /^(?:依赖(?:关系|项|任务)?|前置(?:任务|条件)?|dependenc(?:y|ies)|depends on)$/i],
];

/** A table of items that says which milestone each belongs to, and no table of milestones. */
export function givesMilestones(header: readonly string[]): boolean {
  const kinds = header.map(columnKindOf);
  const title = kinds.indexOf('title');
  return title >= 0 && kinds.indexOf('milestone') > title;
}

/** Emoji around the words do not matter. */
export function columnKindOf(header: string): ColumnKind | undefined {
  const words = header
    .replace(/[（(][^）)]{0,20}[）)]\s*$/, '')
    .replace(/[^\p{L}\p{N}#%. ]/gu, '')
    .trim();
  return KINDS.find(([, pattern]) => pattern.test(words))?.[0];
}
