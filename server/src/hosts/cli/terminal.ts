// What a command may do to the outside: write, read standard input, know where it runs. Tests give their own.
export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Width in columns; 80 where it is not known. */
  readonly columns: number;
}

export interface Terminal {
  readonly out: Output;
  readonly err: Output;
  readonly workingFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readInput(): Promise<Uint8Array>;
}

export const exitCodes = { ok: 0, findings: 1, failure: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The terminal of this process. */
export function processTerminal(): Terminal {
  return {
    out: outputOf(process.stdout),
    err: outputOf(process.stderr),
    workingFolder: process.cwd(),
    environment: process.env,
    async readInput() {
      const pieces: Uint8Array[] = [];
      for await (const piece of process.stdin) pieces.push(piece as Uint8Array);
      return Buffer.concat(pieces);
    },
  };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => {
      stream.write(text);
    },
    isTerminal: stream.isTTY,
    columns: stream.columns || 80,
  };
}
