// Every generator, one line each. To add one: its name and options in markKeys.ts, its file here.
import type { Generator } from '../generator.ts';
import type { GeneratorName } from '../markKeys.ts';
import { documents } from './documents.ts';
import { folder } from './folder.ts';
import { navigation } from './navigation.ts';
import { selection } from './selection.ts';
import { statistics } from './statistics.ts';
import { usage } from './usage.ts';

export const generators: Readonly<Record<GeneratorName, Generator>> = {
  documents,
  folder,
  navigation,
  selection,
  usage,
  statistics,
};
