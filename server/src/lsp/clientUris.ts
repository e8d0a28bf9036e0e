// URIs in answers of the engine, spelled as the client spells them.
import { keyOf } from './uris.ts';

const URI_KEYS: ReadonlySet<string> = new Set(['uri', 'fileUri', 'plannedUri', 'rootUri']);

/** The same value with its URIs spelled as keys, so that clients can compare them. */
export function withClientUris<T>(value: T): T {
  const visit = (node: unknown, key: string): unknown => {
    if (typeof node === 'string') return URI_KEYS.has(key) ? keyOf(node) : node;
    if (Array.isArray(node)) return node.map((child: unknown) => visit(child, key));
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([name, child]) => [name, visit(child, name)]));
  };
  return visit(value, '') as T; // the same shape
}
