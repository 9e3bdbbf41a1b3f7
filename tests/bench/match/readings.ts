import type { Lexicon } from '../../../src/matching/reading/lexicon.js';
import { read } from '../../../src/matching/reading/read.js';
import { median } from '../statistics.js';

const repetitions = 5;
const seconds = 2;

/** Pages read in a second on one core, in this process. */
export function readingRate(pages: readonly string[], lexicon: Lexicon): number {
  rateOf(pages, lexicon);
  return median(Array.from({ length: repetitions }, () => rateOf(pages, lexicon)));
}

function rateOf(pages: readonly string[], lexicon: Lexicon): number {
  const start = performance.now();
  let count = 0;
  for (; performance.now() - start < seconds * 1000; count += pages.length) for (const page of pages) read(page.normalize('NFKC'), lexicon);
  return (count * 1000) / (performance.now() - start);
}
