// Versions as documents state their own: `v1.0`, `1.0.0`, `V2`, `DEEP-V2`, `2.0 (最终版)`. Read, compared, raised, and written in
// the form they were read from. What names a product (PostgreSQL 17 & 18, Rust 1.90) is none.

export const bumpLevels = ['major', 'minor', 'patch'] as const;
export type BumpLevel = (typeof bumpLevels)[number];

export interface VersionForm {
  /** Before the number, as written: `v`, `DEEP-V`, empty. */
  readonly prefix: string;
  /** One to four numbers, most significant first. */
  readonly numbers: readonly number[];
  /** `-rc1`, `-beta.2`; empty for a release. */
  readonly preRelease: string;
  /** Where prefix, number and pre-release stand in the value; what is behind is a remark. */
  readonly start: number;
  readonly end: number;
}

const FORM =
  /^((?:[A-Z][A-Z0-9]{1,11}-)?(?:[vV]\.?|版本 ?|第 ?|Version ?|version ?)?)(\d{1,4}(?:\.\d{1,4}){0,3})((?:-?(?:rc|alpha|beta|preview|pre|dev)(?:[.-]?\d{1,3})?)?)(?![\d.A-Za-z%年月日/~+-])/;
/** A remark may follow a blank, a bracket or a bar, nothing else. */
const REMARK =
  /^(?:$|版(?:本)?(?:$|[\s(（|,，])|\s*[（(【[|,，;；-]|\s+(?:final|stable|release|正式|稳定|最终|草案|初稿|draft)\b|\s+\p{Extended_Pictographic}|\s+[\u4e00-\u9fff])/iu;
const LONGEST = 200;

/** undefined for what is no version of a document. A number alone above 9 is the version of something else, as in `版本: 17`. */
export function readVersion(value: string): VersionForm | undefined {
  const lead = /^[\s`*"']*/.exec(value.slice(0, LONGEST))?.[0].length ?? 0;
  const text = value.slice(lead, LONGEST);
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const [whole, prefix = '', figures = '', preRelease = ''] = match;
  const numbers = figures.split('.').map(Number);
  const rest = text.slice(whole.length).replace(/^[`*"']+/, '');
  if (!REMARK.test(rest)) return undefined;
  if (numbers.length === 1 && prefix === '' && ((numbers[0] ?? 0) > 9 || /^\s*[,，/&]/.test(rest))) return undefined;
  return { prefix, numbers, preRelease, start: lead, end: lead + whole.length };
}

/** Negative where `one` is older. `v1.0` and `1.0.0` are the same; a pre-release is older than its release. */
export function compareVersions(one: VersionForm, other: VersionForm): number {
  const length = Math.max(one.numbers.length, other.numbers.length);
  for (let at = 0; at < length; at += 1) {
    const difference = (one.numbers[at] ?? 0) - (other.numbers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  if (one.preRelease === other.preRelease) return 0;
  if (one.preRelease === '') return 1;
  if (other.preRelease === '') return -1;
  return one.preRelease.localeCompare(other.preRelease, 'en', { numeric: true });
}

/** As the document writes it, without the remark. */
export function writeVersion({ prefix, numbers, preRelease }: VersionForm): string {
  return `${prefix}${numbers.join('.')}${preRelease}`;
}

/** The version as another place writes its own: prefix and number of parts of `like`, parts that say something kept. */
export function inFormOf(version: VersionForm, like: VersionForm): VersionForm {
  const numbers = [...version.numbers];
  while (numbers.length < like.numbers.length) numbers.push(0);
  while (numbers.length > like.numbers.length && numbers.at(-1) === 0) numbers.pop();
  return { ...like, numbers, preRelease: version.preRelease };
}

/** Calendar versions such as `v2025.4.0` begin with a year. */
function isCalendar({ numbers }: VersionForm): boolean {
  return (numbers[0] ?? 0) >= 1900;
}

/**
 * The next version of the same form. Where the form has fewer parts than the level needs, its last part is raised: after v1.0 a
 * patch gives v1.1. A pre-release becomes its release. `year`, for calendar versions whose year is over.
 */
export function raised(version: VersionForm, level: BumpLevel, year?: number): VersionForm {
  const { numbers } = version;
  if (version.preRelease !== '') return { ...version, preRelease: '' };
  const wanted = bumpLevels.indexOf(level);
  if (isCalendar(version)) {
    const isNewYear = year !== undefined && year > (numbers[0] ?? 0);
    if (isNewYear) return { ...version, numbers: [year, ...numbers.slice(1).map((_, at) => (at === 0 ? 1 : 0))] };
    return raisedAt(version, Math.min(Math.max(wanted, 1), numbers.length - 1));
  }
  return raisedAt(version, Math.min(wanted, numbers.length - 1));
}

function raisedAt(version: VersionForm, part: number): VersionForm {
  const numbers = version.numbers.map((number, at) => (at < part ? number : at === part ? number + 1 : 0));
  return { ...version, numbers };
}

/** Which level a step from one version to the next is; undefined where it is no step up. */
export function levelBetween(older: VersionForm, newer: VersionForm): BumpLevel | undefined {
  if (compareVersions(newer, older) <= 0) return undefined;
  const part = [0, 1].find((at) => (older.numbers[at] ?? 0) !== (newer.numbers[at] ?? 0));
  return bumpLevels[part ?? 2];
}
