// Where the points of the graph stand: forces between them, a fixed number of steps, the same picture for the same graph.

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Work that a page may do before it draws: pairs of points looked at. */
const MOST_PAIRS = 25_000_000;
const MOST_STEPS = 250;
/** Space for one point with its label. */
const AREA = 22_000;

interface Body {
  x: number;
  y: number;
  dx: number;
  dy: number;
}

/** Points inside `width` × `height`, which grow with their number. */
export function layout(
  count: number,
  edges: readonly (readonly [from: number, to: number])[],
): { readonly points: readonly Point[]; readonly width: number; readonly height: number } {
  const size = Math.max(360, Math.sqrt(count * AREA));
  const ideal = Math.sqrt((size * size) / Math.max(1, count));
  const bodies = Array.from({ length: count }, (_, index): Body => {
    // The golden angle spreads points evenly, without chance.
    const angle = index * 2.399963;
    const radius = (size / 2) * Math.sqrt((index + 0.5) / Math.max(1, count));
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle), dx: 0, dy: 0 };
  });
  const steps = Math.min(MOST_STEPS, Math.floor(MOST_PAIRS / Math.max(1, (count * count) / 2)));
  for (let step = 0; step < steps; step++) {
    repel(bodies, ideal);
    attract(bodies, edges, ideal);
    move(bodies, (size / 8) * (1 - step / steps));
  }
  return fitted(bodies);
}

function repel(bodies: readonly Body[], ideal: number): void {
  bodies.forEach((one, index) => {
    for (let next = index + 1; next < bodies.length; next++) {
      const other = bodies[next];
      if (other === undefined) break;
      const dx = one.x - other.x || 0.01;
      const dy = one.y - other.y || 0.01;
      const force = (ideal * ideal) / (dx * dx + dy * dy);
      one.dx += dx * force;
      one.dy += dy * force;
      other.dx -= dx * force;
      other.dy -= dy * force;
    }
  });
}

function attract(bodies: readonly Body[], edges: readonly (readonly [number, number])[], ideal: number): void {
  for (const [from, to] of edges) {
    const one = bodies[from];
    const other = bodies[to];
    if (one === undefined || other === undefined || one === other) continue;
    const dx = one.x - other.x;
    const dy = one.y - other.y;
    const force = Math.hypot(dx, dy) / ideal;
    one.dx -= dx * force;
    one.dy -= dy * force;
    other.dx += dx * force;
    other.dy += dy * force;
  }
}

/** A light pull to the middle keeps what is not connected in sight. */
function move(bodies: readonly Body[], most: number): void {
  for (const body of bodies) {
    const dx = body.dx - body.x * 0.06;
    const dy = body.dy - body.y * 0.06;
    const length = Math.max(1, Math.hypot(dx, dy));
    const step = Math.min(length, most) / length;
    body.x += dx * step;
    body.y += dy * step;
    body.dx = 0;
    body.dy = 0;
  }
}

const MARGIN = 70;

function fitted(bodies: readonly Body[]): ReturnType<typeof layout> {
  const left = Math.min(0, ...bodies.map(({ x }) => x)) - MARGIN;
  const top = Math.min(0, ...bodies.map(({ y }) => y)) - MARGIN / 2;
  const points = bodies.map(({ x, y }) => ({ x: x - left, y: y - top }));
  const width = Math.max(0, ...points.map(({ x }) => x)) + MARGIN * 2;
  const height = Math.max(0, ...points.map(({ y }) => y)) + MARGIN;
  return { points, width, height };
}
