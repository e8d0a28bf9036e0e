// Texts with values in them.

/** Puts values where `{0}`, `{1}` … stand. */
export function fill(text: string, ...values: readonly (number | string)[]): string {
  return text.replace(/\{(\d)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));
}
