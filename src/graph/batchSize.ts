import type { Caller } from './caller.js';

/**
 * How many callers may share one run of a statement: as many as it answers in about `fair` ms, so that one who asks for little
 * never waits long for those who ask for much.
 */
export class BatchSize {
  private perCaller: number | undefined;

  private get most(): number {
    return this.perCaller ? Math.max(1, Math.round(fair / this.perCaller)) : cautious;
  }

  /** What one caller asks stays together. */
  divide<Asked extends { readonly caller: Caller }>(asked: readonly Asked[]): readonly (readonly Asked[])[] {
    const callers = new Map<Caller, Asked[]>();
    for (const each of asked) callers.set(each.caller, [...(callers.get(each.caller) ?? []), each]);
    const groups = [...callers.values()];
    const { most } = this;
    return Array.from({ length: Math.ceil(groups.length / most) }, (_, index) => groups.slice(index * most, (index + 1) * most).flat());
  }

  /** Notes that these were answered in so many ms. The first time tells nothing: the database had to plan. */
  note(asked: readonly { readonly caller: Caller }[], took: number): void {
    const each = took / new Set(asked.map(({ caller }) => caller)).size;
    this.perCaller = this.perCaller === undefined ? 0 : this.perCaller * 0.8 + each * 0.2;
  }
}

/** ms */
const fair = 8;
const cautious = 16;
