// What the worker does. The page puts the text of pkg/dateline.js in front of this file and leaves the next line out (a worker made
// from a blob: address is bound by the page's Content Security Policy, and such a worker cannot import).
import { analyze, initSync, version } from '../../pkg/dateline.js';

/** @import { FromWorker, ToWorker } from './messages.d.ts' */

{
  /** @param {FromWorker} message */
  const tell = (message) => postMessage(message);

  /** @param {unknown} error */
  // A plain Error is an answer of the core ("not a calendar date"); anything else (RuntimeError, RangeError) is a trap.
  const isTrap = (error) => !(error instanceof Error) || error.name !== 'Error';

  /** @param {Extract<ToWorker, { kind: 'analyze' }>} request */
  const answer = ({ id, text, options }) => {
    const start = performance.now();
    try {
      const analysis = analyze(text, options);
      tell({ kind: 'analysis', id, analysis, milliseconds: performance.now() - start });
    } catch (error) {
      tell({ kind: 'error', id, trap: isTrap(error), message: error instanceof Error ? error.message : String(error) });
    }
  };

  self.addEventListener('message', (/** @type {MessageEvent<ToWorker>} */ { data }) => {
    if (data.kind === 'analyze') return answer(data);
    try {
      initSync({ module: data.module });
      tell({ kind: 'ready', version: version() });
    } catch (error) {
      tell({ kind: 'unusable', message: String(error) });
    }
  });
}
