// Versions, dates and changelogs of real libraries: every value of the known keys is read or known to be none, written back the
// same, and every changelog takes an entry in its own style.
import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/applyEdits.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import type { DocumentModel } from '../../server/src/core/model/documentModel.ts';
import { changelogOf, newestOf } from '../../server/src/core/versions/changelog.ts';
import { addEntry } from '../../server/src/core/versions/changelogEdit.ts';
import { firstDayOf, lastDayOf, readDate, writeDate } from '../../server/src/core/versions/dateForm.ts';
import { createdOf, fieldsOf, isVersionKey, updatedOf, versionsOf } from '../../server/src/core/versions/stated.ts';
import { compareVersions, raised, readVersion, writeVersion } from '../../server/src/core/versions/versionForm.ts';
import { loadParser } from '../../server/src/hosts/loadParser.ts';
import { hasSharedDocuments, sharedDocument, sharedPaths } from '../support/sharedDocuments.ts';

const parser = await loadParser();
const folders = ['corpus'];
const MOST = 300_000;

describe('versions and dates of real documents', () => {
  let models: readonly { readonly path: string; readonly model: DocumentModel }[] = [];
  before(function () {
    if (!hasSharedDocuments) {
      console.log('skipped: the shared documents are not here');
      this.skip();
    }
    this.timeout(60_000);
    models = folders
      .flatMap(sharedPaths)
      .filter((path) => path.endsWith('.md'))
      .flatMap((path) => {
        const { text } = sharedDocument(path);
        const isAbout = /版本|[Vv]ersion|日期|更新|创建|[Uu]pdated|[Cc]hange/.test(text);
        return isAbout && text.length < MOST ? [{ path, model: buildModel(text, parser) }] : [];
      });
  });
  const count = (words: readonly string[]): Readonly<Record<string, number>> => {
    const found: Record<string, number> = {};
    for (const word of words) found[word] = (found[word] ?? 0) + 1;
    return found;
  };

  it('reads the versions of documents, and leaves those of their subjects', () => {
    const fields = models.flatMap(({ model }) => fieldsOf(model).filter(({ normalKey }) => isVersionKey(normalKey)));
    const read = fields.map((field) => ({ field, stated: versionsOf([field])[0] }));
    for (const { field, stated } of read) {
      if (stated === undefined) continue;
      const { start, end } = stated.form;
      assert.equal(field.value.slice(start, end), writeVersion(stated.form), field.value);
    }
    const unread = read
      .filter(({ stated }) => stated === undefined)
      .map(({ field }) => field.value.replace(/[`*]/g, ''));
    // What is left names a product, or is a word.
    const strange = unread.filter((value) => !/[A-Za-z]{2}|[{[]/.test(value));
    assert.deepEqual(strange, []);
    assert.ok(read.length - unread.length >= 740, String(read.length - unread.length));
    assert.ok(unread.length <= 300, String(unread.length));
  });

  it('reads dates in all their forms, and writes them back the same', () => {
    const dates = models.flatMap(({ model }) => [...createdOf(fieldsOf(model)), ...updatedOf(fieldsOf(model))]);
    for (const { form, field } of dates) {
      const written = writeDate(firstDayOf(form), form);
      const again = readDate(written);
      assert.deepEqual([again?.day, again?.precision], [form.day, form.precision], field.value);
      assert.equal(written, field.value.slice(form.start, form.end), field.value);
    }
    const byForm = count(dates.map(({ form }) => `${form.precision} ${form.style.kind}`));
    assert.ok((byForm['day numeric'] ?? 0) >= 440, JSON.stringify(byForm));
    assert.ok((byForm['day chinese'] ?? 0) >= 510, JSON.stringify(byForm));
    assert.ok((byForm['month chinese'] ?? 0) >= 85, JSON.stringify(byForm));
    assert.ok((byForm['year chinese'] ?? 0) >= 280, JSON.stringify(byForm));
    assert.ok(dates.every(({ form }) => lastDayOf(form) >= firstDayOf(form)));
  });

  it('adds an entry to every changelog in its own style, and to nothing else', () => {
    const first = readVersion('v1.0');
    assert.ok(first);
    const logs = models.flatMap(({ path, model }) => {
      const log = changelogOf(model);
      return log === undefined || log.style === 'empty' ? [] : [{ path, model, log }];
    });
    assert.deepEqual(count(logs.map(({ log }) => log.style)), { headings: 19, table: 25, list: 4, bold: 2 });
    for (const { path, model, log } of logs) {
      const version = raised(newestOf(log)?.version ?? first, 'minor');
      const edits = addEntry(model, log, { version, day: '2026-01-31', text: '补充 a|b', language: 'zh' });
      const after = buildModel(applyEdits(model.source.text, edits), parser);
      const again = changelogOf(after);
      assert.ok(again, path);
      assert.equal(again.entries.length, log.entries.length + 1, path);
      assert.equal(again.style, log.style, path);
      const newest = newestOf(again);
      if (newest?.version) assert.equal(compareVersions(newest.version, version), 0, path);
      assert.equal(after.sections.length, model.sections.length + (log.style === 'headings' ? 1 : 0), path);
      assert.equal(after.blocks.tables.length, model.blocks.tables.length, path);
    }
  });
});
