// Families of ids by the schemes that the team has for a folder or a kind: those in use there, nearest first, then a new one.
import type { Message } from '../../core/finding.ts';
import { idForm } from '../../core/ids/idForm.ts';
import type { IdRange, IdsConfiguration, IdScheme } from '../../core/ids/idScheme.ts';
import { schemesFor } from '../../core/ids/schemesOf.ts';
import type { DocumentIds } from '../usedIds.ts';

export interface SchemeFamily {
  readonly prefix: string;
  readonly width: number;
  readonly range?: IdRange;
  readonly reason: Message;
}

export interface SchemeQuestion {
  readonly kind: string;
  readonly folder: string;
  readonly ids?: IdsConfiguration;
}

/** Stands for a category that nobody has named yet. */
const UNKNOWN = 'XXX';

export function schemesAt({ kind, folder, ids }: SchemeQuestion): readonly IdScheme[] {
  return schemesFor(`${folder === '' ? '' : `${folder}/`}-`, kind, ids?.schemes ?? []);
}

/** `documents`: nearest first. */
export function schemeFamilies(
  schemes: readonly IdScheme[],
  documents: readonly DocumentIds[],
): readonly SchemeFamily[] {
  return schemes.flatMap((scheme) => {
    const form = idForm(scheme);
    const stems = documents.flatMap(({ own }) => (own === undefined ? [] : (form.read(own)?.stem ?? [])));
    const familyOf = (prefix: string, reason: Message): SchemeFamily => ({
      prefix,
      width: form.width,
      reason,
      ...(scheme.range && { range: scheme.range }),
    });
    const open = openStem(scheme.pattern);
    const isOpen = open.includes(UNKNOWN);
    const stated: Message = {
      key: 'completion.id.scheme',
      args: { pattern: scheme.pattern, path: scheme.origin.path },
    };
    const news: Message = { key: 'completion.id.new-domain', args: { domain: UNKNOWN } };
    return [
      ...[...new Set(stems)].map((stem) => familyOf(stem, stated)),
      ...(isOpen || !stems.includes(open) ? [familyOf(open, isOpen ? news : stated)] : []),
    ];
  });
}

/** Whether an id of this stem has the form of one of the schemes. */
export function hasSchemeForm(stem: string, schemes: readonly IdScheme[]): IdScheme | undefined {
  return schemes.find((scheme) => {
    const form = idForm(scheme);
    return form.read(`${stem}${'1'.padStart(form.width, '0')}`) !== undefined;
  });
}

/** `SCENARIO-{CATEGORY}-{NNN}` begins with `SCENARIO-XXX-`; what may be left out is. */
function openStem(pattern: string): string {
  return pattern
    .replace(/\{N{1,8}\}$/, '')
    .replace(/\[-\{[^{}[\]]{1,40}\}\]/g, '')
    .replace(/\{[^{}[\]]{1,40}\}/g, UNKNOWN);
}
