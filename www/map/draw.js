// Draws one state of the map as SVG: land, borders, how finely places are told, marks, names, scale.

/** @import { Path, Projection } from '../vendor/d3-geo.js' */
/** @import { Country } from '../vendor/topojson-client.js' */
/** @import { Site } from './sites.js' */

import { svg } from '../lib/dom.js';
import { geoCircle, geoPath } from '../vendor/d3-geo.js';
import { MIXED, SHAPE } from '../view/shapes.js';
import { count, eventType } from '../view/words.js';
import { degrees, pixelsOfKm, scaleBar } from './frame.js';
import { namesFor } from './names.js';
import { NEAR, clusters } from './sites.js';

/** Marks nearer than this are drawn as one, in pixels: both could not be hit. */
const APART = 24;
const GLYPH = 15;

/** @typedef {{ countries: Country[], borders: object | null }} Land */
/** @typedef {{ key: string, x: number, y: number, sites: Site[] }} Mark */
/** @typedef {{ land: Land, sites: Site[], projection: Projection, width: number, height: number }} Scene */

/** @param {Scene} scene @returns {Mark[]} */
export function marksOf({ sites, projection, width, height }) {
  const placed = sites.flatMap((site) => {
    const at = projection([site.lon, site.lat]);
    return at && at[0] > -20 && at[0] < width + 20 && at[1] > -20 && at[1] < height + 20 ? [{ x: at[0], y: at[1], site }] : [];
  });
  return clusters(placed, APART).map((near) => ({ key: near.map(({ site }) => site.id).join(' '), x: near[0].x, y: near[0].y, sites: near.map(({ site }) => site) }));
}

/** @param {Scene} scene @param {Mark[]} marks */
export function draw(scene, marks) {
  const { land, sites, projection, width, height } = scene;
  const path = geoPath(projection);
  const told = new Map(sites.filter(({ shape }) => shape === 'country').map((site) => [site.entity.country, site.id]));
  const drawn = land.countries.flatMap((country) => {
    const d = path(country);
    return d ? [{ country, d, told: country.id && told.get(country.id) }] : [];
  });
  // A country with a mark has its name there.
  const nameless = drawn.filter(({ told: id }) => !id).map(({ country }) => country);
  const names = namesFor(marks, nameless, path, width, height);
  return [
    hatch(),
    svg('rect', { class: 'sea', width, height }),
    svg('g', { class: 'lands' }, ...drawn.map(({ d }) => svg('path', { class: 'land', d }))),
    svg('g', { class: 'told' }, ...drawn.filter(({ told: id }) => id).map(({ d, told: id }) => svg('path', { class: 'told-country', d, data: { area: id ?? '' } }))),
    land.borders && svg('path', { class: 'borders', d: path(land.borders) ?? '' }),
    svg('g', { class: 'names' }, ...names.countries.map(({ x, y, text }) => svg('text', { class: 'country-name', x, y, 'text-anchor': 'middle' }, text))),
    svg('g', { class: 'told' }, ...sites.flatMap((site) => areaOf(site, path))),
    svg('g', { class: 'sites' }, ...marks.map((mark) => drawMark(mark, names.labels.get(mark.key)))),
    bar(projection, width, height),
  ];
}

/** Stripes for what is told coarsely: somewhere in it. */
const hatch = () =>
  svg('defs', {}, svg('pattern', { id: 'map-hatch', width: 7, height: 7, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }, svg('rect', { class: 'map-hatch-line', width: 1.6, height: 7 })));

/** @param {Site} site @param {Path} path */
function areaOf(site, path) {
  const wide = site.shape === 'circle' ? site.radius : site.around ? NEAR : 0;
  if (!wide) return [];
  const d = path(geoCircle().center([site.lon, site.lat]).radius(degrees(wide)).precision(4)());
  return d ? [svg('path', { class: site.shape === 'circle' ? 'told-area' : 'told-near', d, data: { area: site.id } })] : [];
}

/** @param {Mark} mark @param {{ dx: number, dy: number, anchor: string, text: string } | undefined} label */
function drawMark({ key, x, y, sites }, label) {
  const [site] = sites;
  const many = sites.length > 1;
  const look = many ? 'site cluster' : `site family-${site.family} shape-${site.shape}${site.happened ? '' : ' unhappened'}`;
  return svg(
    'g',
    { class: look, role: 'button', tabindex: -1, 'aria-pressed': 'false', 'aria-label': many ? aboutCluster(sites) : aboutSite(site), transform: `translate(${round(x)} ${round(y)})`, data: { sites: key } },
    svg('title', {}, many ? aboutCluster(sites) : aboutSite(site)),
    svg('circle', { class: 'touch', r: 13 }),
    ...(many ? [svg('circle', { class: 'cluster-disc', r: 11 }), svg('text', { class: 'cluster-count', 'text-anchor': 'middle', y: 4 }, sites.length)] : [glyph(site)]),
    label && svg('text', { class: 'site-name', x: label.dx, y: label.dy, 'text-anchor': label.anchor }, label.text),
  );
}

/** @param {Site} site */
const glyph = ({ family }) =>
  svg('path', { class: 'site-glyph', d: family === 'mixed' ? MIXED : SHAPE[family], 'fill-rule': 'evenodd', transform: `translate(${-GLYPH / 2} ${-GLYPH / 2}) scale(${GLYPH / 12})` });

/** @type {Record<string, string>} */
const TOLD = { site: 'a site', town: 'a town', district: 'a district', province: 'a province', country: 'a country', region: 'a region', none: 'a place' };

/** How finely a site is told, in words. @param {Site} site */
export function toldAs(site) {
  const told = TOLD[site.entity.precision ?? 'none'] ?? 'a place';
  if (!site.around) return told;
  return site.visits.every(({ relation }) => relation !== 'in') ? `near or in a part of ${told}` : `in or near ${told}`;
}

/** @param {Site} site */
function aboutSite(site) {
  /** @type {Map<string, number>} */
  const types = new Map();
  for (const { event } of site.visits) types.set(event.type, (types.get(event.type) ?? 0) + 1);
  const kinds = [...types].slice(0, 4).map(([type, n]) => `${n} ${eventType(type).toLowerCase()}`);
  return `${site.entity.name}, told as ${toldAs(site)}: ${count(site.visits.length, 'event')} (${kinds.join(', ')}${types.size > 4 ? '…' : ''})`;
}

/** @param {Site[]} sites */
const aboutCluster = (sites) => `${count(sites.length, 'place')} close together: ${sites.slice(0, 6).map(({ entity }) => entity.name).join(', ')}${sites.length > 6 ? '…' : ''}. Activate to come closer.`;

/** @param {Projection} projection @param {number} width @param {number} height */
function bar(projection, width, height) {
  const middle = projection.invert([width / 2, height / 2]);
  const { km, width: wide } = scaleBar(pixelsOfKm(projection, middle?.[1] ?? 0), Math.min(120, width / 4));
  const [x, y] = [12, height - 12];
  return svg('g', { class: 'scale-bar', 'aria-hidden': 'true' }, svg('path', { d: `M${x} ${y - 5}V${y}H${round(x + wide)}V${y - 5}` }), svg('text', { x: round(x + wide / 2), y: y - 5, 'text-anchor': 'middle' }, `${km.toLocaleString('en')} km`));
}

/** @param {number} n */
const round = (n) => Math.round(n * 10) / 10;
