// Key and arguments to text.
import type { Message } from '../finding.ts';
import { catalogs, type Locale } from './catalog.ts';

/** Text of a message. `{name}` is replaced by the argument; control and bidirectional override characters are removed. */
export function renderMessage(message: Message, locale: Locale): string {
  const text = catalogs[locale][message.key];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = message.args?.[name];
    return value === undefined ? whole : printable(String(value));
  });
}

// Control characters are what this removes.
const unprintable = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

/** User text made safe to show: no control, escape or bidirectional override characters. */
export function printable(text: string): string {
  return text.replace(unprintable, ' ');
}
