// Something at the beginning that says what the document is about.
import type { DocumentModel, Section } from '../model/documentModel.ts';
import { textLength } from '../model/measures.ts';
import type { Evidence, Measure } from './measure.ts';
import { partsNamed, resultOfParts } from './readability/namedPart.ts';

const OVERVIEW =
  /(?:概述|概览|简介|导言|引言|前言|导读|摘要|总览|^介绍|背景介绍|文档说明|overview|introduction|abstract|^about)$|^(?:概述|简介|引言|overview|introduction)/;
/** Says what it is about where nothing else stands before it. */
const BACKGROUND = /背景|^(?:为什么|what|why)|background|motivation/;
/** 字 of an opening without heading. */
const FEWEST = 40;

export const readabilityOverview: Measure = {
  id: 'readability-overview',
  names: { zh: ['概述', '简介', '引言', '摘要'], en: ['overview', 'introduction', 'abstract'] },
  measure: ({ model }) => {
    const middle = model.source.text.length / 2;
    const named = partsNamed(model, OVERVIEW).filter(({ section }) => section.span.start <= middle);
    if (named.some(({ section }) => section.level <= 2)) return resultOfParts(named, 'readability-overview');
    const first = firstChapter(model);
    const background = partsNamed(model, BACKGROUND).filter(({ section }) => section === first);
    return resultOfParts([...named, ...background].slice(0, 3), 'readability-overview', openingOf(model));
  },
};

/** The first section below the title that is not the table of contents. */
function firstChapter(model: DocumentModel): Section | undefined {
  return model.sections.find((section) => section.level > 1 && section !== model.toc?.section);
}

/** Paragraphs between the title and the first section. */
function openingOf({ blocks, metadata, sections, title }: DocumentModel): readonly Evidence[] {
  const from = title?.heading.span.end ?? 0;
  const until = sections.find((section) => section.level > 1)?.span.start ?? 0;
  return blocks.paragraphs
    .filter(({ span }) => span.start >= from && span.end <= until)
    .filter(({ span }) => !metadata.some((block) => span.start < block.span.end && span.end > block.span.start))
    .filter(({ text }) => textLength(text) >= FEWEST)
    .map(({ span }) => ({ span }));
}
