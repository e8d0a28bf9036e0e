// The log port. Lines hold methods, paths, counts and causes; never the text of a document.

export type LogLevel = 'error' | 'warn' | 'info' | 'debug';
export type Log = (level: LogLevel, line: string) => void;

/** What went wrong, without the stack for errors that are expected. */
export function causeOf(error: unknown): string {
  if (error instanceof Error) return error.stack ?? error.message;
  return String(error);
}
