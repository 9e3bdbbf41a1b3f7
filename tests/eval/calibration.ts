import type { Outcome } from './run.js';
import { isRightFirst } from './score.js';

/** First candidates of about the same confidence: how sure the server is of them on average, and how many are right. */
export interface Bin {
  readonly count: number;
  readonly confidence: number;
  readonly right: number;
}

const bins = 10;

/** The first candidates by tenths of confidence. */
export function calibrationOf(outcomes: readonly Outcome[]): readonly Bin[] {
  const answered = outcomes.flatMap((outcome) => {
    const [first] = outcome.resolution.candidates;
    return first ? [{ confidence: first.confidence, right: isRightFirst(outcome) ? 1 : 0 }] : [];
  });
  return Array.from({ length: bins }, (_, bin) => {
    const inside = answered.filter(({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === bin);
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    return { count: inside.length, confidence: mean(inside.map(({ confidence }) => confidence)), right: mean(inside.map(({ right }) => right)) };
  });
}

/** The expected calibration error: how far confidence and share right are apart, on average over all first candidates; null of none. */
export function calibrationError(all: readonly Bin[]): number | null {
  const count = all.reduce((sum, bin) => sum + bin.count, 0);
  return count === 0 ? null : all.reduce((sum, bin) => sum + bin.count * Math.abs(bin.confidence - bin.right), 0) / count;
}
