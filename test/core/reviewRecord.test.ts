// Review records: what people and git make of them, read without loss and without a throw.
import assert from 'node:assert/strict';
import { readRecord } from '../../server/src/core/review/readRecord.ts';
import { recordsByDocument } from '../../server/src/core/review/recordsByDocument.ts';
import type { ReviewRecord } from '../../server/src/core/review/reviewRecord.ts';

const path = '.casewright/reviews/cases/a.yaml';
const head = 'document: cases/a.md\nid: CASE-001\nevents:\n';
const start = `  20261101T080000Z-aaaa:
    kind: start
    by: 甲
    reviewers: [乙, 丙]
    at: 2026-11-01T08:00:00Z
`;
const approve = `  20261102T080000Z-bbbb:
    kind: approve
    by: 乙
    snapshot: { version: "1.0", levels: { 代码完整性: 4 }, content: aa11, sections: [ "": 00aa, 概述: 00bb ], dependsOn: { cases/b.md: cc33 } }
    at: 2026-11-02T08:00:00Z
`;
const comment = `  20261103T080000Z-cccc:
    kind: comment
    by: 丙
    thread: t1
    text: |-
      第一行
      第二行
    at: 2026-11-03T08:00:00Z
`;

function problemsOf(text: string): readonly string[] {
  return readRecord(path, text).problems.map(
    ({ message, span }) => `${message.key} “${text.slice(span.start, span.end)}”`,
  );
}

function kindsOf(record: ReviewRecord): readonly string[] {
  return record.events.map(({ kind, by }) => `${kind} ${by}`);
}

describe('readRecord', () => {
  it('reads events in order of time, with their places', () => {
    const text = head + approve + start + comment;
    const record = readRecord(path, text);
    assert.deepEqual(record.problems, []);
    assert.equal(record.document, 'cases/a.md');
    assert.equal(record.id, 'CASE-001');
    assert.deepEqual(kindsOf(record), ['start 甲', 'approve 乙', 'comment 丙']);
    const [first, second, third] = record.events;
    assert.ok(first?.kind === 'start' && second?.kind === 'approve' && third?.kind === 'comment');
    assert.deepEqual(first.reviewers, ['乙', '丙']);
    assert.deepEqual(second.snapshot, {
      content: 'aa11',
      sections: [
        { name: '', print: '00aa' },
        { name: '概述', print: '00bb' },
      ],
      version: '1.0',
    });
    assert.deepEqual(second.levels, { 代码完整性: 4 });
    assert.deepEqual(second.dependsOn, { 'cases/b.md': 'cc33' });
    assert.equal(third.text, '第一行\n第二行');
    assert.equal(text.slice(first.span.start, first.span.end), start.trim());
  });

  const cases: readonly (readonly [name: string, text: string, problems: readonly string[], events: number])[] = [
    ['an empty file', '', ['review-record-invalid.record “”'], 0],
    ['no mapping', '- a\n', ['review-record-invalid.record “- a”'], 0],
    ['no events yet', 'document: cases/a.md\nevents:\n', [], 0],
    ['events as a list', 'document: a.md\nevents:\n  - kind: start\n', ['review-record-invalid.events “events”'], 0],
    ['no document', `events:\n${start}`, ['review-record-invalid.missing “”'], 1],
    [
      'an event that is a word',
      `${head}  k1: approved\n${start}`,
      ['review-record-invalid.event “k1”'],
      1,
    ],
    [
      'an unknown kind',
      `${head}${start.replace('kind: start', 'kind: strat')}${comment}`,
      ['review-record-invalid.kind.near “strat”'],
      1,
    ],
    ['a kind of a later version', head + start.replace('kind: start', 'kind: sign-off-by-mail'), ['review-record-invalid.kind “sign-off-by-mail”'], 0],
    ['no person', head + start.replace('    by: 甲\n', ''), ['review-record-invalid.missing “20261101T080000Z-aaaa”'], 0],
    ['no time, but a key that tells it', head + start.replace(/ {4}at:.*\n/, ''), [], 1],
    ['a time that is none', head + start.replace('2026-11-01T08:00:00Z', '昨天'), ['review-record-invalid.time “昨天”'], 0],
    ['an impossible day', head + start.replace('2026-11-01T08:00:00Z', '2026-02-30'), ['review-record-invalid.time “2026-02-30”'], 0],
    ['reviewers that are no names', head + start.replace('[乙, 丙]', '[{a: b}, 丙]'), ['review-record-invalid.texts “[{a: b}, 丙]”'], 0],
    ['one reviewer without a list', head + start.replace('[乙, 丙]', '乙'), [], 1],
    ['a key twice', `${head}${start}${start.replace('by: 甲', 'by: 丁')}`, ['review-record-invalid.twice “20261101T080000Z-aaaa”'], 2],
    ['an alias', `${head}${start.replace('[乙, 丙]', '*all')}`, ['review-record-invalid.texts “*all”'], 0],
    ['cut in the middle of an event', head + start + approve.slice(0, 60), ['review-record-invalid.syntax “sna”', 'review-record-invalid.missing “20261102T080000Z-bbbb”'], 1],
    ['a level that is no number', `${head}  k:\n    kind: level\n    by: 乙\n    dimension: 代码\n    level: 高\n    content: aa\n    at: 2026-11-02\n`, ['review-record-invalid.number “高”'], 0],
    ['too large', `${head}#${'x'.repeat(2_000_001)}`, ['review-record-invalid.too-large “”'], 0],
    ['too deep', `${head}  k: ${'['.repeat(200)}`, ['review-record-invalid.too-deep “document: cases/a.md”'], 0],
  ]; // prettier-ignore
  for (const [name, text, problems, events] of cases) {
    it(`keeps what is good: ${name}`, () => {
      assert.deepEqual(problemsOf(text), problems);
      assert.equal(readRecord(path, text).events.length, events);
    });
  }

  it('never throws, wherever the file is cut', () => {
    const text = head + start + approve + comment;
    for (let end = 0; end <= text.length; end += 5) {
      const { problems, events } = readRecord(path, text.slice(0, end));
      assert.ok(events.length <= 3);
      for (const { span } of problems) assert.ok(span.start <= span.end && span.end <= end);
    }
  });

  const times: readonly (readonly [string, string])[] = [
    ['2026-11-21T18:15:30+08:00', '2026-11-21T10:15:30Z'],
    ['2026-11-21T10:15:30.123Z', '2026-11-21T10:15:30Z'],
    ['2026-11-21 10:15', '2026-11-21T10:15:00Z'],
    ['2026-11-21', '2026-11-21T00:00:00Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59Z'],
  ];
  for (const [written, at] of times) {
    it(`reads the time ${written}`, () => {
      const record = readRecord(path, head + start.replace('2026-11-01T08:00:00Z', written));
      assert.equal(record.events[0]?.at, at);
    });
  }
});

