// Every link, image and contents entry of real libraries, as the product sees it and as an independent reading of GitHub's
// rules does (test/support/githubLinks.ts). Counts are pinned; every disagreement is listed with its reason.
// The default run measures two libraries, FUZZ=full all four; SHOW=1 prints what leads nowhere.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentFacts } from '../../server/src/core/facts/documentFacts.ts';
import { readFacts } from '../../server/src/core/facts/readFacts.ts';
import type { Finding, Fix } from '../../server/src/core/finding.ts';
import { emptyIndex, updateIndex, type LibraryIndex } from '../../server/src/core/index/libraryIndex.ts';
import { defaultConfiguration } from '../../server/src/core/library/defaultConfiguration.ts';
import { resolveLink } from '../../server/src/core/links/resolveLink.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import type { DocumentModel } from '../../server/src/core/model/documentModel.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { tocEntryText } from '../../server/src/core/rules/toc-entry-text.ts';
import { tocMissing } from '../../server/src/core/rules/toc-missing.ts';
import { tocStale } from '../../server/src/core/rules/toc-stale.ts';
import { loadParser } from '../../server/src/hosts/loadParser.ts';
import {
  contentsFaults,
  readPlain,
  verdictOf,
  type PlainContents,
  type PlainDocument,
  type Verdict,
} from '../support/githubLinks.ts';
import { sharedDocument, sharedFolder, sharedPaths } from '../support/sharedDocuments.ts';

interface Library {
  readonly models: ReadonlyMap<string, DocumentModel>;
  readonly index: LibraryIndex;
  readonly plain: ReadonlyMap<string, PlainDocument>;
  readonly files: ReadonlySet<string>;
}

interface Expected {
  readonly links: Readonly<Record<string, number>>;
  readonly contents: Readonly<Record<string, number>>;
  readonly findings: Readonly<Record<string, number>>;
  /** `document -> address`, and why the product does not say what GitHub does. */
  readonly disagreements: readonly (readonly [link: string, reason: string])[];
}

const CASE =
  'the file differs in case: nothing is there on GitHub; the product leads to the one file that is meant, and link-case says so';

const libraries: Readonly<Record<string, Expected>> = {
  'mooncake-2025-12-29': {
    links: { external: 154, 'found anchor': 5, 'found document': 32, 'found file': 17, 'found folder': 1, missing: 27 },
    contents: {},
    findings: {
      'link-image': 12,
      'link-image with a choice': 12,
      'link-target': 15,
      'link-target with a choice': 9,
      'link-target with one certain fix': 2,
    },
    disagreements: [],
  },
  'pg-2025-11-28': {
    links: {
      external: 1001,
      'found anchor (contents)': 7829,
      'found document': 1042,
      'found folder': 98,
      missing: 43,
      'missing, not judged: other files are not part of the corpus': 16,
      'no-anchor': 4,
      'no-anchor (contents)': 1,
      outside: 34,
    },
    contents: { clean: 235, entries: 7830, 'entries in other words': 1, 'entries that lead nowhere': 1, stale: 11 },
    findings: {
      'link-anchor': 5,
      'link-anchor with one certain fix': 4,
      'link-outside': 34,
      'link-outside with a choice': 30,
      'link-target': 59,
      'link-target with one certain fix': 37,
      'link-text-blank': 8,
      'link-text-blank with one certain fix': 8,
    },
    disagreements: [],
  },
  'otlp-2025-10-09': {
    links: {
      external: 428,
      'found anchor (contents)': 4135,
      'found document': 228,
      missing: 30,
      'missing, not judged: other files are not part of the corpus': 9,
    },
    contents: { clean: 135, entries: 4135, 'entries in other words': 0, 'entries that lead nowhere': 0, stale: 3 },
    findings: { 'link-target': 39, 'link-target with a choice': 2, 'link-target with one certain fix': 3 },
    disagreements: [],
  },
  'otlp-2025-10-29': {
    links: {
      external: 2003,
      'found anchor': 4508,
      'found anchor (contents)': 21767,
      'found document': 2546,
      'found document (contents)': 1,
      'found folder': 351,
      missing: 1280,
      'missing, not judged: other files are not part of the corpus': 322,
      'no-anchor': 215,
      'no-anchor (contents)': 357,
    },
    contents: {
      clean: 551,
      entries: 22124,
      'entries in other words': 236,
      'entries that lead nowhere': 357,
      stale: 150,
    },
    findings: {
      'link-anchor': 572,
      'link-anchor with a choice': 34,
      'link-anchor with one certain fix': 237,
      'link-case': 3,
      'link-case with one certain fix': 3,
      'link-target': 1587,
      'link-target with a choice': 264,
      'link-target with one certain fix': 591,
    },
    disagreements: [
      ['crates/reliability/QUICK_CONFIG_REFERENCE.md -> ./docs/USAGE_GUIDE.md', CASE],
      ['crates/reliability/docs/00_MASTER_INDEX.md -> USAGE_GUIDE.md', CASE],
      ['crates/reliability/docs/theory_enhanced/README.md -> ../USAGE_GUIDE.md', CASE],
    ],
  },
};

