// A diagnosis as a Markdown page, for the editor and for CI.
import type { Message } from '../finding.ts';
import type { Locale } from '../messages/catalog.ts';
import { printable, renderMessage } from '../messages/render.ts';
import { documentLines, doctorSections, type ExaminedLibrary, type Remark, type ReportLine } from './doctorReport.ts';

/** Address of a file of the library, for links; undefined: the path alone is shown. */
export type AddressOf = (path: string) => string | undefined;

export function doctorMarkdown(
  examined: ExaminedLibrary,
  locale: Locale,
  addressOf: AddressOf = () => undefined,
): string {
  const text = (message: Message): string => renderMessage(message, locale);
  const { root, diagnosis } = examined;
  const kinds = diagnosis.kinds.map(({ kind, count }) => text({ key: 'doctor.kind-count', args: { kind, count } }));
  const counts = { count: diagnosis.documents.length, kinds: kinds.join(', ') };
  const sections = doctorSections(examined);
  const remark = ({ paths = [], ...message }: Remark): string => linked(text(message), paths, addressOf);
  const line = ({ name, isPath, remarks }: ReportLine): string =>
    `- ${[isPath === true ? file(name, addressOf) : code(name), ...remarks.map(remark)].join(' · ')}`;
  const blocks = [
    `# ${plain(text({ key: 'doctor.heading', args: { root } }))}`,
    plain(text({ key: 'doctor.counts', args: counts })),
    ...(sections.length === 0 ? [text({ key: 'doctor.healthy' })] : []),
    ...sections.flatMap(({ title, advice, lines }) => [
      `## ${text(title)} (${lines.length})`,
      ...(advice === undefined ? [] : [text({ key: 'doctor.advice', args: { text: text(advice) } })]),
      lines.map(line).join('\n'),
    ]),
    `## ${text({ key: 'doctor.documents' })}`,
    diagnosis.documents
      .map((document) =>
        [
          `- ${file(document.path, addressOf)}`,
          ...documentLines(document).map((message) => `  - ${remark(message)}`),
        ].join('\n'),
      )
      .join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** The list of paths stands in the text once, as it was put in. */
function linked(text: string, paths: readonly string[], addressOf: AddressOf): string {
  const listed = paths.map(printable).join(', ');
  const at = listed === '' ? -1 : text.indexOf(listed);
  if (at < 0) return plain(text);
  const links = paths.map((path) => {
    const address = addressOf(path);
    return address === undefined ? plain(printable(path)) : `[${plain(printable(path))}](${address})`;
  });
  return `${plain(text.slice(0, at))}${links.join(', ')}${plain(text.slice(at + listed.length))}`;
}

function file(path: string, addressOf: AddressOf): string {
  const address = addressOf(path);
  return address === undefined ? code(path) : `[${code(path)}](${address})`;
}

/** Words of documents are words here too, never marks. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, (mark) => `\\${mark}`);
}

function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${text.replace(/[\r\n]/g, ' ')}${fence}`;
}
