// Markdown to a review standard: dimensions, levels, checks, weights, grades (template-reading.md 5 and 6).
// Reads what is there and never guesses; what is wrong becomes a problem with its span. Never throws.
import { limits } from '../limits.ts';
import type { MarkdownParser } from '../markdown/markdownParser.ts';
import { buildModel } from '../model/buildModel.ts';
import type { DocumentModel, Section } from '../model/documentModel.ts';
import { normalKey } from '../model/normalKey.ts';
import { readChecks, sectionAt } from '../template/checks.ts';
import type { CheckItem } from '../template/template.ts';
import { readGradeList, readGradeTable, type ReadGrades } from './grades.ts';
import { readCriteria } from './criteria.ts';
import { readLevels } from './levels.ts';
import { findStandardProblems } from './standardProblems.ts';
import type { Dimension, Grade, Level, Standard } from './standard.ts';
import type { ReadDimension, ReadStandard } from './readStandard.ts';
import { readWeights, type Weight, type WeightTable } from './weights.ts';

/** `path` goes into origins as it is. Documents without anything to read give an empty standard with a problem. */
export function parseStandard(path: string, text: string, parser: MarkdownParser): Standard {
  const isCut = text.length > limits.templateLength;
  const model = buildModel(isCut ? text.slice(0, limits.templateLength) : text, parser);
  const read = { ...readStandard(path, model), isCut };
  const version = versionOf(model);
  return {
    path,
    name: model.title?.heading.identity.name ?? fileName(path),
    ...(version === undefined ? {} : { version }),
    dimensions: read.dimensions.map(plainDimension),
    grades: (read.grades[0]?.grades ?? []).map(plainGrade),
    checks: read.checks,
    problems: findStandardProblems(read),
  };
}

function plainDimension({ name, weight, levels, checks, parent, origin }: ReadDimension): Dimension {
  const optional = { ...(weight === undefined ? {} : { weight }), ...(parent === undefined ? {} : { parent }) };
  return { name, levels, checks, origin, ...optional };
}

function plainGrade({ name, min, max, description, origin }: Grade): Grade {
  return { name, min, max, description, origin };
}

function versionOf(model: DocumentModel): string | undefined {
  const keys = new Set(['版本', '文档版本', '标准版本', 'version']);
  const value = model.metadata.flatMap((block) => block.fields).find((field) => keys.has(field.normalKey))?.value;
  return value !== undefined && /\d/.test(value) ? value : undefined;
}

function fileName(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.md$/i, '');
}

// ---- dimensions

const standardName =
  /(?:评估|审查|质量|评审|评分|评价)(?:标准|准则|规则|量表)|review[ _-]?standard|rubric|quality[ _-]?standard|scoring/i;

function readStandard(path: string, model: DocumentModel): Omit<ReadStandard, 'isCut'> {
  const levels = levelsBySection(path, model);
  const criteria = readCriteria(model);
  const isStandard =
    levels.size > 0 ||
    criteria.length > 0 ||
    standardName.test(fileName(path)) ||
    standardName.test(model.title?.heading.text ?? '');
  const plainChecks = readChecks(model, { path, fieldKeys: [], more: criteria });
  const withChecks = new Set(plainChecks.map((check) => sectionAt(model, check.span.start)));
  const sections = model.sections.filter(
    (section) => levels.has(section) || (isStandard && section.level > 1 && withChecks.has(section)),
  );
  const weights = model.blocks.tables.flatMap((table) => readWeights(table, model) ?? []);
  const shown = sections.map((section) => dimensionOf(section, { levels: levels.get(section) ?? [], path, model }));
  const { dimensions, unused } = shown.length === 0 ? fromWeights(path, weights) : weigh(shown, weights);
  const dimensionBySection = new Map(sections.map((section, index) => [section, dimensions[index]?.name]));
  const checks = readChecks(model, {
    path,
    fieldKeys: [],
    more: criteria,
    dimensionOf: (section) => (section === undefined ? undefined : nearest(section, dimensionBySection)),
  });
  return {
    model,
    dimensions: dimensions.map((dimension, index) => ({
      ...dimension,
      checks: checksUnder(sections[index], checks, model),
    })),
    checks,
    weights,
    unusedWeights: unused,
    grades: readGrades(path, model),
  };
}

