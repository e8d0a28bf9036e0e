// Every measure, one line each, sorted by id. To add one: `measures/<id>.ts`, its line here, its page test/measures/<id>.md.
import type { Measure } from './measure.ts';
import { codeBlocks } from './code-blocks.ts';
import { codeComments } from './code-comments.ts';
import { codeElisions } from './code-elisions.ts';
import { codeLanguages } from './code-languages.ts';

export const measures: readonly Measure[] = [codeBlocks, codeComments, codeElisions, codeLanguages];
