import type { Considered } from '../src/graph/resolve.js';

/** Of two anime of one title the slug of the later one says its year: `UruseiYatsura2022`. */
export const yearOfSlug = /^(?<title>.*[a-z])(?<year>(?:19|20)\d\d)$/i;

/** Spelt as the slug is, or read so. */
const sounding = ['SAME', 'FOLDED', 'ROMAJI', 'READING'];

/**
 * The anime that a slug such as `UruseiYatsura2022` means, where several sound like it: that of the year which it says. Without a year nothing
 * is taken for it that the names alone don't decide: the first on television was the wrong one of every third that were looked at.
 */
export function meantBySlug({ asked, possible }: Considered): string | undefined {
  const { year = asked.year } = asked.compared.spelling.part;
  if (year === undefined) return undefined;
  const alike = possible.filter(({ found, likeness }) => found.medium === 'ANIME' && sounding.includes(likeness.agreement));
  const [only, ...others] = alike.filter(({ found: { date, format } }) => format === 'TV' && date?.startsWith(String(year)) === true);
  return others.length === 0 ? only?.found.id : undefined;
}
