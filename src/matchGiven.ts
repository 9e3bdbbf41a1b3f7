import { BadInput, bounded } from './graph/errors.js';
import type { MatchAsked, Wanting } from './graph/matching.js';
import { typeOf } from './lookup.js';

/** What is to be fitted, as the caller gives it. */
export interface MatchGiven extends Wanting {
  readonly first: number;
  readonly kinds?: readonly string[] | null | undefined;
}

const longest = 20_000;
const mostFactors = 100;

export function checkedMatch({ text, factors, like, first }: MatchGiven): Omit<MatchAsked, 'types'> {
  bounded('first', first, 50);
  if (text == null && like == null && (factors ?? []).length === 0)
    throw new BadInput('Nothing says what is to fit. Give a text, factors (ids of terms with weights), or like (the id of a thing).');
  if (like != null) typeOf(like);
  if ((factors ?? []).length > mostFactors)
    throw new BadInput(`At most ${mostFactors} factors are matched at once, but got ${factors?.length}. Give the weightiest.`);
  for (const { factor, weight } of factors ?? [])
    if (!(weight >= -1 && weight <= 1)) throw new BadInput(`The weight of ${factor} must be from -1 to 1, but got ${weight}.`);
  return { text: text == null ? text : checkedPage(text), factors, like, first };
}

/** Gives a text in the form in which it is read (NFKC). */
export function checkedPage(text: string): string {
  if (text.length > longest)
    throw new BadInput(`A text must have at most ${longest} characters, but got ${text.length}. Give the part that matters.`);
  return text.normalize('NFKC');
}
