// Reads one code block: its fence, info word, content, and whether it is closed or a diagram.
import type { Code } from 'mdast';
import type { SourceText, Span } from '../sourceText.ts';
import type { CodeBlock } from './documentModel.ts';
import { spanOf } from './plainText.ts';

const DIAGRAM_LANGUAGES = new Set(['mermaid', 'plantuml', 'puml', 'uml', 'graphviz', 'dot', 'd2']);
const PLAIN_LANGUAGES = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'ascii', 'diagram']);
const BOX_LINE = /[─│┌┐└┘├┤┬┴┼═║╔╗╚╝╠╣╦╩╬→←▼▲►◄▶◀↓↑]|\+-{2,}/;
const MINIMUM_BOX_LINES = 3;

export function readCodeBlock(node: Code, source: SourceText): CodeBlock {
  const span = spanOf(node);
  const fence = /^(?:`{3,}|~{3,})/.exec(source.text.slice(span.start, span.start + 200))?.[0];
  return fence === undefined ? indentedBlock(node, span) : fencedBlock(node, source, fence);
}

function indentedBlock(node: Code, span: Span): CodeBlock {
  const languageSpan = { start: span.start, end: span.start };
  const isDiagram = isBoxArt(node.value);
  return { value: node.value, span, languageSpan, contentSpan: span, isFenced: false, isClosed: true, isDiagram };
}

function fencedBlock(node: Code, source: SourceText, fence: string): CodeBlock {
  const span = spanOf(node);
  const languageSpan = readLanguageSpan(source, span.start + fence.length, fence);
  const language = source.slice(languageSpan);
  const isClosed = hasClosingFence(source, span, fence);
  const isDiagram =
    DIAGRAM_LANGUAGES.has(language.toLowerCase()) ||
    (PLAIN_LANGUAGES.has(language.toLowerCase()) && isBoxArt(node.value));
  return {
    ...(language === '' ? {} : { language }),
    ...(typeof node.meta === 'string' ? { meta: node.meta } : {}),
    value: node.value,
    span,
    languageSpan,
    contentSpan: readContentSpan(source, span, isClosed),
    isFenced: true,
    isClosed,
    isDiagram,
  };
}

function readLanguageSpan(source: SourceText, fenceEnd: number, fence: string): Span {
  const info = source.text.slice(fenceEnd, source.lineSpan(source.lineAt(fenceEnd)).end);
  const match = fence.startsWith('`') ? /^[ \t]*([^\s`]+)/.exec(info) : /^[ \t]*(\S+)/.exec(info);
  if (match?.[1] === undefined) return { start: fenceEnd, end: fenceEnd };
  const end = fenceEnd + match[0].length;
  return { start: end - match[1].length, end };
}

function hasClosingFence(source: SourceText, span: Span, fence: string): boolean {
  const lastLine = source.lineAt(span.end);
  if (lastLine === source.lineAt(span.start)) return false;
  const text = source.text
    .slice(source.lineStart(lastLine), span.end)
    .replace(/^[\s>]+/, '')
    .trimEnd();
  return text.length >= fence.length && text === fence.charAt(0).repeat(text.length);
}

/** Whole lines between the fences, without the last line ending; marks of containers stand in it. */
function readContentSpan(source: SourceText, span: Span, isClosed: boolean): Span {
  const first = source.lineAt(span.start) + 1;
  const last = source.lineAt(span.end) - (isClosed ? 1 : 0);
  const start = source.lineStart(first);
  if (last < first) return { start: Math.min(start, span.end), end: Math.min(start, span.end) };
  return { start, end: isClosed ? source.lineSpan(last).end : span.end };
}

function isBoxArt(value: string): boolean {
  let count = 0;
  for (const line of value.split('\n')) {
    if (BOX_LINE.test(line)) count += 1;
    if (count >= MINIMUM_BOX_LINES) return true;
  }
  return false;
}
