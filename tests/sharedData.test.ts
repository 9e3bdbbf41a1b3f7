import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { fold } from '../src/names/fold.js';
import { executor } from './support/execute.js';

const folder = new URL('../../shared/data/lasercut-songs/', import.meta.url);
const there = existsSync(folder);

const ask = await executor();

interface Song {
  readonly title: string;
  readonly artist: string | null;
  readonly type: 'OP' | 'ED' | 'INSERT';
  readonly src: string;
}

interface Name {
  readonly original: string;
  readonly romaji: string | null;
  readonly english: string | null;
}

interface TieUp {
  readonly kind: string;
  readonly work: { readonly title: Name };
  readonly song: {
    readonly title: Name;
    readonly artists: readonly {
      readonly role: string;
      readonly artist: { readonly name: { readonly all: readonly { readonly text: string }[] } };
    }[];
  };
}

const kinds = { OP: 'OPENING', ED: 'ENDING', INSERT: 'INSERT' };

/** Where the two tell differently, and both are right. */
const explained = new Map([
  ['Sakura Mitsutsuki, ED of GintamaEnchousen', 'the opening is heard at the end of one episode'],
  ['Triangler, ED of MacrossF', 'the opening is heard at the end of one episode'],
]);

describe(
  there
    ? 'the curated tie-ups beside ../shared/data/lasercut-songs'
    : 'SKIPPED, since ../shared/data/lasercut-songs is not there: the curated tie-ups beside it',
  () => {
    (there ? test : test.skip)('a song has the same kind of use in the same work, but for what is explained', async () => {
      const curated = bySongForm(await allTieUps());
      const compared = readSongs().flatMap((song) => {
        const same = (curated.get(fold(song.title)) ?? []).filter((tieUp) => isBy(tieUp, song.artist) && isFor(tieUp, song));
        return same.length === 0
          ? []
          : [
              {
                use: `${song.title}, ${song.type} of ${slugOf(song)}`,
                agrees: same.some(({ kind }) => kind === kinds[song.type] || kind === 'MAIN_THEME'),
              },
            ];
      });
      expect(compared.length).toBeGreaterThan(50);
      expect(
        compared
          .filter(({ agrees }) => !agrees)
          .map(({ use }) => use)
          .toSorted(),
      ).toEqual([...explained.keys()].toSorted());
    });
  },
);

const readSongs = (): readonly Song[] =>
  readFileSync(new URL('songs.jsonl', folder), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

async function allTieUps(): Promise<readonly TieUp[]> {
  const all: TieUp[] = [];
  let after: string | null = null;
  do {
    const { data } = await ask(
      `query TieUps($after: String) { tieUps(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes {
        kind work { title { original romaji english } } song { title { original romaji english } artists { role artist { name { all { text } } } } }
      } } }`,
      { after },
    );
    const page = data?.['tieUps'] as { nodes: readonly TieUp[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    all.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return all;
}

const formsOf = ({ original, romaji, english }: Name) => new Set([original, romaji, english].flatMap((text) => (text === null ? [] : [fold(text)])));

function bySongForm(tieUps: readonly TieUp[]): ReadonlyMap<string, readonly TieUp[]> {
  const found = new Map<string, TieUp[]>();
  for (const tieUp of tieUps) {
    for (const form of formsOf(tieUp.song.title)) found.set(form, [...(found.get(form) ?? []), tieUp]);
  }
  return found;
}

/** `Kenshi Yonezu` and `Yonezu Kenshi` are one: the words count, not their order. */
const words = (text: string) => text.split(/\s+/).map(fold).sort().join(' ');

const isBy = ({ song }: TieUp, artist: string | null) =>
  artist !== null &&
  song.artists.some(
    ({ role, artist: { name } }) =>
      role === 'PERFORMER' &&
      name.all.some(({ text }) =>
        artist
          .split(/ & |, | feat\. /)
          .map(words)
          .includes(words(text)),
      ),
  );

const slugOf = ({ src }: Song) => /\/([^/]+?)-(OP|ED|IN)/.exec(src)?.[1] ?? '';

/** The data names a work only by a slug: `MacrossF`. One that is no title of ours is left out. */
const isFor = ({ work }: TieUp, song: Song) => formsOf(work.title).has(fold(slugOf(song)));
