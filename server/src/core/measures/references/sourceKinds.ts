// What kind of source an address or a work is: by its host, else by the words around it. The lists are of what technical
// documents cite most, not of all there is.
import type { Source } from './sources.ts';

export type SourceKind = 'official' | 'paper' | 'blog' | 'encyclopedia';

const ENCYCLOPEDIA = /(?:^|\.)(?:wikipedia\.org|wikimedia\.org|wikiwand\.com|baike\.baidu\.com|britannica\.com)$/;

const PAPER_HOST =
  /(?:^|\.)(?:doi\.org|arxiv\.org|dl\.acm\.org|acm\.org|ieeexplore\.ieee\.org|ieee\.org|vldb\.org|usenix\.org|sigmod\.org|springer\.com|sciencedirect\.com|researchgate\.net|semanticscholar\.org|scholar\.google\.com|jstor\.org|dblp\.org|cnki\.net|rfc-editor\.org|ietf\.org|iso\.org|iec\.ch|nist\.gov|openstd\.samr\.gov\.cn|pcisecuritystandards\.org)$/;
const PAPER_PATH = /^\/tr\/|\/papers?\/|\/publications?\/|\.pdf$/;
const PAPER_WORDS =
  /\b(?:rfc|iso(?:\/iec)?|ieee|gb(?:\/t)?)[ -]?\d{3}|\barxiv\b|\bdoi\b|\b(?:sigmod|p?vldb|icde|osdi|sosp|nsdi|podc|pods|edbt|cidr|eurosys|sigcomm|tods|cacm)\b|\bet al\b|论文|\bpaper\b/;
const PAPER_HEADING = /论文|^规范|标准规范|^标准$|papers?$|^standards$|specifications?$/;

const BLOG_HOST =
  /^(?:blogs?|engineering|tech|medium)\.|(?:^|\.)(?:medium\.com|dev\.to|wordpress\.com|blogspot\.com|substack\.com|hashnode\.dev|csdn\.net|cnblogs\.com|juejin\.cn|zhihu\.com|jianshu\.com|segmentfault\.com|infoq\.(?:com|cn)|51cto\.com|oschina\.net|martinfowler\.com|highscalability\.com|brandur\.org|planet\.postgresql\.org|2ndquadrant\.com)$/;
const BLOG_PATH = /^\/(?:[a-z-]{2,5}\/)?(?:blogs?|posts?|articles?)(?:\/|$)/;
const BLOG_WORDS = /博客|\bblog\b/;
const BLOG_HEADING = /博客|blogs?$/;

const OFFICIAL_HOST =
  /^(?:docs?|documentation|developers?|learn|man|manual|dev)\.|(?:^|\.)(?:postgresql\.org|rust-lang\.org|docs\.rs|python\.org|go\.dev|golang\.org|kubernetes\.io|prometheus\.io|opentelemetry\.io|redis\.io|sqlite\.org|nginx\.org|haproxy\.org|pgbouncer\.org|postgis\.net|patroni\.readthedocs\.io|apache\.org|spring\.io|tokio\.rs|serde\.rs|nodejs\.org|typescriptlang\.org|react\.dev|vuejs\.org|jaegertracing\.io|envoyproxy\.io|istio\.io|helm\.sh|etcd\.io|grpc\.io|kernel\.org|w3\.org|whatwg\.org|owasp\.org|openssl\.org|openapis\.org)$/;
const OFFICIAL_PATH = /^\/(?:[a-z-]{2,5}\/)?(?:docs?|documentation|manual|reference)(?:\/|$)/;
const OFFICIAL_WORDS = /官方|官网|\bofficial\b/;
/** Places where anybody writes have documentation of others, too. */
const ANYBODY =
  /(?:^|\.)(?:github\.com|gitee\.com|gitlab\.com|githubusercontent\.com|stackoverflow\.com|reddit\.com|youtube\.com)$/;

/** None for a source that shows no kind; several where its place and its words say so. */
export function kindsOf(source: Source): ReadonlySet<SourceKind> {
  const { host, path, words } = source;
  if (ENCYCLOPEDIA.test(host)) return new Set(['encyclopedia']);
  const isBlog = BLOG_HOST.test(host) || BLOG_PATH.test(path);
  const kinds = new Set<SourceKind>();
  if (isBlog || BLOG_WORDS.test(words) || isUnder(source, BLOG_HEADING)) kinds.add('blog');
  const isPaperPlace = PAPER_HOST.test(host) || PAPER_PATH.test(path);
  if (isPaperPlace || PAPER_WORDS.test(words) || isUnder(source, PAPER_HEADING)) kinds.add('paper');
  if (!isBlog && isOfficial(source)) kinds.add('official');
  return kinds;
}

function isOfficial(source: Source): boolean {
  const { host, path, words } = source;
  if (OFFICIAL_HOST.test(host) || (OFFICIAL_PATH.test(path) && !ANYBODY.test(host))) return true;
  return OFFICIAL_WORDS.test(words) || isUnder(source, OFFICIAL_WORDS);
}

function isUnder({ headings }: Source, name: RegExp): boolean {
  return headings.some((heading) => name.test(heading));
}
