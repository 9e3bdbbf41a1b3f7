import { chanceFrom, shuffled } from './chance.js';
import { load } from './load.js';
import type { Peer, PeerName } from './peer.js';
import { median, quantile } from './statistics.js';
import { requests, type Workload } from './workload.js';
import type { World } from './world.js';

/** The same peers on a graph of one size. */
export interface Grown {
  readonly world: World;
  readonly peers: readonly Peer[];
}

/** ms of one request at a time on the small graph and on the large one. */
export interface Growth {
  readonly peer: PeerName;
  readonly workload: string;
  readonly small: number;
  readonly large: number;
}

const repetitions = 3;
const seconds = 0.6;

/** How much slower a graph thirty times as large is; both sizes in turn. */
export async function growth(small: Grown, large: Grown, workloads: readonly Workload[]): Promise<readonly Growth[]> {
  const all: Growth[] = [];
  for (const workload of workloads) {
    for (const peer of large.peers) {
      const other = small.peers.find(({ name }) => name === peer.name);
      if (other) all.push(await compare({ peer: other, world: small.world }, { peer, world: large.world }, workload));
    }
  }
  return all;
}

interface Side {
  readonly peer: Peer;
  readonly world: World;
}

async function compare(small: Side, large: Side, workload: Workload): Promise<Growth> {
  const taken = new Map<Side, number[]>([
    [small, []],
    [large, []],
  ]);
  for (const side of [small, large]) await p50Of(side, workload, -1);
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    for (const side of shuffled(chanceFrom(repetition), [small, large])) taken.get(side)?.push(await p50Of(side, workload, repetition));
  }
  const [first = [], second = []] = [taken.get(small), taken.get(large)];
  return { peer: large.peer.name, workload: workload.name, small: median(first), large: median(second) };
}

async function p50Of({ peer, world }: Side, workload: Workload, seed: number): Promise<number> {
  const { latencies } = await load(peer.origin, requests(workload, world, peer.name, chanceFrom(seed)), 1, seconds);
  return quantile(latencies, 0.5);
}
