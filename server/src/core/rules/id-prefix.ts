// The prefix of an id is none of the standard, or is not the one of the document's folder or kind.
import type { Finding, Message, Origin, Severity } from '../finding.ts';
import { nextOfScheme, patternsOf, renumber, withFixes } from '../ids/idFixes.ts';
import { idForm } from '../ids/idForm.ts';
import type { IdScheme } from '../ids/idScheme.ts';
import { judgeId, type IdFault } from '../ids/judgeId.ts';
import { isInFolderOf } from '../ids/schemesOf.ts';
import type { LibraryRule, LibraryRuleContext } from './rule.ts';

export const idPrefix: LibraryRule = {
  kind: 'library',
  code: 'id-prefix',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'by-status',
  includesOther: true,
  check: (context) => {
    const judged = judgeId(context);
    const told = judged && tell(judged.own.id, judged.fault, context);
    if (judged === undefined || told === undefined) return [];
    const { message, severity = idPrefix.defaultSeverity, schemes, origin } = told;
    const fixes = schemes.map((scheme) => {
      const next = nextOfScheme(context, judged.own, scheme);
      return next === undefined || next === judged.own.id ? undefined : renumber(context, judged.own.id, next);
    });
    const finding: Finding = { code: idPrefix.code, severity, message, span: judged.own.span, fixes: withFixes(fixes) };
    return [origin === undefined ? finding : { ...finding, origin }];
  },
};

interface Told {
  readonly message: Message;
  readonly severity?: Severity;
  /** Those that the id should have one of. */
  readonly schemes: readonly IdScheme[];
  readonly origin?: Origin;
}

function tell(id: string, fault: IdFault, context: LibraryRuleContext): Told | undefined {
  if (fault.kind === 'elsewhere') {
    const { scheme } = fault;
    const args = { id, prefix: idForm(scheme).prefix, folder: scheme.folders.join(', ') };
    return {
      message: { key: 'id-prefix.elsewhere', args },
      severity: 'information',
      schemes: [],
      origin: scheme.origin,
    };
  }
  if (fault.kind !== 'unknown-prefix' && fault.kind !== 'other-prefix') return undefined;
  const [first] = fault.expected;
  if (first === undefined) return tellUnknown(id, fault.kind === 'unknown-prefix' ? fault.near : undefined, context);
  const args = { id, pattern: patternsOf(fault.expected) };
  const key = isInFolderOf(context.facts.path, first) ? 'id-prefix.folder' : 'id-prefix.kind';
  return { message: { key, args }, schemes: fault.expected, origin: first.origin };
}

function tellUnknown(id: string, near: string | undefined, { configuration }: LibraryRuleContext): Told {
  const prefix = /^[^-_]*/.exec(id)?.[0] ?? id;
  if (near === undefined) return { message: { key: 'id-prefix.unknown', args: { prefix } }, schemes: [] };
  const schemes = configuration.ids?.schemes.filter((scheme) => idForm(scheme).prefix === near) ?? [];
  return { message: { key: 'id-prefix.near', args: { prefix, near } }, schemes };
}
