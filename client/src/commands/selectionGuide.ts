// Selection guide: the need, then technology and difficulty; the documents that fit, and why.
import { l10n, QuickInputButtons, ThemeIcon, window, workspace, type QuickPickItem } from 'vscode';
import {
  requests,
  type GuidedHit,
  type SelectionGuideParams,
  type SelectionGuideResult,
  type SelectionOption,
} from '../../../server/src/lsp/protocol.ts';
import { documentItem, pickDocument, type DocumentItem } from '../library/documentPick.ts';
import { notReady } from './applyChange.ts';
import type { CommandContext } from './index.ts';

interface AnswerItem extends QuickPickItem {
  /** Absent: whatever it is. */
  readonly answer?: string;
}

type Answer =
  | { readonly kind: 'back' }
  | { readonly kind: 'left' }
  | { readonly kind: 'answer'; readonly value: string | undefined };

interface Question {
  readonly title: string;
  readonly placeholder: string;
  readonly options: readonly SelectionOption[];
  readonly step: number;
  /** What is typed is an answer too. */
  readonly takesWords?: boolean;
}

const STEPS = 4;

/** An argument gives the answers without asking; the result is then given back without a list. */
export async function selectionGuide(
  { connection }: CommandContext,
  argument: unknown,
): Promise<SelectionGuideResult | undefined> {
  const ask = (params: SelectionGuideParams): Promise<SelectionGuideResult | undefined> =>
    connection.ask<SelectionGuideResult>(requests.selectionGuide, params);
  if (isParams(argument)) return ask(argument);
  let params: SelectionGuideParams = { need: '' };
  for (let step = 1; ;) {
    const result = await ask(params);
    if (result === undefined) {
      notReady();
      return undefined;
    }
    const outcome = step < STEPS ? await answer(questionOf(step, result)) : await choose(result);
    if (outcome.kind === 'left') return result;
    if (outcome.kind === 'back') {
      step -= 1;
      params = answered(params, step, undefined);
    } else {
      params = answered(params, step, outcome.value);
      step += 1;
    }
  }
}

function isParams(value: unknown): value is SelectionGuideParams {
  return typeof value === 'object' && value !== null && 'need' in value && typeof value.need === 'string';
}

/** The answers up to a step, with another one for it. */
function answered(
  { need, technology }: SelectionGuideParams,
  step: number,
  value: string | undefined,
): SelectionGuideParams {
  if (step === 1) return { need: value ?? '' };
  const before = step === 2 ? { need } : { need, ...(technology !== undefined && { technology }) };
  if (value === undefined) return before;
  return step === 2 ? { ...before, technology: value } : { ...before, difficulty: value };
}

function questionOf(step: number, result: SelectionGuideResult): Question {
  if (step === 1)
    return {
      step,
      title: l10n.t('Selection guide: what is it for?'),
      placeholder: l10n.t('Type what you need, or choose a business scenario'),
      options: result.scenarios,
      takesWords: true,
    };
  if (step === 2)
    return {
      step,
      title: l10n.t('Selection guide: which technology?'),
      placeholder: l10n.t('Technical scenario'),
      options: result.technologies,
    };
  return {
    step,
    title: l10n.t('Selection guide: how difficult?'),
    placeholder: l10n.t('Difficulty'),
    options: result.difficulties,
  };
}

function answer({ title, placeholder, options, step, takesWords = false }: Question): Promise<Answer> {
  const pick = window.createQuickPick<AnswerItem>();
  Object.assign(pick, { title, placeholder, step, totalSteps: STEPS });
  if (step > 1) pick.buttons = [QuickInputButtons.Back];
  const listed: readonly AnswerItem[] = [
    ...options.map(({ value, count }) => ({ label: value, description: String(count), answer: value })),
    { label: `$(circle-slash) ${l10n.t('Does not matter')}`, alwaysShow: true },
  ];
  pick.items = listed;
  return new Promise((resolve) => {
    let outcome: Answer = { kind: 'left' };
    if (takesWords)
      pick.onDidChangeValue((text) => {
        const words = text.trim();
        const typed = { label: `$(search) ${words}`, description: l10n.t('as words'), answer: words, alwaysShow: true };
        pick.items = words === '' ? listed : [typed, ...listed];
      });
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (item === undefined) return;
      outcome = { kind: 'answer', value: item.answer };
      pick.hide();
    });
    pick.onDidTriggerButton(() => {
      outcome = { kind: 'back' };
      pick.hide();
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve(outcome);
    });
    pick.show();
  });
}

const AS_MARKDOWN = { iconPath: new ThemeIcon('output'), tooltip: l10n.t('As Markdown') };

async function choose({ hits, markdown }: SelectionGuideResult): Promise<Answer> {
  const pick = window.createQuickPick<DocumentItem>();
  Object.assign(pick, { step: STEPS, totalSteps: STEPS });
  pick.title = l10n.t(
    'Selection guide: {0} that fit',
    hits.filter(({ differences }) => differences.length === 0).length,
  );
  pick.placeholder = hits.length === 0 ? l10n.t('No document fits.') : l10n.t('Documents, the best first');
  pick.items = hits.map((hit) => ({ ...documentItem(hit, detailOf(hit)), alwaysShow: false }));
  pick.matchOnDetail = true;
  pick.matchOnDescription = true;
  pick.buttons = [AS_MARKDOWN];
  pick.onDidTriggerButton((button) => {
    if (button !== AS_MARKDOWN) return;
    pick.hide();
    void workspace
      .openTextDocument({ language: 'markdown', content: markdown })
      .then((document) => window.showTextDocument(document));
  });
  return { kind: (await pickDocument(pick, { hasBack: true })) === 'back' ? 'back' : 'left' };
}

function detailOf({ reasons, differences }: GuidedHit): readonly string[] {
  return [
    ...reasons.map((reason) => `$(check) ${withoutIcons(reason)}`),
    ...differences.map((difference) => `$(circle-slash) ${withoutIcons(difference)}`),
  ];
}

/** Words of documents never become icons. */
function withoutIcons(text: string): string {
  return text.replace(/\$\(/g, '$ (');
}