describe('conflict markers in a record', () => {
  const text = `${head}${start}<<<<<<< HEAD\n${approve}=======\n${comment}>>>>>>> other\n`;

  it('takes the events of both sides', () => {
    const record = readRecord(path, text);
    assert.deepEqual(kindsOf(record), ['start 甲', 'approve 乙', 'comment 丙']);
    assert.deepEqual(
      record.problems.map(({ code, span }) => [code, text.slice(span.start, span.end)]),
      [['review-record-conflict', '<<<<<<< HEAD']],
    );
  });

  it('is mended to the union, word for word', () => {
    const fix = readRecord(path, text).problems[0]?.fix;
    assert.equal(fix?.edits[0]?.newText, head + start + approve + comment);
  });

  it('takes both sides where git found lines that both have', () => {
    const shared = `${head}<<<<<<< HEAD\n  k1:\n    by: 甲\n=======\n  k2:\n    by: 乙\n>>>>>>> other\n    kind: publish\n    at: 2026-11-02\n`;
    const record = readRecord(path, shared);
    assert.deepEqual(kindsOf(record), ['publish 甲', 'publish 乙']);
    const mended = record.problems[0]?.fix?.edits[0]?.newText ?? '';
    assert.deepEqual(readRecord(path, mended).problems, []);
    assert.deepEqual(kindsOf(readRecord(path, mended)), ['publish 甲', 'publish 乙']);
  });

  it('reads the form with the common ancestor, and one that does not close', () => {
    const diff3 = text.replace('=======', '||||||| base\n=======');
    assert.deepEqual(kindsOf(readRecord(path, diff3)), ['start 甲', 'approve 乙', 'comment 丙']);
    const open = text.replace('>>>>>>> other\n', '');
    assert.deepEqual(kindsOf(readRecord(path, open)), ['start 甲', 'approve 乙', 'comment 丙']);
  });
});

describe('several records of one document', () => {
  it('lose no event, and the one in its place says that there is another', () => {
    const moved = readRecord('.casewright/reviews/old/a.yaml', head + start + comment);
    const record = readRecord(path, head + start + approve);
    for (const order of [
      [moved, record],
      [record, moved],
    ]) {
      const joined = recordsByDocument(order).get('cases/a.md');
      assert.equal(joined?.path, path);
      assert.deepEqual(kindsOf(joined), ['start 甲', 'approve 乙', 'comment 丙']);
      assert.deepEqual(
        joined.problems.map(({ message }) => message),
        [{ key: 'review-record-conflict.doubled', args: { path: moved.path } }],
      );
    }
  });
});
