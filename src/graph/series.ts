import { type Comparable, type Likeness, partLikeness } from '../names/likeness.js';
import { evidenceOf, isOnScreen, ownForm } from './evidence.js';
import type { Found } from './nameIndex.js';
import type { Asking, Considered, Possible } from './resolve.js';

/** A name of a part of a series. */
interface Mate {
  readonly found: Found;
  readonly compared: Comparable;
}

/** Things whose series has to be looked at, since another part of it may be meant: by its number or its place, by its subtitle, or all of them by the series' name. */
export function seriesWanted({ asked, possible }: Considered): readonly Possible[] {
  return possible.slice(0, 4).filter((one) => one.found.series !== null && wayInto(asked, one) !== undefined);
}

type Way = 'NUMBER' | 'SUBTITLE' | 'WHOLE';

/** Demon Slayer S2, where only the first season is called so in English; 機神追女攻略 女神篇; 空の境界, which is seven films. */
function wayInto({ compared: asked }: Asking, { found: { titled }, compared, likeness: { agreement, parts } }: Possible): Way | undefined {
  const { part, folded } = asked.spelling;
  if (agreement === 'NEAR') {
    const beginning = compared.spelling.folded;
    return beginning.length >= 3 && folded.startsWith(beginning) && folded.length - beginning.length >= 2 ? 'SUBTITLE' : undefined;
  }
  if (part.season !== undefined || part.part !== undefined || part.chapter !== undefined) return parts.same ? undefined : 'NUMBER';
  return titled && Object.keys(part).length === 0 ? 'WHOLE' : undefined;
}

/** What else of its series may be meant by a name that fits one part of it. */
export function othersOfSeries(asked: Asking, one: Possible, mates: readonly Mate[]): readonly Possible[] {
  const others = mates.filter(({ found }) => found.id !== one.found.id);
  switch (wayInto(asked, one)) {
    case 'NUMBER':
      return byNumber(asked, one, others);
    case 'SUBTITLE':
      return bySubtitle(asked, one, others);
    case 'WHOLE':
      return ofWhole(asked, one, others);
    default:
      return [];
  }
}

function byNumber(asked: Asking, one: Possible, mates: readonly Mate[]): readonly Possible[] {
  const numbered = mates.flatMap((mate) => {
    const parts = partLikeness(asked.compared.spelling.part, mate.compared.spelling.part);
    return parts.same ? [otherPart(asked, mate, one, { ...one.likeness, parts })] : [];
  });
  return numbered.length > 0 ? numbered : byOrder(asked, one, mates);
}

/** Where no part says its number, the parts of one form in the order in which they came out: the third season is the third on television. */
function byOrder(asked: Asking, one: Possible, mates: readonly Mate[]): readonly Possible[] {
  const { season, form = 'TV' } = asked.compared.spelling.part;
  if (typeof season !== 'number' || season < 2) return [];
  const ofForm = [one, ...mates].filter(({ found }) => found.date !== null && ownForm(found) === form);
  const parts = [...new Map(ofForm.map((mate) => [mate.found.id, mate])).values()];
  const inOrder = parts.toSorted((first, second) => ((first.found.date ?? '') < (second.found.date ?? '') ? -1 : 1));
  const meant = inOrder[season - 1];
  if (!meant || meant.found.id === one.found.id) return [];
  const likeness = { ...one.likeness, parts: { ...none, same: true } };
  return [otherPart(asked, meant, one, likeness, true)];
}

/** The beginning fits one name of the series, the rest a name of the part. */
const partly = { agreement: 'NEAR', common: 0.85, contained: 1, unedited: 0.85 } as const;

function bySubtitle(asked: Asking, one: Possible, mates: readonly Mate[]): readonly Possible[] {
  const rest = asked.compared.spelling.folded.slice(one.compared.spelling.folded.length);
  return mates.flatMap((mate) => {
    if (!mate.compared.spelling.folded.includes(rest)) return [];
    const parts = partLikeness(asked.compared.spelling.part, mate.compared.spelling.part);
    return [otherPart(asked, mate, mate, { ...one.likeness, ...partly, parts })];
  });
}

function ofWhole(asked: Asking, one: Possible, mates: readonly Mate[]): readonly Possible[] {
  const begun = mates.filter(({ found, compared }) => isOnScreen(found) && compared.plain.startsWith(one.compared.plain));
  return begun.map((mate) => otherPart(asked, mate, mate, { ...one.likeness, parts: none }));
}

const none = { same: false, asked: 0, told: 0, contradict: false };

function otherPart(asked: Asking, mate: Mate, shown: Mate, likeness: Likeness, partImplied = false): Possible {
  const seen = { likeness, bySeries: true, partImplied };
  const evidence = evidenceOf(asked, { ...mate.found, kind: 'ALIAS' }, mate.compared, seen);
  return { found: { ...shown.found, id: mate.found.id, degree: mate.found.degree }, compared: shown.compared, likeness, evidence };
}
