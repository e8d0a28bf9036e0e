// A library together with its plans and the files that they name: the context that plan rules look at, in the editor and
// in the terminal alike. Plans are read only when somebody asks, each text once.
import { decideKind } from '../library/decideKind.ts';
import type { LibraryContext } from '../library/libraryContext.ts';
import { limits } from '../limits.ts';
import { buildModel } from '../model/buildModel.ts';
import type { DocumentModel } from '../model/documentModel.ts';
import type { LibraryFiles } from './libraryFiles.ts';
import type { Plan } from './plan.ts';
import { readAsPlan } from './planKind.ts';

/** What of the disk plans are held against. Plain data; paths relative to the root. */
export interface RoadmapTexts {
  /** Every file of the library. */
  readonly paths: ReadonlySet<string>;
  /** Plan candidates. */
  readonly plans: ReadonlyMap<string, string>;
  /** Documents that plans name. */
  readonly files: ReadonlyMap<string, string>;
  /** Lines of other files that plans name. */
  readonly lineCounts: ReadonlyMap<string, number>;
}

export interface ReadPlan {
  readonly plan: Plan;
  readonly model: DocumentModel;
}

/** Reads plan documents, each text once per library. */
export interface PlanReader {
  /** Undefined: the document holds no roadmap. */
  read(path: string, text: string, library: LibraryContext): ReadPlan | undefined;
  /** True where `read` answers without work. */
  hasRead(path: string, text: string, library: LibraryContext): boolean;
}

export function createPlanReader(): PlanReader {
  const known = new Map<string, { text: string; library: LibraryContext; read: ReadPlan | undefined }>();
  const find = (path: string, text: string, library: LibraryContext) => {
    const found = known.get(`${library.root} ${path}`);
    return found?.library === library && found.text === text ? found : undefined;
  };
  return {
    hasRead: (path, text, library) => find(path, text, library) !== undefined,
    read: (path, text, library) => {
      const found = find(path, text, library);
      if (found !== undefined) return found.read;
      const read = readOne(path, text, library);
      known.set(`${library.root} ${path}`, { text, library, read });
      return read;
    },
  };
}

function readOne(path: string, text: string, library: LibraryContext): ReadPlan | undefined {
  if (text.length > limits.documentLength) return undefined;
  const model = buildModel(text, library.parser);
  const templates = [...library.kinds].flatMap(([kind, { template }]) =>
    template === undefined ? [] : [[kind, template] as const],
  );
  const { plan } = readAsPlan(path, model, decideKind(path, model, library.configuration, templates));
  return plan && { plan, model };
}

export function filesOf(texts: RoadmapTexts): LibraryFiles {
  return {
    paths: texts.paths,
    text: (path) => texts.files.get(path) ?? texts.plans.get(path),
    lineCount: (path) => texts.lineCounts.get(path),
  };
}

/** The same library with files and plans; the plans are read on the first look at them. */
export function withRoadmap(library: LibraryContext, texts: RoadmapTexts, reader: PlanReader): LibraryContext {
  let plans: readonly Plan[] | undefined;
  return {
    ...library,
    files: filesOf(texts),
    get plans() {
      plans ??= [...texts.plans].flatMap(([path, text]) => reader.read(path, text, library)?.plan ?? []);
      return plans;
    },
  };
}
