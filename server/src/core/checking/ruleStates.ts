// Which rules there are, and which of them the configuration leaves on.
import type { Configuration } from '../library/configuration.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';

export const ruleOfCode: ReadonlyMap<string, Rule> = new Map<string, Rule>(rules.map((rule) => [rule.code, rule]));

export function isOff(code: string, configuration: Configuration): boolean {
  const severity = configuration.rules[code]?.severity;
  return severity === undefined ? ruleOfCode.get(code)?.isOffByDefault === true : severity === 'off';
}
