// The keys of `review` in the configuration: the reader and the schema that editors use know the same ones.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guardKeys, reviewKeys, stateWordKeys } from '../../server/src/core/library/narrowReview.ts';
import { guardedActions } from '../../server/src/core/review/reviewConfiguration.ts';
import { reviewStates } from '../../server/src/core/review/reviewRecord.ts';

type Properties = Readonly<Record<string, { readonly properties?: Properties }>>;

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'schemas', 'config.schema.json'), 'utf8'),
) as { readonly properties: Properties; readonly definitions: Properties };
const review = schema.properties['review']?.properties;

describe('keys of review in the configuration', () => {
  const lists: readonly (readonly [name: string, keys: readonly string[], described: Properties | undefined])[] = [
    ['review', reviewKeys, review],
    ['states', reviewStates, review?.['states']?.properties],
    ['guards', guardedActions, review?.['guards']?.properties],
    ['words of a state', stateWordKeys, schema.definitions['reviewState']?.properties],
    ['conditions of a guard', guardKeys, schema.definitions['reviewGuard']?.properties],
  ];
  for (const [name, keys, described] of lists) {
    it(`the schema describes all of ${name}, and nothing else`, () => {
      assert.deepEqual(Object.keys(described ?? {}).toSorted(), [...keys].toSorted());
    });
  }
});
