// One document by itself: model, kind, binding, schema, document rules, facts. What other documents have to do with it
// comes later (analyzeDocument.ts). Pure; never throws for any text.
import type { DocumentInput, Examination } from './analysis.ts';
import { bindDocument } from './binding/bindDocument.ts';
import type { BoundDocument } from './binding/boundDocument.ts';
import { isOff, ruleOfCode } from './checking/ruleStates.ts';
import { oneFindingPerFault } from './checking/oneFindingPerFault.ts';
import type { Finding } from './finding.ts';
import { identifyDocument, type Identification } from './identifyDocument.ts';
import { contextOf, languageOf } from './library/contextOf.ts';
import type { Kind } from './library/configuration.ts';
import type { LibraryContext } from './library/libraryContext.ts';
import { outdatedNote } from './library/outdatedNote.ts';
import { limits } from './limits.ts';
import type { DocumentModel } from './model/documentModel.ts';
import { rules } from './rules/index.ts';
import type { DocumentRule, RuleContext } from './rules/rule.ts';
import type { Violation } from './schema/violation.ts';
import type { Template } from './template/template.ts';

export function examineDocument(input: DocumentInput, library: LibraryContext): Examination {
  const identified = identifyDocument(input, library);
  const { model, kind } = identified;
  if (input.text.length > limits.documentLength) return { ...identified, ownFindings: tooLarge(input, identified) };
  if (kind.kind === 'other') return { ...identified, ownFindings: [] };
  const context = contextOf(library, kind.kind, input.text);
  const bound = context?.template && bind(model, context.template, kind.kind, library);
  const parts = { ...(context && { context }), ...(bound && { bound }) };
  const subject: Subject = { input, library, ...identified, ...parts, ownFindings: [] };
  return { ...identified, ...parts, ownFindings: oneFindingPerFault(runRules(subject), model) };
}

interface Subject extends Examination {
  readonly input: DocumentInput;
  readonly library: LibraryContext;
}

function bind(model: DocumentModel, template: Template, kind: Kind, library: LibraryContext): BoundDocument {
  const { sectionSynonyms, keySynonyms } = library.configuration;
  return bindDocument(model, template, kind, { sectionSynonyms, keySynonyms });
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

function ruleContext({ context, bound, input, model, library }: Subject): RuleContext {
  return {
    model,
    ...(context?.template && { template: context.template }),
    ...(bound && { bound }),
    options: {},
    ...(library.configuration.templateVersion && { templateVersion: library.configuration.templateVersion }),
    language: context?.template?.language ?? languageOf(input.text),
  };
}

function withOptions(context: RuleContext, code: string, library: LibraryContext): RuleContext {
  const options = library.configuration.rules[code]?.options;
  return options === undefined ? context : { ...context, options };
}

function tooLarge({ text }: DocumentInput, { kind, model }: Identification): readonly Finding[] {
  if (kind.kind === 'other') return [];
  const args = { length: text.length, max: limits.documentLength };
  return [
    {
      code: 'document-too-large',
      severity: 'warning',
      message: { key: 'document-too-large', args },
      span: model.source.lineSpan(0),
    },
  ];
}
