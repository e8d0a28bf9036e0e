// Gives positions to nodes that remark's autolink transform makes without: it searches texts that were already parsed.
import type { Nodes, Parent } from 'mdast';
import type { Point } from 'unist';

/** Sets the missing positions of the children of `parent` (and of theirs) by following their text through the source. */
export function placeUnpositioned(parent: Parent, text: string): void {
  let cursor = startOf(parent);
  for (const child of parent.children) {
    if (child.position !== undefined) {
      cursor = { ...child.position.end };
      continue;
    }
    cursor = placeNode(child, cursor, text);
  }
}

function startOf(parent: Parent): Point {
  return parent.position === undefined ? { line: 1, column: 1, offset: 0 } : { ...parent.position.start };
}

/** Places a node and what is in it; returns the point after it. Such nodes hold texts and links of texts only. */
function placeNode(node: Nodes, from: Point, text: string): Point {
  let start = from;
  let end = from;
  if ('value' in node) {
    start = startOfValue(node.value, from, text);
    end = follow(node.value, start, text);
  } else if ('children' in node) {
    for (const child of node.children) end = placeNode(child, end, text);
    start = node.children[0]?.position?.start ?? from;
  }
  node.position = { start: { ...start }, end: { ...end } };
  return end;
}

/** After blanks and marks at the start of a line or cell, which belong to no text. */
function startOfValue(value: string, from: Point, text: string): Point {
  const offset = from.offset ?? 0;
  const isStart = text.charAt(offset) === '|' || /[\r\n]/.test(text.charAt(offset - 1));
  const found = isStart ? text.indexOf(value.charAt(0), offset) : offset;
  return found > offset && /^[ \t>|]*$/.test(text.slice(offset, found)) ? advance(from, found, text) : from;
}

/** Point in the source after `value` was read from `from`; escapes and character references are longer than their value. */
function follow(value: string, from: Point, text: string): Point {
  let offset = from.offset ?? 0;
  for (let index = 0; index < value.length && offset < text.length; index++)
    offset = afterUnit(value.charAt(index), offset, text);
  return advance(from, offset, text);
}

function afterUnit(unit: string, offset: number, text: string): number {
  const found = text.charAt(offset);
  if (found === '\\' && text.charAt(offset + 1) === unit) return offset + 2;
  if (found === unit && found !== '&') return offset + 1;
  if (found === '&')
    return (
      offset + (/^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{1,40});/.exec(text.slice(offset, offset + 50))?.[0].length ?? 1)
    );
  // Line prefixes and blanks that the paragraph dropped.
  const next = text.indexOf(unit, offset);
  return next === -1 ? offset : next + 1;
}

function advance(from: Point, offset: number, text: string): Point {
  let { line, column } = from;
  for (let index = from.offset ?? 0; index < offset; index++) {
    const unit = text.charAt(index);
    const isLineEnd = unit === '\n' || (unit === '\r' && text.charAt(index + 1) !== '\n');
    if (isLineEnd) line += 1;
    column = isLineEnd ? 1 : column + 1;
  }
  return { line, column, offset };
}
