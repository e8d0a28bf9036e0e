// Test code: test functions of the usual frameworks, commands that run tests or load, queries whose result is stated.
import type { Span } from '../../sourceText.ts';
import type { Program } from './programs.ts';

export interface FoundTests {
  /** Where the first one stands, in the program's text. */
  readonly part: Span;
  readonly count: number;
}

const jvm =
  /@(?:Test|ParameterizedTest|RepeatedTest|Benchmark|SpringBootTest)\b|\bassert(?:Equals|True|False|That|Throws|NotNull)\(/g;
const script = /\b(?:describe|it|test)(?:\.\w+)?\(\s*['"`]/g;
const tests: Readonly<Record<string, RegExp>> = {
  rust: /#\[(?:\w+::)*(?:test|bench|rstest|test_case|quickcheck|wasm_bindgen_test)\b|\bproptest!|\bcriterion_group!|\bloom::model\b|\.bench_(?:function|with_input)\(/g,
  python: /^[ \t]*(?:async )?def test_\w+|\bunittest\.TestCase\b|@pytest\.|^assert\s|\(HttpUser\)|^[ \t]*@task\b/gm,
  java: jvm,
  kotlin: jvm,
  scala: jvm,
  csharp: /\[(?:Fact|Test|TestMethod|Theory|Benchmark)\b/g,
  go: /\bfunc (?:Test|Benchmark|Fuzz|Example)\w*\(/g,
  javascript: script,
  typescript: script,
  c: /\bassert\(|\bTEST\(/g,
  cpp: /\b(?:TEST|TEST_F|TEST_P|TEST_CASE|BENCHMARK)\(/g,
  sql: /^[ \t]*ASSERT\s|\bSELECT\s+(?:\*\s+FROM\s+)?(?:plan|ok|is|isnt|results_eq|throws_ok|lives_ok|has_table)\s*\(/gim,
  bash: /\b(?:cargo (?:\+\w+ )?(?:test|bench|nextest|fuzz|mutants|tarpaulin|llvm-cov|miri)|pytest|go test|npm (?:run )?test|(?:mvn|gradle|\.\/gradlew) test|pgbench|sysbench|wrk2?|ab -|k6 run|hey -|jmeter|locust|vegeta|redis-benchmark|siege|fio|oha|bombardier)(?![\w-])/g,
};
const common = /\b(?:assert\w*|expect)\s*\(|\bdef test_\w+|@Test\b/g;
/** What a result has to be, said where a query is made for it. */
const expectation =
  /预期|期望|应(?:该|当)?(?:返回|等于|为|是|有|得到)|结果应|验证(?:结果|数据|一致|是否|总|余额|库存|数量)|^验证|\bexpect(?:ed|s)?\b|\bshould (?:be|return|equal|yield)\b|\bverify\b/i;

export function findTests(program: Program): FoundTests | undefined {
  const { language, code } = program;
  if (language.kind === 'configuration' || language.kind === 'markup') return undefined;
  const found = [...code.matchAll(tests[language.name] ?? common)];
  const first = found[0];
  if (first !== undefined) {
    const start = first.index + first[0].length - first[0].trimStart().length;
    return { part: { start, end: first.index + first[0].length }, count: found.length };
  }
  return language.kind === 'query' ? findVerifications(program) : undefined;
}

/** Comments that state a result beside a SELECT: up to three lines below, or behind it. */
function findVerifications(program: Program): FoundTests | undefined {
  const hits = program.comments.filter(
    ({ body, end, isAlone, start }) =>
      expectation.test(body) && isQuery(isAlone ? program.code.slice(end) : program.code.slice(0, start)),
  );
  const first = hits[0];
  return first === undefined ? undefined : { part: { start: first.start, end: first.end }, count: hits.length };
}

function isQuery(code: string): boolean {
  return (
    /^\s{0,400}(?:SELECT|WITH|TABLE|SHOW|EXPLAIN)\b/i.test(code.slice(0, 500)) ||
    /\bSELECT\b[^;]{0,300};?\s*$/i.test(code.slice(-400))
  );
}
