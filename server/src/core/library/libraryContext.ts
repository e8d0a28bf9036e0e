// Everything a document is checked against, built once and then immutable. Types only; built by buildLibrary.ts.
import type { Finding } from '../finding.ts';
import type { LibraryIndex } from '../index/libraryIndex.ts';
import type { MarkdownParser } from '../markdown/markdownParser.ts';
import type { LibraryLife } from '../review/libraryLife.ts';
import type { LibraryFiles } from '../roadmap/libraryFiles.ts';
import type { Plan } from '../roadmap/plan.ts';
import type { Standard } from '../standard/standard.ts';
import type { Template } from '../template/template.ts';
import type { DerivedSchema } from '../schema/derivedSchema.ts';
import type { Configuration, Kind } from './configuration.ts';

/** The texts that a library consists of besides its documents. Paths are relative to the root, with forward slashes. */
export interface LibraryInput {
  /** Name or URI of the root, for messages only. */
  readonly root: string;
  /** `.casewright/config.json`; absent: built-in defaults. */
  readonly configurationText?: string;
  /** Template and standard texts by path. A configured path that is not here is reported as missing. */
  readonly files: ReadonlyMap<string, string>;
  readonly parser: MarkdownParser;
  /** What a person chose for this run: every document is of this kind, and checked against this template. */
  readonly override?: { readonly kind: Kind; readonly template?: string };
}

/** What documents of one kind are checked against. */
export interface KindContext {
  readonly kind: Kind;
  readonly template?: Template;
  readonly standard?: Standard;
  readonly schema?: DerivedSchema;
  /** The schema in force is an older one because template or standard are broken now. */
  readonly isOutdated: boolean;
  /** Paths of the broken files, where `isOutdated`. */
  readonly outdatedPaths?: readonly string[];
}

export interface LibraryContext {
  readonly root: string;
  readonly parser: MarkdownParser;
  readonly configuration: Configuration;
  /** By kind; for kinds whose built-in template follows the language of the document, the Chinese one (see contextOf.ts). */
  readonly kinds: ReadonlyMap<Kind, KindContext>;
  /** English variants of kinds whose template or standard is built in without a language. */
  readonly englishKinds?: ReadonlyMap<Kind, KindContext>;
  /** Findings in configuration, templates and standards, by path. */
  readonly problems: ReadonlyMap<string, readonly Finding[]>;
  /** What plans are held against; absent: nothing is known of the disk. */
  readonly files?: LibraryFiles;
  /** Every plan of the library, for what two plans say of one item. */
  readonly plans?: readonly Plan[];
  /** Every document; absent: nothing is known of other documents, and library rules say nothing. */
  readonly index?: LibraryIndex;
  /** Review records and history; absent: nothing is known of them. */
  readonly life?: LibraryLife;
}
