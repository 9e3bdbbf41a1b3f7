import { type Considered, decide, likelyAtAll, type NameAsked, type Status } from '../src/graph/resolve.js';
import { sameKeyOf } from '../src/names/keys.js';
import { dateOf, isSame, mayTellOf, type Surroundings, sameTieUp, yearOf } from './fits.js';
import { identifyingIds, idOf, newIdOf } from './identity.js';
import type { Known } from './known.js';
import type { Found, Near } from './nearThings.js';
import { aboutKey, type Candidate, type Kept, type Standing } from './recordStore.js';
import { meantBySlug, yearOfSlug } from './slugs.js';
import { spelled } from './spelled.js';
import type { ThingType, Told } from './told.js';

/** What a record was found to tell of. */
export interface Linked {
  readonly standing: Standing;
  readonly thing: string | null;
  readonly candidates: readonly Candidate[];
  readonly waitsFor: readonly string[];
  /** The edits that have made what it tells of one with others before it came. */
  readonly merges?: readonly number[];
}

/** A record with what the graph kept of it so far. */
export interface ToLink {
  readonly told: Told;
  readonly kept: Kept | undefined;
}

/** The things that the records of a source call so, as far as they are told of; it grows as records are linked. */
export type Called = Map<string, string>;

interface Context {
  readonly known: Known;
  /** The source whose refs are used. */
  readonly source: string;
  readonly called: Called;
}

/** Finds out what records tell of, in their order: by ids elsewhere, then by names with what stands around them; what is doubtful is asked. */
export async function linkRecords(records: readonly ToLink[], context: Context): Promise<readonly Linked[]> {
  const linking = new Linking(context, await lookUp(records, context));
  // Each kind after those that it is told by: what a song is depends on its artists, a tie-up on its song.
  const linked: Linked[] = [];
  const tieUps: number[] = [];
  for (const [place, record] of records.entries()) {
    if (record.told.type === 'TieUp') tieUps.push(place);
    else linked[place] = linking.link(record);
  }
  await linking.linkTieUps(records, tieUps, linked);
  return linked;
}

interface LookedUp {
  /** By our own ids. */
  readonly own: Found;
  readonly identified: Found;
  readonly named: Found;
  readonly careful: ReadonlyMap<Told, Careful>;
}

interface Careful {
  readonly matched: Near | undefined;
  /** None where one is matched: if that can't be it after all, what is only somewhat like it is not it either. */
  readonly candidates: readonly Likely[];
}

interface Likely {
  readonly near: Near;
  readonly confidence: number;
}

const typed = (type: ThingType, key: string) => `${type} ${key}`;

async function lookUp(records: readonly ToLink[], { known: near, source, called }: Context): Promise<LookedUp> {
  const fresh = records
    .filter(({ told, kept }) => !kept?.thing && !called.has(aboutKey(source, told.ref)) && told.type !== 'TieUp')
    .map(({ told }) => told);
  const types = [...new Set(fresh.map(({ type }) => type))];
  const ours = new Map<string, readonly Near[]>();
  const identified = new Map<string, readonly Near[]>();
  const named = new Map<string, readonly Near[]>();
  const careful = new Map<Told, Careful>();
  for (const type of types) {
    const own = fresh.filter((told) => told.type === type);
    const known = await near.own(
      type,
      own.flatMap((told) => told.own ?? []),
    );
    for (const [id, found] of known) ours.set(id, found);
    const ids = await near.identified(
      type,
      own.flatMap(({ ids }) => identifyingIds(type, ids)),
    );
    for (const [key, found] of ids) identified.set(typed(type, key), found);
    const unidentified = own.filter((told) => told.link !== 'BY_ID' && !identifyingIds(type, told.ids).some((key) => ids.has(key)));
    const names = await near.named(type, unidentified.flatMap(keysOfNames));
    for (const [key, found] of names) named.set(typed(type, key), found);
    const unsure = unidentified.filter(({ link }) => link === 'CAREFULLY');
    for (let first = 0; first < unsure.length; first += mostConsidered) {
      for (const [told, found] of await considered(unsure.slice(first, first + mostConsidered), type, near)) careful.set(told, found);
    }
  }
  return { own: ours, identified, named, careful };
}

/** All that may be meant by so many names, with all that speaks for it, takes tens of megabytes. */
const mostConsidered = 250;

