import type { Variables } from '../operation.js';

/** Dates are text such as 2022-10-12: years are a range of texts. */
export function yearParameters({ from, to }: Variables): Variables {
  return { start: String(from), end: String(Number(to) + 1) };
}
