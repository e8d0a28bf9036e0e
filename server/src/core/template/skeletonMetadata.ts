// Which metadata of a skeleton documents are to carry: its header and tail, and key-value lines that its first section
// begins with (template-reading.md 4). A template's own metadata is not the documents'.
import { buildModel } from '../model/buildModel.ts';
import type { MarkdownParser } from '../markdown/markdownParser.ts';
import type { DocumentModel, MetadataBlock, Section } from '../model/documentModel.ts';
import { isFormValue } from './fieldForms.ts';
import { isTocName } from './headingForms.ts';
import type { Skeleton } from './skeleton.ts';

/** Header and tail blocks that documents get. */
export function metadataOf({ model, isWhole, holder }: Skeleton): readonly MetadataBlock[] {
  if (holder !== undefined) return [];
  // `# [标题]` leaves no doubt that all of the document is the form.
  if (!isWhole || /^[[【{<]/.test(model.title?.heading.identity.name ?? '')) return model.metadata;
  return model.metadata.filter((block) => block.fields.some(({ value }) => isFormValue(value)));
}

export interface FirstSectionMetadata {
  readonly blocks: readonly MetadataBlock[];
  /** Offset of the section's body: spans of the blocks count from there. */
  readonly start: number;
}

/** Key-value lines that the first section begins with, where they show forms of values. */
export function firstSectionMetadata(
  { model, holder, demandsToc }: Skeleton,
  parser: MarkdownParser,
): FirstSectionMetadata {
  const section = holder === undefined ? firstSection(model) : undefined;
  if (section === undefined) return { blocks: [], start: 0 };
  const isHeaderBlock = demandsToc !== undefined;
  const { start } = section.bodySpan;
  const body = model.source.slice(section.bodySpan);
  const { metadata } = buildModel(body, parser);
  const isForm = (block: MetadataBlock): boolean =>
    block.place !== 'tail' &&
    // A block for the beginning of documents shows their metadata wherever it stands.
    (isHeaderBlock || ['quote', 'table', 'list'].includes(block.dialect)) &&
    // A list of bold words with explanations is prose.
    !(block.dialect === 'list' && /^\s*[-*+]\s+\*\*/.test(body.slice(block.span.start))) &&
    (isHeaderBlock || body.slice(0, block.span.start).trim() === '') &&
    block.fields.length >= 2 &&
    (block.dialect === 'quote' || block.fields.some(({ value }) => isFormValue(value)));
  return { blocks: metadata.filter(isForm), start };
}

function firstSection(model: DocumentModel): Section | undefined {
  const outer = model.topSections.flatMap((section) => (section.level === 1 ? section.children : [section]));
  return outer.find((section) => section !== model.toc?.section && !isTocName(section.heading.identity));
}
