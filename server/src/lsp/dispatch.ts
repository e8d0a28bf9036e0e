// The one wrapper around every message: life cycle, yield, cancellation, staleness, faults, time, log. No handler has
// its own try/catch, and no message is answered twice or never.
import { ErrorCodes, LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { Clock } from './clock.ts';
import { causeOf, type Log } from './log.ts';

/** A handler's way out with an answer that is an error. */
export class RequestFailure extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

export interface Call {
  readonly token: CancellationToken;
}

export interface RequestHandler {
  /** For a fault of ours: passive features answer with nothing, what a person started answers with the error. */
  readonly onFault: 'empty' | 'error';
  readonly empty: unknown;
  run(params: unknown, call: Call): Promise<unknown>;
}

export interface NotificationHandler {
  run(params: unknown): void;
}

export interface DispatchPorts {
  readonly clock: Clock;
  readonly log: Log;
  readonly requests: Readonly<Record<string, RequestHandler>>;
  readonly notifications: Readonly<Record<string, NotificationHandler>>;
  readonly revision: () => number;
  /** Lets messages that already arrived (cancellations, edits) be seen first. */
  yieldTurn(): Promise<void>;
}

type LifeCycle = 'new' | 'initialized' | 'shut-down';

/** Longer answers are worth a warning. */
const SLOW_TURN = 100;

export class Dispatcher {
  #lifeCycle: LifeCycle = 'new';
  readonly #ports: DispatchPorts;

  constructor(ports: DispatchPorts) {
    this.#ports = ports;
  }

  get hasShutDown(): boolean {
    return this.#lifeCycle === 'shut-down';
  }

  /** Answers every request: with a value, or with a ResponseError. Never rejects. */
  async request(method: string, params: unknown, token: CancellationToken): Promise<unknown> {
    const { clock, requests } = this.#ports;
    const refusal = this.#refuse(method);
    if (refusal) return refusal;
    if (method === 'initialize') this.#lifeCycle = 'initialized';
    if (method === 'shutdown') this.#lifeCycle = 'shut-down';
    const handler = Object.hasOwn(requests, method) ? requests[method] : undefined;
    if (!handler) return new ResponseError(ErrorCodes.MethodNotFound, `Unhandled method ${method}`);
    const start = clock.now();
    const answer = await this.#run(method, handler, params, token);
    this.#logTurn(method, clock.now() - start, answer);
    return answer;
  }

  /** Runs at once, in order of arrival: edits must not overtake each other. */
  notification(method: string, params: unknown): void {
    const { notifications, log } = this.#ports;
    if (this.#lifeCycle === 'new' && method !== 'exit') return;
    const handler = Object.hasOwn(notifications, method) ? notifications[method] : undefined;
    if (!handler) {
      if (!method.startsWith('$/')) log('debug', `${method} ignored: unknown notification`);
      return;
    }
    try {
      handler.run(params);
    } catch (error) {
      log('error', `${method} failed: ${causeOf(error)}`);
    }
  }

  #refuse(method: string): ResponseError | undefined {
    if (this.#lifeCycle === 'shut-down')
      return new ResponseError(ErrorCodes.InvalidRequest, 'The server has shut down');
    if (method === 'initialize' && this.#lifeCycle !== 'new') {
      return new ResponseError(ErrorCodes.InvalidRequest, 'Already initialized');
    }
    if (this.#lifeCycle === 'new' && method !== 'initialize') {
      return new ResponseError(ErrorCodes.ServerNotInitialized, 'The server is not initialized');
    }
    return undefined;
  }

  async #run(method: string, handler: RequestHandler, params: unknown, token: CancellationToken): Promise<unknown> {
    try {
      await this.#ports.yieldTurn();
      if (token.isCancellationRequested) return cancelled();
      const value = await handler.run(params, { token });
      return isCancelled(token) ? cancelled() : (value ?? null);
    } catch (error) {
      if (error instanceof RequestFailure) return new ResponseError(error.code, error.message);
      this.#ports.log('error', `${method} failed: ${causeOf(error)}`);
      if (handler.onFault === 'empty') return handler.empty;
      return new ResponseError(ErrorCodes.InternalError, `${method} failed`);
    }
  }

  #logTurn(method: string, milliseconds: number, answer: unknown): void {
    const { log, revision } = this.#ports;
    const result = answer instanceof ResponseError ? ` error ${answer.code}` : '';
    const line = `${method} ${milliseconds.toFixed(1)} ms revision ${revision()}${result}`;
    log(milliseconds > SLOW_TURN ? 'warn' : 'debug', milliseconds > SLOW_TURN ? `${line} (slow)` : line);
  }
}

/** Asked again after an await, when the answer may have changed. */
function isCancelled(token: CancellationToken): boolean {
  return token.isCancellationRequested;
}

function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
}
