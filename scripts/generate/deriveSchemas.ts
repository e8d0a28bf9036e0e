// Derives the JSON Schemas of the built-in templates with the built-in standard for schemas/derived.
// Reads, writes nothing: `npm run docs` writes them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { deriveJsonSchema } from '../../server/src/core/schema/deriveSchema.ts';
import { parseStandard } from '../../server/src/core/standard/parseStandard.ts';
import { parseTemplate } from '../../server/src/core/template/parseTemplate.ts';

const root = join(import.meta.dirname, '../..');
const read = (name: string): string =>
  readFileSync(join(root, 'schemas/built-in', `${name}.md`), 'utf8').replaceAll('\r\n', '\n');

/** File name below schemas/derived to its text, for the built-in documents that are there now. */
export function derivedSchemas(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const language of ['zh', 'en']) {
    const standard = parseStandard(`builtin:standard.${language}`, read(`standard.${language}`), remarkParser);
    for (const kind of ['case', 'topic']) {
      const name = `${kind}.${language}`;
      const [template] = parseTemplate(`builtin:${name}`, read(name), remarkParser).templates;
      if (template === undefined) throw new Error(`schemas/built-in/${name}.md holds no template`);
      files.set(`${name}.schema.json`, `${JSON.stringify(deriveJsonSchema(template, standard), null, 2)}\n`);
    }
  }
  return files;
}
