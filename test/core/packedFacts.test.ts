// Facts survive packing, whatever is in them; damaged texts give none.
import assert from 'node:assert/strict';
import type { DocumentFacts, FactHeading, FactLink } from '../../server/src/core/facts/documentFacts.ts';
import { packFacts, unpackFacts } from '../../server/src/core/facts/packedFacts.ts';
import { identifyDocument } from '../../server/src/core/identifyDocument.ts';
import { buildLibrary } from '../../server/src/core/library/buildLibrary.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { hasSharedDocuments, sharedDocument, sharedPaths } from '../support/sharedDocuments.ts';

const library = buildLibrary({ root: 'test', files: new Map(), parser: remarkParser });

function factsOf(text: string): DocumentFacts {
  return identifyDocument({ path: '案例/a.md', text }, library).facts;
}

/** Every member that there is: a new one that is not packed fails here. */
const link: Required<FactLink> = {
  form: 'autolink',
  url: 'https://example.org/#片段',
  text: '文字',
  span: { start: 40, end: 60 },
  urlSpan: { start: 44, end: 50 },
  isInToc: true,
  itemSpan: { start: 38, end: 61 },
};
const heading: Required<FactHeading> = {
  text: '一、😀 \ud800',
  key: 'k',
  level: 2,
  anchor: '-a',
  span: { start: 7, end: 9 },
};

describe('packed facts', () => {
  it('keep every member of headings and links', () => {
    const { itemSpan, ...withoutItem } = link;
    const { isInToc, ...plain } = withoutItem;
    const facts: DocumentFacts = {
      ...factsOf('# x\n'),
      headings: [heading, { ...heading, span: { start: 3, end: 3 } }],
      links: [link, withoutItem, plain, { ...plain, itemSpan }, { ...plain, isInToc: !isInToc, form: 'image' }],
    };
    assert.deepEqual(unpackFacts(packFacts(facts)), facts);
  });

  it('are those of real documents', function () {
    if (!hasSharedDocuments) {
      console.log('skipped: the shared corpus is not beside the repository');
      this.skip();
    }
    for (const path of sharedPaths('corpus/cases').slice(0, 8)) {
      const facts = factsOf(sharedDocument(path).text);
      assert.deepEqual(unpackFacts(packFacts(facts)), facts, path);
    }
  });

  it('that are damaged are none', () => {
    const packed = packFacts(factsOf('# 标题\n\n## 一\n\n[a](b.md) [c](d.md)\n'));
    for (const part of [0.1, 0.5, 0.9]) {
      const texts = packed.texts.slice(0, packed.texts.length * part);
      assert.equal(unpackFacts({ ...packed, texts }), undefined);
    }
    for (const numbers of ['', '9', '1,2', `${packed.numbers},`, packed.numbers.slice(0, -3), 'x', '1e9', '-1,7,7,7'])
      assert.equal(unpackFacts({ ...packed, numbers }), undefined, numbers);
    for (const texts of ['null', '[]', '{}', '[[],null]', '[[1],{"path":"案例/a.md"}]', '"x"'])
      assert.equal(unpackFacts({ ...packed, texts }), undefined, texts);
    assert.equal(unpackFacts({ ...packed, path: 'b.md' }), undefined);
  });
});
