export interface Country {
  type: 'Feature';
  id?: string;
  properties: { name: string };
  geometry: object;
}
export interface World {
  objects: { countries: object };
}
export function feature(world: World, object: object): { features: Country[] };
export function mesh(world: World, object: object, filter: (a: object, b: object) => boolean): object;
