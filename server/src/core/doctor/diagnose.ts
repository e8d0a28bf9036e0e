// A library by its facts to what the doctor says of it. Pure; never throws for any library.
import { facetsOf } from '../classification/facetsOf.ts';
import type { DocumentFacts } from '../facts/documentFacts.ts';
import { compareText } from '../finding.ts';
import { idsOf } from '../ids/idsOf.ts';
import { ownIdOf } from '../ids/ownId.ts';
import type { LibraryIndex } from '../index/libraryIndex.ts';
import { inLanguage } from '../library/builtIn.ts';
import type { Configuration } from '../library/configuration.ts';
import { referrersOf } from '../links/referrers.ts';
import { filesOfItem } from '../relations/planRelations.ts';
import type { Plan } from '../roadmap/plan.ts';
import type { Diagnosis, IdClash, SeenDocument } from './diagnosis.ts';
import { findDuplicates, type Duplicates } from './duplicates.ts';
import { findNameClashes } from './nameClashes.ts';
import { findPlaceholders } from './placeholders.ts';

export interface DoctorInput {
  readonly index: LibraryIndex;
  readonly configuration: Configuration;
  readonly plans: readonly Plan[];
  /** The same for equal contents only, by path. */
  readonly hashes?: ReadonlyMap<string, string>;
}

export function diagnose(input: DoctorInput): Diagnosis {
  const { index, configuration, hashes } = input;
  const planned = plannedDocuments(input);
  const documents = [...index.documents.values()].map((facts) => seen(facts, input, planned));
  const duplicates = findDuplicates(index, hashes && ((facts) => hashes.get(facts.path)));
  return {
    documents,
    kinds: countKinds(documents),
    troubles: {
      ...duplicates,
      orphans: documents.filter((document) => isOrphan(document, input)).map(({ path }) => path),
      placeholders: findPlaceholders(index, configuration.links),
      idClashes: findIdClashes(index, duplicates),
      nameClashes: findNameClashes(index.paths),
    },
  };
}

/** Facets that say what the document says of itself anyway. */
const shownOtherwise: ReadonlySet<string> = new Set(['kind', 'stage']);

type Planned = ReadonlyMap<string, SeenDocument['planned']>;

function seen(facts: DocumentFacts, { index, configuration, plans }: DoctorInput, planned: Planned): SeenDocument {
  const { path, kind, kindReason, stage, title, limit } = facts;
  const id = ownIdOf(facts)?.id;
  const template = templateOf(facts, configuration);
  const referrers = new Set(referrersOf(index, path, configuration.links).map(({ from }) => from));
  referrers.delete(path);
  const facets = [...facetsOf(facts, configuration, { plans })].flatMap(([facet, values]) => {
    const [first] = values;
    return first === undefined || shownOtherwise.has(facet)
      ? []
      : [{ facet, values: values.map(({ value }) => value), reason: first.reason }];
  });
  return {
    path,
    kind,
    reason: kindReason,
    ...(template !== undefined && { template }),
    stage,
    ...(title && { title: title.text }),
    ...(id !== undefined && { id }),
    facets,
    planned: planned.get(path) ?? [],
    linkedFrom: referrers.size,
    ...(limit && { limit }),
  };
}

/** As configured; a built-in one that has no language is taken in that of the document. */
function templateOf({ kind, language }: DocumentFacts, { kinds }: Configuration): string | undefined {
  const template = kinds.find((known) => known.kind === kind)?.template;
  return template === undefined ? undefined : inLanguage(template, language);
}

function plannedDocuments({ plans, index }: DoctorInput): Planned {
  const planned = new Map<string, SeenDocument['planned'][number][]>();
  for (const plan of plans) {
    for (const item of plan.items) {
      for (const path of filesOfItem(item, plan, index)) {
        const rows = planned.get(path) ?? [];
        planned.set(path, rows);
        rows.push({ plan: plan.path, item: item.title, line: item.mentions[0]?.line ?? 0 });
      }
    }
  }
  return planned;
}

function countKinds(documents: readonly SeenDocument[]): Diagnosis['kinds'] {
  const counts = new Map<string, number>();
  for (const { kind } of documents) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .map(([kind, count]) => ({ kind, count }))
    .sort((a, b) => b.count - a.count || compareText(a.kind, b.kind));
}

/** Only what is written against a template has to be found by somebody; readmes and plans are where one begins. */
function isOrphan({ kind, linkedFrom, planned }: SeenDocument, { configuration }: DoctorInput): boolean {
  if (linkedFrom > 0 || planned.length > 0) return false;
  return configuration.kinds.some((known) => known.kind === kind && known.template !== undefined);
}

function findIdClashes(index: LibraryIndex, { identical, similar }: Duplicates): readonly IdClash[] {
  const groups = [...identical, ...similar].map((paths) => new Set(paths));
  return [...idsOf(index)]
    .filter(([, paths]) => paths.length > 1)
    .map(([id, paths]) => ({ id, paths, isCopy: groups.some((group) => paths.every((path) => group.has(path))) }))
    .sort((a, b) => compareText(a.id, b.id));
}
