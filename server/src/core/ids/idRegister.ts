// Single ids that the team's lists speak of: retired, allotted to a file.
import type { IdAllocation, IdsConfiguration, RetiredId } from './idScheme.ts';

interface Register {
  readonly retired: ReadonlyMap<string, RetiredId>;
  readonly byId: ReadonlyMap<string, IdAllocation>;
  /** By the name of the file, without folders. */
  readonly byFile: ReadonlyMap<string, readonly IdAllocation[]>;
}

const ofIds = new WeakMap<IdsConfiguration, Register>();

/** Made once for each configuration. */
export function registerOf(ids: IdsConfiguration): Register {
  const known = ofIds.get(ids);
  if (known !== undefined) return known;
  const byFile = new Map<string, IdAllocation[]>();
  for (const allocation of ids.allocations) {
    const name = nameOf(allocation.file);
    byFile.set(name, [...(byFile.get(name) ?? []), allocation]);
  }
  const register = {
    retired: new Map(ids.retired.map((each) => [each.id, each])),
    byId: new Map(ids.allocations.map((each) => [each.id, each])),
    byFile,
  };
  ofIds.set(ids, register);
  return register;
}

/** The id that the standard gives to a file. */
export function allotmentOf(path: string, ids: IdsConfiguration): IdAllocation | undefined {
  return registerOf(ids)
    .byFile.get(nameOf(path))
    ?.find((each) => isFile(path, each));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function isFile(path: string, { file }: IdAllocation): boolean {
  return path === file || path.endsWith(`/${file}`);
}
