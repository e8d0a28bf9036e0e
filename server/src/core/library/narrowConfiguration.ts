// Unknown text of `.casewright/config.json` to a Configuration. Whatever is wrong keeps its default and has a finding.
import type { Node } from 'jsonc-parser';
import type { MaintenanceConfiguration } from '../versions/maintenanceConfiguration.ts';
import { relationTypesOf } from '../relations/relationTypes.ts';
import { compareFindings, type Finding, type Severity } from '../finding.ts';
import { limits } from '../limits.ts';
import type { Configuration, Kind, KindConfiguration, RuleConfiguration } from './configuration.ts';
import { builtInKinds, defaultConfiguration, defaultKind } from './defaultConfiguration.ts';
import { refusalOfGlob } from './globs.ts';
import { JsonNarrowing, nearest, shown, spanOf, type JsonProperty } from './jsonNarrowing.ts';
import { narrowArchive, narrowTemplateVersion } from './narrowArchive.ts';
import { narrowConstraints } from './narrowConstraints.ts';
import { SourceText } from '../sourceText.ts';
import { narrowFacets } from './narrowFacets.ts';
import { narrowRelations } from './narrowRelations.ts';
import { narrowLinks } from './narrowLinks.ts';
import { narrowMaintenance } from './narrowMaintenance.ts';
import { narrowIds } from './narrowIds.ts';
import { narrowReview } from './narrowReview.ts';
import { scopePath } from './pathScope.ts';

/** Where the configuration stands, relative to the library root. */
export const configurationPath = '.casewright/config.json';

export interface NarrowedConfiguration {
  readonly configuration: Configuration;
  /** Findings in the configuration file, in report order. */
  readonly findings: readonly Finding[];
  /** Where the configuration names files: for findings about files that are missing. */
  readonly references: readonly FileReference[];
}

export interface FileReference {
  /** As configured, without `#skeleton`. */
  readonly path: string;
  readonly skeleton?: string;
  readonly kind: Kind;
  readonly role: 'template' | 'standard' | 'vocabulary' | 'idStandard' | 'retiredIds';
  readonly span: { readonly start: number; readonly end: number };
}

/** The settings; schemas/config.schema.json describes each (a test compares). */
export const topKeys = [
  '$schema', 'kinds', 'exclude', 'rules', 'sectionSynonyms', 'keySynonyms',
  'draftStatus', 'readyStatus', 'enforcement', 'maxFindings', 'facets', 'relations', 'links', 'constraints', 'ids', 'maintenance',
  'review',
  'archive', 'templateVersion',
] as const; // prettier-ignore
export const kindKeys = ['files', 'template', 'standard', 'newPath', 'id'] as const;
const ruleKeys = ['severity', 'options'] as const;
const severities = ['error', 'warning', 'information', 'hint', 'off'] as const;
const enforcements = ['smart', 'strict', 'gentle'] as const;
const MAX_ITEMS = 200;

/** `knownRules`: codes that `rules` may name; without it no code is called unknown. Never throws. */
export function narrowConfiguration(text: string | undefined, knownRules?: readonly string[]): NarrowedConfiguration {
  if (text === undefined) return { configuration: defaultConfiguration, findings: [], references: [] };
  const json = new JsonNarrowing();
  if (text.length > limits.configurationLength) {
    const message = { key: 'config-too-large', args: { max: limits.configurationLength } } as const;
    json.report('config-too-large', { start: 0, end: 0 }, message);
    return { configuration: defaultConfiguration, findings: json.findings, references: [] };
  }
  const root = json.parse(text);
  const reader = new ConfigurationReader(json, { text, ...(knownRules && { knownRules }) });
  const configuration = root === undefined ? defaultConfiguration : reader.read(root);
  return { configuration, findings: json.findings.toSorted(compareFindings), references: reader.references };
}

class ConfigurationReader {
  readonly references: FileReference[] = [];
  readonly #json: JsonNarrowing;
  readonly #knownRules: readonly string[] | undefined;
  readonly #text: string;

  constructor(
    json: JsonNarrowing,
    { text, knownRules }: { readonly text: string; readonly knownRules?: readonly string[] },
  ) {
    this.#json = json;
    this.#knownRules = knownRules;
    this.#text = text;
  }

