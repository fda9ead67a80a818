// Hands the reader a file that is made here.

/** @import { Model } from '../types.d.ts' */

import { h } from '../lib/dom.js';
import { toCsv } from './csv.js';

/** @param {string} name @param {string} type @param {BlobPart[]} parts */
function save(name, type, parts) {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  h('a', { href: address, download: name }).click();
  // The browser reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** "dateline-2016-11-02-1a2b3c4d": the same text gives the same name. @param {Model} model */
const nameFor = ({ analysis }) => ['dateline', analysis.published.date, analysis.textSha256.slice(0, 8)].filter(Boolean).join('-');

/** The analysis as the command line prints it, byte for byte. @param {Model} model */
export const saveJson = (model) => save(`${nameFor(model)}.json`, 'application/json', [JSON.stringify(model.analysis), '\n']);

/** With a byte order mark: spreadsheets take the file for Windows-1252 without one. @param {Model} model */
export const saveCsv = (model) => save(`${nameFor(model)}.csv`, 'text/csv', ['\uFEFF', toCsv(model)]);
