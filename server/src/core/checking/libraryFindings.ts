// What the rest of the library has to do with a document: runs the library rules over facts alone.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import type { Finding } from '../finding.ts';
import type { LibraryIndex } from '../index/libraryIndex.ts';
import type { Configuration } from '../library/configuration.ts';
import type { LibraryLife } from '../review/libraryLife.ts';
import type { Plan } from '../roadmap/plan.ts';
import { rules } from '../rules/index.ts';
import type { LibraryRule, Rule } from '../rules/rule.ts';
import { isOff } from './ruleStates.ts';

/** What a document is held against. */
export interface LibraryGround {
  /** Holds the facts of the document at its path. */
  readonly index: LibraryIndex;
  readonly plans?: readonly Plan[];
  readonly life?: LibraryLife;
  /** YYYY-MM-DD. */
  readonly today?: string;
  readonly configuration: Configuration;
}

/** Raw findings; severity and suppressions come later. */
export function libraryFindings(facts: DocumentFacts, ground: LibraryGround): readonly Finding[] {
  if (facts.limit !== undefined || facts.tombstone !== undefined) return [];
  const context = { ...ground, facts, options: {} };
  const { rules: configured } = ground.configuration;
  return libraryRulesFor(facts.kind, ground.configuration).flatMap((rule) => {
    const options = configured[rule.code]?.options;
    return rule.check(options === undefined ? context : { ...context, options });
  });
}

type Kind = DocumentFacts['kind'];

const known = new WeakMap<Configuration, Map<Kind, readonly LibraryRule[]>>();

/** Chosen once for a configuration: thousands of documents are judged by the same. */
function libraryRulesFor(kind: Kind, configuration: Configuration): readonly LibraryRule[] {
  const byKind = known.get(configuration) ?? new Map<Kind, readonly LibraryRule[]>();
  known.set(configuration, byKind);
  const before = byKind.get(kind);
  if (before !== undefined) return before;
  const chosen = rules.filter(
    (rule): rule is LibraryRule => isLibraryRuleFor(rule, kind) && !isOff(rule.code, configuration),
  );
  byKind.set(kind, chosen);
  return chosen;
}

function isLibraryRuleFor(rule: Rule, kind: Kind): rule is LibraryRule {
  if (rule.kind !== 'library') return false;
  if (kind === 'template' || kind === 'standard') return rule.includesTemplates === true;
  return kind !== 'other' || rule.includesOther === true;
}
