// Status words of real documents and the stage that they mean; and what a finding weighs at each stage.
import assert from 'node:assert/strict';
import type { Stage } from '../../server/src/core/analysis.ts';
import { stageOfStatus } from '../../server/src/core/checking/stage.ts';
import { weigh } from '../../server/src/core/checking/severity.ts';
import type { Finding, Severity } from '../../server/src/core/finding.ts';
import { defaultConfiguration } from '../../server/src/core/library/defaultConfiguration.ts';
import type { Configuration } from '../../server/src/core/library/configuration.ts';
import type { DocumentRule } from '../../server/src/core/rules/rule.ts';
import { analyze } from '../support/analysis.ts';

const statuses: readonly (readonly [string, Stage])[] = [
  ['✅ 已完成', 'ready'],
  ['✅ 完成', 'ready'],
  ['✅ 完整', 'ready'],
  ['✅ 内容已完成', 'ready'],
  ['✅ 100% 完成', 'ready'],
  ['✅ 生产就绪', 'ready'],
  ['稳定', 'ready'],
  ['待审核', 'ready'],
  ['In review', 'ready'],
  ['Approved', 'ready'],
  ['✅', 'ready'],
  ['草稿', 'draft'],
  ['🔄 进行中', 'draft'],
  ['🚧 深度创建中', 'draft'],
  ['📋 待执行', 'draft'],
  ['⏳ 待开始', 'draft'],
  ['⏳ 待补充', 'draft'],
  ['📝 计划中', 'draft'],
  ['预览', 'draft'],
  ['未完成', 'draft'],
  ['完成 80%', 'draft'],
  ['0%', 'draft'],
  ['🔴 Not Started', 'draft'],
  ['WIP', 'draft'],
  ['🟢 活跃维护', 'ready'],
  ['✅ 持续更新', 'ready'],
  ['持续更新', 'normal'],
  ['📚 使用指南', 'normal'],
];

const rule: DocumentRule = {
  kind: 'document',
  code: 'section-empty',
  defaultSeverity: 'warning',
  severityWhenReady: 'error',
  isFixable: false,
  strictness: 'by-status',
  check: () => [],
};

function weighed(
  severity: Severity,
  stage: Stage,
  change: { readonly rule?: Partial<DocumentRule>; readonly configuration?: Partial<Configuration> } = {},
): Severity | undefined {
  const finding: Finding = { code: rule.code, severity, message: { key: 'section-empty' }, span: { start: 0, end: 0 } };
  const configuration = { ...defaultConfiguration, ...change.configuration };
  const { severityWhenReady, ...plain } = rule;
  return (
    weigh(finding, { rule: { ...plain, ...change.rule }, stage, configuration })?.severity ??
    (severityWhenReady && undefined)
  );
}

describe('stage of a document', () => {
  for (const [status, stage] of statuses) {
    it(`${status} is ${stage}`, () => {
      assert.equal(stageOfStatus(status, { draftStatus: [], readyStatus: [] }), stage);
    });
  }

  it('takes the words of the team first', () => {
    const team = { draftStatus: ['稳定'], readyStatus: ['🍵 喝茶'] };
    assert.equal(stageOfStatus('稳定', team), 'draft');
    assert.equal(stageOfStatus('喝茶', team), 'ready');
  });

  it('is read from the header, else from the end, and not from 维护状态', () => {
    const stage = (header: string, tail: string): Stage =>
      analyze(`# 案例\n\n${header}\n\n## 概述\n\n一句话。\n\n---\n\n${tail}\n`).stage;
    assert.equal(stage('> **状态**: 🚧 创建中', '**状态**: ✅ 完成'), 'draft');
    assert.equal(stage('> **版本**: v1.0', '**审核状态:** ✅ 已完成\n**最后更新:** 2025-01-01'), 'ready');
    assert.equal(stage('> **版本**: v1.0', '**维护状态**: 计划中\n**最后更新**: 2025-01-01'), 'normal');
  });
});

describe('weight of a finding', () => {
  it('is gentle in drafts and as stated elsewhere', () => {
    assert.deepEqual(
      (['error', 'warning', 'information', 'hint'] as const).map((severity) => weighed(severity, 'draft')),
      ['information', 'hint', 'hint', 'hint'],
    );
    assert.equal(weighed('error', 'normal'), 'error');
    assert.equal(weighed('warning', 'ready'), 'warning');
  });

  it('rises in finished documents where the rule says so', () => {
    assert.equal(weighed('warning', 'ready', { rule: { severityWhenReady: 'error' } }), 'error');
    assert.equal(weighed('warning', 'normal', { rule: { severityWhenReady: 'error' } }), 'warning');
  });

  it('does not follow the status where the rule or the team does not want it', () => {
    assert.equal(weighed('error', 'draft', { rule: { strictness: 'always' } }), 'error');
    assert.equal(weighed('error', 'draft', { configuration: { enforcement: 'strict' } }), 'error');
  });

  it('is never an error where the team is gentle', () => {
    assert.equal(weighed('error', 'ready', { configuration: { enforcement: 'gentle' } }), 'warning');
  });

  it('is what the configuration says, or nothing', () => {
    const ofRule = (severity: Severity | 'off') => ({ rules: { 'section-empty': { severity, options: {} } } });
    assert.equal(weighed('warning', 'normal', { configuration: ofRule('hint') }), 'hint');
    assert.equal(weighed('error', 'ready', { configuration: ofRule('off') }), undefined);
  });
});
