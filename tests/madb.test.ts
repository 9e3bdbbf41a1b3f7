import { expect, test } from '@jest/globals';
import { readDry } from '../seeds/reading/dryRun.js';
import type { Reading } from '../seeds/source.js';
import { madb } from '../seeds/sources/madb.js';
import type { Told } from '../seeds/told.js';
import { fold } from '../src/names/fold.js';
import { casts } from './samples/madbCasts.js';
import { type ThemeExpected, themes } from './samples/madbThemes.js';
import { withData } from './support/readTold.js';

/** What the source says of the works of the samples, and all names of artists. */
class Seen {
  readonly artists = new Map<string, string>();
  readonly songs = new Map<string, Told>();
  readonly themes = new Map<string, ThemeSeen[]>();
  readonly voices = new Map<string, ReadonlySet<string>>();
  rejectedByUs = 0;

  readonly see = (reading: Reading): void => {
    if ('rejected' in reading) {
      this.rejectedByUs += 1;
      return;
    }
    const { told } = reading;
    if (told.type === 'Artist' && told.ref.startsWith('artist/')) this.artists.set(told.ref, told.names[0]?.text ?? '');
    if (told.type === 'Song') this.songs.set(told.record, told);
    if (told.type === 'Character') this.seeCharacter(told);
    if (told.type === 'TieUp') this.seeTieUp(told);
  };

  private seeCharacter({ facts, names, within }: Told): void {
    const key = `${within?.[0]} ${fold(names[0]?.text ?? '')}`;
    const voices = facts.filter(({ type }) => type === 'VOICES').map(({ other }) => fold(this.artists.get(other) ?? ''));
    if (casts.some(({ record }) => record === within?.[0])) this.voices.set(key, new Set(voices));
  }

  private seeTieUp({ record, fields }: Told & { readonly type: 'TieUp' }): void {
    const work = record.replace(/\/theme\/.*$/, '');
    const song = this.songs.get(record.replace(/\/use\/.*$/, ''));
    if (!song || !(work in themes)) return;
    const by = (...roles: string[]) =>
      song.facts.filter(({ identity }) => roles.includes(String(identity?.['role']))).map(({ other }) => this.artists.get(other) ?? '');
    const seen = {
      kind: fields.kind ?? '',
      sequence: fields.sequence,
      title: song.names[0]?.text ?? '',
      performers: by('PERFORMER', 'FEATURED'),
      lyricists: by('LYRICIST'),
      composers: by('COMPOSER'),
    };
    this.themes.set(work, [...(this.themes.get(work) ?? []), seen]);
  }
}

interface ThemeSeen {
  readonly kind: string;
  readonly sequence: number | undefined;
  readonly title: string;
  readonly performers: readonly string[];
  readonly lyricists: readonly string[];
  readonly composers: readonly string[];
}

interface Compared {
  readonly right: number;
  readonly wrong: readonly string[];
}

/** Each statement on a theme by itself: what it is for, its title, each name with its role. */
const statements = ({ kind, title, performers, lyricists = [], composers = [] }: ThemeExpected | ThemeSeen): readonly string[] => {
  const use = `${kind} ${fold(title)}`;
  return [
    use,
    ...performers.map((name) => `${use} by ${fold(name)}`),
    ...lyricists.map((name) => `${use} words ${fold(name)}`),
    ...composers.map((name) => `${use} music ${fold(name)}`),
  ];
};

function compare(told: readonly string[], expected: ReadonlySet<string>, where: string): Compared {
  const wrong = told.filter((each) => !expected.has(each)).map((each) => `${where}: ${each}`);
  return { right: told.length - wrong.length, wrong };
}

function sum(all: readonly Compared[]): Compared & { readonly precision: number } {
  const right = all.reduce((count, each) => count + each.right, 0);
  const wrong = all.flatMap((each) => each.wrong);
  return { right, wrong, precision: right / (right + wrong.length) };
}

function compareThemes(seen: Seen) {
  return sum(
    Object.entries(themes).map(([work, expected]) =>
      compare((seen.themes.get(work) ?? []).flatMap(statements), new Set(expected.flatMap(statements)), work),
    ),
  );
}

function compareCasts(seen: Seen) {
  return sum(
    casts.map(({ record, character, voices }) => {
      if (character === null) return { right: 0, wrong: [] };
      const key = `${record} ${fold(character)}`;
      const told = seen.voices.get(key) ?? new Set();
      const isTold = voices.every((voice) => told.has(fold(voice)));
      if (told.size === 0) return { right: 0, wrong: [] };
      return isTold ? { right: 1, wrong: [] } : { right: 0, wrong: [`${key}: ${[...told].join(', ')}`] };
    }),
  );
}

withData('madb', 'the Media Arts Database', (folder) => {
  test('is read whole, and says of themes and casts what its texts say', async () => {
    const seen = new Seen();
    const { things, facts, rejected } = await readDry(madb, folder, seen.see);
    expect(rejected.length - seen.rejectedByUs).toBe(0);
    expect(things.get('Song')).toBeGreaterThanOrEqual(1500);
    expect(facts.get('VOICES')).toBeGreaterThanOrEqual(15_000);
    expect(compareThemes(seen).precision).toBeGreaterThanOrEqual(0.97);
    expect(compareCasts(seen).precision).toBeGreaterThanOrEqual(0.97);
  }, 400_000);
});
