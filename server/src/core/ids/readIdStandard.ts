// A team's id standard, a Markdown document, to schemes: tables of prefixes and of ranges, forms such as PGXX-FEATURE-XXX,
// the rule for numbers, and tables that allot ids to files. What it does not say stays open; never throws.
import type { Origin } from '../finding.ts';
import type { MarkdownParser } from '../markdown/markdownParser.ts';
import { buildModel } from '../model/buildModel.ts';
import type { DocumentModel, Table, TableCell } from '../model/documentModel.ts';
import { faultOfPattern } from './idForm.ts';
import type { IdAllocation, IdScheme, RetiredId } from './idScheme.ts';
import { isIdLike } from './idTokens.ts';

export interface IdStandard {
  readonly schemes: readonly IdScheme[];
  readonly allocations: readonly IdAllocation[];
  /** Ids that its tables call withdrawn. */
  readonly retired: readonly RetiredId[];
}

const columns = {
  prefix: /前缀|prefix/i,
  name: /文档类型|类型|类别|type|kind/i,
  example: /示例|格式|样例|example|format|pattern/i,
  folder: /位置|目录|文件夹|路径|folder|location|directory/i,
  range: /范围|区间|range/i,
  id: /^(?:文档)?编号$|^(?:document ?)?id$/i,
  file: /文件|^文档$|路径|file|path|^document$/i,
  status: /状态|备注|status|note/i,
};
const withdrawn = /废弃|废止|作废|停用|回收|已删除|注销|retired|withdrawn|obsolete|deprecated|deleted/i;
/** `CAP-ARG-001`, `MVCC-001`, `TOOLS-XXX-999`, `PGXX-FEATURE-XXX`. */
const form = /[A-Z][A-Z0-9]{0,30}(?:-[A-Z0-9]{1,30}){0,8}-(?:\d{1,8}|X{2,8}|N{2,8})(?![\w-])/g;

export function readIdStandard(path: string, text: string, parser: MarkdownParser): IdStandard {
  const model = buildModel(text, parser);
  const reader = new StandardReader(path, model);
  return { schemes: reader.schemes(), allocations: reader.allocations(), retired: reader.retired() };
}

/** One row by the columns that its table has. */
type Row = Readonly<Partial<Record<keyof typeof columns, TableCell>>>;

class StandardReader {
  readonly #path: string;
  readonly #model: DocumentModel;
  readonly #rows: readonly Row[];

  constructor(path: string, model: DocumentModel) {
    this.#path = path;
    this.#model = model;
    this.#rows = model.blocks.tables.flatMap(rowsOf);
  }

  schemes(): readonly IdScheme[] {
    const number = this.#numberRule();
    const first = new Map(this.#rows.toReversed().map((row) => [plain(row.prefix), row]));
    const rows = this.#rows.filter((row) => row.prefix !== undefined && first.get(plain(row.prefix)) === row);
    const prefixes = rows.map(({ prefix }) => plain(prefix));
    const ranges = this.#ranges(prefixes);
    const forms = this.#forms(prefixes);
    return rows.flatMap((row) => {
      const prefix = plain(row.prefix);
      const range = ranges.get(prefix);
      const shown = forms.get(prefix) ?? range?.from ?? plain(row.example);
      const pattern = patternOf(prefix, shown, number.width);
      if (pattern === undefined || faultOfPattern(pattern) !== undefined) return [];
      const name = plain(row.name);
      const folder = folderOf(plain(row.folder));
      return [
        {
          pattern,
          folders: folder === '' ? [] : [folder],
          origin: this.#origin(row.prefix),
          ...(name !== '' && { name }),
          ...(range ? { range: range.range } : number.range && { range: number.range }),
        },
      ];
    });
  }

  /** `SCENARIO-XXX-001 ~ SCENARIO-XXX-999`: by the prefix that the row names, or the longest that the ids begin with. */
  #ranges(prefixes: readonly string[]): ReadonlyMap<string, { from: string; range: NonNullable<IdScheme['range']> }> {
    const found = new Map<string, { from: string; range: NonNullable<IdScheme['range']> }>();
    for (const { range, name, prefix } of this.#rows) {
      if (range === undefined) continue;
      const [from, to] = range.text.match(form) ?? [];
      const bounds = [from, to].map((id) => Number(/\d+$/.exec(id ?? '')?.[0] ?? NaN));
      const [low = NaN, high = NaN] = bounds;
      if (from === undefined || !(low <= high)) continue;
      const stated = [plain(prefix), plain(name)].find((word) => prefixes.includes(word));
      const owner = stated ?? prefixOf(from, prefixes);
      if (owner !== undefined) found.set(owner, { from, range: { from: low, to: high, origin: this.#origin(range) } });
    }
    return found;
  }

  /** Forms with X that begin with a prefix and more letters than its own: `PGXX-FEATURE-XXX` is for PG. */
  #forms(prefixes: readonly string[]): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    const { source } = this.#model;
    for (const [shown] of source.text.matchAll(form)) {
      const [first = ''] = shown.split('-');
      const bare = first.replace(/X{2,}$/, '');
      if (bare !== first && prefixes.includes(bare) && !found.has(bare)) found.set(bare, shown);
    }
    return found;
  }

  /** `XXX：序号（三位数字，001-999）` */
  #numberRule(): { readonly width: number; readonly range?: NonNullable<IdScheme['range']> } {
    for (const { items } of this.#model.blocks.lists) {
      for (const item of items) {
        if (!/序号|数字|number|digits?/i.test(item.text)) continue;
        const [, from = '', to = ''] =
          /(?<![\d-])(0\d{1,6})\s{0,3}[-~～–—至到]\s{0,3}(\d{2,7})(?![\d-])/.exec(item.text) ?? [];
        if (from === '' || Number(from) > Number(to)) continue;
        const origin = this.#lineOrigin(this.#lineOf(item.span.start, from));
        return { width: from.length, range: { from: Number(from), to: Number(to), origin } };
      }
    }
    return { width: 3 };
  }

  allocations(): readonly IdAllocation[] {
    const found = this.#rows.flatMap(({ id, file, status }): readonly IdAllocation[] => {
      if (id === undefined || file === undefined || !isIdLike(plain(id)) || plain(file) === '') return [];
      if (withdrawn.test(status?.text ?? '')) return [];
      return [{ id: plain(id), file: plain(file), origin: this.#origin(id) }];
    });
    const known = new Set<string>();
    return found.filter(({ id }) => !known.has(id) && known.add(id));
  }

  retired(): readonly RetiredId[] {
    return this.#rows.flatMap(({ id, status }) =>
      id !== undefined && isIdLike(plain(id)) && withdrawn.test(status?.text ?? '')
        ? [{ id: plain(id), origin: this.#origin(id) }]
        : [],
    );
  }

  /** The line of an item's text that holds a word; lists nest. */
  #lineOf(start: number, word: string): number {
    const { source } = this.#model;
    return source.lineAt(Math.max(start, source.text.indexOf(word, start)));
  }

  #origin(cell: TableCell | undefined): Origin {
    return this.#lineOrigin(this.#model.source.lineAt(cell?.span.start ?? 0));
  }

