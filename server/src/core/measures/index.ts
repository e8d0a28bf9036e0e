// Every measure, one line each, sorted by id. To add one: `measures/<id>.ts`, its line here, its page test/measures/<id>.md.
import type { Measure } from './measure.ts';

export const measures: readonly Measure[] = [];
