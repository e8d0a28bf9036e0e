// Every dialect, one line each. To add one: write dialects/<name>.ts and its page test/dialects/<name>.md, add its line here.
import type { Dialect } from '../facts.ts';

export const dialects: readonly Dialect[] = [];
