// Names of document kinds for people.
import { l10n } from 'vscode';

/** A kind's name in the display language; a team's own kinds keep theirs. */
export function kindLabel(kind: string): string {
  switch (kind) {
    case 'case':
      return l10n.t('Case');
    case 'topic':
      return l10n.t('Topic');
    case 'plan':
      return l10n.t('Plan');
    case 'template':
      return l10n.t('Template');
    case 'standard':
      return l10n.t('Review standard');
    case 'other':
      return l10n.t('Other document');
    default:
      return kind;
  }
}
