// Places in documents of a library, as the editor wants them. Facts of closed documents hold offsets and no text, so the
// texts are read here, where files may be read; what is open counts as it stands in the editor.
import type { Location } from 'vscode-languageserver';
import { SourceText, type Range, type Span } from '../core/sourceText.ts';
import type { ServerContext } from './context.ts';
import { inParallel } from './inParallel.ts';
import { uriBelow } from './uris.ts';

const AT_ONCE = 8;

/** `path` is relative to the library root. */
export interface FileInLibrary {
  readonly root: string;
  readonly path: string;
}
export interface SpanInFile extends FileInLibrary {
  readonly span: Span;
}

type Ports = Pick<ServerContext, 'session' | 'files'>;

/** Texts by URI; those that can not be read are left out. Never rejects. */
export async function textsOf(
  { session, files }: Ports,
  wanted: readonly FileInLibrary[],
): Promise<ReadonlyMap<string, string>> {
  const { documents } = session.snapshot;
  const byUri = new Map(wanted.map((file) => [uriBelow(file.root, file.path), file]));
  const texts = await inParallel([...byUri], { atOnce: AT_ONCE, isWanted: () => true }, async ([uri, file]) => {
    const open = documents.get(uri);
    if (open !== undefined) return [uri, open.text] as const;
    const read = await files.readDocument(file.root, file.path);
    return [uri, read.isText ? read.text : undefined] as const;
  });
  return new Map(texts.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
}

/** A range for each place, in their order; undefined where the document can not be read. Never rejects. */
export async function rangesOf(ports: Ports, places: readonly SpanInFile[]): Promise<readonly (Range | undefined)[]> {
  const sources = new Map([...(await textsOf(ports, places))].map(([uri, text]) => [uri, new SourceText(text)]));
  return places.map(({ root, path, span }) => sources.get(uriBelow(root, path))?.rangeOf(span));
}

/** Places that can be shown, in their order. Never rejects. */
export async function locationsOf(ports: Ports, places: readonly SpanInFile[]): Promise<Location[]> {
  const ranges = await rangesOf(ports, places);
  return places.flatMap(({ root, path }, index) => {
    const range = ranges[index];
    return range === undefined ? [] : [{ uri: uriBelow(root, path), range }];
  });
}
