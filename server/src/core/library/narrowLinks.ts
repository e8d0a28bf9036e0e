// `links` of the configuration: how anchors are made, what a leading slash means, whether `.md` may be left out.
import type { Node } from 'jsonc-parser';
import { defaultLinkSettings, slugProfiles, type LinkSettings } from '../links/linkSettings.ts';
import { shown, spanOf, type JsonNarrowing } from './jsonNarrowing.ts';
import { scopePath } from './pathScope.ts';

export const linkKeys = ['slug', 'root', 'withoutExtension'] as const;

/** What is wrong is reported and keeps its default. */
export function narrowLinks(node: Node, json: JsonNarrowing): LinkSettings {
  let settings = defaultLinkSettings;
  for (const property of json.properties(node, 'links')) {
    const { key, value } = property;
    if (key === 'slug') settings = { ...settings, slug: json.choice(value, key, slugProfiles) ?? settings.slug };
    else if (key === 'root') settings = { ...settings, root: rootOf(value, json) ?? settings.root };
    else if (key === 'withoutExtension') {
      settings = { ...settings, withoutExtension: flagOf(value, key, json) ?? settings.withoutExtension };
    } else json.unknownKey(property, linkKeys);
  }
  return settings;
}

function rootOf(node: Node, json: JsonNarrowing): string | undefined {
  const text = json.string(node, 'root');
  if (text === undefined || text === '' || text === '.') return text === undefined ? undefined : '';
  const scoped = scopePath(text);
  if (scoped.isInside) return scoped.path;
  json.report('config-path-outside', spanOf(node), { key: 'config-path-outside', args: { path: shown(text) } });
  return undefined;
}

function flagOf(node: Node, name: string, json: JsonNarrowing): boolean | undefined {
  const value: unknown = node.value;
  if (typeof value === 'boolean') return value;
  json.invalid(node, name, { key: 'config-value-invalid.flag' });
  return undefined;
}
