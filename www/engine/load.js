// Fetches what the worker is made of, all of it from beside this page.

/** @import { Parts } from './messages.d.ts' */

import { relaxed } from './relaxed.js';
import { unpacked } from './unpack.js';

const glueAt = new URL('../../pkg/dateline.js', import.meta.url);
const pressedAt = new URL(`../../pkg/dateline_${relaxed() ? 'relaxed_' : ''}bg.wasm.xz`, import.meta.url);
const bodyAt = new URL('./worker-body.js', import.meta.url);

/** @param {URL} address */
async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname} answered ${response.status}`);
  return response;
}

/** The module, compiled while it arrives and is unpacked. @param {URL} address */
async function compiled(address) {
  const { body } = await fetched(address);
  if (!body) throw new Error(`${address.pathname} is empty`);
  return WebAssembly.compileStreaming(unpacked(body));
}

/** @param {URL} address */
const textAt = async (address) => (await fetched(address)).text();

/** @returns {Promise<Parts>} */
export async function load() {
  const [module, glue, body] = await Promise.all([compiled(pressedAt), textAt(glueAt), textAt(bodyAt)]);
  return { source: `${glue}\n${body.replace(/^import .*$/m, '')}`, type: 'module', module };
}
