import { daysBetween, partialDate } from '../dates.js';
import type { Evidence } from '../names/confidence.js';
import type { Comparable } from '../names/likeness.js';
import type { Form } from '../names/parts.js';
import type { Found } from './nameIndex.js';
import type { Asking } from './resolve.js';

/** What speaks for a thing besides its name's likeness. */
export function evidenceOf(asked: Asking, found: Found, name: Comparable, seen: Pick<Evidence, 'likeness' | 'bySeries' | 'partImplied'>): Evidence {
  const { part } = asked.compared.spelling;
  const year = asked.year ?? part.year;
  const of = found.date === null ? undefined : Number(found.date.slice(0, 4));
  return {
    ...seen,
    official: found.kind === 'OFFICIAL',
    form: formOf(part.form, name.spelling.part.form, found),
    years: year === undefined || !of ? null : Math.abs(year - of),
    yearAsked: year !== undefined,
    context: contextOf(asked, found),
    onScreen: asked.medium !== undefined || isOnScreen(found),
  };
}

/** A medium that fits tells hardly anything: most that are alike have it. */
function contextOf({ medium, date }: Asking, found: Found): Evidence['context'] {
  if (medium !== undefined && found.medium !== null && medium !== found.medium) return 'CONTRADICTS';
  const days = daysBetween(partialDate(date ?? null), partialDate(found.date));
  // What is shown after midnight is told of either day.
  return days !== null && days <= 1 ? 'FITS' : 'NONE';
}

export const isOnScreen = ({ medium }: Found): boolean => medium === null || !offScreen.has(medium);

const offScreen = new Set(['MANGA', 'NOVEL', 'GAME', 'STAGE', 'RADIO', 'COMMERCIAL']);

/** What kind of thing of a series it is itself. */
export const ownForm = ({ format, medium }: Found): string | null => (medium === 'FILM' ? 'MOVIE' : format);

function formOf(asked: Form | undefined, told: Form | undefined, found: Found): Evidence['form'] {
  const own = ownForm(found);
  if (asked !== undefined && told !== undefined) return asked === told ? 'SAME' : 'CONTRADICTS';
  if (asked !== undefined) return asked === own ? 'OF_THING' : 'ABSENT';
  if (told !== undefined) return told === own ? 'TOLD_OF_THING' : 'ONLY_TOLD';
  return 'NONE';
}
