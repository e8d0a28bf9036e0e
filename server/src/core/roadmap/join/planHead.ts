// Title, id and status of the plan itself, from its title and metadata.
import type { DocumentModel } from '../../model/documentModel.ts';
import type { Plan, StatedStatus } from '../plan.ts';
import { planCode } from '../words/partCode.ts';
import { statusOf } from '../words/status.ts';

const ID_KEYS = /^(?:文档编号|计划编号|编号|文档id|id|planid|documentid)$/i;
const STATUS_KEYS = /^(?:文档|计划|当前|执行|整体)?(?:状态)$|^(?:current|plan|document)?status$/i;

export function planHead(path: string, model: DocumentModel): Pick<Plan, 'path' | 'title' | 'id' | 'statuses'> {
  const fields = model.metadata.flatMap((block) => block.fields);
  const stated = fields.find(({ normalKey }) => ID_KEYS.test(normalKey))?.value;
  const id = stated === undefined || stated === '' ? planCode(model.title?.heading.text ?? '') : stated;
  const statuses = fields.flatMap(({ normalKey, value, valueSpan }): readonly StatedStatus[] => {
    const found = STATUS_KEYS.test(normalKey) ? statusOf(value) : undefined;
    if (found === undefined) return [];
    const line = model.source.lineAt(valueSpan.start);
    const percent = found.percent === undefined ? {} : { percent: found.percent };
    return [{ line, span: valueSpan, value: found.value, text: value, via: 'metadata', ...percent }];
  });
  const title = model.title?.heading.identity.name ?? path;
  return { path, title, ...(id !== undefined && { id }), statuses };
}
