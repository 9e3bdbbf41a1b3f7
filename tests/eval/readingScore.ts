import { readingsOf } from '../../src/names/readings.js';
import type { Format } from '../bench/table.js';
import { fold } from './fold.js';
import type { ReadingSet } from './sets/readings.js';

/** How often the true reading is proposed first, or at all, and among how many. */
export function readingReport(sets: readonly ReadingSet[], format: Format): string {
  const rows = sets.map(({ name, names }) => {
    const start = performance.now();
    const read = names.map(({ text, kana }) => ({ kana: fold(kana), proposals: readingsOf(text).map((reading) => fold(reading.kana)) }));
    const seconds = (performance.now() - start) / 1000;
    const share = (count: number) => ((100 * count) / names.length).toFixed(1);
    return [
      name,
      String(names.length),
      share(read.filter(({ kana, proposals }) => proposals[0] === kana).length),
      share(read.filter(({ kana, proposals }) => proposals.includes(kana)).length),
      (read.reduce((sum, { proposals }) => sum + proposals.length, 0) / names.length).toFixed(1),
      (names.length / seconds).toFixed(0),
    ];
  });
  return `Readings of people's names in kanji\n\n${format(['names', 'how many', 'right first', 'among all', 'proposals a name', 'names/s'], rows)}`;
}
