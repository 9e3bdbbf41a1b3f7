import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource, Reached, Reading, SourceTold } from '../source.js';
import { anime, animeClasses, overview } from './madb/anime.js';
import { Artists } from './madb/artists.js';
import { games } from './madb/games.js';
import { manga } from './madb/manga.js';
import { packages } from './madb/packages.js';
import { persons } from './madb/persons.js';
import { Series } from './madb/series.js';
import { ZIP, Zips } from './madb/zips.js';

/**
 * The Media Arts Database of Japan, a folder of zips of JSON-LD: films, videos and television specials with their theme songs and casts,
 * games, serialised manga, video packages, and the people and bodies behind them. A zip that is absent is passed over.
 */
export const madb: DataSource = { key: 'madb', describe, read };

function describe(path: string): SourceTold {
  const zips = existsSync(path) ? readdirSync(path).filter((file) => ZIP.test(file)) : [];
  if (zips.length === 0) {
    throw new Error(
      `A folder with zips of the Media Arts Database is needed, but ${path} holds none; get them from https://github.com/mediaarts-db/dataset.`,
    );
  }
  const origin = originOf(path);
  return {
    key: 'madb',
    title: 'Media Arts Database',
    licence: 'メディア芸術データベースデータセットは、自由な二次利用が可能です。',
    url: 'https://mediaarts-db.artmuseums.go.jp/',
    version: origin?.[1],
    date: origin?.[2],
  };
}

/** The commit of the data set and its day, where the folder says from which it is. */
function originOf(path: string): RegExpExecArray | null {
  const file = join(path, 'SOURCE.txt');
  return existsSync(file) ? /^commit: ([0-9a-f]{40}) \((\d{4}-\d\d-\d\d)\)/m.exec(readFileSync(file, 'utf8')) : null;
}

async function* read(path: string, reached: Reached): AsyncGenerator<Reading> {
  describe(path);
  const zips = new Zips(path, ['co504', ...animeClasses, ...animeClasses, 'gm306', 'gm305', 'cm106', 'an202'], reached);
  const artists = new Artists();
  const series = new Series();
  const bodies = new Set<string>();
  for await (const reading of persons(zips)) {
    if ('told' in reading && reading.told.type === 'Organization') bodies.add(reading.told.ref);
    yield reading;
  }
  const known = await overview(zips, series);
  const works = new Map<string, string>();
  for (const name of animeClasses) {
    for await (const reading of anime(zips, name, known, artists, series)) {
      if ('told' in reading && reading.told.type === 'Work') works.set(reading.told.ref.replace(/^.*\//, ''), reading.told.ref);
      yield reading;
    }
  }
  yield* games(zips, bodies);
  yield* manga(zips, artists);
  yield* packages(zips, works);
}
