// The content was changed since the document's version was stated: since the last approval of the same version, else as git shows.
import type { Finding } from '../finding.ts';
import { isArchived } from '../ids/archived.ts';
import { recordOf } from '../review/recordOf.ts';
import { contentChange, isUnchanged, sectionStates, snapshotStates } from '../versions/contentChange.ts';
import { daysBetween } from '../versions/dateForm.ts';
import { lastEdit } from '../versions/lastEdit.ts';
import { defaultMaintenance } from '../versions/maintenanceConfiguration.ts';
import { versionOf } from '../versions/stated.ts';
import { compareVersions, readVersion, writeVersion } from '../versions/versionForm.ts';
import type { LibraryRule, LibraryRuleContext } from './rule.ts';

const NAMES_SHOWN = 3;

export const versionBehind: LibraryRule = {
  kind: 'library',
  code: 'version-behind',
  defaultSeverity: 'information',
  isFixable: false,
  strictness: 'always',
  check: (context) => {
    const { facts } = context;
    const stated = isArchived(facts) ? undefined : versionOf(facts.fields);
    if (stated === undefined) return [];
    const message = sinceApproval(context, stated.form) ?? sinceCommit(context, writeVersion(stated.form));
    if (message === undefined) return [];
    return [{ code: versionBehind.code, severity: versionBehind.defaultSeverity, message, span: stated.span }];
  },
};

/** undefined where no approval tells; nothing is said of git's days then either, when the approval was of another version. */
function sinceApproval(
  { facts, index, life }: LibraryRuleContext,
  version: NonNullable<ReturnType<typeof readVersion>>,
): Finding['message'] | undefined {
  const approval = recordOf(facts, index, life)?.events.findLast((event) => event.kind === 'approve');
  const approved = approval && readVersion(approval.snapshot.version ?? '');
  if (approval === undefined || approved === undefined || compareVersions(approved, version) !== 0) return undefined;
  const change = contentChange(snapshotStates(approval.snapshot), sectionStates(facts));
  if (isUnchanged(change)) return undefined;
  const touched = [...change.changed, ...change.added, ...change.removed, ...change.renamed];
  const names = touched.map(({ name }) => name).filter((name) => name !== '');
  const shown = names.slice(0, NAMES_SHOWN).join('、') + (names.length > NAMES_SHOWN ? '…' : '');
  const args = { version: writeVersion(version), day: approval.at.slice(0, 10), count: touched.length, names: shown };
  return { key: shown === '' ? 'version-behind.approval' : 'version-behind.sections', args };
}

function sinceCommit(context: LibraryRuleContext, version: string): Finding['message'] | undefined {
  const { facts, life, configuration } = context;
  const known = life?.history?.documents.get(facts.path);
  const versioned = known?.versioned;
  // Where the version was never raised since the beginning, nobody keeps it.
  const edit = versioned === undefined || versioned === known?.first ? undefined : lastEdit(context);
  if (versioned === undefined || edit === undefined) return undefined;
  const { behindDays } = configuration.maintenance ?? defaultMaintenance;
  if (daysBetween(versioned, edit.day) <= behindDays) return undefined;
  return { key: 'version-behind', args: { version, since: versioned, day: edit.day } };
}
