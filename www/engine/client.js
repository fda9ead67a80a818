// Runs analyses in a worker, one at a time: a new one ends the one that runs, and a trap or a hang replaces the worker.

/** @import { Answer, FileKind, FromWorker, Parts, Request, ToWorker } from './messages.d.ts' */
/** @import { Analysis, Options } from '../types.d.ts' */

import { trusted } from './trusted.js';

/** Why there is no answer. */
export class EngineError extends Error {
  /**
   * @param {'stopped' | 'load' | 'trap' | 'slow' | 'options'} reason
   * @param {string} message
   */
  constructor(reason, message) {
    super(message);
    this.reason = reason;
  }
}

/** A request under way, with the parts of its answer that are here. @typedef {{ id: number, sent: boolean, parts: Record<string, unknown[]>, resolve: (answer: Answer<any>) => void, reject: (error: EngineError) => void, timer?: ReturnType<typeof setTimeout> }} Job */

/** Longest time an analysis may take before it counts as hung, in milliseconds: many times what the slowest phone needs. */
const PATIENCE = 20_000;
const PATIENCE_PER_CHARACTER = 0.2;

/** @param {Parts} parts */
function spawn({ source, type, module }) {
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(trusted.createScriptURL(address), { type, name: 'dateline' });
  /** @type {ToWorker} */
  const start = { kind: 'start', module };
  worker.postMessage(start);
  return { worker, address };
}

/**
 * @param {() => Promise<Parts>} load
 * @param {(version: string) => void} onReady
 */
export function createEngine(load, onReady) {
  /** @type {Promise<Parts> | null} */
  let parts = null;
  /** @type {ReturnType<typeof spawn> | null} */
  let running = null;
  /** @type {Job | null} */
  let job = null;
  /** Regional packs of places: each new worker gets them. @type {Uint8Array[]} */
  let packs = [];
  let lastId = 0;

  function dropWorker() {
    if (!running) return;
    running.worker.terminate();
    URL.revokeObjectURL(running.address);
    running = null;
  }

  /** @param {EngineError} error */
  function fail(error) {
    const failed = job;
    job = null;
    clearTimeout(failed?.timer);
    failed?.reject(error);
  }

  /** @param {FromWorker} message */
  function hear(message) {
    if (message.kind === 'ready') return onReady(message.version);
    if (message.kind === 'unusable') {
      dropWorker();
      return fail(new EngineError('load', message.message));
    }
    if (!job || message.id !== job.id) return;
    if (message.kind === 'part') {
      (job.parts[message.field] ??= []).push(...message.items);
      return;
    }
    if (message.kind === 'answer') {
      const { resolve, timer, parts: ahead } = job;
      job = null;
      clearTimeout(timer);
      return resolve({ answer: typeof message.answer === 'string' ? message.answer : { ...message.answer, ...ahead }, milliseconds: message.milliseconds });
    }
    if (message.trap) dropWorker();
    fail(new EngineError(message.trap ? 'trap' : 'options', message.message));
  }

  /** @param {Parts} made */
  function started(made) {
    if (running) return running.worker;
    running = spawn(made);
    const { worker } = running;
    sendPacks();
    worker.addEventListener('message', ({ data }) => hear(data));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (running?.worker !== worker) return;
      dropWorker();
      fail(new EngineError('trap', event.message ?? 'The worker ended.'));
    });
    return worker;
  }

  function sendPacks() {
    /** @type {ToWorker} */
    const message = { kind: 'packs', packs };
    if (packs.length) running?.worker.postMessage(message);
  }

  /** @param {Uint8Array[]} more */
  function give(more) {
    packs = [...packs, ...more];
    sendPacks();
  }

  /** Loads once; after a failure the next call tries again. */
  function loaded() {
    parts ??= load().catch((error) => {
      parts = null;
      throw new EngineError('load', error instanceof Error ? error.message : String(error));
    });
    return parts;
  }

  /** Ends what runs. A request that was not sent yet leaves the worker alone. */
  function stop() {
    if (!job) return;
    if (job.sent) dropWorker();
    fail(new EngineError('stopped', 'Stopped.'));
  }

  /**
   * @param {Request} request
   * @returns {Promise<Answer<any>>}
   */
  function ask(request) {
    stop();
    return new Promise((resolve, reject) => {
      const mine = (job = /** @type {Job} */ ({ id: ++lastId, sent: false, parts: {}, resolve, reject }));
      loaded().then(
        (made) => {
          if (job !== mine) return;
          /** @type {ToWorker} */
          const message = { ...request, id: mine.id };
          started(made).postMessage(message);
          mine.sent = true;
          mine.timer = setTimeout(() => {
            dropWorker();
            fail(new EngineError('slow', 'The analysis took too long.'));
          }, PATIENCE + request.text.length * PATIENCE_PER_CHARACTER);
        },
        (error) => job === mine && fail(error),
      );
    });
  }

  /** Loads and starts ahead of the first text. A failure shows when a text is there to be read. */
  function warm() {
    loaded().then(started, () => {});
  }

  return {
    /** @type {(text: string, options: Options) => Promise<Answer<Analysis>>} */
    analyze: (text, options) => ask({ kind: 'analyze', text, options }),
    /** @type {(kind: FileKind, text: string, options: Options) => Promise<Answer<string>>} */
    write: (kind, text, options) => ask({ kind, text, options }),
    /** The sentence at a place in the text, as CoNLL-U. @type {(text: string, at: number) => Promise<Answer<string>>} */
    parse: (text, at) => ask({ kind: 'parse', text, options: { at } }),
    /** Adds regional packs of places for all that is asked from now on. */
    give,
    stop,
    warm,
  };
}
