import type { Analysis, Options } from '../../pkg/dateline.js';

/** What the page tells the worker. */
export type ToWorker = { kind: 'start'; module: WebAssembly.Module } | { kind: 'analyze'; id: number; text: string; options: Options };

/** What the worker tells the page. */
export type FromWorker =
  | { kind: 'ready'; version: string }
  | { kind: 'unusable'; message: string }
  | { kind: 'analysis'; id: number; analysis: Analysis; milliseconds: number }
  | { kind: 'error'; id: number; trap: boolean; message: string };

/** What a worker is made of: its code, and the compiled module. */
export interface Parts {
  source: string;
  /** A classic script is what works from disk. */
  type: WorkerType;
  module: WebAssembly.Module;
}

/** An answer of the engine. */
export interface Answer {
  analysis: Analysis;
  milliseconds: number;
}
