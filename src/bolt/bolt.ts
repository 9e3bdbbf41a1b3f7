import { Connection, type Peer, type Rows } from './connection.js';
import { noneFree } from './failures.js';
import { statement } from './messages.js';

export interface BoltOptions {
  /** bolt://host:port */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** At most. */
  readonly connections?: number;
  /** How long to connect, to wait for a free connection, and to bear silence, in milliseconds. */
  readonly patience?: number;
}

export interface RunOptions {
  /** Milliseconds after which the database ends the statement. */
  readonly timeout: number;
  readonly signal?: AbortSignal | undefined;
}

/** Reading statements over connections of our own: a fraction of the driver's cost, for plain values only. */
export interface Bolt {
  /**
   * Rows as lists of their columns' values. It fails with the driver's Neo4jError, with the signal's reason,
   * or with NotForBolt for what is to be asked by the driver.
   */
  readonly run: (text: string, parameters: Readonly<Record<string, unknown>>, options: RunOptions) => Promise<Rows>;
  /** Ends once the statements that run or wait have ended. */
  readonly close: () => Promise<void>;
}

/** Undefined for addresses that it is not made for: neo4j://, bolt+s:// and the like are left to the driver. */
export function openBolt(options: BoltOptions): Bolt | undefined {
  const { protocol, hostname, port } = URL.canParse(options.uri) ? new URL(options.uri) : new URL('none:');
  if (protocol !== 'bolt:') return undefined;
  const { user, password, database, connections = 32, patience = 5_000 } = options;
  const peer = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 7687), user, password, patience };
  return new Pool(peer, database, connections);
}

interface Waiting {
  readonly resolve: (connection: Connection) => void;
  readonly reject: (reason: unknown) => void;
}

class Pool implements Bolt {
  private readonly peer: Peer;
  private readonly database: string;
  private readonly most: number;
  private readonly connections = new Set<Connection>();
  private readonly opening = new Set<Connection>();
  /** The last is the most recently used. */
  private readonly idle: Connection[] = [];
  private readonly line = new Set<Waiting>();
  private isClosed = false;

  constructor(peer: Peer, database: string, most: number) {
    this.peer = peer;
    this.database = database;
    this.most = most;
  }

  async run(text: string, parameters: Readonly<Record<string, unknown>>, { timeout, signal }: RunOptions): Promise<Rows> {
    if (this.isClosed) throw new Error('Statements must be sent before the connections are closed. Open them anew.');
    signal?.throwIfAborted();
    const request = statement(text, parameters, this.database, timeout);
    const connection = this.idle.pop() ?? (await this.wait(signal));
    const rows = connection.run(request, timeout);
    return signal ? interruptible(rows, signal, (reason) => connection.interrupt(request, reason)) : rows;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    for (const connection of this.idle.splice(0)) connection.leave();
    while (this.connections.size > 0) await Promise.all([...this.connections].map((connection) => connection.closed()));
  }

  private wait(signal: AbortSignal | undefined): Promise<Connection> {
    return new Promise<Connection>((resolve, reject) => {
      const settledBy =
        <Outcome>(settle: (outcome: Outcome) => void) =>
        (outcome: Outcome) => {
          this.line.delete(waiting);
          clearTimeout(timer);
          signal?.removeEventListener('abort', onAbort);
          settle(outcome);
        };
      const waiting: Waiting = { resolve: settledBy(resolve), reject: settledBy(reject) };
      const onAbort = () => waiting.reject(signal?.reason);
      const timer = setTimeout(() => waiting.reject(noneFree(this.peer.patience)), this.peer.patience);
      signal?.addEventListener('abort', onAbort);
      this.line.add(waiting);
      this.grow();
    });
  }

  /** One connection is opened for each who waits, as far as allowed. */
  private grow(): void {
    while (this.opening.size < this.line.size && this.connections.size < this.most) {
      const connection = new Connection(this.peer, this);
      this.connections.add(connection);
      this.opening.add(connection);
    }
  }

  onFree(connection: Connection): void {
    this.opening.delete(connection);
    const [first] = this.line;
    if (first) first.resolve(connection);
    else if (this.isClosed) connection.leave();
    else this.idle.push(connection);
  }

  onClosed(connection: Connection, reason: Error): void {
    this.connections.delete(connection);
    const at = this.idle.indexOf(connection);
    if (at >= 0) this.idle.splice(at, 1);
    const [first] = this.line;
    if (this.opening.delete(connection)) first?.reject(reason);
    this.grow();
  }
}

async function interruptible(rows: Promise<Rows>, signal: AbortSignal, interrupt: (reason: unknown) => void): Promise<Rows> {
  const onAbort = () => interrupt(signal.reason);
  signal.addEventListener('abort', onAbort);
  if (signal.aborted) onAbort();
  try {
    return await rows;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
