// What the rest of the library has to do with a document: runs the library rules over facts alone.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import type { Finding } from '../finding.ts';
import type { LibraryIndex } from '../index/libraryIndex.ts';
import type { Configuration } from '../library/configuration.ts';
import type { Plan } from '../roadmap/plan.ts';
import { rules } from '../rules/index.ts';
import type { LibraryRule, Rule } from '../rules/rule.ts';
import { isOff } from './ruleStates.ts';

/** What a document is held against. */
export interface LibraryGround {
  /** Holds the facts of the document at its path. */
  readonly index: LibraryIndex;
  readonly plans?: readonly Plan[];
  readonly configuration: Configuration;
}

/** Raw findings; severity and suppressions come later. */
export function libraryFindings(facts: DocumentFacts, ground: LibraryGround): readonly Finding[] {
  if (facts.limit !== undefined) return [];
  const { rules: configured } = ground.configuration;
  return rules
    .filter((rule): rule is LibraryRule => isLibraryRuleFor(rule, facts) && !isOff(rule.code, ground.configuration))
    .flatMap((rule) => rule.check({ ...ground, facts, options: configured[rule.code]?.options ?? {} }));
}

function isLibraryRuleFor(rule: Rule, { kind }: DocumentFacts): rule is LibraryRule {
  if (rule.kind !== 'library') return false;
  if (kind === 'template' || kind === 'standard') return rule.includesTemplates === true;
  return kind !== 'other' || rule.includesOther === true;
}
