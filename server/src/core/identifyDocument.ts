// What a document is: its model, kind, stage and facts, before anything is demanded of it. Enough for the index of a
// library, and the beginning of every check. Pure; never throws for any text.
import type { DocumentInput, Examination } from './analysis.ts';
import { stageOf } from './checking/stage.ts';
import { readFacts } from './facts/readFacts.ts';
import type { Kind } from './library/configuration.ts';
import { decideKind } from './library/decideKind.ts';
import type { LibraryContext } from './library/libraryContext.ts';
import { limits } from './limits.ts';
import { buildModel } from './model/buildModel.ts';
import { readAsPlan } from './roadmap/planKind.ts';
import type { Template } from './template/template.ts';

/** Enough to decide the kind of a document that is too large to be checked. */
const HEAD_LENGTH = 20_000;

export type Identification = Pick<Examination, 'path' | 'model' | 'kind' | 'stage' | 'plan' | 'facts'>;

/** Of a text that is too large only the beginning is read; its facts say so. */
export function identifyDocument({ path, text }: DocumentInput, library: LibraryContext): Identification {
  const isTooLarge = text.length > limits.documentLength;
  const { slug } = library.configuration.links ?? {};
  const model = buildModel(isTooLarge ? text.slice(0, HEAD_LENGTH) : text, library.parser, slug);
  const decided = decideKind(path, model, library.configuration, templatesOf(library));
  const { kind, plan } = isTooLarge ? { kind: decided } : readAsPlan(path, model, decided);
  const stage = isTooLarge ? 'normal' : stageOf(model, library.configuration);
  const facts = readFacts({ path, model, kind, stage, isTooLarge });
  return { path, model, kind, stage, facts, ...(plan && { plan }) };
}

function templatesOf(library: LibraryContext): readonly (readonly [Kind, Template])[] {
  return [...library.kinds].flatMap(([kind, { template }]) =>
    template === undefined ? [] : [[kind, template] as const],
  );
}
