// Status values of real libraries, from header and tail: what each says of the review of its document, read one by one.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateOfStatus, statusKeys } from '../../server/src/core/checking/statusWords.ts';
import { defaultConfiguration } from '../../server/src/core/library/defaultConfiguration.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import { hasSharedDocuments, sharedDocument, sharedPaths } from '../support/sharedDocuments.ts';

/** By state; `none`: says nothing of the review. */
const byState = JSON.parse(readFileSync(join(import.meta.dirname, 'statusValues.json'), 'utf8')) as Readonly<
  Record<string, readonly string[]>
>;
const truth = new Map(Object.entries(byState).flatMap(([state, values]) => values.map((value) => [value, state])));
/** Metadata stand in the first and the last lines. */
const HEAD_LINES = 40;
const TAIL_LINES = 25;
const states = /状态|status/i;

/** First and last lines of a text, as far as they are about a status. */
function ends(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  const head = lines.slice(0, HEAD_LINES);
  const tail = lines.slice(HEAD_LINES).slice(-TAIL_LINES);
  return [head, tail].map((part) => part.join('\n')).filter((part) => states.test(part));
}

function valuesIn(text: string): readonly string[] {
  const fields = buildModel(text, remarkParser).metadata.flatMap((block) => block.fields);
  return fields.flatMap(({ normalKey, value }) => (statusKeys.has(normalKey) && value !== '' ? [value] : []));
}

describe('status values of real libraries', () => {
  it('are read as a person read them', () => {
    for (const [value, state] of truth) {
      assert.equal(stateOfStatus(value, defaultConfiguration) ?? 'none', state, value);
    }
  });

  it('are all in the table', function () {
    if (!hasSharedDocuments) {
      console.log('skipped: the shared documents are not here');
      this.skip();
    }
    this.timeout(60_000);
    const counts = new Map<string, number>();
    const values = sharedPaths('corpus')
      .filter((path) => path.endsWith('.md'))
      .flatMap((path) => ends(sharedDocument(path).text))
      .flatMap(valuesIn);
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    assert.deepEqual(
      [...counts.keys()].filter((value) => !truth.has(value)),
      [],
    );
    assert.ok(counts.size >= 200, String(counts.size));
  });
});
