// The list of commands: one file each. Arguments are checked where they come in.
import { commands, l10n, window, type ExtensionContext } from 'vscode';
import type { DocumentsView } from '../documentsView.ts';
import type { ServerConnection } from '../serverConnection.ts';
import type { StatusOfActive } from '../statusItem.ts';
import { applyFixes } from './applyFixes.ts';
import { checkLibrary } from './checkLibrary.ts';
import { chooseKind } from './chooseKind.ts';
import { chooseTemplate } from './chooseTemplate.ts';
import { explainFindings } from './explainFindings.ts';
import { exportSchema } from './exportSchema.ts';
import { initLibrary } from './initLibrary.ts';
import { newDocument } from './newDocument.ts';
import { openTemplate } from './openTemplate.ts';
import { showSchema } from './showSchema.ts';

export interface CommandContext {
  readonly connection: ServerConnection;
  readonly documents: DocumentsView;
  readonly status: StatusOfActive;
}

type Command = (context: CommandContext, argument: unknown) => Promise<unknown>;

const table: Readonly<Record<string, Command>> = {
  newCase: (context, argument) => newDocument(context, 'case', argument),
  newTopic: (context, argument) => newDocument(context, 'topic', argument),
  newDocument: (context, argument) => newDocument(context, undefined, argument),
  insertMissingSections: (context) => applyFixes(context, 'missingSections'),
  fixAll: (context) => applyFixes(context, 'all'),
  updateToc: (context) => applyFixes(context, 'toc'),
  chooseKind,
  chooseTemplate,
  showSchema,
  exportSchema,
  explainFindings,
  checkLibrary,
  openTemplate,
  initLibrary,
  restartServer: ({ connection }) => connection.restart(),
  showLog: ({ connection }) => {
    connection.log.show();
    return Promise.resolve();
  },
};

export function registerCommands(extension: ExtensionContext, context: CommandContext): void {
  for (const [name, run] of Object.entries(table)) {
    extension.subscriptions.push(
      commands.registerCommand(`casewright.${name}`, (argument: unknown) =>
        runSafely(context, name, () => run(context, argument)),
      ),
    );
  }
}

/** A command that fails says so once, with the way to the log. */
async function runSafely(context: CommandContext, name: string, run: () => Promise<unknown>): Promise<unknown> {
  try {
    return await run();
  } catch (error) {
    context.connection.log.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    const showLog = l10n.t('Show Log');
    const text = l10n.t('Casewright: the command failed: {0}', error instanceof Error ? error.message : String(error));
    void window.showErrorMessage(text, showLog).then((answer) => {
      if (answer === showLog) context.connection.log.show();
    });
    return undefined;
  }
}
