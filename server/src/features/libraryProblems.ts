// Findings in the files that a library is built from: those that follow from their texts, and constraints that turn out to
// check nothing once every document is known.
import { idleConstraints } from '../core/constraints/idleConstraints.ts';
import type { Finding } from '../core/finding.ts';
import { configurationPath } from '../core/library/narrowConfiguration.ts';
import type { EngineView } from './engineView.ts';
import { groundOf } from './ground.ts';

/** By path. @param isWhole false where nobody asks for findings that need every document */
export function libraryProblems(
  view: EngineView,
  root: string,
  isWhole = true,
): ReadonlyMap<string, readonly Finding[]> {
  const library = view.library(root);
  if (library === undefined) return new Map();
  if (!isWhole) return library.problems;
  const idle = idleIn(view, root);
  if (idle.length === 0) return library.problems;
  const own = library.problems.get(configurationPath) ?? [];
  return new Map([...library.problems, [configurationPath, [...own, ...idle]]]);
}

/** Nothing before every document and every plan has been read. */
function idleIn(view: EngineView, root: string): readonly Finding[] {
  const library = view.library(root);
  if (library?.configuration.constraints === undefined) return [];
  const { index, plans, configuration } = groundOf(view, root, library);
  return index === undefined || plans === undefined ? [] : idleConstraints({ index, configuration, plans });
}
