// Fingerprints of a document at one moment: whether somebody wrote in it since, and where.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import type { Snapshot } from '../review/reviewRecord.ts';
import { contentPrint } from '../review/sectionPrints.ts';

export function snapshotOf(facts: DocumentFacts): Snapshot {
  return {
    content: contentPrint(facts),
    sections: facts.prints.map((print, index) => ({
      name: index === 0 ? '' : (facts.headings[index - 1]?.key ?? ''),
      print,
    })),
  };
}
