import { ask } from './ask.js';
import { chanceFrom } from './chance.js';
import { difference } from './difference.js';
import type { Json } from './json.js';
import { documentOf } from './longTail.js';
import type { Operation, Variables } from './operation.js';
import type { Peer, PeerName } from './peer.js';
import { sameButForOrder } from './sameButForOrder.js';
import type { World } from './world.js';

const drawsEach = 10;
const tailDocuments = 50;

/** Asks every peer the same and throws at the first answer that differs. Resolves to how many questions were asked. */
export async function agreement(peers: readonly Peer[], operations: readonly Operation[], world: World): Promise<number> {
  const chance = chanceFrom(1);
  const drawn = operations.flatMap((operation) => Array.from({ length: drawsEach }, () => operation));
  const asked = [...drawn, ...Array.from({ length: tailDocuments }, (_, number) => documentOf(number))];
  for (const operation of asked) await agreeOn(peers, operation, operation.variables(world, chance));
  return asked.length;
}

async function agreeOn(peers: readonly Peer[], operation: Operation, variables: Variables): Promise<void> {
  const [first, ...others] = await Promise.all(peers.map(async (peer) => ({ peer: peer.name, data: await ask(peer, operation, variables) })));
  if (!first) return;
  for (const other of others) compare(operation, variables, first, other);
}

interface Answered {
  readonly peer: PeerName;
  readonly data: Json;
}

function compare(operation: Operation, variables: Variables, one: Answered, other: Answered): void {
  const loose = one.peer === 'neo4jGraphql' || other.peer === 'neo4jGraphql';
  const [left, right] = [one, other].map(({ data }) => operation.comparable?.(data) ?? data);
  const found = difference(left ?? null, right ?? null);
  if (!found || (loose && sameButForOrder(left ?? null, right ?? null))) return;
  throw new Error(
    `All peers must answer the same, but to ${operation.title} with ${JSON.stringify(variables)} at ${found.path} ${one.peer} says ${shown(found.one)} and ${other.peer} ${shown(found.other)}. The document is ${operation.document}`,
  );
}

const shown = (json: Json) => JSON.stringify(json).slice(0, 300);
