// An analysis port for tests of the server: a small engine of its own that reports each `BAD` of a document, with gates
// to hold it back. It counts what runs at the same time.
import type { PlainDiagnostic } from '../../server/src/features/diagnostics.ts';
import type { FeatureName, FeatureResult } from '../../server/src/features/featureTable.ts';
import type { AnalysisPort, AnalysisRequest, Outcome } from '../../server/src/lsp/analysisPort.ts';
import { SourceText } from '../../server/src/core/sourceText.ts';
import { turn } from './clocks.ts';

type AnyRequest = AnalysisRequest<FeatureName>;
export type Answers = Partial<Record<FeatureName, (request: AnyRequest) => unknown>>;

export class FakeAnalysis implements AnalysisPort {
  /** Names of what ran, with the document. */
  readonly runs: string[] = [];
  readonly #answers: Answers;
  readonly #running = new Map<string, number>();
  /** The most analyses of one document at one time. */
  mostAtOnce = 0;
  #gate: { readonly name: FeatureName; readonly opened: Promise<void>; readonly open: () => void } | undefined;
  #arrived: (() => void)[] = [];
  readonly #planned = new Map<FeatureName, Outcome<never>>();

  constructor(answers: Answers = {}) {
    this.#answers = answers;
  }

  /** Holds requests of one feature back once they have begun; resolves nothing until `open`. */
  hold(name: FeatureName): void {
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    this.#gate = { name, opened, open };
  }

  /** Turns the next outcome of a feature into this one. */
  plan(name: FeatureName, outcome: Outcome<never>): void {
    this.#planned.set(name, outcome);
  }

  /** Resolves when a held request has begun. */
  arrival(): Promise<void> {
    return new Promise((resolve) => {
      this.#arrived.push(resolve);
    });
  }

  open(): void {
    const gate = this.#gate;
    this.#gate = undefined;
    gate?.open();
  }

  async request<N extends FeatureName>(request: AnalysisRequest<N>): Promise<Outcome<FeatureResult<N>>> {
    await turn();
    if (!request.isWanted()) return { kind: 'dropped' };
    this.runs.push(`${request.name} ${request.uri ?? ''}`.trim());
    const end = this.#begin(request.name === 'diagnostics' ? (request.uri ?? '') : '');
    if (this.#gate?.name === request.name) {
      for (const arrived of this.#arrived.splice(0)) arrived();
      await this.#gate.opened;
    }
    end();
    const planned = this.#planned.get(request.name);
    this.#planned.delete(request.name);
    if (planned) return planned;
    const value = this.#compute(request);
    return { kind: 'done', value: value as FeatureResult<N> };
  }

  dispose(): Promise<void> {
    return Promise.resolve();
  }

  #compute(request: AnyRequest): unknown {
    const answer = this.#answers[request.name];
    if (answer) return answer(request);
    if (request.name === 'diagnostics') return badWords(request);
    const isList: Partial<Record<FeatureName, true>> = {
      libraryFiles: true,
      libraryDiagnostics: true,
      roadmapCandidates: true,
    };
    return isList[request.name] ? [] : undefined;
  }

  #begin(uri: string): () => void {
    if (uri === '') return () => undefined;
    const count = (this.#running.get(uri) ?? 0) + 1;
    this.#running.set(uri, count);
    this.mostAtOnce = Math.max(this.mostAtOnce, count);
    return () => this.#running.set(uri, (this.#running.get(uri) ?? 1) - 1);
  }
}

/** One diagnostic for each `BAD` in the document, one more for each line of the library's first template in `BADS`. */
function badWords({ state, uri }: AnyRequest): unknown {
  const document = state.documents.get(uri ?? '');
  if (!document) return undefined;
  const source = new SourceText(document.text);
  const code = state.libraries.get(document.root)?.files[0]?.[1].trim() ?? 'bad';
  const diagnostics: PlainDiagnostic[] = [...document.text.matchAll(/BAD/g)].map((match) => ({
    code,
    severity: 'warning',
    message: 'bad word',
    range: source.rangeOf({ start: match.index, end: match.index + 3 }),
    related: [],
    isUnnecessary: false,
  }));
  return { uri: document.uri, version: document.version, diagnostics };
}
