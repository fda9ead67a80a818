// The map with its controls and its table. This module and all it takes in are loaded when the map is opened.

/** @import { Model, Selection } from '../types.d.ts' */
/** @import { Mark, Scene } from './draw.js' */
/** @import { Site } from './sites.js' */

import { h, svg } from '../lib/dom.js';
import { nextOf, relatedTo } from '../state/selection.js';
import { geoArea } from '../vendor/d3-geo.js';
import { feature, mesh } from '../vendor/topojson-client.js';
import { draw, marksOf } from './draw.js';
import { boxOf, degrees, fitted, zoomed } from './frame.js';
import { STEP, listen } from './hands.js';
import { NEAR, coreOf, sitesOf, towards } from './sites.js';
import { tableOf } from './table.js';
import { world } from './world.js';

/** @typedef {{ get: () => Selection | null, select: (selection: Selection) => void }} Selecting */

/**
 * @param {HTMLElement} container
 * @param {Selecting} selecting
 */
export function createMap(container, selecting) {
  /** @type {Scene} */
  const scene = { land: { countries: [], borders: null }, sites: [], projection: fitted(boxOf([], () => 0), 600, 400), width: 0, height: 0 };
  /** @type {Mark[]} */
  let marks = [];
  /** Whether all sites are shown, or those at the core; null once the reader has moved the map. @type {'core' | 'all' | null} */
  let view = 'core';
  /** The mark in the tab order. */
  let stop = '';
  /** @type {Selection | null} */
  let selection = null;
  /** @type {Model | null} */
  let model = null;
  /** Whether the outlines could not be loaded: said for as long as the map is open, through every new drawing. */
  let bare = false;

  const picture = svg('svg', { class: 'map-picture', role: 'group', 'aria-label': 'Map of the places of the events. Arrow keys lead from mark to mark, plus and minus zoom, 0 shows all. The table beside it says the same.' });
  const note = h('p', { class: 'map-note', role: 'status' });
  const table = h('div', { class: 'map-side' });
  const stage = h('div', { class: 'map-stage' }, picture, controls({ closer: () => zoom(STEP), farther: () => zoom(1 / STEP), all: showAll }), note);
  container.replaceChildren(stage, table, credit());

  world().then(
    (outlines) => {
      scene.land = { countries: feature(outlines, outlines.objects.countries).features, borders: mesh(outlines, outlines.objects.countries, (a, b) => a !== b) };
      if (view) fit();
      else redraw();
    },
    () => {
      bare = true;
      redraw();
    },
  );

  /** Degrees around a site that belong to it. @param {Site} site */
  function reach({ shape, radius, around, entity }) {
    if (shape === 'point') return around ? degrees(NEAR) : 0;
    if (shape === 'circle') return degrees(radius);
    const country = scene.land.countries.find(({ id }) => id === entity.country);
    return country ? Math.min(25, Math.max(2, (Math.sqrt(geoArea(country) / Math.PI) * 180) / Math.PI)) : 6;
  }

  function fit() {
    const shown = view === 'all' ? scene.sites : coreOf(scene.sites);
    scene.projection = fitted(boxOf(shown, reach), scene.width, scene.height);
    redraw();
  }

  function showAll() {
    view = 'all';
    fit();
  }

  function redraw() {
    if (!scene.width) return;
    const focused = picture.contains(document.activeElement) ? document.activeElement?.getAttribute('data-sites') : null;
    marks = marksOf(scene);
    picture.setAttribute('viewBox', `0 0 ${scene.width} ${scene.height}`);
    picture.replaceChildren(...draw(scene, marks).filter((part) => part !== null));
    if (!marks.some(({ key }) => key === stop)) stop = (marks.find(({ key }) => key.split(' ').includes(stop.split(' ')[0])) ?? marks[0])?.key ?? '';
    elementOf(stop)?.setAttribute('tabindex', '0');
    // A zoom may have put the mark in focus into another one, or out of the picture.
    if (focused) (elementOf(focused) ?? elementOf(stop))?.focus({ preventScroll: true });
    tellNote();
    highlight();
  }

  /** @param {string} key @returns {SVGElement | null} */
  const elementOf = (key) => (key ? picture.querySelector(`[data-sites="${key}"]`) : null);

  function tellNote() {
    note.replaceChildren(bare ? 'The outlines of the countries could not be loaded; places and scale are right. ' : '', ...outside());
  }

  /** What to say of places that the picture does not show. @returns {(string | Node)[]} */
  function outside() {
    if (!scene.sites.length) return ['No event has a place that is known.'];
    const seen = new Set(marks.flatMap(({ sites }) => sites));
    const names = scene.sites.filter((site) => !seen.has(site)).map(({ entity }) => entity.name);
    if (!names.length) return [];
    const listed = names.slice(0, 3).join(', ') + (names.length > 3 ? ` and ${names.length - 3} more` : '');
    return [`Outside: ${listed}. `, h('button', { type: 'button', class: 'inline', onclick: showAll }, 'Show all')];
  }

  /** Sites of what is selected. */
  function lit() {
    if (!selection || !model) return new Set();
    const { kind, id } = selection;
    const dated = kind === 'time' ? relatedTo(model, selection) : null;
    const visited = (/** @type {Site['visits'][number]} */ { event, via }) => (kind === 'entity' ? via.id === id : (dated?.has(event.id) ?? event.id === id));
    return new Set(scene.sites.filter((site) => site.id === id || site.visits.some(visited)).map((site) => site.id));
  }

  function highlight() {
    const ids = lit();
    for (const { key, sites } of marks) {
      const current = sites.some(({ id }) => ids.has(id));
      const element = elementOf(key);
      element?.classList.toggle('current', current);
      element?.setAttribute('aria-pressed', String(current));
      if (current && element) toFront(element);
    }
    for (const area of picture.querySelectorAll('[data-area]')) area.classList.toggle('current', ids.has(area.getAttribute('data-area')));
    for (const button of table.querySelectorAll('[aria-pressed]')) {
      const here = button.getAttribute('data-event') === selection?.id || button.getAttribute('data-place') === selection?.id;
      button.setAttribute('aria-pressed', String(here && selection !== null));
      button.closest('tr')?.classList.toggle('current', ids.has(button.closest('tr')?.querySelector('[data-place]')?.getAttribute('data-place')));
    }
  }

  /** What is drawn last lies on top; an element that is moved loses the focus. @param {SVGElement} element */
  function toFront(element) {
    const focused = element === document.activeElement;
    element.parentNode?.append(element);
    if (focused) element.focus({ preventScroll: true });
  }

  /** @param {number} by @param {[number, number]} [around] */
  function zoom(by, around = [scene.width / 2, scene.height / 2]) {
    const least = Math.min(fitted(boxOf(scene.sites, reach), scene.width, scene.height).scale(), scene.width / 6);
    if (!zoomed(scene.projection, by, around, least)) return false;
    view = null;
    redraw();
    return true;
  }

  /** @param {Element} element */
  function activate(element) {
    const mark = markOf(element);
    if (!mark) return;
    stop = mark.key;
    const ids = mark.sites.map(({ id }) => id);
    if (ids.length > 1 && parted(mark)) return;
    const current = selecting.get();
    selecting.select({ kind: 'entity', id: nextOf(ids, current?.kind === 'entity' ? current.id : undefined) });
  }

  /** Comes closer until the places of a mark stand apart; places at one point never do. @param {Mark} mark */
  function parted(mark) {
    const { width, height } = scene;
    const box = boxOf(mark.sites, (site) => Math.min(reach(site), degrees(NEAR)));
    const closer = { ...scene, projection: fitted(box, width, height) };
    if (closer.projection.scale() < scene.projection.scale() * 1.2) closer.projection = fitted(tight(mark), width, height);
    const shown = marksOf(closer).filter(({ sites }) => sites.some((site) => mark.sites.includes(site)));
    if (shown.length < 2) return false;
    scene.projection = closer.projection;
    view = null;
    redraw();
    elementOf(stop)?.focus({ preventScroll: true });
    return true;
  }

  /** A box with nothing around the sites. @param {Mark} mark */
  function tight({ sites }) {
    const [lats, lons] = [sites.map(({ lat }) => lat), sites.map(({ lon }) => lon)];
    const pad = 0.02;
    return { west: Math.min(...lons) - pad, east: Math.max(...lons) + pad, south: Math.min(...lats) - pad, north: Math.max(...lats) + pad };
  }

  listen(picture, {
    activate,
    zoom,
    zoomAt: (by, element) => {
      const mark = markOf(element);
      zoom(by, mark && [mark.x, mark.y]);
    },
    showAll,
    step: (element, dx, dy) => {
      const mark = markOf(element);
      if (mark) moveTo(towards(marks, mark, dx, dy));
    },
    pan: (dx, dy) => {
      const [x, y] = scene.projection.translate();
      scene.projection.translate([x + dx, y + dy]);
      view = null;
      schedule();
    },
  });

  /** @param {Element} element */
  function markOf(element) {
    return marks.find(({ key }) => key === element.getAttribute('data-sites'));
  }

  /** @param {Mark | null} mark */
  function moveTo(mark) {
    if (!mark) return;
    elementOf(stop)?.setAttribute('tabindex', '-1');
    stop = mark.key;
    elementOf(stop)?.setAttribute('tabindex', '0');
    elementOf(stop)?.focus({ preventScroll: true });
  }

  let waiting = false;
  /** Draws once for all moves of a frame. */
  function schedule() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      redraw();
    });
  }

  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry.contentRect.width);
    if (!width || width === scene.width) return;
    scene.width = width;
    scene.height = Math.round(Math.min(460, Math.max(280, width * 0.62)));
    picture.setAttribute('height', String(scene.height));
    if (view) fit();
    else redraw();
  }).observe(stage);

  return {
    /** @param {Model} next */
    show(next) {
      model = next;
      const found = sitesOf(next);
      scene.sites = found.sites;
      view = 'core';
      table.replaceChildren(tableOf(found, selecting.select));
      if (scene.width) fit();
    },
    /** @param {Selection | null} next */
    mark(next) {
      selection = next;
      const ids = lit();
      // What is selected elsewhere is brought into the picture.
      const shown = marks.some(({ sites }) => sites.some(({ id }) => ids.has(id)));
      if (ids.size && !shown && scene.width) showAll();
      else highlight();
    },
  };
}

/** @param {{ closer: () => void, farther: () => void, all: () => void }} actions */
const controls = ({ closer, farther, all }) =>
  h(
    'div',
    { class: 'map-controls', role: 'group', 'aria-label': 'Map' },
    h('button', { type: 'button', 'aria-label': 'Zoom in', onclick: closer }, '+'),
    h('button', { type: 'button', 'aria-label': 'Zoom out', onclick: farther }, '−'),
    h('button', { type: 'button', 'aria-label': 'Show all places', onclick: all }, 'All'),
  );

const credit = () =>
  h(
    'p',
    { class: 'map-credit' },
    'A circle or hatched country says how coarsely the place is told; a circle is no border. Places: ',
    h('a', { href: 'https://www.geonames.org/', rel: 'noreferrer noopener', target: '_blank' }, 'GeoNames'),
    ', CC BY 4.0, and Dateline. Outlines: ',
    h('a', { href: 'https://www.naturalearthdata.com/', rel: 'noreferrer noopener', target: '_blank' }, 'Natural Earth'),
    ', whose borders are not ours to judge.',
  );
