// Whether it is said how to run the code and what to expect of it.
import type { Evidence, Measure, MeasureContext } from './measure.ts';
import { firstFrom } from './text/ordered.ts';
import { commandLine, placeIn, programsOf } from './code/programs.ts';

interface Notes {
  readonly run: Evidence[];
  readonly result: Evidence[];
  readonly example: Evidence[];
}

const runTitle =
  /使用说明|使用方法|使用步骤|运行(?:方法|步骤|方式|示例|说明|项目|程序|测试)|(?:如何|怎[样么])(?:运行|使用|执行|部署)|快速(?:开始|上手|入门)|(?:部署|安装|启动|执行|操作)(?:步骤|方式|方法|命令)|how to (?:run|use)|^usage\b|getting started|quick ?start|running the/i;
const resultTitle =
  /(?:预期|期望)(?:输出|结果)|(?:运行|执行|输出)结果|输出示例|示例输出|^输出\s*[:：]?$|expected (?:output|result)|sample output|^output\s*:?$/i;
const exampleTitle = /(?:使用|调用|用法)示例|示例用法|使用方式|^用法|example usage|usage example|^usage\b|^example\b/i;
const resultComment =
  /^(?:预期|期望)?(?:输出|结果)\s*[:：]|^(?:预期|期望)(?:输出|结果)|^(?:expected )?output\s*:|^=> \S/i;

export const codeUsage: Measure = {
  id: 'code-usage',
  names: {
    zh: ['使用说明', '使用方法', '运行说明', '运行方法', '预期输出', '预期结果', '使用步骤'],
    en: ['usage notes', 'usage', 'how to run', 'run instructions', 'expected output', 'instructions'],
  },
  measure(context) {
    if (programsOf(context.model).length === 0)
      return { amount: 'none', summary: { key: 'measure.no-code' }, evidence: [], missing: [] };
    const notes: Notes = { run: [], result: [], example: [] };
    readPrograms(context, notes);
    readTitles(context, notes);
    readInlineCommands(context, notes);
    const { run, result, example } = notes;
    const args = { run: run.length, result: result.length, example: example.length };
    const evidence = [...run, ...result, ...example];
    if (evidence.length === 0) return { amount: 'none', summary: { key: 'code-usage.none' }, evidence, missing: [] };
    return {
      amount: run.length === 0 ? 'some' : result.length === 0 ? 'most' : 'all',
      summary: { key: 'code-usage.summary', args },
      evidence,
      missing: [],
    };
  },
};

/** Commands to type, and comments that say how code is called or what it prints. */
function readPrograms({ model }: MeasureContext, notes: Notes): void {
  for (const program of programsOf(model)) {
    if (program.language.kind === 'shell') {
      if (program.lines.some(({ code }) => commandLine.test(code)))
        notes.run.push({ span: program.block.span, message: { key: 'code-usage.run' } });
      continue;
    }
    for (const { body, start, end, isDocumentation } of program.comments) {
      if (isDocumentation || body.length > 200) continue;
      const span = placeIn(program, model.source, { start, end });
      const command = body.replace(/^[^:：]{0,20}[:：]\s*/, '');
      if (commandLine.test(command) && /\s\S/.test(command.trim()) && !/\p{Script=Han}/u.test(command))
        notes.run.push({ span, message: { key: 'code-usage.run' } });
      else if (resultComment.test(body)) notes.result.push({ span, message: { key: 'code-usage.result' } });
      else if (exampleTitle.test(body)) notes.example.push({ span, message: { key: 'code-usage.example' } });
    }
  }
}

/** Headings and bold labels with something below them. */
function readTitles({ model }: MeasureContext, notes: Notes): void {
  const { code, lists } = model.blocks;
  const isFilled = (start: number, end: number): boolean =>
    [code, lists].some((items) => (items[firstFrom(items, start)]?.span.start ?? end) < end);
  for (const { heading, span } of model.sections) {
    if (heading.span.start === model.title?.heading.span.start || !isFilled(heading.span.end, span.end)) continue;
    addTitle(notes, heading.identity.name, { span: heading.span });
  }
  for (const { span, text } of model.blocks.paragraphs) {
    const label = text.replace(/[:：]\s*$/, '').trim();
    if (label.length > 30 || !/^\*\*|[:：]\s*(?:\*\*)?\s*$/.test(model.source.slice(span))) continue;
    if (isFilled(span.end, span.end + 10)) addTitle(notes, label, { span });
  }
}

function addTitle(notes: Notes, title: string, evidence: Evidence): void {
  if (resultTitle.test(title)) notes.result.push({ ...evidence, message: { key: 'code-usage.result' } });
  else if (exampleTitle.test(title)) notes.example.push({ ...evidence, message: { key: 'code-usage.example' } });
  else if (runTitle.test(title)) notes.run.push({ ...evidence, message: { key: 'code-usage.run' } });
}

/** 运行 `cargo run` in the text. */
function readInlineCommands({ model }: MeasureContext, notes: Notes): void {
  for (const { span } of model.blocks.paragraphs) {
    const text = model.source.slice(span).slice(0, 2_000);
    for (const match of text.matchAll(
      /(?:运行|执行|启动|编译|安装|\brun|\bstart|\bexecute)[^`\n]{0,20}`([^`\n]{2,200})`/gi,
    )) {
      const [whole, command = ''] = match;
      if (!commandLine.test(command)) continue;
      const start = span.start + match.index;
      notes.run.push({ span: { start, end: start + whole.length }, message: { key: 'code-usage.run' } });
    }
  }
}
