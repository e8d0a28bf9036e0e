// Where the review record of a document stands. Paths are relative to the library root, with forward slashes; nothing here
// looks at a disk.

const reviewsFolder = '.casewright/reviews/';
const recordEnding = '.yaml';
const documentEnding = '.md';

/** `cases/a.md` → `.casewright/reviews/cases/a.yaml`. */
export function recordPathOf(document: string): string {
  const name = document.endsWith(documentEnding) ? document.slice(0, -documentEnding.length) : document;
  return `${reviewsFolder}${name}${recordEnding}`;
}

/** Whether a path is that of a record. */
export function isRecordPath(path: string): boolean {
  return path.startsWith(reviewsFolder) && path.endsWith(recordEnding) && path.length > reviewsFolder.length + 5;
}

/** The document that a record belongs to by its place. */
export function documentOfRecordPath(path: string): string {
  const inside = path.startsWith(reviewsFolder) ? path.slice(reviewsFolder.length) : path;
  return (inside.endsWith(recordEnding) ? inside.slice(0, -recordEnding.length) : inside) + documentEnding;
}
