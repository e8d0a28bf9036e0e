// How many of the code blocks that can fail handle it: exceptions, results, rollbacks, retries, exit codes.
import { amountOf, type Evidence, type Measure } from './measure.ts';
import { placeIn, programsOf, type Program } from './code/programs.ts';

const exceptions = /\bcatch\s*[({]|\bthrow\b|\bthrows\b|\bexceptionally\(|\bonErrorResume\b|@Retryable\b|\.catch\(/;
const handlers: Readonly<Record<string, RegExp>> = {
  python: /^\s*except\b|\bsuppress\(|@retry\b|^\s*raise\b/m,
  java: exceptions,
  go: /\berr\w*\s*!=\s*nil|\berrors\.(?:Is|As|New|Join)\b|\brecover\(\)|\bfmt\.Errorf\(/,
  rust: /\bErr\s*\(|[\w)\]>]\?(?=[;.,)\s])|\.(?:map_err|ok_or|ok_or_else|or_else)\(|\b(?:anyhow|bail|ensure)!/,
  javascript: exceptions,
  typescript: exceptions,
  c: /\berrno\b|\bperror\(|==\s*NULL\b|\bgoto \w*(?:err|fail|clean)/i,
  cpp: /\bcatch\s*\(|\bthrow\b|\berrno\b/,
  sql: /\bEXCEPTION\s+WHEN\b|\bWHEN\s+OTHERS\b|\bRAISE\s+(?:EXCEPTION|WARNING)\b|\bROLLBACK\b|\bSAVEPOINT\b|\bIF\s+NOT\s+FOUND\b|\bSIGNAL\s+SQLSTATE\b|\b(?:EXIT|CONTINUE)\s+HANDLER\b|\b(?:lock|statement)_timeout\b/i,
  bash: /\bset -[a-z]*e|\btrap\s|\|\|\s*(?:exit|return|echo|die|\{|\()|\$\?|\bif\s+!\s/,
};
const common = /\b(?:catch|except|rescue|ensure|raise|throw|throws|recover)\b/;
/** In any language. */
const resilience = /\b\w{0,40}(?:retry|retries|backoff|circuit_?breaker)\w{0,40}/i;
/** Reaches out to what may not answer. */
const reaching =
  /\b(?:connect\w*|execute\w*|fetch\w*|query\w*|request\w*|send\w*|recv\w*|read\w*|write\w*|open|urlopen|post|commit|publish|subscribe|transfer\w*|save\w*|unwrap|expect)\s*\(|\bawait\b/i;
const transaction = /^\s*(?:BEGIN(?:\s+(?:WORK|TRANSACTION|ISOLATION)[^;]{0,100})?|START TRANSACTION[^;]{0,100})\s*;/im;

export const codeErrorHandling: Measure = {
  id: 'code-error-handling',
  names: {
    zh: ['错误处理代码', '错误处理', '异常处理', '出错处理', '容错代码'],
    en: ['error handling', 'exception handling', 'handles errors', 'errors are handled'],
  },
  measure({ model }) {
    const evidence: Evidence[] = [];
    const missing: Evidence[] = [];
    for (const program of programsOf(model)) {
      const { kind } = program.language;
      if (kind === 'configuration' || kind === 'markup') continue;
      const part = handlingIn(program);
      if (part !== undefined) evidence.push({ span: placeIn(program, model.source, part) });
      else if (canFail(program))
        missing.push({ span: program.block.span, message: { key: 'code-error-handling.missing' } });
    }
    const [met, of] = [evidence.length, evidence.length + missing.length];
    if (of === 0) return { amount: 'none', count: 0, summary: { key: 'code-error-handling.none' }, evidence, missing };
    return {
      amount: amountOf({ met, of }),
      count: met,
      summary: { key: 'code-error-handling.summary', args: { met, total: of } },
      evidence,
      missing,
    };
  },
};

function handlingIn({ language, code }: Program): { readonly start: number; readonly end: number } | undefined {
  const match = (handlers[language.name] ?? common).exec(code) ?? resilience.exec(code);
  if (match === null) return undefined;
  const start = match.index + match[0].length - match[0].trimStart().length;
  const end = code.indexOf('\n', start);
  return { start, end: start + code.slice(start, end < 0 ? code.length : end).trimEnd().length };
}

function canFail({ language, code, codeLines }: Program): boolean {
  if (language.kind === 'query') return transaction.test(code);
  return language.kind === 'program' && codeLines > 3 && reaching.test(code);
}
