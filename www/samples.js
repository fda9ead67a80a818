// The sample articles, from beside this page.

/** @import { Sample } from './types.d.ts' */

const folder = new URL('./samples/', import.meta.url);

/** @param {string} name */
async function fetched(name) {
  const response = await fetch(new URL(name, folder));
  if (!response.ok) throw new Error(`${name} answered ${response.status}`);
  return response;
}

/** @returns {Promise<Sample[]>} */
export const listSamples = async () => (await (await fetched('index.json')).json()).samples;

/** @param {Sample} sample */
export const sampleText = async ({ file }) => (await fetched(file)).text();
