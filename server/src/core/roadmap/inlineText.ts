// One line of inline Markdown as a reader sees it. The tree knows paragraphs; plans are read by lines.

/** Emphasis, code marks and links flattened, escapes resolved, blanks trimmed. */
export function flattenInline(raw: string): string {
  // Most lines have nothing to flatten.
  if (!/[*_~`\\<[]/.test(raw)) return raw.trim();
  return raw
    .replace(/!?\[([^\][]{0,400})\]\((?:[^()]|\([^()]{0,200}\)){0,600}\)/g, '$1')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/\*\*|__|~~/g, '')
    .replace(/`+/g, '')
    .replace(/(^|[\s（(])\*(\S[^*]{0,200})\*(?=$|[\s）),，。])/g, '$1$2')
    .replace(/\\([\\`*_{}[\]()#+\-.!|~<>])/g, '$1')
    .trim();
}