  #lineOrigin(line: number): Origin {
    return { path: this.#path, line };
  }
}

/** A column has the first meaning that its heading allows and no other column has yet. */
function rowsOf({ header, rows }: Table): readonly Row[] {
  const meanings = new Map<number, keyof typeof columns>();
  const taken = new Set<string>();
  header.forEach(({ text }, index) => {
    const meaning = keysOf(columns).find((key) => !taken.has(key) && columns[key].test(text.trim()));
    if (meaning === undefined) return;
    taken.add(meaning);
    meanings.set(index, meaning);
  });
  return rows.map((cells) =>
    Object.fromEntries(
      cells.flatMap((cell, index) => {
        const meaning = meanings.get(index);
        return meaning === undefined ? [] : [[meaning, cell] as const];
      }),
    ),
  );
}

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): readonly Key[] {
  // The keys of a literal are those of its type.
  return Object.keys(record) as Key[];
}

function plain(cell: TableCell | undefined): string {
  return (cell?.text ?? '').replace(/[*`]/g, '').trim();
}

function folderOf(text: string): string {
  return text.replace(/^\.?\//, '').replace(/\/+$/, '');
}

/** The longest prefix that an id or form begins with. */
function prefixOf(id: string, prefixes: readonly string[]): string | undefined {
  const fitting = prefixes.filter((prefix) => id.startsWith(`${prefix}-`));
  return fitting.toSorted((a, b) => b.length - a.length)[0];
}

/** `TOOLS-RUST-TESTING-001` of TOOLS has categories, `CAP-ARG-001` of CAP-ARG none; an X stands for a digit or a word. */
function patternOf(prefix: string, shown: string, width: number): string | undefined {
  if (!/^[\p{L}][\p{L}\p{N}-]{0,40}$/u.test(prefix)) return undefined;
  const number = `{${'N'.repeat(Math.min(8, /(?:\d+|X+|N+)$/.exec(shown)?.[0].length ?? width))}}`;
  if (!shown.startsWith(prefix)) return `${prefix}[-{CATEGORY}]-${number}`;
  const [head = '', ...rest] = shown.slice(prefix.length).split('-');
  const digits = head.replace(/[X\d]/g, 'N');
  const middle = rest.slice(0, -1);
  const isForm = /X{2,}/.test(shown);
  // An example shows one category of many; a form says how many there must be, and what is always the same.
  const parts = isForm
    ? middle.map((part) => (/^X{2,}$/.test(part) ? '{CATEGORY}' : part))
    : middle.slice(0, 1).map(() => '{CATEGORY}');
  return [`${prefix}${digits === '' ? '' : `{${digits}}`}`, ...parts, number].join('-');
}
