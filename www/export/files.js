// Hands the reader a file that is made here.

/** @import { Analysis } from '../types.d.ts' */

import { h } from '../lib/dom.js';

const TYPES = { json: 'application/json', csv: 'text/csv', 'acled.csv': 'text/csv', geojson: 'application/geo+json', md: 'text/markdown' };

/** "dateline-2016-11-02-1a2b3c4d": the same text gives the same name. @param {Analysis} analysis */
const nameFor = ({ published, textSha256 }) => ['dateline', published.date, textSha256.slice(0, 8)].filter(Boolean).join('-');

/**
 * @param {Analysis} analysis
 * @param {keyof typeof TYPES} kind
 * @param {string} content
 */
export function save(analysis, kind, content) {
  // Spreadsheets take a file for Windows-1252 unless it begins with a byte order mark.
  const address = URL.createObjectURL(new Blob([TYPES[kind] === 'text/csv' ? '\uFEFF' : '', content], { type: TYPES[kind] }));
  h('a', { href: address, download: `${nameFor(analysis)}.${kind}` }).click();
  // The browser reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
