// Findings that are not of rules: about the library's own files, and about what could not be checked. From their messages.
import { catalogs, type MessageKey } from '../../server/src/core/messages/catalog.ts';
import { openText } from '../../server/src/core/messages/render.ts';
import { zhLibrary } from '../../server/src/core/messages/zhLibrary.ts';
import { zhSchema } from '../../server/src/core/messages/zhSchema.ts';
import { zhTemplate } from '../../server/src/core/messages/zhTemplate.ts';
import { plain, table, type Locale, type Texts } from './markdown.ts';

const heading: Texts = { zh: '## 其他问题', en: '## Other findings' };

const intro: Texts = {
  zh: '下面的问题说的是案例库自己的文件（配置、模板、标准），或者哪些内容没有检查。它们不受文档状态影响，也不能用注释忽略。',
  en: "These are about the library's own files (configuration, templates, standards), or say what was not checked. They do not depend on the status of a document and can not be suppressed by comments.",
};

const heads: Readonly<Record<Locale, readonly string[]>> = { zh: ['代码', '例如'], en: ['code', 'for example'] };

const areas = /^(?:annotation|config|document|file|library|schema|standard|template)-/;
/** Message keys that are parts of findings, not findings. */
const parts = /\.(?:fix|other|first)$/;

export function otherFindings(locale: Locale): string {
  const keys = Object.keys({ ...zhLibrary, ...zhSchema, ...zhTemplate }) as MessageKey[]; // all are part of the catalog
  const codes = new Map<string, MessageKey>();
  for (const key of keys.filter((each) => areas.test(each) && !parts.test(each))) {
    const code = key.split('.')[0] ?? key;
    if (!codes.has(code)) codes.set(code, key);
  }
  const rows = [...codes]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, key]) => [`\`${code}\``, plain(openText(catalogs[locale][key]))]);
  return [heading[locale], intro[locale], table(heads[locale], rows)].join('\n\n');
}
