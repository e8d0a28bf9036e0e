// One document against its library: model, kind, binding, schema, rules, weights, suppressions, in this order.
// Pure; never throws for any text. Building models, schemas and fixes is done elsewhere.
import type { Analysis, DocumentInput, KindDecision, Stage } from './analysis.ts';
import { bindDocument } from './binding/bindDocument.ts';
import type { BoundDocument } from './binding/boundDocument.ts';
import { oneFindingPerFault } from './checking/oneFindingPerFault.ts';
import { weigh } from './checking/severity.ts';
import { stageOf } from './checking/stage.ts';
import { compareFindings, compareSeverity, type Finding } from './finding.ts';
import { applySuppressions } from './checking/suppressions.ts';
import { contextOf, languageOf } from './library/contextOf.ts';
import { decideKind } from './library/decideKind.ts';
import type { Kind } from './library/configuration.ts';
import type { KindContext, LibraryContext } from './library/libraryContext.ts';
import { outdatedNote } from './library/outdatedNote.ts';
import { limits } from './limits.ts';
import { buildModel } from './model/buildModel.ts';
import type { DocumentModel } from './model/documentModel.ts';
import type { Plan } from './roadmap/plan.ts';
import { readAsPlan } from './roadmap/planKind.ts';
import { rules } from './rules/index.ts';
import type { DocumentRule, PlanRule, Rule, RuleContext } from './rules/rule.ts';
import type { Violation } from './schema/violation.ts';
import type { Template } from './template/template.ts';

export interface AnalysisOptions {
  /** YYYY-MM-DD, for suppressions that expire; absent: none does. */
  readonly today?: string;
}

const ruleOfCode = new Map<string, Rule>(rules.map((rule) => [rule.code, rule]));
const allCodes: ReadonlySet<string> = new Set(ruleOfCode.keys());
/** Enough to decide the kind of a document that is too large to be checked. */
const HEAD_LENGTH = 20_000;

export function analyzeDocument(
  input: DocumentInput,
  library: LibraryContext,
  options: AnalysisOptions = {},
): Analysis {
  if (input.text.length > limits.documentLength) return tooLarge(input, library);
  const model = buildModel(input.text, library.parser);
  const decided = decideKind(input.path, model, library.configuration, templatesOf(library));
  const { kind, plan } = readAsPlan(input.path, model, decided);
  const stage = stageOf(model, library.configuration);
  if (kind.kind === 'other') return { path: input.path, model, kind, stage, findings: [], suppressedCount: 0 };
  const context = contextOf(library, kind.kind, input.text);
  const bound = context?.template && bind(model, context.template, kind.kind, library);
  const subject: Subject = {
    ...{ input, model, kind, stage, library },
    ...(context && { context }),
    ...(bound && { bound }),
    ...(plan && { plan }),
  };
  return {
    path: input.path,
    model,
    kind,
    stage,
    ...(context && { context }),
    ...(bound && { bound }),
    ...(plan && { plan }),
    ...conclude(subject, runRules(subject), options),
  };
}

interface Subject {
  readonly input: DocumentInput;
  readonly model: DocumentModel;
  readonly kind: KindDecision;
  readonly stage: Stage;
  readonly library: LibraryContext;
  readonly context?: KindContext;
  readonly bound?: BoundDocument;
  readonly plan?: Plan;
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
    ...runPlanRules(subject),
  ];
  if (isBroken(model) || subject.bound === undefined) return findings;
  const violations = subject.context?.schema?.validate(subject.bound.instance) ?? [];
  return [...findings, ...violations.flatMap((violation) => report(violation, context, subject.library))];
}

function documentRulesFor({ model, kind, library }: Subject): readonly DocumentRule[] {
  const isTemplate = kind.kind === 'template' || kind.kind === 'standard';
  return rules.filter((rule): rule is DocumentRule => {
    if (rule.kind !== 'document' || isOff(rule.code, library)) return false;
    // Between conflict markers everything stands twice; one finding says so, and nothing else is true.
    if (isBroken(model) && rule.code !== 'merge-conflict') return false;
    return !isTemplate || rule.includesTemplates === true;
  });
}

