// Versions of products and libraries as metadata and text name them: PostgreSQL 17 & 18, Rust 1.90, pgvector 0.7.0+.
// The version of the document itself is none.
import { subjectVersions } from '../../classification/subjectVersion.ts';
import type { DocumentModel } from '../../model/documentModel.ts';
import type { Span } from '../../sourceText.ts';
import { textUnits } from '../text/textUnits.ts';

export interface NamedVersion {
  /** As written: `PostgreSQL 18`. */
  readonly name: string;
  readonly version: string;
  readonly span: Span;
}

/** Names that a bare number may follow; others need a point in it. */
const PRODUCT =
  'PostgreSQL|Postgres|MySQL|MariaDB|Oracle|SQL Server|SQLite|MongoDB|Redis|Valkey|Kafka|RabbitMQ|Elasticsearch|ClickHouse|TimescaleDB|PostGIS|pgvector|Citus|PgBouncer|pgBouncer|Patroni|etcd|Rust|Python|Java|JDK|Go|Golang|Node\\.js|TypeScript|Kubernetes|Docker|Spring(?: Boot)?|Django|Flink|Spark|Ubuntu|Debian|CentOS|RHEL|Tokio|tokio|axum|serde|Prometheus|Grafana|OpenTelemetry';
const NUMBER = '\\d{1,4}(?:\\.(?:\\d{1,4}|x)){0,3}';
const KNOWN = new RegExp(`(?<![\\w-])(${PRODUCT})(?: ?版本)? ?v?(${NUMBER})(?![\\w%]|\\.\\d)`, 'g');
const DOTTED =
  /(?<![\w.-])((?!(?:Section|Figure|Table|Chapter|Step|Phase|Part|Version|Fig|Edition)\b)[A-Za-z][A-Za-z+#_-]{1,30}) v?(\d{1,4}(?:\.(?:\d{1,4}|x)){1,3})(?![\w%]|\.\d|\s?(?:ms|s|GB|MB|TB|K|M|万|亿|倍|秒|元|个))/g;
const MOST = 50;

/** What metadata names, each field once with all of its versions. */
export function versionsInMetadata(model: DocumentModel): readonly NamedVersion[] {
  return model.metadata.flatMap(({ fields }) =>
    fields.flatMap(({ key, value, valueSpan }) => {
      const stated = subjectVersions(key, value).map((one) => {
        const at = one.lastIndexOf(' ');
        return { name: one.slice(0, at), version: one.slice(at + 1), span: valueSpan };
      });
      return stated.length > 0 ? stated : versionsOf(value.slice(0, 500)).map((one) => ({ ...one, span: valueSpan }));
    }),
  );
}

/** What the text names outside of metadata and references, each version at its first place. */
export function versionsInText(model: DocumentModel): readonly NamedVersion[] {
  const found = new Map<string, NamedVersion>();
  for (const unit of textUnits(model)) {
    if (unit.kind === 'figure') continue;
    for (const one of versionsOf(unit.text)) {
      const key = `${one.name} ${one.version}`.toLowerCase();
      if (found.size < MOST && !found.has(key)) found.set(key, { ...one, span: unit.span });
    }
  }
  return [...found.values()];
}

function versionsOf(text: string): readonly Omit<NamedVersion, 'span'>[] {
  return [...text.matchAll(KNOWN), ...text.matchAll(DOTTED)]
    .map(([, name = '', version = '']) => ({ name, version }))
    .filter(({ version }) => !/^(?:19|20)\d\d$/.test(version));
}
