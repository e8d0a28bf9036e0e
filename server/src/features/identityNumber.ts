// A number for each object, so that identities can be compared in another thread.

const numbers = new WeakMap<object, number>();
let last = 0;

/** The same number for the same object as long as this worker lives; 0 for nothing. */
export function identityNumber(value: object | undefined): number {
  if (value === undefined) return 0;
  const found = numbers.get(value) ?? ++last;
  numbers.set(value, found);
  return found;
}
