// English texts of the command line, its help included.
import type { zhCli } from './zhCli.ts';

export const enCli: Readonly<Record<keyof typeof zhCli, string>> = {
  'cli.command-missing': 'A command is missing, one of: {commands}',
  'cli.command-unknown': 'There is no command “{command}”; there are: {commands}',
  'cli.command-unknown.near': 'There is no command “{command}”; did you mean “{near}”',
  'cli.option-unknown': 'There is no option {option}',
  'cli.option-unknown.near': 'There is no option {option}; did you mean {near}',
  'cli.option-wrong': 'Option {option} is not used correctly: its value is missing or must not be there',
  'cli.option-choice': '{option} must be one of {values}, not “{value}”',
  'cli.option-count': '{option} must be an integer of at least {min}, not “{value}”',
  'cli.update-needs-baseline': '--update-baseline needs --baseline to name the file',
  'cli.name-needs-stdin': '--stdin-filename only goes with --stdin',
  'cli.stdin-no-paths': 'With --stdin there must be no paths',
  'cli.see-help': 'See casewright help',
  'cli.path-missing': '“{path}” was not found',
  'cli.nothing-matched': 'No Markdown document was found: {paths}',
  'cli.nothing-changed': 'No document has changed since {revision}',
  'cli.git-failed': 'git does not tell the changed files: {detail}',
  'cli.baseline-missing': 'Baseline file “{path}” was not found; --update-baseline writes one',
  'cli.baseline-broken': 'Baseline file “{path}” can not be read; it must be JSON as --update-baseline writes it',
  'cli.baseline-written': 'Baseline written to “{path}” with {count} {count:finding|findings}',
  'cli.template-missing': 'Template “{path}” was not found',
  'cli.kind-unknown': 'There is no kind “{kind}”; there are: {kinds}',
  'cli.no-template': 'Kind “{kind}” has no template, so there is no schema to export',
  'cli.engine-failed': 'The analysis engine can not be started: {detail}',
  'cli.internal': 'Internal error: {detail}',
  'cli.read-only': '“{path}” is read-only and was not changed',
  'cli.write-failed': '“{path}” can not be written: {detail}',
  'cli.changed-meanwhile': '“{path}” was changed in the meantime and is left alone',
  'cli.written': 'Written to “{path}”',
  'cli.fix.done': 'Fixed {count} {count:finding|findings} in {files} {files:file|files}',
  'cli.fix.would': 'Would fix {count} {count:finding|findings} in {files} {files:file|files} (nothing written)',
  'cli.severity.error': 'error',
  'cli.severity.warning': 'warning',
  'cli.severity.information': 'info',
  'cli.severity.hint': 'hint',
  'cli.demanded-by': 'demanded by {place}',
  'cli.fixable': 'fix: {title}',
  'cli.progress': 'Checking',
  'cli.summary':
    '{files} {files:file|files}: {errors} {errors:error|errors}, {warnings} {warnings:warning|warnings}, {information} {information:info|infos}, {hints} {hints:hint|hints}',
  'cli.summary.other': '{other} of kind “other”, not checked',
  'cli.summary.fixed': '{fixed} fixed',
  'cli.summary.fixable': '{fixable} fixable with casewright fix',
  'cli.summary.baselined': '{baselined} in the baseline',
  'cli.skipped': '{count} more {count:was|were} not checked: {paths}',
  'cli.skipped.one': '{path} ({reason})',
  'cli.skipped.separator': ', ',
  'cli.skipped.more': ' and others; casewright doctor lists all',
  'cli.cache-broken': '{count} {count:file|files} of the cache {count:is|are} damaged, ignored and written anew',
  'cli.cache-unwritten': 'The cache can not be written: {detail}; results are the same without it',
  'cli.summary.suppressed': '{suppressed} suppressed',
  'cli.new.title': 'new needs a title, given by --title',
  'cli.new.no-template': 'Kind “{kind}” has no template, so no document can be made',
  'cli.explain.usage': 'explain needs a file or the code of a rule',
  'cli.explain.neither': '“{word}” is neither a file nor the code of a rule',
  'cli.explain.neither.near': '“{word}” is neither a file nor the code of a rule; did you mean “{near}”',
  'cli.explain.kind': 'Kind: {kind}',
  'cli.explain.reason': 'Because: {reason}',
  'cli.explain.template': 'Template: {template}',
  'cli.explain.standard': 'Review standard: {standard}',
  'cli.explain.none': 'none',
  'cli.explain.metadata': 'Metadata',
  'cli.explain.sections': 'Sections',
  'cli.explain.extras': 'Sections that the template does not know',
  'cli.explain.state.present': 'there',
  'cli.explain.state.misplaced': 'misplaced',
  'cli.explain.state.wrong-level': 'wrong level',
  'cli.explain.state.missing': 'missing',
  'cli.explain.state.absent': 'not written (optional)',
  'cli.explain.demands': 'demands {text}',
  'cli.explain.rule': 'Rule {code}',
  'cli.explain.severity': 'Severity: {severity}',
  'cli.explain.by-status': 'Follows the status of the document: weaker in drafts',
  'cli.explain.always': 'The same at any stage of the document',
  'cli.explain.can-fix': 'Can be fixed',
  'cli.explain.messages': 'Messages',
  'cli.explain.findings':
    'Check: {errors} {errors:error|errors}, {warnings} {warnings:warning|warnings}, {information} {information:info|infos}, {hints} {hints:hint|hints}',
  'cli.help': `casewright - checks Markdown cases and topics against their template and review standard

Usage: casewright <command> [options] [paths ...]

Commands:
  check        check documents (the working folder by default)
  fix          mend what can be mended without asking
  new          write a new document from its template
  schema       export the JSON Schema derived from template and review standard
  explain      say why a document is checked as it is, or what a rule means
  roadmap      the actual state of roadmap items, held against the files
  report       write the progress report, from actual states
  find         find documents by words, facets, id and pinyin
  doctor       look at the whole library: how documents are seen; duplicates, orphans, placeholders, clashes
  graph        the relations between documents
  index        bring generated regions of index documents up to date
  review       reviews: start, approve, comment, kept in records of the library
  score        score documents by their review standard, with evidence and next steps
  maintenance  what the library needs: stale, suspect, waiting for review, archived, and the work by month
  bump         raise the version of a document by what changed, with dates, changelog and contents
  archive      lay a document aside; links, plans and indexes follow
  restore      undo archiving
  migrate      bring documents of an earlier template to the present one

Options for all commands:
      --locale zh|en     language; the system's by default
      --no-config        do not read .casewright/config.json
  -h, --help             help; casewright help <command> lists the options of a command
  -v, --version          version

Exit codes: 0 nothing found; 1 errors, or more warnings than --max-warnings; 2 wrong usage, internal error, or no file matched
`,
  'cli.help.check': `Usage: casewright check [options] [paths ...]

  -f, --format pretty|json|sarif|github|junit   output format, pretty by default
  -o, --output FILE       write the result to a file
      --fix               mend first what can be mended (as casewright fix)
      --changed [REV]     only documents changed since REV (HEAD by default); needs git
      --max-warnings N    exit with 1 when there are more than N warnings
      --baseline FILE     report only what the baseline does not hold
      --update-baseline   write the baseline anew from this run
      --kind KIND         take all documents for this kind
      --template FILE     check against this template
      --stdin             read one document from standard input
      --stdin-filename P  path of that document, which tells its kind
      --no-library        look at the documents alone: nothing is said of links, ids and relations
      --external          ask web servers whether links to the outside are there (never done otherwise)
      --cache FOLDER      keep what was learned of documents here; the user's cache folder by default
      --no-cache          keep nothing, read everything anew
      --threads N         number of parallel threads
  -q, --quiet             errors only, no progress
`,
  'cli.help.fix': `Usage: casewright fix [options] [paths ...]

      --dry-run           say what would be mended, write nothing
      --diff              show the differences, write nothing
      --stdin             read from standard input, write the mended text to standard output
  -f, --format …          format for what is left, and the other options of check
`,
  'cli.help.new': `Usage: casewright new <kind> --title TITLE [options]

      --title TITLE       title
      --id ID             document id; the next free one by default
  -o, --output FILE       write to this file; newPath of the configuration by default
      --dry-run           print the document, write nothing
`,
  'cli.help.schema': `Usage: casewright schema [--kind case] [--template FILE] [-o FILE]

      --kind KIND         kind, case by default
      --template FILE     derive from this template
  -o, --output FILE       write to a file; standard output by default
      --locale zh|en      language of the built-in templates
`,
  'cli.help.explain': `Usage: casewright explain <file|rule code>

Says the kind of a document and why, its template and review standard, the state of each section and which line demands it; or what a rule means
`,
  'cli.help.roadmap': `Usage: casewright roadmap [plan or folder] [options]

Lists the items of plans with their actual state, which comes from the files: do they exist, are they more than the template, is what the template requires written
  -f, --format FORMAT     tree (by default), json, markdown, csv or mermaid
      --fail-on drift     exit code 1 where there is drift
  -o, --output FILE       write to a file; standard output by default
      --locale zh|en      language
`,
  'cli.help.doctor': `Usage: casewright doctor [file or folder] [options]

Says how each document is seen (kind and why, template, id, classification, items of plans that name it) and which files are left out and why; finds duplicates, orphans, placeholders (linked but missing), clashes of ids and names
  -f, --format FORMAT     pretty (by default), json or markdown
      --fix               mend what is safe between documents: links, ids, generated regions
      --dry-run           with --fix: say how much would be mended, write nothing
  -o, --output FILE       write to a file; standard output by default
      --locale zh|en      language

Exit codes: 0 nothing found; 1 something found (orphans, similar documents and files left out are only mentioned); 2 wrong usage
`,
  'cli.help.report': `Usage: casewright report [plan or folder] [options]

Writes a progress report in Markdown: what is done with its actual lines, groups, what comes next, progress of each priority, drift
  -o, --output FILE       write to a file; standard output by default
      --locale zh|en      language
`,
  'cli.no-plans': 'No plan was found: “{path}”',
  'cli.drift': '{count} {count:item|items} with drift',
  'cli.help.find': `Usage: casewright find [words ...] [options]

Finds documents in the library of the working folder: words may stand in titles, ids, headings, facets, metadata and paths, or be the pinyin of a Chinese title; a document must fit all of them, and the best come first. Running text is not searched
      --facet NAME=VALUE  only documents with this value, such as --facet difficulty=advanced; may be given more than once
      --limit N           at most N documents, 50 by default
  -f, --format FORMAT     pretty (default) or json
  -o, --output FILE       write to a file instead of standard output
      --locale zh|en      language

Exit codes: 0 found; 1 nothing found; 2 wrong usage
`,
  'cli.find.usage': 'find needs words or --facet NAME=VALUE',
  'cli.find.facet-unknown': '“{facet}” is not NAME=VALUE of a facet; there are: {facets}',
  'cli.find.total': 'listed {shown} of {total} {total:document|documents} found',
};
