// The article with its marks. Long texts are drawn chunk by chunk as the reader comes near them.

/** @import { Hit, Mark, Model, Piece, Role, Selection, TextSpan } from '../types.d.ts' */

import { calm, h } from '../lib/dom.js';
import { inTextOrder } from '../state/model.js';
import { nextOf } from '../state/selection.js';
import { chunkAt, chunksOf, marksByChunk } from './chunks.js';
import { pieces } from './pieces.js';
import { ROLE, markLabel } from './words.js';

/** Chunks drawn at once; the others wait until they come near the window. */
const AT_ONCE = 20;
const NEAR = '1200px';
/** Rough height of a chunk that is not drawn yet, in pixels per character. */
const HEIGHT = 0.42;

/** @typedef {TextSpan & { lines: TextSpan[], element: HTMLElement, drawn: boolean }} Chunk */

/**
 * @param {HTMLElement} container
 * @param {{ get: () => Selection | null, select: (selection: Selection) => void }} selecting
 */
export function createArticle(container, selecting) {
  /** @type {Model | null} */
  let model = null;
  /** @type {Chunk[]} */
  let chunks = [];
  /** @type {Mark[][]} */
  let marks = [];
  /** @type {Mark[][]} */
  let hits = [];
  /** The mark that is in the tab order; the arrow keys lead to the others. @type {string | null} */
  let stop = null;
  const observer = new IntersectionObserver((entries) => entries.forEach((e) => e.isIntersecting && fill(indexOf(e.target))), { rootMargin: NEAR });

  /** @param {Element} element */
  const indexOf = (element) => Number(element.getAttribute('data-chunk'));

  /** @param {number} index */
  function fill(index) {
    const chunk = chunks[index];
    if (!chunk || chunk.drawn) return;
    observer.unobserve(chunk.element);
    draw(index);
  }

  /** @param {number} index */
  function draw(index) {
    const chunk = chunks[index];
    const { text, analysis } = /** @type {Model} */ (model);
    const all = [...hits[index], ...marks[index]];
    const focused = chunk.element.contains(document.activeElement) ? document.activeElement?.getAttribute('data-key') : null;
    chunk.element.replaceChildren(...chunk.lines.flatMap((line) => drawLine(text, line, all, analysis.document) ?? []));
    chunk.element.style.removeProperty('height');
    chunk.drawn = true;
    if (focused) /** @type {HTMLElement | null} */ (chunk.element.querySelector(`[data-key="${focused}"]`))?.focus({ preventScroll: true });
  }

  /** Drawing a chunk anew makes new marks: one of all must be in the tab order. */
  function keepStop() {
    if (container.querySelector('[tabindex="0"]')) return;
    const mark = (stop && container.querySelector(`[data-key="${stop}"]`)) || container.querySelector('[data-key]');
    mark?.setAttribute('tabindex', '0');
  }

  /** @param {Element} mark */
  function moveStop(mark) {
    container.querySelector('[tabindex="0"]')?.setAttribute('tabindex', '-1');
    mark.setAttribute('tabindex', '0');
    stop = mark.getAttribute('data-key');
  }

  /** @param {Model | null} next */
  function show(next) {
    observer.disconnect();
    stop = null;
    model = next;
    chunks = next ? chunksOf(next.text).map((chunk, i) => ({ ...chunk, element: h('div', { class: 'chunk', data: { chunk: String(i) } }), drawn: false })) : [];
    marks = next ? marksByChunk(chunks, next.marks) : [];
    hits = chunks.map(() => []);
    container.replaceChildren(...chunks.map(({ element }) => element));
    chunks.forEach((chunk, i) => {
      if (i < AT_ONCE) return draw(i);
      chunk.element.style.height = `${Math.round((chunk.end - chunk.start) * HEIGHT)}px`;
      observer.observe(chunk.element);
    });
    keepStop();
  }

  /** @param {Hit[]} next */
  function highlight(next) {
    const before = hits;
    hits = marksByChunk(chunks, next.map(({ start, end, role }) => /** @type {Mark} */ ({ start, end, kind: 'hit', ids: [], type: role })).sort(inTextOrder));
    chunks.forEach((chunk, i) => chunk.drawn && (before[i]?.length || hits[i].length) && draw(i));
    keepStop();
  }

  /** Brings a stretch of text into view. @param {TextSpan} span */
  function reveal(span) {
    if (!chunks.length) return;
    const index = chunkAt(chunks, span.start);
    fill(index);
    const { element } = chunks[index];
    const target = [...element.querySelectorAll('[data-start]')].find((e) => Number(e.getAttribute('data-start')) <= span.start && Number(e.getAttribute('data-end')) > span.start);
    const shown = target ?? element;
    const { top, bottom } = shown.getBoundingClientRect();
    if (shown.checkVisibility?.() === false) return;
    if (top > 140 && bottom < innerHeight - 160) return;
    shown.scrollIntoView({ block: 'center', behavior: calm() || chunks.length > AT_ONCE ? 'auto' : 'smooth' });
  }

  /** @param {Element} mark */
  function pick(mark) {
    moveStop(mark);
    const kind = /** @type {Selection['kind']} */ ({ trigger: 'event', entity: 'entity', time: 'time' }[mark.getAttribute('data-kind') ?? '']);
    const ids = (mark.getAttribute('data-ids') ?? '').split(' ');
    const current = selecting.get();
    selecting.select({ kind, id: nextOf(ids, current?.kind === kind ? current.id : undefined) });
  }

  container.addEventListener('click', (event) => {
    // A click that ends a selection of words is no pick.
    if (!getSelection()?.isCollapsed) return;
    const mark = /** @type {Element} */ (event.target).closest('[data-key]');
    if (mark) pick(mark);
  });

  container.addEventListener('keydown', (event) => {
    const here = /** @type {Element} */ (event.target).closest('[data-key]');
    if (!here || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return pick(here);
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...container.querySelectorAll('[data-key]')];
    const next = all[all.indexOf(here) + step];
    if (!next) return;
    moveStop(next);
    /** @type {HTMLElement} */ (next).focus();
  });

  return { show, highlight, reveal };
}

