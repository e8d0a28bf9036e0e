// Copy Reference: a Markdown link to the planned file, or to the line of the plan where it names no file.
import { env, l10n, Uri, window, workspace } from 'vscode';
import type { RoadmapItem } from '../../../../server/src/lsp/protocol.ts';
import type { CommandContext } from '../index.ts';
import { chooseItems } from './roadmapArgument.ts';

export async function copyRoadmapReference(
  context: CommandContext,
  argument: unknown,
  more: unknown,
): Promise<string | undefined> {
  const chosen = await chooseItems(context, argument, more);
  if (chosen === undefined) return undefined;
  const text = chosen.items.map(referenceOf).join('\n');
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(l10n.t('Copied: {0}', text), 4000);
  return text;
}

function referenceOf({ title, statedId, fileUri, plannedUri, place }: RoadmapItem): string {
  const target = fileUri ?? plannedUri;
  const path = workspace.asRelativePath(Uri.parse(target ?? place.uri), false);
  const label = (statedId === undefined ? title : `${statedId} ${title}`).replace(/[[\]\\]/g, '\\$&');
  const link = target === undefined ? `${path}#L${place.range.start.line + 1}` : path;
  return `[${label}](${/[\s()<>]/.test(link) ? `<${link.replace(/[<>]/g, '\\$&')}>` : link})`;
}
