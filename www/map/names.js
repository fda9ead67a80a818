// Which names have room on the map: of the marks first, then of countries. A name that would run into another is left out; the table has it.

/** @import { Path } from '../vendor/d3-geo.js' */
/** @import { Country } from '../vendor/topojson-client.js' */
/** @import { Mark } from './draw.js' */

/** Width of a letter, in pixels: enough for the widest fonts. */
const LETTER = 6.9;
const CAPITAL = 8.6;
const LINE = 14;
const MARK = 13;
/** A country whose visible part is smaller than this goes without a name. */
const LEAST_AREA = 2600;
const LONGEST = 26;

/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */

/**
 * @param {Mark[]} marks most important first
 * @param {Country[]} countries
 * @param {Path} path
 * @param {number} width
 * @param {number} height
 */
export function namesFor(marks, countries, path, width, height) {
  const taken = marks.map(({ x, y }) => box(x - MARK, y - MARK, 2 * MARK, 2 * MARK));
  // The corners of the scale bar and of the buttons.
  taken.push(box(0, height - 30, 150, 30), box(width - 44, 0, 44, 124));
  const inside = (/** @type {Box} */ { left, right, top, bottom }) => left > 2 && right < width - 2 && top > 2 && bottom < height - 2;
  const free = (/** @type {Box} */ b) => inside(b) && !taken.some((t) => t.left < b.right && t.right > b.left && t.top < b.bottom && t.bottom > b.top);

  /** @type {Map<string, { dx: number, dy: number, anchor: string, text: string }>} */
  const labels = new Map();
  for (const mark of marks) {
    const text = nameOf(mark);
    const spot = spots(mark, text.length * LETTER).find(({ box: b }) => free(b));
    if (!spot) continue;
    taken.push(spot.box);
    labels.set(mark.key, { dx: spot.dx, dy: spot.dy, anchor: spot.anchor, text });
  }
  return { labels, countries: countryNames(countries, path, free, taken) };
}

/** @param {Mark} mark */
function nameOf({ sites }) {
  const [{ entity, visits, shape }] = sites;
  const short = entity.name.length > LONGEST ? `${entity.name.slice(0, LONGEST - 1)}…` : entity.name;
  const name = shape === 'country' ? `${short} (country)` : short;
  if (sites.length > 1) return `${name} +${sites.length - 1}`;
  return visits.length > 1 ? `${name} · ${visits.length}` : name;
}

/** Where a name may stand around its mark: right, left, above, below. @param {Mark} mark @param {number} wide */
const spots = ({ x, y }, wide) => [
  { dx: MARK + 2, dy: 4, anchor: 'start', box: box(x + MARK + 2, y - LINE / 2, wide, LINE) },
  { dx: -MARK - 2, dy: 4, anchor: 'end', box: box(x - MARK - 2 - wide, y - LINE / 2, wide, LINE) },
  { dx: 0, dy: -MARK - 3, anchor: 'middle', box: box(x - wide / 2, y - MARK - 3 - LINE, wide, LINE) },
  { dx: 0, dy: MARK + 11, anchor: 'middle', box: box(x - wide / 2, y + MARK, wide, LINE) },
];

/** @param {Country[]} countries @param {Path} path @param {(box: Box) => boolean} free @param {Box[]} taken */
function countryNames(countries, path, free, taken) {
  const large = countries
    .map((country) => ({ country, area: path.area(country) }))
    .filter(({ area }) => area > LEAST_AREA)
    .sort((a, b) => b.area - a.area);
  return large.flatMap(({ country }) => {
    const text = country.properties.name.toUpperCase();
    const [x, middle] = path.centroid(country);
    const wide = text.length * CAPITAL;
    for (const y of [middle, middle + 2 * LINE, middle - 2 * LINE]) {
      const place = box(x - wide / 2, y - LINE / 2, wide, LINE);
      if (!free(place)) continue;
      taken.push(place);
      return [{ x: Math.round(x), y: Math.round(y + 4), text }];
    }
    return [];
  });
}

/** @param {number} left @param {number} top @param {number} wide @param {number} high @returns {Box} */
const box = (left, top, wide, high) => ({ left, right: left + wide, top, bottom: top + high });
