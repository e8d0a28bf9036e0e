// Configuration and texts to everything that documents are checked against. Pure; never throws for any text. A template
// or standard that is broken now leaves the last good one in force.
import { facetNames } from '../classification/classificationOf.ts';
import { readVocabulary } from '../classification/readVocabulary.ts';
import { compareFindings, type Finding, type Message } from '../finding.ts';
import { joinIds } from '../ids/idsConfiguration.ts';
import { readIdStandard } from '../ids/readIdStandard.ts';
import { readRetired } from '../ids/readRetired.ts';
import { limits } from '../limits.ts';
import { rules } from '../rules/index.ts';
import { deriveSchema } from '../schema/deriveSchema.ts';
import { findStandardConflicts, findTemplateConflicts } from '../schema/satisfiability.ts';
import { defaultSeverities } from '../schema/severities.ts';
import { SourceText } from '../sourceText.ts';
import { parseStandard } from '../standard/parseStandard.ts';
import type { Standard } from '../standard/standard.ts';
import { parseTemplate } from '../template/parseTemplate.ts';
import type { Template, TemplateDocument, TemplateProblem } from '../template/template.ts';
import { builtInText, inLanguage } from './builtIn.ts';
import type { Configuration, Kind, KindConfiguration } from './configuration.ts';
import { shown } from './jsonNarrowing.ts';
import type { KindContext, LibraryContext, LibraryInput } from './libraryContext.ts';
import { configurationPath, narrowConfiguration, type FileReference } from './narrowConfiguration.ts';
import { withOverride } from './withOverride.ts';

type Language = 'zh' | 'en';

/** `previous` is the context that was in force before: its templates and standards serve where the new ones are broken. */
export function buildLibrary(input: LibraryInput, previous?: LibraryContext): LibraryContext {
  const codes = [...new Set([...rules.map((rule) => rule.code), ...Object.keys(defaultSeverities)])];
  const { configuration, findings, references } = narrowConfiguration(input.configurationText, codes);
  const builder = new LibraryBuilder(input, references, previous);
  const chosen = builder.withIds(builder.withVocabulary(withOverride(configuration, input.override)));
  const kinds = builder.contexts(chosen.kinds, 'zh');
  const englishKinds = builder.contexts(chosen.kinds.filter(followsLanguage), 'en');
  builder.problems.add(configurationPath, findings);
  builder.addStandardConflicts([...kinds.values(), ...englishKinds.values()]);
  const problems = builder.problems.byPath;
  return { root: input.root, parser: input.parser, configuration: chosen, kinds, englishKinds, problems };
}

/** True where template or standard is built in and says no language. */
function followsLanguage({ template, standard }: KindConfiguration): boolean {
  return [template, standard].some((name) => name !== undefined && inLanguage(name, 'en') !== name);
}

/** What came of one configured template or standard. */
interface Found<Value> {
  readonly value?: Value;
  /** The file that is broken, where an older value (or none) stands in for it. */
  readonly brokenPath?: string;
}

class LibraryBuilder {
  readonly problems = new Problems();
  readonly #input: LibraryInput;
  readonly #references: readonly FileReference[];
  readonly #previous: LibraryContext | undefined;
  readonly #templates = new Map<string, TemplateDocument | undefined>();
  readonly #standards = new Map<string, Standard | undefined>();

  constructor(input: LibraryInput, references: readonly FileReference[], previous: LibraryContext | undefined) {
    this.#input = input;
    this.#references = references;
    this.#previous = previous;
  }

