// The desk: text, publication date, samples, files.

/** @import { DateOffer, PageState, Sample } from '../types.d.ts' */

import { byId, h, settled } from '../lib/dom.js';
import { dayName, count } from './words.js';

/** A text box with more than this makes browsers crawl; longer texts are kept beside it and shown in part. */
const BOX_HOLDS = 300_000;
const SHOWN = 5_000;
const TYPING = 350;
const MOST_OFFERS = 4;

/**
 * @typedef {object} Actions
 * @property {(text: string, options?: { published?: string, offers?: DateOffer[], replaces?: boolean }) => void} read
 * @property {(date: string) => void} setPublished
 * @property {() => void} badDate
 * @property {(file: File) => void} open
 * @property {(sample: Sample) => void} sample
 * @property {() => void} forget
 * @property {(wanted: boolean) => void} keep
 */

/** @param {Actions} actions */
export function createEditor(actions) {
  const box = /** @type {HTMLTextAreaElement} */ (byId('text'));
  const date = /** @type {HTMLInputElement} */ (byId('published'));
  const clearDate = byId('no-date');
  const note = byId('published-note');
  const offers = byId('offers');
  const overflow = byId('overflow');
  const forget = /** @type {HTMLButtonElement} */ (byId('forget'));
  const desk = byId('desk');

  const typed = settled(() => actions.read(box.value), TYPING);
  box.addEventListener('input', (event) => {
    const pasted = /** @type {InputEvent} */ (event).inputType === 'insertFromPaste';
    if (pasted) actions.read(box.value);
    else typed();
  });
  listenForPaste(box, actions);
  listenForFiles(desk, actions);

  date.addEventListener('change', () => (date.validity.badInput || date.validity.rangeOverflow || date.validity.rangeUnderflow ? actions.badDate() : actions.setPublished(date.value)));
  // A half-typed date fires no change event when it is left.
  date.addEventListener('blur', () => date.validity.badInput && actions.badDate());
  clearDate.addEventListener('click', () => {
    date.value = '';
    actions.setPublished('');
    date.focus();
  });
  forget.addEventListener('click', actions.forget);
  const keep = /** @type {HTMLInputElement} */ (byId('keep'));
  keep.addEventListener('change', () => actions.keep(keep.checked));

  /** @param {string} text */
  function showText(text) {
    const tooLong = text.length > BOX_HOLDS;
    const shown = tooLong ? `${text.slice(0, SHOWN)}…` : text;
    // What the reader types must not be written over: line ends alone may differ.
    if (box.value !== shown.replace(/\r\n?/g, '\n')) box.value = shown;
    box.readOnly = tooLong;
    overflow.hidden = !tooLong;
    overflow.textContent = tooLong ? `The text has ${count(text.length, 'character')}; the first ${SHOWN.toLocaleString('en')} are shown here, all of it is read. Paste another text to replace it.` : '';
  }

  /** @param {PageState} state */
  function showDate({ published, badDate, text, model }) {
    if (!badDate && date.value !== published) date.value = published;
    clearDate.hidden = !published && !badDate;
    date.setAttribute('aria-invalid', String(badDate));
    note.classList.toggle('wrong', badDate);
    note.textContent = noteOn({ published, badDate, hasText: text !== '' && model !== null });
  }

  /** @param {PageState} state @param {PageState} before */
  function update(state, before) {
    if (state.text !== before.text) {
      showText(state.text);
      forget.disabled = state.text === '';
      desk.classList.toggle('has-text', state.text !== '');
    }
    if (state.published !== before.published || state.badDate !== before.badDate || state.text !== before.text || state.model !== before.model) showDate(state);
    if (state.model !== before.model || state.offers !== before.offers || state.published !== before.published) offers.replaceChildren(...offerButtons(state, actions));
  }

  return {
    update,
    /** @param {boolean} kept */
    showKept: (kept) => {
      keep.checked = kept;
    },
  };
}

/** @param {{ published: string, badDate: boolean, hasText: boolean }} told */
function noteOn({ published, badDate, hasText }) {
  if (badDate) return 'That is not a whole date: nothing was changed. Give day, month and year.';
  if (published) return `Days are worked out from ${dayName(published)}.`;
  return hasText ? 'No date given: words such as “Wednesday” stay off the calendar.' : 'Needed to place “Wednesday” or “last month” on the calendar.';
}

/** Dates found in the text or told by the page; offered, never adopted. @param {PageState} state @param {Actions} actions */
function offerButtons({ model, offers, published }, actions) {
  const inText = (model?.analysis.publishedCandidates ?? []).map(({ date, start, end }) => ({ date, where: model?.text.slice(start, end).replace(/\s+/g, ' ') }));
  /** @type {Map<string, string>} */
  const distinct = new Map();
  // Once a date is given the offers are in the way; clearing it brings them back.
  if (published) return [];
  for (const { date, where } of [...offers, ...inText]) if (!distinct.has(date)) distinct.set(date, where ?? '');
  return [...distinct].slice(0, MOST_OFFERS).map(([date, where]) =>
    h('button', { type: 'button', class: 'offer', onclick: () => actions.setPublished(date) }, `Use ${dayName(date)}`, where && h('span', { class: 'aside' }, ` found: ${where}`)),
  );
}

/** @param {HTMLTextAreaElement} box @param {Actions} actions */
function listenForPaste(box, actions) {
  document.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const file = event.clipboardData?.files[0];
    const target = /** @type {Element} */ (event.target);
    const elsewhere = target !== box && target.closest('input, select, dialog') !== null;
    if (elsewhere || (!text && !file)) return;
    const whole = box.readOnly || box.value === '' || (box.selectionStart === 0 && box.selectionEnd === box.value.length);
    // Short text pasted into the middle of other text is the browser's to insert; all else is a new article.
    if (target === box && !whole && text.length < BOX_HOLDS) return;
    event.preventDefault();
    if (text) actions.read(text, { replaces: true });
    else if (file) actions.open(file);
  });
}

/** @param {HTMLElement} desk @param {Actions} actions */
function listenForFiles(desk, actions) {
  const input = /** @type {HTMLInputElement} */ (byId('file'));
  input.addEventListener('change', () => {
    if (input.files?.[0]) actions.open(input.files[0]);
    input.value = '';
  });
  const carries = (/** @type {DragEvent} */ event) => [...(event.dataTransfer?.types ?? [])].some((type) => type === 'Files' || type === 'text/plain');
  document.addEventListener('dragover', (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    desk.classList.add('dropping');
  });
  document.addEventListener('dragleave', (event) => event.relatedTarget === null && desk.classList.remove('dropping'));
  document.addEventListener('drop', (event) => {
    desk.classList.remove('dropping');
    if (!carries(event)) return;
    // Without this the browser would leave the page for the file.
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    const text = event.dataTransfer?.getData('text/plain');
    if (file) actions.open(file);
    else if (text) actions.read(text, { replaces: true });
  });
}

/** @param {Sample[]} samples @param {(sample: Sample) => void} choose */
export function showSamples(samples, choose) {
  byId('samples').replaceChildren(
    ...samples.map((sample) =>
      h('li', {}, h('button', { type: 'button', class: 'sample', onclick: () => choose(sample) }, sample.title, ' ', h('span', { class: 'aside' }, sample.note ?? (sample.published ? dayName(sample.published) : 'no date')))),
    ),
  );
}
