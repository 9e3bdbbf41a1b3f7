import { chanceFrom } from './chance.js';
import { load } from './load.js';
import { documentOf, unseenNumbers } from './longTail.js';
import { type Peer, requestOf } from './peer.js';
import { quantile } from './statistics.js';
import { requests, type Workload } from './workload.js';
import type { World } from './world.js';

interface Speed {
  /** ms, one request at a time. */
  readonly p50: number;
  /** Answers a second at concurrency 16. */
  readonly rate: number;
}

/** What becomes of an operation when a crowd of different documents has passed. */
export interface ManyDocuments {
  readonly workload: string;
  readonly documents: number;
  /** How many of them were answered a second. */
  readonly rate: number;
  readonly before: Speed;
  readonly after: Speed;
}

const concurrency = 4;

export async function manyDocuments(peer: Peer, workload: Workload, world: World, documents: number): Promise<ManyDocuments> {
  const before = await speedOf(peer, workload, world);
  const rate = await askAll(peer, world, documents);
  return { workload: workload.name, documents, rate, before, after: await speedOf(peer, workload, world) };
}

async function askAll(peer: Peer, world: World, documents: number): Promise<number> {
  const numbers = unseenNumbers(documents + concurrency, 1).values();
  const chance = chanceFrom(documents);
  let left = documents;
  const next = () => {
    left -= 1;
    const operation = documentOf(numbers.next().value ?? 0);
    return requestOf(peer.name, operation, operation.variables(world, chance));
  };
  const { answers, seconds } = await load(peer.origin, next, concurrency, () => left <= 0);
  return answers / seconds;
}

async function speedOf(peer: Peer, workload: Workload, world: World): Promise<Speed> {
  const next = requests(workload, world, peer.name, chanceFrom(3));
  await load(peer.origin, next, 16, 0.5);
  const alone = await load(peer.origin, next, 1, 1);
  const together = await load(peer.origin, next, 16, 1);
  return { p50: quantile(alone.latencies, 0.5), rate: together.answers / together.seconds };
}
