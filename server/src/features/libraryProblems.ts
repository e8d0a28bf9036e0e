// Findings in the files that a library is built from: those that follow from their texts, constraints that turn out to
// check nothing once every document is known, and review records that can not be read or belong to no document.
import { idleConstraints } from '../core/constraints/idleConstraints.ts';
import type { Finding } from '../core/finding.ts';
import { configurationPath } from '../core/library/narrowConfiguration.ts';
import { recordFindings } from '../core/review/recordFindings.ts';
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
  const records = recordsIn(view, root);
  if (idle.length === 0 && records.size === 0) return library.problems;
  const own = library.problems.get(configurationPath) ?? [];
  const configured = idle.length === 0 ? own : [...own, ...idle];
  return new Map([
    ...library.problems,
    ...(configured.length === 0 ? [] : [[configurationPath, configured] as const]),
    ...records,
  ]);
}

/** Nothing before every document has been read. */
function recordsIn(view: EngineView, root: string): ReadonlyMap<string, readonly Finding[]> {
  const { index, life, configuration } = view.ground(root) ?? {};
  if (index === undefined || life === undefined || configuration === undefined) return new Map();
  return recordFindings({ index, life, configuration });
}

/** Nothing before every document and every plan has been read. */
function idleIn(view: EngineView, root: string): readonly Finding[] {
  const library = view.library(root);
  if (library?.configuration.constraints === undefined) return [];
  const { index, plans, configuration } = groundOf(view, root, library);
  return index === undefined || plans === undefined ? [] : idleConstraints({ index, configuration, plans });
}
