import type { Counts } from './counts.js';
import type { Report } from './report.js';

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

  constructor(source: string, report: Report | undefined) {
    this.source = source;
    this.report = report;
  }

  tell({ read, statements }: Pick<Counts, 'read' | 'statements'>): void {
    const seconds = this.pace.due();
    if (seconds === null) return;
    const share = this.expected ? Math.min(1, read / this.expected) : null;
    const of = share === null ? '' : ` of ${this.expected?.toLocaleString('en')}`;
    const left = share === null ? '' : `, ${Math.ceil((seconds / share) * (1 - share))} s left`;
    this.report?.(
      `${this.source}: ${read.toLocaleString('en')}${of} records read, ${Math.round(statements / seconds).toLocaleString('en')} statements a second, ${Math.round(seconds)} s${left}.`,
    );
  }
}
