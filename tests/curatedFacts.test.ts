import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FactErrors } from '../seeds/factFiles.js';
import { curatedFacts } from '../seeds/facts.js';
import { factsFolder } from '../seeds/stamps.js';
import type { Fact, Thing } from '../seeds/statements.js';
import { executor } from './support/execute.js';

const ask = await executor();

describe('the curated facts', () => {
  const { things, facts } = curatedFacts(factsFolder);
  // A thing that two sources tell of is one.
  const told = (type: Thing['type']) => new Set(things.filter((thing) => thing.type === type).map(({ ref }) => ref));
  const targets = (type: Fact['type']) => new Set(facts.filter((fact) => fact.type === type).map(({ to }) => to));

  test.each([
    ['songs', 300, told('Song').size],
    ['artists', 200, told('Artist').size],
    ['tie-ups', 350, told('TieUp').size],
    ['characters with a voice', 300, targets('VOICES').size],
    ['goods', 60, told('Goods').size],
  ])('tell of %s: at least %d', (_, least, count) => {
    expect(count).toBeGreaterThanOrEqual(least);
  });

  test('and all of it is there once it is loaded', async () => {
    const { data } = await ask(`{
      songs { totalCount } artists { totalCount } tieUps { totalCount } characters { totalCount } voiced: characters(where: {voicedBy: {some: {}}}) { totalCount }
    }`);
    expect(data).toEqual({
      songs: { totalCount: told('Song').size },
      artists: { totalCount: told('Artist').size },
      tieUps: { totalCount: told('TieUp').size },
      characters: { totalCount: told('Character').size },
      voiced: { totalCount: targets('VOICES').size },
    });
  });

  test('make one with at least 120 imported works, by their ids elsewhere', async () => {
    const { data } = await ask('{ works(where: {AND: [{source: {in: ["curated"]}}, {source: {in: ["bangumi-data", "arm"]}}]}) { totalCount } }');
    expect((data?.['works'] as { totalCount: number }).totalCount).toBeGreaterThanOrEqual(120);
  });
});

