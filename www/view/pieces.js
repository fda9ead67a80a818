// Cuts a text into pieces that can be drawn: marks nest, and where two overlap in part the later one is split at the edge of the earlier.

/** @import { Mark, Piece, TextSpan } from '../types.d.ts' */

/** @typedef {{ mark: Mark, start: number, end: number, first: boolean }} Part */

/** @param {Part} a @param {Part} b Order of drawing: earlier first, longer outside, then by kind */
const outerFirst = (a, b) => a.start - b.start || b.end - a.end || LAYER[a.mark.kind] - LAYER[b.mark.kind];
const LAYER = { furniture: 0, hit: 1, entity: 2, time: 3, trigger: 4 };

/**
 * @param {Mark[]} marks in any order
 * @param {TextSpan} range the stretch of text to draw; marks are cut to it
 * @returns {Piece[]}
 */
export function pieces(marks, { start, end }) {
  const parts = marks
    .filter((mark) => mark.start < end && mark.end > start && mark.start < mark.end)
    .map((mark) => ({ mark, start: Math.max(mark.start, start), end: Math.min(mark.end, end), first: mark.start >= start }))
    .sort(outerFirst);
  return nest(parts, start, end);
}

/**
 * @param {Part[]} parts sorted; all lie within start and end
 * @param {number} start
 * @param {number} end
 * @returns {Piece[]}
 */
function nest(parts, start, end) {
  /** @type {Piece[]} */
  const made = [];
  let at = start;
  let rest = parts;
  while (rest.length) {
    const [outer, ...others] = rest;
    if (outer.start > at) made.push({ start: at, end: outer.start });
    const { inside, later } = cut(others, outer.end);
    made.push({ start: outer.start, end: outer.end, mark: outer.mark, first: outer.first, inside: nest(inside, outer.start, outer.end) });
    at = outer.end;
    rest = later;
  }
  if (at < end) made.push({ start: at, end });
  return made;
}

/**
 * Parts before an edge, and parts after it; what lies across is split.
 * @param {Part[]} parts sorted
 * @param {number} edge
 */
function cut(parts, edge) {
  /** @type {Part[]} */
  const inside = [];
  /** @type {Part[]} */
  const later = [];
  for (const part of parts) {
    if (part.end <= edge) inside.push(part);
    else if (part.start >= edge) later.push(part);
    else {
      inside.push({ ...part, end: edge });
      later.push({ ...part, start: edge, first: false });
    }
  }
  return { inside, later: later.sort(outerFirst) };
}
