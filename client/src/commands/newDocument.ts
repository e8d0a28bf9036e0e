// New Case, New Topic, New Document: asks only what is unknown, then one undoable edit that opens with snippet stops.
import { l10n, SnippetString, Uri, window, workspace, WorkspaceEdit, Range } from 'vscode';
import {
  requests,
  type CreateParams,
  type CreateResult,
  type KindsResult,
  type ProposeParams,
  type ProposeResult,
} from '../../../server/src/lsp/protocol.ts';
import { kindLabel } from '../kindLabel.ts';
import { notReady } from './applyChange.ts';
import type { CommandContext } from './index.ts';

/** What a caller (a test, the roadmap) already knows; everything else is asked. */
interface Known {
  readonly title?: string;
  readonly path?: string;
  readonly answers?: Readonly<Record<string, string>>;
}

export async function newDocument(
  context: CommandContext,
  kind: string | undefined,
  argument: unknown,
): Promise<Uri | undefined> {
  const chosen = kind ?? (await pickKind(context));
  if (chosen === undefined) return undefined;
  const known = knownOf(argument);
  const title = known.title ?? (await askTitle(chosen));
  if (title === undefined) return undefined;
  const near = argument instanceof Uri ? argument : window.activeTextEditor?.document.uri;
  const base = { kind: chosen, title, ...(near === undefined ? {} : { near: near.toString() }) };
  return create(context, base, known);
}

async function create(
  { connection }: CommandContext,
  base: ProposeParams & { readonly title: string },
  known: Known,
): Promise<Uri | undefined> {
  const proposal = await connection.ask<ProposeResult>(requests.propose, base);
  if (proposal === undefined) {
    notReady();
    return undefined;
  }
  const path = known.path ?? (await askPath(proposal));
  if (path === undefined) return undefined;
  const chosen = known.path === undefined ? await askId(proposal) : proposal.id;
  if (chosen === undefined && proposal.id !== undefined) return undefined;
  const answers = known.answers ?? (await askFields(proposal));
  if (answers === undefined) return undefined;
  const id = chosen === undefined ? {} : { id: chosen };
  const params: CreateParams = { ...base, path, answers, today: today(), ...id };
  const created = await connection.ask<CreateResult>(requests.create, params);
  return created === undefined ? undefined : openCreated(created);
}

function knownOf(argument: unknown): Known {
  if (typeof argument !== 'object' || argument === null || argument instanceof Uri) return {};
  const { title, path } = argument as Record<string, unknown>;
  const answers = (argument as { answers?: unknown }).answers;
  return {
    ...(typeof title === 'string' ? { title } : {}),
    ...(typeof path === 'string' ? { path } : {}),
    ...(typeof answers === 'object' && answers !== null ? { answers: answers as Record<string, string> } : {}),
  };
}

async function pickKind({ connection }: CommandContext): Promise<string | undefined> {
  const uri = window.activeTextEditor?.document.uri ?? workspace.workspaceFolders?.[0]?.uri;
  const answer = await connection.ask<KindsResult>(requests.kinds, { uri: uri?.toString() ?? '' });
  if (answer === undefined) {
    notReady();
    return undefined;
  }
  const items = answer.kinds
    .filter((entry) => entry.template !== undefined)
    .map(({ kind, template }) => ({ id: kind, label: kindLabel(kind), description: template ?? '' }));
  return (await window.showQuickPick(items, { title: l10n.t('What do you want to write?') }))?.id;
}

async function askTitle(kind: string): Promise<string | undefined> {
  const title = await window.showInputBox({
    title: l10n.t('New {0}', kindLabel(kind)),
    prompt: l10n.t('Title, as it will stand in the first line'),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? l10n.t('A title is needed.') : undefined),
  });
  return title?.trim();
}

async function askPath({ path, id, ids, template }: ProposeResult): Promise<string | undefined> {
  const stem = path.lastIndexOf('/') + 1;
  return window.showInputBox({
    title: l10n.t('Where it goes'),
    prompt:
      id === undefined || ids !== undefined
        ? l10n.t('Template: {0}', template)
        : l10n.t('Template: {0} · next free id: {1}', template, id),
    value: path,
    valueSelection: [stem, path.length - '.md'.length],
    ignoreFocusOut: true,
    validateInput: (text) => (/\.md$/i.test(text.trim()) ? undefined : l10n.t('The name must end in .md.')),
  });
}

/** The proposed id, or the one that is picked of several; undefined where there is none or the user gave up. */
async function askId({ id, ids }: ProposeResult): Promise<string | undefined> {
  if (ids === undefined) return id;
  const items = ids.map((choice) => ({ label: choice.id, description: choice.note }));
  const options = { title: l10n.t('Which id does it get?'), ignoreFocusOut: true };
  return (await window.showQuickPick(items, options))?.label;
}

/** Answers for the required fields with a set of values; undefined when the user gave up. */
async function askFields({ questions }: ProposeResult): Promise<Record<string, string> | undefined> {
  const answers: Record<string, string> = {};
  for (const { key, description, values, required } of questions) {
    if (!required || values === undefined) continue;
    const picked = await window.showQuickPick([...values], {
      title: key,
      placeHolder: description ?? '',
      ignoreFocusOut: true,
    });
    if (picked === undefined) return undefined;
    answers[key] = picked;
  }
  return answers;
}

/** Creates and shows what the server made; says why where it can not be. Never overwrites. */
export async function openCreated(created: CreateResult): Promise<Uri | undefined> {
  if (created.message !== undefined) {
    void window.showWarningMessage(created.message);
    return undefined;
  }
  const uri = Uri.parse(created.uri);
  const isCreated = await createWithSnippet(uri, created.snippet);
  if (!isCreated) {
    void window.showWarningMessage(
      l10n.t('The file could not be created; it may exist already or the folder may be read-only.'),
    );
    return undefined;
  }
  return uri;
}

/** Creates the file and puts the snippet in, so that Tab leads through what has to be filled in. */
async function createWithSnippet(uri: Uri, snippet: string): Promise<boolean> {
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { ignoreIfExists: false, overwrite: false });
  if (!(await workspace.applyEdit(edit))) return false;
  const editor = await window.showTextDocument(uri);
  const isInserted = await editor.insertSnippet(new SnippetString(snippet), new Range(0, 0, 0, 0));
  await editor.document.save();
  return isInserted;
}

/** ISO date of the author's day. */
export function today(): string {
  const now = new Date();
  const month = String(now.getMonth() + 1).padStart(2, '0');
  return `${String(now.getFullYear())}-${month}-${String(now.getDate()).padStart(2, '0')}`;
}
