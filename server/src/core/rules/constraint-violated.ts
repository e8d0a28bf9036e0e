// A document, a gap or an item of a plan does not keep what the team demands of it and of what it is related to.
import type { Constraint } from '../constraints/constraint.ts';
import { nameOfNode, type ConstraintNode } from '../constraints/constraintNode.ts';
import { evaluationOf, type Break } from '../constraints/evaluation.ts';
import { linkRelation } from '../constraints/neighbors.ts';
import type { Finding, Message, RelatedSpan } from '../finding.ts';
import type { Locale } from '../messages/catalog.ts';
import { renderMessage } from '../messages/render.ts';
import { titleSpanOf } from '../relations/relationPlace.ts';
import { relationTypesOf } from '../relations/relationTypes.ts';
import { inverseLabelOf, labelOf } from '../relations/relationWords.ts';
import type { Span } from '../sourceText.ts';
import type { LibraryRule, LibraryRuleContext } from './rule.ts';

export const constraintViolated: LibraryRule = {
  kind: 'library',
  code: 'constraint-violated',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  includesOther: true,
  check: (context) => {
    const { constraints = [] } = context.configuration;
    if (constraints.length === 0) return [];
    const evaluation = evaluationOf(context);
    return constraints.flatMap((constraint) =>
      evaluation
        .nodesIn(context.facts.path, constraint.select.of)
        .filter((node) => evaluation.isSelected(constraint, node))
        .flatMap((node) =>
          evaluation.breaksOf(constraint, node).map((broken) => findingOf({ constraint, node, broken }, context)),
        ),
    );
  },
};

interface Violation {
  readonly constraint: Constraint;
  readonly node: ConstraintNode;
  readonly broken: Break;
}

function findingOf(violation: Violation, context: LibraryRuleContext): Finding {
  const { constraint, broken } = violation;
  const { origin, severity, id } = constraint;
  const related = broken.kind === 'neighbor' ? relatedOf(broken) : [];
  return {
    code: constraintViolated.code,
    severity,
    message: messageOf(violation, context),
    span: placeOf(violation, context),
    origin,
    data: { constraint: id },
    ...(related.length > 0 && { related }),
  };
}

/** The team's words in both languages, and what is wrong. */
function messageOf({ constraint, broken }: Violation, context: LibraryRuleContext): Message {
  const { zh, en } = constraint.message;
  if (broken.kind === 'local') {
    const name = broken.broken.path.filter((part) => part !== 'fields' && part !== 'facets').join('/');
    if (broken.broken.isMissing || broken.value === '') {
      return { key: 'constraint-violated.missing', args: { zh, en, name } };
    }
    return { key: 'constraint-violated.local', args: { zh, en, name, value: broken.value } };
  }
  const relation = (locale: Locale): string => relationName(broken, context, locale);
  const names = { zh, en, relationZh: relation('zh'), relationEn: relation('en') };
  if (broken.kind === 'neighbor') {
    return { key: 'constraint-violated.neighbor', args: { ...names, title: nameOfNode(broken.neighbor.node) } };
  }
  const { count, bound } = broken;
  return { key: `constraint-violated.${broken.kind}`, args: { ...names, count, bound } };
}

function relationName(
  { relation, isBack }: Exclude<Break, { kind: 'local' }>,
  { configuration }: LibraryRuleContext,
  locale: Locale,
): string {
  const type = relationTypesOf(configuration).find(({ name }) => name === relation);
  if (type !== undefined) return isBack ? inverseLabelOf(type, locale) : labelOf(type, locale);
  const key = relation === linkRelation ? (isBack ? 'relation.linked-from' : 'relation.links') : undefined;
  return renderMessage({ key: key ?? (relation === 'document' ? 'relation.document' : 'relation.depends-on') }, locale);
}

function placeOf({ node, broken }: Violation, { facts }: LibraryRuleContext): Span {
  if (node.of === 'gap') return node.gap.span;
  if (node.of === 'item') return node.item.span;
  if (broken.kind === 'neighbor' && broken.neighbor.span) return broken.neighbor.span;
  if (broken.kind === 'many' && broken.span) return broken.span;
  if (broken.kind === 'local' && broken.broken.path[0] === 'fields') {
    const [, name = ''] = broken.broken.path;
    const field = facts.fields.find(({ key, normalKey }) => key === name || normalKey === name);
    if (field !== undefined) return field.valueSpan;
  }
  return titleSpanOf(facts);
}

function relatedOf({ neighbor: { node } }: Extract<Break, { kind: 'neighbor' }>): readonly RelatedSpan[] {
  const message: Message = { key: 'constraint-violated.here' };
  switch (node.of) {
    case 'document':
      return [{ message, path: node.facts.path, span: titleSpanOf(node.facts) }];
    case 'gap':
      return [{ message, path: node.plan.path, span: node.gap.span }];
    case 'item':
      return [{ message, path: node.plan.path, span: node.item.span }];
  }
}
