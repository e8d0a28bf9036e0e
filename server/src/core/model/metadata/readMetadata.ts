// Finds the metadata of a document: before the title, in the header, in a section of its own, at the tail.
// It takes a block for metadata only where place and shape agree; bold lines of ordinary prose are none.
import type { Node, Root, RootContent } from 'mdast';
import type { SourceText } from '../../sourceText.ts';
import type { MetadataBlock, MetadataField, ModelProblem, Section } from '../documentModel.ts';
import { spanOf } from '../plainText.ts';
import { giveItems, readCandidate } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import { isMetadataSection } from './knownKeys.ts';
import { readYamlFields } from './yamlFields.ts';

export interface MetadataInput {
  readonly tree: Root;
  readonly source: SourceText;
  readonly sections: readonly Section[];
}

export interface MetadataReading {
  readonly metadata: readonly MetadataBlock[];
  readonly problems: readonly ModelProblem[];
}

type Place = MetadataBlock['place'];

/** Longer values of a single line are prose: `**注意**: …`. */
const MAXIMUM_SINGLE_VALUE = 160;

/** All blocks in document order. */
export function readMetadata(input: MetadataInput): MetadataReading {
  const blocks: MetadataBlock[] = [];
  const used = new Set<Node>();
  const nodes = input.tree.children;
  const headerEnd = endOfHeader(nodes);
  const problems = readFrontMatter(input, blocks, used);
  readHeader(input, nodes.slice(0, headerEnd), { blocks, used });
  readMetadataSections(input, { blocks, used });
  readTail(input, nodes.slice(headerEnd), { blocks, used });
  return { metadata: blocks.sort((a, b) => a.span.start - b.span.start), problems };
}

interface Found {
  readonly blocks: MetadataBlock[];
  readonly used: Set<Node>;
}

/** The header reaches to the first heading below the title, or to the first heading where no title comes first. */
function endOfHeader(nodes: readonly RootContent[]): number {
  const first = nodes.findIndex((node) => node.type === 'heading');
  const heading = nodes[first];
  if (heading?.type !== 'heading') return nodes.length;
  if (heading.depth !== 1) return first;
  const next = nodes.findIndex((node, index) => index > first && node.type === 'heading');
  return next < 0 ? nodes.length : next;
}

function readFrontMatter(input: MetadataInput, blocks: MetadataBlock[], used: Set<Node>): readonly ModelProblem[] {
  const node = input.tree.children[0];
  if (node?.type !== 'yaml') return [];
  used.add(node);
  const { fields, problems } = readYamlFields(node, input.source);
  if (fields.length > 0) blocks.push({ dialect: 'yaml', place: 'before-title', span: spanOf(node), fields });
  return problems;
}

// ---- header

function readHeader(input: MetadataInput, nodes: readonly RootContent[], found: Found): void {
  const titleIndex = nodes.findIndex((node) => node.type === 'heading');
  const accepted: { index: number; candidate: Candidate }[] = [];
  nodes.forEach((node, index) => {
    const candidate = found.used.has(node) ? undefined : readCandidate(node, input.source);
    if (candidate === undefined || !isHeaderMetadata(candidate)) return;
    found.used.add(node);
    accepted.push({ index, candidate: withItems(candidate, nodes[index + 1], found.used) });
  });
  let previous: number | undefined;
  for (const { index, candidate } of accepted) {
    const place: Place = titleIndex >= 0 && index < titleIndex ? 'before-title' : 'header';
    addBlock(found.blocks, candidate, place, previous === index - 1);
    previous = index;
  }
}

/** Lines of a block that was broken by blank lines become one block again. */
function addBlock(blocks: MetadataBlock[], candidate: Candidate, place: Place, isAdjacent: boolean): void {
  const last = blocks.at(-1);
  const { dialect, span, fields } = candidate;
  const canJoin =
    isAdjacent &&
    last?.place === place &&
    last.dialect === dialect &&
    (dialect === 'bold-lines' || dialect === 'plain-lines');
  if (!canJoin) {
    blocks.push({ dialect, place, span, fields });
    return;
  }
  blocks[blocks.length - 1] = {
    ...last,
    span: { start: last.span.start, end: span.end },
    fields: [...last.fields, ...fields],
  };
}

