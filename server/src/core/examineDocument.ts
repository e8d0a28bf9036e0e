// One document by itself: model, kind, binding, schema, document rules, facts. What other documents have to do with it
// comes later (analyzeDocument.ts). Pure; never throws for any text.
import type { DocumentInput, Examination } from './analysis.ts';
import { bindDocument } from './binding/bindDocument.ts';
import type { BoundDocument } from './binding/boundDocument.ts';
import { isOff, ruleOfCode } from './checking/ruleStates.ts';
import { oneFindingPerFault } from './checking/oneFindingPerFault.ts';
import { stageOf } from './checking/stage.ts';
import { readFacts } from './facts/readFacts.ts';
import type { Finding } from './finding.ts';
import { contextOf, languageOf } from './library/contextOf.ts';
import { decideKind } from './library/decideKind.ts';
import type { Kind } from './library/configuration.ts';
import type { LibraryContext } from './library/libraryContext.ts';
import { outdatedNote } from './library/outdatedNote.ts';
import { limits } from './limits.ts';
import { buildModel } from './model/buildModel.ts';
import type { DocumentModel } from './model/documentModel.ts';
import { readAsPlan } from './roadmap/planKind.ts';
import { rules } from './rules/index.ts';
import type { DocumentRule, RuleContext } from './rules/rule.ts';
import type { Violation } from './schema/violation.ts';
import type { Template } from './template/template.ts';

/** Enough to decide the kind of a document that is too large to be checked. */
const HEAD_LENGTH = 20_000;

export function examineDocument(input: DocumentInput, library: LibraryContext): Examination {
  if (input.text.length > limits.documentLength) return tooLarge(input, library);
  const model = buildModel(input.text, library.parser);
  const decided = decideKind(input.path, model, library.configuration, templatesOf(library));
  const { kind, plan } = readAsPlan(input.path, model, decided);
  const stage = stageOf(model, library.configuration);
  const facts = readFacts({ path: input.path, model, kind, stage });
  const common = { path: input.path, model, kind, stage, facts };
  if (kind.kind === 'other') return { ...common, ownFindings: [] };
  const context = contextOf(library, kind.kind, input.text);
  const bound = context?.template && bind(model, context.template, kind.kind, library);
  const parts = { ...(context && { context }), ...(bound && { bound }), ...(plan && { plan }) };
  const subject: Subject = { input, library, ...common, ...parts, ownFindings: [] };
  return { ...common, ...parts, ownFindings: oneFindingPerFault(runRules(subject), model) };
}

interface Subject extends Examination {
  readonly input: DocumentInput;
  readonly library: LibraryContext;
}

function bind(model: DocumentModel, template: Template, kind: Kind, library: LibraryContext): BoundDocument {
  const { sectionSynonyms, keySynonyms } = library.configuration;
  return bindDocument(model, template, kind, { sectionSynonyms, keySynonyms });
}

function templatesOf(library: LibraryContext): readonly (readonly [Kind, Template])[] {
  return [...library.kinds].flatMap(([kind, { template }]) =>
    template === undefined ? [] : [[kind, template] as const],
  );
}

// ---- rules

function runRules(subject: Subject): readonly Finding[] {
  const { model } = subject;
  const context = ruleContext(subject);
  const note = subject.context && outdatedNote(subject.context, model.source.lineSpan(0));
  // Joined without spreading into a call: a hundred thousand findings of one rule would be too many arguments.
  const findings = [
    ...(note === undefined ? [] : [note]),
    ...documentRulesFor(subject).flatMap((rule) => rule.check(withOptions(context, rule.code, subject.library))),
  ];
  if (isBroken(model) || subject.bound === undefined) return findings;
  const violations = subject.context?.schema?.validate(subject.bound.instance) ?? [];
  return [...findings, ...violations.flatMap((violation) => report(violation, context, subject.library))];
}

function documentRulesFor({ model, kind, library }: Subject): readonly DocumentRule[] {
  const isTemplate = kind.kind === 'template' || kind.kind === 'standard';
  return rules.filter((rule): rule is DocumentRule => {
    if (rule.kind !== 'document' || isOff(rule.code, library.configuration)) return false;
    // Between conflict markers everything stands twice; one finding says so, and nothing else is true.
    if (isBroken(model) && rule.code !== 'merge-conflict') return false;
    return !isTemplate || rule.includesTemplates === true;
  });
}

function isBroken(model: DocumentModel): boolean {
  return model.problems.some((problem) => problem.kind === 'merge-conflict');
}

function report(violation: Violation, context: RuleContext, library: LibraryContext): readonly Finding[] {
  const { constraint } = violation;
  if (isOff(constraint.code, library.configuration)) return [];
  const rule = ruleOfCode.get(constraint.code);
  if (rule?.kind === 'schema') {
    const finding = rule.report(violation, withOptions(context, constraint.code, library));
    return finding === undefined ? [] : [finding];
  }
  const span = context.bound?.spanOf(violation.instanceLocation) ?? { start: 0, end: 0 };
  const { code, severity, message, source } = constraint;
  return [{ code, severity, message: { key: message, args: primitives(violation.params) }, span, origin: source }];
}

function primitives(params: Readonly<Record<string, unknown>>): Readonly<Record<string, string | number>> {
  const entries = Object.entries(params).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return Object.fromEntries(entries);
}

function ruleContext({ context, bound, input, model }: Subject): RuleContext {
  return {
    model,
    ...(context?.template && { template: context.template }),
    ...(bound && { bound }),
    options: {},
    language: context?.template?.language ?? languageOf(input.text),
  };
}

function withOptions(context: RuleContext, code: string, library: LibraryContext): RuleContext {
  const options = library.configuration.rules[code]?.options;
  return options === undefined ? context : { ...context, options };
}

function tooLarge(input: DocumentInput, library: LibraryContext): Examination {
  const model = buildModel(input.text.slice(0, HEAD_LENGTH), library.parser);
  const kind = decideKind(input.path, model, library.configuration, templatesOf(library));
  const facts = readFacts({ path: input.path, model, kind, stage: 'normal', isTooLarge: true });
  const args = { length: input.text.length, max: limits.documentLength };
  const finding: Finding = {
    code: 'document-too-large',
    severity: 'warning',
    message: { key: 'document-too-large', args },
    span: model.source.lineSpan(0),
  };
  const ownFindings = kind.kind === 'other' ? [] : [finding];
  return { path: input.path, model, kind, stage: 'normal', facts, ownFindings };
}
