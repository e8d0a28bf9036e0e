// The built-in templates and standards, from schemas/built-in/*.md.
// Generated (npm run docs); do not edit. A test proves that it is fresh.
export const builtInTexts: Readonly<Record<string, string>> = {
};
