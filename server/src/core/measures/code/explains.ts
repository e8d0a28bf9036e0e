// Whether a comment tells a reader something: not a ruler, a directive, a file name or code that was switched off.
import type { CodeComment } from './scanCode.ts';
import type { Program } from './programs.ts';

const directive =
  /^(?:!|(?:TODO|FIXME|XXX|HACK)\W*$|noqa|type:|pylint|mypy|eslint|prettier|ts-(?:ignore|expect-error)|nolint|go:(?:build|generate|embed)|\+build|clippy|rustfmt|coding[:=]|-\*-|region|endregion|shellcheck|syntax=|%%)/i;
const fileName = /^(?:[\w.-]+\/)*[\w-]+\.[A-Za-z]{1,10}$/;
/** Statements and calls: code that was switched off. */
const statement =
  /^(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|SET|WHERE|FROM|AND|BEGIN|COMMIT|ROLLBACK)\b[^。，]*$|^(?:let|const|var|return|import|use|from|if|for|while)\s[^。，]*[;{(:]|[;{}]$|^[\w.]+\([^)]*\);?$/;

function explains({ body }: CodeComment): boolean {
  const text = body.slice(0, 500).trim();
  if (directive.test(text) || fileName.test(text)) return false;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (han >= 2) return true;
  const words = text.match(/[A-Za-z]{2,}/g)?.length ?? 0;
  if (statement.test(text)) return false;
  return words >= 1 && /\p{L}{3}/u.test(text);
}

/** The comments of a program that explain. */
export function explanations(program: Program): readonly CodeComment[] {
  return program.comments.filter(explains);
}
