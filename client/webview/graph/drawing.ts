// The graph as an SVG element: points that can be focused and opened, arrows that say why. Texts are always text nodes.
import type { GraphData } from '../../src/graph/graphMessages.ts';
import { layout, type Point } from './layout.ts';

const NAMESPACE = 'http://www.w3.org/2000/svg';
const RADIUS = 9;
const LONGEST_LABEL = 18;

type Attributes = Readonly<Record<string, string | number>>;

function svg(name: string, attributes: Attributes, children: readonly (Node | string)[] = []): SVGElement {
  const result = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) result.setAttribute(key, String(value));
  result.append(...children);
  return result;
}

export interface Drawing {
  readonly element: SVGElement;
  readonly width: number;
  readonly height: number;
}

export function drawing({ graph, texts }: GraphData, open: (node: number) => void): Drawing {
  const { nodes, edges } = graph;
  const { points, width, height } = layout(
    nodes.length,
    edges.map(({ from, to }) => [from, to] as const),
  );
  const arrows = edges.map(({ from, to, type, reason }) => {
    const line = lineOf(points[from], points[to]);
    const attributes = { ...line, class: type === 'related' ? 'edge related' : 'edge', 'marker-end': 'url(#arrow)' };
    return svg('line', attributes, [svg('title', {}, [reason])]);
  });
  const marks = nodes.map((node, index) => {
    const { x, y } = points[index] ?? { x: 0, y: 0 };
    const label = shortened(node.label);
    const mark = svg(
      'g',
      {
        class: `node ${kindClass(node.kind)}${node.isCenter ? ' center' : ''}`,
        transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
        tabindex: 0,
        role: node.uri === undefined ? 'img' : 'button',
        'aria-label': `${node.label}, ${node.detail}`,
      },
      [
        svg('title', {}, [`${node.label}\n${node.detail}`]),
        svg('circle', { r: node.isCenter ? RADIUS + 4 : RADIUS }),
        svg('text', { y: RADIUS + 15, 'text-anchor': 'middle' }, [label]),
      ],
    );
    mark.addEventListener('click', () => {
      open(index);
    });
    mark.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      open(index);
    });
    return mark;
  });
  const element = svg('svg', { viewBox: `0 0 ${width.toFixed(0)} ${height.toFixed(0)}`, role: 'group' }, [
    svg('title', {}, [texts.title]),
    svg('defs', {}, [
      svg(
        'marker',
        { id: 'arrow', viewBox: '0 0 8 8', refX: 8, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto' },
        [svg('path', { d: 'M0 0 L8 4 L0 8 z', class: 'tip' })],
      ),
    ]),
    ...arrows,
    ...marks,
  ]);
  return { element, width, height };
}

/** From border to border, so that the tip is seen. */
function lineOf(from: Point | undefined, to: Point | undefined): Attributes {
  const start = from ?? { x: 0, y: 0 };
  const end = to ?? start;
  const length = Math.max(1, Math.hypot(end.x - start.x, end.y - start.y));
  const shift = Math.min(RADIUS + 3, length / 2) / length;
  const dx = (end.x - start.x) * shift;
  const dy = (end.y - start.y) * shift;
  return {
    x1: (start.x + dx).toFixed(1),
    y1: (start.y + dy).toFixed(1),
    x2: (end.x - dx).toFixed(1),
    y2: (end.y - dy).toFixed(1),
  };
}

const known = ['case', 'topic', 'plan', 'gap', 'folder'];

function kindClass(kind: string): string {
  return known.includes(kind) ? kind : 'other';
}

function shortened(label: string): string {
  const units = Array.from(label);
  return units.length > LONGEST_LABEL ? `${units.slice(0, LONGEST_LABEL).join('')}…` : label;
}

const fileStyle = `svg{background:#fff;font:12px Segoe UI,system-ui,PingFang SC,Microsoft YaHei,Noto Sans CJK SC,sans-serif}
text{fill:#1f2328}.edge{stroke:#59636e}.related{stroke-dasharray:4 3}.tip{fill:#59636e}circle{fill:#6f7680;stroke:#fff}
.case circle{fill:#1a6fc4}.topic circle{fill:#388a34}.plan circle{fill:#b5651d}.gap circle{fill:#c72e2e}.folder circle{fill:#652d90}
.center circle{stroke:#1f2328;stroke-width:3}`;

/** The drawing as a file of its own, in colours for white paper. */
export function drawingAsFile({ element, width, height }: Drawing): string {
  const copy = element.cloneNode(true) as SVGElement; // a clone is of the same kind
  copy.setAttribute('xmlns', NAMESPACE);
  copy.setAttribute('width', width.toFixed(0));
  copy.setAttribute('height', height.toFixed(0));
  copy.prepend(svg('style', {}, [fileStyle]));
  return `${new XMLSerializer().serializeToString(copy)}\n`;
}
