// Analyses a text in a library made of a template, a standard and a configuration, all given as text.
import { analyzeDocument } from '../../server/src/core/analyzeDocument.ts';
import { examineDocument } from '../../server/src/core/examineDocument.ts';
import { joinIds } from '../../server/src/core/ids/idsConfiguration.ts';
import { readIdStandard } from '../../server/src/core/ids/readIdStandard.ts';
import { emptyIndex, updateIndex } from '../../server/src/core/index/libraryIndex.ts';
import type { Analysis } from '../../server/src/core/analysis.ts';
import type { Finding } from '../../server/src/core/finding.ts';
import type { Kind } from '../../server/src/core/library/configuration.ts';
import type { KindContext, LibraryContext } from '../../server/src/core/library/libraryContext.ts';
import { narrowConfiguration } from '../../server/src/core/library/narrowConfiguration.ts';
import type { MarkdownParser } from '../../server/src/core/markdown/markdownParser.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import type { Locale } from '../../server/src/core/messages/catalog.ts';
import type { DocumentHistory, LibraryHistory } from '../../server/src/core/review/libraryLife.ts';
import { readRecord } from '../../server/src/core/review/readRecord.ts';
import { createPlanReader, withRoadmap } from '../../server/src/core/roadmap/roadmapLibrary.ts';
import { deriveSchema } from '../../server/src/core/schema/deriveSchema.ts';
import { parseStandard } from '../../server/src/core/standard/parseStandard.ts';
import { parseTemplate } from '../../server/src/core/template/parseTemplate.ts';
import { renderMessage } from '../../server/src/core/messages/render.ts';

export interface LibraryTexts {
  readonly template?: string;
  readonly standard?: string;
  /** JSON; kinds that it does not name are as without configuration. */
  readonly config?: string;
  /** Files of the library and another plan of it, as rule pages write them. */
  readonly files?: string;
  readonly plan?: string;
  /** Other documents, each behind a line `=== path`; where it is given, documents are held against them. */
  readonly library?: string;
  /** Review records, each behind a line `=== path of the record`, and what git knows, as JSON. */
  readonly records?: string;
  readonly history?: string;
}

const libraries = new Map<string, LibraryContext>();

/** A library in which every document that nothing else decides is a case. Equal texts give the same library. */
function libraryOf(texts: LibraryTexts): LibraryContext {
  const { template, standard, config, files, plan, library: documents, records, history } = texts;
  const key = JSON.stringify([template, standard, config, files, plan, documents, records, history]);
  const known = libraries.get(key);
  if (known !== undefined) return known;
  const library = withLife(withDocuments(withDisk(buildLibrary(texts), texts), texts), texts);
  libraries.set(key, library);
  return library;
}

function buildLibrary(texts: LibraryTexts): LibraryContext {
  const { configuration, findings } = narrowConfiguration(texts.config ?? '{"kinds": {"case": {"files": ["**"]}}}');
  const fault = findings[0];
  if (fault !== undefined) throw new Error(`config: ${renderMessage(fault.message, 'en')}`);
  const kinds = texts.config?.includes('"kinds"') === true ? configuration.kinds : [{ kind: 'case', files: ['**'] }];
  return {
    root: 'test',
    parser: remarkParser,
    configuration: { ...configuration, kinds },
    kinds: contexts(
      texts,
      kinds.map(({ kind }) => kind),
    ),
    problems: new Map(),
  };
}

/** Without files nothing is known of the disk. */
function withDisk(library: LibraryContext, { files, plan }: LibraryTexts): LibraryContext {
  if (files === undefined && plan === undefined) return library;
  const lines = (files ?? '').split('\n').filter((line) => line.trim() !== '');
  const texts = new Map(lines.map(fileOf));
  const [path = '', ...rest] = (plan ?? '').split('\n');
  const plans = new Map(path === '' ? [] : [[path, `${rest.join('\n')}\n`]]);
  const paths = new Set([...texts.keys(), ...plans.keys()]);
  return withRoadmap(library, { paths, plans, files: texts, lineCounts: new Map() }, createPlanReader());
}

