// The core functions that the engine runs, with the parser of this process.
import { judgeDocument, judgeFacts } from '../core/analyzeDocument.ts';
import { examineDocument } from '../core/examineDocument.ts';
import { buildLibrary } from '../core/library/buildLibrary.ts';
import type { MarkdownParser } from '../core/markdown/markdownParser.ts';
import { today } from './today.ts';
import type { EngineCore } from '../features/engine.ts';

export function engineCore(parser: MarkdownParser): EngineCore {
  return {
    parser,
    buildLibrary,
    examineDocument,
    judgeDocument: (examination, library) => judgeDocument(examination, library, { today: today() }),
    judgeFacts: (own, library) => judgeFacts(own, library, { today: today() }),
  };
}
