// A configuration for a folder, with the built-in templates and standard copied to be the team's own.
import { builtInText } from '../core/library/builtIn.ts';
import type { EngineView } from './engineView.ts';

export interface InitQuestion {
  readonly language: 'zh' | 'en';
}

export interface NewFile {
  /** Relative to the folder. */
  readonly path: string;
  readonly text: string;
}

const places = {
  zh: {
    case: '模板/案例模板.md',
    topic: '模板/主题模板.md',
    standard: '标准/审查标准.md',
    cases: '案例',
    topics: '主题',
    plans: '计划',
  },
  en: {
    case: 'templates/case.md',
    topic: 'templates/topic.md',
    standard: 'standards/review.md',
    cases: 'cases',
    topics: 'topics',
    plans: 'plans',
  },
} as const;

export function initLibrary(_view: EngineView, { language }: InitQuestion): readonly NewFile[] {
  const place = places[language];
  const textOf = (name: string): string => builtInText(`builtin:${name}.${language}`) ?? '';
  const configuration = {
    kinds: {
      case: {
        files: [`${place.cases}/**/*.md`],
        template: place.case,
        standard: place.standard,
        newPath: `${place.cases}/{title}.md`,
      },
      topic: {
        files: [`${place.topics}/**/*.md`],
        template: place.topic,
        standard: place.standard,
        newPath: `${place.topics}/{title}.md`,
      },
      plan: { files: [`${place.plans}/**/*.md`] },
      template: { files: [place.case, place.topic] },
      standard: { files: [place.standard] },
    },
    enforcement: 'smart',
  };
  return [
    { path: '.casewright/config.json', text: `${JSON.stringify(configuration, undefined, 2)}\n` },
    { path: place.case, text: textOf('case') },
    { path: place.topic, text: textOf('topic') },
    { path: place.standard, text: textOf('standard') },
  ];
}
