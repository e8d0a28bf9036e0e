import tseslint from 'typescript-eslint';

/** Imports that a layer may never make; the same table is proved by test/architecture.test.ts. */
const outside = {
  core: ['**/features/**', '**/lsp/**', '**/hosts/**', '**/client/**', 'vscode*', 'node:*'],
  features: ['**/lsp/**', '**/hosts/**', '**/client/**', 'vscode*', 'node:*'],
  lsp: ['**/hosts/**', '**/client/**', 'vscode', 'vscode-languageclient*'],
};
const layer = (name) => ({
  files: [`server/src/${name}/**/*.ts`],
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group: outside[name] }] }] },
});

export default tseslint.config(
  {
    ignores: [
      'node_modules/**',
      'dist/**',
      '.tsbuild/**',
      '.vscode-test/**',
      '.cache/**',
      '**/*.js',
      '**/*.mjs',
      '**/*.cjs',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'max-depth': ['error', 3],
      complexity: ['error', 14],
      'no-console': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  layer('core'),
  layer('features'),
  layer('lsp'),
  {
    files: ['client/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/server/src/core/**', '**/server/src/features/**', '**/server/src/hosts/**'] }] },
      ],
    },
  },
  {
    files: ['test/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 600 }],
      'max-lines-per-function': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