  contexts(kinds: readonly KindConfiguration[], language: Language): Map<Kind, KindContext> {
    return new Map(kinds.map((kind) => [kind.kind, this.#context(kind, language)]));
  }

  #context(kind: KindConfiguration, language: Language): KindContext {
    const before = (language === 'en' ? this.#previous?.englishKinds : this.#previous?.kinds)?.get(kind.kind);
    const template = this.#template(kind, language, before?.template);
    const standard = this.#standard(kind, language, before?.standard);
    const outdatedPaths = [template.brokenPath, standard.brokenPath].filter((path) => path !== undefined);
    const schema = template.value && deriveSchema(template.value, standard.value);
    return {
      kind: kind.kind,
      isOutdated: outdatedPaths.length > 0 && before?.template !== undefined,
      ...(template.value !== undefined && { template: template.value }),
      ...(standard.value !== undefined && { standard: standard.value }),
      ...(schema !== undefined && { schema }),
      ...(outdatedPaths.length > 0 && { outdatedPaths }),
    };
  }

  /** The configuration with what its vocabulary document says. */
  withVocabulary(configuration: Configuration): Configuration {
    const { facets } = configuration;
    if (facets?.vocabulary === undefined) return configuration;
    const text = this.#namedText(facets.vocabulary);
    if (text === undefined) return configuration;
    const names = facetNames(facets.facets);
    const document = readVocabulary({ path: facets.vocabulary, text, parser: this.#input.parser, names });
    if (document.length === 0) {
      const message = { key: 'config-vocabulary-empty', args: { path: facets.vocabulary } } as const;
      this.#reportReference(facets.vocabulary, 'other', message);
    }
    return { ...configuration, facets: { ...facets, document } };
  }

  /** The configuration with what its id standard and its list of retired ids say. */
  withIds(configuration: Configuration): Configuration {
    const { ids } = configuration;
    if (ids === undefined) return configuration;
    const { standard: path, retiredFile } = ids;
    const text = path === undefined ? undefined : this.#namedText(path);
    const standard =
      path === undefined || text === undefined ? undefined : readIdStandard(path, text, this.#input.parser);
    if (path !== undefined && standard?.schemes.length === 0) {
      this.#reportReference(path, 'other', { key: 'config-id-standard-empty', args: { path: shown(path) } });
    }
    const list = retiredFile === undefined ? undefined : this.#namedText(retiredFile);
    const retired = retiredFile === undefined || list === undefined ? [] : readRetired(retiredFile, list);
    return { ...configuration, ids: joinIds(ids, standard, retired) };
  }

  /** Text of a document that the configuration names; undefined, with a finding, where there is none. */
  #namedText(path: string): string | undefined {
    const text = this.#textOf(path);
    if (text === undefined) this.#missing(path, 'other', {});
    return text;
  }

  /** Demands of each standard against all templates that it is used with. */
  addStandardConflicts(contexts: readonly KindContext[]): void {
    for (const [path, standard] of this.#standards) {
      if (standard === undefined) continue;
      const templates = contexts.flatMap((context) =>
        context.standard === standard && context.template !== undefined ? [context.template] : [],
      );
      this.problems.add(path, findStandardConflicts(standard, templates, templates[0]?.language).map(findingOf));
    }
  }

  #template(kind: KindConfiguration, language: Language, before: Template | undefined): Found<Template> {
    if (kind.template === undefined) return {};
    const { path, skeleton } = referenceParts(inLanguage(kind.template, language));
    const document = this.#templateDocument(path);
    const broken = { brokenPath: path, ...(before?.path === path && { value: before }) };
    if (document === undefined) return this.#missing(path, kind.kind, broken);
    const template = this.#skeleton(document, skeleton, kind.kind);
    const isBroken = document.problems.some((problem) => problem.severity === 'error');
    if (template === undefined) return broken;
    return isBroken && before?.path === path ? broken : { value: template };
  }

  #templateDocument(path: string): TemplateDocument | undefined {
    if (!this.#templates.has(path)) {
      const text = this.#textOf(path);
      const document =
        text === undefined ? undefined : parseTemplate(path, text, this.#input.parser, { isTemplate: true });
      this.#templates.set(path, document);
      this.problems.add(path, (document?.problems ?? []).map(findingOf));
      const source = new SourceText(text ?? '');
      const conflicts = document?.templates.flatMap((template) => findTemplateConflicts(template, source)) ?? [];
      this.problems.add(path, conflicts.map(findingOf));
    }
    return this.#templates.get(path);
  }

  /** The skeleton of that name, or the first; with a finding where there is none to use. */
  #skeleton(document: TemplateDocument, name: string | undefined, kind: Kind): Template | undefined {
    const { path, templates } = document;
    const usable = templates.filter((template) => template.sections.length > 0 || template.fields.length > 0);
    if (usable.length === 0) {
      this.problems.report(path, 'config-template-empty', { key: 'config-template-empty', args: { path } });
      return undefined;
    }
    if (name === undefined) return usable[0];
    const found = usable.find((template) => template.id === `${path}#${name}` || template.name === name);
    if (found === undefined) {
      const args = { path, name: shown(name), names: shown(usable.map((template) => template.name).join(', ')) };
      this.#reportReference(path, kind, { key: 'config-skeleton-unknown', args });
    }
    return found;
  }

  #standard(kind: KindConfiguration, language: Language, before: Standard | undefined): Found<Standard> {
    if (kind.standard === undefined) return {};
    const path = inLanguage(kind.standard, language);
    const standard = this.#parsedStandard(path);
    const broken = { brokenPath: path, ...(before?.path === path && { value: before }) };
    if (standard === undefined) return this.#missing(path, kind.kind, broken);
    const isBroken = standard.problems.some((problem) => problem.severity === 'error');
    return isBroken && before?.path === path ? broken : { value: standard };
  }

  #parsedStandard(path: string): Standard | undefined {
    if (!this.#standards.has(path)) {
      const text = this.#textOf(path);
      const standard = text === undefined ? undefined : parseStandard(path, text, this.#input.parser);
      this.#standards.set(path, standard);
      this.problems.add(path, (standard?.problems ?? []).map(findingOf));
    }
    return this.#standards.get(path);
  }

  /** Text of a template or standard; undefined, with a finding in the file, where it is too large to be read. */
  #textOf(path: string): string | undefined {
    const text = builtInText(path) ?? this.#input.files.get(path);
    if (text === undefined || text.length <= limits.templateLength) return text;
    const message = { key: 'template-too-large', args: { max: limits.templateLength } } as const;
    this.problems.report(path, 'template-too-large', message);
    return undefined;
  }

  #missing<Value>(path: string, kind: Kind, broken: Found<Value>): Found<Value> {
    const isThere = builtInText(path) !== undefined || this.#input.files.has(path);
    if (!isThere) this.#reportReference(path, kind, { key: 'config-file-missing', args: { path: shown(path) } });
    return broken;
  }

