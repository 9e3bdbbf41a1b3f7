import { describe, expect, test } from '@jest/globals';
import { fold } from '../src/names/fold.js';
import { executor } from './support/execute.js';
import { given, rowsOf } from './support/sharedFacts.js';

const ask = await executor();

const kickBack = 'sng_xxvxzgsh01r4f5';
const yonezu = 'art_j5etpjs0y8hmrw';

/** Rows of the sheet that are fields of their own here; all others are terms of the taxonomy. */
const plain: Readonly<Record<string, readonly string[]>> = {
  song: ['title', 'kana', 'english name', 'artist', 'release date', 'tie-up'],
  person: ['kana', 'english name', 'profile', 'related artist'],
};

/** Rows that hold several terms. */
const severalIn = ['genre', 'artist style'];

const reason = given ? 'the facts in ../shared/facts' : 'SKIPPED, since ../shared/facts is not there: the facts that it holds';

(given ? describe : describe.skip)(reason, () => {
  describe("Spotify's Global Hits From Japan 2023", () => {
    test('are twenty', () => {
      expect(rowsOf('global-hits-2023.tsv').map(([rank]) => rank)).toEqual(Array.from({ length: 20 }, (_, index) => String(index + 1)));
    });

    test.each(rowsOf('global-hits-2023.tsv'))('%s: %s by %s %s', async (rank, title = '', artist = '', work = '') => {
      const { data } = await ask(
        `query Hit($title: String!) { search(query: $title, kinds: [SONG], first: 5) { nodes { ... on Song {
          title { original } artists { role creditedAs artist { name { original } } } rankings { chart rank } works { nodes { title { original } } }
        } } } }`,
        { title },
      );
      const { nodes } = data?.['search'] as { nodes: readonly Hit[] };
      const hit = nodes.find(({ rankings }) => rankings.some((ranking) => ranking.rank === Number(rank)));
      expect(hit?.rankings).toEqual([{ chart: 'Global Hits From Japan 2023', rank: Number(rank) }]);
      expect(fold(hit?.title.original ?? '')).toBe(fold(title));
      expect(fold(creditOf(hit))).toBe(fold(artist));
      if (work !== '') expect(titlesOf(hit).map(fold)).toContainEqual(expect.stringMatching(new RegExp(`^${fold(nameIn(work))}`)));
    });
  });

  describe('the sheet of KICK BACK', () => {
    const sheet = rowsOf('song-sheet-kick-back.tsv');
    const terms = sheet.flatMap(([facet = '', subFacet = '', value = '']) => {
      if (plain[facet]?.includes(subFacet)) return [];
      return (severalIn.includes(subFacet) ? value.split(/ \/ |, /) : [value]).map((term) => [facet, subFacet, term]);
    });

    test.each(terms)('%s, %s: %s — said of it, asked by it, found by its name', async (facet, subFacet, term) => {
      const { data } = await ask(
        `query Term($where: FactorFilter!, $term: String!, $isPerson: Boolean!) {
          song(id: "${kickBack}") @skip(if: $isPerson) { factors(where: $where) { factor { ...Term } } }
          songs(where: {AND: [{id: {in: ["${kickBack}"]}}, {factors: {some: $where}}]}) @skip(if: $isPerson) { nodes { id } }
          artist(id: "${yonezu}") @include(if: $isPerson) { factors(where: $where) { factor { ...Term } } }
          factors(where: $where) { nodes { ...Term artists { nodes { id } } } }
          search(query: $term, kinds: [FACTOR]) { nodes { ...Term } }
        } fragment Term on Factor { facet subFacet name { original } }`,
        { where: { facet: { in: [facet] }, subFacet: { in: [subFacet] }, term: { in: [term] } }, term, isPerson: facet === 'person' },
      );
      const factor = { facet, subFacet, name: { original: term } };
      const said = { factors: [{ factor }] };
      const asked = facet === 'person' ? { artist: said } : { song: said, songs: { nodes: [{ id: kickBack }] } };
      const artists = { nodes: facet === 'person' ? [{ id: yonezu }] : [] };
      expect(data).toEqual({ ...asked, factors: { nodes: [{ ...factor, artists }] }, search: { nodes: expect.arrayContaining([factor]) } });
    });

    test('its plain rows are fields of the song, of its tie-up and of its artist', async () => {
      const { data } = await ask(`{ song(id: "${kickBack}") {
        title { original kana english }
        released { iso }
        artists { role artist { id name { original kana english } born { month day } from influencedBy { by { id } } similarArtists { artist { id } } } }
        tieUps { nodes { kind work { title { original } } broadcaster { name { all { text } } } } }
      } }`);
      const { title, released, artists, tieUps } = data?.['song'] as Sheet;
      const artist = artists.find(({ role }) => role === 'PERFORMER')?.artist;
      const [tieUp] = tieUps.nodes;
      const value = (facet: string, subFacet: string) => sheet.find((row) => row[0] === facet && row[1] === subFacet)?.[2];
      expect(title).toEqual({ original: value('song', 'title'), kana: value('song', 'kana'), english: value('song', 'english name') });
      expect(released.iso).toBe(value('song', 'release date'));
      expect(artist?.name).toEqual({ original: value('song', 'artist'), kana: value('person', 'kana'), english: value('person', 'english name') });
      expect([value('person', 'profile'), artist?.born, artist?.from]).toEqual([
        'born on 10 March; from Tokushima city, Tokushima prefecture',
        { month: 3, day: 10 },
        '徳島県徳島市',
      ]);
      expect([value('song', 'tie-up'), tieUp?.kind, tieUp?.work.title.original]).toEqual([
        'TX「チェンソーマン」 opening theme song',
        'OPENING',
        'チェンソーマン',
      ]);
      expect(tieUp?.broadcaster.name.all).toContainEqual({ text: 'TX' });
      expect(artist?.influencedBy.length).toBeGreaterThan(0);
      expect(artist?.similarArtists.length).toBeGreaterThan(0);
    });

    test('no row is left out', () => {
      const told = sheet.filter(
        ([facet = '', subFacet = '']) => plain[facet]?.includes(subFacet) || terms.some((term) => term[0] === facet && term[1] === subFacet),
      );
      expect(told).toEqual(sheet);
      expect(terms).toHaveLength(25);
    });
  });

  describe('how 鬼滅の刃 opens into its season and songs', () => {
    test.each(rowsOf('related-works-demon-slayer.tsv'))('%s, %s, %s: %s', async (title, kind, part, name) => {
      const { data } = await ask(
        `query Part($title: String!) { search(query: $title, kinds: [WORK], first: 1) { nodes { ... on Work {
          title { original all { text } } tieUps { nodes { kind song { title { original romaji } } } }
        } } } }`,
        { title },
      );
      const [work] = (data?.['search'] as { nodes: readonly Season[] }).nodes;
      const use = part?.includes('opening') ? 'OPENING' : 'ENDING';
      const songs = work?.tieUps.nodes.filter((tieUp) => tieUp.kind === use).map(({ song }) => song.title.romaji ?? song.title.original);
      expect(work?.title.original).toBe(title);
      if (kind === 'song') expect(songs).toEqual([name]);
      else expect(work?.title.all).toContainEqual({ text: name });
    });
  });

  describe('spellings of one name', () => {
    test.each(rowsOf('name-variants.tsv'))('the %s %s is found by %s', async (kind = '', entity, variant) => {
      const { data } = await ask(
        `query Variant($query: String!, $kind: EntityKind!) { search(query: $query, kinds: [$kind], first: 1) { nodes {
          ... on Work { called: title { original } } ... on Organization { called: name { original } }
        } } }`,
        { query: variant, kind: kind.toUpperCase() },
      );
      expect(data).toEqual({ search: { nodes: [{ called: { original: entity } }] } });
    });
  });
});

