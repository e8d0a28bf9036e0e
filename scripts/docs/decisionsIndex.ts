// The index of docs/decisions, from the titles of its pages.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { table } from './markdown.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'decisions');

const intro = `<!-- The table is generated from the pages (npm run docs) -->

# Decisions

One page for each choice that a newcomer would ask about: what the situation was, what was chosen, what it costs, and when to look at it again.
Copy the form of an existing page, keep it short, take the next free number, then run \`npm run docs\`.`;

export function decisionsIndex(): string {
  const rows = decisionPages().map(({ name, number, title }) => [`[${number}](${name})`, title]);
  return `${intro}\n\n${table(['page', 'decision'], rows)}\n`;
}

export interface DecisionPage {
  readonly name: string;
  readonly number: string;
  readonly title: string;
}

/** Pages in the order of their numbers. Throws for a page whose name and title do not begin with one number. */
export function decisionPages(): readonly DecisionPage[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return names.toSorted().map((name) => {
    const heading = /^# (\d{3})[:.]? (.+)$/m.exec(readFileSync(join(folder, name), 'utf8'));
    const number = heading?.[1];
    const title = heading?.[2];
    if (number === undefined || title === undefined || !name.startsWith(`${number}-`)) {
      throw new Error(
        `docs/decisions/${name}: the first heading must be “# NNN: title”, with the number of the file name`,
      );
    }
    return { name, number, title };
  });
}
