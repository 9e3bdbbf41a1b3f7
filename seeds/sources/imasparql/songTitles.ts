import { fold } from '../../../src/names/fold.js';
import type { Reading } from '../../source.js';
import type { FactTold, IdTold, Told } from '../../told.js';
import { japaneseByLetters } from '../languages.js';
import type { State } from './state.js';

const version = /\s*[(（][^()（）]*(ver|mix|size|REM[@＠]STER|NEW SONG|MIX)[^()（）]*[)）](\s*～TV ARRANGE～)?$/i;
const cover = /\s*\(カバー[^)]*\)$/;
const again = /_\d\d$/;

export interface SongTitle {
  readonly title: string;
  readonly isCover: boolean;
}

/** `READY!!(M@STER VERSION)` is READY!!; `タッチ(カバー)` is somebody else's タッチ; `First Stage_01` is told apart by its address alone. */
export function songTitle(printed: string): SongTitle {
  const title = printed.replace(again, '').replace(cover, '').replace(version, '').trim();
  return { title: title === '' ? printed : title, isCover: cover.test(printed) };
}

export const songRef = (printed: string) => `song:${fold(songTitle(printed).title)}`;

interface SongSaid {
  readonly ids?: readonly IdTold[];
  readonly fields?: Extract<Told, { type: 'Song' }>['fields'];
  readonly facts?: readonly FactTold[];
  readonly artist?: string | undefined;
}

/** A song as it is printed somewhere: nothing where it was told in this spelling and nothing is said besides. */
export function* songPrinted(place: string, printed: string, state: State, { ids, fields, facts, artist }: SongSaid = {}): Iterable<Reading> {
  const ref = songRef(printed);
  const spellings = state.songs.get(ref);
  if (spellings?.has(printed) && ids === undefined) return;
  const { title, isCover } = songTitle(printed);
  const texts = [...new Set([title, printed.replace(again, '')])];
  yield {
    place,
    told: {
      type: 'Song',
      record: ids === undefined ? `song:${printed}` : `recording:${printed}`,
      ref,
      names: texts.map((text, index) => ({ text, kind: index === 0 && !spellings ? 'OFFICIAL' : 'ALIAS', language: japaneseByLetters(text) })),
      ids: [...(ids ?? [])],
      fields: fields ?? {},
      facts: [...(facts ?? [])],
      ...(isCover ? { link: 'CAREFULLY' as const } : artist === undefined ? {} : { known: { artist } }),
    },
  };
  state.songs.set(ref, new Set(spellings).add(printed));
}
