// English texts of the doctor: what was not looked at and why, how documents are seen, duplicates, orphans, placeholders.
import type { zhDoctor } from './zhDoctor.ts';

export const enDoctor: Readonly<Record<keyof typeof zhDoctor, string>> = {
  'skipped.ignored': 'ignored by .gitignore',
  'skipped.excluded': 'excluded by the configuration',
  'skipped.hidden': 'hidden folder',
  'skipped.dependencies': 'folder of dependencies',
  'skipped.link': 'link to something inside, which is checked where it really is',
  'skipped.link-outside': 'link that leaves the library',
  'skipped.link-broken': 'link that leads nowhere or in a circle',
  'skipped.special': 'no regular file (pipe, socket or device)',
  'skipped.folder': 'folder with the name of a document',
  'skipped.unreadable': 'folder that can not be read',
  'skipped.too-deep': 'folder nested too deeply',
  'skipped.too-many': 'too many files; the rest is not listed',
};
