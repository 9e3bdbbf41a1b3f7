import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import { type Compiled, compile } from './compile.js';
import { decode, type Loaded, type Raw } from './decode.js';
import { Unavailable } from './errors.js';
import type { FindBy } from './find.js';
import type { Run } from './run.js';
import type { Use } from './use.js';

/** A statement that is ready to be asked for keys. */
export interface Prepared extends Compiled {
  /** The record with this key, with all that the statement reads along; null where there is none. */
  readonly load: (key: string) => Promise<Loaded | null>;
}

/**
 * Requests in flight that need the same statement with the same parameters share it: their keys go out as one list.
 * There is one loader a statement for the whole process; it keeps no answers, so nothing is ever stale.
 */
export class Statements {
  private readonly prepared = new LRUCache<string, Prepared>({ max: 5_000 });
  private readonly run: Run;

  constructor(run: Run) {
    this.run = run;
  }

  /** The statement for these uses; the same object for the same uses, whichever document they came from. */
  prepare(type: string, findBy: FindBy, uses: readonly Use[]): Prepared {
    const name = JSON.stringify([type, findBy, uses]);
    const prepared = this.prepared.get(name) ?? this.compile(type, findBy, uses);
    this.prepared.set(name, prepared);
    return prepared;
  }

  private compile(type: string, findBy: FindBy, uses: readonly Use[]): Prepared {
    const compiled = compile(type, findBy, uses);
    return { ...compiled, load: this.open(compiled) };
  }

  private open(compiled: Compiled): Prepared['load'] {
    const loader = new DataLoader<string, Loaded | null>((keys) => this.answer(compiled, keys), {
      cache: false,
      batchScheduleFn: setImmediate,
      maxBatchSize: 100,
    });
    return (key) => loader.load(key);
  }

  /** One request's fault is never another's: where a shared statement fails, each key is asked for alone. */
  private async answer(compiled: Compiled, keys: readonly string[]): Promise<(Loaded | null | Error)[]> {
    try {
      const found = await this.send(compiled, [...new Set(keys)]);
      return keys.map((key) => found.get(key) ?? null);
    } catch (error) {
      const fault = error instanceof Error ? error : new Error(String(error));
      if (keys.length === 1 || fault instanceof Unavailable) return keys.map(() => fault);
      const alone = await Promise.all(keys.map((key) => this.answer(compiled, [key])));
      return alone.flat();
    }
  }

  private async send({ type, uses, text, parameters }: Compiled, keys: readonly string[]): Promise<Map<string, Loaded>> {
    const rows = await this.run(text, { ...parameters, keys });
    return new Map(rows.map(({ key, record }): [string, Loaded] => [String(key), decode(type, uses, record as Raw)]));
  }
}
