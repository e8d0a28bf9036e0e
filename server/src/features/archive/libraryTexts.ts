// A library whose documents can be changed in thought: texts, facts, plans and index of one moment, and the same after some
// files changed. Nothing is written; texts that are not at hand are noted, so that they can be asked for.
import { defaultArchiveSettings, type ArchiveSettings } from '../../core/archive/archiveSettings.ts';
import type { DocumentFacts } from '../../core/facts/documentFacts.ts';
import { updateIndex, type LibraryIndex } from '../../core/index/libraryIndex.ts';
import type { LibraryContext } from '../../core/library/libraryContext.ts';
import { defaultLinkSettings } from '../../core/links/linkSettings.ts';
import { buildModel } from '../../core/model/buildModel.ts';
import type { FieldGround } from '../../core/regions/fields.ts';
import type { LibraryLife } from '../../core/review/libraryLife.ts';
import type { ReadPlan } from '../../core/roadmap/roadmapLibrary.ts';
import { surroundingsIn, type Surroundings } from '../navigation/surroundings.ts';
import type { ReadDocument } from '../rename/otherDocuments.ts';

/** What the library is read from. Paths are relative to its root. */
export interface TextSource {
  readonly root: string;
  readonly library: LibraryContext;
  /** Undefined where the text is not at hand; the asked path is noted in `missing` then. */
  textOf(path: string): string | undefined;
  readonly missing: ReadonlySet<string>;
  /** Review records; absent while they are being read. */
  readonly life: LibraryLife | undefined;
  factsOf(path: string, text: string): DocumentFacts | undefined;
  planOf(path: string, text: string): ReadPlan | undefined;
}

/** Files that become others; `undefined` for one that goes. */
export type NewTexts = ReadonlyMap<string, string | undefined>;

export class LibraryTexts {
  readonly source: TextSource;
  readonly index: LibraryIndex;
  readonly plans: readonly ReadPlan[];
  readonly #changed: NewTexts;

  constructor(
    source: TextSource,
    state: {
      readonly index: LibraryIndex;
      readonly plans: readonly ReadPlan[];
      readonly changed?: NewTexts;
    },
  ) {
    this.source = source;
    this.index = state.index;
    this.plans = state.plans;
    this.#changed = state.changed ?? new Map<string, string>();
  }

  textOf(path: string): string | undefined {
    return this.#changed.has(path) ? this.#changed.get(path) : this.source.textOf(path);
  }

  get surroundings(): Surroundings {
    const { library, root } = this.source;
    return surroundingsIn(this.index, root, library.configuration.links ?? defaultLinkSettings);
  }

  get fields(): FieldGround {
    return {
      index: this.index,
      configuration: this.source.library.configuration,
      plans: this.plans.map(({ plan }) => plan),
    };
  }

  read(path: string): ReadDocument | undefined {
    const text = this.index.documents.has(path) ? this.textOf(path) : undefined;
    const facts = text === undefined ? undefined : this.source.factsOf(path, text);
    if (text === undefined || facts === undefined) return undefined;
    return { path, model: buildModel(text, this.source.library.parser), facts };
  }

  /** The library after the files have changed. Documents among them keep their place in the index, new ones get one. */
  with(texts: NewTexts): LibraryTexts {
    const paths = new Set(this.index.paths);
    const changed: DocumentFacts[] = [];
    const removed: string[] = [];
    for (const [path, text] of texts) {
      if (text === undefined) {
        paths.delete(path);
        removed.push(path);
        continue;
      }
      if (!path.startsWith('.')) paths.add(path);
      const facts = isDocument(path) ? this.source.factsOf(path, text) : undefined;
      if (facts !== undefined) changed.push(facts);
    }
    const isSamePaths = paths.size === this.index.paths.size && [...paths].every((path) => this.index.paths.has(path));
    const index = updateIndex(this.index, { changed, removed, ...(!isSamePaths && { paths }) });
    const plans = this.plans.flatMap((plan): readonly ReadPlan[] => {
      const { path } = plan.plan;
      if (!texts.has(path)) return [plan];
      const text = texts.get(path);
      const read = text === undefined ? undefined : this.source.planOf(path, text);
      return read === undefined ? [] : [read];
    });
    return new LibraryTexts(this.source, { index, plans, changed: new Map([...this.#changed, ...texts]) });
  }
}

export function settingsOf({ source }: LibraryTexts): ArchiveSettings {
  return source.library.configuration.archive ?? defaultArchiveSettings;
}

function isDocument(path: string): boolean {
  return /\.(?:md|markdown|mdown)$/i.test(path) && !path.startsWith('.');
}
