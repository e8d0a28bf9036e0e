// Brings the client's settings into the session: asks for them where the client can be asked, never waits for them.
import type { ServerContext } from './context.ts';
import { causeOf } from './log.ts';
import { renderMessage } from '../core/messages/render.ts';
import { narrowSettings } from './settings.ts';

/** Without an answer by then the server goes on with what it has; a late answer still counts. */
const PATIENCE = 2000;

/** `pushed` is what the notification carried, for clients that can not be asked. */
export function loadSettings(context: ServerContext, pushed: unknown): void {
  const { session, client, work, readiness, clock, log } = context;
  if (!session.snapshot.client.canPullConfiguration) {
    useSettings(context, pushed);
    return;
  }
  const endWork = work.begin();
  const endReading = readiness.begin();
  const callOff = clock.after(PATIENCE, () => {
    log('warn', 'workspace/configuration unanswered, going on with known settings');
    endWork();
    endReading();
  });
  void client
    .request('workspace/configuration', { items: [{ section: 'casewright' }] })
    .then((answer) => {
      useSettings(context, Array.isArray(answer) ? answer[0] : undefined);
    })
    .catch((error: unknown) => {
      log('warn', `workspace/configuration failed: ${causeOf(error)}`);
    })
    .finally(() => {
      callOff();
      endWork();
      endReading();
    });
}

function useSettings(context: ServerContext, value: unknown): void {
  const { session, client, publisher, libraries, diagnosticRegistration, log } = context;
  const { settings, problems } = narrowSettings(value);
  if (problems.length > 0) {
    const { locale } = session.snapshot.client;
    const message = renderMessage({ key: 'server.settings-invalid', args: { problems: problems.join('; ') } }, locale);
    log('warn', message);
    client.notify('window/showMessage', { type: 2, message });
  }
  if (JSON.stringify(settings) === JSON.stringify(session.snapshot.settings)) return;
  session.setSettings(settings);
  diagnosticRegistration.update();
  publisher.scheduleAll('now');
  libraries.announceAll();
}
