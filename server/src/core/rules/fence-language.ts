// A fenced code block without a language.
import { guessLanguage } from '../fixes/guessLanguage.ts';
import { swallowedLine } from '../model/displacedFence.ts';
import type { DocumentRule } from './rule.ts';

export const fenceLanguage: DocumentRule = {
  kind: 'document',
  code: 'fence-language',
  defaultSeverity: 'information',
  isFixable: true,
  strictness: 'by-status',
  check: ({ model }) =>
    model.blocks.code
      .filter((block) => block.isFenced && block.isClosed && block.language === undefined)
      // A fence that is turned around is reported as that; a language would set it in stone.
      .filter((block) => swallowedLine(block, model.source) === undefined)
      .map((block) => {
        const language = guessLanguage(block.value);
        const { start } = block.span;
        const marks = /^(?:`{3,}|~{3,})/.exec(model.source.slice(block.span))?.[0] ?? '```';
        return {
          code: fenceLanguage.code,
          severity: fenceLanguage.defaultSeverity,
          message: { key: 'fence-language' },
          span: { start, end: start + marks.length },
          fixes: [
            {
              title: { key: 'fence-language.fix', args: { language } },
              edits: [{ span: block.languageSpan, newText: language }],
              isPreferred: true,
            },
          ],
        } as const;
      }),
};
