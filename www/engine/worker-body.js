// What the worker does. The page puts the text of pkg/dateline.js in front of this file and leaves the next line out (a worker made
// from a blob: address is bound by the page's Content Security Policy, and such a worker cannot import).
import { analyze, initSync, parse, toAcled, toCsv, toGeoJson, toMarkdown, version } from '../../pkg/dateline.js';

/** @import { FromWorker, Request, ToWorker } from './messages.d.ts' */

{
  /** @type {Record<Request['kind'], (text: string, options: any) => unknown>} */
  const ASKED = { analyze, csv: toCsv, acled: toAcled, geojson: toGeoJson, markdown: toMarkdown, parse: (text, { at }) => parse(text, at) };

  /** @param {FromWorker} message */
  const tell = (message) => postMessage(message);

  // A plain Error is an answer of the core ("not a calendar date"); anything else (RuntimeError, RangeError) is a trap.
  /** @param {unknown} error */
  const isTrap = (error) => !(error instanceof Error) || error.name !== 'Error';

  /** @param {Request & { id: number }} request */
  const respond = ({ id, kind, text, options }) => {
    const start = performance.now();
    try {
      const answer = /** @type {import('../types.d.ts').Analysis | string} */ (ASKED[kind](text, options));
      tell({ kind: 'answer', id, answer, milliseconds: performance.now() - start });
    } catch (error) {
      tell({ kind: 'error', id, trap: isTrap(error), message: error instanceof Error ? error.message : String(error) });
    }
  };

  self.addEventListener('message', (/** @type {MessageEvent<ToWorker>} */ { data }) => {
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
