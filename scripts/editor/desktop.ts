// Finds the desktop VS Code on this machine and says whether it could show a window. It starts nothing.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** What a person can do when there is none; one line. */
export const desktopHint = 'install VS Code, or set VSCODE_EXECUTABLE to its executable';

/** @returns VS Code's own executable (not its shell wrapper), or undefined */
export function findDesktop(): string | undefined {
  const named = process.env['VSCODE_EXECUTABLE'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined;
  return usualPlaces().find((path) => existsSync(path));
}

function usualPlaces(): readonly string[] {
  if (process.platform === 'darwin') {
    const inside = join('Visual Studio Code.app', 'Contents', 'MacOS', 'Electron');
    return [join('/Applications', inside), join(homedir(), 'Applications', inside)];
  }
  if (process.platform === 'win32') {
    const roots = [process.env['LOCALAPPDATA'], process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)']];
    const found = roots.filter((root) => root !== undefined);
    return found.flatMap((root) => [
      join(root, 'Programs', 'Microsoft VS Code', 'Code.exe'),
      join(root, 'Microsoft VS Code', 'Code.exe'),
    ]);
  }
  return [
    '/usr/share/code/code',
    '/usr/lib/code/code',
    '/opt/visual-studio-code/code',
    '/snap/code/current/usr/share/code/code',
  ];
}

/** A window needs a display on Linux; elsewhere there is always one. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some((name) => name !== undefined && name !== '');
}

/** The wrapper that gives a program a virtual display, or undefined where it is not installed. */
export function findVirtualDisplay(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, 'xvfb-run')).find((path) => existsSync(path));
}

/** Flags that VS Code demands as root, and none else. */
export function rootFlags(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** Opens a web address in the person's own browser; false where there is no way to. */
export function openAddress(address: string): boolean {
  if (!hasDisplay()) return false;
  const [file = '', ...args] = openers[process.platform] ?? ['xdg-open'];
  try {
    execFileSync(file, [...args, address], { stdio: 'ignore', timeout: 5000 });
    return true;
  } catch {
    return false; // No opener: the address is printed, which is enough.
  }
}

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};
