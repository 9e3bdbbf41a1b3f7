import { evenly, randomOf } from '../../bench/random.js';
import { quantile } from '../../bench/statistics.js';
import type { Outcome } from './outcome.js';

/** A mean over questions, with the interval that 95 of 100 resamples of the questions fall into. */
export interface Measured {
  readonly mean: number;
  readonly least: number;
  readonly most: number;
}

/** How much of what should come back is among the first ten; of more than ten, ten are enough. */
export const recallAtTen = ({ ranks, truths }: Outcome) => ranks.filter((rank) => rank <= 10).length / Math.min(10, truths);

/** One over the rank of the first that should come back; 0 where none does. */
export const reciprocalRank = ({ ranks }: Outcome) => 1 / Math.min(...ranks);

const resamples = 1000;

export function measured(values: readonly number[]): Measured {
  const draws = values.length;
  const means = Array.from({ length: resamples }, (_, resample) => {
    const random = randomOf('bootstrap', resample);
    let sum = 0;
    for (let draw = 0; draw < draws; draw += 1) sum += values[evenly(random, draws)] ?? 0;
    return sum / draws;
  });
  return { mean: values.reduce((sum, value) => sum + value, 0) / draws, least: quantile(means, 0.025), most: quantile(means, 0.975) };
}
