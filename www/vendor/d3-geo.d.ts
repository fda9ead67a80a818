export interface Projection {
  (point: [number, number]): [number, number] | null;
  invert(point: [number, number]): [number, number] | null;
  scale(): number;
  scale(k: number): this;
  translate(): [number, number];
  translate(at: [number, number]): this;
  rotate(angles: [number, number]): this;
  clipExtent(extent: [[number, number], [number, number]]): this;
}
export interface Path {
  (shape: object): string | null;
  area(shape: object): number;
  bounds(shape: object): [[number, number], [number, number]];
  centroid(shape: object): [number, number];
}
interface Circle {
  (): object;
  center(point: [number, number]): this;
  radius(degrees: number): this;
  precision(degrees: number): this;
}
export function geoArea(shape: object): number;
export function geoCircle(): Circle;
export function geoMercator(): Projection;
export function geoPath(projection: Projection): Path;
