// Findings about links to the outside, for `casewright check --external`: only there, and only when asked.
import type { DocumentFacts, FactLink } from '../../core/facts/documentFacts.ts';
import type { Finding } from '../../core/finding.ts';
import type { LibraryIndex } from '../../core/index/libraryIndex.ts';
import { parseAddress } from '../../core/links/linkAddress.ts';
import {
  askAddresses,
  defaultExternalOptions,
  type ExternalAnswer,
  type ExternalOptions,
} from './externalAddresses.ts';

export interface ExternalFindings {
  /** Raw findings by document. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** Addresses that were asked for. */
  readonly asked: number;
}

/** `paths`: the documents that are checked. */
export async function externalFindings(
  { documents }: LibraryIndex,
  paths: readonly string[],
  options: ExternalOptions = defaultExternalOptions,
): Promise<ExternalFindings> {
  const checked = paths.flatMap((path) => documents.get(path) ?? []);
  const links = new Map(checked.map((facts) => [facts.path, externalLinks(facts)]));
  const answers = await askAddresses(
    [...links.values()].flat().map(({ url }) => url),
    options,
  );
  const findings = new Map<string, readonly Finding[]>();
  for (const [path, found] of links) {
    findings.set(
      path,
      found.flatMap((link) => findingOf(link, answers.get(link.url)) ?? []),
    );
  }
  return { findings, asked: [...answers.values()].filter(({ kind }) => kind !== 'skipped').length };
}

/** A reference has the address of its definition, where it is reported. */
function externalLinks({ links }: DocumentFacts): readonly FactLink[] {
  return links.filter(
    ({ url, form, span, urlSpan }) =>
      /^(?:https?:)?\/\//i.test(url) &&
      parseAddress(url).kind === 'external' &&
      form !== 'reference' &&
      (form !== 'image' || span.start !== urlSpan.start),
  );
}

function findingOf({ url, urlSpan }: FactLink, answer: ExternalAnswer | undefined): Finding | undefined {
  if (answer === undefined || answer.kind === 'ok' || answer.kind === 'skipped') return undefined;
  const { kind, status = 0 } = answer;
  // What is slow or failing now may answer tomorrow.
  const isSure = kind === 'gone' || kind === 'invalid';
  return {
    code: 'link-external',
    severity: isSure ? 'warning' : 'information',
    message: { key: `link-external.${kind}`, args: { url: url.slice(0, 200), status } },
    span: urlSpan,
  };
}
