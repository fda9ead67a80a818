import type { Analysis, Options } from '../../pkg/dateline.js';

/** What can be asked of the core: the analysis, or one of its files. */
export type Request = { kind: 'analyze' | 'csv' | 'markdown'; text: string; options: Options };

/** What the page tells the worker. */
export type ToWorker = { kind: 'start'; module: WebAssembly.Module } | (Request & { id: number });

/** What the worker tells the page. */
export type FromWorker =
  | { kind: 'ready'; version: string }
  | { kind: 'unusable'; message: string }
  | { kind: 'answer'; id: number; answer: Analysis | string; milliseconds: number }
  | { kind: 'error'; id: number; trap: boolean; message: string };

/** What a worker is made of: its code, and the compiled module. */
export interface Parts {
  source: string;
  /** A classic script is what works from disk. */
  type: WorkerType;
  module: WebAssembly.Module;
}

/** An answer of the core, and how long it took. */
export interface Answer<T> {
  answer: T;
  milliseconds: number;
}
