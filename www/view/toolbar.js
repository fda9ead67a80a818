// The bar above the results: the least score of events shown, and files to take away.

/** @import { FileKind } from '../engine/messages.d.ts' */
/** @import { Analysis, Model } from '../types.d.ts' */

import { save } from '../export/files.js';
import { byId, settled } from '../lib/dom.js';
import * as keep from '../state/keep.js';

/**
 * @typedef {object} Actions
 * @property {() => Model | null} model
 * @property {(kind: FileKind) => Promise<{ analysis: Analysis, content: string } | null>} written what the core writes of the analysis that is shown
 * @property {(minScore: number) => void} rescore
 * @property {(notice: string) => void} tell
 */

/** @param {Actions} actions @param {number} usual the least score unless the reader chose another in this tab */
export function createToolbar(actions, usual) {
  listenForDownloads(actions);
  listenForScore(actions, usual);
}

/** Buttons that save a file of the core: its kind, and how the file's name ends. @type {[string, FileKind, Parameters<typeof save>[1]][]} */
const FILES = [['save-csv', 'csv', 'csv'], ['save-acled', 'acled', 'acled.csv'], ['save-geojson', 'geojson', 'geojson']];

/** @param {Actions} actions */
function listenForDownloads({ model, written, tell }) {
  // The bytes that the command line prints.
  byId('save-json').addEventListener('click', () => {
    const shown = model();
    if (shown) save(shown.analysis, 'json', `${JSON.stringify(shown.analysis)}\n`);
  });
  for (const [button, kind, ending] of FILES) {
    byId(button).addEventListener('click', async () => {
      const made = await written(kind);
      if (made) save(made.analysis, ending, made.content);
    });
  }
  byId('copy').addEventListener('click', async () => {
    const made = await written('markdown');
    if (!made) return;
    try {
      await navigator.clipboard.writeText(made.content);
      tell('The report was copied as Markdown.');
    } catch {
      // The clipboard is closed to pages from disk in some browsers: a file does as well.
      save(made.analysis, 'md', made.content);
    }
  });
}

/** @param {Actions} actions @param {number} usual */
function listenForScore({ rescore }, usual) {
  const slider = /** @type {HTMLInputElement} */ (byId('min-score'));
  const show = () => {
    const least = slider.valueAsNumber.toFixed(2);
    byId('min-score-shown').textContent = least;
    slider.setAttribute('aria-valuetext', `events that score ${least} or more`);
  };
  const settle = settled(() => rescore(slider.valueAsNumber), 200);
  slider.addEventListener('input', () => {
    show();
    keep.keepScore(slider.valueAsNumber);
    settle();
  });
  // A reload may bring the browser's own value back: that of this tab counts.
  slider.value = String(keep.score() ?? usual);
  show();
}
