// Every real template and standard of the corpus derives to a schema that any validator takes.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { markdownToMdast } from 'satteri';
import { createSatteriParser } from '../../server/src/core/markdown/satteriParser.ts';
import { deriveSchema } from '../../server/src/core/schema/deriveSchema.ts';
import { interpret } from '../../server/src/core/schema/interpret.ts';
import { parseStandard } from '../../server/src/core/standard/parseStandard.ts';
import { parseTemplate } from '../../server/src/core/template/parseTemplate.ts';
import type { SectionSpec } from '../../server/src/core/template/template.ts';
import { instance } from '../support/templateValues.ts';

const folder = join(import.meta.dirname, '../../../shared/corpus/templates');
const parser = createSatteriParser(markdownToMdast);

describe('real templates', () => {
  it('derive to schemas that ajv takes as they come, and that miss every required section of an empty document', function () {
    if (!existsSync(folder)) {
      console.log('skipped: no corpus');
      this.skip();
    }
    let count = 0;
    // One ajv for all: compiling the meta-schema is most of the time.
    const logged: unknown[] = [];
    const log = (...parts: unknown[]): void => void logged.push(parts);
    const ajv = new Ajv2020({ logger: { log, warn: log, error: log } });
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name), 'utf8');
      const standard = parseStandard(name, text, parser);
      for (const template of parseTemplate(name, text, parser).templates) {
        const schema = deriveSchema(template, standard);
        assert.equal(ajv.validateSchema(schema.json), true, template.id);
        const missing = interpret(schema.json, instance())
          .filter(({ instancePath, keyword }) => instancePath === '/sections' && keyword === 'required')
          .map(({ params }) => params['missingProperty']);
        assert.deepEqual(missing, requiredOf(template.sections), template.id);
        // Compiling takes a tenth of a second each; a few will do.
        if (count % 12 === 0)
          assert.ok(deriveSchema(template).validate(instance()).length >= missing.length, template.id);
        count += 1;
      }
    }
    assert.deepEqual(logged, []);
    assert.ok(count >= 40, `${count} skeletons`);
  });
});

function requiredOf(sections: readonly SectionSpec[]): string[] {
  return sections.filter((section) => section.required && section.alternativeGroup === undefined).map(({ id }) => id);
}
