// A path of a plan that can not be right: it leaves the library, the file lies elsewhere, or a file that is said to be there is not.
import type { Finding, Fix } from '../finding.ts';
import type { DocumentModel } from '../model/documentModel.ts';
import { isChangedOnly, itemFiles, saysItExists, type ItemFile } from '../roadmap/disk/itemFiles.ts';
import type { StatedPath } from '../roadmap/plan.ts';
import type { PlanRule } from './rule.ts';

export const planPath: PlanRule = {
  kind: 'plan',
  code: 'plan-path',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'always',
  check: ({ plan, model, files }) => {
    if (files === undefined) return refusedOnly(itemFiles(plan, { paths: new Set(), text: () => undefined }), model);
    const all = itemFiles(plan, files);
    return [...refusedOnly(all, model), ...all.flatMap((file) => findingsOf(file, model, plan.path))];
  },
};

/** These are told by their text alone; nothing is looked up. */
function refusedOnly(files: readonly ItemFile[], { source }: DocumentModel): readonly Finding[] {
  return files.flatMap(({ stated, resolution }) => {
    const written = source.slice(stated.span);
    const refusal = written.includes('\\') ? 'backslash' : resolution.kind === 'refused' && resolution.refusal;
    if (refusal === false || refusal === 'empty') return [];
    return [finding(stated, { key: `plan-path.${refusal}`, args: { path: shown(stated.path) } })];
  });
}

function findingsOf({ stated, resolution }: ItemFile, model: DocumentModel, planPath: string): readonly Finding[] {
  if (resolution.kind === 'moved') {
    const args = { path: stated.path, found: resolution.path };
    const fix = pathFix({ stated, resolution: resolution.path, planned: resolution.planned }, model, planPath);
    return [{ ...finding(stated, { key: 'plan-path.moved', args }), ...(fix && { fixes: [fix] }) }];
  }
  const note = stated.note ?? '';
  if (resolution.kind !== 'missing' || !(isChangedOnly(stated) || saysItExists(stated))) return [];
  return [finding(stated, { key: 'plan-path.missing', args: { path: stated.path, note } })];
}

interface Moved {
  readonly stated: StatedPath;
  /** Where the file is, and where the plan expected it; both relative to the root. */
  readonly resolution: string;
  readonly planned: string;
}

/** Writes the path as the plan wrote it: from the same folder. */
function pathFix({ stated, resolution, planned }: Moved, { source }: DocumentModel, planPath: string): Fix | undefined {
  const written = source.slice(stated.span);
  const at = written.indexOf(stated.path);
  const base = planned.endsWith(stated.path) ? planned.slice(0, planned.length - stated.path.length) : '';
  if (at < 0 || planPath === resolution || !resolution.startsWith(base)) return undefined;
  const start = stated.span.start + at;
  const newText = resolution.slice(base.length);
  return {
    title: { key: 'plan-path.fix', args: { path: newText } },
    edits: [{ span: { start, end: start + stated.path.length }, newText }],
    isPreferred: true,
  };
}

function finding({ span }: StatedPath, message: Finding['message']): Finding {
  return { code: planPath.code, severity: planPath.defaultSeverity, message, span };
}

function shown(path: string): string {
  return path.length > 80 ? `${path.slice(0, 79)}…` : path;
}
