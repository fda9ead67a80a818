import type { Analysis, Options } from '../../pkg/dateline.js';

/** The files that the core writes of an analysis. */
export type FileKind = 'csv' | 'acled' | 'geojson' | 'markdown';

/** What can be asked of the core: the analysis, one of its files, or the grammar of the sentence at a place in the text. */
export type Request = { kind: 'analyze' | FileKind; text: string; options: Options } | { kind: 'parse'; text: string; options: { at: number } };

/** What the page tells the worker. */
export type ToWorker = { kind: 'start'; module: WebAssembly.Module } | { kind: 'packs'; packs: Uint8Array[] } | (Request & { id: number });

/** What the worker tells the page. The long lists of an answer go ahead of it, in parts: taking one huge message would freeze the page. */
export type FromWorker =
  | { kind: 'ready'; version: string }
  | { kind: 'unusable'; message: string }
  | { kind: 'part'; id: number; field: string; items: unknown[] }
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

/** What the module's own functions do, and so do its places with regional packs. */
export interface Core {
  analyze(text: string, options: Options): Analysis;
  toCsv(text: string, options: Options): string;
  toAcled(text: string, options: Options): string;
  toGeoJson(text: string, options: Options): string;
  toMarkdown(text: string, options: Options): string;
}

declare global {
  /** The module's class for places with regional packs: its code stands before the worker's, so its names are in scope there. */
  var Places: (new (packs: Uint8Array[]) => Core) | undefined;
}
