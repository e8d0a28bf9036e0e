// Whether a document is laid aside: by its folder, or by what its status says. Its id stays in use.
import { archivedWords } from '../checking/statusWords.ts';
import type { DocumentFacts } from '../facts/documentFacts.ts';

const folder = /^(?:\d{1,3}[-_.]?)?(?:.{0,8}归档|_?archived?|archives)$/i;
const statusKey = /状态$|^status$/i;

export function isArchived({ path, fields }: DocumentFacts): boolean {
  if (
    path
      .split('/')
      .slice(0, -1)
      .some((name) => folder.test(name))
  )
    return true;
  return fields.some(({ normalKey, value }) => statusKey.test(normalKey) && archivedWords.test(value));
}
