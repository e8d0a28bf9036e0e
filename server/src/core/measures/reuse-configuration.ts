// Configuration that can be used as it stands: a file of more than a few lines in which nothing is left out.
import type { DocumentModel, Section } from '../model/documentModel.ts';
import { findElisions } from './code/findElisions.ts';
import { fencesOf, type Program } from './code/programs.ts';
import { amountOf, type Measure } from './measure.ts';

const FEWEST_LINES = 5;
/** Of statements that change settings of a server one is a command, three are a configuration. */
const FEWEST_STATEMENTS = 3;
const STATEMENT = /^\s*ALTER (?:SYSTEM|DATABASE \S{1,60}) SET\b/gim;
/** JSON holds data more often than settings. */
const ABOUT_SETTINGS = /配置|部署|设置|config|settings|deploy|package\.json|tsconfig/i;
/** A piece of a manifest is no file. */
const MANIFEST = /Cargo\.toml|^\[(?:package|dependencies|dev-dependencies|profile)\b/m;
const MANIFEST_HEAD = /^\[(?:package|workspace)\]/m;
/** Rules of alerts are monitoring; they say nothing of how to set up what is monitored. */
const ALERT_RULES = /^\s*-?\s*alert: ?\S/m;
const NO_FILE = new Set(['makefile', 'proto', 'hcl']);
/** `max_connections = 200` in a fence without language. */
const PAIR = /^\s*[a-z][\w.]{2,60}\s*=\s*\S/;

export const reuseConfiguration: Measure = {
  id: 'reuse-configuration',
  names: {
    zh: ['完整配置', '配置文件', '完整的配置', '可用的配置', '配置示例', '完整的配置文件'],
    en: ['complete configuration', 'configuration file', 'full configuration', 'configuration'],
  },
  measure: ({ model }) => {
    const all = configurationsOf(model);
    const whole = all.filter(({ program }) => program.defect === undefined && findElisions(program).length === 0);
    const long = whole.filter(({ lines }) => lines >= FEWEST_LINES);
    if (all.length === 0) {
      return { amount: 'none', count: 0, summary: { key: 'reuse-configuration.none' }, evidence: [], missing: [] };
    }
    const cut = all.filter((one) => !whole.includes(one));
    const of = long.length + cut.filter(({ lines }) => lines >= FEWEST_LINES).length;
    return {
      amount: amountOf({ met: long.length, of: Math.max(1, of) }),
      count: long.length,
      summary: { key: 'reuse-configuration', args: { count: long.length, total: all.length, cut: cut.length } },
      evidence: long.map(({ program }) => ({ span: program.block.span })),
      missing: cut.map(({ program }) => ({ span: program.block.span, message: { key: 'reuse-configuration.cut' } })),
    };
  },
};

interface Configuration {
  readonly program: Program;
  readonly lines: number;
}

function configurationsOf(model: DocumentModel): readonly Configuration[] {
  const nameAbove = headingFinder(model);
  return fencesOf(model).flatMap((program) => {
    const heading = nameAbove(program.block.span.start);
    return isConfiguration(program, heading) ? [{ program, lines: program.codeLines }] : [];
  });
}

function isConfiguration({ language, text, code, lines }: Program, heading: string): boolean {
  if (language.kind === 'configuration') {
    if (NO_FILE.has(language.name)) return language.name === 'hcl';
    if (language.name === 'yaml' && ALERT_RULES.test(text)) return false;
    if (language.name === 'toml' && MANIFEST.test(text)) return MANIFEST_HEAD.test(text);
    return language.name !== 'json' || ABOUT_SETTINGS.test(heading) || ABOUT_SETTINGS.test(text.slice(0, 100));
  }
  if (language.kind === 'query') return (code.match(STATEMENT)?.length ?? 0) >= FEWEST_STATEMENTS;
  // A program may begin with pairs; a file of settings has nothing else.
  const written = lines.filter(({ code: own }) => own.trim() !== '');
  return language.kind === 'shell' && written.length > 0 && written.every((line) => PAIR.test(line.text.slice(0, 200)));
}

/** Names of the headings above an offset, joined; asked with growing offsets only. */
function headingFinder({ sections }: DocumentModel): (offset: number) => string {
  let index = 0;
  return (offset) => {
    while (index < sections.length && (sections[index]?.span.start ?? 0) <= offset) index += 1;
    const names: string[] = [];
    let each: Section | undefined = sections[index - 1];
    for (; each !== undefined && each.level > 1; each = each.parent) names.push(each.heading.identity.name);
    return names.join(' ');
  };
}
