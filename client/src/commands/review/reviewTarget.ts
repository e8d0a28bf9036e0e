// What a review command was called with: a row, a file of the explorer, what a test knows already, or nothing.
import { Uri } from 'vscode';
import type { ReviewNode } from '../../review/reviewNodes.ts';
import { activeMarkdown } from '../activeDocument.ts';

/** What a caller without a person knows; everything else is asked. */
export interface Known {
  readonly uri?: string;
  readonly note?: string;
  readonly reviewers?: readonly string[];
  readonly question?: string;
  readonly answer?: string;
  readonly dimension?: string;
  readonly level?: number;
}

export function isReviewNode(value: unknown): value is ReviewNode {
  return typeof value === 'object' && value !== null && 'content' in value && 'children' in value && 'uri' in value;
}

/** The document meant; says to the user what to do where there is none. */
export function documentOf(argument: unknown): string | undefined {
  if (argument instanceof Uri) return argument.toString();
  if (isReviewNode(argument)) return argument.uri;
  return knownOf(argument).uri ?? activeMarkdown()?.document.uri.toString();
}

export function knownOf(argument: unknown): Known {
  if (typeof argument !== 'object' || argument === null || argument instanceof Uri || isReviewNode(argument)) return {};
  const known = argument as Record<string, unknown>;
  const { reviewers, level } = known;
  const words = (['uri', 'note', 'question', 'answer', 'dimension'] as const).flatMap((key) => {
    const value = known[key];
    return typeof value === 'string' ? [[key, value] as const] : [];
  });
  return {
    ...Object.fromEntries(words),
    ...(typeof level === 'number' && { level }),
    ...(Array.isArray(reviewers) && { reviewers: reviewers.filter((name) => typeof name === 'string') }),
  };
}
