// One list names the same document twice for the same relation.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import type { Finding, Fix } from '../finding.ts';
import type { RelationStatement } from '../relations/relation.ts';
import { relationsOf } from '../relations/relationsOf.ts';
import { itemOfPlace, spanOfPlace, titleOf } from '../relations/relationPlace.ts';
import { withLabel } from '../relations/relationWords.ts';
import type { LibraryRule } from './rule.ts';

export const relationDuplicate: LibraryRule = {
  kind: 'library',
  code: 'relation-duplicate',
  defaultSeverity: 'information',
  isFixable: true,
  strictness: 'by-status',
  check: (context) => {
    const { facts, index } = context;
    const graph = relationsOf(context);
    const first = new Map<string, RelationStatement>();
    const findings: Finding[] = [];
    for (const statement of graph.statements(facts.path)) {
      const { target } = statement;
      const type = graph.types.find(({ name }) => name === statement.type);
      // A link to itself is another fault.
      if (type === undefined || target.kind !== 'document' || target.path === facts.path) continue;
      if (isMention(statement, facts)) continue;
      const key = keyOf(statement, target.path, facts);
      const earlier = first.get(key);
      if (earlier === undefined) {
        first.set(key, statement);
        continue;
      }
      const fixes = fixesOf(statement, facts);
      findings.push({
        code: relationDuplicate.code,
        severity: relationDuplicate.defaultSeverity,
        message: withLabel('relation-duplicate', type, {
          title: titleOf(index.documents.get(target.path), target.path),
        }),
        span: spanOfPlace(statement.place, facts),
        related: [{ message: { key: 'relation-duplicate.first' }, span: spanOfPlace(earlier.place, facts) }],
        ...(fixes.length > 0 && { fixes }),
      });
    }
    return findings;
  },
};

/** A sentence in the section speaks of a document once more; only items of lists are listed. */
function isMention({ via, form, place }: RelationStatement, facts: DocumentFacts): boolean {
  return via === 'section' && form === 'link' && itemOfPlace(place, facts) === undefined;
}

/** Header and section may both name it, lists under several headings too, and links to two places of one document are two things. */
function keyOf(
  { type, isInverse, via, form, written, place }: RelationStatement,
  path: string,
  facts: DocumentFacts,
): string {
  const anchor = form === 'link' ? (/#.*$/s.exec(written)?.[0] ?? '') : '';
  const list = via === 'section' ? headingOf(place, facts) : fieldOf(place, facts);
  return [type, String(isInverse), via, list, anchor, path].join('\n');
}

/** Position of the heading above. */
function headingOf(place: RelationStatement['place'], facts: DocumentFacts): string {
  const { start } = spanOfPlace(place, facts);
  return String(facts.headings.findLastIndex(({ span }) => span.start <= start));
}

/** Position of the field that states it. */
function fieldOf(place: RelationStatement['place'], facts: DocumentFacts): string {
  const { start } = spanOfPlace(place, facts);
  return String(facts.fields.findIndex(({ valueSpan }) => valueSpan.start <= start && start <= valueSpan.end));
}

function fixesOf({ place }: RelationStatement, facts: DocumentFacts): readonly Fix[] {
  const item = itemOfPlace(place, facts);
  if (item === undefined) return [];
  return [{ title: { key: 'relation-duplicate.fix' }, edits: [{ span: item, newText: '' }], isPreferred: true }];
}
