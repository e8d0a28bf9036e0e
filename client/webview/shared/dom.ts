// Builds elements. Texts are always set as text: what plans say is never read as HTML.

type Child = Node | string;
type Attributes = Readonly<Record<string, string | undefined>>;

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  children: readonly Child[] = [],
): HTMLElementTagNameMap[Name] {
  const result = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) result.setAttribute(key, value);
  result.append(...children);
  return result;
}

export function button(text: string, run: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const result = element('button', { type: 'button', ...attributes }, [text]);
  result.addEventListener('click', run);
  return result;
}

/** A table with a caption for screen readers; the first cell of each row is its head. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly Child[])[],
): HTMLTableElement {
  const head = element(
    'tr',
    {},
    heads.map((text) => element('th', { scope: 'col' }, [text])),
  );
  const body = rows.map((cells) =>
    element(
      'tr',
      {},
      cells.map((cell, index) => element(index === 0 ? 'th' : 'td', index === 0 ? { scope: 'row' } : {}, [cell])),
    ),
  );
  return element('table', {}, [
    element('caption', { class: 'hidden' }, [caption]),
    element('thead', {}, [head]),
    element('tbody', {}, body),
  ]);
}

export function byId<Found extends HTMLElement>(id: string, kind: abstract new () => Found): Found {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page lacks #${id}`);
  return found;
}
