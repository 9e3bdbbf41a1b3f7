import { sameKeyOf } from '../../src/names/keys.js';
import { identifyingIds } from '../identity.js';
import type { Known } from '../known.js';
import type { Found, Near } from '../nearThings.js';
import { aboutKey, type Kept } from '../recordStore.js';
import { careFor, isReadIn, spelled } from '../spelled.js';
import type { ThingType, Told } from '../told.js';
import type { Brought } from '../waits.js';
import type { CalledInMemory } from './calledInMemory.js';
import { Hashed } from './hashed.js';
import { IdTable } from './idTable.js';
import { NotInBulk } from './notInBulk.js';
import { TieUpTable } from './tieUpTable.js';

/**
 * What is known of a graph that is not written yet: what things its records have told of. Terms, which are few, are found by their names. Others'
 * names lead nowhere as long as all sources that link by them use the same refs: a source has one name for one thing, and nobody else has told of any.
 */
export class KnownInMemory implements Known {
  private readonly things: CalledInMemory;
  /** Records that are called as what they tell of is, which most are; and of the others what they tell of. */
  private readonly ownRecords = new Hashed(0);
  private readonly byRecord = new IdTable();
  private readonly byId = new IdTable();
  private readonly made = new Hashed(0);
  private readonly tieUpsMade = new TieUpTable();
  private readonly terms = new Map<string, Near[]>();
  private readonly askedRecords = new Set<string>();

  /** The source whose refs are used. */
  refs = '';

  constructor(things: CalledInMemory) {
    this.things = things;
  }

  /** Keeps what a record was found to tell of. */
  add({ key, told, linked }: Brought): void {
    const about = aboutKey(this.refs, told.ref);
    if (linked.thing === null) {
      this.things.ask(about, key);
      this.askedRecords.add(key);
      return;
    }
    this.things.add(about, linked.thing);
    if (key !== about) this.byRecord.add(key, linked.thing);
    else if (!this.ownRecords.has(key)) this.ownRecords.add(key);
    for (const id of identifyingIds(told.type, told.ids)) this.byId.add(`${told.type} ${id}`, linked.thing);
    if (told.type === 'Factor') this.addTerm(told, linked.thing, about);
    if (this.made.has(linked.thing)) return;
    this.made.add(linked.thing);
    if (told.type === 'TieUp') this.addTieUp(told, linked.thing);
  }

  private addTerm({ names, fields: { facet } }: Extract<Told, { type: 'Factor' }>, id: string, about: string): void {
    const isRead = isReadIn(names);
    for (const name of names.filter(({ spoiler }) => !spoiler)) {
      const key = sameKeyOf(spelled(name.text, careFor(name, isRead)));
      const known = this.terms.get(key) ?? [];
      const before = known.find((each) => each.id === id);
      const term = { ...near(id), properties: { facet: facet ?? before?.properties['facet'] ?? null }, called: [...(before?.called ?? []), about] };
      this.terms.set(key, [...known.filter((each) => each.id !== id), term]);
    }
  }

  private addTieUp({ fields, facts }: Extract<Told, { type: 'TieUp' }>, id: string): void {
    const end = (type: string) => this.things.thingCalled(this.refs, facts.find((fact) => fact.type === type)?.other ?? '');
    const [song, work] = [end('USES'), end('FOR')];
    if (song && work)
      this.tieUpsMade.add(`${song} ${work}`, { id, kind: fields.kind ?? '', sequence: fields.sequence ?? null, version: fields.version ?? null });
  }

  readonly records = async (keys: readonly string[]): Promise<ReadonlyMap<string, Kept>> => {
    const again = keys.find((key) => this.askedRecords.has(key));
    if (again !== undefined) throw new NotInBulk(`${again} is told twice, and it is asked what it tells of`);
    return new Map(
      keys.flatMap((key) => {
        const thing = this.ownRecords.has(key) ? this.things.get(key) : this.byRecord.get(key);
        return thing === undefined ? [] : [[key, { key, hash: '', standing: 'NEW', thing, decided: null, candidates: [], waitsFor: [] }]];
      }),
    );
  };

  readonly called = async (abouts: Iterable<string>) =>
    [...new Set(abouts)].flatMap((about) => {
      const thing = this.things.get(about);
      return thing === undefined ? [] : [{ about, thing, node: '' }];
    });

  readonly stillAsked = async (abouts: Iterable<string>) => new Set([...abouts].filter((about) => this.things.asked.has(about)));

  readonly own = async (_type: ThingType, ids: readonly string[]) => new Map(ids.filter((id) => this.made.has(id)).map((id) => [id, [near(id)]]));

  readonly identified = async (type: ThingType, keys: readonly string[]) => foundBy(keys, (key) => this.byId.all(`${type} ${key}`).map(near));

  readonly named = async (type: ThingType, keys: readonly string[]) => {
    const isOwn = (about: string) => about.startsWith(`${this.refs} `);
    const term = (key: string) => (this.terms.get(key) ?? []).map((each) => ({ ...each, called: each.called.filter(isOwn) }));
    return foundBy(type === 'Factor' ? keys : [], term);
  };

  readonly consider = async () => [];
  readonly tieUps = async (pairs: readonly (readonly [string, string])[]) =>
    new Map(pairs.map((pair) => [pair.join(' '), this.tieUpsMade.all(pair.join(' '))]));
  readonly moved = async () => new Map();
}

const foundBy = (keys: readonly string[], find: (key: string) => readonly Near[]): Found =>
  new Map(keys.map((key) => [key, find(key)] as const).filter(([, found]) => found.length > 0));

/** By ids nothing else of it is asked. */
const near = (id: string): Near => ({ id, node: '', properties: {}, ids: [], around: [], called: [] });
