// Wires the page: the state in the middle, the engine behind it, the views around it.

/** @import { FileKind } from './engine/messages.d.ts' */
/** @import { DateOffer, PageState, Sample, Selection } from './types.d.ts' */

import { EngineError, createEngine } from './engine/client.js';
import { load } from './engine/load.js';
import { FileProblem, readFile } from './input/file.js';
import { looksLikeHtml, readHtml } from './input/html.js';
import { byId } from './lib/dom.js';
import { listSamples, sampleText } from './samples.js';
import * as keep from './state/keep.js';
import { buildModel } from './state/model.js';
import { hitsOf, relatedTo, sameThing } from './state/selection.js';
import { createStore } from './state/store.js';
import { createArticle } from './view/article.js';
import { createEditor, showSamples } from './view/editor.js';
import { createEntities } from './view/entities.js';
import { createEvents } from './view/events.js';
import { createGrammar } from './view/grammar.js';
import { createInspector } from './view/inspector.js';
import { listenForKeys } from './view/keys.js';
import { createMapPanel } from './view/map-panel.js';
import { createPanels } from './view/panels.js';
import { createPacks } from './view/packs.js';
import { createPanes } from './view/panes.js';
import { createStatus } from './view/status.js';
import { createTimeline } from './view/timeline.js';
import { createToolbar } from './view/toolbar.js';

const store = createStore();
/** Whether the reader has started once: from then on only reading takes time. */
let loaded = false;
const engine = createEngine(load, (version) => {
  loaded = true;
  byId('version').textContent = version.replace(/^dateline /, '');
  if (store.get().phase === 'loading') store.set({ phase: 'reading' });
});

/** What the page says when there is no answer; the text is kept in every case. @type {Record<EngineError['reason'], string>} */
const PROBLEMS = {
  stopped: '',
  load: 'The part that reads the text could not be loaded. Check the connection; the text is still here.',
  trap: 'The reader broke on this text and was restarted. The text is still here. Other texts can be read; please report this one if it may be shared.',
  slow: 'Reading took too long and was stopped. The text is still here; a shorter part of it may work.',
  options: '',
};

const LONG = 300_000;
const pause = () => new Promise((done) => setTimeout(done));

/** @param {PageState} state */
const optionsOf = ({ published, minScore }) => ({ published: published || undefined, minScore });

async function analyze() {
  const { text } = store.get();
  store.set({ phase: loaded ? 'reading' : 'loading', problem: '' });
  try {
    const { answer: analysis, milliseconds } = await engine.analyze(text, optionsOf(store.get()));
    // Each step takes a moment with a long analysis: the page answers in between.
    if (text.length > LONG) await pause();
    const model = buildModel(text, analysis);
    if (text.length > LONG) await pause();
    if (store.get().text !== text) return;
    store.set({ phase: 'done', took: milliseconds, model, selection: kept(analysis) });
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    // A request that was replaced by another one is no news.
    if (error.reason === 'stopped') return;
    store.set({ phase: 'failed', problem: PROBLEMS[error.reason] || error.message, model: null, selection: null });
  }
}

/** A selection lives on in a new analysis of the same text if its thing does. @param {import('./types.d.ts').Analysis} analysis */
function kept({ events, entities, times }) {
  const { selection, model, text } = store.get();
  if (!selection || model?.text !== text) return null;
  const things = { event: events, entity: entities, time: times }[selection.kind];
  return things.some(({ id }) => id === selection.id) ? selection : null;
}

/**
 * @param {string} text
 * @param {{ published?: string, offers?: DateOffer[], replaces?: boolean }} [options] `replaces`: it is another text, not an edit of the one before
 */
function read(text, { published, offers, replaces = false } = {}) {
  const before = store.get();
  if (text === before.text && (published === undefined || published === before.published)) return;
  const lost = replaces && before.text.trim() !== '' && before.text !== text;
  store.set({
    text,
    published: published ?? (replaces ? '' : before.published),
    badDate: false,
    offers: offers ?? (replaces ? [] : before.offers),
    replaced: lost ? { text: before.text, published: before.published } : null,
    notice: lost ? 'The text that was here before was replaced.' : '',
    ...(replaces ? { selection: null } : {}),
  });
  remember();
  if (text === '') return clear();
  if (replaces && looksLikeHtml(text)) return readSource(text);
  analyze();
}

/** The source of a web page was pasted: its text is what is meant. @param {string} source */
function readSource(source) {
  const { text, offers } = readHtml(source);
  if (!text) return analyze();
  const { published } = store.get();
  store.set({ text, offers, replaced: { text: source, published }, notice: 'This was the source of a web page; its text was taken.' });
  remember();
  analyze();
}

function clear() {
  engine.stop();
  store.set({ phase: 'empty', model: null, selection: null, problem: '' });
}

function remember() {
  const { text, published } = store.get();
  if (!keep.remember({ text, published }) && text) store.set({ notice: 'This text is too long to be kept for a reload of this tab.' });
}

/** @param {File} file */
async function open(file) {
  try {
    const { text, offers } = await readFile(file);
    if (text.trim()) read(text, { offers, replaces: true });
    else store.set({ notice: `No text was found in “${file.name}”.`, replaced: null });
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    store.set({ notice: error.message, replaced: null });
  }
}

/** @param {Sample} sample */
async function choose(sample) {
  try {
    read(await sampleText(sample), { published: sample.published ?? '', replaces: true });
  } catch {
    store.set({ notice: 'The sample could not be loaded.', replaced: null });
  }
}

/** @param {string} published */
function setPublished(published) {
  store.set({ published, badDate: false });
  remember();
  if (store.get().text) analyze();
}