  read(root: Node): Configuration {
    const values = this.#known(root, 'config.json', topKeys);
    const fallback = defaultConfiguration;
    const list = (key: string) => this.#texts(values.get(key), key);
    const enforcement = values.get('enforcement');
    const maxFindings = values.get('maxFindings');
    const facets = this.#facets(values.get('facets'));
    const kinds = this.#kinds(values.get('kinds'));
    const kindNames = kinds.map(({ kind }) => kind);
    const relations = narrowRelations(values.get('relations'), this.#json, kindNames);
    const links = values.get('links');
    const constraints = this.#constraints(values.get('constraints'), kindNames, relations);
    const ids = this.#ids(values.get('ids'));
    const maintenance = values.get('maintenance');
    const review = values.get('review');
    const archive = values.get('archive');
    const templateVersion = values.get('templateVersion');
    return {
      kinds,
      exclude: this.#globs(values.get('exclude'), 'exclude'),
      rules: this.#rules(values.get('rules')),
      sectionSynonyms: this.#synonyms(values.get('sectionSynonyms'), 'sectionSynonyms'),
      keySynonyms: this.#synonyms(values.get('keySynonyms'), 'keySynonyms'),
      draftStatus: list('draftStatus'),
      readyStatus: list('readyStatus'),
      enforcement: (enforcement && this.#json.choice(enforcement, 'enforcement', enforcements)) ?? fallback.enforcement,
      maxFindings:
        (maxFindings && this.#json.integer(maxFindings, 'maxFindings', { min: 1, max: 10_000 })) ??
        fallback.maxFindings,
      ...(facets && { facets }),
      ...(relations && { relations }),
      ...(links && { links: narrowLinks(links, this.#json) }),
      ...(constraints && { constraints }),
      ...(ids && { ids }),
      ...(maintenance && { maintenance: this.#maintenance(maintenance, kindNames) }),
      ...(review && { review: narrowReview(review, this.#json) }),
      ...(archive && { archive: narrowArchive(archive, this.#json) }),
      ...(templateVersion && { templateVersion: narrowTemplateVersion(templateVersion, this.#json) }),
    };
  }

  #maintenance(node: Node, kinds: readonly string[]): MaintenanceConfiguration {
    const source = new SourceText(this.#text);
    const originOf = ({ offset }: Node) => ({ path: configurationPath, line: source.lineAt(offset) });
    return narrowMaintenance(node, { json: this.#json, originOf, kinds });
  }

  #ids(node: Node | undefined): Configuration['ids'] {
    if (node === undefined) return undefined;
    const source = new SourceText(this.#text);
    const originOf = ({ offset }: Node) => ({ path: configurationPath, line: source.lineAt(offset) });
    const { ids, references } = narrowIds(node, { json: this.#json, originOf });
    this.references.push(...references.map((reference) => ({ ...reference, kind: 'other' })));
    return ids;
  }

  #facets(node: Node | undefined): Configuration['facets'] {
    if (node === undefined) return undefined;
    const { facets, vocabulary } = narrowFacets(node, this.#json);
    if (vocabulary !== undefined) this.references.push({ ...vocabulary, kind: 'other', role: 'vocabulary' });
    return facets;
  }

  #constraints(
    node: Node | undefined,
    kinds: readonly Kind[],
    relations: Configuration['relations'],
  ): Configuration['constraints'] {
    if (node === undefined) return undefined;
    const types = relationTypesOf(relations === undefined ? {} : { relations });
    return narrowConstraints(node, { json: this.#json, kinds, types, text: this.#text, path: configurationPath });
  }

  /** Configured kinds in their order, then the built-in kinds that are not configured. */
  #kinds(node: Node | undefined): KindConfiguration[] {
    const found: KindConfiguration[] = [];
    for (const property of this.#entries(node, 'kinds')) {
      if (/^[a-z][a-z0-9-]{0,40}$/.test(property.key)) found.push(this.#kind(property));
      else {
        const args = { key: shown(property.key) };
        this.#json.report('config-value-invalid', property.keySpan, { key: 'config-value-invalid.kind-name', args });
      }
    }
    const names = new Set(found.map((kind) => kind.kind));
    return [...found, ...builtInKinds.filter((kind) => !names.has(kind)).map(defaultKind)];
  }

  #kind({ key: kind, value }: JsonProperty): KindConfiguration {
    const values = this.#known(value, kind, kindKeys);
    const template = this.#reference(values.get('template'), kind, 'template');
    const standard = this.#reference(values.get('standard'), kind, 'standard');
    const newPath = this.#path(values.get('newPath'), 'newPath');
    const idNode = values.get('id');
    const id = idNode && this.#json.string(idNode, 'id')?.slice(0, 100);
    return {
      ...defaultKind(kind),
      files: this.#globs(values.get('files'), 'files'),
      ...(template !== undefined && { template }),
      ...(standard !== undefined && { standard }),
      ...(newPath !== undefined && { newPath }),
      ...(id !== undefined && { id }),
    };
  }

  /** `path#skeleton` or `builtin:…`; remembered for findings about files that are not there. */
  #reference(node: Node | undefined, kind: Kind, role: 'template' | 'standard'): string | undefined {
    const text = node && this.#json.string(node, role);
    if (node === undefined || text === undefined) return undefined;
    const hash = text.indexOf('#');
    const skeleton = hash < 0 ? undefined : text.slice(hash + 1);
    const path = text.startsWith('builtin:') ? text : this.#scoped(node, hash < 0 ? text : text.slice(0, hash));
    if (path === undefined) return undefined;
    this.references.push({ path, kind, role, span: spanOf(node), ...(skeleton !== undefined && { skeleton }) });
    return skeleton === undefined || text.startsWith('builtin:') ? path : `${path}#${skeleton}`;
  }

  #path(node: Node | undefined, name: string): string | undefined {
    const text = node && this.#json.string(node, name);
    return node === undefined || text === undefined ? undefined : this.#scoped(node, text);
  }

  #scoped(node: Node, text: string): string | undefined {
    const scoped = scopePath(text);
    if (scoped.isInside) return scoped.path;
    this.#json.report('config-path-outside', spanOf(node), { key: 'config-path-outside', args: { path: shown(text) } });
    return undefined;
  }

  #globs(node: Node | undefined, name: string): string[] {
    if (node === undefined) return [];
    const found: string[] = [];
    for (const { value, node: item } of this.#json.strings(node, name).slice(0, MAX_ITEMS)) {
      const refusal = refusalOfGlob(value);
      if (refusal === undefined) found.push(value);
      else {
        const message = { key: `config-glob-unsafe.${refusal}`, args: { glob: shown(value) } } as const;
        this.#json.report('config-glob-unsafe', spanOf(item), message);
      }
    }
    return found;
  }

  #rules(node: Node | undefined): Record<string, RuleConfiguration> {
    const rules = new Map<string, RuleConfiguration>();
    for (const property of this.#entries(node, 'rules')) {
      if (this.#knownRules !== undefined && !this.#knownRules.includes(property.key)) {
        this.#unknownRule(property, this.#knownRules);
      }
      const rule = this.#rule(property);
      if (rule !== undefined) rules.set(property.key, rule);
    }
    return recordOf(rules);
  }

  #unknownRule(property: JsonProperty, known: readonly string[]): void {
    if (nearest(property.key, known) !== undefined) {
      this.#json.unknownKey(property, known);
      return;
    }
    const message = { key: 'config-rule-unknown', args: { key: shown(property.key) } } as const;
    this.#json.report('config-rule-unknown', property.keySpan, message);
  }

  #rule({ key, value }: JsonProperty): RuleConfiguration | undefined {
    if (value.type === 'string') {
      const severity = this.#json.choice<Severity | 'off'>(value, key, severities);
      return severity === undefined ? undefined : { severity, options: {} };
    }
    if (value.type !== 'object') {
      this.#json.invalid(value, key, {
        key: 'config-value-invalid.rule',
        args: { values: severities.join(', ') },
      });
      return undefined;
    }
    const values = this.#known(value, key, ruleKeys);
    const severityNode = values.get('severity');
    const severity = severityNode && this.#json.choice<Severity | 'off'>(severityNode, 'severity', severities);
    const options = new Map<string, unknown>();
    for (const option of this.#entries(values.get('options'), 'options'))
      options.set(option.key, valueOf(option.value));
    return { ...(severity !== undefined && { severity }), options: recordOf(options) };
  }

  #synonyms(node: Node | undefined, name: string): Record<string, readonly string[]> {
    if (node !== undefined && node.type !== 'object') {
      this.#json.invalid(node, name, { key: 'config-value-invalid.synonyms' });
      return {};
    }
    const found = new Map<string, readonly string[]>();
    for (const property of this.#entries(node, name))
      found.set(property.key, this.#texts(property.value, property.key));
    return recordOf(found);
  }

  /** Non-empty strings of at most 100 characters. */
  #texts(node: Node | undefined, name: string): string[] {
    if (node === undefined) return [];
    const texts = this.#json.strings(node, name).map((item) => item.value.trim());
    return texts.filter((text) => text !== '' && text.length <= 100).slice(0, MAX_ITEMS);
  }

  #entries(node: Node | undefined, name: string): JsonProperty[] {
    return node === undefined ? [] : this.#json.properties(node, name).slice(0, MAX_ITEMS);
  }

  #known(node: Node, name: string, keys: readonly string[]): ReadonlyMap<string, Node> {
    const values = new Map<string, Node>();
    for (const property of this.#json.properties(node, name)) {
      if (keys.includes(property.key)) values.set(property.key, property.value);
      else this.#json.unknownKey(property, keys);
    }
    return values;
  }
}

/** A record without prototype, so that names such as `constructor` find nothing but what was configured. */
function recordOf<Value>(values: ReadonlyMap<string, Value>): Record<string, Value> {
  const record = Object.create(null) as Record<string, Value>;
  for (const [key, value] of values) record[key] = value;
  return record;
}

/** Plain JSON value of a node, objects without prototype. */
function valueOf(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(valueOf);
  if (node.type !== 'object') return node.value as unknown;
  const values = new Map<string, unknown>();
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (typeof key?.value === 'string' && value !== undefined) values.set(key.value, valueOf(value));
  }
  return recordOf(values);
}