const everyday = ['mooncake-2025-12-29', 'pg-2025-11-28'];
const hasLibraries = existsSync(join(sharedFolder, 'corpus', 'libraries'));
const isFull = process.env['FUZZ'] === 'full';

async function readLibrary(name: string): Promise<Library> {
  const parser = await loadParser();
  const folder = `corpus/libraries/${name}`;
  const texts = sharedPaths(folder).map((path) => [path.slice(folder.length + 1), sharedDocument(path).text] as const);
  // Two libraries hold their documents only; of the third all files are listed.
  const list = join(sharedFolder, `${folder}.files.txt`);
  const files = new Set(existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : texts.map(([path]) => path));
  const models = new Map(texts.map(([path, text]) => [path, buildModel(text, parser)]));
  const kind = { kind: 'other', reason: { key: 'toc-missing' }, certainty: 'default' } as const;
  const changed = [...models].map(([path, model]) => readFacts({ path, model, kind, stage: 'normal' }));
  const plain = new Map(texts.map(([path, text]) => [path, readPlain(path, parser.parse(text))]));
  return { models, files, plain, index: updateIndex(emptyIndex, { changed, paths: files }) };
}

const verdictOfKind: Readonly<Record<string, Verdict>> = {
  external: 'external',
  refused: 'outside',
  'no-target': 'missing',
  'no-anchor': 'no-anchor',
};

interface Measured {
  readonly counts: ReadonlyMap<string, number>;
  readonly disagreements: readonly string[];
}

