// English texts about review records, states, guards and comments.
import type { zhReview } from './zhReview.ts';

export const enReview: Readonly<Record<keyof typeof zhReview, string>> = {
  'config-value-invalid.score': '“{key}” should be a number from 0 to 1000; the value is ignored',
  'review-record-invalid.syntax': 'The review record is no valid YAML: {detail}',
  'review-record-invalid.too-large': 'The review record has more than {max} characters and was not read',
  'review-record-invalid.too-deep': 'The review record is nested too deeply and was not read',
  'review-record-invalid.record': 'A review record should be a mapping with at least document and events',
  'review-record-invalid.events': '“events” should be a mapping with one key for each event',
  'review-record-invalid.many': 'The review record has more than {max} events; the rest was not read',
  'review-record-invalid.event': 'The event “{key}” should be a mapping; it does not count',
  'review-record-invalid.twice': 'The key “{key}” belongs to an earlier event; each event needs its own',
  'review-record-invalid.missing': '“{name}” is missing',
  'review-record-invalid.text': '“{name}” should be a text',
  'review-record-invalid.long': '“{name}” has more than {max} characters',
  'review-record-invalid.number': '“{name}” should be a whole number from 0 to 100',
  'review-record-invalid.choice': '“{name}” should be one of {values}, but is “{word}”',
  'review-record-invalid.texts': '“{name}” should be a list of texts',
  'review-record-invalid.text-map': '“{name}” should be a mapping of names to texts',
  'review-record-invalid.number-map': '“{name}” should be a mapping of names to numbers',
  'review-record-invalid.pairs': '“{name}” should be a list with one key and one value in each entry',
  'review-record-invalid.mapping': '“{name}” should be a mapping',
  'review-record-invalid.kind': 'There is no event “{word}”; it does not count. Known are {known}',
  'review-record-invalid.kind.near': 'There is no event “{word}”; did you mean {near}',
  'review-record-invalid.time': '“{text}” is no time; write it as 2026-11-21T10:15:30Z',
  'review-record-conflict': 'The review record has a merge conflict; the events of both sides count',
  'review-record-conflict.fix': 'Keep the events of both sides',
};
