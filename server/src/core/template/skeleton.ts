// Where the skeletons of a template document are (template-reading.md 1), and the text around them.
import { buildModel } from '../model/buildModel.ts';
import type { MarkdownParser } from '../markdown/markdownParser.ts';
import type { DocumentModel } from '../model/documentModel.ts';
import { SourceText, type Span } from '../sourceText.ts';
import { isMarkdownLanguage, scanFences, type FenceBlock } from './fences.ts';
import { blockText, wholeText, type MappedText } from './mappedText.ts';
import { sectionAt } from './checks.ts';

export interface Skeleton {
  readonly name: string;
  /** Zero-based line where it begins. */
  readonly line: number;
  readonly span: Span;
  readonly mapped: MappedText;
  readonly model: DocumentModel;
  readonly isWhole: boolean;
  /** Lines of the heading's section that it stands in, for bounds that stand beside it. */
  readonly reach: Span;
}

export interface FoundSkeletons {
  readonly source: SourceText;
  readonly skeletons: readonly Skeleton[];
  /** Blocks that show metadata alone. */
  readonly examples: readonly { readonly model: DocumentModel; readonly mapped: MappedText; readonly text: string }[];
  /** The document without its Markdown blocks, same offsets. */
  readonly outside: DocumentModel;
  readonly mended: readonly FenceBlock[];
}

const counterExample = /错误|不推荐|反例|❌|避免|不要|\bbefore\b|\bbad\b|\bwrong\b|\bavoid\b/i;

export interface SkeletonOptions {
  /** File name without extension, for documents without an H1. */
  readonly name: string;
  /** Configured as a template: where no block is a skeleton, the document itself is one. */
  readonly isTemplate: boolean;
}

export function findSkeletons(text: string, parser: MarkdownParser, options: SkeletonOptions): FoundSkeletons {
  const source = new SourceText(text);
  const lines = Array.from({ length: source.lineCount }, (_unused, line) => source.lineText(line));
  const blocks = scanFences(lines).filter((block) => isMarkdownLanguage(block.language));
  const outside = buildModel(blank(source, blocks), parser);
  const read = blocks
    .filter((block) => block.indent < LIST_INDENT && !isCounterExample(source, outside, block))
    .map((block) => readBlock(source, block, parser));
  const skeletons = chooseSkeletons(read, source, outside);
  const examples = read.filter((block) => !skeletons.includes(block));
  const mended = blocks.filter((block) => block.isMended);
  if (
    skeletons.length > 0 ||
    !(options.isTemplate || isAnnotatedTemplate(outside) || isNamedTemplate(outside, options.name))
  ) {
    return { source, skeletons: skeletons.map((found) => placed(source, outside, found)), examples, outside, mended };
  }
  return { source, skeletons: [whole(source, parser, options.name)], examples: [], outside, mended };
}

/** A block inside a list item shows one thing of a list of things. */
const LIST_INDENT = 2;
const illustration = /^(?:[一二三四五六]级标题|heading \d)|[（(]H[1-6][）)]/i;
const partHeading = /头部|尾部|页脚|页眉|元数据|元信息|\bheader\b|\bfooter\b|front matter/i;

/** Blocks that show a whole document; fragments, illustrations and partial views of another block are left out. */
function chooseSkeletons(read: readonly ReadBlock[], source: SourceText, outside: DocumentModel): readonly ReadBlock[] {
  const whole = read.filter(
    ({ model, block }) => isSkeleton(model) && !isIllustration(model) && !isPart(model, block, { source, outside }),
  );
  const titled = whole.filter(({ model }) => model.title !== undefined);
  const candidates = titled.length > 0 ? titled : whole;
  return candidates.filter((candidate) => {
    const title = candidate.model.title?.heading.text;
    if (title === undefined) return true;
    const same = candidates.filter(({ model }) => model.title?.heading.text === title);
    const most = Math.max(...same.map(({ model }) => model.sections.length));
    return same.find(({ model }) => model.sections.length === most) === candidate;
  });
}

