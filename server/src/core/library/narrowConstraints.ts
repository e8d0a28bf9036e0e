// `constraints` of the configuration. A constraint of which any part can not be used is left out as a whole, with a finding:
// half a constraint would report clean what nobody checked.
import { getNodeValue, type Node } from 'jsonc-parser';
import type { Constraint, ConstraintSchema, Demand, NetworkDemand, Subject } from '../constraints/constraint.ts';
import { completed, faultOf } from '../constraints/constraintSchema.ts';
import { itemRelations, linkRelation } from '../constraints/neighbors.ts';
import type { Message, Severity } from '../finding.ts';
import type { Locale } from '../messages/catalog.ts';
import { limits } from '../limits.ts';
import { renderMessage } from '../messages/render.ts';
import type { OwnText, RelationType } from '../relations/relation.ts';
import type { JsonSchema } from '../schema/derivedSchema.ts';
import type { Kind } from './configuration.ts';
import { nearest, shown, spanOf, type JsonNarrowing } from './jsonNarrowing.ts';
import { narrowSelect } from './narrowConstraintSelect.ts';
import { ownTextOf } from './narrowRelations.ts';

const constraintKeys = ['id', 'message', 'severity', 'select', 'local', 'network', 'networkBack'] as const;
const networkKeys = ['items', 'contains', 'minContains', 'maxContains'] as const;
const demandKeys = ['local', 'network', 'networkBack'] as const;
const severities = ['error', 'warning', 'information', 'hint'] as const;
const MOST_CONSTRAINTS = 200;
const MOST_RELATIONS = 20;
/** Neighbors of neighbors of neighbors of neighbors. */
const MOST_NESTING = 4;
const MOST_COUNT = 100_000;

export interface ConstraintNarrowing {
  readonly json: JsonNarrowing;
  readonly kinds: readonly Kind[];
  readonly types: readonly RelationType[];
  readonly text: string;
  readonly path: string;
}

export function narrowConstraints(node: Node, ground: ConstraintNarrowing): readonly Constraint[] {
  const { json } = ground;
  if (node.type !== 'array') {
    json.invalid(node, 'constraints', { key: 'config-value-invalid.list' });
    return [];
  }
  const reader = new ConstraintReader(ground);
  const constraints = (node.children ?? []).slice(0, MOST_CONSTRAINTS).flatMap((item) => reader.constraint(item) ?? []);
  return constraints;
}

class ConstraintReader {
  readonly #ground: ConstraintNarrowing;
  readonly #json: JsonNarrowing;
  readonly #ids = new Set<string>();

  constructor(ground: ConstraintNarrowing) {
    this.#ground = ground;
    this.#json = ground.json;
  }

  constraint(node: Node): Constraint | undefined {
    const before = this.#json.findings.length;
    const values = this.#known(node, 'constraints', constraintKeys);
    const idNode = values.get('id');
    const id = this.#id(node, idNode);
    const select = narrowSelect(values.get('select'), this.#ground);
    const severityNode = values.get('severity');
    const severity = severityNode && this.#json.choice<Severity>(severityNode, 'severity', severities);
    const message = ownTextOf(values.get('message'), 'message', this.#json);
    const demand = this.#demand(values, select?.of ?? 'document', 1);
    const isEmpty = ['local', 'network', 'networkBack'].every((key) => !values.has(key));
    if (isEmpty && node.type === 'object') this.#refuse(node, { key: 'config-constraint.empty' });
    // Where no more findings are kept, nobody could say what is wrong with this one.
    const isClean = this.#json.findings.length === before && before < limits.findingsPerDocument;
    if (!isClean || id === undefined || select === undefined) return undefined;
    const { text, path } = this.#ground;
    return {
      ...demand,
      id,
      select,
      severity: severity ?? 'warning',
      message: message ?? defaultMessage(id),
      origin: { path, line: lineOf(node.offset, text) },
      span: spanOf(idNode ?? node),
      json: getNodeValue(node) as JsonSchema, // an object: its properties were read
    };
  }

  #id(node: Node, idNode: Node | undefined): string | undefined {
    if (idNode === undefined) {
      if (node.type === 'object') this.#refuse(node, { key: 'config-constraint.id' });
      return undefined;
    }
    const id = this.#json.string(idNode, 'id');
    if (id === undefined) return undefined;
    if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,80}$/u.test(id)) this.#refuse(idNode, { key: 'config-constraint.id' });
    if (this.#ids.has(id)) this.#refuse(idNode, { key: 'config-constraint.id-again', args: { id: shown(id) } });
    this.#ids.add(id);
    return id;
  }