/** What things of one kind may be meant by names that are looked at with care. */
async function considered(unsure: readonly Told[], type: ThingType, near: Known): Promise<readonly (readonly [Told, Careful])[]> {
  const all = await near.consider(unsure.map(askedOf));
  const names = unsure.flatMap((told, place) => {
    const name = all[place];
    return name ? [{ told, name, resolved: decide(name), isSlug: told.known?.romaji !== undefined }] : [];
  });
  const possible = names.flatMap(({ name, resolved, isSlug }) =>
    isSlug ? name.possible.map(({ found }) => found.id) : resolved.candidates.map(({ id }) => id),
  );
  const things = await near.own(type, possible);
  const thing = (id: string | undefined) => things.get(id ?? '')?.[0];
  return names.map(({ told, name, resolved, isSlug }) => {
    const candidates = resolved.candidates.flatMap(({ id, confidence }) => (things.get(id) ?? []).map((each) => ({ near: each, confidence })));
    const meant = isSlug ? thing(meantBySlug(name, (id) => thing(id)?.ids ?? [])) : undefined;
    const matched = isSlug ? meant : isMeant(name, resolved.status, type) ? candidates[0]?.near : undefined;
    return [told, { matched, candidates: matched ? [] : candidates }];
  });
}

/**
 * Who asks what a name means sees what it was taken for; what a record was made one with stands for it from then on. Of works whose names are only alike
 * less sure ones are wrong one time in seven (the evaluation's names, with the year), songs and artists hardly ever.
 */
function isMeant({ possible: [first], confidences: [confidence = 0] }: Considered, status: Status, type: ThingType): boolean {
  const isAlike = type === 'Work' && first?.likeness.agreement === 'NEAR';
  return status === 'MATCHED' && (!isAlike || confidence >= surelyAlike);
}

const surelyAlike = 0.95;

/** The names by which a thing is looked for: as it is officially called, or whatever is known instead. */
function keysOfNames({ names }: Told): readonly string[] {
  const official = names.filter(({ kind }) => kind === 'OFFICIAL');
  const asked = official.length > 0 ? official : names.filter(({ kind, spoiler }) => kind !== 'READING' && kind !== 'ABBREVIATION' && !spoiler);
  return asked.map(({ text, language }) => sameKeyOf(spelled(text, { language, readings: false })));
}

function askedOf(told: Told): NameAsked {
  const { type, names, known } = told;
  const [best] = [...names].sort((one, other) => Number(other.kind === 'OFFICIAL') - Number(one.kind === 'OFFICIAL'));
  const slug = yearOfSlug.exec(known?.romaji ?? '')?.groups;
  return {
    text: (best?.text ?? slug?.['title'] ?? known?.romaji ?? '').slice(0, 200),
    label: type,
    year: yearOf(told) ?? (slug && Number(slug['year'])),
    date: dateOf(told),
    medium: type === 'Work' ? told.fields.medium : undefined,
    artist: known?.artist,
    romaji: slug?.['title'] ?? known?.romaji ?? names.find(({ kind }) => kind === 'ROMAJI')?.text,
  };
}

class Linking {
  private readonly context: Context;
  private readonly found: LookedUp;
  /** What was linked in this batch: a source has one name for one thing. */
  private readonly claimed = new Map<string, string>();
  /** Ids of things that are new in this batch. */
  private readonly newIds = new Map<string, string>();

  constructor(context: Context, found: LookedUp) {
    this.context = context;
    this.found = found;
  }

  link({ told, kept }: ToLink): Linked {
    const { source, called } = this.context;
    const about = aboutKey(source, told.ref);
    const known = called.get(about) ?? kept?.thing ?? null;
    if (known !== null) return this.joined(about, known, kept?.standing === 'NEW' ? 'NEW' : 'JOINED');
    if (kept?.decided) return kept.decided === 'NEW' ? this.made(told) : this.joined(about, kept.decided, 'JOINED');
    const missing = (told.within ?? []).map((ref) => aboutKey(source, ref)).filter((each) => !called.has(each));
    if (missing.length > 0) return { standing: 'WAITING', thing: null, candidates: [], waitsFor: missing };
    const possible = this.possible(told, about);
    if ('thing' in possible) return this.joined(about, possible.thing, 'JOINED');
    if (possible.candidates.length > 0 || told.unknown === 'ASK')
      return { standing: 'OPEN', thing: null, candidates: possible.candidates, waitsFor: [] };
    return this.made(told);
  }

  async linkTieUps(records: readonly ToLink[], places: readonly number[], linked: Linked[]): Promise<void> {
    const { known: graph, source, called } = this.context;
    const ends = new Map(
      places.flatMap((place) => {
        const told = records[place]?.told;
        const end = (type: string) => called.get(aboutKey(source, told?.facts.find((fact) => fact.type === type)?.other ?? ''));
        const [song, work] = [end('USES'), end('FOR')];
        return song && work ? [[place, [song, work] as const] as const] : [];
      }),
    );
    const known = await graph.tieUps([...ends.values()]);
    const made = new Map([...known].map(([key, each]) => [key, [...each]]));
    for (const place of places) {
      const record = records[place];
      if (!record) continue;
      const { told, kept } = record;
      const about = aboutKey(source, told.ref);
      const pair = ends.get(place);
      const there = called.get(about) ?? kept?.thing ?? (pair && sameTieUp(told, made.get(pair.join(' ')) ?? []));
      if (there) linked[place] = this.joined(about, there, kept?.standing === 'NEW' ? 'NEW' : 'JOINED');
      else if (!pair)
        linked[place] = {
          standing: 'WAITING',
          thing: null,
          candidates: [],
          waitsFor: told.facts.map(({ other }) => aboutKey(source, other)).filter((each) => !called.has(each)),
        };
      else linked[place] = this.madeTieUp(told, pair, made);
    }
  }

