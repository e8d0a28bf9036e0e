// What the hand-written pages name exists: commands, settings, options, keys of the configuration, annotations.
import assert from 'node:assert/strict';
import { readContributions, textOf } from '../../scripts/docs/manifest.ts';
import { narrowConfiguration } from '../../server/src/core/library/narrowConfiguration.ts';
import { catalogs } from '../../server/src/core/messages/catalog.ts';
import { renderMessage } from '../../server/src/core/messages/render.ts';
import { parseAnnotation } from '../../server/src/core/template/annotations.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import { documents, type ReadDocument } from './documents.ts';

const written = documents().filter(({ path }) => /^(README|docs\/(en|zh)\/[\w-]+\.md)/.test(path));
const contributions = readContributions();
const localeOfPage = (path: string): 'zh' | 'en' => (/zh/.test(path) ? 'zh' : 'en');

/** Blocks of code and code spans; prose may say anything. */
function codeOf({ text }: ReadDocument): string {
  return [...text.matchAll(/^(`{3,})[\s\S]*?^\1|`[^`\n]+`/gm)].map((match) => match[0]).join('\n');
}

describe('claims of the documents', () => {
  for (const document of written) {
    const { path, text, model } = document;
    const locale = localeOfPage(path);

    it(`${path}: commands are called so`, () => {
      const titles = contributions.commands.map(({ title }) => textOf(title, locale));
      const named = [...text.matchAll(/[*“]Casewright: ([^*”]+)[*”]/g)].map((match) => match[1] ?? '');
      assert.deepEqual(
        named.filter((title) => !titles.includes(title)),
        [],
      );
    });

    it(`${path}: settings and commands exist`, () => {
      const known = new Set([
        ...contributions.commands.map(({ command }) => command),
        ...Object.keys(contributions.configuration.properties),
      ]);
      const named = [...codeOf(document).matchAll(/(?<![\w./])casewright\.([a-z][\w.]*)/g)].map((match) => match[0]);
      const files = /\.(?:sarif|json|md)$/;
      assert.deepEqual(
        named.filter((name) => !known.has(name) && !files.test(name)),
        [],
      );
    });

    it(`${path}: options of the command line exist`, () => {
      const help = Object.entries(catalogs.en)
        .filter(([key]) => key.startsWith('cli.help'))
        .map(([, each]) => each)
        .join('\n');
      const lines = codeOf(document)
        .split('\n')
        .filter((line) => /casewright |cli\.cjs|^`--/.test(line));
      const named = lines.flatMap((line) => [...line.matchAll(/(?<!\w)--[a-z][a-z-]+/g)].map((match) => match[0]));
      const others = ['--stdio', '--install-extension', '--only', '--host'];
      assert.deepEqual(
        named.filter((option) => !help.includes(option) && !others.includes(option)),
        [],
      );
    });

    it(`${path}: annotations are accepted`, () => {
      const inBlocks = model.blocks.code
        .filter(({ language }) => language === 'markdown')
        .flatMap(({ value }) => buildModel(value, remarkParser).comments);
      const problems = [...model.comments, ...inBlocks].flatMap((comment) => parseAnnotation(comment)?.problems ?? []);
      assert.deepEqual(
        problems.map(({ message }) => renderMessage(message, 'en')),
        [],
      );
    });

    it(`${path}: configurations are accepted`, () => {
      const blocks = model.blocks.code.filter(
        ({ language, value }) => language === 'jsonc' && !value.includes('[markdown]') && value.startsWith('{'),
      );
      const problems = blocks.flatMap(({ value }) =>
        narrowConfiguration(value).findings.map(({ message }) => renderMessage(message, 'en')),
      );
      assert.deepEqual(problems, []);
    });
  }
});
