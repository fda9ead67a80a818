// The entry for Node: the same functions as in the browser, with the wasm module read from beside this file.
import { readFileSync } from 'node:fs';
import start, { initSync } from './dateline.js';

initSync({ module: readFileSync(new URL('./dateline_bg.wasm', import.meta.url)) });

export * from './dateline.js';
export default start;
