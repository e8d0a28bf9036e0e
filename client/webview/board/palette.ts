// Colours of the charts: those of the editor's theme on screen, fixed light ones for files and paper.
import type { TrueState } from '../../../server/src/lsp/protocol.ts';
import { translucent } from './charts.ts';

export interface Palette {
  readonly background: string;
  readonly foreground: string;
  readonly muted: string;
  readonly line: string;
  readonly track: string;
  readonly surface: string;
  /** Lines of the grid: there, but never louder than what they measure. */
  readonly grid: string;
  readonly critical: string;
  readonly accent: string;
  readonly font: string;
  /** Outlines around every mark, where the theme asks for more contrast. */
  readonly outline: string | undefined;
  readonly states: Readonly<Record<TrueState, string>>;
}

type Hue = 'red' | 'orange' | 'yellow' | 'green' | 'blue' | 'purple' | 'grey';

const hues: Readonly<Record<TrueState, Hue>> = {
  missing: 'grey',
  scaffolded: 'blue',
  drafting: 'yellow',
  ready: 'green',
  approved: 'green',
  stale: 'orange',
  archived: 'grey',
  moved: 'purple',
  open: 'grey',
  'in-progress': 'blue',
  done: 'green',
  unknown: 'grey',
};

/** States in which nothing is there yet are drawn as an outline only. */
export function isHollow(state: TrueState): boolean {
  return state === 'missing' || state === 'open' || state === 'unknown';
}

function statesOf(hue: (name: Hue) => string): Palette['states'] {
  const entries = Object.entries(hues) as [TrueState, Hue][]; // keys of a record literal
  return Object.fromEntries(entries.map(([state, name]) => [state, hue(name)])) as Palette['states'];
}

const light: Readonly<Record<Hue, string>> = {
  red: '#c72e2e',
  orange: '#b5651d',
  yellow: '#bf8803',
  green: '#388a34',
  blue: '#1a6fc4',
  purple: '#652d90',
  grey: '#6f7680',
};

/** For SVG, PNG and print: readable on white paper, whatever the theme. */
export const paper: Palette = {
  background: '#ffffff',
  foreground: '#1f2328',
  muted: '#59636e',
  line: '#d1d9e0',
  track: '#eaeef2',
  surface: '#ffffff',
  grid: '#e4e8ec',
  critical: light.red,
  accent: light.blue,
  // Without quotation marks, because the chart library writes it into attributes as it is.
  font: 'Segoe UI, system-ui, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif',
  outline: undefined,
  states: statesOf((name) => light[name]),
};

/** The palette of the page's theme, from the variables that VS Code sets. */
export function themePalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const variable = (name: string, otherwise: string): string =>
    style.getPropertyValue(`--vscode-${name}`).trim() || otherwise;
  const contrast = variable('contrastBorder', '');
  const foreground = variable('foreground', paper.foreground);
  const grey = variable('descriptionForeground', paper.muted);
  const hue = (name: Hue): string => (name === 'grey' ? grey : variable(`charts-${name}`, light[name]));
  return {
    background: variable('editor-background', paper.background),
    foreground,
    muted: grey,
    line: contrast === '' ? variable('editorWidget-border', variable('panel-border', paper.line)) : contrast,
    track: translucent(foreground, 0.1),
    surface: variable('editorHoverWidget-background', variable('editorWidget-background', paper.surface)),
    grid: translucent(foreground, 0.13),
    critical: hue('red'),
    accent: variable('textLink-foreground', hue('blue')),
    font: variable('font-family', paper.font),
    outline: contrast === '' ? undefined : foreground,
    states: statesOf(hue),
  };
}
