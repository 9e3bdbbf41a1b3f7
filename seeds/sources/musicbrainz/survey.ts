import { fold } from '../../../src/names/fold.js';
import { dateOf } from '../dumps/dates.js';
import type { Artists } from './artists.js';
import { performersOf } from './credits.js';
import type { Dump } from './files.js';
import { type Recording, type Relation, recordingModel } from './models.js';

/** What is to be known of all recordings before the first song is told. */
export interface Survey {
  /** Who performed a work first, as far as dates tell. */
  readonly firstBy: (work: string) => string | undefined;
  /** The first release of a song of an artist. */
  readonly released: (artist: string, song: string) => string | undefined;
}

export async function surveyOf(dump: Dump, artists: Artists): Promise<Survey> {
  const dates = new Map<string, string>();
  const firsts = new Map<string, string>();
  for await (const line of dump.entities('recording', recordingModel)) {
    const song = 'rejected' in line ? undefined : songOf(line.value, artists);
    if (!song) continue;
    const key = keyOf(song.artist, song.name);
    const date = earlier(dates.get(key), song.released);
    if (date !== undefined) dates.set(key, date);
    const first = song.work && firsts.get(song.work);
    if (song.work && !song.isCover && (!first || isBefore(date, dates.get(keyOf(first, song.name))))) firsts.set(song.work, song.artist);
  }
  return { firstBy: (work) => firsts.get(work), released: (artist, name) => dates.get(keyOf(artist, name)) };
}

const keyOf = (artist: string, name: string) => `${artist}/${name}`;

/** What a recording is of. */
export interface Song {
  /** Who performs it: the first that is named. */
  readonly artist: string;
  readonly work: string | undefined;
  /** Under which the recordings of one artist come together: the id of the work, else the folded title. */
  readonly name: string;
  readonly released: string | undefined;
  readonly isCover: boolean;
}

/** Undefined where an artist of Japan performs no song of its own on it: by others, filmed, or another version of a song. */
export function songOf(recording: Recording, artists: Artists): Song | undefined {
  const performers = performersOf(recording).filter(({ role }) => role === 'PERFORMER');
  const [first] = performers;
  if (!first || !performers.some(({ artist }) => artists.isOfJapan(artist.id)) || recording.video || isVersion(recording)) return undefined;
  const performances = recording.relations.filter(({ type, work }) => type === 'performance' && work);
  if (performances.some(isVersionOf)) return undefined;
  const [performance] = performances;
  const work = performances.length === 1 ? performance?.work?.id : undefined;
  return {
    artist: first.artist.id,
    work,
    name: work ?? fold(recording.title).slice(0, 200),
    released: dateOf(recording['first-release-date']),
    isCover: performance?.attributes.includes('cover') ?? false,
  };
}

/** Performances may be live, instrumental, karaoke, in part, in a medley. */
const isVersionOf = ({ attributes }: Relation): boolean => attributes.some((attribute) => attribute !== 'cover');

const otherVersions = /\b(?:instrumental|off[- ]?vocal|karaoke|tv[- ](?:size|edit)|backing track)\b|カラオケ/i;
const liveBehind = /^live(?=\W*$| (?:ver|version|at|in|from)\b)/i;

/** What is said of a version: in its disambiguation, or in brackets behind the title. */
function isVersion({ title, disambiguation }: Recording): boolean {
  const comment = disambiguation ?? '';
  const behind = /\S(?:\s*[(（［[〈<~〜～]|\s-)\s*(.+)$/.exec(title)?.[1] ?? '';
  return otherVersions.test(comment) || /\blive\b/i.test(comment) || otherVersions.test(behind) || liveBehind.test(behind);
}

/** Of 2022 and 2022-11-23 the second is taken, as it tells more of the same. */
const earlier = (one: string | undefined, other: string | undefined): string | undefined => (isBefore(other, one) ? other : one);

const isBefore = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && one !== other && (other === undefined || (one < other ? !other.startsWith(one) : one.startsWith(other)));
