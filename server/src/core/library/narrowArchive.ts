// `archive` and `templateVersion` of the configuration: where archived documents go and what stays behind; where documents
// say which version of their template they follow.
import type { Node } from 'jsonc-parser';
import { defaultArchiveSettings, tombstoneForms, type ArchiveSettings } from '../archive/archiveSettings.ts';
import type { TemplateVersionSettings } from '../migration/templateVersionSettings.ts';
import { shown, spanOf, type JsonNarrowing } from './jsonNarrowing.ts';
import { scopePath } from './pathScope.ts';

/** Keys of each; schemas/config.schema.json describes them (a test compares). */
export const archiveKeys = ['folder', 'tombstone', 'status'] as const;
export const templateVersionKeys = ['key', 'folder'] as const;

/** What is wrong is reported and keeps its default. */
export function narrowArchive(node: Node, json: JsonNarrowing): ArchiveSettings {
  let settings = defaultArchiveSettings;
  for (const property of json.properties(node, 'archive')) {
    const { key, value } = property;
    if (key === 'folder') settings = { ...settings, folder: folderOf(value, key, json) ?? settings.folder };
    else if (key === 'tombstone') {
      settings = { ...settings, tombstone: json.choice(value, key, tombstoneForms) ?? settings.tombstone };
    } else if (key === 'status') {
      const status = textOf(value, key, json);
      settings = { ...settings, ...(status !== undefined && { status }) };
    } else json.unknownKey(property, archiveKeys);
  }
  return settings;
}

export function narrowTemplateVersion(node: Node, json: JsonNarrowing): TemplateVersionSettings {
  let settings: TemplateVersionSettings = {};
  for (const property of json.properties(node, 'templateVersion')) {
    const { key, value } = property;
    if (key === 'key' || key === 'folder') {
      const text = key === 'key' ? textOf(value, key, json) : folderOf(value, key, json);
      settings = { ...settings, ...(text !== undefined && { [key]: text }) };
    } else json.unknownKey(property, templateVersionKeys);
  }
  return settings;
}

function textOf(node: Node, name: string, json: JsonNarrowing): string | undefined {
  const text = json.string(node, name)?.trim().slice(0, 100);
  return text === '' || text === undefined || /[\r\n]/.test(text) ? undefined : text;
}

/** A folder inside the library; the root itself is none. */
function folderOf(node: Node, name: string, json: JsonNarrowing): string | undefined {
  const text = json.string(node, name);
  if (text === undefined) return undefined;
  const scoped = scopePath(text);
  if (scoped.isInside) return scoped.path;
  json.report('config-path-outside', spanOf(node), { key: 'config-path-outside', args: { path: shown(text) } });
  return undefined;
}
