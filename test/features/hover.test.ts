// What hover says, and where definition leads.
import assert from 'node:assert/strict';
import { open, root, uri } from '../support/openEngine.ts';

const document = `# 案例1：库存

> **文档编<|>号**: CASE-001
> **状态**: 草稿

## 1. 概述

解决超卖，见 [方案](#2-实现方案) 和 [模板](../templates/case.md)。

## 2. 实现方案
`;
const at = (marked: string, ...args: [] | [Parameters<typeof open>[1]]) => {
  const opened = open(marked, ...args);
  return { opened, position: opened.cursors[0] ?? { line: 0, character: 0 } };
};
const move = (place: string): string =>
  document.replace('<|>', '').replace(place, (text) => `${text.slice(0, 2)}<|>${text.slice(2)}`);

describe('hover', () => {
  it('says what a field must be, with a link to the template line', () => {
    const { opened, position } = at(move('状态'));
    const answer = opened.ask('hover', { uri, position });
    assert.match(answer?.markdown ?? '', /草稿/);
    assert.match(answer?.markdown ?? '', /评审中/);
    assert.ok(answer?.markdown.includes(`(${root}/templates/case.md#L4)`), answer?.markdown);
    assert.equal(opened.source.slice(opened.source.spanOf(answer!.range)), '状态');
  });

  it('holds the place that was asked for in its range, marks and values too', () => {
    for (const marked of [
      document.replace('CASE-001', 'CASE<|>-001').replace('文档编<|>号', '文档编号'),
      move('## 1. 概述'),
    ]) {
      const { opened, position } = at(marked.replace('##<|>', '#<|>#'));
      const answer = opened.ask('hover', { uri, position });
      const { start, end } = opened.source.spanOf(answer!.range);
      const offset = opened.source.offsetAt(position);
      assert.ok(start <= offset && offset <= end, marked);
    }
  });

  it('says what belongs in a section: bounds, guidance, source', () => {
    const { opened, position } = at(move('## 1. 概述'));
    const answer = opened.ask('hover', { uri, position })?.markdown ?? '';
    assert.match(answer, /字数：20 到 200/);
    assert.match(answer, /说明这个案例解决什么问题/);
    assert.ok(answer.includes('templates/case.md#L7'), answer);
    const english = at(move('## 1. 概述'), { locale: 'en' });
    const text = english.opened.ask('hover', { uri, position: english.position })?.markdown ?? '';
    assert.match(text, /^- Required\n- Length: 20 to 200\n- Also called: 简介, /m);
  });

  it('speaks English where the editor does', () => {
    const { opened, position } = at(move('## 1. 概述'), { locale: 'en' });
    assert.match(opened.ask('hover', { uri, position })?.markdown ?? '', /Length: 20 to 200/);
  });

  it('says nothing in prose', () => {
    const { opened, position } = at(move('解决超卖'));
    assert.equal(opened.ask('hover', { uri, position }), undefined);
  });

  it('explains the words of an annotation', () => {
    const { opened, position } = at('# 案例1\n\n<!-- casewright: {ignore: section-missing, rea<|>son: "草稿"} -->\n');
    assert.match(opened.ask('hover', { uri, position })?.markdown ?? '', /忽略的理由/);
  });

  it('shows hostile text as text', () => {
    const hostile = document.replace('<|>', '').replace('草稿', '[x](command:evil) <img src=x> `a`');
    const opened = open(hostile);
    const line = hostile.split('\n').findIndex((text) => text.includes('状态'));
    const answer = opened.ask('hover', { uri, position: { line, character: 6 } })?.markdown ?? '';
    assert.doesNotMatch(answer, /\]\(command:/);
    assert.doesNotMatch(answer, /<img/);
  });
});

describe('definition', () => {
  it('leads from a section to its line in the template', () => {
    const { opened, position } = at(move('## 2. 实现方案'));
    const [target] = opened.ask('definition', { uri, position });
    assert.deepEqual([target?.uri, target?.line], [`${root}/templates/case.md`, 10]);
  });

  it('leads from an anchor to its heading', () => {
    const { opened, position } = at(move('#2-实现方案'));
    const [target] = opened.ask('definition', { uri, position });
    assert.deepEqual([target?.uri, target?.line], [uri, 9]);
  });

  it('leads from a link to its file', () => {
    const { opened, position } = at(move('../templates/case.md'));
    const [target] = opened.ask('definition', { uri, position });
    assert.equal(target?.uri, `${root}/templates/case.md`);
  });

  it('never leads out of the library', () => {
    const { opened, position } = at(
      document.replace('<|>', '').replace('../templates/case.md', '../../<|>../etc/passwd'),
    );
    assert.deepEqual(opened.ask('definition', { uri, position }), []);
  });
});

describe('document links', () => {
  it('are those that can be followed inside the library', () => {
    const opened = open(
      `${document.replace('<|>', '')}\n[out](https://example.org) [up](../../x.md) [gone](#nothing)\n`,
    );
    assert.deepEqual(
      opened.ask('documentLinks', { uri }).map((link) => link.target),
      [`${uri}#L10`, `${root}/templates/case.md`],
    );
  });
});
