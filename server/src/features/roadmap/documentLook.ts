// What the analysis of a planned document says about how far it is. It looks at findings and sections, never at a plan.
import type { Analysis } from '../../core/analysis.ts';
import { archivedWords } from '../../core/checking/statusWords.ts';
import type { SectionBinding } from '../../core/binding/boundDocument.ts';
import type { DocumentLook } from '../../core/roadmap/trueState.ts';
import type { Span } from '../../core/sourceText.ts';
import { completenessOf } from '../completeness.ts';

/** Findings that mean: something required is not there. The others mean: it could be better. */
const REQUIRED: ReadonlySet<string> = new Set([
  'section-missing',
  'section-unwritten',
  'section-empty',
  'section-too-short',
  'section-repeat',
  'metadata-missing',
  'placeholder-left',
  'content-too-few',
  'document-too-short',
  'merge-conflict',
]);
/** Findings that mean: a section holds nothing of its own yet. */
const UNTOUCHED: ReadonlySet<string> = new Set(['section-unwritten', 'section-empty', 'placeholder-left']);
const STATUS_KEYS: ReadonlySet<string> = new Set(['状态', '文档状态', 'status']);

const looks = new WeakMap<Analysis, DocumentLook>();

export function documentLook(analysis: Analysis): DocumentLook {
  const known = looks.get(analysis);
  if (known !== undefined) return known;
  const { met, of } = completenessOf(analysis);
  const look = {
    stage: analysis.stage,
    hasTemplate: analysis.bound !== undefined,
    untouched: untouchedOf(analysis),
    openFindings: openFindings(analysis),
    completeness: { met, of },
    isArchived: isArchived(analysis),
  };
  looks.set(analysis, look);
  return look;
}

function openFindings({ findings }: Analysis): number {
  return findings.filter(({ code, severity }) => REQUIRED.has(code) && (severity === 'error' || severity === 'warning'))
    .length;
}

/** Innermost sections of the template, and how many of them still are as the template made them. */
function untouchedOf({ bound, findings }: Analysis): DocumentLook['untouched'] {
  if (bound === undefined) return { count: 0, of: 0 };
  const leaves = leavesOf(bound.bindings);
  const starts = findings.filter(({ code }) => UNTOUCHED.has(code)).map(({ span }) => span.start);
  const isUntouched = ({ start, end }: Span): boolean => starts.some((at) => at >= start && at < end);
  return { count: leaves.filter((binding) => isUntouched(binding.section.span)).length, of: leaves.length };
}

function leavesOf(bindings: readonly SectionBinding[]): readonly SectionBinding[] {
  return bindings.flatMap((binding) => (binding.children.length === 0 ? [binding] : leavesOf(binding.children)));
}

function isArchived({ model }: Analysis): boolean {
  const fields = model.metadata.flatMap((block) => block.fields);
  return fields.some((field) => STATUS_KEYS.has(field.normalKey) && archivedWords.test(field.value.slice(0, 100)));
}
