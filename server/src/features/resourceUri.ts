// URIs of library files. Built-in documents have a scheme of their own, which the client serves read-only.

export const BUILT_IN_SCHEME = 'casewright-builtin';

/** URI of a path in a library; `builtin:case.zh` becomes `casewright-builtin:/case.zh.md`. */
export function uriOfPath(root: string, path: string): string {
  const builtIn = /^builtin:([\w.-]+)$/.exec(path)?.[1];
  if (builtIn !== undefined) return `${BUILT_IN_SCHEME}:/${builtIn}.md`;
  return `${root.replace(/\/$/, '')}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** The same with a one-based line, as VS Code follows it in links. */
export function uriOfLine(root: string, path: string, line: number): string {
  return `${uriOfPath(root, path)}#L${String(line + 1)}`;
}
