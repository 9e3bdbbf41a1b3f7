/**
 * Whose turn it is. As long as few batches of a statement are under way, a new one goes out at once; while they are, what
 * comes in gathers into the next. So batches grow with the load by themselves, and cost nothing where there is none. One
 * that takes long doesn't hold the others up for long.
 */
export class Turns {
  private underWay = 0;
  private readonly waiting: (() => void)[] = [];

  /** Calls `go` when it is its turn, not before this tick of the event loop is over. */
  wait(go: () => void): void {
    if (this.underWay < atOnce) {
      this.underWay += 1;
      setImmediate(go);
      return;
    }
    this.waiting.push(go);
    setTimeout(() => this.letIn(go), patience).unref();
  }

  done(): void {
    this.underWay -= 1;
    const next = this.waiting.shift();
    if (next) this.start(next);
  }

  private letIn(go: () => void): void {
    const index = this.waiting.indexOf(go);
    if (index < 0) return;
    this.waiting.splice(index, 1);
    this.start(go);
  }

  private start(go: () => void): void {
    this.underWay += 1;
    go();
  }
}

const atOnce = 2;
/** ms */
const patience = 10;