/** `**相关文档**:` at the end of a block takes the list after it. */
function withItems(candidate: Candidate, next: RootContent | undefined, used: Set<Node>): Candidate {
  if (next?.type !== 'list' || candidate.fields.length < 2 || candidate.dialect !== 'bold-lines') return candidate;
  const fields: MetadataField[] = [...candidate.fields];
  if (!giveItems(fields, next)) return candidate;
  used.add(next);
  return { ...candidate, fields, span: { start: candidate.span.start, end: spanOf(next).end } };
}

function isHeaderMetadata(candidate: Candidate): boolean {
  const { dialect, fieldLines, lines, hasBold, hasKnownKey } = candidate;
  const isMostlyFields = fieldLines * 10 >= lines * 6;
  switch (dialect) {
    case 'quote':
    case 'quote-list':
      return hasBold ? fieldLines * 2 >= lines : isMostlyFields && !isProse(candidate);
    case 'bold-lines':
      return isMostlyFields && !isProse(candidate);
    case 'plain-lines':
      return fieldLines === lines && lines >= 2 && hasKnownKey;
    default:
      return isMostlyFields && candidate.isMostlyKnown;
  }
}

/** One field whose value is missing or as long as a paragraph. */
function isProse({ fields }: Candidate): boolean {
  const [only] = fields;
  return (
    fields.length === 1 &&
    only !== undefined &&
    (only.value === '' ? only.items === undefined : only.value.length > MAXIMUM_SINGLE_VALUE)
  );
}

// ---- a section of its own

function readMetadataSections(input: MetadataInput, found: Found): void {
  const outer = input.sections.filter((section) => section.level === 2);
  for (const section of input.sections) {
    if (section.level < 2 || section.level > 3 || !isMetadataSection(section.heading.identity.key)) continue;
    const isLast = outer.length > 1 && outer.at(-1) === (section.level === 2 ? section : section.parent);
    for (const node of nodesIn(input.tree, section)) {
      const candidate = found.used.has(node) ? undefined : readCandidate(node, input.source);
      if (candidate === undefined || candidate.fieldLines * 10 < candidate.lines * 6 || isProse(candidate)) continue;
      found.used.add(node);
      found.blocks.push({
        dialect: 'section',
        place: isLast ? 'tail' : 'header',
        span: candidate.span,
        fields: candidate.fields,
      });
    }
  }
}

function nodesIn(tree: Root, section: Section): RootContent[] {
  const { start, end } = section.bodySpan;
  return tree.children.filter(
    (node) => spanOf(node).start >= start && spanOf(node).start < end && node.type !== 'heading',
  );
}

// ---- tail

const MAXIMUM_RUNS = 3;

/** The last runs of blocks between thematic breaks; without a break, the last blocks of the last section. */
function readTail(input: MetadataInput, nodes: readonly RootContent[], found: Found): void {
  let end = nodes.length;
  for (let run = 0; run < MAXIMUM_RUNS && end > 0; run++) {
    const start = startOfRun(nodes, end);
    const isAfterBreak = nodes[start - 1]?.type === 'thematicBreak';
    const from = isAfterBreak ? start : Math.max(start, end - 2);
    readRun(input, nodes.slice(from, end), { found, isAfterBreak });
    if (!isAfterBreak) return;
    end = start - 1;
  }
}

/** Index after the last break or heading before `end`. */
function startOfRun(nodes: readonly RootContent[], end: number): number {
  for (let index = end - 1; index >= 0; index--) {
    const type = nodes[index]?.type;
    if (type === 'thematicBreak' || type === 'heading') return index + 1;
  }
  return 0;
}

function readRun(
  input: MetadataInput,
  nodes: readonly RootContent[],
  { found, isAfterBreak }: { found: Found; isAfterBreak: boolean },
): void {
  let previous: number | undefined;
  nodes.forEach((node, index) => {
    const candidate = found.used.has(node) ? undefined : readCandidate(node, input.source);
    if (candidate === undefined || !isTailMetadata(candidate, isAfterBreak)) return;
    found.used.add(node);
    addBlock(found.blocks, candidate, 'tail', previous === index - 1);
    previous = index;
  });
}

function isTailMetadata(candidate: Candidate, isAfterBreak: boolean): boolean {
  const { dialect, fieldLines, lines, hasKnownKey, isMostlyKnown } = candidate;
  if (fieldLines * 10 < lines * 6 || isProse(candidate)) return false;
  if (dialect === 'bold-lines' && isAfterBreak) return true;
  if (dialect === 'plain-lines' && fieldLines < lines) return false;
  if (dialect === 'list' || dialect === 'table') return isAfterBreak && isMostlyKnown;
  return hasKnownKey;
}
