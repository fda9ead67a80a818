// The outlines of the world's countries from npm's world-atlas (Natural Earth), with what the map needs of them and no more.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tools.mjs';

/** Natural Earth's number of a country → its two letters. */
function letters() {
  const lines = readFileSync(join(root, 'scripts', 'countries.txt'), 'utf8').split('\n').filter((line) => !line.startsWith('#'));
  return new Map(lines.flatMap((line) => line.split(' ')).filter(Boolean).map((pair) => [pair.slice(2), pair.slice(0, 2)]));
}

/** A country without a number, by its name there: the letters are the ones in use. */
const UNNUMBERED = { Kosovo: 'XK' };

/**
 * The outlines as TopoJSON: for each country its two letters, if it has them, and its name.
 * @param {'50m' | '110m'} scale
 */
export function world(scale) {
  const known = letters();
  const { arcs, transform, objects } = JSON.parse(readFileSync(join(root, 'node_modules', 'world-atlas', `countries-${scale}.json`), 'utf8'));
  const geometries = objects.countries.geometries.map(({ type, arcs: own, id, properties }) => ({ type, arcs: own, id: known.get(id) ?? UNNUMBERED[properties.name], properties: { name: properties.name } }));
  return JSON.stringify({ type: 'Topology', arcs, transform, objects: { countries: { type: 'GeometryCollection', geometries } } });
}