function measureLinks({ index, plain, files }: Library): Measured {
  const counts = new Map<string, number>();
  const disagreements: string[] = [];
  const holdsDocumentsOnly = [...files].every((path) => path.endsWith('.md'));
  for (const facts of index.documents.values()) {
    const own = addressesOf(facts);
    const theirs = plain.get(facts.path)?.links.toSorted((a, b) => a.start - b.start) ?? [];
    assert.deepEqual(
      own.map(({ url }) => url),
      theirs.map(({ url }) => url),
      facts.path,
    );
    for (const link of own) {
      const resolution = resolveLink(link, facts.path, index);
      const verdict = verdictOfKind[resolution.kind] ?? 'found';
      const isJudged = verdict !== 'missing' || !holdsDocumentsOnly || /\.md(?:[#?]|$)/.test(link.url);
      const name = isJudged ? nameOf(verdict, resolution.kind) : UNJUDGED;
      add(counts, `${name}${link.isInToc === true ? ' (contents)' : ''}`);
      if (verdict !== verdictOf(link.url, facts.path, { documents: plain, files }))
        disagreements.push(`${facts.path} -> ${link.url}`);
      show(verdict, `${facts.path} -> ${link.url}`);
    }
  }
  return { counts, disagreements };
}

function show(verdict: Verdict, link: string): void {
  const isWrong = verdict !== 'found' && verdict !== 'external';
  if (isWrong && process.env['SHOW'] === '1') process.stdout.write(`${verdict} ${link}\n`);
}

const UNJUDGED = 'missing, not judged: other files are not part of the corpus';

function nameOf(verdict: Verdict, kind: string): string {
  return verdict === 'found' ? `${verdict} ${kind}` : verdict;
}

/** Links with an address of their own: a reference has its definition's. */
function addressesOf({ links }: DocumentFacts): DocumentFacts['links'] {
  return links.filter(
    ({ form, span, urlSpan }) => form !== 'reference' && (form !== 'image' || span.start !== urlSpan.start),
  );
}

function measureContents({ models, plain }: Library): Measured {
  const counts = new Map<string, number>();
  const disagreements: string[] = [];
  for (const [path, model] of models) {
    const document = plain.get(path);
    const hasOwn = model.toc !== undefined && model.toc.entries.length > 0;
    if (hasOwn !== (document?.contents !== undefined)) disagreements.push(`${path}: contents or none`);
    // Without a template only contents without entries are missing.
    if (hasOwn && tocMissing.check({ model, options: {}, language: 'zh' }).length > 0)
      disagreements.push(`${path}: not missing`);
    if (document?.contents !== undefined)
      disagreements.push(...compareContents(model, document, document.contents, counts));
  }
  return { counts, disagreements };
}

function compareContents(
  model: DocumentModel,
  document: PlainDocument,
  contents: PlainContents,
  counts: Map<string, number>,
): readonly string[] {
  const context = { model, options: {}, language: 'zh' } as const;
  const faults = contentsFaults(document, contents);
  const isStale = faults.broken.length + faults.unlisted.length > 0 || faults.disordered;
  add(counts, isStale ? 'stale' : 'clean');
  add(counts, 'entries', contents.entries.length);
  add(counts, 'entries that lead nowhere', faults.broken.length);
  add(counts, 'entries in other words', faults.reworded.length);
  const disagreements: string[] = [];
  if (isStale !== tocStale.check(context).length > 0)
    disagreements.push(`${document.path}: ${isStale ? 'stale one missed' : 'clean one reported'}`);
  const reworded = tocEntryText.check(context).length;
  if (reworded !== faults.reworded.length) disagreements.push(`${document.path}: ${reworded} reworded entries`);
  return disagreements;
}

interface PlacedFinding {
  readonly path: string;
  readonly finding: Finding;
}

function findingsOf({ index }: Library): readonly PlacedFinding[] {
  return [...index.documents.values()].flatMap((facts) =>
    rules
      .flatMap((rule) =>
        rule.kind === 'library' && rule.code.startsWith('link-')
          ? rule.check({ facts, index, configuration: defaultConfiguration, options: {} })
          : [],
      )
      .map((finding) => ({ path: facts.path, finding })),
  );
}

const FOUND = /^(?:document|anchor|file|folder)$/;

/** What the address leads to when the fix is applied; findings about addresses span the address. */
function kindAfter({ models, index }: Library, path: string, { span }: Finding, { edits }: Fix): string {
  const text = models.get(path)?.source.text ?? '';
  const [edit] = edits;
  assert.ok(edit !== undefined && edits.length === 1 && edit.span.start >= span.start && edit.span.end <= span.end);
  const url = text.slice(span.start, edit.span.start) + edit.newText + text.slice(edit.span.end, span.end);
  return resolveLink({ url, form: 'inline' }, path, index).kind;
}

function add(counts: Map<string, number>, key: string, count = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

function recordOf(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('links of real libraries', () => {
  if (!hasLibraries) {
    it('skipped: ../shared/corpus/libraries is not there', function () {
      this.skip();
    });
    return;
  }
  for (const [name, expected] of Object.entries(libraries)) {
    if (!isFull && !everyday.includes(name)) continue;
    describe(name, () => {
      let library: Library;
      before(async function () {
        this.timeout(120_000);
        library = await readLibrary(name);
      });

      it('lead where GitHub leads, but for the listed ones', () => {
        const { counts, disagreements } = measureLinks(library);
        process.stdout.write(`      ${JSON.stringify(recordOf(counts))}\n`);
        assert.deepEqual(disagreements.toSorted(), expected.disagreements.map(([link]) => link).toSorted());
        assert.deepEqual(recordOf(counts), expected.links);
      });

      it('have contents of which no clean one is reported, and no stale one missed', () => {
        const { counts, disagreements } = measureContents(library);
        process.stdout.write(`      ${JSON.stringify(recordOf(counts))}\n`);
        assert.deepEqual(disagreements, []);
        assert.deepEqual(recordOf(counts), expected.contents);
      });

      it('give findings, each fix of which leads somewhere', () => {
        const start = performance.now();
        const findings = findingsOf(library);
        const time = performance.now() - start;
        const counts = new Map<string, number>();
        for (const { path, finding } of findings) {
          const { code, fixes = [] } = finding;
          for (const fix of fixes) assert.match(kindAfter(library, path, finding, fix), FOUND, `${path} ${code}`);
          add(counts, code);
          if (fixes.some(({ isPreferred }) => isPreferred === true)) add(counts, `${code} with one certain fix`);
          else if (fixes.length > 0) add(counts, `${code} with a choice`);
        }
        process.stdout.write(`      ${JSON.stringify(recordOf(counts))} in ${Math.round(time)} ms\n`);
        assert.deepEqual(recordOf(counts), expected.findings);
      });
    });
  }
});
