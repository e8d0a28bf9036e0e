// A review from its first event to its last: states, guards, edits of the record, changes since, and who may do what.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { applyEdits } from '../../server/src/core/applyEdits.ts';
import { stateOfStatus } from '../../server/src/core/checking/statusWords.ts';
import { emptyIndex, updateIndex } from '../../server/src/core/index/libraryIndex.ts';
import { defaultConfiguration } from '../../server/src/core/library/defaultConfiguration.ts';
import { actOnReview, type ActGround } from '../../server/src/core/review/actOnReview.ts';
import { readRecord } from '../../server/src/core/review/readRecord.ts';
import { addEvents, type NewEvent } from '../../server/src/core/review/recordEdits.ts';
import { mergeRecords } from '../../server/src/core/review/recordMerge.ts';
import { recordOf } from '../../server/src/core/review/recordOf.ts';
import type { ReviewAct } from '../../server/src/core/review/reviewAct.ts';
import type { ReviewConfiguration } from '../../server/src/core/review/reviewConfiguration.ts';
import { reviewStates } from '../../server/src/core/review/reviewRecord.ts';
import { reviewStatus } from '../../server/src/core/review/states.ts';
import { statusTextOf } from '../../server/src/core/review/stateWords.ts';
import { SourceText } from '../../server/src/core/sourceText.ts';
import { factsOf } from '../support/factsOf.ts';

const recordPath = '.casewright/reviews/cases/a.yaml';
const document =
  '# 订单创建\n\n> **状态**: 草稿\n> **作者**: 甲\n\n## 背景\n\n下单时扣减库存。\n\n## 方案\n\n先占用，后扣减。\n';
const noFindings = { error: 0, warning: 0, information: 0, hint: 0 };

/** A document and its record, as acts leave them. */
class Desk {
  text = document;
  record: string | undefined;
  findings: ActGround['findings'] = noFindings;
  today = '2026-11-21';
  path = 'cases/a.md';
  readonly #review: ReviewConfiguration;
  #second = 0;

  constructor(review: ReviewConfiguration = {}) {
    this.#review = review;
  }

