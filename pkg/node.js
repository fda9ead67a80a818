// The entry for Node: the same functions as in the browser, with the wasm module read from beside this file.
import { readFileSync } from 'node:fs';
import start, { initSync } from './dateline.js';
import { relaxed } from './relaxed.js';

const module = relaxed() ? new URL('./dateline_relaxed_bg.wasm', import.meta.url) : new URL('./dateline_bg.wasm', import.meta.url);
initSync({ module: readFileSync(module) });

export * from './dateline.js';
export default start;
