/* tslint:disable */
/* eslint-disable */
export const memory: WebAssembly.Memory;
export const __wbg_places_free: (a: number, b: number) => void;
export const analyze: (a: number, b: number, c: any) => [number, number, number];
export const parse: (a: number, b: number, c: number) => [number, number];
export const places_analyze: (a: number, b: number, c: number, d: any) => [number, number, number];
export const places_new: (a: number, b: number) => number;
export const places_toCsv: (a: number, b: number, c: number, d: any) => [number, number, number, number];
export const places_toMarkdown: (a: number, b: number, c: number, d: any) => [number, number, number, number];
export const start: () => void;
export const toAcled: (a: number, b: number, c: any) => [number, number, number, number];
export const toCsv: (a: number, b: number, c: any) => [number, number, number, number];
export const toGeoJson: (a: number, b: number, c: any) => [number, number, number, number];
export const toMarkdown: (a: number, b: number, c: any) => [number, number, number, number];
export const version: () => [number, number];
export const __wbindgen_malloc: (a: number, b: number) => number;
export const __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
export const __wbindgen_free: (a: number, b: number, c: number) => void;
export const __wbindgen_exn_store: (a: number) => void;
export const __externref_table_alloc: () => number;
export const __wbindgen_externrefs: WebAssembly.Table;
export const __externref_table_dealloc: (a: number) => void;
export const __externref_drop_slice: (a: number, b: number) => void;
export const __wbindgen_start: () => void;
