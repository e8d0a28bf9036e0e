// The versions that the document was written for: of the product, the language, the libraries.
import type { Measure } from './measure.ts';
import { versionsInMetadata, versionsInText, type NamedVersion } from './reuse/namedVersions.ts';

const SHOWN = 4;

export const reuseVersions: Measure = {
  id: 'reuse-versions',
  names: {
    zh: ['版本', '版本说明', '适用版本', '写明版本', '版本要求'],
    en: ['versions', 'version', 'stated versions', 'supported versions'],
  },
  measure: ({ model }) => {
    const stated = versionsInMetadata(model);
    const named = versionsInText(model);
    const all = [...stated, ...named];
    if (all.length === 0) {
      return { amount: 'none', count: 0, summary: { key: 'reuse-versions.none' }, evidence: [], missing: [] };
    }
    const names = [...new Set(all.map(nameOf))];
    return {
      amount: stated.length > 0 ? 'all' : 'some',
      count: names.length,
      summary: {
        key: stated.length > 0 ? 'reuse-versions' : 'reuse-versions.text',
        args: { names: names.slice(0, SHOWN).join('、') + (names.length > SHOWN ? '…' : ''), count: names.length },
      },
      evidence: [...new Set([...stated, ...named].map(({ span }) => span))].map((span) => ({ span })),
      missing: [],
    };
  },
};

function nameOf({ name, version }: NamedVersion): string {
  return `${name} ${version}`;
}
