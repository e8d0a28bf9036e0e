// What one rule means: its weight, its prose, its messages with their places left open.
import { catalogs, type Locale, type MessageKey } from '../../core/messages/catalog.ts';
import { nearest } from '../../core/library/jsonNarrowing.ts';
import { openText, renderMessage } from '../../core/messages/render.ts';
import { rules } from '../../core/rules/index.ts';
import { CommandFailure } from './failure.ts';
import { ruleProse } from './ruleProse.ts';

/** Lines of text. Throws CommandFailure for a code that no rule and no message has. */
export function explainRule(code: string, locale: Locale): string[] {
  const rule = rules.find((candidate) => candidate.code === code);
  const messages = messagesOf(code, locale);
  if (rule === undefined && messages.length === 0) throw unknown(code);
  const text = (key: MessageKey, args: Readonly<Record<string, string>> = {}): string =>
    renderMessage({ key, args }, locale);
  const lines = [text('cli.explain.rule', { code })];
  if (rule !== undefined) {
    lines.push(text('cli.explain.severity', { severity: text(`cli.severity.${rule.defaultSeverity}`) }));
    lines.push(text(rule.strictness === 'always' ? 'cli.explain.always' : 'cli.explain.by-status'));
    if (rule.isFixable) lines.push(text('cli.explain.can-fix'));
  }
  const prose = Object.hasOwn(ruleProse, code) ? ruleProse[code]?.[locale] : undefined;
  if (prose !== undefined && prose !== '') lines.push('', prose);
  return [...lines, '', text('cli.explain.messages'), ...messages.map((message) => `  ${message}`)];
}

function messagesOf(code: string, locale: Locale): string[] {
  const isOfCode = ([key]: readonly [string, string]): boolean => key === code || key.startsWith(`${code}.`);
  const entries = Object.entries(catalogs[locale]).filter((entry) => isOfCode(entry) && !entry[0].endsWith('.fix'));
  // Other areas of the catalog (cli., kind., server.) are no codes: a code is kebab-case with at least two words.
  return code.includes('-') ? entries.map(([, message]) => openText(message)) : [];
}

function unknown(word: string): CommandFailure {
  const near = nearest(
    word,
    rules.map((rule) => rule.code),
  );
  return near === undefined
    ? new CommandFailure({ key: 'cli.explain.neither', args: { word } })
    : new CommandFailure({ key: 'cli.explain.neither.near', args: { word, near } });
}
