import { datesContradict, identifyingSites, idsApart } from '../src/graph/editing/contradictions.js';
import { externalKey } from '../src/graph/externalIds.js';
import type { KnownTieUp, Near } from './nearThings.js';
import type { Told } from './told.js';

/** What is known of the surroundings of a record by the time it is linked. */
export interface Surroundings {
  /** What its source calls the thing (aboutKey). */
  readonly about: string;
  /** The ids of the things that its facts lead to, and of those it is told within. */
  readonly around: ReadonlySet<string>;
}

/** Whether a record may tell of a thing at all: a source has one name for one thing, and sites that keep things apart are believed. */
export function mayTellOf({ ids }: Told, { called, ids: known }: Near, { about }: Surroundings): boolean {
  if (called.some((each) => each !== about)) return false;
  const own = ids.map(({ site, value }) => externalKey(site, value));
  return !identifyingSites.some((site) => idsApart(site, own, known).length > 0);
}

/** Whether a record tells of a thing whose name is spelt the same. Songs and characters of one name are many: they must have something around them in common. */
export function isSame(told: Told, near: Near, surroundings: Surroundings): boolean {
  if (!mayTellOf(told, near, surroundings)) return false;
  const shared = near.around.some((id) => surroundings.around.has(id));
  const { medium, format, kind, kana, facet } = near.properties;
  switch (told.type) {
    case 'Work':
      return agree(told.fields.medium, medium) && agree(told.fields.format, format) && yearsAgree(told, near);
    case 'Artist':
      return (
        agreeButUnknown(told.fields.kind, kind) && sameReading(told, kana) && !datesContradict(told.fields.born, near.properties['date'] ?? undefined)
      );
    case 'Song':
    case 'Character':
      return shared;
    case 'Organization':
    case 'Franchise':
      return true;
    case 'Factor':
      return agree(told.fields.facet, facet);
    default:
      return false;
  }
}

const agree = (one: string | undefined, other: string | null | undefined) => one === undefined || other == null || one === other;
const agreeButUnknown = (one: string | undefined, other: string | null | undefined) => agree(one, other === 'UNKNOWN' ? null : other);

function sameReading({ names }: Told, kana: string | null | undefined): boolean {
  const readings = names.filter(({ kind }) => kind === 'READING').map(({ text }) => folded(text));
  return kana == null || readings.length === 0 || readings.includes(folded(kana));
}

const folded = (kana: string) => kana.normalize('NFKC').replace(/[\s・]/gu, '');

/** A year may be told of a first showing or of a first sale. */
function yearsAgree(told: Told, { properties }: Near): boolean {
  const [one, other] = [yearOf(told), Number(properties['date']?.slice(0, 4))];
  return one === undefined || !other || Math.abs(one - other) <= 1;
}

export function yearOf(told: Told): number | undefined {
  const date = dateOf(told);
  return told.known?.year ?? (date && /^\d{4}/.test(date) ? Number(date.slice(0, 4)) : undefined);
}

/** When it came out, was held or was born. */
export function dateOf({ type, fields }: Told): string | undefined {
  if (type === 'Work' || type === 'Campaign') return fields.start;
  return type === 'Song' ? fields.released : type === 'Artist' ? fields.born : undefined;
}

/** Which of the tie-ups of one song with one work a record tells of: a number that is not told is any. */
export function sameTieUp({ type, fields }: Told, known: readonly KnownTieUp[]): string | undefined {
  if (type !== 'TieUp') return undefined;
  const like = (one: number | undefined, other: number | null) => one === undefined || other === null || one === other;
  return known.find(({ kind, sequence, version }) => kind === fields.kind && like(fields.sequence, sequence) && like(fields.version, version))?.id;
}