  get ground(): ActGround {
    const facts = factsOf(this.path, this.text);
    const record = this.record === undefined ? undefined : readRecord(recordPath, this.record);
    return {
      facts,
      source: new SourceText(this.text),
      index: updateIndex(emptyIndex, { changed: [facts], paths: new Set([this.path]) }),
      configuration: { ...defaultConfiguration, review: this.#review },
      record,
      recordText: this.record,
      findings: this.findings,
      today: this.today,
    };
  }

  get state(): string {
    const { record, facts, configuration, today } = this.ground;
    return reviewStatus(record, facts, { configuration, today }).state;
  }

  /** The reasons why not; empty where it was done. */
  act(by: string, act: ReviewAct): readonly string[] {
    this.#second += 1;
    const now = `2026-11-20T08:00:${String(this.#second).padStart(2, '0')}Z`;
    const outcome = actOnReview(act, { by, now, random: `000${String(this.#second)}`.slice(-4) }, this.ground);
    if (outcome.kind === 'refused') return outcome.refusals.map(({ text }) => text.key);
    const { record } = outcome;
    this.record = record.kind === 'create' ? record.text : applyEdits(this.record ?? '', record.edits);
    this.text = applyEdits(this.text, outcome.document);
    assert.deepEqual(readRecord(recordPath, this.record).problems, []);
    return [];
  }
}

describe('a review', () => {
  it('goes from draft to published, and the status field with it', () => {
    const desk = new Desk();
    assert.equal(desk.state, 'draft');
    assert.deepEqual(desk.act('甲', { action: 'start', reviewers: ['乙', '丙'] }), []);
    assert.equal(desk.state, 'in-review');
    assert.match(desk.text, /状态\*\*: 审查中/);
    assert.deepEqual(desk.act('乙', { action: 'approve' }), []);
    assert.equal(desk.state, 'in-review');
    assert.deepEqual(desk.act('丙', { action: 'approve' }), []);
    assert.equal(desk.state, 'approved');
    assert.deepEqual(desk.act('甲', { action: 'publish' }), []);
    assert.equal(desk.state, 'published');
    assert.match(desk.text, /状态\*\*: 已发布/);
    desk.text = desk.text.replace('后扣减', '超时释放');
    assert.equal(desk.state, 'stale');
    assert.deepEqual(desk.act('甲', { action: 'reopen' }), []);
    assert.equal(desk.state, 'draft');
  });

  it('refuses with every reason', () => {
    const desk = new Desk();
    desk.act('甲', { action: 'start', reviewers: ['乙'] });
    desk.act('乙', { action: 'comment', line: 11, text: '缺少回滚' });
    desk.findings = { ...noFindings, error: 2 };
    assert.deepEqual(desk.act('甲', { action: 'approve' }), [
      'review-guard.author',
      'review-guard.findings.error',
      'review-guard.comments',
    ]);
    assert.deepEqual(desk.act('甲', { action: 'publish' }), [
      'review-guard.not-approved',
      'review-guard.findings.error',
      'review-guard.comments',
    ]);
    assert.deepEqual(desk.act('乙', { action: 'reject', note: ' ' }), ['review-act.note']);
    assert.deepEqual(desk.act('乙', { action: 'resolve', thread: 'nope' }), ['review-act.thread']);
  });

  it('counts approvals of the same content only', () => {
    const desk = new Desk();
    desk.act('甲', { action: 'start', reviewers: ['乙', '丙'] });
    desk.act('乙', { action: 'approve' });
    desk.text = desk.text.replace('先占用', '先检查，再占用');
    desk.act('丙', { action: 'approve' });
    assert.equal(desk.state, 'in-review');
    desk.act('乙', { action: 'approve' });
    assert.equal(desk.state, 'approved');
  });

  it('knows a person under several names', () => {
    const desk = new Desk({ people: { 乙: ['yi', 'Yi Si'] }, guards: { approve: { reviewers: 1 } } });
    desk.act('甲', { action: 'start', reviewers: ['Yi Si'] });
    desk.act('yi', { action: 'approve' });
    assert.equal(desk.state, 'approved');
  });

  it('is not held up by a clock that ran ahead', () => {
    const desk = new Desk();
    desk.act('甲', { action: 'start', reviewers: ['乙'] });
    desk.record = (desk.record ?? '').replaceAll('2026-11-20', '2036-11-20');
    desk.act('乙', { action: 'approve' });
    assert.equal(desk.state, 'approved');
  });

  it('writes nothing into a record that can not be read', () => {
    const desk = new Desk();
    desk.act('甲', { action: 'start', reviewers: ['乙'] });
    desk.record = `${desk.record ?? ''}  broken: [\n`;
    assert.deepEqual(desk.act('乙', { action: 'reject', note: '重写' }), ['review-act.syntax']);
    desk.record = '<<<<<<< a\nx: 1\n=======\nx: 2\n>>>>>>> b\n';
    assert.ok(desk.act('乙', { action: 'start', reviewers: [] }).includes('review-act.conflict'));
  });
});

describe('the record of a document', () => {
  it('follows its id after a move, unless two documents have it', () => {
    const withId = document.replace('> **状态**', '> **文档编号**: CASE-ORDER-001\n> **状态**');
    const facts = factsOf('new/a.md', withId);
    const record = readRecord(recordPath, 'document: cases/a.md\nid: CASE-ORDER-001\nevents:\n');
    const life = { records: new Map([[record.document, record]]) };
    const index = updateIndex(emptyIndex, { changed: [facts], paths: new Set(['new/a.md']) });
    assert.equal(recordOf(facts, index, life), record);
    const two = updateIndex(index, { changed: [factsOf('copy/a.md', withId)] });
    assert.equal(recordOf(facts, two, life), undefined);
    assert.equal(recordOf(factsOf('new/a.md', document), index, life), undefined);
  });
});

const events: readonly NewEvent[] = [
  { key: 'k1', at: '2026-11-01T08:00:00Z', by: '甲', kind: 'start', reviewers: ['乙', '丙: x'] },
  { key: 'k2', at: '2026-11-01T09:00:00Z', by: '乙', kind: 'answer', question: 'q#1', answer: 'yes', note: 'a: b' },
  { key: 'k3', at: '2026-11-01T10:00:00Z', by: '乙', kind: 'level', dimension: '代码', level: 4, content: '12345678' },
  {
    key: 'k4',
    at: '2026-11-01T11:00:00Z',
    by: '乙',
    kind: 'approve',
    snapshot: { content: '1e5', version: '1.0', sections: [{ name: '', print: '00000001' }, { name: '1. 概述: "x"', print: 'aa' }] },
    levels: { 代码: 4 },
    dependsOn: { 'cases/b.md': '99999999' },
    standard: 'builtin:standard.zh',
  },
  { key: 'k5', at: '2026-11-01T12:00:00Z', by: '丙', kind: 'comment', thread: 't', text: '一\n# 二\n\n三', anchor: { section: 's', heading: 'S', print: '1', line: '- x: "y"', nth: 2 } },
  { key: 'k6', at: '2026-11-01T13:00:00Z', by: '丙', kind: 'archive', from: 'a.md', to: 'b.md', snapshot: { content: 'c', sections: [] } },
]; // prettier-ignore

describe('addEvents', () => {
  const head = { document: 'cases/a.md', id: 'CASE-001' };

  it('writes what is read back, and what the schema allows', () => {
    const change = addEvents(undefined, events, head);
    assert.ok(change.kind === 'create');
    const record = readRecord(recordPath, change.text);
    assert.deepEqual(record.problems, []);
    assert.deepEqual(
      record.events.map((event) => ({ ...event, span: undefined })),
      events.map((event) => ({ ...event, span: undefined })),
    );
    const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../schemas/review.schema.json'), 'utf8'));
    const validate = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false }).compile(schema);
    assert.ok(validate(parse(change.text)), JSON.stringify(validate.errors));
    assert.ok(!validate(parse(change.text.replace('kind: start', 'kind: begin'))));
  });

