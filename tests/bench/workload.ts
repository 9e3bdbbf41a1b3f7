import { type Chance, oneOf } from './chance.js';
import { drawNumber, knownDocumentOf } from './longTail.js';
import type { Operation } from './operation.js';
import { type PeerName, type Request, requestOf } from './peer.js';
import type { World } from './world.js';

/** What one load asks: an operation again and again with other ids, or the mix of everything. */
export interface Workload {
  readonly name: string;
  readonly title: string;
  readonly draw: (chance: Chance) => Operation;
}

export const mixName = 'mix';
const shareOfTail = 1 / 3;

export function workloadOf(operation: Operation): Workload {
  return { name: operation.name, title: operation.title, draw: () => operation };
}

/** All operations alike, and for a third of the requests a document of the long tail. */
export function mixOf(operations: readonly Operation[]): Workload {
  return {
    name: mixName,
    title: 'all eight, and a third of the requests from a long tail of other documents',
    draw: (chance) => (chance() < shareOfTail ? knownDocumentOf(drawNumber(chance)) : oneOf(chance, operations)),
  };
}

/** The endless sequence of requests that a seed stands for; every peer is asked the same. */
export function requests(workload: Workload, world: World, peer: PeerName, chance: Chance): () => Request {
  return () => {
    const operation = workload.draw(chance);
    return requestOf(peer, operation, operation.variables(world, chance));
  };
}
