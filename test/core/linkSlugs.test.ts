// Anchors as the places that show Markdown make them, one table a profile.
import assert from 'node:assert/strict';
import type { SlugProfile } from '../../server/src/core/links/linkSettings.ts';
import { slugProfiles } from '../../server/src/core/links/linkSettings.ts';
import { anchorsByProfile } from '../../server/src/core/links/slugs/profiles.ts';

const headings = [
  '📋 概述',
  '⚙️ 配置',
  '1. 背景（全角）、标点',
  'A - B',
  'C++ & C#',
  'snake_case `code`',
  'Repeat',
  'Repeat',
  'Repeat 1',
  '2025',
  'Café',
];

const expected: Readonly<Record<SlugProfile, readonly string[]>> = {
  github: [
    '-概述', '\uFE0F-配置', '1-背景全角标点', 'a---b', 'c--c', 'snake_case-code',
    'repeat', 'repeat-1', 'repeat-1-1', '2025', 'café',
  ],
  gitlab: [
    '-概述', '\uFE0F-配置', '1-背景全角标点', 'a-b', 'c-c', 'snake_case-code',
    'repeat', 'repeat-1', 'repeat-1-1', 'anchor-2025', 'café',
  ],
  gitea: [
    '-概述', '-配置', '1-背景全角标点', 'a---b', 'c--c', 'snake_case-code',
    'repeat', 'repeat-1', 'repeat-1-1', '2025', 'café',
  ],
  azure: [
    '📋-概述', '⚙️-配置', '1.-背景（全角）、标点', 'a---b', 'c++-&-c#', 'snake_case-`code`',
    'repeat', 'repeat-1', 'repeat-1-1', '2025', 'café',
  ],
  vscode: [
    '📋-概述', '⚙️-配置', '1-背景全角标点', 'a---b', 'c--c', 'snake_case-code',
    'repeat', 'repeat-1', 'repeat-1-1', '2025', 'café',
  ],
  'markdown-it-anchor': [
    '📋-概述', '⚙️-配置', '1.-背景（全角）、标点', 'a---b', 'c++-&-c#', 'snake_case-`code`',
    'repeat', 'repeat-1', 'repeat-1-1', '2025', 'café',
  ],
  vitepress: [
    '📋-概述', '⚙️-配置', '_1-背景-全角-、标点', 'a-b', 'c-c', 'snake-case-code',
    'repeat', 'repeat-1', 'repeat-1-1', '_2025', 'cafe',
  ],
  mkdocs: ['_1', '_2', '1', 'a-b', 'c-c', 'snake_case-code', 'repeat', 'repeat_1', 'repeat-1', '2025', 'cafe'],
}; // prettier-ignore

describe('slug profiles', () => {
  for (const profile of slugProfiles) {
    it(profile, () => {
      assert.deepEqual(anchorsByProfile[profile](headings), expected[profile]);
    });

    it(`${profile}: twenty thousand equal headings, and one of 100 kB, take no time to speak of`, () => {
      const start = performance.now();
      const anchors = anchorsByProfile[profile](Array.from({ length: 20_000 }, () => '重复 repeat'));
      assert.equal(new Set(anchors).size, 20_000);
      for (const unit of ['-', ' ', 'a-', '（', '😀']) anchorsByProfile[profile]([unit.repeat(50_000)]);
      assert.ok(performance.now() - start < 3_000, `${Math.round(performance.now() - start)} ms`);
    });
  }
});
