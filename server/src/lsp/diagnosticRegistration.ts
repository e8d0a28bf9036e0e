// Tells the client that it may ask for the findings of closed documents, as long as the settings say that it shall: a client
// that is told asks for ever. Findings of open documents are sent, so the registration names no document.
import type { Client } from './context.ts';
import { causeOf, type Log } from './log.ts';
import type { Session } from './session.ts';

const METHOD = 'textDocument/diagnostic';
const ID = 'closed-documents';
/** Matches no document: the client needs a selector, and every open document is served otherwise. */
const noDocument = [{ scheme: 'casewright-closed' }];

export interface RegistrationPorts {
  readonly session: Session;
  readonly client: Client;
  readonly log: Log;
}

export class DiagnosticRegistration {
  readonly #ports: RegistrationPorts;
  #isRegistered = false;

  constructor(ports: RegistrationPorts) {
    this.#ports = ports;
  }

  /** Follows the settings; called after each change of them. */
  update(): void {
    const { client, settings } = this.#ports.session.snapshot;
    if (!client.canRegisterDiagnostics || client.pullsDiagnostics) return;
    const isWanted = settings.enable && settings.findingsScope !== 'openFiles';
    if (isWanted === this.#isRegistered) return;
    this.#isRegistered = isWanted;
    const registerOptions = {
      documentSelector: noDocument,
      identifier: 'casewright',
      interFileDependencies: false,
      workspaceDiagnostics: true,
    };
    if (isWanted) {
      this.#send('client/registerCapability', { registrations: [{ id: ID, method: METHOD, registerOptions }] });
    } else this.#send('client/unregisterCapability', { unregisterations: [{ id: ID, method: METHOD }] });
  }

  #send(method: string, params: unknown): void {
    this.#ports.client.request(method, params).catch((error: unknown) => {
      this.#ports.log('warn', `findings of closed documents are not offered: ${causeOf(error)}`);
    });
  }
}
