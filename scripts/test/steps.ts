// The steps of `npm test` in their order. Cheap checks come first; the editor suites run what was packaged before them.
import { editorStep } from './editorStep.ts';
import type { Step } from './step.ts';
import { programStep, runNode } from './step.ts';
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
  run: async () => {
    const { code, output } = await runNode(['scripts/run.mjs', 'package']);
    const note = output.trimEnd().split('\n').at(-1) ?? '';
    return code === 0 ? { passed: 1, failed: 0, note } : { passed: 0, failed: 1, output };
  },
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
