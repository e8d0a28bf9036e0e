// The keys of `archive` and `templateVersion` in the configuration: the reader and the schema that editors use know the same.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { archiveKeys, templateVersionKeys } from '../../server/src/core/library/narrowArchive.ts';

type Properties = Readonly<Record<string, { readonly properties?: Properties }>>;

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'schemas', 'config.schema.json'), 'utf8'),
) as { readonly properties: Properties };

describe('keys of the archive and of template versions in the configuration', () => {
  for (const [name, keys] of [
    ['archive', archiveKeys],
    ['templateVersion', templateVersionKeys],
  ] as const) {
    it(`the schema describes all of ${name}, and nothing else`, () => {
      assert.deepEqual(Object.keys(schema.properties[name]?.properties ?? {}).toSorted(), [...keys].toSorted());
    });
  }
});