/** Without other documents library rules say nothing. Files of the `files` block are paths of the library too. */
function withDocuments(library: LibraryContext, { library: documents, files }: LibraryTexts): LibraryContext {
  if (documents === undefined) return library;
  const named = partsOf(documents);
  const changed = named.map(([path, text]) => examineDocument({ path, text: `${text}\n` }, library).facts);
  const listed = (files ?? '').split('\n').filter((line) => line.trim() !== '');
  const paths = new Set([...changed.map(({ path }) => path), ...listed.map((line) => fileOf(line)[0])]);
  return { ...withIdStandard(library, new Map(named)), index: updateIndex(emptyIndex, { changed, paths }) };
}

function withLife(library: LibraryContext, { records, history }: LibraryTexts): LibraryContext {
  if (records === undefined && history === undefined) return library;
  const read = partsOf(records ?? '').map(([path, text]) => readRecord(path, text));
  return {
    ...library,
    life: {
      records: new Map(read.map((record) => [record.document, record])),
      ...(history !== undefined && { history: historyOf(history) }),
    },
  };
}

function historyOf(text: string): LibraryHistory {
  const json = JSON.parse(text) as { isCut?: boolean; documents: Record<string, DocumentHistory> };
  return { isCut: json.isCut === true, documents: new Map(Object.entries(json.documents)) };
}

/** `=== path` and lines, again and again. */
function partsOf(block: string): readonly (readonly [path: string, text: string])[] {
  return `\n${block}`
    .split(/\n=== /)
    .slice(1)
    .map((part) => {
      const [path = '', ...lines] = part.split('\n');
      return [path.trim(), lines.join('\n')];
    });
}

/** The id standard is one of the other documents. */
function withIdStandard(library: LibraryContext, documents: ReadonlyMap<string, string>): LibraryContext {
  const { ids } = library.configuration;
  const text = documents.get(ids?.standard ?? '');
  if (ids?.standard === undefined || text === undefined) return library;
  const joined = joinIds(ids, readIdStandard(ids.standard, text, remarkParser), []);
  return { ...library, configuration: { ...library.configuration, ids: joined } };
}

/** `a.md | 120` has so many lines, `a.md < words` holds these words many times. */
function fileOf(line: string): [string, string] {
  const [, path = line, sign, rest = ''] = /^(.*?) ([|<]) (.*)$/.exec(line) ?? [];
  if (sign === '|') return [path, 'x\n'.repeat(Number(rest))];
  return [path, sign === '<' ? `${rest}\n`.repeat(Math.ceil(3000 / (rest.length + 1))) : 'x\n'];
}

function contexts(texts: LibraryTexts, kinds: readonly Kind[]): ReadonlyMap<Kind, KindContext> {
  if (texts.template === undefined) return new Map();
  const template = parseTemplate('template.md', texts.template, remarkParser, { isTemplate: true }).templates[0];
  if (template === undefined) throw new Error('the template block holds no skeleton');
  const standard =
    texts.standard === undefined ? undefined : parseStandard('standard.md', texts.standard, remarkParser);
  const schema = deriveSchema(template, standard);
  return new Map(
    kinds.map((kind) => [kind, { kind, template, schema, isOutdated: false, ...(standard && { standard }) }]),
  );
}

export interface AnalyzedFile {
  readonly path?: string;
  /** YYYY-MM-DD, for suppressions that expire. */
  readonly today?: string;
  /** remark, the reference, unless another. */
  readonly parser?: MarkdownParser;
}

export function analyze(text: string, texts: LibraryTexts = {}, file: AnalyzedFile = {}): Analysis {
  const { path = 'case.md', today, parser = remarkParser } = file;
  return analyzeDocument({ path, text }, { ...libraryOf(texts), parser }, today === undefined ? {} : { today });
}

/** `line:col-line:col severity code message`, lines and columns from 1. */
export function describeFinding(finding: Finding, analysis: Analysis, locale: Locale): string {
  const { start, end } = analysis.model.source.rangeOf(finding.span);
  const place = `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
  return `${place} ${finding.severity} ${finding.code} ${renderMessage(finding.message, locale)}`;
}
