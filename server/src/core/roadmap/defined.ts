// Optional members of facts: what is not stated is left out, not set to undefined.

/** The members that have a value. */
export function defined<T extends object>(values: T): { -readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  // Entries of T without undefined: the type says what the filter does.
  return Object.fromEntries(entries) as { -readonly [K in keyof T]?: Exclude<T[K], undefined> };
}

/** Undefined for an empty list. */
export function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
