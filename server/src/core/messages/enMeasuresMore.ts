// English texts of the measures of references, readability, reuse, principles and cases.
import type { zhMeasuresMore } from './zhMeasuresMore.ts';

export const enMeasuresMore: Readonly<Record<keyof typeof zhMeasuresMore, string>> = {
  'references-sources': '{count} different outside {count:source|sources} cited, {works} of them without an address',
  'references-sources.unnamed': 'This line names no work and gives no address',
  'references-official': '{count} of {total} {total:source|sources} {count:is|are} official documentation',
  'references-papers':
    '{count} of {total} {total:source|sources} {count:is a paper or a standard|are papers or standards}',
  'references-blogs': '{count} of {total} {total:source|sources} {count:is a blog|are blogs}',
  'references-encyclopedia': '{count} of {total} {total:source|sources} {count:is an encyclopedia|are encyclopedias}',
  'references-links': '{wrong} of {count} {count:link|links} into the library {wrong:leads|lead} nowhere',
  'references-links.none': 'No link leads into the library',
  'references-links.dead': 'The document has no such anchor',
  'readability-contents':
    'The table of contents has {entries} {entries:entry|entries}, {wrong} without a heading that fits; {unlisted} {unlisted:heading is|headings are} left out',
  'readability-contents.none': 'There is no table of contents',
  'readability-contents.empty': 'The table of contents is empty',
  'readability-numbering':
    '{count} {count:heading is|headings are} numbered, with {wrong} {wrong:gap or repeat|gaps or repeats}',
  'readability-numbering.none': 'No heading is numbered',
  'readability-placeholders': '{count} {count:place is|places are} not written or not replaced',
  'readability-placeholders.stub': 'The code is still to be written',
  'readability-placeholders.block': 'All of the code is left out',
  'readability-figures':
    '{count} {count:figure|figures}: {diagrams} {diagrams:diagram|diagrams}, {tables} {tables:table|tables}',
  'readability-figures.empty': 'The table holds nothing',
  'readability-overview': '“{name}” is the overview, about {length} words',
  'readability-overview.opening': 'There is an opening paragraph below the title',
  'readability-overview.none': 'There is no overview',
  'readability-overview.empty': 'The overview says nothing',
  'readability-summary': '“{name}” is the summary, about {length} words',
  'readability-summary.none': 'There is no summary',
  'readability-summary.empty': 'The summary says nothing',
  'readability-structure':
    '{chapters} {chapters:chapter|chapters}, {sections} {sections:section|sections}, {wrong} {wrong:fault|faults} of structure',
  'readability-structure.none': 'There are no sections',
  'readability-structure.lopsided': '“{name}” is {percent}% of the document and better taken apart',
  'readability-structure.endless': '“{name}” has {lines} lines without a heading in between',
  'readability-format':
    '{wrong} {wrong:fault|faults} of form in {blocks} code {blocks:block|blocks} and {tables} {tables:table|tables}',
  'readability-format.none': 'There are no code blocks and no tables',
  'readability-format.row': 'This row has {cells} cells, the header only {columns}',
  'reuse.part': '{title}',
  'reuse-versions': 'Versions are stated: {names}',
  'reuse-versions.text': 'The header states no version, the text names {names}',
  'reuse-versions.none': 'No version is stated that it was written for',
  'reuse-prerequisites':
    '{parts} {parts:part says|parts say} what it is for, {lines} more {lines:line mentions|lines mention} it',
  'reuse-prerequisites.none': 'No size, scenario or precondition is stated',
  'reuse-prerequisites.thin': 'A single line mentions it, no precondition is stated',
  'reuse-parameters':
    '{parts} {parts:part|parts} about parameters, {settings} commented {settings:setting|settings}, {lines} {lines:line|lines} of advice on values',
  'reuse-parameters.none': 'Nothing says which parameters are to be changed',
  'reuse-parameters.thin': 'A single line mentions a value, parameters are not explained',
  'reuse-parameters.unadvised': 'The comment names the value and does not say how to choose it',
  'reuse-configuration':
    '{count} of {total} {total:configuration is|configurations are} complete, {cut} with something left out',
  'reuse-configuration.none': 'There is no configuration file',
  'reuse-configuration.cut': 'Something is left out, it can not be used as it stands',
  'reuse-dependencies':
    '{count} {count:dependency|dependencies} declared, {met} with a version; {undeclared} used and not declared',
  'reuse-dependencies.undeclared': '“{name}” is used and not declared',
  'reuse-dependencies.none': 'No dependencies are declared',
  'reuse-dependencies.version': '“{name}” has no version',
  'principle-formula':
    '{formulas} {formulas:formula|formulas}, {algorithms} {algorithms:algorithm|algorithms} step by step',
  'principle-definition': '{count} formal {count:definition|definitions}',
  'case-scenario':
    '{parts} {parts:part describes|parts describe} the scenario, with {figures} {figures:figure|figures}',
  'case-scenario.none': 'No scenario is described',
  'case-scenario.words': 'The scenario has no figures such as its size',
  'case-effect': '{parts} {parts:part tells|parts tell} the effect, with {figures} {figures:figure|figures}',
  'case-effect.none': 'No effect is told',
  'case-effect.words': 'The effect has no figures',
};
