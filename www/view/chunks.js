// Cuts a long text into chunks that are drawn one by one, each a run of whole lines where lines are short enough.

/** @import { Mark, TextSpan } from '../types.d.ts' */

const CHUNK = 3000;
/** A line without a break is cut at a space, so that no chunk freezes the page. */
const LONGEST_LINE = 6000;

/** @param {string} text @param {number} from @param {number} edge */
function softEdge(text, from, edge) {
  const space = text.lastIndexOf(' ', edge);
  const at = space > from ? space + 1 : edge;
  // Never between the halves of a surrogate pair.
  const low = text.charCodeAt(at);
  return low >= 0xdc00 && low <= 0xdfff && at - 1 > from ? at - 1 : at;
}

/**
 * Lines with their line ends.
 * @param {string} text
 * @returns {TextSpan[]}
 */
export function linesOf(text) {
  /** @type {TextSpan[]} */
  const lines = [];
  let start = 0;
  while (start < text.length) {
    const feed = text.indexOf('\n', start);
    let end = feed < 0 ? text.length : feed + 1;
    if (end - start > LONGEST_LINE) end = softEdge(text, start, start + LONGEST_LINE);
    lines.push({ start, end });
    start = end;
  }
  return lines;
}

/**
 * @param {string} text
 * @returns {(TextSpan & { lines: TextSpan[] })[]}
 */
export function chunksOf(text) {
  /** @type {(TextSpan & { lines: TextSpan[] })[]} */
  const chunks = [];
  for (const line of linesOf(text)) {
    const last = chunks.at(-1);
    if (last && line.end - last.start <= CHUNK) {
      last.lines.push(line);
      last.end = line.end;
    } else chunks.push({ ...line, lines: [line] });
  }
  return chunks;
}

/**
 * For each chunk, the marks that touch it. Both are in text order; a mark may touch many chunks.
 * @param {TextSpan[]} chunks
 * @param {Mark[]} marks
 */
export function marksByChunk(chunks, marks) {
  /** @type {Mark[][]} */
  const found = chunks.map(() => []);
  let first = 0;
  for (const mark of marks) {
    while (first < chunks.length && chunks[first].end <= mark.start) first += 1;
    for (let i = first; i < chunks.length && chunks[i].start < mark.end; i += 1) found[i].push(mark);
  }
  return found;
}

/**
 * The chunk that holds a place in the text.
 * @param {TextSpan[]} chunks
 * @param {number} at
 */
export function chunkAt(chunks, at) {
  let low = 0;
  let high = chunks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (chunks[middle].end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
