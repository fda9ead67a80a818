// The status line, what went wrong, and what is announced to screen readers: counts only.

/** @import { Model, PageState } from '../types.d.ts' */

import { byId, h } from '../lib/dom.js';
import { count } from './words.js';

const MOST_WARNINGS = 6;
/** The least score of events shown unless the reader asks for another. */
const USUAL = 0.5;

/** @typedef {{ stop: () => void, restore: () => void, again: () => void, reveal: (span: { start: number, end: number }) => void }} Actions */

/** @param {Actions} actions */
export function createStatus(actions) {
  const line = byId('status-line');
  const status = byId('status');
  const stop = byId('stop');
  const announce = byId('announce');
  const notice = byId('notice');
  const warnings = byId('warnings');
  stop.addEventListener('click', actions.stop);

  /** @param {PageState} state @param {PageState} before */
  function update(state, before) {
    if (state.phase !== before.phase || state.model !== before.model || state.problem !== before.problem) {
      status.dataset.phase = state.phase;
      stop.hidden = state.phase !== 'reading' && state.phase !== 'loading';
      line.textContent = lineOf(state);
      announce.textContent = state.phase === 'done' && state.model ? announced(state) : state.phase === 'failed' ? state.problem : '';
      if (state.phase === 'failed' || state.phase === 'stopped') line.append(' ', h('button', { type: 'button', class: 'plain', onclick: actions.again }, 'Try again'));
    }
    if (state.notice !== before.notice || state.replaced !== before.replaced) showNotice(state);
    if (state.model !== before.model) showWarnings(state.model);
  }

  /** @param {PageState} state */
  function showNotice(state) {
    notice.hidden = !state.notice;
    notice.replaceChildren(...(state.notice ? [h('span', {}, state.notice)] : []));
    if (state.notice && state.replaced) notice.append(h('button', { type: 'button', class: 'plain', onclick: actions.restore }, 'Bring it back'));
  }

  /** @param {Model | null} model */
  function showWarnings(model) {
    const shown = (model?.analysis.warnings ?? []).slice(0, MOST_WARNINGS);
    const button = (/** @type {{ start: number, end: number }} */ span) => h('button', { type: 'button', class: 'plain', onclick: () => actions.reveal(span) }, 'Show');
    warnings.replaceChildren(...(shown.length ? [h('ul', {}, ...shown.map(({ message, span }) => h('li', {}, message, ' ', span && button(span))))] : []));
  }

  return { update };
}

/** @param {Model} model */
const counts = ({ analysis: { events, entities, times } }) => `${count(events.length, 'event')}, ${count(entities.length, 'entity', 'entities')}, ${count(times.length, 'time')} found.`;

/** A score that the reader set is said with the counts: it is why they changed. @param {PageState} state */
const announced = ({ model, minScore }) => `${model ? counts(model) : ''}${minScore === USUAL ? '' : ` Events that score ${minScore.toFixed(2)} or more.`}`;

/** @param {PageState} state */
function lineOf({ phase, problem, model, took, text }) {
  if (phase === 'failed') return problem;
  if (phase === 'stopped') return 'Stopped. The text is still here.';
  if (phase === 'loading') return 'Loading what reads the text…';
  if (phase === 'reading') return `Reading ${size(text.length)}…`;
  if (phase === 'done' && model) return `${counts(model)} Read ${size(model.text.length)} in ${duration(took)}.`;
  return '';
}

/** @param {number} characters */
const size = (characters) => count(characters, 'character');

/** @param {number} milliseconds */
const duration = (milliseconds) => (milliseconds < 1000 ? `${Math.max(1, Math.round(milliseconds))} ms` : `${(milliseconds / 1000).toFixed(1)} s`);
