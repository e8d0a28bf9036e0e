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

export function findSkeletons(text: string, parser: MarkdownParser, name: string): FoundSkeletons {
  const source = new SourceText(text);
  const lines = Array.from({ length: source.lineCount }, (_unused, line) => source.lineText(line));
  const blocks = scanFences(lines).filter((block) => isMarkdownLanguage(block.language));
  const outside = buildModel(blank(source, blocks), parser);
  const read = blocks
    .filter((block) => !isCounterExample(source, outside, block))
    .map((block) => readBlock(source, block, parser));
  const skeletons = read.filter(({ model }) => isSkeleton(model));
  const examples = read.filter(
    ({ model }) => !isSkeleton(model) && (model.metadata.length > 0 || model.sections.length === 0),
  );
  const mended = blocks.filter((block) => block.isMended);
  if (skeletons.length > 0 || isRules(outside, name)) {
    return { source, skeletons: skeletons.map((found) => placed(source, outside, found)), examples, outside, mended };
  }
  return { source, skeletons: [whole(source, parser, name)], examples: [], outside, mended };
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

/** Rule books without a skeleton of their own: 规范, 标准, 指南. */
function isRules({ title }: DocumentModel, name: string): boolean {
  const words = (title?.heading.text ?? name).toLowerCase();
  const last = Math.max(...['模板', 'template'].map((word) => words.lastIndexOf(word)));
  const rules = Math.max(
    ...['规范', '标准', '指南', '机制', '计划', '体系', 'standard', 'guide', 'readme'].map((word) =>
      words.lastIndexOf(word),
    ),
  );
  return rules > last;
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
