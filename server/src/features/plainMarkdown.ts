// Text of the workspace inside Markdown that we compose: shown as it is, never interpreted.

const special = /[\\`*_{}[\]()#+\-.!|<>~$&]/g;

/** Escapes everything that Markdown or HTML would act on; line breaks become hard breaks. */
export function escapeMarkdown(text: string): string {
  return text.replace(special, '\\$&').replace(/\r\n|\r|\n/g, '  \n');
}

/** At most `length` UTF-16 units, never inside a surrogate pair, with an ellipsis where something was cut. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const last = cut.charCodeAt(cut.length - 1);
  return `${last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut}…`;
}

/** Escapes what VS Code snippets act on. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
