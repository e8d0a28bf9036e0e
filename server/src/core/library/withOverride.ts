// The configuration of one run in which a person chose kind and template: it wins over what the library says.
import type { Configuration } from './configuration.ts';
import { defaultKind } from './defaultConfiguration.ts';
import type { LibraryInput } from './libraryContext.ts';

/** Every document is of the chosen kind; the others stay known. */
export function withOverride(configuration: Configuration, override: LibraryInput['override']): Configuration {
  if (override === undefined) return configuration;
  const { kind, template } = override;
  const known = configuration.kinds.find((candidate) => candidate.kind === kind) ?? defaultKind(kind);
  const chosen = template === undefined ? known : { ...known, template };
  const others = configuration.kinds.filter((candidate) => candidate.kind !== kind);
  return { ...configuration, kinds: [chosen, ...others], chosenKind: kind };
}
