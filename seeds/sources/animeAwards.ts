import { rejection } from '../reading/parsed.js';
import { eachOf } from '../reading/reached.js';
import { sharedSource } from '../reading/sharedSource.js';
import type { DataSource, Reading } from '../source.js';
import type { FactTold, NameTold, Told } from '../told.js';
import { type AwardedSongs, type AwardedWork, type Awards, type Cast, readAwards } from './awardsRows.js';
import { partsOf } from './awardsStaff.js';
import { ArtistRecords, artistRef, performedBy, uncredited } from './creditRecords.js';
import { breaksOff, type Credit, creditsOf, guestsInTitle } from './credits.js';
import { nameBySpelling } from './spelling.js';

const workRef = (id: number) => `works/${id}`;
const studioRef = (name: string) => `studios/${name}`;
const characterRef = (id: number, name: string) => `characters/${id}/${name}`;

/**
 * 207 anime of 2026 with staff, casts, studios and songs, told in Korean. Its ids are those of MyAnimeList: each of the 207 is one in annict-titles,
 * under the same title, while only two are any of AniList.
 */
export const animeAwards: DataSource = {
  key: 'anime-awards',
  describe: (path) => sharedSource(path, { key: 'anime-awards', title: 'AnimeAwards 2026', licence: 'MIT' }),
  *read(path, reached) {
    const awards = readAwards(path);
    for (const rejected of awards.rejected) yield { rejected };
    const reader = new Reader(awards);
    const told = [
      ...awards.works.map(({ place, row }) => reader.work(row, place)),
      ...awards.casts.map(({ place, row }) => reader.cast(row, place)),
      ...awards.songs.map(({ place, row }) => reader.songs(row, place)),
      ...awards.studios.map(({ place, row }) => reader.studio(row.studio, row.works, place)),
    ];
    for (const readings of eachOf(told, reached)) yield* readings;
  },
};

/** 야미시바이 16기 stands under the id of the first 闇芝居. */
const foreignIds: ReadonlySet<number> = new Set([19383]);

/** 명칭비공개: the name is not made public. */
const unnamed = '명칭비공개';

class Reader {
  private readonly artists = new ArtistRecords();
  private readonly told = new Set<string>();
  private readonly titles: ReadonlySet<string>;
  private readonly voices: ReadonlyMap<string, string>;
  private readonly romaji: ReadonlyMap<number, string>;

  constructor({ works, casts }: Awards) {
    this.titles = new Set(works.map(({ row }) => row.title));
    this.romaji = new Map(casts.flatMap(({ row: { id, title } }) => (title === undefined ? [] : [[id, title]])));
    this.voices = new Map(
      casts.flatMap(({ row: { id, characters } }) =>
        characters.flatMap(({ name, cv }) => (cv === null ? [] : [[characterRef(id, name), cv] as const])),
      ),
    );
  }

  *work(row: AwardedWork, place: string): Generator<Reading> {
    const parts = partsOf(row);
    yield* this.people(
      parts.map(({ name }) => name),
      place,
    );
    for (const name of row.studio) yield* this.once(studioOf(name), place);
    const romaji = this.romaji.get(row.id);
    const facts: FactTold[] = [
      ...parts.map(({ name, role }): FactTold => ({ type: 'WORKED_ON', other: artistRef(name), identity: { role } })),
      ...row.studio.map((name): FactTold => ({ type: 'MADE_BY', other: studioRef(name) })),
    ];
    const format = row.thumbnail.includes('/cinema/') ? ({ format: 'MOVIE' } as const) : {};
    yield* this.again({ ...work(row.id, [nameBySpelling(row.title), ...(romaji === undefined ? [] : [romajiOf(romaji)])], format), facts }, place);
  }

  *cast({ id, title, characters }: Cast, place: string): Generator<Reading> {
    if (!this.told.has(workRef(id))) yield* this.once(work(id, title === undefined ? [] : [romajiOf(title)], {}), place);
    yield* this.people(
      characters.flatMap(({ cv }) => (cv === null ? [] : [cv])),
      place,
    );
    for (const character of characters) yield* this.once(characterOf(id, character), place);
  }

  *songs({ id, songs }: AwardedSongs, place: string): Generator<Reading> {
    const count = { op: 0, ed: 0 };
    for (const [index, { type, title, artist }] of songs.entries()) {
      const at = `${place}.songs[${index}]`;
      const inTitle = guestsInTitle(title);
      if (artist === unnamed)
        yield { rejected: rejection(at, `an artist must be a name, but ${unnamed} says that it is kept secret: the song is told without`, title) };
      if (breaksOff(artist)) yield { rejected: rejection(at, `brackets must close, but ${artist} breaks off: who is in them is left out`, title) };
      const credited = artist === unnamed ? [] : creditsOf(artist).map((credit) => this.sungBy(credit, id));
      const credits = [...credited, ...uncredited(inTitle.guests, credited)];
      for (const told of this.artists.of(credits)) yield* this.once(told, at);
      const song = songOf(title, inTitle.title, artist, credits);
      yield* this.once(song, at);
      count[type] += 1;
      yield { place: at, told: tieUpOf(song.ref, id, type, count[type], index) };
    }
  }

