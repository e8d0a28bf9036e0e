// Texts of the catalog with their arguments put in: plurals, unsafe characters, no form that would be shown as it stands.
import assert from 'node:assert/strict';
import { catalogs, type MessageKey } from '../../server/src/core/messages/catalog.ts';
import { openText, renderMessage } from '../../server/src/core/messages/render.ts';

describe('messages', () => {
  const say = (key: MessageKey, args: Readonly<Record<string, string | number>>): string =>
    renderMessage({ key, args }, 'en');

  it('counts one as one and everything else as many', () => {
    const counts = { files: 1, errors: 1, warnings: 0, information: 2, hints: 1 };
    assert.equal(say('cli.summary', counts), '1 file: 1 error, 0 warnings, 2 infos, 1 hint');
    assert.equal(say('unit.lines', { count: '~1,330' }), '~1,330 lines');
    assert.equal(say('unit.lines', { count: '1' }), '1 line');
  });

  it('removes control and direction characters of arguments', () => {
    assert.equal(say('cli.path-missing', { path: 'a\u001b[2J\u202eb' }), '“a [2J b” was not found');
  });

  it('leaves no form open', () => {
    const broken = Object.values(catalogs).flatMap((catalog) =>
      Object.values(catalog).filter((text) => /\{[^{}]*\|[^{}]*\}/.test(openText(text))),
    );
    assert.deepEqual(broken, []);
  });
});
