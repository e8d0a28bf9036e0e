// Scripts that make test data: generate_series, fakers, loops that insert, pgbench -i.
import type { Evidence, Measure, MeasureContext } from './measure.ts';
import { placeIn, programsOf, type Program } from './code/programs.ts';
import { statementsOf } from './data/statements.ts';
import type { Span } from '../sourceText.ts';

const faker = /\bFaker\s*\(|\bfaker\.\w|\bfake\.\w+\s*\(|\bfake::|\bFaker\b|\bgofakeit\.|\bmimesis\b/;
const random =
  /\brandom\.(?:randint|choice|choices|uniform|random|sample|gauss|randrange)\b|\bnp\.random\.|\brand\.(?:Int|Intn|Float64|Perm)\b|\bMath\.random\b|\bnew Random\(|\brand::|\bthread_rng\b|\bgen_range\b|\bnextInt\(/;
/** What makes data is called so; dice that choose a worker or a fault are none. */
const named =
  /\b(?:generate|gen|seed|populate|fake|mock|fill|make_test|create_test|build_test)_?\w{0,20}(?:data|rows|records|users|orders|samples|dataset|events|logs|transactions|fixtures|products|accounts|items)\s*[(<]/i;
const writing =
  /\bINSERT\s+INTO\b|\bCOPY\s+\w|\bwriterow|\bexecutemany\b|\bexecute_values\b|\bto_csv\(|\bcopy_from\b|\bcopy_records_to_table\b/i;
const command =
  /\bpgbench\s[^\n]{0,80}-i\b|\bsysbench\s[^\n]{0,200}\bprepare\b|\bdbgen\b|\bmysqlslap\b|\bkafka-producer-perf-test\b|\/dev\/urandom|\bpython3?\s+\S{0,60}(?:gen|seed|fake|mock|populate)\w{0,40}\.py|\bpsql\s[^\n]{0,80}(?:gen|seed|fill|populate|testdata|test_data)\w{0,40}\.sql/i;
const loop = /\bFOR\s+\w+\s+IN\s+(?:REVERSE\s+)?[\w]+\s*\.\.\s*[\w]+\s+LOOP\b/i;

export const dataGenerator: Measure = {
  id: 'data-generator',
  names: {
    zh: ['数据生成脚本', '生成脚本', '造数脚本', '数据生成', '生成数据的脚本'],
    en: ['generator script', 'data generator', 'generation script', 'script given that makes the data', 'seed script'],
  },
  measure(context) {
    const evidence = generatorsIn(context);
    const count = evidence.length;
    if (count === 0) return { amount: 'none', count, summary: { key: 'data-generator.none' }, evidence, missing: [] };
    return { amount: 'all', count, summary: { key: 'data-generator.summary', args: { count } }, evidence, missing: [] };
  },
};

/** Places that make test data, in document order. */
export function generatorsIn({ model }: MeasureContext): readonly Evidence[] {
  return programsOf(model).flatMap((program) =>
    partsOf(program).map((part) => ({ span: placeIn(program, model.source, part) })),
  );
}

function partsOf(program: Program): readonly Span[] {
  const { language, code, text } = program;
  switch (language.kind) {
    case 'query':
      return language.name === 'sql' ? sqlParts(program) : [];
    case 'shell': {
      const match = command.exec(text);
      return match === null ? [] : [{ start: match.index, end: match.index + match[0].length }];
    }
    case 'program': {
      const isMaking =
        faker.test(code) ||
        (random.test(code) && (named.test(code) || (writing.test(text) && /\b(?:for|while)\b/.test(code))));
      const match = isMaking ? (faker.exec(code) ?? random.exec(code)) : null;
      return match === null ? [] : [{ start: match.index, end: match.index + match[0].length }];
    }
    default:
      return [];
  }
}

function sqlParts(program: Program): readonly Span[] {
  const made = statementsOf(program)
    .filter(
      ({ code }) => /\bgenerate_series\s*\(/i.test(code) && /\bINSERT\s+INTO\b|\bCREATE\b[^(]{0,200}\bAS\b/i.test(code),
    )
    .map(({ part }) => part);
  if (made.length > 0) return made;
  const match = loop.exec(program.code);
  // A loop whose body inserts: the body stands below it.
  const body = match === null ? '' : program.code.slice(match.index, match.index + 2_000);
  return match !== null && /\bINSERT\s+INTO\b/i.test(body.split(/\bEND\s+LOOP\b/i)[0] ?? '')
    ? [{ start: match.index, end: match.index + match[0].length }]
    : [];
}
