import { partialDate } from '../../dates.js';
import type { Mergeable } from '../ids.js';
import type { Properties } from '../properties.js';

/** What two things say that can't both be true of one. */
export interface Contradiction {
  readonly field: string;
  readonly kept: string;
  readonly dropped: string;
}

/** What a thing says of itself. */
export interface Stated {
  readonly properties: Properties;
  /** Its ids elsewhere, as `SITE:value`. */
  readonly ids: readonly string[];
}

/** Dates contradict only in what both of them tell. */
const dates = ['born', 'formed', 'birthday', 'released', 'start', 'end'];

/** A work of another medium, an artist of another kind is another thing, whatever it is called. */
const telling: Readonly<Record<Mergeable, readonly string[]>> = {
  Work: ['medium'],
  Song: [],
  Artist: ['kind'],
  Character: ['gender'],
  Goods: ['code'],
  Organization: [],
  Campaign: [],
  Franchise: [],
};

/** Sites that have one id for one thing: those with two ids there keep them apart. */
export const identifyingSites: readonly string[] = ['MAL', 'ANILIST', 'ANIDB', 'BANGUMI', 'ANNICT', 'ISRC', 'ISWC', 'JAN'];

export function contradictionsBetween(type: Mergeable, keep: Stated, drop: Stated): readonly Contradiction[] {
  return [
    ...dates.filter((field) => datesContradict(textIn(keep, field), textIn(drop, field))).map((field) => fieldOf(field, keep, drop)),
    ...telling[type].filter((field) => differ(textIn(keep, field), textIn(drop, field))).map((field) => fieldOf(field, keep, drop)),
    ...identifyingSites.flatMap((site) => idsApart(site, keep.ids, drop.ids)),
  ];
}

/** Two dates that are not one date told more and less exactly. */
export function datesContradict(one: string | undefined, other: string | undefined): boolean {
  const [a, b] = [partialDate(one ?? null), partialDate(other ?? null)];
  if (!a || !b) return false;
  return (['year', 'month', 'day'] as const).some((part) => a[part] !== null && b[part] !== null && a[part] !== b[part]);
}

/** Ids on one site of which none is of both. */
export function idsApart(site: string, kept: readonly string[], dropped: readonly string[]): readonly Contradiction[] {
  const [a, b] = [kept, dropped].map((ids) => ids.filter((id) => id.startsWith(`${site}:`)));
  if (!a?.[0] || !b?.[0] || a.some((id) => b.includes(id))) return [];
  return [{ field: `the ${site} id`, kept: valuesOf(a), dropped: valuesOf(b) }];
}

const valuesOf = (ids: readonly string[]) => ids.map((id) => id.slice(id.indexOf(':') + 1)).join(', ');
const fieldOf = (field: string, keep: Stated, drop: Stated) => ({ field, kept: textIn(keep, field) ?? '', dropped: textIn(drop, field) ?? '' });
const differ = (one: string | undefined, other: string | undefined) =>
  one !== undefined && other !== undefined && one !== other && one !== 'UNKNOWN' && other !== 'UNKNOWN';

function textIn({ properties }: Stated, field: string): string | undefined {
  const value = properties[field];
  return value == null ? undefined : String(value);
}
