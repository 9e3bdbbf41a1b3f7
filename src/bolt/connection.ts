import { connect, type Socket } from 'node:net';
import { broken, refusal } from './failures.js';
import { Inbox } from './inbox.js';
import { answers, goodbye, greeting, logOn, reset } from './messages.js';
import { Unpacker } from './unpacker.js';

export type Rows = readonly (readonly unknown[])[];

export interface Peer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** How long it may be silent when it owes an answer, in milliseconds; a statement's own time comes on top. */
  readonly patience: number;
}

export interface Watcher {
  /** The connection can take a statement. */
  readonly onFree: (connection: Connection) => void;
  /** The connection is no more, for this reason. */
  readonly onClosed: (connection: Connection, reason: Error) => void;
}

interface Statement {
  readonly request: Buffer;
  readonly rows: (readonly unknown[])[];
  readonly resolve: (rows: Rows) => void;
  readonly reject: (reason: unknown) => void;
}

/** One socket, and on it one statement at a time. */
export class Connection {
  private readonly inbox = new Inbox();
  private readonly unpacker = new Unpacker();
  private readonly peer: Peer;
  private readonly watcher: Watcher;
  private readonly socket: Socket;
  private isGreeted = false;
  private isOpen = false;
  private isReset = false;
  /** How many messages the database has yet to answer. */
  private owed = 0;
  /** What its caller still waits for. */
  private statement: Statement | undefined;
  /** Why it takes no more. */
  private end: unknown;

  constructor(peer: Peer, watcher: Watcher) {
    this.peer = peer;
    this.watcher = watcher;
    const { host, port, patience } = peer;
    const onread = { buffer: () => this.inbox.free(), callback: (length: number) => this.receive(length) };
    this.socket = connect({ host, port, noDelay: true, keepAlive: true, onread });
    this.socket.setTimeout(patience);
    this.socket.on('error', (cause) => this.close(cause));
    this.socket.on('timeout', () => this.onSilence());
    this.socket.on('close', () => this.onClose());
    this.socket.write(greeting);
  }

  /** Only when free. The request is made by `statement`. */
  run(request: Buffer, timeout: number): Promise<Rows> {
    return new Promise((resolve, reject) => {
      if (this.end) return reject(this.failure(this.end));
      this.socket.setTimeout(timeout + this.peer.patience);
      this.ask({ request, rows: [], resolve, reject });
    });
  }

  /** Answers who waits for this request, if that has not happened, and has the database drop what it still does or has to say. */
  interrupt(request: Buffer, reason: unknown): void {
    if (this.statement?.request !== request) return;
    this.settled()?.reject(reason);
    this.isReset = true;
    this.owed += 1;
    this.socket.write(reset);
  }

  /** Only when free. */
  leave(): void {
    this.end = 'it was closed on this side';
    this.socket.write(goodbye);
    this.socket.destroySoon();
  }

  closed(): Promise<void> {
    return new Promise((resolve) => this.socket.once('close', () => resolve()));
  }

  /** Every request is two messages: HELLO and LOGON, or RUN and PULL. */
  private ask(statement: Statement): void {
    this.statement = statement;
    this.owed = 2;
    this.isReset = false;
    this.socket.write(statement.request);
  }

  private receive(length: number): boolean {
    this.inbox.received(length);
    if (!this.isGreeted) this.greet(this.inbox.take(4));
    for (let at = this.nextAnswer(); at !== undefined; at = this.nextAnswer()) this.onAnswer(at);
    return true;
  }

  private greet(version: Buffer | undefined): void {
    if (!version) return;
    if (version[3] === 5) this.logOn();
    else this.close('what answers there does not speak Bolt 5.1 to 5.6');
  }

  private logOn(): void {
    this.isGreeted = true;
    const resolve = () => {
      this.isOpen = true;
    };
    this.ask({ request: logOn(this.peer.user, this.peer.password), rows: [], resolve, reject: (reason) => this.close(reason) });
  }

  private nextAnswer(): number | undefined {
    return this.isGreeted && !this.end ? this.inbox.next() : undefined;
  }

  private onAnswer(at: number): void {
    const { bytes } = this.inbox;
    const tag = bytes[at + 1];
    if (this.statement) this.read(this.statement, tag, bytes, at + 2);
    if (tag !== answers.record) this.onSummary(tag);
  }

  /** What can't be read fails the statement, not the connection: where the next message begins is known all the same. */
  private read({ request, rows }: Statement, tag: number | undefined, bytes: Buffer, at: number): void {
    try {
      if (tag === answers.record) rows.push(this.unpacker.listIn(bytes, at));
      else if (tag === answers.failure) this.interrupt(request, refusal(this.unpacker.valueIn(bytes, at)));
    } catch (reason) {
      this.interrupt(request, reason);
    }
  }

  private onSummary(tag: number | undefined): void {
    this.owed -= 1;
    if (this.owed > 0) return;
    if (this.isReset && tag !== answers.success) this.close('it could not be reset');
    else this.onFree();
  }

  private onFree(): void {
    const statement = this.settled();
    statement?.resolve(statement.rows);
    this.watcher.onFree(this);
  }

  private settled(): Statement | undefined {
    const { statement } = this;
    this.statement = undefined;
    return statement;
  }

  private onSilence(): void {
    if (this.owed > 0 || !this.isOpen) this.close(`it was silent for ${this.socket.timeout} ms`);
  }

  private close(reason: unknown): void {
    this.end ??= reason;
    this.socket.destroy();
  }

  private onClose(): void {
    this.close('it was closed on the other side');
    const failure = this.failure(this.end);
    this.settled()?.reject(failure);
    this.watcher.onClosed(this, failure);
  }

  private failure(reason: unknown): Error {
    const { host, port } = this.peer;
    return broken(`${host}:${port}`, reason, this.isOpen);
  }
}
