import { chanceFrom, shuffled } from './chance.js';
import { load } from './load.js';
import type { Peer, PeerName } from './peer.js';
import type { RunningProcess } from './runningProcess.js';
import { median, quantile, type Spread, spread } from './statistics.js';
import { requests, type Workload } from './workload.js';
import type { World } from './world.js';

/** What is measured with what. */
export interface Course {
  readonly peers: readonly Peer[];
  readonly workloads: readonly Workload[];
  readonly world: World;
  readonly java: RunningProcess;
  readonly concurrencies: readonly number[];
  readonly repetitions: number;
  readonly seconds: number;
  readonly report: (line: string) => void;
}

/** One figure of the table: a peer under a workload at a concurrency. */
export interface Cell {
  readonly peer: PeerName;
  readonly workload: string;
  readonly concurrency: number;
  /** Answers a second. */
  readonly rate: number;
  /** ms. */
  readonly p50: number;
  readonly p99: number;
  /** The rate against raw's in the same repetition; null where raw was left out. */
  readonly ratio: Spread | null;
  /** µs of processor time for one answer. */
  readonly node: number;
  readonly java: number | null;
}

interface Sample {
  readonly peer: PeerName;
  readonly rate: number;
  readonly latencies: readonly number[];
  readonly node: number;
  readonly java: number | null;
}

const burst = 0.5;
const warmUpSeconds = 1;
const warmUpConcurrency = 16;

/** Every peer on every workload, so that nobody is measured while it is still being compiled. */
export async function warmUp({ peers, workloads, world, report }: Course): Promise<void> {
  for (const workload of workloads) {
    report(`Warming up: ${workload.name}.`);
    for (const peer of peers) await load(peer.origin, requests(workload, world, peer.name, chanceFrom(-1)), warmUpConcurrency, warmUpSeconds);
  }
}

/** The table's cells, concurrency by concurrency. */
export async function measure(course: Course): Promise<readonly Cell[]> {
  const cells: Cell[] = [];
  for (const concurrency of course.concurrencies) {
    for (const workload of course.workloads) {
      course.report(`Measuring: ${workload.name}, concurrency ${concurrency}.`);
      const samples = await repetitions(course, workload, concurrency);
      cells.push(...course.peers.map(({ name }) => cellOf(samples, name, workload.name, concurrency)));
    }
  }
  return cells;
}

/** The peers take turns in an order that is shuffled each time. */
async function repetitions(course: Course, workload: Workload, concurrency: number): Promise<readonly (readonly Sample[])[]> {
  const all: Sample[][] = [];
  for (let repetition = 0; repetition < course.repetitions; repetition += 1) {
    const samples: Sample[] = [];
    const seed = concurrency * 1_000 + repetition;
    for (const peer of shuffled(chanceFrom(seed), course.peers)) samples.push(await sample(course, workload, peer, concurrency, seed));
    all.push(samples);
  }
  return all;
}

async function sample({ world, java, seconds }: Course, workload: Workload, peer: Peer, concurrency: number, seed: number): Promise<Sample> {
  await load(peer.origin, requests(workload, world, peer.name, chanceFrom(seed + 500)), concurrency, burst);
  const [node, jvm] = [await peer.usage(), await java.cpu()];
  const { answers, seconds: took, latencies } = await load(peer.origin, requests(workload, world, peer.name, chanceFrom(seed)), concurrency, seconds);
  const [nodeAfter, jvmAfter] = [await peer.usage(), await java.cpu()];
  return {
    peer: peer.name,
    rate: answers / took,
    latencies,
    node: (nodeAfter.cpu - node.cpu) / answers,
    java: jvm === null || jvmAfter === null ? null : (jvmAfter - jvm) / answers,
  };
}

function cellOf(repetitions: readonly (readonly Sample[])[], peer: PeerName, workload: string, concurrency: number): Cell {
  const samples = repetitions.flat().filter((each) => each.peer === peer);
  const latencies = samples.flatMap((each) => each.latencies);
  const java = samples.flatMap((each) => each.java ?? []);
  return {
    peer,
    workload,
    concurrency,
    rate: median(samples.map(({ rate }) => rate)),
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    ratio: ratioOf(repetitions, peer),
    node: median(samples.map(({ node }) => node)),
    java: java.length === 0 ? null : median(java),
  };
}

function ratioOf(repetitions: readonly (readonly Sample[])[], peer: PeerName): Spread | null {
  const rateOf = (samples: readonly Sample[], name: PeerName) => samples.find((each) => each.peer === name)?.rate;
  const ratios = repetitions.flatMap((samples) => {
    const [rate, raw] = [rateOf(samples, peer), rateOf(samples, 'raw')];
    return rate === undefined || raw === undefined ? [] : [rate / raw];
  });
  return ratios.length === 0 ? null : spread(ratios);
}
