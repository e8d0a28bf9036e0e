// Insert Missing Sections, Fix All, Update Table of Contents: one family of fixes as one edit.
import { requests, type ChangeResult, type FixesParams } from '../../../server/src/lsp/protocol.ts';
import { activeMarkdown } from './activeDocument.ts';
import { applyChange } from './applyChange.ts';
import type { CommandContext } from './index.ts';

export async function applyFixes({ connection }: CommandContext, family: FixesParams['family']): Promise<boolean> {
  const editor = activeMarkdown();
  if (editor === undefined) return false;
  const params: FixesParams = { uri: editor.document.uri.toString(), family };
  return applyChange(await connection.ask<ChangeResult>(requests.fixes, params));
}
