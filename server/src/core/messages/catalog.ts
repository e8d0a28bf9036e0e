// The message catalog: every text that a person reads, in Chinese and English, by stable key.
// One file per area and language; an area's English file must have exactly the keys of its Chinese one (the compiler checks).
import { zhRules } from './zhRules.ts';
import { enRules } from './enRules.ts';
import { zhDocumentRules } from './zhDocumentRules.ts';
import { enDocumentRules } from './enDocumentRules.ts';
import { zhFeatures } from './zhFeatures.ts';
import { enFeatures } from './enFeatures.ts';
import { zhTemplate } from './zhTemplate.ts';
import { enTemplate } from './enTemplate.ts';
import { zhLibrary } from './zhLibrary.ts';
import { enLibrary } from './enLibrary.ts';
import { zhSchema } from './zhSchema.ts';
import { enSchema } from './enSchema.ts';
import { zhServer } from './zhServer.ts';
import { enServer } from './enServer.ts';
import { zhRoadmapChange } from './zhRoadmapChange.ts';
import { enRoadmapChange } from './enRoadmapChange.ts';
import { zhCli } from './zhCli.ts';
import { enCli } from './enCli.ts';
import { zhDoctor } from './zhDoctor.ts';
import { enDoctor } from './enDoctor.ts';
import { zhRoadmap } from './zhRoadmap.ts';
import { enRoadmap } from './enRoadmap.ts';
import { zhPlan } from './zhPlan.ts';
import { enPlan } from './enPlan.ts';
import { zhFacets } from './zhFacets.ts';
import { enFacets } from './enFacets.ts';
import { zhNavigation } from './zhNavigation.ts';
import { enNavigation } from './enNavigation.ts';
import { zhRelations } from './zhRelations.ts';
import { enRelations } from './enRelations.ts';
import { zhLinks } from './zhLinks.ts';
import { enLinks } from './enLinks.ts';
import { zhRegions } from './zhRegions.ts';
import { enRegions } from './enRegions.ts';
import { zhMigration } from './zhMigration.ts';
import { enMigration } from './enMigration.ts';
import { zhArchive } from './zhArchive.ts';
import { enArchive } from './enArchive.ts';
import { zhIds } from './zhIds.ts';
import { enIds } from './enIds.ts';
import { zhVersions } from './zhVersions.ts';
import { enVersions } from './enVersions.ts';
import { zhMaintenance } from './zhMaintenance.ts';
import { enMaintenance } from './enMaintenance.ts';
import { zhReview } from './zhReview.ts';
import { enReview } from './enReview.ts';
import { zhMeasuresCode } from './zhMeasuresCode.ts';
import { enMeasuresCode } from './enMeasuresCode.ts';
import { zhMeasuresMore } from './zhMeasuresMore.ts';
import { enMeasuresMore } from './enMeasuresMore.ts';
import { zhMeasuresText } from './zhMeasuresText.ts';
import { enMeasuresText } from './enMeasuresText.ts';
import { zhScore } from './zhScore.ts';
import { enScore } from './enScore.ts';

const zh = {
  ...zhRules,
  ...zhDocumentRules,
  ...zhFeatures,
  ...zhTemplate,
  ...zhLibrary,
  ...zhSchema,
  ...zhServer,
  ...zhRoadmapChange,
  ...zhCli,
  ...zhDoctor,
  ...zhRoadmap,
  ...zhPlan,
  ...zhFacets,
  ...zhNavigation,
  ...zhRelations,
  ...zhLinks,
  ...zhRegions,
  ...zhIds,
  ...zhScore,
  ...zhVersions,
  ...zhArchive,
  ...zhMigration,
  ...zhReview,
  ...zhMaintenance,
  ...zhMeasuresCode,
  ...zhMeasuresMore,
  ...zhMeasuresText,
} as const;
const en: Readonly<Record<keyof typeof zh, string>> = {
  ...enRules,
  ...enDocumentRules,
  ...enFeatures,
  ...enTemplate,
  ...enLibrary,
  ...enSchema,
  ...enServer,
  ...enRoadmapChange,
  ...enCli,
  ...enDoctor,
  ...enRoadmap,
  ...enPlan,
  ...enFacets,
  ...enNavigation,
  ...enRelations,
  ...enLinks,
  ...enRegions,
  ...enIds,
  ...enScore,
  ...enVersions,
  ...enArchive,
  ...enMigration,
  ...enReview,
  ...enMaintenance,
  ...enMeasuresCode,
  ...enMeasuresMore,
  ...enMeasuresText,
};

export type MessageKey = keyof typeof zh;
export type Locale = 'zh' | 'en';

export const catalogs: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = { zh, en };

/** VS Code display language or POSIX locale to one of ours; Chinese for every `zh*`, else English. */
export function localeOf(tag: string | undefined): Locale {
  return tag === undefined || /^(zh|C$|POSIX)/i.test(tag) ? 'zh' : 'en';
}
