// A regional pack of places, from beside this page.

/** @param {string} name as the analysis names it */
export async function fetchPack(name) {
  const address = new URL(`../packs/${encodeURIComponent(name)}.pack`, import.meta.url);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