function runPlanRules({ plan, model, library }: Subject): readonly Finding[] {
  if (plan === undefined) return [];
  const { files, plans = [] } = library;
  const otherPlans = plans.filter((other) => other.path !== plan.path);
  const context = { plan, model, otherPlans, ...(files && { files }) };
  return rules
    .filter((rule): rule is PlanRule => rule.kind === 'plan' && !isOff(rule.code, library))
    .flatMap((rule) => rule.check(context, library.configuration.rules[rule.code]?.options ?? {}));
}

function isBroken(model: DocumentModel): boolean {
  return model.problems.some((problem) => problem.kind === 'merge-conflict');
}

function report(violation: Violation, context: RuleContext, library: LibraryContext): readonly Finding[] {
  const { constraint } = violation;
  if (isOff(constraint.code, library)) return [];
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

function ruleContext(subject: Subject): RuleContext {
  const { context, bound, input, model } = subject;
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

function isOff(code: string, library: LibraryContext): boolean {
  const severity = library.configuration.rules[code]?.severity;
  return severity === undefined ? ruleOfCode.get(code)?.isOffByDefault === true : severity === 'off';
}

// ---- from raw findings to the list that is shown

function conclude(
  subject: Subject,
  raw: readonly Finding[],
  { today }: AnalysisOptions,
): Pick<Analysis, 'findings' | 'suppressedCount' | 'omittedCount'> {
  const { model, library, stage } = subject;
  const weighed = (findings: readonly Finding[]): readonly Finding[] =>
    findings.flatMap((finding) => {
      const rule = ruleOfCode.get(finding.code);
      return weigh(placed(finding, model), { rule, stage, configuration: library.configuration }) ?? [];
    });
  const { kept, suppressedCount, uses } = applySuppressions({
    model,
    findings: weighed(oneFindingPerFault(raw, model)),
    codes: allCodes,
    codesOff: new Set([...allCodes].filter((code) => isOff(code, library))),
    ...(today === undefined ? {} : { today }),
  });
  const about = rules.flatMap((rule) =>
    rule.kind === 'suppression' ? uses.flatMap((use) => rule.check(use, { model, codes: [...allCodes] })) : [],
  );
  const all = [...kept, ...weighed(about)];
  const most = library.configuration.maxFindings;
  if (all.length <= most) return { findings: all.sort(compareFindings), suppressedCount };
  const weightiest = all
    .sort((a, b) => compareSeverity(a.severity, b.severity) || compareFindings(a, b))
    .slice(0, most);
  return { findings: weightiest.sort(compareFindings), suppressedCount, omittedCount: all.length - most };
}

/** Invariant 5: a finding that lost its place goes to the first line, and one that reaches too far is cut. */
function placed(finding: Finding, model: DocumentModel): Finding {
  const { start, end } = finding.span;
  const length = model.source.text.length;
  if (start >= 0 && end >= start && end <= length) return finding;
  const isUseful = start >= 0 && start < length;
  const span = isUseful ? { start, end: Math.max(start, Math.min(end, length)) } : model.source.lineSpan(0);
  return { ...finding, span };
}

function tooLarge(input: DocumentInput, library: LibraryContext): Analysis {
  const model = buildModel(input.text.slice(0, HEAD_LENGTH), library.parser);
  const kind = decideKind(input.path, model, library.configuration, templatesOf(library));
  const args = { length: input.text.length, max: limits.documentLength };
  const finding: Finding = {
    code: 'document-too-large',
    severity: 'warning',
    message: { key: 'document-too-large', args },
    span: model.source.lineSpan(0),
  };
  const findings = kind.kind === 'other' ? [] : [finding];
  return { path: input.path, model, kind, stage: 'normal', findings, suppressedCount: 0 };
}
