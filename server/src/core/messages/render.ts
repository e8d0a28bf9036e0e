// Key and arguments to text.
import type { Message } from '../finding.ts';
import { catalogs, type Locale } from './catalog.ts';

/**
 * Text of a message. `{name}` is replaced by the argument, `{name:one|many}` by the first word where the argument is 1, else by the
 * second; control and bidirectional override characters are removed.
 */
export function renderMessage(message: Message, locale: Locale): string {
  const text = catalogs[locale][message.key];
  return text.replace(slot, (whole, name: string, one?: string, many?: string) => {
    const value = message.args?.[name];
    if (one !== undefined && many !== undefined) return String(value) === '1' ? one : many;
    return value === undefined ? whole : printable(String(value));
  });
}

/** A catalog text with its arguments left open, for those who read what a rule may say. */
export function openText(text: string): string {
  return text.replace(slot, (_whole, _name: string, _one?: string, many?: string) => many ?? '…');
}

const slot = /\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/g;

// Control characters are what this removes.
const unprintable = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

/** User text made safe to show: no control, escape or bidirectional override characters. */
export function printable(text: string): string {
  return text.replace(unprintable, ' ');
}
