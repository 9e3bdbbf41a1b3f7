import type { Counts } from './counts.js';
import type { Report } from './report.js';
import type { Reached } from './source.js';

/** What takes long says now and then how far it is. */
export class Pace {
  private readonly start = Date.now();
  private told = this.start;

  /** The seconds since it began, if it is time to say something. */
  due(): number | null {
    const now = Date.now();
    if (now - this.told < 5000) return null;
    this.told = now;
    return (now - this.start) / 1000;
  }
}

/** Says how far a load is. */
export class Progress {
  private readonly source: string;
  private readonly report: Report | undefined;
  private readonly pace = new Pace();
  /** Records, as far as an earlier load tells. */
  expected: number | null = null;
  private reached: number | null = null;

  constructor(source: string, report: Report | undefined) {
    this.source = source;
    this.report = report;
  }

  /** How much of the input is read, from 0 to 1. */
  readonly reach: Reached = (share) => {
    this.reached = share;
  };

  tell({ read, statements }: Pick<Counts, 'read' | 'statements'>): void {
    const seconds = this.pace.due();
    if (seconds === null) return;
    const share = this.expected ? Math.min(1, read / this.expected) : this.reached;
    const rate = `${Math.round(statements / seconds).toLocaleString('en')} statements a second, ${Math.round(seconds)} s`;
    const records = `${read.toLocaleString('en')}${this.expected ? ` of ${this.expected.toLocaleString('en')}` : ''} records read`;
    if (!share) this.report?.(`${this.source}: ${records}, ${rate}.`);
    else this.report?.(`${this.source}: ${bar(share)} ${records}, ${rate}, ${Math.ceil((seconds / share) * (1 - share))} s left.`);
  }
}

const cells = 20;

/** `████████░░░░░░░░░░░░ 41 %` */
function bar(share: number): string {
  const full = Math.floor(share * cells);
  return `${'█'.repeat(full)}${'░'.repeat(cells - full)} ${Math.floor(share * 100)} %`;
}