describe('a mistake in the facts is told with file and line:', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'musubi-facts-'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  /** What is said of these files. */
  const mistakesIn = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
    const here = await mkdtemp(join(folder, 'facts-'));
    const all = { 'sources.yaml': "curated:\n  title: Musubi's curated facts\n  licence: CC0-1.0\n", ...files };
    for (const [name, text] of Object.entries(all)) await writeFile(join(here, name), text);
    try {
      curatedFacts(here);
      return [];
    } catch (error) {
      if (error instanceof FactErrors) return error.mistakes;
      throw error;
    }
  };

  const kickBack = 'subject: KICK BACK\nsongs:\n  kick-back:\n    title: {original: KICK BACK}\n';

  test('none in files that are right', async () => {
    expect(await mistakesIn({ 'a.yaml': kickBack, 'b.yaml': `${kickBack}    released: 2022-11-23\n` })).toEqual([]);
  });

  test('a field that there is not', async () => {
    expect(await mistakesIn({ 'a.yaml': `${kickBack}    realeased: 2022-11-23\n` })).toEqual([
      'a.yaml:4: songs.kick-back: Unrecognized key: "realeased"',
    ]);
  });

  test('a key that is no key', async () => {
    expect(await mistakesIn({ 'a.yaml': 'subject: x\nsongs:\n  Kick_Back:\n    title: {original: KICK BACK}\n' })).toEqual([
      'a.yaml:4: songs.Kick_Back: Invalid key in record',
    ]);
  });

  test('a word that is not in its list', async () => {
    const [mistake, ...others] = await mistakesIn({
      'a.yaml': 'subject: x\nworks:\n  chainsaw-man:\n    title: {original: チェンソーマン}\n    medium: CARTOON\n',
    });
    expect(mistake).toMatch(/^a\.yaml:5: works\.chainsaw-man\.medium: Invalid option: expected one of "ANIME"\|"FILM"/);
    expect(others).toEqual([]);
  });

  test('a date that is none', async () => {
    expect(await mistakesIn({ 'a.yaml': `${kickBack}    released: 23 November 2022\n` })).toEqual([
      'a.yaml:5: songs.kick-back.released: a date is 2022-10-12, 2022-10, 2022 or --03-10',
    ]);
  });

  test('an artist that nobody tells of', async () => {
    expect(await mistakesIn({ 'a.yaml': `${kickBack}    performers: [kenshi-yonezu]\n` })).toEqual([
      'a.yaml:5: songs.kick-back.performers: no file tells of kenshi-yonezu under artists. Tell of it, or correct the key.',
    ]);
  });

  test('a tie-up of what nobody tells of', async () => {
    expect(
      await mistakesIn({ 'a.yaml': kickBack, 'b.yaml': 'subject: b\ntieUps:\n  - {song: kick-back, work: chainsaw-man, kind: OPENING}\n' }),
    ).toEqual(['b.yaml:3: tieUps.0.work: no file tells of chainsaw-man under works. Tell of it, or correct the key.']);
  });

  test('a broader term and an opposite that nobody tells of', async () => {
    const tense = 'subject: x\nfactors:\n  tense:\n    name: {original: Tense}\n    facet: song impression\n';
    expect(await mistakesIn({ 'a.yaml': `${tense}    broader: intense\n    opposite: relaxed\n` })).toEqual([
      'a.yaml:6: factors.tense.broader: no file tells of intense under factors. Tell of it, or correct the key.',
      'a.yaml:7: factors.tense.opposite: no file tells of relaxed under factors. Tell of it, or correct the key.',
    ]);
  });

  test('a brand, a song and a value of a campaign that nobody tells of', async () => {
    const campaign = '    name: {original: HUNGRY DAYS}\n    brand: cup-noodle\n    songs: [kinen-satsuei]\n    factors: [brand-youthful]\n';
    expect(await mistakesIn({ 'a.yaml': `subject: a\ncampaigns:\n  hungry-days:\n${campaign}` })).toEqual([
      'a.yaml:5: campaigns.hungry-days.brand: no file tells of cup-noodle under organizations. Tell of it, or correct the key.',
      'a.yaml:6: campaigns.hungry-days.songs: no file tells of kinen-satsuei under songs. Tell of it, or correct the key.',
      'a.yaml:7: campaigns.hungry-days.factors: no file tells of brand-youthful under factors. Tell of it, or correct the key.',
    ]);
  });

  test('two files that contradict each other: both lines are named', async () => {
    expect(
      await mistakesIn({ 'a.yaml': `${kickBack}    released: 2022-11-23\n`, 'b.yaml': `${kickBack}    language: ja\n    released: 2022-10-12\n` }),
    ).toEqual(['b.yaml:6: songs.kick-back.released is "2022-10-12" here, but "2022-11-23" in a.yaml:5. Make them one.']);
  });

  test('two files that write a name differently', async () => {
    expect(await mistakesIn({ 'a.yaml': kickBack, 'b.yaml': 'subject: b\nsongs:\n  kick-back:\n    title:\n      original: Kick Back\n' })).toEqual([
      'b.yaml:5: songs.kick-back.title.original is "Kick Back" here, but "KICK BACK" in a.yaml:4. Make them one.',
    ]);
  });

  test('a source that sources.yaml does not know', async () => {
    expect(await mistakesIn({ 'a.yaml': `source: hearsay\n${kickBack}` })).toEqual(['a.yaml:1: sources.yaml has no source hearsay.']);
  });

  test('YAML that is none', async () => {
    const [mistake, ...others] = await mistakesIn({ 'a.yaml': 'subject: x\nsongs:\n  kick-back: {title: {original: KICK BACK}\n' });
    expect(mistake).toMatch(/^a\.yaml:[34]: Flow map .* must .* and end with a }/);
    expect(others).toEqual([]);
  });

  test('the same key twice in one file', async () => {
    expect(await mistakesIn({ 'a.yaml': `${kickBack}  kick-back:\n    title: {original: KICK BACK}\n` })).toEqual([
      'a.yaml:5: Map keys must be unique at line 5, column 3:',
    ]);
  });

  test('all mistakes of all files are told at once', async () => {
    const mistakes = await mistakesIn({
      'a.yaml': `${kickBack}    lyrics: [nobody]\n`,
      'b.yaml': 'subject: b\nartists:\n  ado:\n    name: {original: Ado}\n    kind: PERSON\n    members: [someone]\n',
    });
    expect(mistakes).toEqual([
      'a.yaml:5: songs.kick-back.lyrics: no file tells of nobody under artists. Tell of it, or correct the key.',
      'b.yaml:6: artists.ado.members: no file tells of someone under artists. Tell of it, or correct the key.',
    ]);
  });

  test('a voice in a work that nobody tells of', async () => {
    const artist =
      'artists:\n  ado:\n    name: {original: Ado}\n    kind: PERSON\nworks:\n  one-piece:\n    title: {original: ONE PIECE}\n    medium: ANIME\n';
    expect(
      await mistakesIn({
        'a.yaml': `subject: a\n${artist}characters:\n  uta:\n    name: {original: ウタ}\n    in: {one-piece: MAIN}\n    voices: [{artist: ado, works: [one-peace]}]\n`,
      }),
    ).toEqual(['a.yaml:14: characters.uta.voices: no file tells of one-peace under works. Tell of it, or correct the key.']);
  });
});
