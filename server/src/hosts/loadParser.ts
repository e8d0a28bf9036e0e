// Chooses the Markdown parser of this process: the native build, else its wasm build, else remark. All three give the
// same tree (test/core proves it), so the choice is about speed only and is safe to make silently.
import { createSatteriParser } from '../core/markdown/satteriParser.ts';
import type { MarkdownToMdast } from '../core/markdown/satteriParser.ts';
import type { MarkdownParser } from '../core/markdown/markdownParser.ts';
import { remarkParser } from '../core/markdown/remarkParser.ts';

export interface LoadedParser extends MarkdownParser {
  readonly engine: 'native' | 'wasm' | 'remark';
  /** Why no faster engine was taken, for the log; absent with the fastest. */
  readonly reason?: string;
}

interface Engine {
  readonly name: 'native' | 'wasm';
  readonly load: () => Promise<unknown>;
}

const engines: readonly Engine[] = [
  // A checkout has the native build in node_modules; the packaged extension has none.
  { name: 'native', load: () => import('satteri') },
  // Beside the bundles only; a variable, so that neither the compiler nor the bundler follows it.
  { name: 'wasm', load: () => import(new URL('./satteriWasm.cjs', import.meta.url).href) },
];

/** Never rejects: the last resort, remark, is part of every bundle. CASEWRIGHT_PARSER names one engine to take. */
export async function loadParser(wanted = process.env['CASEWRIGHT_PARSER']): Promise<LoadedParser> {
  const reasons: string[] = [];
  for (const { name, load } of engines) {
    if (wanted !== undefined && wanted !== name) continue;
    try {
      const parser = createSatteriParser(markdownToMdastOf(await load()));
      return { ...parser, engine: name, ...(reasons.length > 0 && { reason: reasons.join('; ') }) };
    } catch (error) {
      reasons.push(`${name}: ${firstLine(error)}`);
    }
  }
  return { ...remarkParser, engine: 'remark', reason: reasons.join('; ') };
}

/** Takes the function out of a module that was loaded by name and proves with one parse that its binary works. */
function markdownToMdastOf(module: unknown): MarkdownToMdast {
  if (!isParserModule(module)) throw new Error('the module has no markdownToMdast');
  const { markdownToMdast } = module;
  markdownToMdast('# probe', { features: { gfm: true, frontmatter: false } });
  return markdownToMdast;
}

function isParserModule(module: unknown): module is { readonly markdownToMdast: MarkdownToMdast } {
  if (typeof module !== 'object' || module === null || !('markdownToMdast' in module)) return false;
  return typeof module.markdownToMdast === 'function';
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? message;
}
