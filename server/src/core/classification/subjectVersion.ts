// The versions of the subject that metadata names: `PostgreSQL 17 & 18`, `Rust 版本: 1.90+`. The version of the document
// itself (v1.0) is none.

const KEY = /^(.*?)[\s_-]*(?:版本(?:覆盖|要求|范围)?|versions?)$/i;
const OWN = /^(?:文档|项目|报告|规范|标准|当前|分析|document|doc|report)$/i;
const LATIN = /^[A-Za-z][A-Za-z0-9+#. ]{0,30}$/;
// A name of at most three words, then figures; figures behind a sign that joins belong to the same name.
const STATED =
  /(?:((?:[A-Za-z][A-Za-z+#]{1,30}[ -]){0,2}[A-Za-z][A-Za-z+#]{1,30})[ ]{0,2}|[&、，,|/和][ ]{0,2}|^)v?(\d{1,4}(?:\.(?:\d{1,4}|x)){0,3})(?![\d年-])/gi;
const MOST = 6;

/** `PostgreSQL 17`, `PostgreSQL 18`; none where the field speaks of no subject. */
export function subjectVersions(key: string, value: string): readonly string[] {
  const subject = KEY.exec(key.trim())?.[1]?.trim();
  if (subject === undefined || OWN.test(subject)) return [];
  let name = LATIN.test(subject) ? subject : undefined;
  const found = new Set<string>();
  for (const [, before = '', figures = ''] of value
    .slice(0, 200)
    .replace(/[(（][^()（）]{0,100}[)）]/g, '')
    .matchAll(STATED)) {
    const stated = before.trim();
    // `Edition 2024` and years are no versions of anything.
    if (/^edition$/i.test(stated) || /^(?:19|20)\d\d$/.test(figures)) continue;
    if (stated !== '') name = stated;
    if (name !== undefined && found.size < MOST) found.add(`${name} ${normalFigures(figures)}`);
  }
  return [...found];
}

/** 18.x is 18, 1.90.0 is 1.90. */
function normalFigures(figures: string): string {
  return figures.replace(/(?:\.x)+$/i, '').replace(/^(\d+\.\d+)\.0$/, '$1');
}
