// An input box whose words are followed while they are typed.
import { window, type Disposable } from 'vscode';

/** Typing rests so long before anyone follows. */
const TYPING_PAUSE = 200;

export interface FilterQuestion {
  readonly title: string;
  readonly placeholder: string;
  readonly prompt: string;
  readonly value: string;
  readonly follow: (text: string) => void;
}

/** What stands there when it is accepted; undefined where it was left. */
export function askFilter({ title, placeholder, prompt, value, follow }: FilterQuestion): Promise<string | undefined> {
  const input = window.createInputBox();
  Object.assign(input, { title, placeholder, prompt, value });
  let timer: NodeJS.Timeout | undefined;
  return new Promise((resolve) => {
    const listeners: Disposable[] = [
      input.onDidChangeValue((text) => {
        clearTimeout(timer);
        timer = setTimeout(follow, TYPING_PAUSE, text);
      }),
      input.onDidAccept(() => {
        resolve(input.value);
        input.hide();
      }),
      input.onDidHide(() => {
        clearTimeout(timer);
        listeners.forEach((listener) => void listener.dispose());
        input.dispose();
        resolve(undefined);
      }),
    ];
    input.show();
  });
}
