import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import { BatchSize } from './batchSize.js';
import { type Caller, patient, untilAllGone } from './caller.js';
import { askOf, type Compiled, compile } from './compile.js';
import { cells, decoderOfUse, type Loaded, readAlong } from './decode.js';
import { GivenUp, Unavailable } from './errors.js';
import type { Run } from './run.js';
import { Turns } from './turns.js';
import { nameOf, shapeOf, type Use } from './use.js';

/** A statement that is ready to be asked. */
export interface Prepared {
  readonly text: string;
  /** What was found, as the record that every question starts from. The uses have the shape that the statement was made of. */
  readonly load: (uses: readonly Use[], caller?: Caller) => Promise<Loaded>;
}

interface Asked {
  readonly ask: readonly unknown[];
  readonly caller: Caller;
}

/** The values of each use, in their order; undefined where the statement gives no row: nothing was found. */
type Answer = readonly unknown[] | undefined;

/**
 * Requests in flight that need the same statement share it: what they ask goes out as one list. There is one loader a
 * statement for the whole process; it keeps no answers, so nothing is ever stale.
 */
export class Statements {
  private readonly prepared = new LRUCache<string, Prepared>({ max: 2_000 });
  private readonly run: Run;

  constructor(run: Run) {
    this.run = run;
  }

  /** The statement for uses of this shape; the same for all of them, whichever document they came from. */
  prepare(uses: readonly Use[]): Prepared {
    const shape = shapeOf(uses);
    const prepared = this.prepared.get(shape) ?? open(this.run, uses);
    this.prepared.set(shape, prepared);
    return prepared;
  }

  load(uses: readonly Use[], caller: Caller): Promise<Loaded> {
    return this.prepare(uses).load(uses, caller);
  }
}

function open(run: Run, uses: readonly Use[]): Prepared {
  const compiled = compile(uses);
  const shared = new Shared(run, compiled, uses);
  const load = async (asking: readonly Use[], caller = patient): Promise<Loaded> => {
    const answer = await shared.load({ ask: askOf(asking), caller });
    const names = new Map(asking.map((use, index) => [nameOf(use), index]));
    return { __typename: 'Query', [readAlong]: names, [cells]: answer ?? asking.map(() => null) };
  };
  return { text: compiled.text, load };
}

/** One statement, and those who wait for it. */
class Shared {
  private readonly run: Run;
  private readonly compiled: Compiled;
  private readonly decoders: readonly ((value: unknown) => unknown)[];
  private readonly turns = new Turns();
  private readonly size = new BatchSize();
  private readonly loader: DataLoader<Asked, Answer>;

  constructor(run: Run, compiled: Compiled, uses: readonly Use[]) {
    this.run = run;
    this.compiled = compiled;
    this.decoders = uses.map((use) => decoderOfUse('Query', use));
    this.loader = new DataLoader((asked) => this.answerInTurn(asked), {
      cache: false,
      batchScheduleFn: (go) => this.turns.wait(go),
      maxBatchSize: 100,
    });
  }

  load(asked: Asked): Promise<Answer> {
    return this.loader.load(asked);
  }

  private async answerInTurn(asked: readonly Asked[]): Promise<(Answer | Error)[]> {
    const parts = this.size.divide(asked);
    const answers = await Promise.all(parts.map((part) => this.answer(part)));
    this.turns.done();
    const byAsked = new Map(parts.flatMap((part, index) => part.map((each, place) => [each, answers[index]?.[place]])));
    return asked.map((each) => byAsked.get(each));
  }

  /** One request's fault is never another's: where a shared statement fails, each is asked for alone. */
  private async answer(asked: readonly Asked[]): Promise<(Answer | Error)[]> {
    const waiting = asked.filter(({ caller }) => !caller.gone);
    if (waiting.length === 0) return asked.map(() => new GivenUp());
    try {
      const found = await this.send(waiting);
      return asked.map(({ ask }) => found(ask));
    } catch (error) {
      const fault = error instanceof Error ? error : new Error(String(error));
      if (asked.length === 1 || fault instanceof Unavailable || waiting.every(({ caller }) => caller.gone)) return asked.map(() => fault);
      const alone = await Promise.all(asked.map((each) => this.answer([each])));
      return alone.flat();
    }
  }

  private async send(asked: readonly Asked[]): Promise<(ask: readonly unknown[]) => Answer> {
    const places = new Map(asked.map(({ ask }) => [JSON.stringify(ask), ask]));
    const asks = [...places.values()].map((ask, index) => [index, ...ask]);
    const start = performance.now();
    const rows = await this.run(this.compiled.text, { ...this.compiled.parameters, asks }, untilAllGone(asked.map(({ caller }) => caller)));
    this.size.note(asked, performance.now() - start);
    const answers = new Map(rows.map(([index, answer]) => [Number(index), this.decode(answer as unknown[])]));
    const found = new Map([...places.keys()].map((key, index) => [key, answers.get(index)]));
    return (ask) => found.get(JSON.stringify(ask));
  }

  private decode(answer: unknown[]): readonly unknown[] {
    return this.decoders.map((decode, index) => decode(answer[index]));
  }
}
