import type { Driver } from 'neo4j-driver';
import { z } from 'zod';
import { connect } from '../../src/neo4j/connect.js';
import { agreement } from './agreement.js';
import type { Arguments } from './arguments.js';
import type { Closing } from './closing.js';
import { benchDatabase } from './database.js';
import { firstTime } from './firstTime.js';
import { foundWorld } from './foundWorld.js';
import { generatedWorld } from './generatedWorld.js';
import type { Size } from './graph.js';
import { type Grown, type Growth, growth } from './growth.js';
import { machineWith } from './machine.js';
import { manyDocuments } from './manyDocuments.js';
import { type Course, measure, warmUp } from './measure.js';
import { operations } from './operations.js';
import { type Peer, type PeerName, startPeer } from './peer.js';
import type { Address } from './peers/serve.js';
import type { Result } from './result.js';
import { runningProcess } from './runningProcess.js';
import { mixName, mixOf, type Workload, workloadOf } from './workload.js';
import type { World } from './world.js';

type Report = (line: string) => void;

/** A database with what may be asked of it. */
interface Graph {
  readonly address: Address;
  readonly pid: number | undefined;
  readonly world: World;
  readonly version: string;
}

/** One whole run. Whatever it starts is given to `closing`. */
export async function bench(given: Arguments, closing: Closing, report: Report): Promise<Result> {
  const graph = given.database === undefined ? await ownGraph(given.size, closing, report) : await givenGraph(given.database);
  const peers = await startPeers(given.peers, graph, closing);
  const course = courseOf(given, graph, peers, report);
  report('Asking all the same.');
  report(`All agree on ${await agreement(peers, operations, graph.world)} questions.`);
  await warmUp(course);
  const cells = await measure(course);
  report('Asking documents never seen before.');
  const firstTimes = await firstTime(peers, graph.world);
  const many = await manyDocumentsOf(course, given.documents);
  const grown = given.size === 'L' && given.database === undefined ? await growthOf(course, closing) : [];
  return {
    date: new Date().toISOString(),
    machine: await machineWith(graph.version),
    arguments: { ...given, compare: null, database: given.database === undefined ? null : 'given' },
    cells: [...cells],
    firstTime: [...firstTimes],
    manyDocuments: many,
    growth: [...grown],
    memory: { node: await Promise.all(peers.map(memoryOf)), java: await course.java.peak() },
  };
}

/** What Node tells of itself holds what its parent had when it was forked; the system knows better. */
async function memoryOf({ name, pid, usage }: Peer): Promise<Result['memory']['node'][number]> {
  return { peer: name, peak: (await runningProcess(pid).peak()) ?? (await usage()).peak };
}

async function ownGraph(size: Size, closing: Closing, report: Report): Promise<Graph> {
  const database = await benchDatabase(size, report);
  await closing.add(database.stop);
  const { uri, user, password, database: name, pid } = database;
  const address = { uri, user, password, database: name };
  return { address, pid, world: generatedWorld(size), version: await withDriver(address, versionOf) };
}

const givenModel = z.object({ uri: z.string(), user: z.string(), password: z.string(), database: z.string(), pid: z.number().optional() });

async function givenGraph(text: string): Promise<Graph> {
  const { pid, ...address } = givenModel.parse(JSON.parse(text));
  return withDriver(address, async (driver) => ({
    address,
    pid,
    world: await foundWorld(driver, address.database),
    version: await versionOf(driver),
  }));
}

/** What was planned in an earlier run would not be new. */
async function versionOf(driver: Driver): Promise<string> {
  await driver.executeQuery('CALL db.clearQueryCaches()');
  const { records } = await driver.executeQuery('CALL dbms.components() YIELD versions RETURN versions[0] AS version');
  return z.string().parse(records[0]?.get('version'));
}

export async function withDriver<Value>(address: Address, use: (driver: Driver) => Promise<Value>): Promise<Value> {
  const driver = await connect(address);
  return use(driver).finally(() => driver.close());
}

async function startPeers(names: readonly PeerName[], { address }: Graph, closing: Closing): Promise<readonly Peer[]> {
  const peers: Peer[] = [];
  for (const name of names) {
    const peer = await startPeer(name, address);
    await closing.add(peer.stop);
    peers.push(peer);
  }
  return peers;
}

function courseOf(given: Arguments, { world, pid }: Graph, peers: readonly Peer[], report: Report): Course {
  const workloads = [...operations.map(workloadOf), mixOf(operations.filter(({ name }) => name !== 'Q9'))].filter(({ name }) =>
    given.only.includes(name),
  );
  return { ...given, peers, workloads, world, java: runningProcess(pid), report };
}

async function manyDocumentsOf({ peers, world, workloads, report }: Course, documents: number): Promise<Result['manyDocuments']> {
  const peer = peers.find(({ name }) => name === 'musubi');
  const workload = workloads.find(({ name }) => name !== mixName);
  if (!peer || !workload || documents === 0) return null;
  report(`Asking ${documents} different documents in a row.`);
  return manyDocuments(peer, workload, world, documents);
}

async function growthOf({ peers, workloads, world, report }: Course, closing: Closing): Promise<readonly Growth[]> {
  report('Starting the small graph, to see what the large one costs.');
  const compared = peers.filter(({ name }) => name === 'raw' || name === 'musubi');
  const graph = await ownGraph('S', closing, report);
  const small = {
    world: graph.world,
    peers: await startPeers(
      compared.map(({ name }) => name),
      graph,
      closing,
    ),
  };
  await agreement(small.peers, operations, small.world);
  return growth(small, { world, peers: compared } satisfies Grown, workloads.filter(isOperation));
}

const isOperation = ({ name }: Workload) => name !== mixName;
