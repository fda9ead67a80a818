// The outlines of the countries, from beside this page.

/** @import { World } from '../vendor/topojson-client.js' */

const address = new URL('../vendor/countries-50m.json', import.meta.url);

/** @returns {Promise<World>} */
export async function world() {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname} answered ${response.status}`);
  return response.json();
}
