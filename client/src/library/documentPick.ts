// A list of documents to choose from: the one under the cursor is shown beside while the list keeps the focus, and opened
// at its section when chosen.
import {
  commands,
  l10n,
  QuickInputButtons,
  Range,
  Selection,
  TextEditorRevealType,
  ThemeIcon,
  Uri,
  ViewColumn,
  window,
  workspace,
  type QuickPick,
  type QuickPickItem,
  type TextEditor,
} from 'vscode';
import type { FindHit } from '../../../server/src/lsp/protocol.ts';

export interface DocumentItem extends QuickPickItem {
  readonly hit: FindHit;
}

const kindIcons: Readonly<Record<string, string>> = { case: 'notebook', topic: 'book', plan: 'checklist' };
const TO_SIDE = { iconPath: new ThemeIcon('split-horizontal'), tooltip: l10n.t('Open to the Side') };

/** Shown whatever was typed: the server has decided that it fits. */
export function documentItem(hit: FindHit, detail: readonly string[]): DocumentItem {
  return {
    hit,
    label: hit.title,
    description: hit.path,
    detail: detail.join(' · '),
    iconPath: new ThemeIcon(kindIcons[hit.kind] ?? 'markdown'),
    alwaysShow: true,
    buttons: [TO_SIDE],
  };
}

export interface PickOptions {
  /** With a way back. */
  readonly hasBack?: boolean;
}

export type Picked = 'opened' | 'back' | 'left';

/** Shows the pick until something is chosen or it is left; the editor is as before then. The pick is used up. */
export function pickDocument(pick: QuickPick<DocumentItem>, { hasBack = false }: PickOptions = {}): Promise<Picked> {
  const preview = new Preview();
  keepOrder(pick);
  if (hasBack) pick.buttons = [QuickInputButtons.Back, ...pick.buttons];
  return new Promise((resolve) => {
    let answer: Picked = 'left';
    const end = (picked: Picked): void => {
      answer = picked;
      pick.hide();
    };
    pick.onDidChangeActive(([item]) => {
      preview.show(item?.hit);
    });
    pick.onDidAccept(() => {
      const item = pick.selectedItems[0] ?? pick.activeItems[0];
      if (item === undefined) return;
      end('opened');
      void openDocument(item.hit);
    });
    pick.onDidTriggerItemButton(({ item }) => {
      end('opened');
      void openDocument(item.hit, { viewColumn: ViewColumn.Beside });
    });
    pick.onDidTriggerButton((button) => {
      if (button === QuickInputButtons.Back) end('back');
    });
    pick.onDidHide(() => {
      void preview.end(answer !== 'opened').then(() => {
        pick.dispose();
        resolve(answer);
      });
    });
    pick.show();
  });
}

/** The list would sort what it is given by its own measure; there is no typed way to say that it is sorted. */
function keepOrder(pick: QuickPick<DocumentItem>): void {
  Object.assign(pick, { sortByLabel: false });
}

interface OpenOptions {
  readonly viewColumn?: ViewColumn;
  readonly preserveFocus?: boolean;
  readonly preview?: boolean;
}

/** At the section that fits best, else at the top. */
async function openDocument({ uri, heading }: FindHit, options: OpenOptions = {}): Promise<TextEditor> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const editor = await window.showTextDocument(document, { preview: true, ...options });
  if (heading !== undefined) {
    const { line } = document.positionAt(heading.offset);
    const place = new Range(line, 0, line, 0);
    editor.selection = new Selection(place.start, place.start);
    editor.revealRange(place, TextEditorRevealType.AtTop);
  }
  return editor;
}

/** Moving fast over the list opens nothing. */
const REST = 150;

/** What is under the cursor, in a preview editor; the editor that was there comes back at the end. */
class Preview {
  readonly #before = window.activeTextEditor;
  #timer: NodeJS.Timeout | undefined;
  #shown: string | undefined;
  #opening: Promise<unknown> = Promise.resolve();

  show(hit: FindHit | undefined): void {
    clearTimeout(this.#timer);
    if (hit === undefined) return;
    this.#timer = setTimeout(() => {
      this.#shown = hit.uri;
      this.#opening = openDocument(hit, { preserveFocus: true }).catch(() => undefined);
    }, REST);
  }

  async end(isRestored: boolean): Promise<void> {
    clearTimeout(this.#timer);
    await this.#opening;
    if (!isRestored || this.#shown === undefined) return;
    const before = this.#before;
    if (before !== undefined && !before.document.isClosed) {
      const { document, viewColumn, selection } = before;
      await window.showTextDocument(document, { selection, ...(viewColumn !== undefined && { viewColumn }) });
      return;
    }
    const active = window.activeTextEditor?.document.uri.toString();
    if (active !== undefined && active === Uri.parse(this.#shown).toString())
      await commands.executeCommand('workbench.action.closeActiveEditor');
  }
}
