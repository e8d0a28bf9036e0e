// Every feature that the engine computes, one line each. To add one: write features/<feature>.ts, add its line here.
import { documentDiagnostics } from './documentDiagnostics.ts';
import { libraryDiagnostics } from './libraryDiagnostics.ts';
import { libraryFiles } from './libraryFiles.ts';

export const featureTable = {
  diagnostics: documentDiagnostics,
  libraryDiagnostics,
  libraryFiles,
} as const;

export type FeatureName = keyof typeof featureTable;
export type FeatureParams<N extends FeatureName> = Parameters<(typeof featureTable)[N]>[1];
export type FeatureResult<N extends FeatureName> = ReturnType<(typeof featureTable)[N]>;
