import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource, Reached, Reading, SourceTold } from '../source.js';
import { Artists } from './musicbrainz/artists.js';
import { Dump, fileOf } from './musicbrainz/files.js';
import { readMembers } from './musicbrainz/members.js';
import { readRecordings } from './musicbrainz/recordings.js';
import { surveyOf } from './musicbrainz/survey.js';
import { readWorks } from './musicbrainz/works.js';

/**
 * MusicBrainz' JSON dumps, unpacked into one folder: `mbdump/artist`, and `mbdump/work` and `mbdump/recording` where they are there. The dumps
 * are of the whole world; told are artists whose country is Japan, compositions in Japanese or written by such artists, and recordings that
 * such an artist performs, with the artists from elsewhere who are credited on them. Left out are recordings that are another version of a song
 * (live, instrumental, karaoke, in part) or a video, spoken works, who played which instrument, releases, labels and places.
 */
export const musicbrainz: DataSource = { key: 'musicbrainz', describe, read };

function describe(path: string): SourceTold {
  if (!fileOf(path, 'artist'))
    throw new Error(`MusicBrainz' dump is a folder with mbdump/artist in it, but ${path} has none; unpack artist.tar.xz and give its folder.`);
  const date = timestampOf(path);
  return { key: 'musicbrainz', title: 'MusicBrainz', licence: 'CC0-1.0', url: 'https://musicbrainz.org', ...(date && { version: date, date }) };
}

/** The day of the dump, which stands beside the data. */
function timestampOf(path: string): string | undefined {
  const file = join(path, 'TIMESTAMP');
  return existsSync(file) ? /^\d{4}-\d\d-\d\d/.exec(readFileSync(file, 'utf8'))?.[0] : undefined;
}

/**
 * Artists and recordings are read twice, since they come in no order: members after all artists, and who performed a composition first before
 * it is told. Kept are the ids of artists and works, and of each song of these artists its date.
 */
async function* read(path: string, reached: Reached): AsyncIterable<Reading> {
  const dump = new Dump(path, ['artist', 'artist', 'recording', 'work', 'recording'], reached);
  const artists = new Artists();
  yield* artists.read(dump);
  yield* readMembers(dump, artists);
  const survey = await surveyOf(dump, artists);
  const works = new Set<string>();
  yield* readWorks(dump, artists, survey, works);
  yield* readRecordings(dump, artists, survey, works);
}
