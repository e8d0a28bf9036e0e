// How links of a library are read: what the team configures under `links`. Narrowed in library/narrowLinks.ts.

/** Where the documents are shown decides what anchor a heading has. */
export const slugProfiles = [
  'github', 'gitlab', 'gitea', 'azure', 'vscode', 'markdown-it-anchor', 'vitepress', 'mkdocs',
] as const; // prettier-ignore

export type SlugProfile = (typeof slugProfiles)[number];

export interface LinkSettings {
  readonly slug: SlugProfile;
  /** Folder that a leading slash means, relative to the library root; '' for the root itself. */
  readonly root: string;
  /** `guide` leads to `guide.md`, as in Sphinx, MyST, Docusaurus and VS Code. */
  readonly withoutExtension: boolean;
}

export const defaultLinkSettings: LinkSettings = { slug: 'github', root: '', withoutExtension: true };
