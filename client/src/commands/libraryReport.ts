// A report on the libraries as a page of Markdown, with its preview beside.
import { commands, l10n, ProgressLocation, window, workspace } from 'vscode';
import { MarkdownPage } from '../markdownPage.ts';
import { notReady } from './applyChange.ts';
import type { CommandContext } from './index.ts';

export interface LibraryReport {
  /** Empty where there is nothing to report on. */
  readonly markdown: string;
  readonly isReady: boolean;
}

/** `scheme` names the page, `method` is the request that writes it. */
export function libraryReport<Report extends LibraryReport>(
  scheme: string,
  method: string,
): (context: CommandContext) => Promise<Report | undefined> {
  const page = new MarkdownPage(scheme);
  return async ({ connection }) => {
    const title = l10n.t('Casewright: looking at the library');
    const report = await window.withProgress({ location: ProgressLocation.Window, title }, () =>
      connection.ask<Report>(method, {}),
    );
    if (report === undefined) {
      notReady();
      return undefined;
    }
    if (!report.isReady) void window.showInformationMessage(l10n.t('The library is still being read.'));
    if (report.markdown === '') return report;
    const document = await workspace.openTextDocument(page.write(report.markdown));
    await window.showTextDocument(document, { preview: true });
    await commands.executeCommand('markdown.showPreviewToSide', document.uri);
    return report;
  };
}
