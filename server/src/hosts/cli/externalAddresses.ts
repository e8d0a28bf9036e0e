// Asks web servers whether addresses are there: `casewright check --external`, and nothing else. Addresses of the machine
// and of its network are never asked, wherever a redirect leads, and no answer is read or kept.
import { inTurns } from './inTurns.ts';

export interface ExternalAnswer {
  readonly kind: 'ok' | 'gone' | 'failing' | 'unreachable' | 'slow' | 'invalid' | 'skipped';
  readonly status?: number;
}

export interface ExternalOptions {
  /** For one attempt, in milliseconds. */
  readonly timeout: number;
  /** Hosts that are asked at the same time; each is asked one address after the other. */
  readonly hostsAtOnce: number;
  /** Between two questions to one host, and before the second attempt, in milliseconds. */
  readonly pause: number;
  readonly isAsked: (url: URL) => boolean;
}

export const defaultExternalOptions: ExternalOptions = {
  timeout: 10_000,
  hostsAtOnce: 6,
  pause: 150,
  isAsked: isPublic,
};

const MAX_REDIRECTS = 5;

/** One answer for each address; each is asked once, whatever follows `#`. Never rejects. */
export async function askAddresses(
  addresses: Iterable<string>,
  options: ExternalOptions = defaultExternalOptions,
): Promise<ReadonlyMap<string, ExternalAnswer>> {
  const answers = new Map<string, ExternalAnswer>();
  const byPage = new Map<string, string[]>();
  for (const address of new Set(addresses)) {
    const url = pageOf(address);
    if (url === undefined) answers.set(address, { kind: 'invalid' });
    else if (!/^https?:$/.test(url.protocol) || !options.isAsked(url)) answers.set(address, { kind: 'skipped' });
    else add(byPage, url.href, address);
  }
  const byHost = new Map<string, string[]>();
  for (const page of byPage.keys()) add(byHost, new URL(page).host, page);
  await inTurns([...byHost.values()], options.hostsAtOnce, async (pages) => {
    for (const [index, page] of pages.entries()) {
      if (index > 0) await wait(options.pause);
      const answer = await ask(page, options);
      for (const address of byPage.get(page) ?? []) answers.set(address, answer);
    }
  });
  return answers;
}

/** False for the machine itself, its network, and names that are reserved for examples. */
export function isPublic({ hostname }: URL): boolean {
  const host = hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
  if (host.includes(':')) return !/^(?:::|f[cd]|fe[89ab])/.test(host);
  if (/^\d+(?:\.\d+){3}$/.test(host))
    return !/^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|22[4-9]|2[3-5]\d)\./.test(host);
  if (!host.includes('.')) return false;
  return !/(?:^|\.)(?:localhost|local|internal|lan|home|corp|test|invalid|example|example\.(?:com|org|net))$/.test(
    host,
  );
}

function pageOf(address: string): URL | undefined {
  const text = address.startsWith('//') ? `https:${address}` : address;
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  url.hash = '';
  return url;
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

function wait(time: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, time);
  });
}

/** Twice where the first attempt may have met a bad moment. */
async function ask(page: string, options: ExternalOptions): Promise<ExternalAnswer> {
  const first = await attempt(page, options);
  if (first.kind === 'ok' || first.kind === 'gone' || first.kind === 'skipped') return first;
  await wait(options.pause);
  return attempt(page, options);
}

/** HEAD, then GET: many servers do not answer the former as the latter. */
async function attempt(page: string, options: ExternalOptions): Promise<ExternalAnswer> {
  const head = await request(page, 'HEAD', options);
  return head.kind === 'ok' || head.kind === 'skipped' || head.kind === 'slow' || head.kind === 'unreachable'
    ? head
    : request(page, 'GET', options);
}

async function request(page: string, method: 'HEAD' | 'GET', options: ExternalOptions): Promise<ExternalAnswer> {
  const signal = AbortSignal.timeout(options.timeout);
  let url = new URL(page);
  try {
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const response = await fetch(url, { method, redirect: 'manual', signal });
      await response.body?.cancel();
      const { status } = response;
      const location = response.headers.get('location');
      if (status < 300 || status >= 400 || location === null) return { kind: kindOf(status), status };
      url = new URL(location, url);
      // A server must not send us into the network of whoever runs the check.
      if (!/^https?:$/.test(url.protocol) || !options.isAsked(url)) return { kind: 'skipped' };
    }
    return { kind: 'failing' };
  } catch {
    // Whatever the reason (no such name, refused, certificate): a reader gets no page either.
    return { kind: signal.aborted ? 'slow' : 'unreachable' };
  }
}

/** Servers that want to know who asks, or are asked too often, have the page. */
function kindOf(status: number): ExternalAnswer['kind'] {
  if (status === 404 || status === 410) return 'gone';
  return status >= 500 && status < 600 ? 'failing' : 'ok';
}
