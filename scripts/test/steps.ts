// The steps of `npm test` in their order. Cheap checks come first; the editor suites run what was packaged before them.
import { packageQuietly, runNode } from '../build/program.ts';
import { editorStep } from './editorStep.ts';
import type { Step } from './step.ts';
import { programStep } from './step.ts';
import { unitStep } from './unitStep.ts';

const buildStep: Step = {
  name: 'build',
  run: async () => {
    const { code, output } = await runNode(['esbuild.js', '--production', '--tests']);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output };
  },
};

const packageStep: Step = {
  name: 'package',
  run: async () => ({ passed: 1, failed: 0, note: (await packageQuietly()).note }),
};

export const steps: readonly Step[] = [
  buildStep,
  programStep('types', 'typescript', ['-b']),
  programStep('lint', 'eslint', ['.', '--max-warnings=0']),
  programStep('format', 'prettier', ['--check', '--log-level=warn', '.']),
  programStep('dead code', 'knip', []),
  unitStep,
  packageStep,
  editorStep,
];
