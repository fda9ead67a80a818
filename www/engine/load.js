// Fetches what the worker is made of, all of it from beside this page.

/** @import { Parts } from './messages.d.ts' */

const glueAt = new URL('../../pkg/dateline.js', import.meta.url);
const wasmAt = new URL('../../pkg/dateline_bg.wasm', import.meta.url);
const bodyAt = new URL('./worker-body.js', import.meta.url);

/** @param {URL} address */
async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname} answered ${response.status}`);
  return response;
}

/** @param {URL} address */
async function compiled(address) {
  try {
    return await WebAssembly.compileStreaming(fetched(address));
  } catch {
    // A server that sends the module with another content type: compile it the slower way. A broken module fails here again.
    return WebAssembly.compile(await (await fetched(address)).arrayBuffer());
  }
}

/** @param {URL} address */
const textAt = async (address) => (await fetched(address)).text();

/** @returns {Promise<Parts>} */
export async function load() {
  const [module, glue, body] = await Promise.all([compiled(wasmAt), textAt(glueAt), textAt(bodyAt)]);
  return { source: `${glue}\n${body.replace(/^import .*$/m, '')}`, type: 'module', module };
}
