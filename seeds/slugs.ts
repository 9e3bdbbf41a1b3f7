import { type Considered, decide, type Possible } from '../src/graph/resolve.js';
import { readPart } from '../src/names/keys.js';
import type { Form, Part } from '../src/names/parts.js';

/** Of two anime of one title the slug of the later one says its year: `UruseiYatsura2022`. */
export const yearOfSlug = /^(?<title>.*[a-z])(?<year>(?:19|20)\d\d)$/i;

/** Sites of anime: slugs are of what they know. A book or a package of videos of the same title is not meant. */
const sites = ['MAL:', 'ANILIST:', 'ANNICT:'];

/** Spelt as the slug is, or read so. */
const sounding: readonly string[] = ['SAME', 'FOLDED', 'ROMAJI', 'READING', 'WORDS', 'BARE'];

/** What is meant where a slug doesn't say a form: what was on television before what was sold. */
const formats = ['TV', 'WEB', 'OVA', 'SPECIAL', 'MOVIE'];

/** Which formats a form may be of. */
const formatsOf: Readonly<Partial<Record<Form, readonly string[]>>> = {
  TV: ['TV'],
  MOVIE: ['MOVIE'],
  OVA: ['OVA', 'SPECIAL'],
  SPECIAL: ['OVA', 'SPECIAL'],
  WEB: ['WEB'],
};

/** From here on a name is believed although it is not spelt as the slug is. */
const sure = 0.85;

/**
 * The anime that a slug such as `KyoukaiNoRinneS2` means: the only one of that season, form and year that is spelt so, else one that nothing else is
 * likely beside. `idsOf` gives the ids elsewhere of a thing. Two of one title and format are left open: the first of them was the wrong one of every
 * third that were looked at.
 */
export function meantBySlug(considered: Considered, idsOf: (id: string) => readonly string[]): string | undefined {
  const known = (each: Possible) => each.found.medium === 'ANIME' && idsOf(each.found.id).some((id) => sites.some((site) => id.startsWith(site)));
  return spelledSo(considered, known) ?? likely(considered, known);
}

function spelledSo({ asked, possible }: Considered, known: (each: Possible) => boolean): string | undefined {
  const { part } = asked.compared.spelling;
  const year = asked.year ?? part.year;
  const alike = possible.filter(
    (each) =>
      sounding.includes(each.likeness.agreement) &&
      !each.evidence.bySeries &&
      known(each) &&
      isPart(part, each) &&
      (year === undefined || each.found.date?.startsWith(String(year)) === true),
  );
  const formed = alike.filter((each) => (part.form ? isOf(part.form, each.found.format) : saysNoForm(each)));
  const best = Math.min(...formed.map(({ found }) => placeOf(found.format)));
  const [only, ...others] = part.form ? formed : formed.filter(({ found }) => placeOf(found.format) === best);
  return others.length === 0 ? only?.found.id : undefined;
}

const ownPart = ({ part }: Possible['found']): Part => readPart(part?.split(' ') ?? []);
/** Neither by its official name nor by the one that fits. */
const saysNoForm = ({ found, compared }: Possible) => [ownPart(found), compared.spelling.part].every(({ form = 'TV' }) => form === 'TV');
const isOf = (form: Form, format: string | null) => formatsOf[form]?.includes(format ?? '') === true;

function placeOf(format: string | null): number {
  const place = formats.indexOf(format ?? '');
  return place < 0 ? formats.length : place;
}

/** What says no season is the first. */
function isPart({ season = 1, part = 1, chapter }: Part, { found, likeness: { parts } }: Possible): boolean {
  const own = ownPart(found);
  return !parts.contradict && (own.season ?? (parts.same ? season : 1)) === season && (own.part ?? 1) === part && own.chapter === chapter;
}

function likely(considered: Considered, known: (each: Possible) => boolean): string | undefined {
  const [first] = considered.possible;
  const { form, season } = considered.asked.compared.spelling.part;
  if (!first || !known(first) || decide(considered).status !== 'MATCHED' || (considered.confidences[0] ?? 0) < sure) return undefined;
  const {
    found,
    likeness: { parts },
    evidence,
  } = first;
  const isLater = season === undefined && Number(ownPart(found).season ?? 1) !== 1;
  if (isLater || parts.contradict || parts.asked > 0) return undefined;
  return form === undefined || (isOf(form, found.format) && !evidence.bySeries) ? found.id : undefined;
}
