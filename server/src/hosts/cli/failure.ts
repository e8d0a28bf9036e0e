// What a command can not do, with a message for the person who asked. Ends the run with exit code 2.
import type { Message } from '../../core/finding.ts';

export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  readonly problem: Message;

  constructor(problem: Message) {
    super(problem.key);
    this.problem = problem;
  }
}

/** By name: a command that is loaded late may come with a copy of this module. */
export function isCommandFailure(error: unknown): error is CommandFailure {
  return error instanceof Error && error.name === 'CommandFailure' && 'problem' in error;
}