function restore() {
  const { replaced } = store.get();
  if (!replaced) return;
  store.set({ text: replaced.text, published: replaced.published, offers: [], replaced: null, notice: '', selection: null });
  remember();
  analyze();
}

function forget() {
  keep.forget();
  editor.showKept(false);
  store.set({ text: '', published: '', badDate: false, offers: [], replaced: null, notice: 'Forgotten: nothing of the text is left in this browser.' });
  clear();
}

/** Where a selection was made: the article does not scroll itself, and a reader of the map is not taken away from it. @type {'article' | 'map' | 'other'} */
let origin = 'other';

/** @param {Selection | null} selection @param {typeof origin} [from] */
function select(selection, from = 'other') {
  origin = from;
  store.set({ selection });
}

/** @param {number} by */
function step(by) {
  const { model, selection } = store.get();
  if (!model?.analysis.events.length) return;
  const { events } = model.analysis;
  const at = selection?.kind === 'event' ? events.findIndex(({ id }) => id === selection.id) : by > 0 ? -1 : events.length;
  const next = events[Math.min(Math.max(at + by, 0), events.length - 1)];
  select({ kind: 'event', id: next.id });
}

const article = createArticle(byId('article'), { get: () => store.get().selection, select: (selection) => select(selection, 'article') });
const panes = createPanes();
const reveal = (/** @type {{ start: number, end: number }} */ span) => {
  panes.show('article');
  article.reveal(span);
};
const editor = createEditor({ read, setPublished, badDate: () => store.set({ badDate: true }), open, sample: choose, forget, keep: (wanted) => keep.choose(wanted, store.get()) });
const status = createStatus({ stop: () => (engine.stop(), store.set({ phase: 'stopped' })), restore, again: analyze, reveal });
const events = createEvents(byId('events'), select);
const entities = createEntities(byId('entities'), select);
const timeline = createTimeline({ chart: byId('timeline-chart'), list: byId('timeline-list') }, select);
const map = createMapPanel({ get: () => store.get().selection, select: (selection) => select(selection, 'map') });
const grammar = createGrammar({ parse, text: () => store.get().text, reveal });
const inspector = createInspector(byId('inspector'), { select, reveal, close: () => select(null), grammar: grammar.open });
const packs = createPacks({ give: engine.give, again: () => store.get().text && analyze() });
const panels = createPanels();
listenForKeys(store, { help: panels.help, step, clear: () => select(null) });

/** @param {PageState} state @param {PageState} before */
function drawResults({ model, phase }, { model: shown, phase: before }) {
  byId('results').classList.toggle('stale', phase === 'reading' || phase === 'loading');
  if (model === shown && phase === before) return;
  byId('results').hidden = !model;
  document.body.classList.toggle('has-results', model !== null);
  if (model === shown) return;
  for (const view of [article, events, entities, timeline, map, packs]) view.show(model);
  panes.count(model);
}

/** @param {PageState} state @param {PageState} before */
function drawSelection({ selection, model }, before) {
  if (selection === before.selection && model === before.model) return;
  const hits = model ? hitsOf(model, selection) : [];
  article.highlight(hits);
  const fresh = !sameThing(selection, before.selection) && origin !== 'map';
  // Before the lists are scrolled: the details take some of their room.
  inspector.show(model, selection);
  const related = model ? relatedTo(model, selection) : new Set();
  events.mark(selection, fresh, related);
  entities.mark(selection, fresh);
  timeline.mark(selection, related);
  map.mark(selection);
  if (selection && hits.length && origin === 'other' && model === before.model) article.reveal(hits.find(({ role }) => role === 'what') ?? hits[0]);
}

store.listen(editor.update);
store.listen(status.update);
store.listen(drawResults);
store.listen(drawSelection);

/**
 * An answer on the text that is shown; nothing while another analysis is on its way.
 * @param {(state: PageState) => Promise<{ answer: string }>} ask
 */
async function answered(ask) {
  const state = store.get();
  if (state.phase !== 'done' || !state.model) return null;
  try {
    return (await ask(state)).answer;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    if (error.reason !== 'stopped') store.set({ notice: PROBLEMS[error.reason] || error.message, replaced: null });
    return null;
  }
}

/** What the core writes of the analysis. @param {FileKind} kind */
async function written(kind) {
  const { model } = store.get();
  const content = await answered((state) => engine.write(kind, state.text, optionsOf(state)));
  return content === null || !model ? null : { analysis: model.analysis, content };
}

/** @param {number} at */
function parse(at) {
  return answered(({ text }) => engine.parse(text, at));
}

/** @param {number} minScore */
function rescore(minScore) {
  store.set({ minScore });
  if (store.get().text) analyze();
}

store.set({ minScore: keep.score() ?? store.get().minScore });
createToolbar({ model: () => store.get().model, written, rescore, tell: (notice) => store.set({ notice, replaced: null }) }, store.get().minScore);

const labels = /** @type {HTMLInputElement} */ (byId('labels'));
labels.checked = keep.settings().labels ?? true;
const showLabels = () => byId('article').classList.toggle('bare', !labels.checked);
labels.addEventListener('change', () => {
  keep.adjust({ labels: labels.checked });
  showLabels();
});
showLabels();

editor.update({ ...store.get() }, { ...store.get(), badDate: true });
document.documentElement.dataset.ready = '';
editor.showKept(keep.keeps());
listSamples().then(
  (samples) => showSamples(samples, choose),
  () => byId('samples').replaceChildren('The samples could not be loaded.'),
);
engine.warm();
const recalled = keep.recall();
if (recalled?.text) {
  store.set({ text: recalled.text, published: recalled.published });
  analyze();
}
