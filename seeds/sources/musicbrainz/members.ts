import type { Reading } from '../../source.js';
import type { FactTold } from '../../told.js';
import { dateOf } from '../dumps/dates.js';
import { toldOf } from '../toldOf.js';
import { type Artists, isSomebody } from './artists.js';
import type { Dump } from './files.js';
import { type Artist, artistModel, type Credited, type Relation } from './models.js';

/** Who belongs to the groups of Japan, after all artists are told. */
export async function* readMembers(dump: Dump, artists: Artists): AsyncIterable<Reading> {
  for await (const line of dump.entities('artist', artistModel)) {
    if ('rejected' in line || !artists.isOfJapan(line.value.id)) continue;
    const { place, value } = line;
    const memberships = membershipsIn(value);
    if (memberships.length === 0) continue;
    for (const { member } of memberships) yield* artists.tell(place, member);
    const ref = artists.refOf(value.id);
    const facts = memberships.map(({ member, stays }): FactTold => ({ type: 'MEMBER_OF', other: artists.refOf(member.id), says: timeOf(stays) }));
    yield toldOf(place, { type: 'Artist', record: `members:${value.id}`, ref, names: [], ids: [], fields: {}, facts });
  }
}

interface Membership {
  readonly member: Credited;
  /** More than one where somebody came back, or took another instrument. */
  readonly stays: Relation[];
}

/** By member. A relation leads backward from the group to its member. */
function membershipsIn({ relations }: Artist): readonly Membership[] {
  const memberships = new Map<string, Membership>();
  for (const relation of relations) {
    const { type, direction, artist: member } = relation;
    if (type !== 'member of band' || direction !== 'backward' || !member || !isSomebody(member)) continue;
    const known = memberships.get(member.id);
    if (known) known.stays.push(relation);
    else memberships.set(member.id, { member, stays: [relation] });
  }
  return [...memberships.values()];
}

/** From the first to the last of the stays, as far as their dates are known. */
function timeOf(stays: readonly Relation[]): NonNullable<FactTold['says']> {
  const begins = stays.map(({ begin }) => dateOf(begin));
  const ends = stays.map(({ end }) => dateOf(end));
  const from = begins.every((each) => each !== undefined) ? begins.toSorted()[0] : undefined;
  const to = ends.every((each) => each !== undefined) ? ends.toSorted().at(-1) : undefined;
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}
