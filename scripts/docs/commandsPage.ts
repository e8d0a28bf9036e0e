// Reference of the commands, from package.json: title, id, keys, and the menus where they are.
import { code, page, table, type Locale, type Texts } from './markdown.ts';
import { readContributions, textOf, type Contributions, type MenuItem } from './manifest.ts';

const title: Texts = { zh: '命令', en: 'Commands' };

const intro: Texts = {
  zh: '全部命令都在命令面板（`Ctrl+Shift+P`）里，以“Casewright:”开头。针对一篇文档的命令只在 Markdown 编辑器中出现。',
  en: 'All commands are in the command palette (`Ctrl+Shift+P`), beginning with “Casewright:”. Those about one document appear in Markdown editors only.',
};

const heads: Readonly<Record<Locale, readonly string[]>> = {
  zh: ['命令', '标识', '快捷键', '还可以从这里打开'],
  en: ['command', 'id', 'keys', 'also in'],
};

/** Menus of package.json that people see, with what they are called. */
const menus: Readonly<Record<string, Texts>> = {
  'editor/title': { zh: '编辑器标题栏', en: 'editor title' },
  'editor/context': { zh: '编辑器右键菜单', en: 'editor context menu' },
  'explorer/context': { zh: '资源管理器中文件夹的右键菜单', en: 'context menu of a folder' },
  'file/newFile': { zh: '文件 › 新建文件…', en: 'File › New File…' },
  'view/title': { zh: '文档视图的标题栏', en: 'title of the documents view' },
  'view/item/context': { zh: '文档视图中条目的右键菜单', en: 'context menu in the documents view' },
};

export function commandsPage(locale: Locale): string {
  const contributions = readContributions();
  const rows = contributions.commands.map(({ command, title: reference, category }) => [
    `${category}: ${textOf(reference, locale)}`,
    code(command),
    keysOf(contributions, command),
    placesOf(contributions, command, locale),
  ]);
  return page(locale, title[locale], [intro[locale], table(heads[locale], rows)]);
}

function keysOf({ keybindings }: Contributions, command: string): string {
  return keybindings
    .filter((binding) => binding.command === command)
    .map(({ key, mac }) => (mac === undefined ? code(key) : `${code(key)} (macOS ${code(mac)})`))
    .join(', ');
}

function placesOf({ menus: contributed }: Contributions, command: string, locale: Locale): string {
  const separator = locale === 'zh' ? '、' : ', ';
  const holds = (items: readonly MenuItem[]): boolean =>
    items.some(
      (item) => item.command === command || (item.submenu !== undefined && holds(contributed[item.submenu] ?? [])),
    );
  return Object.entries(menus)
    .filter(([menu]) => holds(contributed[menu] ?? []))
    .map(([, name]) => name[locale])
    .join(separator);
}
