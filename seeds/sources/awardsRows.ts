import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Parsed, parsed } from '../reading/parsed.js';
import type { Rejected } from '../source.js';

const text = z.string().trim().min(1);
const id = z.int().positive();

/** Someone who is not known is told as an empty string. */
const people = z.array(z.string().trim()).transform((names) => names.filter((name) => name !== ''));

const workModel = z.object({
  id,
  title: text,
  thumbnail: z.string(),
  studio: z.array(text),
  staff: z.partialRecord(z.enum(['director', 'character_design', 'composer', 'adaptor', 'scriptwriter']), people),
});

const castModel = z.object({
  id,
  /** In romaji. */
  title: text.optional(),
  characters: z.array(
    z.object({
      /** `사쿠라자와 선생(`: one breaks off. */
      name: text.transform((name) => name.replace(/\s*[(（]$/, '')),
      gender: text,
      cv: text.transform((name) => (name === 'Unknown' ? null : name)),
    }),
  ),
});

const songsModel = z.object({ id, songs: z.array(z.object({ type: z.enum(['op', 'ed']), title: text, artist: text })) });

const studioModel = z.object({ studio: text, works: z.array(z.object({ title: text })) });

export type AwardedWork = z.output<typeof workModel>;
export type Cast = z.output<typeof castModel>;
export type AwardedSongs = z.output<typeof songsModel>;
export type StudioWorks = z.output<typeof studioModel>;

export interface Placed<Row> {
  readonly place: string;
  readonly row: Row;
}

export interface Awards {
  readonly works: readonly Placed<AwardedWork>[];
  readonly casts: readonly Placed<Cast>[];
  readonly songs: readonly Placed<AwardedSongs>[];
  /** Has films that the list of works lacks. */
  readonly studios: readonly Placed<StudioWorks>[];
  readonly rejected: readonly Rejected[];
}

/** The files of AnimeAwards, but for those on voices and directors, which turn the same casts and staff around. */
export function readAwards(path: string): Awards {
  const works = readRows(path, '2026animeData.json', workModel);
  const casts = readRows(path, '2026animeCharacterData.json', castModel);
  const songs = readRows(path, '2026animeSongsData.json', songsModel);
  const studios = readRows(path, '2026animeStudioData.json', studioModel);
  return {
    works: works.rows,
    casts: casts.rows,
    songs: songs.rows,
    studios: studios.rows,
    rejected: [works, casts, songs, studios].flatMap(({ rejected }) => rejected),
  };
}

function readRows<Model extends z.ZodType>(path: string, file: string, model: Model) {
  const values = z.array(z.unknown()).parse(JSON.parse(readFileSync(join(path, file), 'utf8')));
  const results: readonly (Parsed<z.output<Model>> & { readonly place: string })[] = values.map((value, index) => {
    const place = `${file}[${index}]`;
    return { ...parsed(model, value, place), place };
  });
  return {
    rows: results.flatMap((result): readonly Placed<z.output<Model>>[] => ('row' in result ? [{ place: result.place, row: result.row }] : [])),
    rejected: results.flatMap((result) => ('rejected' in result ? [result.rejected] : [])),
  };
}
