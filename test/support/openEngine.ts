// An engine with one open document in a small library, for tests of features: data in, plain results out.
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { judgeDocument, judgeFacts } from '../../server/src/core/analyzeDocument.ts';
import { examineDocument } from '../../server/src/core/examineDocument.ts';
import { buildLibrary } from '../../server/src/core/library/buildLibrary.ts';
import type { Locale } from '../../server/src/core/messages/catalog.ts';
import { SourceText } from '../../server/src/core/sourceText.ts';
import { createEngine } from '../../server/src/features/engine.ts';
import type { EngineChange } from '../../server/src/features/engineState.ts';
import type { FeatureName, FeatureParams, FeatureResult } from '../../server/src/features/featureTable.ts';
import { readMarks } from './markers.ts';

export const root = 'file:///library';
export const uri = `${root}/cases/doc.md`;

/** A template that the feature tests share. */
const template = `# 案例X：[名称]

> **文档编号**: CASE-001
> **状态**: 草稿/评审中/已完成
> **创建日期**: YYYY-MM-DD

## 1. 概述（20-200字）

说明这个案例解决什么问题。

## 2. 实现方案

### 2.1 方案N：[名称]

#### 实现代码

\`\`\`sql
SELECT 1;
\`\`\`

#### 适用场景

## 3. 测试数据

写明行数和生成方式。

## 4. 总结（可选）
`;

const common = JSON.stringify({
  kinds: {
    case: { files: ['cases/**'], template: 'templates/case.md', newPath: 'cases/{title}.md', id: 'CASE-{NNN}' },
    template: { files: ['templates/**'] },
  },
});

export interface OpenDocument {
  readonly text: string;
  readonly source: SourceText;
  /** Positions of the marks. */
  readonly cursors: readonly { readonly line: number; readonly character: number }[];
  ask<N extends FeatureName>(name: N, params: FeatureParams<N>): FeatureResult<N>;
}

export interface OpenOptions {
  readonly locale?: Locale;
  /** The files of the library besides the document. */
  readonly paths?: readonly string[];
  /** Texts of documents on disk, by path. */
  readonly beginnings?: Readonly<Record<string, string>>;
  /** Where the document is; its URI stays. */
  readonly path?: string;
  readonly configuration?: string;
  /** Texts of documents that plans name, by path; the disk is known to hold them and `paths`. */
  readonly planned?: Readonly<Record<string, string>>;
  /** Texts of the other documents of the library, by path: the library has been read. Facts are made of them. */
  readonly index?: Readonly<Record<string, string>>;
}

/** Opens a marked text as a case. */
export function open(
  marked: string,
  {
    locale = 'zh',
    paths = [],
    beginnings = {},
    path = 'cases/doc.md',
    configuration = common,
    planned,
    index,
  }: OpenOptions = {},
): OpenDocument {
  const { text, cursors } = readMarks(marked);
  const source = new SourceText(text);
  const engine = createEngine({ parser: remarkParser, buildLibrary, examineDocument, judgeDocument, judgeFacts });
  const changes: readonly EngineChange[] = [
    { kind: 'settings', settings: { locale } },
    { kind: 'library', library: { root, configurationText: configuration, files: [['templates/case.md', template]] } },
    {
      kind: 'paths',
      paths: {
        root,
        paths: [path, 'templates/case.md', ...paths, ...Object.keys(planned ?? {}), ...Object.keys(index ?? {})],
      },
    },
    ...(planned === undefined ? [] : [roadmapOf([[path, text]], planned)]),
    ...(index === undefined ? [] : [indexOf(index, configuration)]),
    { kind: 'document', document: { uri, version: 1, text, root, path } },
  ];
  const onDisk = Object.entries(beginnings).map(([at, body]) => ({ path: at, text: body }));
  const facts = engine.handle(changes, 'documentFacts', { root, documents: onDisk });
  let pending: readonly EngineChange[] =
    facts.length === 0 ? [] : [{ kind: 'index', root, changed: facts, removed: [], isReady: true }];
  return {
    text,
    source,
    cursors: cursors.map((offset) => source.positionAt(offset)),
    ask: (name, params) => {
      const result = engine.handle(pending, name, params);
      pending = [];
      return result;
    },
  };
}

function roadmapOf(
  plans: readonly (readonly [path: string, text: string])[],
  planned: Readonly<Record<string, string>>,
): EngineChange {
  const roadmap = { root, plans, files: Object.entries(planned), lineCounts: [], skipped: [], isReady: true };
  return { kind: 'roadmap', roadmap };
}

/** The facts of documents as the server reads them. */
function indexOf(documents: Readonly<Record<string, string>>, configurationText: string): EngineChange {
  const library = buildLibrary({ root, files: new Map(), configurationText, parser: remarkParser });
  const changed = Object.entries(documents).map(([path, text]) => examineDocument({ path, text }, library).facts);
  return { kind: 'index', root, changed, removed: [], isReady: true };
}
