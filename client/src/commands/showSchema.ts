// Show Derived Schema: the JSON Schema that the active document (or a kind) is checked against, as an untitled document.
import { window, workspace } from 'vscode';
import { requests, type SchemaParams, type SchemaResult } from '../../../server/src/lsp/protocol.ts';
import { notReady } from './applyChange.ts';
import type { CommandContext } from './index.ts';

export async function showSchema(context: CommandContext): Promise<string | undefined> {
  const schema = await askSchema(context);
  if (schema === undefined) return undefined;
  const document = await workspace.openTextDocument({ language: 'json', content: schema.text });
  await window.showTextDocument(document, { preview: true });
  return schema.text;
}

export async function askSchema({ connection }: CommandContext): Promise<SchemaResult | undefined> {
  const document = window.activeTextEditor?.document;
  const params: SchemaParams =
    document?.languageId === 'markdown' ? { uri: document.uri.toString() } : { kind: 'case' };
  const schema = await connection.ask<SchemaResult>(requests.schema, params);
  if (schema === undefined) notReady();
  return schema;
}
