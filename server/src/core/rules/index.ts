// The list of rules: one line each, by name. Their order says nothing; findings are sorted by place.
import { archivedChanged } from './archived-changed.ts';
import { archivedLinked } from './archived-linked.ts';
import { changelogMissing } from './changelog-missing.ts';
import { constraintViolated } from './constraint-violated.ts';
import { contentLanguage } from './content-language.ts';
import { contentTooFew } from './content-too-few.ts';
import { contentTooMany } from './content-too-many.ts';
import { dateBehind } from './date-behind.ts';
import { dateFuture } from './date-future.ts';
import { dateOrder } from './date-order.ts';
import { depthCut } from './depth-cut.ts';
import { documentStale } from './document-stale.ts';
import { documentTooLong } from './document-too-long.ts';
import { documentTooShort } from './document-too-short.ts';
import { facetConflict } from './facet-conflict.ts';
import { facetMissing } from './facet-missing.ts';
import { facetSynonym } from './facet-synonym.ts';
import { facetUnknown } from './facet-unknown.ts';
import { fenceLanguage } from './fence-language.ts';
import { fenceUnclosed } from './fence-unclosed.ts';
import { frontMatterInvalid } from './front-matter-invalid.ts';
import { headingLevel } from './heading-level.ts';
import { headingTitle } from './heading-title.ts';
import { idAllocation } from './id-allocation.ts';
import { idCopy } from './id-copy.ts';
import { idDuplicate } from './id-duplicate.ts';
import { idFormat } from './id-format.ts';
import { idMismatch } from './id-mismatch.ts';
import { idPrefix } from './id-prefix.ts';
import { idRange } from './id-range.ts';
import { idReference } from './id-reference.ts';
import { idRetired } from './id-retired.ts';
import { linkAnchor } from './link-anchor.ts';
import { linkCase } from './link-case.ts';
import { linkEmpty } from './link-empty.ts';
import { linkImage } from './link-image.ts';
import { linkOutside } from './link-outside.ts';
import { linkReference } from './link-reference.ts';
import { linkTarget } from './link-target.ts';
import { linkTextBlank } from './link-text-blank.ts';
import { mergeConflict } from './merge-conflict.ts';
import { metadataDuplicate } from './metadata-duplicate.ts';
import { metadataFormat } from './metadata-format.ts';
import { metadataMissing } from './metadata-missing.ts';
import { metadataUnknown } from './metadata-unknown.ts';
import { metadataValue } from './metadata-value.ts';
import { numberingSequence } from './numbering-sequence.ts';
import { pathInCode } from './path-in-code.ts';
import { placeholderLeft } from './placeholder-left.ts';
import { planCount } from './plan-count.ts';
import { planCoverage } from './plan-coverage.ts';
import { planCrossSchedule } from './plan-cross-schedule.ts';
import { planCrossStatus } from './plan-cross-status.ts';
import { planCrossTotal } from './plan-cross-total.ts';
import { planDependency } from './plan-dependency.ts';
import { planDependencyCycle } from './plan-dependency-cycle.ts';
import { planDependencyState } from './plan-dependency-state.ts';
import { planDesign } from './plan-design.ts';
import { planDuplicate } from './plan-duplicate.ts';
import { planFileLines } from './plan-file-lines.ts';
import { planFileMissing } from './plan-file-missing.ts';
import { planFileOutline } from './plan-file-outline.ts';
import { planFileStatus } from './plan-file-status.ts';
import { planGrouping } from './plan-grouping.ts';
import { planId } from './plan-id.ts';
import { planMilestoneDone } from './plan-milestone-done.ts';
import { planMilestoneLate } from './plan-milestone-late.ts';
import { planMilestoneMissing } from './plan-milestone-missing.ts';
import { planNaming } from './plan-naming.ts';
import { planPath } from './plan-path.ts';
import { planPriority } from './plan-priority.ts';
import { planRule } from './plan-rule.ts';
import { planScheduleEffort } from './plan-schedule-effort.ts';
import { planScheduleOrder } from './plan-schedule-order.ts';
import { planScheduleParallel } from './plan-schedule-parallel.ts';
import { planScheduleRange } from './plan-schedule-range.ts';
import { planStatus } from './plan-status.ts';
import { planSum } from './plan-sum.ts';
import { planUnscheduled } from './plan-unscheduled.ts';
import { regionNested } from './region-nested.ts';
import { regionStale } from './region-stale.ts';
import { regionUnclosed } from './region-unclosed.ts';
import { regionUnknown } from './region-unknown.ts';
import { relationCycle } from './relation-cycle.ts';
import { relationDuplicate } from './relation-duplicate.ts';
import { relationKind } from './relation-kind.ts';
import { relationSelf } from './relation-self.ts';
import { relationState } from './relation-state.ts';
import { relationTarget } from './relation-target.ts';
import { reviewChanged } from './review-changed.ts';
import { reviewCommentOpen } from './review-comment-open.ts';
import { reviewOrphan } from './review-orphan.ts';
import { reviewOverdue } from './review-overdue.ts';
import { reviewRecordConflict } from './review-record-conflict.ts';
import { reviewRecordInvalid } from './review-record-invalid.ts';
import { reviewStateDiffers } from './review-state-differs.ts';
import { reviewSuspect } from './review-suspect.ts';
import { sectionEmpty } from './section-empty.ts';
import { sectionExtra } from './section-extra.ts';
import { sectionLevel } from './section-level.ts';
import { sectionMisplaced } from './section-misplaced.ts';
import { sectionMissing } from './section-missing.ts';
import { sectionRenamed } from './section-renamed.ts';
import { sectionRepeat } from './section-repeat.ts';
import { sectionTooLong } from './section-too-long.ts';
import { sectionTooShort } from './section-too-short.ts';
import { sectionUnwritten } from './section-unwritten.ts';
import { subjectOutdated } from './subject-outdated.ts';
import { suppressionExpired } from './suppression-expired.ts';
import { suppressionReasonMissing } from './suppression-reason-missing.ts';
import { suppressionUnknown } from './suppression-unknown.ts';
import { suppressionUnused } from './suppression-unused.ts';
import { templateOutdated } from './template-outdated.ts';
import { tocEntryText } from './toc-entry-text.ts';
import { tocMissing } from './toc-missing.ts';
import { tocStale } from './toc-stale.ts';
import { versionBehind } from './version-behind.ts';
import { versionFormat } from './version-format.ts';
import { versionOrder } from './version-order.ts';
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [
  archivedChanged,
  archivedLinked,
  changelogMissing,
  constraintViolated,
  contentLanguage,
  contentTooFew,
  contentTooMany,
  dateBehind,
  dateFuture,
  dateOrder,
  depthCut,
  documentStale,
  documentTooLong,
  documentTooShort,
  facetConflict,
  facetMissing,
  facetSynonym,
  facetUnknown,
  fenceLanguage,
  fenceUnclosed,
  frontMatterInvalid,
  headingLevel,
  headingTitle,
  idAllocation,
  idCopy,
  idDuplicate,
  idFormat,
  idMismatch,
  idPrefix,
  idRange,
  idReference,
  idRetired,
  linkAnchor,
  linkCase,
  linkEmpty,
  linkImage,
  linkOutside,
  linkReference,
  linkTarget,
  linkTextBlank,
  mergeConflict,
  metadataDuplicate,
  metadataFormat,
  metadataMissing,
  metadataUnknown,
  metadataValue,
  numberingSequence,
  pathInCode,
  placeholderLeft,
  planCount,
  planCoverage,
  planCrossSchedule,
  planCrossStatus,
  planCrossTotal,
  planDependency,
  planDependencyCycle,
  planDependencyState,
  planDesign,
  planDuplicate,
  planFileLines,
  planFileMissing,
  planFileOutline,
  planFileStatus,
  planGrouping,
  planId,
  planMilestoneDone,
  planMilestoneLate,
  planMilestoneMissing,
  planNaming,
  planPath,
  planPriority,
  planRule,
  planScheduleEffort,
  planScheduleOrder,
  planScheduleParallel,
  planScheduleRange,
  planStatus,
  planSum,
  planUnscheduled,
  regionNested,
  regionStale,
  regionUnclosed,
  regionUnknown,
  relationCycle,
  relationDuplicate,
  relationKind,
  relationSelf,
  relationState,
  relationTarget,
  reviewChanged,
  reviewCommentOpen,
  reviewOrphan,
  reviewOverdue,
  reviewRecordConflict,
  reviewRecordInvalid,
  reviewStateDiffers,
  reviewSuspect,
  sectionEmpty,
  sectionExtra,
  sectionLevel,
  sectionMisplaced,
  sectionMissing,
  sectionRenamed,
  sectionRepeat,
  sectionTooLong,
  sectionTooShort,
  sectionUnwritten,
  subjectOutdated,
  suppressionExpired,
  suppressionReasonMissing,
  suppressionUnknown,
  suppressionUnused,
  templateOutdated,
  tocEntryText,
  tocMissing,
  tocStale,
  versionBehind,
  versionFormat,
  versionOrder,
];
