// What configuration, id standard and list of retired ids say together. A configured scheme replaces that of the same prefix.
import { idForm } from './idForm.ts';
import type { IdsConfiguration } from './idScheme.ts';
import type { IdStandard } from './readIdStandard.ts';

export const noIds: IdsConfiguration = { schemes: [], retired: [], allocations: [] };

export function joinIds(
  configured: IdsConfiguration,
  standard: IdStandard | undefined,
  retired: IdsConfiguration['retired'],
): IdsConfiguration {
  const prefixes = new Set(configured.schemes.map((scheme) => idForm(scheme).prefix));
  const stated = (standard?.schemes ?? []).filter((scheme) => !prefixes.has(idForm(scheme).prefix));
  return {
    ...configured,
    schemes: [...configured.schemes, ...stated],
    retired: [...configured.retired, ...retired, ...(standard?.retired ?? [])],
    allocations: standard?.allocations ?? [],
  };
}
