// `npm run new-rule <code>`: writes the files that a new rule starts from, and its line in the list of rules.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const rulesFolder = join(root, 'server/src/core/rules');

/** Exit code: 0 written, 2 wrong arguments. Never overwrites a file. */
export function main(args: readonly string[]): number {
  const [code] = args;
  if (code === undefined || !/^[a-z]+(?:-[a-z]+)+$/.test(code)) {
    console.error('usage: npm run new-rule <code>, e.g. table-header-missing: what is wrong, in kebab case');
    return 2;
  }
  const files = [
    { path: join(rulesFolder, `${code}.ts`), text: ruleText(code) },
    { path: join(root, 'test/rules', `${code}.md`), text: pageText(code) },
  ];
  const taken = files.find(({ path }) => existsSync(path));
  if (taken !== undefined) {
    console.error(`${taken.path} exists already`);
    return 2;
  }
  for (const { path, text } of files) writeFileSync(path, text);
  const list = join(rulesFolder, 'index.ts');
  writeFileSync(list, listed(readFileSync(list, 'utf8'), code));
  console.log(
    `Written: the rule, its page and its line in rules/index.ts. Next: the texts “${code}” in core/messages,`,
  );
  console.log('then the page, then `UPDATE=1 npm run test:unit` and a careful look at what it writes.');
  return 0;
}

/** The list of rules with one more, sorted by code. */
export function listed(text: string, code: string): string {
  const name = variableOf(code);
  const codes = [...text.matchAll(/^import \{ \w+ \} from '\.\/([a-z-]+)\.ts';$/gm)].map((match) => match[1] ?? '');
  const before = codes.filter((other) => other < code).at(-1);
  const after = codes.find((other) => other > code);
  const importLine = `import { ${name} } from './${code}.ts';`;
  const importOf = (other: string): string => `import { ${variableOf(other)} } from './${other}.ts';`;
  if (before !== undefined) {
    return text
      .replace(importOf(before), `${importOf(before)}\n${importLine}`)
      .replace(`  ${variableOf(before)},\n`, `  ${variableOf(before)},\n  ${name},\n`);
  }
  if (after === undefined) return text;
  return text
    .replace(importOf(after), `${importLine}\n${importOf(after)}`)
    .replace(`  ${variableOf(after)},\n`, `  ${name},\n  ${variableOf(after)},\n`);
}

function variableOf(code: string): string {
  return code.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function ruleText(code: string): string {
  const name = variableOf(code);
  return `// One sentence: what is wrong, as the page says it.
import type { Finding } from '../finding.ts';
import type { DocumentRule, RuleContext } from './rule.ts';

export const ${name}: DocumentRule = {
  kind: 'document',
  code: '${code}',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'by-status',
  check,
};

function check({ model }: RuleContext): readonly Finding[] {
  return model.sections
    .filter((section) => section.heading.text === '${code}')
    .map((section) => ({
      code: ${name}.code,
      severity: ${name}.defaultSeverity,
      message: { key: '${code}' },
      span: section.heading.textSpan,
    }));
}
`;
}

function pageText(code: string): string {
  const fence = '````';
  return `# ${code}

什么情况算问题，为什么要紧，怎样改好。

## English

What is wrong, why it matters, how to mend it.

## 例子

### 有问题

${fence}md
# 库存扣减

## ${code}
${fence}

### 没有问题

${fence}md
# 库存扣减

## 概述

电商库存扣减。
${fence}
`;
}
