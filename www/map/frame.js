// The piece of the world that is shown: it fits the events, and can be moved and zoomed.

/** @import { Projection } from '../vendor/d3-geo.js' */
/** @import { Site } from './sites.js' */

import { geoMercator } from '../vendor/d3-geo.js';

/** Kilometres of a degree of latitude. */
const DEGREE = 111.2;
/** No closer than this at first, in degrees: a town alone says nothing of where it lies. */
const CLOSEST = 2.6;
/** Where Mercator's projection ends. */
const EDGE = 82;
/** Pixels around the marks, for their names. */
const MARGIN = 46;
/** Pixels a radian at most: a street is finer than anything the gazetteer knows. */
const MOST = 60_000;

/** @typedef {{ west: number, east: number, south: number, north: number }} Box degrees; east may lie beyond 180 */

/**
 * @param {Site[]} sites
 * @param {(site: Site) => number} reach degrees around a site that belong to it
 * @returns {Box}
 */
export function boxOf(sites, reach) {
  const turn = widestGap(sites.map(({ lon }) => lon));
  const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (const site of sites) {
    const around = reach(site);
    const wide = around / Math.max(0.2, Math.cos((site.lat * Math.PI) / 180));
    const lon = site.lon < turn ? site.lon + 360 : site.lon;
    box.west = Math.min(box.west, lon - wide);
    box.east = Math.max(box.east, lon + wide);
    box.south = Math.min(box.south, site.lat - around);
    box.north = Math.max(box.north, site.lat + around);
  }
  return sites.length ? grown(box) : { west: -170, east: 190, south: -56, north: 76 };
}

/** The longitude east of the widest stretch without a site: there the map is cut. @param {number[]} longitudes */
function widestGap(longitudes) {
  const sorted = longitudes.toSorted((a, b) => a - b);
  let [cut, widest] = [-180, sorted[0] + 360 - sorted[sorted.length - 1]];
  sorted.forEach((lon, i) => {
    if (i > 0 && lon - sorted[i - 1] > widest) [cut, widest] = [lon, lon - sorted[i - 1]];
  });
  return cut;
}

/** @param {Box} box @returns {Box} */
function grown({ west, east, south, north }) {
  const more = (/** @type {number} */ span) => Math.max(0, (CLOSEST - span) / 2);
  const [x, y] = [more(east - west), more(north - south)];
  return { west: west - x, east: east + x, south: Math.max(-EDGE, south - y), north: Math.min(EDGE, north + y) };
}

/** The height of a latitude in Mercator's projection, in radians. @param {number} lat */
const mercator = (lat) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));

/**
 * @param {Box} box
 * @param {number} width
 * @param {number} height
 * @returns {Projection}
 */
export function fitted({ west, east, south, north }, width, height) {
  const middle = (west + east) / 2;
  const [low, high] = [mercator(south), mercator(north)];
  const room = (/** @type {number} */ size) => Math.max(size - 2 * MARGIN, size / 3);
  const scale = Math.min(room(width) / (((east - west) * Math.PI) / 180), room(height) / (high - low), MOST);
  return clipped(geoMercator().rotate([-middle, 0]).scale(scale).translate([width / 2, height / 2 + (scale * (low + high)) / 2]), width, height);
}

/** @param {Projection} projection @param {number} width @param {number} height */
const clipped = (projection, width, height) =>
  projection.clipExtent([
    [-8, -8],
    [width + 8, height + 8],
  ]);

/**
 * Closer or farther, a point of the picture staying where it is.
 * @param {Projection} projection
 * @param {number} by
 * @param {[number, number]} around
 * @returns {boolean} whether it went any closer or farther
 */
export function zoomed(projection, by, [x, y], least = 20) {
  const before = projection.scale();
  const scale = Math.min(MOST, Math.max(least, before * by));
  const [left, top] = projection.translate();
  const grow = scale / before;
  projection.scale(scale).translate([x + (left - x) * grow, y + (top - y) * grow]);
  return scale !== before;
}

/** Pixels of a kilometre at a latitude. @param {Projection} projection @param {number} lat */
export const pixelsOfKm = (projection, lat) => (projection.scale() * Math.PI) / 180 / DEGREE / Math.max(0.1, Math.cos((lat * Math.PI) / 180));

/** Degrees of some kilometres. @param {number} km */
export const degrees = (km) => km / DEGREE;

/** A round length for the scale bar: at most so many pixels. @param {number} pixelsPerKm @param {number} room @returns {{ km: number, width: number }} */
export function scaleBar(pixelsPerKm, room) {
  const most = room / pixelsPerKm;
  const ten = 10 ** Math.floor(Math.log10(most));
  const km = [5, 2, 1].map((n) => n * ten).find((n) => n <= most) ?? ten;
  return { km, width: km * pixelsPerKm };
}
