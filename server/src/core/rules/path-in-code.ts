// A path in a code span that leads nowhere. Off unless a team asks for it: most such paths tell where a text came from, or
// what will be made.
import type { DocumentFacts, FactCodePath } from '../facts/documentFacts.ts';
import type { Finding, Fix } from '../finding.ts';
import { folderOf, relativePath } from '../library/pathScope.ts';
import { resolveStatedPath } from '../roadmap/disk/resolvePath.ts';
import type { LibraryRule } from './rule.ts';

export const pathInCode: LibraryRule = {
  kind: 'library',
  code: 'path-in-code',
  defaultSeverity: 'hint',
  isFixable: true,
  strictness: 'always',
  isOffByDefault: true,
  includesOther: true,
  // Paths of plans are the matter of the plan rules.
  check: ({ facts, index }) =>
    facts.kind === 'plan' ? [] : facts.codePaths.flatMap((code) => findingOf(code, facts, index.paths) ?? []),
};

function findingOf(code: FactCodePath, facts: DocumentFacts, paths: ReadonlySet<string>): Finding | undefined {
  const { path, span } = code;
  const resolution = resolveStatedPath(path, facts.path, paths);
  if (resolution.kind !== 'moved' && resolution.kind !== 'missing') return undefined;
  const common = { code: pathInCode.code, severity: pathInCode.defaultSeverity, span };
  if (resolution.kind === 'missing') return { ...common, message: { key: 'path-in-code', args: { path } } };
  const message = { key: 'path-in-code.moved', args: { path, near: resolution.path } } as const;
  return { ...common, message, fixes: [moveFix(code, facts, resolution.path)] };
}

/** From the document's folder where it was so written, else from the root. */
function moveFix({ path, span }: FactCodePath, facts: DocumentFacts, found: string): Fix {
  const newText = path.startsWith('.') ? relativePath(folderOf(facts.path), found) : found;
  return { title: { key: 'link.fix', args: { path: newText } }, edits: [{ span, newText }], isPreferred: true };
}
