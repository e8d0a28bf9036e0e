// The short document that stays where an archived one stood: written here, and known again by its mark. It is no document
// of any kind and gets no findings.
import type { Locale } from '../messages/catalog.ts';
import { renderMessage } from '../messages/render.ts';
import type { DocumentModel, MetadataDialect } from '../model/documentModel.ts';

export interface Tombstone {
  /** Where the document is now, relative to the library root. */
  readonly to: string;
  /** What takes its place, relative to the library root. */
  readonly successor?: string;
}

/** The mark stands near the top; what people write below it changes nothing. */
const MOST_COMMENTS = 5;
const LONGEST = 2_000;
const mark = /^\s*casewright\s*[:：]\s*archived\s*:\s*(\S(?:.*\S)?)\s*$/i;
const successorMark = /^\s*casewright\s*[:：]\s*successor\s*:\s*(\S(?:.*\S)?)\s*$/i;

/** Undefined for any other document. */
export function tombstoneIn({ comments }: Pick<DocumentModel, 'comments'>): Tombstone | undefined {
  const texts = comments.slice(0, MOST_COMMENTS).flatMap(({ text }) => (text.length > LONGEST ? [] : [text]));
  const find = (form: RegExp): string | undefined =>
    texts.map((text) => form.exec(text)?.[1]).find((path) => path !== undefined);
  const to = find(mark);
  if (to === undefined) return undefined;
  const successor = find(successorMark);
  return { to: unmarked(to), ...(successor !== undefined && { successor: unmarked(successor) }) };
}

/** `-->` would end the comment. */
function marked(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('>', '%3E');
}

function unmarked(path: string): string {
  return path.replaceAll(/%3E/gi, '>').replaceAll('%25', '%');
}

export interface TombstoneWords {
  readonly title: string;
  /** Whole addresses, relative to where the tombstone stands, written as Markdown wants them. */
  readonly address: string;
  readonly successorAddress?: string;
  readonly successorTitle?: string;
  readonly status: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly by: string;
  readonly reason?: string;
  readonly dialect: MetadataDialect | undefined;
  readonly language: Locale;
  readonly lineEnding: string;
}

/** In the dialect of the document that stood there. */
export function tombstoneText({ to, successor }: Tombstone, words: TombstoneWords): string {
  const { language, lineEnding, dialect } = words;
  const say = (key: TombstoneKey): string => renderMessage({ key: `tombstone.${key}` }, language);
  const fields: (readonly [TombstoneKey, string])[] = [
    ['status', words.status],
    ['date', words.date],
    ['by', words.by],
    ...(words.reason === undefined ? [] : [['reason', oneLine(words.reason)] as const]),
  ];
  const title = renderMessage({ key: 'tombstone.title', args: { title: words.title } }, language);
  const link = `[${escaped(words.title)}](${words.address})`;
  const body = [
    `${say('moved')}${link}`,
    ...(words.successorAddress === undefined
      ? []
      : ['', `${say('successor')}[${escaped(words.successorTitle ?? '')}](${words.successorAddress})`]),
  ];
  const pairs = fields.map(([key, value]) => [say(key), value] as const);
  const marks = [
    `<!-- casewright: archived: ${marked(to)} -->`,
    ...(successor === undefined ? [] : [`<!-- casewright: successor: ${marked(successor)} -->`]),
  ];
  const head = header(dialect, pairs);
  const lines = head.isBefore
    ? [...head.lines, '', ...marks, '', `# ${title}`, '', ...body]
    : [...marks, '', `# ${title}`, '', ...head.lines, '', ...body];
  return lines.map((line) => line + lineEnding).join('');
}

type TombstoneKey = 'status' | 'date' | 'by' | 'reason' | 'moved' | 'successor';
type Pair = readonly [key: string, value: string];

function header(
  dialect: MetadataDialect | undefined,
  pairs: readonly Pair[],
): { readonly isBefore: boolean; readonly lines: readonly string[] } {
  switch (dialect) {
    case 'yaml':
      return {
        isBefore: true,
        lines: ['---', ...pairs.map(([key, value]) => `${key}: ${JSON.stringify(value)}`), '---'],
      };
    case 'bold-lines':
      return { isBefore: false, lines: broken(pairs.map(([key, value]) => `**${key}**: ${value}`)) };
    case 'plain-lines':
      return { isBefore: false, lines: broken(pairs.map(([key, value]) => `${key}: ${value}`)) };
    case 'list':
    case 'section':
      return { isBefore: false, lines: pairs.map(([key, value]) => `- ${key}: ${value}`) };
    case 'quote-list':
      return { isBefore: false, lines: pairs.map(([key, value]) => `> - **${key}**: ${value}`) };
    case 'table': {
      const rows = pairs.map(([key, value]) => `| ${key} | ${value.replaceAll('|', '\\|')} |`);
      const [first = '', ...others] = rows;
      return { isBefore: false, lines: [first, '|---|---|', ...others] };
    }
    default:
      return { isBefore: false, lines: broken(pairs.map(([key, value]) => `> **${key}**: ${value}`)) };
  }
}

/** Lines of one paragraph, each on its own. */
function broken(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => (index < lines.length - 1 ? `${line}  ` : line));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function escaped(text: string): string {
  return text.replace(/[[\]\\]/g, '\\$&');
}
