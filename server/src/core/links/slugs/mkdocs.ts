// MkDocs (the toc extension of Python-Markdown): ASCII only, so that a Chinese heading has nothing but its number, `_1`.

export function mkdocsAnchors(texts: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  // The last anchor given to each slug: counting goes on from there, not from the beginning.
  const last = new Map<string, string>();
  return texts.map((text) => {
    const slug = slugOf(text);
    let anchor = last.get(slug) ?? slug;
    while (anchor === '' || taken.has(anchor)) anchor = next(anchor);
    taken.add(anchor);
    last.set(slug, anchor);
    return anchor;
  });
}

function slugOf(text: string): string {
  const ascii = text.normalize('NFKD').replace(/[^\u0000-\u007F]/g, '');
  return ascii
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-');
}

/** A number at the end is counted on. */
function next(anchor: string): string {
  const counted = /^(.*)_(\d{1,9})$/.exec(anchor);
  return counted === null ? `${anchor}_1` : `${counted[1] ?? ''}_${Number(counted[2]) + 1}`;
}
