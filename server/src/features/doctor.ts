// Doctor: how each document of every library is seen, and what is wrong between documents, as one Markdown page. What of the
// folder was not read comes with the question: the engine sees no disk.
import { diagnose } from '../core/doctor/diagnose.ts';
import { doctorMarkdown } from '../core/doctor/doctorMarkdown.ts';
import type { ExaminedLibrary } from '../core/doctor/doctorReport.ts';
import { compareText } from '../core/finding.ts';
import type { EngineView } from './engineView.ts';
import { libraryProblems } from './libraryProblems.ts';
import { addressIn, nameOf } from './pageAddress.ts';
import { uriOfPath } from './resourceUri.ts';

export interface DoctorParams {
  /** URI of the first folder of the workspace. */
  readonly folder: string;
  readonly libraries: readonly ({ readonly root: string } & Pick<ExaminedLibrary, 'skipped' | 'unread'>)[];
}

export interface DoctorPage {
  readonly markdown: string;
  /** False while a library is being read: it is not in the page. */
  readonly isReady: boolean;
}

/** Open documents count as they stand in the editor. */
export function doctor(view: EngineView, { folder, libraries }: DoctorParams): DoctorPage {
  const pages = libraries.flatMap(({ root, skipped, unread }) => {
    const diagnosis = diagnosisOf(view, root);
    if (diagnosis === undefined) return [];
    const problems = [...libraryProblems(view, root)]
      .flatMap(([path, findings]) => findings.map((finding) => ({ path, finding })))
      .sort((a, b) => compareText(a.path, b.path));
    const examined = { root: nameOf(root), diagnosis, skipped, unread, problems };
    return [doctorMarkdown(examined, view.locale, (path) => addressIn(folder, uriOfPath(root, path)))];
  });
  return { markdown: pages.join('\n'), isReady: pages.length === libraries.length };
}

function diagnosisOf(view: EngineView, root: string): ExaminedLibrary['diagnosis'] | undefined {
  const ground = view.ground(root);
  if (ground?.index === undefined) return undefined;
  const { index, configuration, plans = [] } = ground;
  return diagnose({ index, configuration, plans });
}
