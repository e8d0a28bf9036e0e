// Ends the process where living on would help nobody: code 1 for faults that nobody caught, and when the client is gone.
/** How often the client's process is looked for. */
const WATCH_INTERVAL = 1000;

/** One line and exit code 1: a server in an unknown state is worse than a restart, which brings everything back. */
export function guardFaults(log: (line: string) => void): void {
  const end = (what: string) => (fault: unknown) => {
    const cause = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    log(`${what}: ${cause}`);
    process.exit(1);
  };
  process.on('uncaughtException', end('uncaught exception'));
  process.on('unhandledRejection', end('unhandled rejection'));
}

/** Ends this process soon after the other is gone. */
export function watchProcess(id: number): void {
  const timer = setInterval(() => {
    if (!isAlive(id)) process.exit(1);
  }, WATCH_INTERVAL);
  timer.unref();
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // EPERM: it is there but belongs to someone else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