/**
 * @param {string} text
 * @param {TextSpan} line
 * @param {Mark[]} marks
 * @param {Model['analysis']['document']} parts
 */
function drawLine(text, line, marks, parts) {
  const words = text.slice(line.start, line.end).replace(/[\r\n]+$/, '');
  if (!words.trim()) return null;
  const range = { start: line.start, end: line.start + words.length };
  const part = within(range, parts.headline) ? 'headline' : within(range, parts.byline) ? 'byline' : undefined;
  return h(part === 'headline' ? 'h3' : 'p', { class: part, dir: 'auto' }, ...pieces(marks, range).map((piece) => drawPiece(text, piece)));
}

/** @param {TextSpan} line @param {TextSpan | null} part */
const within = (line, part) => part !== null && line.start < part.end && line.end > part.start;

/** @param {string} text @param {Piece} piece @returns {Node} */
function drawPiece(text, piece) {
  if (!piece.mark) return document.createTextNode(text.slice(piece.start, piece.end));
  const { mark, inside, first, start, end } = piece;
  const children = inside.map((inner) => drawPiece(text, inner));
  const place = { start: String(start), end: String(end) };
  if (mark.kind === 'furniture') return h('span', { class: 'furniture', title: 'Page furniture: greyed, not analysed' }, ...children);
  if (mark.kind === 'hit') {
    return h('span', { class: `hit hit-${mark.type}`, data: { ...place, ...(first ? { role: ROLE[/** @type {Role} */ (mark.type)] } : {}) } }, ...children);
  }
  const data = { ...place, kind: mark.kind, ids: mark.ids.join(' '), key: `${mark.kind}-${start}`, ...(first ? { label: markLabel(mark) } : {}) };
  return h('mark', { class: `${mark.kind} ${mark.kind}-${mark.type}`, tabindex: -1, 'aria-describedby': `about-${mark.kind}`, data }, ...children);
}
