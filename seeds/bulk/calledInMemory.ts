import { aboutKey } from '../recordStore.js';
import { IdTable } from './idTable.js';

/** What sources call the things of a graph that is not written yet: all that has to be known of the things while they are put together. */
export class CalledInMemory {
  private readonly things = new IdTable();
  /** Records of which it is not known what they tell of, by what they call it. */
  readonly asked = new Map<string, string[]>();

  add(about: string, thing: string): void {
    this.things.add(about, thing);
  }

  ask(about: string, record: string): void {
    this.asked.set(about, [...(this.asked.get(about) ?? []), record]);
  }

  get(about: string): string | undefined {
    return this.things.get(about);
  }

  thingCalled(refs: string, ref: string): string | undefined {
    return this.get(aboutKey(refs, ref));
  }
}
