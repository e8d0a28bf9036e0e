// What a generator is: a region's mark and the library in, lines of Markdown out. Types and the words that all share.
import type { DocumentFacts, FactRegion } from '../facts/documentFacts.ts';
import type { Message } from '../finding.ts';
import type { MessageKey } from '../messages/catalog.ts';
import { renderMessage } from '../messages/render.ts';
import type { Field, FieldGround } from './fields.ts';
import { escapeText } from './markdownText.ts';

export interface GeneratorInput {
  readonly region: FactRegion;
  /** The document that the region stands in. */
  readonly facts: DocumentFacts;
  readonly ground: FieldGround;
}

/** Lines without their endings; none where no document fits. */
export type Generator = (input: GeneratorInput) => readonly string[];

export function say(region: FactRegion, key: MessageKey, args: Message['args'] = {}): string {
  return renderMessage({ key, args }, region.language);
}

/** A value of a field as Markdown. */
export function shownValue(value: string, field: Field, { language }: FactRegion): string {
  return escapeText(field.shown?.(value, language) ?? value);
}

/** A name of ours is said in words; what a team calls it stays. */
export function labelOf(field: Field, written: string, region: FactRegion): string {
  return written === field.name ? (field.label?.(region.language) ?? written) : written;
}

/** Words above a group: a heading below the one that the region stands under, or bold. */
export function groupTitle(title: string, depth: number, region: FactRegion): string {
  const level = region.headingLevel + depth;
  return region.mark.hasHeadings && level <= 6 ? `${'#'.repeat(level)} ${title}` : `**${title}**`;
}

/** Blocks with a blank line between them. */
export function joinBlocks(blocks: readonly (readonly string[])[]): readonly string[] {
  return blocks.filter((block) => block.length > 0).flatMap((block, index) => (index === 0 ? block : ['', ...block]));
}
