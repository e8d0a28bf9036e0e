// GitHub's heading anchors: lower case, letters, marks, digits, `_` and `-` kept, blanks to `-`, `-1` for repeats.
import Slugger, { slug } from 'github-slugger';

/** Anchor of one heading text, without regard to repeats. */
export function slugOf(text: string): string {
  return slug(text);
}

/** Anchors of all headings of a document in order; repeats get `-1`, `-2`, …. */
export function anchorsOf(texts: readonly string[]): string[] {
  const slugger = new Slugger();
  return texts.map((text) => slugger.slug(text));
}
