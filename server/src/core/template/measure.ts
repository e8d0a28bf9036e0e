// What can be counted, named once: the type, the annotation form and the shape of the instance all come from this list.
// How each is counted is in model/measures.ts.

export const measures = [
  'length', // 字: CJK characters plus words of other scripts
  'characters', // all characters but blanks
  'words', // words as English counts them
  'lines', // source lines
  'codeBlocks',
  'codeLines',
  'tables',
  'diagrams',
  'lists',
  'links',
  'images',
  'tasks',
  'sections', // H2 in a document, child sections in a section
  'subsections', // H3 in a document, grandchildren in a section
] as const;

export type Measure = (typeof measures)[number];