function levelsBySection(path: string, model: DocumentModel): ReadonlyMap<Section, readonly Level[]> {
  const found = new Map<Section, readonly Level[]>();
  for (const table of model.blocks.tables) {
    const section = sectionAt(model, table.span.start);
    const levels = section === undefined ? undefined : readLevels(table, model, path);
    if (section === undefined || levels === undefined) continue;
    found.set(section, [...(found.get(section) ?? []), ...levels]);
  }
  return found;
}

function dimensionOf(
  section: Section,
  { levels, path, model }: { levels: readonly Level[]; path: string; model: DocumentModel },
): ReadDimension {
  const above = section.parent;
  const parent = above === undefined || above.level === 1 ? undefined : above.heading.identity.name;
  return {
    name: section.heading.identity.name,
    levels,
    checks: [],
    ...(parent === undefined || isFrame(parent) ? {} : { parent }),
    origin: { path, line: model.source.lineAt(section.heading.span.start) },
    span: section.heading.textSpan,
  };
}

/** A heading that only gathers the dimensions (评分维度) is no dimension above them. */
function isFrame(name: string): boolean {
  return /^(?:(?:评分|评估|评审|审查|评价)?维度|(?:评分|评估|评审|审查|评价)标准|dimensions?|criteria|review dimensions)$/i.test(
    name,
  );
}

function nearest(section: Section, names: ReadonlyMap<Section, string | undefined>): string | undefined {
  for (let at: Section | undefined = section; at !== undefined; at = at.parent) {
    const name = names.get(at);
    if (name !== undefined) return name;
  }
  return undefined;
}

function checksUnder(
  section: Section | undefined,
  checks: readonly CheckItem[],
  model: DocumentModel,
): readonly CheckItem[] {
  if (section === undefined) return [];
  return checks.filter((check) => sectionAt(model, check.span.start) === section);
}

// ---- weights

/** A standard that only lists its dimensions with their weights. */
function fromWeights(path: string, tables: readonly WeightTable[]): { dimensions: ReadDimension[]; unused: Weight[] } {
  const dimensions = tables.flatMap((table) =>
    table.weights.map(({ name, weight, parent, line, span }) => ({
      name,
      weight,
      levels: [],
      checks: [],
      ...(parent === undefined ? {} : { parent }),
      origin: { path, line },
      span,
    })),
  );
  return { dimensions, unused: [] };
}

function weigh(
  dimensions: readonly ReadDimension[],
  tables: readonly WeightTable[],
): { dimensions: ReadDimension[]; unused: Weight[] } {
  const byDimension = new Map<ReadDimension, number>();
  const unused: Weight[] = [];
  for (const weight of tables.flatMap((table) => table.weights)) {
    const free = dimensions.filter((dimension) => !byDimension.has(dimension));
    const match = matching(free, weight) ?? undefined;
    if (match === undefined) unused.push(weight);
    else byDimension.set(match, weight.weight);
  }
  const weighed = dimensions.map((dimension) => {
    const weight = byDimension.get(dimension);
    return weight === undefined ? dimension : { ...dimension, weight };
  });
  return { dimensions: weighed, unused };
}

/** By equal normal name, else where one name goes on with the words of the other; under the same parent where both have one. */
function matching(dimensions: readonly ReadDimension[], { name, parent }: Weight): ReadDimension | undefined {
  const siblings = dimensions.filter(
    (dimension) => parent === undefined || dimension.parent === undefined || isSame(dimension.parent, parent),
  );
  const key = normalKey(name);
  const exact = siblings.filter((dimension) => normalKey(dimension.name) === key);
  if (exact.length > 0) return exact[0];
  const near = siblings.filter((dimension) => isSame(dimension.name, name));
  return near.length === 1 ? near[0] : undefined;
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [normalKey(one), normalKey(other)];
  return a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a));
}

// ---- grades

function readGrades(path: string, model: DocumentModel): readonly ReadGrades[] {
  const tables = model.blocks.tables.flatMap((table) => readGradeTable(table, model, path) ?? []);
  if (tables.length > 0) return tables;
  return model.blocks.lists.flatMap((list) => readGradeList(list, model, path) ?? []);
}
