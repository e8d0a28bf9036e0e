// English texts of regions that are generated.
import type { zhRegions } from './zhRegions.ts';

export const enRegions: Readonly<Record<keyof typeof zhRegions, string>> = {
  'region.field.id': 'ID',
  'region.field.title': 'Title',
  'region.field.file': 'File',
  'region.field.path': 'Path',
  'region.field.folder': 'Folder',
  'region.field.kind': 'Kind',
  'region.field.stage': 'Stage',
  'region.field.status': 'Status',
  'region.field.difficulty': 'Difficulty',
  'region.field.version': 'Version',
  'region.field.updated': 'Updated',
  'region.field.lines': 'Lines',
  'region.field.text': 'Length',
  'region.field.codeBlocks': 'Code blocks',
  'region.field.tables': 'Tables',
  'region.field.images': 'Images',
  'region.stage.draft': 'draft',
  'region.stage.normal': 'in work',
  'region.stage.ready': 'finished',
  'region.none': 'Unclassified',
  'region.group': '{name} ({count})',
  'region.by': 'By {name}',
  'region.dash': ': ',
  'region.count': 'Documents',
  'region.share': 'Share',
  'region.total': 'Total',
  'region.about': 'About',
  'region.fitting': 'Cases that fit',
  'region.lens.current': '✓ Same as the library',
  'region.lens.stale': '{count} {count:row differs|rows differ} from the library: update',
  'region.completion': 'Name in the library',
  'region.update': 'Update generated regions',
  'region.empty': '(no document fits)',
  'region.step.understand': 'Understand',
  'region.step.learn': 'Learn',
  'region.step.practise': 'Practise',
  'region.step.apply': 'Apply',
  'cli.index.none': 'No document holds a generated region',
  'cli.index.current': '{regions} {regions:region is|regions are} the same as the library',
  'cli.index.stale': '{stale} of {regions} {regions:region|regions} {stale:differs|differ} from the library',
  'cli.index.written': '{stale} of {regions} {regions:region|regions} updated',
  'cli.index.broken':
    '{count} {count:region has|regions have} a wrong mark and {count:was|were} not generated; casewright check says why',
  'cli.index.document': '{path}: {count} {count:region|regions}',
  'cli.help.index': `Usage: casewright index [options] [paths ...]

Brings what stands between <!-- casewright: region: … --> and <!-- casewright: end --> up to date: tables of documents, navigation, selection tables, statistics. Text outside of regions is never touched
      --check             write nothing; print what differs and exit with 1 where anything does (for CI)
      --dry-run           write nothing; list the documents that would change
      --diff              write nothing; print unified diffs
  -f, --format FORMAT     pretty (default) or json
  -o, --output FILE       write to a file instead of standard output
      --cache FOLDER      keep what was learned in this folder
      --no-cache          keep nothing
      --threads N         number of worker threads
  -q, --quiet             no summary
      --locale zh|en      language

Exit codes: 0 the same or updated; 1 --check found differences, or marks are wrong; 2 wrong usage
`,
  'region-stale':
    'The generated region differs from the library in {count} {count:row|rows}: {missing} missing, {extra} too many, {changed} changed',
  'region-stale.empty': 'The region is still empty, expected {missing} {missing:row|rows}',
  'region-stale.layout':
    'The generated region differs from the library: every row is there, order or layout are different',
  'region-stale.fix': 'Update this region',
  'region-unclosed': 'The region has no end, expected <!-- casewright: end --> below it',
  'region-unclosed.stray': 'No region begins above this end mark',
  'region-unclosed.fix': 'Remove this end mark',
  'region-nested': 'A region stands inside another one, neither of them is generated',
  'region-nested.misplaced':
    'Both marks of a region stand on lines of their own, from the first column, outside of lists, quotes and paragraphs',
  'region-unknown.generator': 'There is no region “{word}”, known are: {known}',
  'region-unknown.generator.near': 'There is no region “{word}”, did you mean “{near}”',
  'region-unknown.option': '“{name}” does nothing in a region {generator}, known are: {known}',
  'region-unknown.field': 'No document of the library states “{name}”',
  'region-unknown.field.near': 'No document of the library states “{name}”, did you mean “{near}”',
  'region-unknown.kind': 'There is no kind “{name}” of documents, known are: {known}',
  'region-unknown.fix': 'Change to “{near}”',
};
