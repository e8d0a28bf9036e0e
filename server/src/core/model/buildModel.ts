// Text to document model. Pure; bad input gives a model with problems, never an exception.
import { SourceText } from '../sourceText.ts';
import type { MarkdownParser } from '../markdown/markdownParser.ts';
import type { SlugProfile } from '../links/linkSettings.ts';
import { readBlocks } from './blocks.ts';
import type { DocumentModel } from './documentModel.ts';
import { readMetadata } from './metadata/readMetadata.ts';
import { readProblems } from './problems.ts';
import { readSections } from './sections.ts';
import { readTableOfContents } from './tableOfContents.ts';

/**
 * Parses and reads one document. All spans are UTF-16 offsets of `text`, a byte order mark included. `slug`: whose rule
 * makes the anchors of its headings; GitHub's unless given.
 */
export function buildModel(text: string, parser: MarkdownParser, slug?: SlugProfile): DocumentModel {
  const source = new SourceText(text);
  const tree = parser.parse(text);
  const sections = readSections(tree, source, slug);
  const { blocks, comments } = readBlocks(tree, source);
  const { metadata, problems } = readMetadata({ tree, source, sections });
  const title = sections.find((section) => section.level === 1);
  const toc = readTableOfContents(tree, sections, source);
  return {
    source,
    tree,
    ...(title === undefined ? {} : { title }),
    ...(slug !== undefined && { slug }),
    sections,
    topSections: sections.filter((section) => section.parent === undefined),
    metadata,
    ...(toc === undefined ? {} : { toc }),
    blocks,
    comments,
    problems: [...problems, ...readProblems(tree, source, blocks.code)],
  };
}
