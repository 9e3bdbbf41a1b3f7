import type { DuplicateReason } from '../src/duplicateReasons.js';
import { datesContradict, identifyingSites, idsApart } from '../src/graph/editing/contradictions.js';
import type { Mergeable } from '../src/graph/ids.js';
import type { Properties } from '../src/graph/properties.js';

/** A thing as far as it can be compared with another. */
export interface Candidate {
  readonly id: string;
  readonly type: Mergeable;
  readonly properties: Properties;
  /** The names that are no spoilers, by their folded form. */
  readonly names: ReadonlyMap<string, Called>;
  /** Its ids elsewhere, `SITE:value`. */
  readonly ids: readonly string[];
  /** The ids of what it is linked with, by what they are to it. */
  readonly near: ReadonlyMap<string, ReadonlySet<string>>;
}

/** One way that a thing is called. */
export interface Called {
  readonly text: string;
  /** As the index keeps it (writeKeys). */
  readonly keys: string;
  readonly official: boolean;
  /** A form that tells only how the name sounds: 小野友樹 and 小野裕基 sound the same. */
  readonly sound: boolean;
}

type Look = (one: Candidate, other: Candidate) => DuplicateReason | undefined;

/** What is compared of each kind, with what it weighs if it is the same, and if it differs. A shared official name alone is a guess. */
const looks: Readonly<Record<Mergeable, readonly Look[]>> = {
  Work: [same('medium', 0.1, -0.4), sameYear('start', 0.2, -0.4), same('format', 0.05, -0.15), shared('songs', 0.2, 0)],
  Song: [shared('performers', 0.4, -0.35), sameYear('released', 0.1, -0.2), shared('works', 0.1, 0)],
  Artist: [
    same('kind', 0.05, -0.4),
    sameDate('born', 0.3, -0.6),
    same('kana', 0, -0.3),
    shared('songs', 0.1, 0),
    shared('characters', 0.2, 0),
    shared('groups', 0.1, 0),
  ],
  Character: [
    shared('works', 0.3, -0.3),
    shared('voices', 0.2, -0.1),
    same('gender', 0.02, -0.4),
    sameDate('birthday', 0.2, -0.4),
    same('kana', 0, -0.2),
  ],
  Goods: [same('kind', 0.1, -0.4), sameDate('released', 0.2, -0.3), shared('shown', 0.15, -0.3), shared('makers', 0.1, -0.3)],
  Organization: [same('kind', 0.1, -0.1), same('kana', 0, -0.3)],
  Campaign: [sameYear('start', 0.2, -0.4), shared('brands', 0.2, -0.4), shared('featured', 0.2, 0)],
  Franchise: [shared('works', 0.3, -0.2)],
};

const officialName = 0.5;
const commonName = 0.3;
const sameSound = 0.2;
const furtherName = 0.07;

/** Things that are found by how they sound alone share no name. The first that both are called is what they were found by; each further one says a little more, unless all are only sounds. */
export function reasonsFor(one: Candidate, other: Candidate): readonly DuplicateReason[] {
  const common = [...one.names].filter(([key]) => other.names.has(key)).map(([key, called]) => ({ ...called, key }));
  const official = common.find(({ key, official }) => official && other.names.get(key)?.official);
  const written = common.filter(({ key, sound }) => !sound && !other.names.get(key)?.sound);
  const first = official ?? written[0] ?? common[0];
  const weight = official ? officialName : written.length > 0 ? commonName : sameSound;
  const more = written.length > 0 ? common.length - 1 : 0;
  return [
    reason(official ? 'OFFICIAL_NAME' : 'NAME', '', [first?.text ?? [...one.names.values()][0]?.text ?? ''], weight),
    ...(more > 0 ? [reason('MORE_NAMES', '', [String(more)], Math.min(more, 3) * furtherName)] : []),
    ...looked(one, other),
  ];
}

const looked = (one: Candidate, other: Candidate) => looks[one.type].flatMap((look) => look(one, other) ?? []);

/** Sites that have one id for one thing keep those with two apart: such a pair is none, whatever else speaks for it. */
export const keptApart = (one: Candidate, other: Candidate) => identifyingSites.some((site) => idsApart(site, one.ids, other.ids).length > 0);

function same(about: string, weight: number, against: number): Look {
  return (one, other) => compared(about, textIn(one, about), textIn(other, about), (a, b) => a !== b, weight, against);
}

function sameDate(about: string, weight: number, against: number): Look {
  return (one, other) => compared(about, textIn(one, about), textIn(other, about), datesContradict, weight, against);
}

function sameYear(field: string, weight: number, against: number): Look {
  return (one, other) => compared('year', textIn(one, field)?.slice(0, 4), textIn(other, field)?.slice(0, 4), (a, b) => a !== b, weight, against);
}

function compared(
  about: string,
  one: string | undefined,
  other: string | undefined,
  differ: (one: string, other: string) => boolean,
  weight: number,
  against: number,
): DuplicateReason | undefined {
  if (one === undefined || other === undefined) return undefined;
  if (differ(one, other)) return reason('OTHER', about, [one, other], against);
  return weight === 0 ? undefined : reason('SAME', about, [one], weight);
}

function shared(about: string, weight: number, against: number): Look {
  return (one, other) => {
    const [a, b] = [one.near.get(about), other.near.get(about)];
    if (!a?.size || !b?.size) return undefined;
    const count = [...a].filter((id) => b.has(id)).length;
    if (count > 0) return reason('SHARED', about, [String(count)], weight);
    return against === 0 ? undefined : reason('NOTHING_SHARED', about, [], against);
  };
}

const reason = (kind: DuplicateReason['kind'], about: string, values: string[], weight: number): DuplicateReason => ({ kind, about, values, weight });

function textIn({ properties }: Candidate, field: string): string | undefined {
  const value = properties[field];
  return value == null ? undefined : String(value);
}
