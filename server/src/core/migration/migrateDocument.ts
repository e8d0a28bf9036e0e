// A document written against an earlier version of its template, brought to the present one: names, levels, order, new
// sections and fields. Every line of the author's text stays; what the template no longer knows stays, too.
import { applyEdits, chooseFixes, MAX_FIX_ROUNDS } from '../applyEdits.ts';
import { isInArchive } from '../archive/archivePlace.ts';
import { defaultArchiveSettings } from '../archive/archiveSettings.ts';
import { bindDocument } from '../binding/bindDocument.ts';
import type { BoundDocument } from '../binding/boundDocument.ts';
import { examineDocument } from '../examineDocument.ts';
import type { TextEdit } from '../finding.ts';
import { renameSection } from '../fixes/renameSection.ts';
import { replaceValue } from '../fixes/valueEdits.ts';
import { insertFields } from '../fixes/metadataEdits.ts';
import type { Configuration } from '../library/configuration.ts';
import { contextOf } from '../library/contextOf.ts';
import type { LibraryContext } from '../library/libraryContext.ts';
import { buildModel } from '../model/buildModel.ts';
import { normalKey } from '../model/normalKey.ts';
import type { FieldSpec, Template } from '../template/template.ts';
import { templateDiff, type TemplateChange } from './templateDiff.ts';
import { isSameVersion, templateVersionField } from './templateVersion.ts';

/** What a template demands and a fix can bring without touching what the author wrote. */
const carried: ReadonlySet<string> = new Set([
  'section-missing',
  'section-misplaced',
  'section-level',
  'metadata-missing',
]);

export interface Migration {
  readonly path: string;
  readonly text: string;
  /** What the document says; absent: nothing. */
  readonly from?: string;
  readonly to?: string;
  /** Empty where the earlier template is not known. */
  readonly changes: readonly TemplateChange[];
}

export interface MigrationQuestion {
  readonly path: string;
  readonly text: string;
  /** The template as it was; absent: nobody knows. */
  readonly before?: Template;
}

/** Undefined for documents without a template, and for archived ones, which stay as they are. The same text where nothing is to do. */
export function migrateDocument(
  { path, text, before }: MigrationQuestion,
  library: LibraryContext,
): Migration | undefined {
  if (isInArchive(path, library.configuration.archive ?? defaultArchiveSettings)) return undefined;
  const { kind, model, context } = examineDocument({ path, text }, library);
  const template = context?.template;
  if (template === undefined || model.problems.some((problem) => problem.kind === 'merge-conflict')) return undefined;
  const changes = before === undefined ? [] : templateDiff(before, template);
  const stated = templateVersionField(model, library.configuration.templateVersion)?.value;
  const widened = { ...library, configuration: withFormerNames(library.configuration, changes) };
  const named = renamed(text, { changes, kind: kind.kind, library: widened });
  const whole = carriedOut(path, named, widened);
  return {
    path,
    text: withVersion(whole, { template, library: widened, kind: kind.kind }),
    ...(stated !== undefined && { from: stated }),
    ...(template.version !== undefined && { to: template.version }),
    changes,
  };
}

/** Former names mean what the present ones mean. */
function withFormerNames(configuration: Configuration, changes: readonly TemplateChange[]): Configuration {
  const names = (kind: 'section-renamed' | 'field-renamed', known: Configuration['keySynonyms']) =>
    changes.reduce(
      (all, change) =>
        change.kind === kind ? { ...all, [change.name]: [...(all[change.name] ?? []), change.before] } : all,
      known,
    );
  return {
    ...configuration,
    sectionSynonyms: names('section-renamed', configuration.sectionSynonyms),
    keySynonyms: names('field-renamed', configuration.keySynonyms),
  };
}

interface Ground {
  readonly library: LibraryContext;
  readonly kind: string;
}

function bound(text: string, template: Template, { library, kind }: Ground): BoundDocument {
  const { sectionSynonyms, keySynonyms } = library.configuration;
  return bindDocument(buildModel(text, library.parser), template, kind, { sectionSynonyms, keySynonyms });
}

/** One heading after the other: each may shift the contents and anchors of the rest. */
function renamed(
  text: string,
  { changes, kind, library }: Ground & { readonly changes: readonly TemplateChange[] },
): string {
  const template = contextOf(library, kind, text)?.template;
  if (template === undefined) return text;
  let result = text;
  for (const change of changes) {
    if (change.kind === 'section-renamed') {
      const document = bound(result, template, { library, kind });
      const binding = [...document.bySection.values()].find(
        ({ spec, section }) => spec.name === change.name && section.heading.identity.key === normalKey(change.before),
      );
      if (binding !== undefined) result = applyEdits(result, renameSection(binding, document));
    }
    if (change.kind === 'field-renamed') {
      const { model } = bound(result, template, { library, kind });
      const field = model.metadata
        .flatMap(({ fields }) => fields)
        .find(({ normalKey: key }) => key === normalKey(change.before));
      if (field !== undefined) result = applyEdits(result, [{ span: field.keySpan, newText: change.name }]);
    }
  }
  return result;
}

function carriedOut(path: string, text: string, library: LibraryContext): string {
  let result = text;
  const seen = new Set([text]);
  for (let round = 0; round < MAX_FIX_ROUNDS; round++) {
    const { ownFindings, model } = examineDocument({ path, text: result }, library);
    const { edits } = chooseFixes(ownFindings.filter(({ code }) => carried.has(code)));
    const eol = model.source.lineEnding;
    const written = edits.map((edit): TextEdit => ({ ...edit, newText: edit.newText.replace(/\r\n|\r|\n/g, eol) }));
    const next = applyEdits(result, written);
    if (seen.has(next)) break;
    seen.add(next);
    result = next;
  }
  return result;
}

/** The field that says it, with the version of the template; put in where the team keeps one. */
function withVersion(text: string, { template, library, kind }: Ground & { readonly template: Template }): string {
  const { version } = template;
  const settings = library.configuration.templateVersion;
  if (version === undefined) return text;
  const document = bound(text, template, { library, kind });
  const field = templateVersionField(document.model, settings);
  if (field !== undefined) {
    return isSameVersion(field.value, version) ? text : applyEdits(text, [replaceValue(field, version)]);
  }
  if (settings?.key === undefined) return text;
  const spec: FieldSpec = {
    id: normalKey(settings.key),
    key: settings.key,
    aliases: [],
    required: true,
    values: [{ value: version }],
    place: 'header',
    origin: { path: template.path, line: template.line },
  };
  return applyEdits(text, insertFields([spec], document));
}
