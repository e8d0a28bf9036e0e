// What the words before a colon announce: `**文件:**`, `**预计行数:**`, `- **依赖关系**:`. Words only; no values.

/** What a label line says about the item that it stands under. */
export type LabelKind =
  | 'id'
  | 'file'
  | 'expected-size'
  | 'outline'
  /** An outline of what is there. */
  | 'highlights'
  | 'priority'
  | 'effort'
  | 'status'
  | 'owner'
  | 'due'
  | 'milestone'
  | 'acceptance'
  | 'dependency'
  | 'tasks'
  | 'tests'
  | 'outputs'
  | 'design'
  | 'notes';

const KINDS: readonly (readonly [LabelKind, RegExp])[] = [
  ['id', /^(?:任务|需求|文档|案例|主题)?\s*(?:id|编号)$|^task id$/i],
  [
    'file',
    /^(?:(?:目标|输出|产出|计划|新建|对应|涉及|相关|修改|主要)?(?:文件|文档)(?:路径|位置|列表|清单)?|路径|(?:target |output )?(?:files?|documents?)|paths?)$/i,
  ],
  [
    'expected-size',
    /^(?:(?:预计|预期|预估|计划|目标|估计)(?:文档)?(?:行数|页数|字数|篇幅|规模|长度)|文档规模|篇幅|(?:expected|estimated|planned|target) (?:size|length|lines|pages|words)|length)$/i,
  ],
  [
    'outline',
    /^(?:(?:内容|文档|章节|主题)(?:大纲|规划|要点|概要|提纲|结构)|大纲|提纲|要点|(?:主要|核心|计划|包含)内容|outline|contents?|key points|topics)$/i,
  ],
  ['highlights', /^(?:内容|文档|主题|主要|核心)?亮点$|^(?:key )?highlights$/i],
  ['priority', /^(?:任务)?优先级$|^priority$/i],
  [
    'effort',
    /^(?:(?:总)?(?:预计|预估|估计|估算)?(?:工作量|工时|工期|耗时|用时|时长)|(?:预计|预估)(?:时间|完成周期)|(?:时间|工作量|工时|工期)(?:估算|预估|估计)|(?:estimated )?(?:effort|duration)|estimate|estimated time|time estimate)$/i,
  ],
  ['status', /^(?:当前|任务|完成|执行|实施|项目)?(?:状态|进度)$|^(?:current )?(?:status|state|progress)$/i],
  ['owner', /^(?:负责人|责任人|执行人|作者|owner|assignee|assigned to|responsible)$/i],
  ['due', /^(?:(?:预计|计划)?(?:截止|完成)(?:日期|时间)|截止|(?:due|target)(?: date)?|deadline)$/i],
  ['milestone', /^(?:所属|目标)?(?:里程碑|milestone)$/i],
  [
    'acceptance',
    /^(?:(?:验收|成功|完成|验证)(?:标准|条件)|(?:acceptance|success|exit|completion)(?: criteria)?|definition of done|done when)$/i,
  ],
  [
    'dependency',
    /^(?:依赖(?:关系|项|任务)?|前置(?:条件|任务|依赖)?|dependenc(?:y|ies)|depends on|requires|prerequisites?|blocked by)$/i,
  ],
  [
    'tasks',
    /^(?:(?:主要|具体|详细|子|行动)?任务(?:清单|列表|项)?|功能|(?:核心|主要)(?:功能|模块)|功能(?:清单|列表)|待办(?:事项)?|行动项|实施步骤|(?:sub-?)?tasks?|to-?dos?|action items|steps)$/i,
  ],
  ['tests', /^(?:相关)?测试(?:要求|计划|用例|清单)?$|^tests?(?: requirements| plan)?$|^testing$/i],
  ['outputs', /^(?:主要)?交付(?:物|成果|内容)$|^产出(?:物)?$|^deliverables?$|^outputs?$/i],
  [
    'design',
    /^(?:(?:设计|方案|技术)(?:说明|决策|取舍)|实现(?:细节|说明|方案)|design(?: notes?| decisions?)?|implementation (?:notes?|details?)|decisions?)$/i,
  ],
  ['notes', /^(?:补充|特别)?说明$|^备注$|^注意(?:事项)?$|^notes?$|^remarks?$/i],
];

/** Undefined for every label that says nothing about an item. Emoji and brackets around the words do not matter. */
export function labelKindOf(text: string): LabelKind | undefined {
  const words = text
    .replace(/[（(][^）)]{0,40}[）)]\s*$/, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .trim();
  if (words.length === 0 || words.length > 24) return undefined;
  return KINDS.find(([, pattern]) => pattern.test(words))?.[0];
}
