// English texts of the roadmap: true states, tree, board, reports, rules that hold plans against files and other plans.
import type { zhRoadmap } from './zhRoadmap.ts';

export const enRoadmap: Readonly<Record<keyof typeof zhRoadmap, string>> = {
  'kind.roadmap': 'It lists {count} planned items with their states',
};
