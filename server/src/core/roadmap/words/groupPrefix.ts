// `libraries: 性能优化指南` names a group and an item in it. Sentences with a colon are left alone.

export interface GroupPrefix {
  readonly group?: string;
  readonly rest: string;
  /** Where `rest` begins in the text. */
  readonly restStart: number;
}

const PREFIX = /^([A-Za-z][\w./-]{1,30}(?: [A-Za-z][\w-]{1,20})?)[ \t]*[:：][ \t]*(?=\S)/;

export function splitGroup(text: string): GroupPrefix {
  const prefix = PREFIX.exec(text);
  const group = prefix?.[1];
  if (prefix === null || group === undefined || text.startsWith('//', prefix[0].length))
    return { rest: text, restStart: 0 };
  return { group, rest: text.slice(prefix[0].length), restStart: prefix[0].length };
}
