import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import type { Operation, Variables } from './operation.js';
import { type Address, type Usage, usageModel } from './peers/serve.js';

export const peerNames = ['raw', 'rawCoalesced', 'neo4jGraphql', 'dataLoader', 'musubi'] as const;
export type PeerName = (typeof peerNames)[number];

/** How each is called in the tables. */
export const peerTitles: Readonly<Record<PeerName, string>> = {
  raw: 'raw',
  rawCoalesced: 'raw, coalesced',
  neo4jGraphql: '@neo4j/graphql',
  dataLoader: 'DataLoader',
  musubi: 'musubi',
};

/** One way to answer, running in a process of its own. */
export interface Peer {
  readonly name: PeerName;
  readonly origin: string;
  readonly pid: number;
  readonly usage: () => Promise<Usage>;
  readonly stop: () => Promise<void>;
}

export interface Request {
  readonly path: string;
  readonly body: string;
}

/** An operation as this peer wants it sent. */
export function requestOf(peer: PeerName, operation: Operation, variables: Variables): Request {
  if (peer === 'raw' || peer === 'rawCoalesced') return { path: `/${operation.name}`, body: JSON.stringify(variables) };
  if (peer !== 'neo4jGraphql') return graphql(operation.document, variables);
  const { document, variables: translated } = operation.neo4jGraphql;
  return graphql(document, translated ? translated(variables) : variables);
}

function graphql(query: string, variables: Variables): Request {
  return { path: '/graphql', body: JSON.stringify({ query, variables }) };
}

const portModel = z.object({ port: z.number() });

/** What `npm start` gives Node. */
const flagsOfStart = ['--heap-growing-percent=30'];

/** Starts a peer on a database and waits until it listens. */
export async function startPeer(name: PeerName, address: Address): Promise<Peer> {
  const child = fork(new URL(`./peers/${name}.ts`, import.meta.url), [JSON.stringify(address)], {
    execArgv: [...(name === 'musubi' ? flagsOfStart : []), '--import', 'tsx'],
    // What it logs is made and thrown away; what goes wrong is shown.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: environmentOf(name),
  });
  const { port } = portModel.parse(await answerOf(name, child));
  return {
    name,
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    usage: async () => {
      child.send('usage');
      return usageModel.parse(await answerOf(name, child));
    },
    stop: () => stop(child),
  };
}

/** As each is run by those who use it: Node's web servers in production, ours as `npm start` does. */
function environmentOf(name: PeerName): NodeJS.ProcessEnv {
  return name === 'musubi' ? process.env : { ...process.env, NODE_ENV: 'production' };
}

async function answerOf(name: PeerName, child: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  const exit = once(child, 'exit', ended).then(([code]) => {
    throw new Error(`The peer ${name} has ended by itself (${code}). What it said is above.`);
  });
  const [message] = await Promise.race([once(child, 'message', ended), exit]);
  exit.catch(() => undefined);
  ended.abort();
  return message;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.disconnect();
  await exit;
}