function isIllustration({ sections }: DocumentModel): boolean {
  return (
    sections.filter(({ heading }) => illustration.test(heading.text) || illustration.test(heading.identity.name))
      .length >= 2
  );
}

/** A header or a footer alone: at most one section besides the contents. */
function isPart(
  model: DocumentModel,
  block: FenceBlock,
  { source, outside }: Pick<FoundSkeletons, 'source' | 'outside'>,
): boolean {
  const above = sectionAt(outside, source.lineStart(block.open))?.heading.text ?? '';
  const sections = model.sections.filter((section) => section !== model.title && section !== model.toc?.section);
  return partHeading.test(above) && sections.length <= 1;
}

interface ReadBlock {
  readonly block: FenceBlock;
  readonly mapped: MappedText;
  readonly model: DocumentModel;
  readonly text: string;
}

function readBlock(source: SourceText, block: FenceBlock, parser: MarkdownParser): ReadBlock {
  const mapped = blockText(source, block);
  return { block, mapped, model: buildModel(mapped.text, parser), text: mapped.text };
}

/** Two headings, or one and metadata; one thing shown is an example. */
function isSkeleton({ sections, metadata }: DocumentModel): boolean {
  return sections.length >= 2 || (sections.length === 1 && metadata.length > 0);
}

function isCounterExample(source: SourceText, outside: DocumentModel, block: FenceBlock): boolean {
  const offset = source.lineStart(block.open);
  const heading = sectionAt(outside, offset)?.heading.text ?? '';
  let above = block.open - 1;
  while (above > 0 && source.lineText(above).trim() === '') above -= 1;
  return counterExample.test(heading) || counterExample.test(above >= 0 ? source.lineText(above).slice(0, 200) : '');
}

/** The last word of the H1 decides between a template and rules; the file name counts where the H1 says neither. */
function isNamedTemplate({ title }: DocumentModel, name: string): boolean {
  const byTitle = lastWord(title?.heading.text ?? '');
  return (byTitle ?? lastWord(name)) === 'template';
}

function lastWord(text: string): 'template' | 'rules' | undefined {
  const words = text.toLowerCase();
  const last = (candidates: readonly string[]): number =>
    Math.max(...candidates.map((word) => words.lastIndexOf(word)));
  const template = last(['模板', '模版', 'template']);
  const rules = last(['规范', '标准', '指南', '机制', '计划', '体系', 'standard', 'guide']);
  if (template < 0 && rules < 0) return undefined;
  return template > rules ? 'template' : 'rules';
}

/** `<!-- casewright: {template: …} -->` wins over what the title sounds like (template-reading.md 7). */
function isAnnotatedTemplate({ comments }: DocumentModel): boolean {
  return comments.some(({ text }) => /^\s*casewright\s*[:：]\s*\{?\s*template\s*:/i.test(text));
}

function placed(source: SourceText, outside: DocumentModel, { block, mapped, model }: ReadBlock): Skeleton {
  const offset = source.lineStart(block.open);
  const section = sectionAt(outside, offset);
  return {
    name: section?.heading.identity.name ?? model.title?.heading.identity.name ?? '',
    line: block.open,
    span: source.lineSpan(block.open),
    mapped,
    model,
    isWhole: false,
    reach: section?.span ?? { start: 0, end: source.text.length },
  };
}

function whole(source: SourceText, parser: MarkdownParser, name: string): Skeleton {
  const model = buildModel(source.text, parser);
  return {
    name: model.title?.heading.text ?? name,
    line: 0,
    span: source.lineSpan(0),
    mapped: wholeText(source),
    model,
    isWhole: true,
    reach: { start: 0, end: source.text.length },
  };
}

/** Blocks made blank, so that offsets outside stay. */
function blank(source: SourceText, blocks: readonly FenceBlock[]): string {
  let text = '';
  let at = 0;
  for (const block of blocks) {
    const start = source.lineStart(block.open);
    const end = source.lineStart(block.close === undefined ? block.contentEnd : block.close + 1);
    text += source.text.slice(at, start) + source.text.slice(start, end).replace(/[^\r\n]/g, ' ');
    at = end;
  }
  return text + source.text.slice(at);
}
