// What pointer, wheel and keyboard do to the map.

/** One press of a zoom key or button. */
export const STEP = 1.7;

/**
 * @typedef {object} Actions
 * @property {(mark: Element) => void} activate
 * @property {(by: number, around?: [number, number]) => void} zoom
 * @property {(by: number, mark: Element) => void} zoomAt with the mark staying where it is
 * @property {() => void} showAll
 * @property {(mark: Element, dx: number, dy: number) => void} step to the next mark in a direction
 * @property {(dx: number, dy: number) => void} pan
 */

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
/** Pixels that a pointer moves before it drags. */
const SLACK = 3;

/** @param {Event} event */
const markOf = (event) => /** @type {Element} */ (event.target).closest('[data-sites]');

/** @param {SVGSVGElement} picture @param {Actions} actions */
export function listen(picture, actions) {
  picture.addEventListener('click', (event) => {
    const mark = markOf(event);
    if (mark) actions.activate(mark);
  });
  picture.addEventListener('keydown', (event) => {
    const mark = markOf(event);
    if (mark && !event.ctrlKey && !event.metaKey && !event.altKey && pressed(event.key, mark, actions)) event.preventDefault();
  });
  picture.addEventListener('wheel', (event) => turned(event, picture, actions), { passive: false });
  listenForDrags(picture, actions);
}

/** @param {string} key @param {Element} mark @param {Actions} actions @returns {boolean} whether the key means something here */
function pressed(key, mark, { activate, zoomAt, showAll, step }) {
  if (key === 'Enter' || key === ' ') activate(mark);
  else if (key === '+' || key === '=') zoomAt(STEP, mark);
  else if (key === '-') zoomAt(1 / STEP, mark);
  else if (key === '0') showAll();
  else if (Object.hasOwn(ARROWS, key)) step(mark, ...ARROWS[key]);
  else return false;
  return true;
}

/** The wheel alone scrolls the page; with Ctrl (and so when pinching) it zooms. @param {WheelEvent} event @param {SVGSVGElement} picture @param {Actions} actions */
function turned(event, picture, { zoom }) {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  const { left, top } = picture.getBoundingClientRect();
  zoom(Math.exp(-event.deltaY / 200), [event.clientX - left, event.clientY - top]);
}

/** @param {SVGSVGElement} picture @param {Actions} actions */
function listenForDrags(picture, { pan }) {
  /** @type {{ x: number, y: number, id: number } | null} */
  let from = null;
  picture.addEventListener('pointerdown', (event) => {
    if (event.button === 0 && !markOf(event)) from = { x: event.clientX, y: event.clientY, id: event.pointerId };
  });
  picture.addEventListener('pointermove', (event) => {
    if (from?.id !== event.pointerId) return;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (Math.hypot(dx, dy) < SLACK) return;
    picture.setPointerCapture(event.pointerId);
    from = { ...from, x: event.clientX, y: event.clientY };
    pan(dx, dy);
  });
  for (const end of ['pointerup', 'pointercancel']) picture.addEventListener(end, () => (from = null));
}