interface Hit {
  readonly title: { readonly original: string };
  readonly artists: readonly {
    readonly role: string;
    readonly creditedAs: string | null;
    readonly artist: { readonly name: { readonly original: string } };
  }[];
  readonly rankings: readonly { readonly chart: string; readonly rank: number }[];
  readonly works: { readonly nodes: readonly { readonly title: { readonly original: string } }[] };
}

interface Sheet {
  readonly title: unknown;
  readonly released: { readonly iso: string };
  readonly artists: readonly {
    readonly role: string;
    readonly artist: {
      readonly name: unknown;
      readonly born: unknown;
      readonly from: string;
      readonly influencedBy: readonly unknown[];
      readonly similarArtists: readonly unknown[];
    };
  }[];
  readonly tieUps: {
    readonly nodes: readonly {
      readonly kind: string;
      readonly work: Hit;
      readonly broadcaster: { readonly name: { readonly all: readonly unknown[] } };
    }[];
  };
}

interface Season {
  readonly title: { readonly original: string; readonly all: readonly unknown[] };
  readonly tieUps: {
    readonly nodes: readonly {
      readonly kind: string;
      readonly song: { readonly title: { readonly original: string; readonly romaji: string | null } };
    }[];
  };
}

const titlesOf = (hit: Hit | undefined) => hit?.works.nodes.map(({ title }) => title.original) ?? [];

/** The credit as a chart prints it: `RADWIMPS feat. 十明`. */
function creditOf(hit: Hit | undefined): string {
  const names = (role: string) =>
    hit?.artists.filter((credit) => credit.role === role).map(({ creditedAs, artist }) => creditedAs ?? artist.name.original) ?? [];
  return [names('PERFORMER').join(' & '), ...names('FEATURED')].join(' feat. ');
}

/** `呪術廻戦` of `TVアニメ『呪術廻戦』`. */
const nameIn = (work: string) => /[『「](.+)[』」]/.exec(work)?.[1] ?? work;
