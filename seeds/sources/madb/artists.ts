import { fold } from '../../../src/names/fold.js';
import type { Reading } from '../../source.js';
import { distinct, named } from './values.js';

/** Tells of people who are only named, each once. */
export class Artists {
  private readonly told = new Set<string>();

  /** What the records call the one of this name. */
  refOf(name: string): string {
    return `artist/${fold(name).slice(0, 250)}`;
  }

  /** Records of those that were not told of before. */
  *tell(names: readonly string[], place: string, readings: readonly string[] = []): Generator<Reading> {
    for (const name of names) {
      const ref = this.refOf(name);
      if (this.told.has(ref)) continue;
      this.told.add(ref);
      yield {
        place,
        told: {
          type: 'Artist',
          record: ref,
          ref,
          names: distinct([named(name, 'OFFICIAL'), ...readings.map((text) => named(text, 'READING', 'ja'))]),
          ids: [],
          facts: [],
          fields: {},
          link: 'BY_NAME',
        },
      };
    }
  }
}
