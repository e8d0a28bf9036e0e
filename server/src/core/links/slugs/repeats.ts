// Anchors of one document told apart: a name that is taken gets a number.

/** `separator`: between name and number; counting begins with 1 at the second use. */
export function numberRepeats(slugs: readonly string[], separator = '-'): readonly string[] {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return slugs.map((slug) => {
    let anchor = slug;
    while (taken.has(anchor)) {
      const count = (counts.get(slug) ?? 0) + 1;
      counts.set(slug, count);
      anchor = slug + separator + String(count);
    }
    taken.add(anchor);
    return anchor;
  });
}