  it('leaves everything else as people wrote it', () => {
    const written =
      "# 手写\r\ndocument: 'cases/a.md' # 路径\r\nevents:\r\n    k0: # 第一个\r\n        kind: reopen\r\n        by: 甲\r\n        at: 2026-10-01 # 大约\r\n# 结尾\r\n";
    const change = addEvents(written, events.slice(0, 1), { document: 'cases/a.md' });
    assert.ok(change.kind === 'edits' && change.edits.length === 1);
    const after = applyEdits(written, change.edits);
    assert.equal(after.replace(/    k1:[^]*08:00:00Z\r\n/, ''), written);
    assert.equal(readRecord(recordPath, after).events.length, 2);
  });

  it('adds to records that somebody wrote in flow form, or left empty', () => {
    for (const text of ['document: cases/a.md\nevents: {}\n', 'document: cases/a.md\nevents:\n', 'document: cases/a.md', '{"document": "cases/a.md", "events": {"k0": {"kind": "publish", "by": "x", "at": "2026-10-01"}}}']) {
      const change = addEvents(text, events.slice(0, 1), { document: 'cases/a.md' });
      assert.ok(change.kind === 'edits', text);
      const record = readRecord(recordPath, applyEdits(text, change.edits));
      assert.deepEqual(record.problems, [], text);
      assert.equal(record.events.at(-1)?.key, 'k1', text);
    }
  }); // prettier-ignore

  it('merges as a union: by git with markers, by git without, by ourselves', () => {
    const base = addEvents(undefined, events.slice(0, 1), head);
    assert.ok(base.kind === 'create');
    const approval = events[3]!;
    const branch = (key: string, at: string): string => {
      const change = addEvents(base.text, [{ ...approval, key, at }], head);
      return applyEdits(base.text, change.kind === 'edits' ? change.edits : []);
    };
    // The same person approves the same content on two branches: as alike as two events can be.
    const ours = branch('20261102T080000Z-aaaa', '2026-11-02T08:00:00Z');
    const theirs = branch('20261102T080100Z-bbbb', '2026-11-02T08:01:00Z');
    const folder = mkdtempSync(join(tmpdir(), 'casewright-'));
    try {
      const files = { ours, base: base.text, theirs };
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
      const merge = (...flags: string[]): string => {
        try {
          return execFileSync('git', ['merge-file', '-p', ...flags, 'ours', 'base', 'theirs'], { cwd: folder, encoding: 'utf8' });
        } catch (error) {
          // With conflicts git ends with their number.
          return (error as { readonly stdout?: string }).stdout ?? '';
        }
      };
      const marked = merge();
      assert.match(marked, /^<{7}/m);
      for (const text of [merge('--union'), mergeRecords(ours, theirs), readRecord(recordPath, marked).problems[0]?.fix?.edits[0]?.newText ?? '']) {
        const record = readRecord(recordPath, text);
        assert.deepEqual(record.problems, [], text);
        assert.deepEqual(record.events.map(({ kind }) => kind), ['start', 'approve', 'approve']);
      }
      assert.equal(readRecord(recordPath, marked).events.length, 3);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }); // prettier-ignore
});

describe('words of states', () => {
  const words: readonly (readonly [string, string | undefined])[] = [
    ['待审核', 'in-review'], ['In review', 'in-review'], ['✅ 已审核', 'approved'], ['已批准', 'approved'], ['Approved', 'approved'],
    ['✅ 正式发布', 'published'], ['已发布', 'published'], ['待发布', 'approved'], ['未通过', 'draft'], ['草稿', 'draft'],
    ['🔄 进行中', 'draft'], ['📋 规划中', 'draft'], ['✅ 62% 完成，冲刺75%中', 'draft'], ['🚧 持续更新中', 'draft'],
    ['🗄️ 已归档 - 已被 ../INDEX.md 取代', 'archived'], ['已过期', 'stale'], ['⏳ 待更新', 'stale'], ['Experimental', undefined], ['🟢 健康推进中', 'draft'],
    ['✅ 已完成', undefined], ['✅ 100% 完成', undefined], ['✅ 生产就绪', undefined], ['🟢 活跃维护', undefined], ['Stable', undefined],
    ['✅ 全部通过验证', undefined], ['📚 使用指南', undefined], ['强制执行', undefined], ['✅ 阶段性完成', undefined],
  ]; // prettier-ignore
  const team = { draftStatus: [], readyStatus: [] };
  for (const [status, state] of words) {
    it(`${status}: ${state ?? 'says nothing of it'}`, () => {
      assert.equal(stateOfStatus(status, team), state);
    });
  }

  it('are read back as the state that they were written for', () => {
    const review = { states: { approved: { names: ['评审完毕'], emoji: '🟢' } } };
    for (const state of reviewStates) {
      for (const language of ['zh', 'en'] as const) {
        for (const before of ['草稿', '✅ 已完成']) {
          assert.equal(stateOfStatus(statusTextOf(state, { configuration: team, language, before }), team), state);
          const own = { ...team, review };
          assert.equal(stateOfStatus(statusTextOf(state, { configuration: own, language, before }), own), state);
        }
      }
    }
  });
});