  /** Reported where the configuration names the file, once for each kind; a file that it does not name is not its fault. */
  #reportReference(path: string, kind: Kind, message: Message): void {
    const isNamed = (name: string): boolean => [name, inLanguage(name, 'zh'), inLanguage(name, 'en')].includes(path);
    const reference = this.#references.find((candidate) => isNamed(candidate.path) && candidate.kind === kind);
    if (reference !== undefined) this.problems.report(configurationPath, message.key, message, reference.span);
  }
}

/** Findings by file, in report order, each once. */
class Problems {
  readonly byPath = new Map<string, readonly Finding[]>();

  add(path: string, findings: readonly Finding[]): void {
    const known = this.byPath.get(path) ?? [];
    const added = findings.filter(
      (finding) => !known.some((one) => one.code === finding.code && one.span.start === finding.span.start),
    );
    if (added.length > 0)
      this.byPath.set(path, [...known, ...added].toSorted(compareFindings).slice(0, limits.findingsPerDocument));
  }

  report(path: string, code: string, message: Message, span = { start: 0, end: 0 }): void {
    this.add(path, [{ code, severity: 'error', message, span }]);
  }
}

function findingOf({ code, severity, message, span, related }: TemplateProblem): Finding {
  return { code, severity, message, span, ...(related !== undefined && { related }) };
}

function referenceParts(name: string): { readonly path: string; readonly skeleton?: string } {
  const hash = name.indexOf('#');
  return hash < 0 ? { path: name } : { path: name.slice(0, hash), skeleton: name.slice(hash + 1) };
}