  /** Films that are known by their Korean title alone. */
  *studio(name: string, works: readonly { readonly title: string }[], place: string): Generator<Reading> {
    for (const [index, { title }] of works.entries()) {
      if (this.titles.has(title)) continue;
      yield* this.once(studioOf(name), place);
      const ref = `titles/${title}`;
      const told: Told = {
        type: 'Work',
        record: `${ref} by ${name}`,
        ref,
        names: [nameBySpelling(title)],
        ids: [],
        fields: { medium: 'ANIME' },
        facts: [{ type: 'MADE_BY', other: studioRef(name) }],
        known: { year: 2026 },
        link: 'CAREFULLY',
        unknown: 'ASK',
      };
      yield { place: `${place}.works[${index}]`, told };
    }
  }

  /** A character of the work who is credited sings with the voice of its actor. */
  private sungBy(credit: Credit, id: number): Credit {
    const voice = this.voices.get(characterRef(id, credit.name));
    return voice === undefined ? credit : { ...credit, name: voice, creditedAs: credit.creditedAs ?? credit.name, character: credit.name };
  }

  private *people(names: readonly string[], place: string): Generator<Reading> {
    for (const name of names) yield* this.once({ ...this.artist(name), fields: { kind: 'PERSON' } }, place);
  }

  private artist(name: string) {
    return { type: 'Artist' as const, record: artistRef(name), ref: artistRef(name), names: [nameBySpelling(name)], ids: [], facts: [] };
  }

  private *once(told: Told, place: string): Generator<Reading> {
    if (!this.told.has(told.record)) yield* this.again(told, place);
  }

  /** A work stands twice where it is told under two titles: ジョジョ as a whole, and its second stage. */
  private *again(told: Told, place: string): Generator<Reading> {
    const record = this.told.has(told.record) ? `${told.record} at ${place}` : told.record;
    this.told.add(record);
    yield { place, told: { ...told, record } };
  }
}

const romajiOf = (text: string): NameTold => ({ text, kind: 'ROMAJI', language: 'ja' });

function work(id: number, names: NameTold[], fields: { readonly format?: 'MOVIE' }): Extract<Told, { type: 'Work' }> {
  return {
    type: 'Work',
    record: workRef(id),
    ref: workRef(id),
    names,
    ids: foreignIds.has(id) ? [] : [{ site: 'MAL', value: String(id) }],
    fields: { medium: 'ANIME', ...fields },
    facts: [],
    link: 'CAREFULLY',
  };
}

function studioOf(name: string): Told {
  return {
    type: 'Organization',
    record: studioRef(name),
    ref: studioRef(name),
    names: [nameBySpelling(name)],
    ids: [],
    fields: { kind: 'STUDIO' },
    facts: [],
  };
}

function characterOf(id: number, { name, gender, cv }: Cast['characters'][number]): Told {
  return {
    type: 'Character',
    record: characterRef(id, name),
    ref: characterRef(id, name),
    names: [nameBySpelling(name)],
    ids: [],
    fields: genderOf(gender),
    facts: [{ type: 'APPEARS_IN', other: workRef(id) }, ...(cv === null ? [] : [voicedBy(cv, id)])],
    within: [workRef(id)],
    ...(cv === null ? {} : { known: { artist: cv } }),
  };
}

const voicedBy = (name: string, id: number): FactTold => ({
  type: 'VOICES',
  other: artistRef(name),
  identity: { language: 'ja' },
  says: { works: [workRef(id)] },
});

/** `male/female (switches constantly)`, `non-binary`. */
function genderOf(text: string) {
  if (text === 'unknown') return {};
  return { gender: text === 'male' ? ('MALE' as const) : text === 'female' ? ('FEMALE' as const) : ('OTHER' as const) };
}

function songOf(title: string, own: string, artist: string, credits: readonly Credit[]): Told {
  const ref = `songs/${title} by ${artist}`;
  const names = [...namesOfTitle(own), ...(own === title ? [] : [{ text: title, kind: 'ALIAS', language: null } as const])];
  const known = artist === unnamed ? {} : { known: { artist } };
  return { type: 'Song', record: ref, ref, names, ids: [], fields: {}, facts: performedBy(credits), ...known };
}

/** `기도 (祈り)`: the original stands beside its translation. */
function namesOfTitle(title: string): NameTold[] {
  const [, korean, original] = /^([\p{Script=Hangul}\s]+?)\s*\(([^()\p{Script=Hangul}]+)\)$/u.exec(title) ?? [];
  return korean && original ? [nameBySpelling(original), nameBySpelling(korean)] : [nameBySpelling(title)];
}

function tieUpOf(song: string, id: number, type: 'op' | 'ed', sequence: number, index: number): Told {
  const kind = type === 'op' ? 'OPENING' : 'ENDING';
  return {
    type: 'TieUp',
    record: `tie-ups/${id}/${index}`,
    ref: `tie-ups/${id}/${index}`,
    names: [],
    ids: [],
    fields: { kind, sequence },
    facts: [
      { type: 'USES', other: song },
      { type: 'FOR', other: workRef(id) },
    ],
    within: [song, workRef(id)],
  };
}