  private madeTieUp(
    told: Told,
    pair: readonly [string, string],
    made: Map<string, { id: string; kind: string; sequence: number | null; version: number | null }[]>,
  ): Linked {
    const fields = told.type === 'TieUp' ? told.fields : {};
    const { kind = '', sequence = null, version = null } = fields;
    const id = idOf('TieUp', [...pair, kind, sequence ?? 0, version ?? 0].join(' '));
    made.set(pair.join(' '), [...(made.get(pair.join(' ')) ?? []), { id, kind, sequence, version }]);
    return this.joined(aboutKey(this.context.source, told.ref), id, 'NEW');
  }

  private possible(told: Told, about: string): { readonly thing: string } | Pick<Linked, 'candidates'> {
    const { type } = told;
    const [own] = this.found.own.get(told.own ?? '') ?? [];
    if (own) return { thing: own.id };
    const keys = identifyingIds(type, told.ids);
    const inBatch = keys.flatMap((key) => this.newIds.get(typed(type, key)) ?? []);
    const identified = [...new Set([...keys.flatMap((key) => (this.found.identified.get(typed(type, key)) ?? []).map(({ id }) => id)), ...inBatch])];
    const [only] = identified;
    if (only !== undefined)
      return identified.length === 1 ? { thing: only } : { candidates: identified.map((id) => ({ id, confidence: 1 / identified.length })) };
    if (told.link === 'BY_ID') return { candidates: [] };
    const surroundings: Surroundings = { about, around: this.around(told) };
    const careful = this.found.careful.get(told);
    if (careful?.matched && this.may(told, careful.matched, surroundings)) return { thing: careful.matched.id };
    const same = this.named(told).filter((near) => !this.isClaimed(near.id, about) && isSame(told, near, surroundings));
    const [first, ...others] = same;
    if (first && others.length === 0) return { thing: first.id };
    const likely = stillLikely(careful?.candidates ?? [], ({ near }) => this.may(told, near, surroundings));
    return {
      candidates: [
        ...same.map(({ id }) => ({ id, confidence: 1 / (same.length + 1) })),
        ...likely.map(({ near: { id }, confidence }) => ({ id, confidence })),
      ].filter(isFirst),
    };
  }

  private may(told: Told, near: Near, surroundings: Surroundings): boolean {
    return !this.isClaimed(near.id, surroundings.about) && mayTellOf(told, near, surroundings);
  }

  private isClaimed(id: string, about: string): boolean {
    const by = this.claimed.get(id);
    return by !== undefined && by !== about;
  }

  private named(told: Told): readonly Near[] {
    const all = keysOfNames(told).flatMap((key) => this.found.named.get(typed(told.type, key)) ?? []);
    return [...new Map(all.map((near) => [near.id, near])).values()];
  }

  /** The things around a record that are told of already. */
  private around({ facts, within, known }: Told): ReadonlySet<string> {
    const refs = [...facts.map(({ other }) => other), ...(within ?? []), ...(known?.works ?? [])];
    return new Set(refs.flatMap((ref) => this.context.called.get(aboutKey(this.context.source, ref)) ?? []));
  }

  private made(told: Told): Linked {
    const id = told.own ?? newIdOf(told, this.context.source);
    for (const key of identifyingIds(told.type, told.ids)) this.newIds.set(typed(told.type, key), id);
    return this.joined(aboutKey(this.context.source, told.ref), id, 'NEW');
  }

  private joined(about: string, thing: string, standing: Standing): Linked {
    this.context.called.set(about, thing);
    this.claimed.set(thing, about);
    return { standing, thing, candidates: [], waitsFor: [] };
  }
}

/** Without those that can't be meant, where it is not likelier that none of the others is. */
function stillLikely(candidates: readonly Likely[], may: (each: Likely) => boolean): readonly Likely[] {
  const sum = (some: readonly Likely[]) => some.reduce((total, { confidence }) => total + confidence, 0);
  const possible = candidates.filter(may);
  const likely = sum(possible);
  const left = 1 - sum(candidates) + likely;
  return likely < likelyAtAll * left ? [] : possible.map(({ near, confidence }) => ({ near, confidence: confidence / left }));
}

const isFirst = <Each extends { readonly id: string }>(each: Each, place: number, all: readonly Each[]) =>
  all.findIndex(({ id }) => id === each.id) === place;
