import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parsed, rejection } from '../reading/parsed.js';
import { eachOf } from '../reading/reached.js';
import { sharedSource } from '../reading/sharedSource.js';
import type { DataSource, Reading } from '../source.js';
import type { NameTold, Told } from '../told.js';
import { ArtistRecords, performedBy, uncredited } from './creditRecords.js';
import { type Credit, creditsOf, guestsInTitle } from './credits.js';
import { type AnimeBySlug, type LinkedAnime, worksOf } from './lasercutWorks.js';
import { latinName } from './spelling.js';
import { type VideoSlug, videoSlugOf } from './videoSlug.js';

const model = z.object({
  song_id: z.string().min(1),
  title: z.string().trim().min(1),
  src: z.url(),
  artist: z.string().trim().min(1).nullable(),
  type: z.enum(['OP', 'ED', 'INSERT']),
});

type Row = z.output<typeof model>;

const animesModel = z.record(z.string(), z.array(z.string().trim().min(1)));
const linksModel = z.array(z.tuple([z.string(), z.string()]));

const kinds = { OP: 'OPENING', ED: 'ENDING', INSERT: 'INSERT' } as const;

/** 4,241 openings, endings and insert songs of anime-quiz, in romaji; the work is named by the address of its video on AnimeThemes. */
export const lasercutSongs: DataSource = {
  key: 'lasercut-songs',
  describe: (path) => sharedSource(path, { key: 'lasercut-songs', title: 'anime-quiz (songs of AnimeThemes)', licence: 'MIT' }),
  *read(path, reached) {
    const lines = readFileSync(join(path, 'songs.jsonl'), 'utf8').trim().split('\n');
    const linked = linksOf(path);
    const results = lines.map((line, index) => {
      const place = `songs.jsonl:${index + 1}`;
      return { place, result: parsed(model, JSON.parse(line), place) };
    });
    const rows = results.flatMap(({ result }) => ('row' in result ? [result.row] : []));
    const reader = new Reader(linked, animeBySlug(rows, linked));
    for (const { place, result } of eachOf(results, reached)) {
      if ('rejected' in result) yield result;
      else yield* reader.read(result.row, place);
    }
  },
};

/** By song, the anime that it is linked with. The links are older than the titles: of most anime there is none. */
type Links = ReadonlyMap<string, readonly LinkedAnime[]>;

function linksOf(path: string): Links {
  const titles = new Map(Object.entries(animesModel.parse(JSON.parse(readFileSync(join(path, 'animes.json'), 'utf8')))));
  const links = new Map<string, LinkedAnime[]>();
  for (const [song, id] of linksModel.parse(JSON.parse(readFileSync(join(path, 'song_animes.json'), 'utf8')))) {
    const known = titles.get(id);
    if (known) links.set(song, [...(links.get(song) ?? []), { id, titles: known }]);
  }
  return links;
}

function animeBySlug(rows: readonly Row[], links: Links): AnimeBySlug {
  const anime = new Map<string, LinkedAnime[]>();
  for (const { song_id, src } of rows) {
    const slug = videoSlugOf(src);
    if (!slug) continue;
    const before = anime.get(slug.work) ?? [];
    anime.set(slug.work, [...before, ...(links.get(song_id) ?? []).filter(({ id }) => !before.some((each) => each.id === id))]);
  }
  return anime;
}

class Reader {
  private readonly artists = new ArtistRecords();
  private readonly told = new Set<string>();

  private readonly links: Links;
  private readonly anime: AnimeBySlug;

  constructor(links: Links, anime: AnimeBySlug) {
    this.links = links;
    this.anime = anime;
  }

  *read(row: Row, place: string): Generator<Reading> {
    const slug = videoSlugOf(row.src);
    const works = worksOf(slug, this.links.get(row.song_id) ?? [], this.anime);
    const { credits, title } = performance(row);
    const song = songOf(row, title, credits, works);
    for (const told of [...works, ...this.artists.of(credits), song]) yield* this.once(told, place);
    if (works.length === 0) {
      const reason = 'a tie-up needs a work, but neither the address nor a linked anime names one: only the song is told';
      yield { rejected: rejection(place, reason, row) };
    }
    for (const work of works) yield { place, told: tieUpOf(row, slug, song.ref, work.ref) };
  }

  private *once(told: Told, place: string): Generator<Reading> {
    if (this.told.has(told.ref)) return;
    this.told.add(told.ref);
    yield { place, told };
  }
}

function performance({ title, artist }: Row): { readonly title: string; readonly credits: readonly Credit[] } {
  const inTitle = guestsInTitle(title);
  const credits = artist === null ? [] : creditsOf(artist);
  return { title: inTitle.title, credits: [...credits, ...uncredited(inTitle.guests, credits)] };
}

/** A title with an artist is one song wherever it is used; without, it is one within the work: there are four called Reason. */
function songOf(row: Row, title: string, credits: readonly Credit[], works: readonly Told[]): Told {
  const place = works.map(({ ref }) => ref).join('+') || row.song_id;
  const ref = row.artist === null ? `songs/${row.title} in ${place}` : `songs/${row.title} by ${row.artist}`;
  const names: NameTold[] = [latinName(title), ...(title === row.title ? [] : [{ text: row.title, kind: 'ALIAS', language: null } as const])];
  return {
    type: 'Song',
    record: ref,
    ref,
    names,
    ids: [],
    fields: {},
    facts: performedBy(credits),
    ...(row.artist === null ? {} : { known: { artist: row.artist } }),
  };
}

function tieUpOf({ song_id, type }: Row, slug: VideoSlug | null, song: string, work: string): Told {
  const kind = slug?.kind ?? kinds[type];
  const counted = slug && !slug.isDub ? { sequence: slug.sequence, ...(slug.version === null ? {} : { version: slug.version }) } : {};
  return {
    type: 'TieUp',
    record: `tie-ups/${song_id} in ${work}`,
    ref: [song, work, kind, ...Object.values(counted)].join(' | '),
    names: [],
    ids: [],
    fields: { kind, ...counted },
    facts: [
      { type: 'USES', other: song },
      { type: 'FOR', other: work },
    ],
    within: [song, work],
  };
}
