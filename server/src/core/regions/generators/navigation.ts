// `navigation`: for each facet its values, and below each value the documents that have it.
import { documentLink } from '../documentCells.ts';
import { groupTitle, joinBlocks, labelOf, say, shownValue, type Generator } from '../generator.ts';
import { groupBy, selectDocuments } from '../selectDocuments.ts';
import { facetsFor } from '../facetFields.ts';

export const navigation: Generator = (input) => {
  const { region, facts, ground } = input;
  const found = selectDocuments({ mark: region.mark, path: facts.path, ground });
  return joinBlocks(
    facetsFor(region.mark.facets, found, ground).flatMap(({ name, field }) => {
      const lines = groupBy(found, field).flatMap(({ value, documents }) => {
        const words = value === undefined ? say(region, 'region.none') : shownValue(value, field, region);
        return [
          `- **${say(region, 'region.group', { name: words, count: documents.length })}**`,
          ...documents.map((each) => `  - ${documentLink(each, input)}`),
        ];
      });
      const title = say(region, 'region.by', { name: labelOf(field, name, region) });
      return [[groupTitle(title, 1, region)], lines];
    }),
  );
};
