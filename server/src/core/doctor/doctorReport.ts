// A diagnosis in sections of lines, which terminal and Markdown lay out alike. It knows messages and no layout.
import type { Finding, Message } from '../finding.ts';
import type { Diagnosis, SeenDocument } from './diagnosis.ts';

/** A library with everything that is known of it. Paths as they are shown. */
export interface ExaminedLibrary {
  readonly root: string;
  readonly diagnosis: Diagnosis;
  /** What was left out, and why. */
  readonly skipped: readonly { readonly path: string; readonly reason: Message }[];
  /** Documents that could not be read. */
  readonly unread: readonly { readonly path: string; readonly reason: Message }[];
  /** Findings in configuration, templates and standards. */
  readonly problems: readonly { readonly path: string; readonly finding: Finding }[];
}

export interface ReportSection {
  readonly title: Message;
  /** What can be done about it. */
  readonly advice?: Message;
  /** Fails a run. */
  readonly isTrouble: boolean;
  readonly lines: readonly ReportLine[];
}

export interface ReportLine {
  /** A path, an id: as it stands. */
  readonly name: string;
  /** The name is that of a file that is there. */
  readonly isPath?: boolean;
  readonly remarks: readonly Remark[];
}

/** A message with the paths of files that stand in it, for layouts that make links of them. */
export interface Remark extends Message {
  readonly paths?: readonly string[];
}

/** Sections that have something to say, the gravest first. */
export function doctorSections({ diagnosis, skipped, unread, problems }: ExaminedLibrary): readonly ReportSection[] {
  const { troubles } = diagnosis;
  const named = ({ path, reason }: { readonly path: string; readonly reason: Message }): ReportLine => ({
    name: path,
    isPath: true,
    remarks: [reason],
  });
  const sections: readonly ReportSection[] = [
    section('problems', true, problems.map(({ path, finding }) => ({ name: path, isPath: true, remarks: [finding.message] }))),
    section('unread', true, unread.map(named)),
    section('id-clashes', true, troubles.idClashes.map(({ id, paths, isCopy }) => ({
      name: id,
      remarks: [list('doctor.in', paths), ...(isCopy ? [{ key: 'doctor.copy' } as const] : [])],
    }))),
    section('name-clashes', true, troubles.nameClashes.map(({ paths, differsBy }) => ({
      name: paths[0] ?? '',
      isPath: true,
      remarks: [list('doctor.besides', paths.slice(1)), { key: `doctor.differs.${differsBy}` }],
    }))),
    section('placeholders', true, troubles.placeholders.map(({ path, links, from, candidates }) => ({
      name: path,
      remarks: [
        list('doctor.links', from, { links }),
        ...(candidates.length === 0 ? [] : [list('doctor.candidates', candidates)]),
      ],
    }))),
    section('identical', true, troubles.identical.map((paths) => groupLine('doctor.same', paths))),
    section('similar', false, troubles.similar.map((paths) => groupLine('doctor.similar', paths))),
    section('orphans', false, troubles.orphans.map((path) => ({ name: path, isPath: true, remarks: [] }))),
    section('skipped', false, skipped.map(named)),
  ]; // prettier-ignore
  return sections.filter(({ lines }) => lines.length > 0);
}

/** How one document is seen, line by line. */
export function documentLines(document: SeenDocument): readonly Remark[] {
  const { kind, reason, template, title, id, facets, planned, linkedFrom, limit } = document;
  return [
    ...(title === undefined ? [] : [{ key: 'doctor.title', args: { title } } as const]),
    { key: 'doctor.kind', args: { kind } },
    reason,
    ...(template === undefined ? [] : [templateLine(template)]),
    ...(id === undefined ? [] : [{ key: 'doctor.id', args: { id } } as const]),
    ...facets.map(({ facet, values }): Message => ({
      key: 'doctor.facet',
      args: { facet, values: values.join(', ') },
    })),
    ...planned.map(({ plan, item, line }): Remark => ({
      key: 'doctor.planned',
      args: { plan, item, line: line + 1 },
      paths: [plan],
    })),
    { key: 'doctor.linked', args: { count: linkedFrom } },
    ...(limit === undefined ? [] : [{ key: `doctor.limit.${limit}` } as const]),
  ];
}

/** A path may name one of several templates in its file. */
function templateLine(template: string): Remark {
  const path = template.replace(/#.*$/, '');
  const isFile = !template.startsWith('builtin:');
  return { key: 'doctor.template', args: { template }, ...(isFile && { paths: [path] }) };
}

type SectionName =
  | 'problems'
  | 'unread'
  | 'id-clashes'
  | 'name-clashes'
  | 'placeholders'
  | 'identical'
  | 'similar'
  | 'orphans'
  | 'skipped';

function section(name: SectionName, isTrouble: boolean, lines: readonly ReportLine[]): ReportSection {
  return { title: { key: `doctor.section.${name}` }, advice: { key: `doctor.advice.${name}` }, isTrouble, lines };
}

function groupLine(key: 'doctor.same' | 'doctor.similar', [first = '', ...others]: readonly string[]): ReportLine {
  return { name: first, isPath: true, remarks: [list(key, others)] };
}

type ListKey = 'doctor.in' | 'doctor.same' | 'doctor.similar' | 'doctor.besides' | 'doctor.candidates' | 'doctor.links';

const MOST = 5;

function list(key: ListKey, paths: readonly string[], args: Message['args'] = {}): Remark {
  const shown = paths.slice(0, MOST);
  const more = paths.length - shown.length;
  const text = more > 0 ? `${shown.join(', ')} … +${more}` : shown.join(', ');
  return { key, args: { ...args, paths: text }, paths: shown };
}
