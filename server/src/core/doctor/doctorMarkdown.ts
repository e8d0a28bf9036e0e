// A diagnosis as a Markdown page, for the editor and for CI.
import type { Message } from '../finding.ts';
import type { Locale } from '../messages/catalog.ts';
import { renderMessage } from '../messages/render.ts';
import { documentLines, doctorSections, type ExaminedLibrary } from './doctorReport.ts';

export function doctorMarkdown(examined: ExaminedLibrary, locale: Locale): string {
  const text = (message: Message): string => renderMessage(message, locale);
  const { root, diagnosis } = examined;
  const kinds = diagnosis.kinds.map(({ kind, count }) => text({ key: 'doctor.kind-count', args: { kind, count } }));
  const counts = { count: diagnosis.documents.length, kinds: kinds.join(', ') };
  const sections = doctorSections(examined);
  const blocks = [
    `# ${plain(text({ key: 'doctor.heading', args: { root } }))}`,
    plain(text({ key: 'doctor.counts', args: counts })),
    ...(sections.length === 0 ? [text({ key: 'doctor.healthy' })] : []),
    ...sections.flatMap(({ title, advice, lines }) => [
      `## ${text(title)} (${lines.length})`,
      ...(advice === undefined ? [] : [text({ key: 'doctor.advice', args: { text: text(advice) } })]),
      lines
        .map(({ name, remarks }) => `- ${[code(name), ...remarks.map((remark) => plain(text(remark)))].join(' · ')}`)
        .join('\n'),
    ]),
    `## ${text({ key: 'doctor.documents' })}`,
    ...diagnosis.documents.map(
      (document) =>
        `- ${code(document.path)}\n${documentLines(document)
          .map((message) => `  - ${plain(text(message))}`)
          .join('\n')}`,
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Words of documents are words here too, never marks. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, (mark) => `\\${mark}`);
}

function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${text.replace(/[\r\n]/g, ' ')}${fence}`;
}
