import { below } from './chance.js';
import { type Kind as GraphKind, idOf, nameOf, type Size, sizes } from './graph.js';
import type { Kind, World } from './world.js';

const kindsOfGraph = { work: 'works', song: 'songs', artist: 'artists', character: 'characters' } as const satisfies Record<Kind, GraphKind>;

/** The whole of a generated graph, drawn from without asking the database. */
export function generatedWorld(size: Size): World {
  return {
    idOf: (kind, chance) => idOf(kindsOfGraph[kind], 1 + below(chance, sizes[size][kindsOfGraph[kind]])),
    nameOf: (kind, chance) => nameOf(kindsOfGraph[kind], 1 + below(chance, sizes[size][kindsOfGraph[kind]])),
  };
}
