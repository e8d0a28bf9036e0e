// Refuses YAML that is nested deeper than anyone writes. The YAML parser recurses, and a stack that overflows while a
// regular expression is compiled ends the whole process, which no catch can prevent.

const MAXIMUM_OPEN = 100;
/** `- - - -` and `? ? ? ?` nest without brackets. */
const compactNesting = /(?:[-?:][ \t]+){20}/;

/** Whether the text is not to be given to the YAML parser. Linear. */
export function isTooDeepYaml(text: string): boolean {
  if (compactNesting.test(text)) return true;
  let depth = 0;
  for (const bracket of text.match(/[[\]{}]/g) ?? []) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > MAXIMUM_OPEN) return true;
  }
  return false;
}
