// The ways in which places that show Markdown make anchors of headings, by the name that the configuration uses.
import { anchorsOf } from '../../model/anchors.ts';
import type { SlugProfile } from '../linkSettings.ts';
import { azureAnchors } from './azure.ts';
import { giteaAnchors } from './gitea.ts';
import { gitlabAnchors } from './gitlab.ts';
import { markdownItAnchors } from './markdownItAnchor.ts';
import { mkdocsAnchors } from './mkdocs.ts';
import { vitepressAnchors } from './vitepress.ts';
import { codePreviewAnchors } from './codePreview.ts';

/** Texts of all headings of a document in order to their anchors, not encoded. */
export const anchorsByProfile: Readonly<Record<SlugProfile, (texts: readonly string[]) => readonly string[]>> = {
  github: anchorsOf,
  gitlab: gitlabAnchors,
  gitea: giteaAnchors,
  azure: azureAnchors,
  vscode: codePreviewAnchors,
  'markdown-it-anchor': markdownItAnchors,
  vitepress: vitepressAnchors,
  mkdocs: mkdocsAnchors,
};
