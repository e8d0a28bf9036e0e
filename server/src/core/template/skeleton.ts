// Where the skeletons of a template document are (template-reading.md 1), and the text around them.
import { buildModel } from '../model/buildModel.ts';
import type { MarkdownParser } from '../markdown/markdownParser.ts';
import type { DocumentModel, Section } from '../model/documentModel.ts';
import { SourceText, type Span } from '../sourceText.ts';
import { isMarkdownLanguage, scanFences, type FenceBlock } from './fences.ts';
import { cleanName, holderOf } from './headingForms.ts';
import { blockText, MappedText, wholeText } from './mappedText.ts';
import { sectionAt } from './checks.ts';

export interface Skeleton {
  readonly name: string;
  /** Zero-based line where it begins. */
  readonly line: number;
  readonly span: Span;
  readonly mapped: MappedText;
  readonly model: DocumentModel;
  readonly isWhole: boolean;
  /** Section of a whole document that holds the skeleton: its children are the outer sections. */
  readonly holder?: Section;
  /** The contents are demanded by the rules around the skeleton. */
  readonly demandsToc?: boolean;
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
  const assembled = assembleParts(read, { source, outside }, parser);
  if (assembled !== undefined) {
    const { skeleton, parts } = assembled;
    const rest = read.filter((block) => !parts.includes(block) && !isSkeleton(block.model));
    const mended = blocks.filter((block) => block.isMended);
    return { source, skeletons: [skeleton], examples: rest, outside, mended };
  }
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
  // Beside a block with an H1, even one that shows the beginning only, a block without one is a fragment.
  const candidates = read.some(({ model }) => model.title !== undefined && !isIllustration(model)) ? titled : whole;
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
function isPart(model: DocumentModel, block: FenceBlock, { source, outside }: Around): boolean {
  const sections = model.sections.filter((section) => section !== model.title && section !== model.toc?.section);
  return stands(block, partHeading, { source, outside }) && sections.length <= 1;
}

/** Whether the heading above a block, or the one above that, says so. The document's title speaks of everything. */
function stands(block: FenceBlock, words: RegExp, { source, outside }: Around): boolean {
  const section = sectionAt(outside, source.lineStart(block.open));
  return [section, section?.parent].some(
    (around) => around !== undefined && around.level > 1 && words.test(around.heading.text),
  );
}

type Around = Pick<FoundSkeletons, 'source' | 'outside'>;

const headerHeading = /头部|页眉|\bheader\b/i;
const chapterHeading = /(?:章节|正文)(?:结构)?模板|chapter template/i;
const footerHeading = /尾部|页脚|\bfooter\b/i;

/**
 * Rules may show a document in parts: a block for its beginning and one for its end, and none that shows both. Then these
 * are one skeleton, with what a chapter looks like between them.
 */
function assembleParts(
  read: readonly ReadBlock[],
  around: Around,
  parser: MarkdownParser,
): { readonly skeleton: Skeleton; readonly parts: readonly ReadBlock[] } | undefined {
  const { source, outside } = around;
  const header = read.find(({ model, block }) => model.title !== undefined && stands(block, headerHeading, around));
  const footer = read.find(({ model, block }) => model.title === undefined && stands(block, footerHeading, around));
  if (header === undefined || footer === undefined || header.block.open > footer.block.open) return undefined;
  if (!isPart(header.model, header.block, around)) return undefined;
  if (
    read.some(
      (other) =>
        other !== header && isSkeleton(other.model) && other.model.title !== undefined && !isIllustration(other.model),
    )
  )
    return undefined;
  const chapters = read.filter(({ block }) => stands(block, chapterHeading, around));
  const parts = [header, ...chapters.filter((chapter) => chapter !== footer), footer];
  const mapped = MappedText.join(parts.map((part) => part.mapped));
  const name = outside.title?.heading.identity.name;
  const skeleton = {
    ...placed(source, outside, header),
    ...(name === undefined ? {} : { name }),
    mapped,
    model: buildModel(mapped.text, parser),
    demandsToc: /目录[^\n]{0,12}(?:必须|必需)|必须包含目录/.test(outside.source.text),
    reach: { start: 0, end: source.text.length },
  };
  return { skeleton, parts };
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
    name: nameOf(section ?? model.title),
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
  const holder = holderOf(model);
  const span = holder === undefined ? source.lineSpan(0) : holder.heading.span;
  return {
    name: holder === undefined ? titleName(model, name) : nameOf(holder),
    line: source.lineAt(span.start),
    span,
    ...(holder === undefined ? {} : { holder }),
    mapped: wholeText(source),
    model,
    isWhole: true,
    reach: { start: 0, end: source.text.length },
  };
}

function nameOf(section: Section | undefined): string {
  return section === undefined ? '' : cleanName(section.heading.identity);
}

const placeholder = '(?:\\[[^\\]]*\\]|【[^】]*】|\\{\\{[^}]*\\}\\}|<[^>]*>)';
const placeholderBefore = new RegExp(`^${placeholder}\\s*(?:[-–—:：]\\s*|$)`);
const placeholderBehind = new RegExp(`(?:^|\\s*[-–—:：]\\s*)${placeholder}$`);

/** The title without placeholders beside it: `[概念名称] - 概念文档模板` is 概念文档模板; the file's name where nothing is left. */
function titleName({ title }: DocumentModel, fileName: string): string {
  const written = title?.heading.identity.name ?? '';
  const name = written.replace(placeholderBefore, '').replace(placeholderBehind, '').trim();
  return name === '' ? fileName : name;
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
