import type { Reading } from '../../source.js';
import { japaneseByLetters } from '../languages.js';
import { toldOf } from '../toldOf.js';
import type { Artists } from './artists.js';
import { creditedIn, creditFacts, performersOf, writersIn } from './credits.js';
import type { Dump } from './files.js';
import { type Recording, recordingModel } from './models.js';
import { namesOf } from './names.js';
import { type Song, type Survey, songOf } from './survey.js';
import { workRef } from './works.js';

/**
 * Recordings with who performs them. A recording by the artist who performed a work first tells of the work's song; a cover is a song of its
 * own, and so is what no work is told of, where the same title by the same artist is the same song.
 */
export async function* readRecordings(dump: Dump, artists: Artists, survey: Survey, works: ReadonlySet<string>): AsyncIterable<Reading> {
  for await (const line of dump.entities('recording', recordingModel)) {
    if ('rejected' in line) {
      yield line;
      continue;
    }
    const song = songOf(line.value, artists);
    if (song) yield* recordingOf(line.place, line.value, song, artists, survey, works);
  }
}

function* recordingOf(
  place: string,
  recording: Recording,
  song: Song,
  artists: Artists,
  survey: Survey,
  works: ReadonlySet<string>,
): Iterable<Reading> {
  const performers = performersOf(recording);
  const credits = [...performers, ...writersIn(recording.relations)];
  yield* creditedIn(place, credits, artists);
  const work = song.work !== undefined && works.has(song.work) && survey.firstBy(song.work) === song.artist ? song.work : undefined;
  const released = survey.released(song.artist, song.name);
  const artist = performers[0]?.artist.name;
  yield toldOf(place, {
    type: 'Song',
    record: `recording:${recording.id}`,
    ref: work === undefined ? `song:${song.artist}/${song.name}` : workRef(work),
    names: work === undefined ? namesOf(recording.title, recording.aliases, japaneseByLetters(recording.title)) : [],
    ids: [{ site: 'MUSICBRAINZ', value: recording.id }, ...recording.isrcs.map((value) => ({ site: 'ISRC', value }))],
    fields: { ...(released && { released }) },
    facts: creditFacts(credits, artists),
    ...(work === undefined && artist && { known: { artist } }),
  });
}
