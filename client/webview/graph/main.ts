// The graph's page: takes what the extension sends, draws it, and says what was chosen.
import type { GraphChoice, GraphData, GraphMessage, GraphRequest } from '../../src/graph/graphMessages.ts';
import { button, byId, element, table } from '../shared/dom.ts';
import { drawing, drawingAsFile, type Drawing } from './drawing.ts';

interface HostApi {
  postMessage(message: GraphRequest): void;
}

declare function acquireVsCodeApi(): HostApi;

const api = acquireVsCodeApi();
const root = byId('graph', HTMLElement);
const DEPTHS = [1, 2, 3];
const ZOOM = 1.3;
let zoom = 1;

window.addEventListener('message', (event: MessageEvent<GraphMessage>) => {
  show(event.data.data);
});
api.postMessage({ type: 'ready' });

function show(data: GraphData): void {
  const { graph, texts } = data;
  const focused = document.activeElement?.id ?? '';
  const drawn = drawing(data, (node) => {
    api.postMessage({ type: 'open', node });
  });
  const counts = texts.counts.replace('{0}', String(graph.nodes.length)).replace('{1}', String(graph.edges.length));
  const picture = element('div', { class: 'picture' }, [drawn.element]);
  resize(drawn);
  root.replaceChildren(
    element('h1', {}, [graph.title === '' ? texts.title : graph.title]),
    controls(data),
    element('p', { class: 'note', role: 'status' }, [graph.note === undefined ? counts : `${counts} · ${graph.note}`]),
    element('p', { class: 'note' }, [texts.help]),
    toolbar(data, drawn),
    picture,
    relationTable(data),
  );
  root.removeAttribute('aria-busy');
  document.getElementById(focused)?.focus();
}

function resize({ element: picture, width, height }: Drawing): void {
  picture.setAttribute('width', (width * zoom).toFixed(0));
  picture.setAttribute('height', (height * zoom).toFixed(0));
}

// ---- what is shown

function controls({ graph, choice, hasDocument, texts }: GraphData): HTMLElement {
  const choose = (change: Partial<Record<keyof GraphChoice, GraphChoice[keyof GraphChoice]>>): void => {
    const entries: readonly (readonly [string, unknown])[] = Object.entries({ ...choice, ...change });
    const next = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
    api.postMessage({ type: 'choose', choice: next });
  };
  const steps = DEPTHS.map((depth) => [String(depth), texts.around.replace('{0}', String(depth))] as const);
  const scopes = [['', texts.whole] as const, ...(hasDocument ? steps : [])];
  const all = ['', texts.all] as const;
  const facets = graph.facets.flatMap(({ name, label, values }) =>
    values.map((value) => [JSON.stringify({ name, value }), `${label}: ${value}`] as const),
  );
  return element('div', { class: 'toolbar' }, [
    select({ id: 'scope', label: texts.scope, options: scopes, value: String(choice.depth ?? '') }, (value) => {
      choose({ depth: value === '' ? undefined : Number(value) });
    }),
    select(
      {
        id: 'type',
        label: texts.type,
        options: [all, ...graph.types.map(({ name, label }) => [name, label] as const)],
        value: choice.type ?? '',
      },
      (value) => {
        choose({ type: value === '' ? undefined : value });
      },
    ),
    select(
      {
        id: 'kind',
        label: texts.kind,
        options: [all, ...graph.kinds.map((kind) => [kind, kind] as const)],
        value: choice.kind ?? '',
      },
      (value) => {
        choose({ kind: value === '' ? undefined : value });
      },
    ),
    select(
      {
        id: 'facet',
        label: texts.facet,
        options: [all, ...facets],
        value: choice.facet === undefined ? '' : JSON.stringify(choice.facet),
      },
      (value) => {
        choose({ facet: value === '' ? undefined : (JSON.parse(value) as GraphChoice['facet']) }); // one of the values above
      },
    ),
  ]);
}

interface Selection {
  readonly id: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly value: string;
}

function select({ id, label, options, value }: Selection, choose: (value: string) => void): HTMLElement {
  const list = element(
    'select',
    { id },
    options.map(([name, text]) =>
      element('option', { value: name, selected: name === value ? '' : undefined }, [text]),
    ),
  );
  list.addEventListener('change', () => {
    choose(list.value);
  });
  return element('label', {}, [`${label} `, list]);
}

// ---- what can be done with it

function toolbar({ graph, texts }: GraphData, drawn: Drawing): HTMLElement {
  const zoomBy = (factor: number) => (): void => {
    zoom = Math.max(0.2, Math.min(4, zoom * factor));
    resize(drawn);
  };
  const save = (format: 'svg' | 'mermaid' | 'dot', content: () => string) => (): void => {
    api.postMessage({ type: 'save', format, content: content() });
  };
  return element('div', { class: 'toolbar', role: 'toolbar', 'aria-label': texts.export }, [
    button('+', zoomBy(ZOOM), { id: 'zoomIn', 'aria-label': texts.zoomIn, title: texts.zoomIn }),
    button('−', zoomBy(1 / ZOOM), { id: 'zoomOut', 'aria-label': texts.zoomOut, title: texts.zoomOut }),
    button(
      texts.saveSvg,
      save('svg', () => drawingAsFile(drawn)),
    ),
    button(
      texts.saveMermaid,
      save('mermaid', () => graph.mermaid),
    ),
    button(
      texts.saveDot,
      save('dot', () => graph.dot),
    ),
  ]);
}

/** The same as text, for screen readers and for reading on. */
function relationTable({ graph, texts }: GraphData): HTMLElement {
  const opener = (position: number): HTMLElement =>
    button(
      graph.nodes[position]?.label ?? '',
      () => {
        api.postMessage({ type: 'open', node: position });
      },
      { class: 'link' },
    );
  const rows = graph.edges.map(({ from, to, label, reason }) => [opener(from), label, opener(to), reason]);
  return element('details', {}, [
    element('summary', {}, [texts.table]),
    element('div', { class: 'table' }, [
      table(texts.table, [texts.from, texts.relation, texts.to, texts.reason], rows),
    ]),
  ]);
}
