// An id that its own scheme does not allow: letters, digits of the number, missing parts.
import type { Fix } from '../finding.ts';
import { isSafeChange, nextOf, nextOfScheme, renumber, withFixes } from '../ids/idFixes.ts';
import { idForm } from '../ids/idForm.ts';
import { judgeId, type IdFault, type JudgedId } from '../ids/judgeId.ts';
import { schemesFor } from '../ids/schemesOf.ts';
import type { LibraryRule, LibraryRuleContext } from './rule.ts';

export const idFormat: LibraryRule = {
  kind: 'library',
  code: 'id-format',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'by-status',
  includesOther: true,
  check: (context) => {
    const judged = judgeId(context);
    if (judged?.fault.kind !== 'form') return [];
    const { scheme, fault } = judged.fault;
    const mended = 'mended' in fault ? fault.mended : '';
    const args = { id: judged.own.id, pattern: scheme.pattern, mended };
    return [
      {
        code: idFormat.code,
        severity: idFormat.defaultSeverity,
        message: { key: `id-format.${fault.kind}`, args },
        span: judged.own.span,
        origin: scheme.origin,
        fixes: withFixes([fixOf(context, judged, judged.fault)]),
      },
    ];
  },
};

function fixOf(
  context: LibraryRuleContext,
  { own }: JudgedId,
  { scheme, fault }: Extract<IdFault, { kind: 'form' }>,
): Fix | undefined {
  if ('mended' in fault) return renumber(context, own.id, fault.mended, isSafeChange(context, own.id, fault.mended));
  const { width } = idForm(scheme);
  if (fault.kind === 'number') {
    const next = nextOf(context, { stem: fault.stem, width, ...(scheme.range && { range: scheme.range }) });
    return next === undefined ? undefined : renumber(context, own.id, next);
  }
  // Where the scheme is not that of the place, another prefix may be what is missing.
  const { facts, configuration } = context;
  if (!schemesFor(facts.path, facts.kind, configuration.ids?.schemes ?? []).includes(scheme)) return undefined;
  const next = nextOfScheme(context, own, scheme);
  return next === undefined ? undefined : renumber(context, own.id, next);
}
