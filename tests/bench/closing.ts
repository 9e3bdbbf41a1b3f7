/** What was started, ended in the reverse order: at the end, after an error, or on Ctrl-C. */
export class Closing {
  private readonly steps: (() => Promise<unknown>)[] = [];
  private ending: Promise<void> | undefined;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void this.end().then(() => process.exit(130)));
  }

  /** Something that is started after the end has begun is ended at once. */
  async add(end: () => Promise<unknown>): Promise<void> {
    if (this.ending) await end();
    else this.steps.unshift(end);
  }

  end(): Promise<void> {
    this.ending ??= this.endAll();
    return this.ending;
  }

  private async endAll(): Promise<void> {
    for (const step of this.steps) await step();
  }
}
