// New documents: where they go, what they hold, and that they are checked without surprises.
import assert from 'node:assert/strict';
import { open, root } from '../support/openEngine.ts';

const question = {
  root,
  kind: 'case',
  title: '电商库存扣减',
  language: 'zh' as const,
};
const header = (id: string): string => `# 标题\n\n> **文档编号**: ${id}\n`;
const beginnings = {
  'cases/a.md': header('CASE-001'),
  'cases/b.md': header('CASE-007'),
  'topics/c.md': header('TOPIC-009'),
};
const create = {
  root,
  kind: 'case',
  title: '电商库存扣减',
  path: 'cases/电商库存扣减.md',
  id: 'CASE-008',
  answers: {},
  today: '2026-11-21',
  language: 'zh' as const,
};

describe('new document', () => {
  it('proposes path, next free id and what has to be asked', () => {
    const proposal = open('', { beginnings }).ask('proposeDocument', question);
    assert.equal(proposal?.path, 'cases/电商库存扣减.md');
    assert.equal(proposal.id, 'CASE-008');
    assert.deepEqual(
      proposal.questions.map(({ key, values }) => [key, values]),
      [['状态', ['草稿', '评审中', '已完成']]],
    );
  });

  it('gives ids to choose from where the domain is not certain, and none where it is', () => {
    const configuration = JSON.stringify({
      kinds: { case: { files: ['cases/**'], template: 'templates/case.md', id: 'SCENARIO-{DOMAIN}-{NN}' } },
    });
    const known = { 'a/1.md': header('SCENARIO-BANK-01'), 'a/2.md': header('SCENARIO-IOT-04') };
    const proposal = open('', { beginnings: known, configuration }).ask('proposeDocument', question);
    assert.deepEqual(proposal?.ids, [
      { id: 'SCENARIO-BANK-02', note: '已用到“SCENARIO-BANK-01”' },
      { id: 'SCENARIO-IOT-05', note: '已用到“SCENARIO-IOT-04”' },
      { id: 'SCENARIO-XXX-01', note: '新的领域：把“XXX”换成它的代码' },
    ]);
    assert.equal(open('', { beginnings }).ask('proposeDocument', question)?.ids, undefined);
  });

  it('finds a free name beside one that differs only in case', () => {
    const proposal = open('', { paths: ['cases/Redis.md'] }).ask('proposeDocument', { ...question, title: 'redis' });
    assert.equal(proposal?.path, 'cases/redis-2.md');
  });

  it('writes title, metadata and required sections', () => {
    const created = open('').ask('createDocument', create);
    assert.match(
      created?.text ?? '',
      /^# 电商库存扣减\n\n> \*\*文档编号\*\*: CASE-008\n> \*\*状态\*\*: 草稿\n> \*\*创建日期\*\*: 2026-11-21\n/,
    );
    assert.match(created?.text ?? '', /\n## 1\. 概述\n/);
    assert.match(created?.text ?? '', /\n### 2\.1 方案\n/);
    assert.doesNotMatch(created?.text ?? '', /总结/);
    assert.match(created?.snippet ?? '', /\$\{1\|草稿,评审中,已完成\|\}/);
  });

  it('has every required section: nothing is missing or misplaced', () => {
    const { text } = open('').ask('createDocument', create) ?? { text: '' };
    const checked = open('').ask('checkDocument', { root, path: 'cases/x.md', text });
    const structural = checked?.findings.filter(({ code }) =>
      /^(?:section-(?:missing|misplaced|level|renamed)|metadata-|numbering|heading-)/.test(code),
    );
    assert.deepEqual(structural, []);
  });

  it('refuses paths outside the library and paths that are taken', () => {
    const opened = open('', { paths: ['cases/taken.md'] });
    assert.match(opened.ask('createDocument', { ...create, path: '../../etc/x.md' })?.refusal ?? '', /不在案例库之内/);
    assert.match(opened.ask('createDocument', { ...create, path: 'cases/taken.md' })?.refusal ?? '', /已经存在/);
  });
});
