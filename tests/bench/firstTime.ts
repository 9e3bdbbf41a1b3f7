import { Pool } from 'undici';
import { chanceFrom, shuffled } from './chance.js';
import { timed } from './load.js';
import { documentOf, unseenNumbers } from './longTail.js';
import { type Peer, type PeerName, requestOf } from './peer.js';
import { quantile } from './statistics.js';
import type { World } from './world.js';

/** How long a peer takes for a document that nobody has asked before. */
export interface FirstTime {
  readonly peer: PeerName;
  /** ms. */
  readonly p50: number;
  readonly p99: number;
}

const documents = 150;

/** Documents never seen before, one after the other, every peer in turn. */
export async function firstTime(peers: readonly Peer[], world: World): Promise<readonly FirstTime[]> {
  const open = peers.map((peer) => ({ peer, pool: new Pool(peer.origin, { connections: 1 }), taken: Array.of<number>() }));
  for (const number of unseenNumbers(documents, 0)) {
    const chance = chanceFrom(number);
    const operation = documentOf(number);
    const variables = operation.variables(world, chance);
    for (const { peer, pool, taken } of shuffled(chance, open)) taken.push(await timed(pool, requestOf(peer.name, operation, variables)));
  }
  await Promise.all(open.map(({ pool }) => pool.destroy()));
  return open.map(({ peer, taken }) => ({ peer: peer.name, p50: quantile(taken, 0.5), p99: quantile(taken, 0.99) }));
}
