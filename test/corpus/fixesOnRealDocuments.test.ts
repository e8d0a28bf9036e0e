// Fixes on real documents against a template that fits them: each removes its finding and adds none (Invariant 6).
import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/applyEdits.ts';
import type { Analysis } from '../../server/src/core/analysis.ts';
import type { Finding } from '../../server/src/core/finding.ts';
import { loadParser } from '../../server/src/hosts/loadParser.ts';
import { analyze, describeFinding } from '../support/analysis.ts';
import { hasSharedDocuments, sharedDocument, sharedPaths } from '../support/sharedDocuments.ts';

/** The family of cases that the corpus holds most of. */
const template = `# [案例名称]

> **文档编号**: SCENARIO-XXX-001
> **主题**: [主题]
> **版本**: PostgreSQL 17 & 18
> **状态**: 草稿/进行中/已完成
> **创建日期**: YYYY-MM-DD

## 📑 目录

## 📋 概述

## 🔍 第一部分：业务场景分析

### 1.1 业务需求

### 1.2 并发场景

## 🚀 第二部分：数据库设计

### 2.1 表结构设计

### 2.2 索引设计

## 📊 第三部分：实现方案

## 🔧 第四部分：多语言实现

## 📈 第五部分：性能优化

## 🎯 第六部分：监控和告警

## 🧪 第七部分：测试数据

## 📝 总结

### 核心方案

### 最佳实践

## 📚 外部资源引用（可选）
`;

/** What inserted text is expected to show (decision 009). */
const unfinished = new Set(['section-unwritten', 'placeholder-left']);

function countsOf({ findings }: Analysis): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** All of them take a minute; the rule pages test every fix. */
function firstOfEachCode({ findings }: Analysis): readonly Finding[] {
  return findings.filter((finding) => findings.find(({ code }) => code === finding.code) === finding);
}

const identityOf = ({ code, message }: Finding): string => JSON.stringify([code, message]);
const alike = (analysis: Analysis, finding: Finding): number =>
  analysis.findings.filter((other) => identityOf(other) === identityOf(finding)).length;

describe('fixes on real documents', () => {
  const paths = hasSharedDocuments
    ? [...sharedPaths('corpus/cases'), ...sharedPaths('corpus/topics').filter((_, index) => index % 4 === 0)]
    : [];

  it('are there to be tested', function () {
    if (!hasSharedDocuments) {
      console.log('skipped: the real documents are not beside the repository');
      this.skip();
    }
    assert.ok(paths.length >= 10);
  });

  for (const path of paths) {
    it(path, async () => {
      const { text } = sharedDocument(path);
      const parser = await loadParser();
      const before = analyze(text, { template }, { parser });
      const old = countsOf(before);
      for (const finding of firstOfEachCode(before)) {
        for (const fix of finding.fixes ?? []) {
          const after = analyze(applyEdits(text, fix.edits), { template }, { parser });
          const place = `${fix.title.key} for ${describeFinding(finding, before, 'zh')}`;
          assert.ok(alike(after, finding) < alike(before, finding), `stays: ${place}`);
          for (const [code, count] of countsOf(after)) {
            assert.ok(unfinished.has(code) || count <= (old.get(code) ?? 0), `adds ${code}: ${place}`);
          }
        }
      }
    });
  }
});
