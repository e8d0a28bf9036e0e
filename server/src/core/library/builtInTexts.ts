// Generated from schemas/built-in/*.md by scripts/generate/builtIn.ts; a test proves that it is fresh.
export const builtInTexts: Readonly<Record<string, string>> = {
};
