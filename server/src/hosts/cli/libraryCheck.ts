// A library that has been examined, and what is said of its documents: the second phase of check. It judges over facts, so
// that every document is held against all others without being read again.
import { judgeFacts } from '../../core/analyzeDocument.ts';
import { idleConstraints } from '../../core/constraints/idleConstraints.ts';
import { distinctFindings } from '../../core/checking/oneFindingPerFault.ts';
import type { Finding } from '../../core/finding.ts';
import { recordFindings } from '../../core/review/recordFindings.ts';
import { updateIndex, type LibraryIndex } from '../../core/index/libraryIndex.ts';
import type { Plan } from '../../core/roadmap/plan.ts';
import { today } from '../today.ts';
import type { CheckedDocument } from './checkProtocol.ts';
import type { Examined } from './examiner.ts';
import type { OpenLibrary } from './libraryFacts.ts';
import type { PlanFindings } from './planFindings.ts';

export interface LibraryCheckPorts {
  readonly library: OpenLibrary;
  readonly planFindings: Pick<PlanFindings, 'all' | 'of'>;
  /** Documents are judged by themselves: nothing is said of others. */
  readonly isAlone: boolean;
}

export class LibraryCheck {
  readonly #ports: LibraryCheckPorts;
  readonly #examined: Map<string, Examined>;
  readonly #raw = new Map<string, readonly Finding[]>();
  readonly #today = today();
  #index: LibraryIndex;
  #plans: readonly Plan[];

  constructor(ports: LibraryCheckPorts) {
    this.#ports = ports;
    const { examined, index, plans } = ports.library;
    this.#examined = new Map(examined);
    this.#index = index;
    this.#plans = plans;
  }

  /** Changes with every document that is replaced in a way that others may see. */
  get aspects(): readonly object[] {
    return Object.values(this.#index.aspects) as readonly object[];
  }

  /** Constraints that check nothing in the whole library. */
  get idle(): readonly Finding[] {
    const { library, isAlone } = this.#ports;
    const { configuration } = library.state;
    return isAlone ? [] : idleConstraints({ index: this.#index, plans: this.#plans, configuration });
  }

  /** Review records that can not be read, or belong to no document. */
  get records(): ReadonlyMap<string, readonly Finding[]> {
    const { library, isAlone } = this.#ports;
    const { configuration } = library.state;
    if (isAlone) return new Map();
    return recordFindings({ index: this.#index, life: library.life, configuration, today: this.#today });
  }

  /** Asks for what plans among the documents say; once, before they are judged. */
  async readPlanFindings(paths: readonly string[]): Promise<void> {
    const plans = paths.filter((path) => this.#examined.get(path)?.plan !== undefined);
    const found = await this.#ports.planFindings.all(plans);
    for (const [path, findings] of found) this.#raw.set(path, distinctFindings(findings));
  }

  /** Further raw findings, by document. */
  give(findings: ReadonlyMap<string, readonly Finding[]>): void {
    for (const [path, more] of findings) this.#raw.set(path, [...(this.#raw.get(path) ?? []), ...more]);
  }

  /** What is shown of a document, relative to the root. */
  judge(path: string): CheckedDocument {
    const examined = this.#examined.get(path);
    if (examined !== undefined) return this.#judged(path, examined);
    const finding = this.#ports.library.unread.get(path);
    return unreadDocument(path, finding === undefined ? [] : [finding]);
  }

  /** The document has another text now. False, and nothing is changed, where that text can not be examined. */
  async replace(path: string, text: string): Promise<boolean> {
    const { library, planFindings } = this.#ports;
    const examined = await library.examiner.text(path, text);
    if (!('facts' in examined)) return false;
    const ofPlan = examined.plan === undefined ? [] : await planFindings.of(path, text);
    library.sources.give(path, text);
    this.#examined.set(path, examined);
    this.#raw.set(path, distinctFindings(ofPlan));
    this.#index = updateIndex(this.#index, { changed: [examined.facts] });
    this.#plans = this.#plans.map((plan) => (plan.path === path ? (examined.plan ?? plan) : plan));
    return true;
  }

  #judged(path: string, { facts, ownFindings, template, standard }: Examined): CheckedDocument {
    const { library, isAlone } = this.#ports;
    const { configuration } = library.state;
    const raw = [...ownFindings, ...(this.#raw.get(path) ?? [])];
    const ground = { configuration, ...(!isAlone && { index: this.#index, plans: this.#plans, life: library.life }) };
    const { findings, suppressedCount } = this.#guarded(() =>
      judgeFacts({ facts, raw }, ground, { today: this.#today }),
    );
    return {
      path,
      kind: facts.kind,
      reason: facts.kindReason,
      stage: facts.stage,
      findings,
      suppressedCount,
      ...(template !== undefined && { template }),
      ...(standard !== undefined && { standard }),
    };
  }

  /** A rule that throws is a mistake of ours: it costs one document its check, and is said, and the others go on. */
  #guarded(judge: () => Pick<CheckedDocument, 'findings' | 'suppressedCount'>): ReturnType<typeof judge> {
    try {
      return judge();
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      const message = { key: 'document-not-analyzed.crash', args: { detail } } as const;
      const span = { start: 0, end: 0 };
      return { findings: [{ code: 'document-not-analyzed', severity: 'error', message, span }], suppressedCount: 0 };
    }
  }
}

/** A document that was not looked at, and why. */
export function unreadDocument(path: string, findings: readonly Finding[]): CheckedDocument {
  return { path, kind: 'other', reason: { key: 'kind.default' }, stage: 'normal', findings, suppressedCount: 0 };
}