  #demand(values: ReadonlyMap<string, Node>, subject: Subject, depth: number): Demand {
    const local = this.#schema(values.get('local'), subject);
    return {
      ...(local && { local }),
      network: this.#networks(values.get('network'), subject, { isBack: false, depth }),
      networkBack: this.#networks(values.get('networkBack'), subject, { isBack: true, depth }),
    };
  }

  #schema(node: Node | undefined, subject: Subject): ConstraintSchema | undefined {
    if (node === undefined) return undefined;
    const json: unknown = getNodeValue(node);
    const fault = faultOf(json, subject);
    if (fault === undefined) return completed(json as JsonSchema, subject); // checked: an object of known keywords
    const { kind, word, near } = fault;
    const close = nearest(word, near) ?? '';
    const suffix = close === '' ? '' : '.near';
    const key = kind === 'keyword' || kind === 'member' ? (`config-constraint.${kind}${suffix}` as const) : undefined;
    this.#refuse(node, {
      key: key ?? `config-constraint.${kind as 'argument' | 'size' | 'pattern'}`,
      args: { word: shown(word), near: close },
    });
    return undefined;
  }

  #networks(
    node: Node | undefined,
    subject: Subject,
    { isBack, depth }: { readonly isBack: boolean; readonly depth: number },
  ): readonly NetworkDemand[] {
    if (node === undefined) return [];
    if (depth > MOST_NESTING) {
      this.#refuse(node, { key: 'config-constraint.deep', args: { max: MOST_NESTING } });
      return [];
    }
    const properties = this.#json.properties(node, isBack ? 'networkBack' : 'network').slice(0, MOST_RELATIONS);
    return properties.map(({ key: relation, keySpan, value }) => {
      const known = this.#relations(subject, isBack);
      if (!known.includes(relation)) {
        const near = nearest(relation, known);
        const args = { relation: shown(relation), near: near ?? '', known: known.join(', ') };
        const key = near === undefined ? 'config-constraint.relation' : 'config-constraint.relation.near';
        this.#json.report('config-constraint', keySpan, { key, args });
      }
      const other = neighborSubject(subject, relation, isBack);
      const values = this.#known(value, relation, networkKeys);
      const items = this.#nested(values.get('items'), other, depth);
      const contains = this.#nested(values.get('contains'), other, depth);
      const minContains = this.#count(values.get('minContains'), 'minContains');
      const maxContains = this.#count(values.get('maxContains'), 'maxContains');
      if (values.size === 0 && value.type === 'object') this.#refuse(value, { key: 'config-constraint.network-empty' });
      return {
        relation,
        ...(items && { items }),
        ...(contains && { contains }),
        ...(minContains !== undefined && { minContains }),
        ...(maxContains !== undefined && { maxContains }),
      };
    });
  }

  #nested(node: Node | undefined, subject: Subject, depth: number): Demand | undefined {
    if (node === undefined) return undefined;
    return this.#demand(this.#known(node, 'items', demandKeys), subject, depth + 1);
  }

  #count(node: Node | undefined, name: string): number | undefined {
    return node && this.#json.integer(node, name, { min: 0, max: MOST_COUNT });
  }

  /** Names that lead anywhere from a subject. */
  #relations(subject: Subject, isBack: boolean): readonly string[] {
    const types = this.#ground.types.map(({ name }) => name);
    if (subject === 'document')
      return [linkRelation, ...(isBack ? types.filter((name) => name !== 'covers-gap') : types)];
    if (subject === 'gap') return isBack ? ['covers-gap'] : [];
    return isBack ? ['depends-on'] : itemRelations;
  }

  #known(node: Node, name: string, keys: readonly string[]): ReadonlyMap<string, Node> {
    const values = new Map<string, Node>();
    for (const property of this.#json.properties(node, name)) {
      if (keys.includes(property.key)) values.set(property.key, property.value);
      else this.#json.unknownKey(property, keys);
    }
    return values;
  }

  #refuse(node: Node, message: Message): void {
    this.#json.report('config-constraint', spanOf(node), message);
  }
}

/** What a relation of a subject leads to. */
function neighborSubject(subject: Subject, relation: string, isBack: boolean): Subject {
  if (subject === 'item' && relation === 'depends-on') return 'item';
  return subject === 'document' && relation === 'covers-gap' && !isBack ? 'gap' : 'document';
}

function defaultMessage(id: string): OwnText {
  const text = (locale: Locale): string => renderMessage({ key: 'constraint.default', args: { id } }, locale);
  return { zh: text('zh'), en: text('en') };
}

function lineOf(offset: number, text: string): number {
  let line = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
