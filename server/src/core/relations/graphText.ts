// A part of the graph as text for other tools: Mermaid, DOT, JSON. User text is quoted so that it can not become syntax.
import type { Locale } from '../messages/catalog.ts';
import { printable } from '../messages/render.ts';
import type { GraphEdge, GraphPart } from './graphView.ts';
import type { RelationType } from './relation.ts';
import { labelOf } from './relationWords.ts';

export const graphFormats = ['mermaid', 'dot', 'json'] as const;
export type GraphFormat = (typeof graphFormats)[number];

export interface GraphWords {
  readonly types: readonly RelationType[];
  readonly locale: Locale;
}

const LONGEST_LABEL = 60;

export function graphText(part: GraphPart, format: GraphFormat, words: GraphWords): string {
  switch (format) {
    case 'mermaid':
      return mermaid(part, words);
    case 'dot':
      return dot(part, words);
    case 'json':
      return json(part);
  }
}

function mermaid({ nodes, edges }: GraphPart, words: GraphWords): string {
  const names = new Map(nodes.map(({ id }, index) => [id, `n${String(index + 1)}`]));
  const lines = nodes.map(({ id, label, isCenter }) => {
    const text = mermaidText(shortened(label));
    return `  ${names.get(id) ?? ''}${isCenter === true ? `(["${text}"])` : `["${text}"]`}`;
  });
  const arrows = edges.map((edge) => {
    const label = mermaidText(edgeLabel(edge, words));
    const line = edge.type === 'related' ? '-.->' : '-->';
    return `  ${names.get(edge.from) ?? ''} ${line}|"${label}"| ${names.get(edge.to) ?? ''}`;
  });
  return ['graph LR', ...lines, ...arrows, ''].join('\n');
}

/** Mermaid reads `#quot;` and the like inside quotes, and HTML. */
function mermaidText(text: string): string {
  return text.replace(/[#"<>&`\\[\]{}|]/g, (unit) => `#${String(unit.charCodeAt(0))};`);
}

function dot({ nodes, edges }: GraphPart, words: GraphWords): string {
  const lines = nodes.map(({ id, label, kind, isCenter }) => {
    const shape = kind === 'gap' ? ', shape=note' : isCenter === true ? ', style=bold' : '';
    return `  ${quoted(id)} [label=${quoted(shortened(label))}${shape}];`;
  });
  const arrows = edges.map((edge) => {
    const style = edge.type === 'related' ? ', style=dashed' : '';
    return `  ${quoted(edge.from)} -> ${quoted(edge.to)} [label=${quoted(edgeLabel(edge, words))}${style}];`;
  });
  return ['digraph relations {', '  rankdir=LR;', '  node [shape=box];', ...lines, ...arrows, '}', ''].join('\n');
}

function quoted(text: string): string {
  return `"${printable(text).replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;
}

function json({ nodes, edges, total, isGrouped }: GraphPart): string {
  const plain = edges.map(({ from, to, type, count, edge }) => ({
    from,
    to,
    type,
    ...(count !== undefined && { count }),
    ...(edge && { via: edge.via, statedIn: edge.statedIn }),
  }));
  return `${JSON.stringify({ version: 1, total, isGrouped, nodes, edges: plain }, undefined, 2)}\n`;
}

function edgeLabel({ type: name, count }: GraphEdge, { types, locale }: GraphWords): string {
  const type = types.find((known) => known.name === name);
  const label = type === undefined ? name : labelOf(type, locale);
  return count === undefined || count === 1 ? label : `${label} ×${String(count)}`;
}

function shortened(label: string): string {
  const units = Array.from(printable(label));
  return units.length > LONGEST_LABEL ? `${units.slice(0, LONGEST_LABEL).join('')}…` : units.join('');
}
