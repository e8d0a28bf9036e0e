// The line to the extension, and what the page remembers while it is hidden.
import type { ToHost, ToPage } from '../../src/board/boardMessages.ts';

/** What survives hiding the page and reloading the window. */
export interface Memory {
  readonly planUri?: string;
  readonly scroll?: number;
}

interface HostApi {
  postMessage(message: ToHost): void;
  getState(): Memory | undefined;
  setState(state: Memory): void;
}

declare function acquireVsCodeApi(): HostApi;

const api = acquireVsCodeApi();

export function send(message: ToHost): void {
  api.postMessage(message);
}

export function onMessage(receive: (message: ToPage) => void): void {
  window.addEventListener('message', (event: MessageEvent<ToPage>) => {
    receive(event.data);
  });
}

export function remember(part: Memory): void {
  api.setState({ ...api.getState(), ...part });
}

export function remembered(): Memory {
  return api.getState() ?? {};
}
