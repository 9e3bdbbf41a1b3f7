import { grown } from './grown.js';
import { factorIn, type Statements, weightIn } from './statements.js';

/** The statements of things one after the other, as they are read. */
export class Collected {
  things = 0;
  count = 0;
  readonly factors: number;
  private factorOf = new Uint16Array(1024);
  private weightOf = new Uint8Array(1024);
  private ends = new Uint32Array(1024);

  constructor(factors: number) {
    this.factors = factors;
  }

  /** The next thing. */
  add(statements: Statements): void {
    if (this.count + statements.length > this.factorOf.length) this.growStatements(this.count + statements.length);
    for (const statement of statements) {
      this.factorOf[this.count] = factorIn(statement);
      this.weightOf[this.count] = weightIn(statement);
      this.count += 1;
    }
    if (this.things === this.ends.length) this.ends = grown(this.ends, new Uint32Array(this.things * 2));
    this.ends[this.things] = this.count;
    this.things += 1;
  }

  /** Calls for each statement, the first thing's first. */
  each(use: (thing: number, factor: number, weight: number) => void): void {
    let at = 0;
    for (let thing = 0; thing < this.things; thing += 1)
      for (const end = this.ends[thing] ?? 0; at < end; at += 1) use(thing, this.factorOf[at] ?? 0, this.weightOf[at] ?? 0);
  }

  private growStatements(least: number): void {
    const length = Math.max(least, this.factorOf.length * 2);
    this.factorOf = grown(this.factorOf, new Uint16Array(length));
    this.weightOf = grown(this.weightOf, new Uint8Array(length));
  }
}
