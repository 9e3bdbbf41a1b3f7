import type { Considered, Possible } from '../src/graph/resolve.js';

/** Spelt as the slug is, or read so. */
const sounding = ['SAME', 'FOLDED', 'ROMAJI', 'READING'];

/**
 * The anime that a slug such as `SoraNoOtoshimonoS2` means, where several sound like it: the one that says the season or the year of the slug
 * itself, else the one that comes so in order; without either, the first on television. Undefined where that tells nothing.
 */
export function meantBySlug({ asked, possible }: Considered): string | undefined {
  const { season, year = asked.year } = asked.compared.spelling.part;
  const alike = possible.filter(({ found, likeness }) => found.medium === 'ANIME' && sounding.includes(likeness.agreement));
  const own = alike.filter(({ evidence }) => !evidence.bySeries);
  if (season !== undefined && season !== 1)
    return only(own.filter(({ likeness }) => likeness.parts.same)) ?? only(alike.filter(({ evidence }) => evidence.bySeries && evidence.partImplied));
  if (year !== undefined) return only(earliest(alike.filter(({ found }) => found.date?.startsWith(String(year)) === true)));
  return only(earliest(own.filter(({ likeness: { parts } }) => parts.asked === 0 && parts.told === 0)));
}

const only = (found: readonly Possible[]) => (found.length === 1 ? found[0]?.found.id : undefined);

/** Those on television before films and the rest; of these the first. */
function earliest(found: readonly Possible[]): readonly Possible[] {
  const onTelevision = found.filter(({ found: { format } }) => format === 'TV');
  const dated = (onTelevision.length > 0 ? onTelevision : found).filter(({ found: { date } }) => date !== null);
  return dated.toSorted((one, other) => ((one.found.date ?? '') < (other.found.date ?? '') ? -1 : 1)).slice(0, 1);
}
