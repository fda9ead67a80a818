// What the worker does. The page puts the text of pkg/dateline.js in front of this file and leaves the next line out (a worker made
// from a blob: address is bound by the page's Content Security Policy, and such a worker cannot import).
import { analyze, initSync, parse, toAcled, toCsv, toGeoJson, toMarkdown, version } from '../../pkg/dateline.js';

/** @import { Core, FromWorker, Request, ToWorker } from './messages.d.ts' */

{
  /** The core with regional packs of places, once the page has sent some: it answers as the module's own functions do. */
  let core = /** @type {Core} */ ({ analyze, toCsv, toAcled, toGeoJson, toMarkdown });

  /** @type {Record<Request['kind'], (text: string, options: any) => unknown>} */
  const ASKED = {
    analyze: (text, options) => core.analyze(text, options),
    csv: (text, options) => core.toCsv(text, options),
    acled: (text, options) => core.toAcled(text, options),
    geojson: (text, options) => core.toGeoJson(text, options),
    markdown: (text, options) => core.toMarkdown(text, options),
    parse: (text, { at }) => parse(text, at),
  };

  /** A module without packs, and the single file, leave the name undefined. @param {Uint8Array[]} packs */
  const take = (packs) => {
    if (typeof Places === 'function') core = new Places(packs);
  };

  /** @param {FromWorker} message */
  const tell = (message) => postMessage(message);

  // A plain Error is an answer of the core ("not a calendar date"); anything else (RuntimeError, RangeError) is a trap.
  /** @param {unknown} error */
  const isTrap = (error) => !(error instanceof Error) || error.name !== 'Error';

  /** Things, mentions counted one by one, that the page takes at once without a pause that is felt. */
  const AT_ONCE = 3000;

  /** How much there is to take of a thing. @param {any} item */
  const size = (item) => 1 + (item?.mentions?.length ?? 0);

  /**
   * Sends the long lists of an answer ahead, and returns what is left of it.
   * @param {number} id
   * @param {any} answer
   */
  const sendAhead = (id, answer) => {
    const rest = { ...answer };
    for (const [field, list] of Object.entries(rest)) {
      if (!Array.isArray(list) || list.length < 2) continue;
      if (list.reduce((sum, item) => sum + size(item), 0) <= AT_ONCE) continue;
      for (let start = 0, end = 0, taken = 0; end < list.length; start = end, taken = 0) {
        while (end < list.length && (end === start || taken + size(list[end]) <= AT_ONCE)) taken += size(list[end++]);
        tell({ kind: 'part', id, field, items: list.slice(start, end) });
      }
      rest[field] = [];
    }
    return rest;
  };

  /** @param {Request & { id: number }} request */
  const respond = ({ id, kind, text, options }) => {
    const start = performance.now();
    try {
      const answer = /** @type {import('../types.d.ts').Analysis | string} */ (ASKED[kind](text, options));
      const milliseconds = performance.now() - start;
      tell({ kind: 'answer', id, answer: typeof answer === 'string' ? answer : sendAhead(id, answer), milliseconds });
    } catch (error) {
      tell({ kind: 'error', id, trap: isTrap(error), message: error instanceof Error ? error.message : String(error) });
    }
  };

  self.addEventListener('message', (/** @type {MessageEvent<ToWorker>} */ { data }) => {
    if (data.kind === 'packs') return take(data.packs);
    if (data.kind !== 'start') return respond(data);
    try {
      initSync({ module: data.module });
      tell({ kind: 'ready', version: version() });
      // The language data are read on first use: better before the reader waits for it.
      analyze('', {});
    } catch (error) {
      tell({ kind: 'unusable', message: String(error) });
    }
  });
}
