import type { Fact, NameStatement, Statements, Thing } from '../../seeds/statements.js';
import { link } from '../eval/linking.js';

const name = (text: string, kind: NameStatement['kind'] = 'OFFICIAL', language: string | null = 'ja'): NameStatement => ({ text, kind, language });

function thing(ref: string, source: string, fields: Thing['fields'], names: readonly NameStatement[], ids: Thing['ids'] = []): Thing {
  return { type: ref.split(':')[0] as Thing['type'], ref, source, fields, names, ids };
}

function fact(from: string, type: string, to: string, source: string, identity: Fact['identity'] = {}, says: Fact['says'] = {}): Fact {
  return { type, from, to, source, identity, says };
}

const [own, other] = ['curated', 'fans'];

const things: readonly Thing[] = [
  thing(
    'Work:csm',
    own,
    { medium: 'ANIME', format: 'TV', start: '2022-10' },
    [name('チェンソーマン'), name('チェンソーマン', 'READING')],
    [{ site: 'MAL', value: '44511' }],
  ),
  thing(
    'Work:csm-fans',
    other,
    { medium: 'ANIME', start: '2022-10-12', end: '2022-12-28', officialSite: 'https://chainsawman.dog/' },
    [name('チェンソーマン'), name('Chainsaw Man', 'TRANSLATION', 'en')],
    [{ site: 'ANNICT', value: '8100' }],
  ),
  thing('Work:csm-manga', own, { medium: 'MANGA', start: '2018-12-03' }, [name('チェンソーマン')]),
  thing('Work:csm-film', own, { medium: 'ANIME', format: 'MOVIE', start: '2025-09-19' }, [name('チェンソーマン レゼ篇')]),
  thing('Work:undated', own, { medium: 'ANIME' }, [], [{ site: 'ANIDB', value: '1' }]),
  thing('Work:dated', other, { medium: 'ANIME', start: '2001-04-01' }, [name('無題')]),
  thing('Song:kick-back', own, { released: '2022-10-12' }, [name('KICK BACK', 'OFFICIAL', 'en')]),
  thing(
    'Song:kick-back-fans',
    other,
    { language: 'ja' },
    [name('KICK BACK', 'OFFICIAL', 'en'), name('キックバック', 'READING')],
    [{ site: 'ISRC', value: 'JPU902203175' }],
  ),
  thing('Song:kick-back-live', other, { released: '2023' }, [name('KICK BACK', 'OFFICIAL', 'en')]),
  thing('Artist:yonezu', own, { kind: 'PERSON', born: '1991-03-10' }, [name('米津玄師'), name('ヨネヅ・ケンシ', 'READING')]),
  thing('Artist:yonezu-fans', other, { kind: 'PERSON', from: '徳島県' }, [name('米津玄師'), name('ハチ', 'ALIAS', null)]),
  thing('Artist:yonezu-third', other, { kind: 'PERSON', born: '1991' }, [name('米津玄師')]),
  thing('Artist:young-yonezu', other, { kind: 'PERSON', born: '2001-01-01' }, [name('米津玄師')]),
  thing('Artist:toya', own, { kind: 'PERSON' }, [name('戸谷菊之介')]),
  thing('Character:denji', own, { gender: 'MALE' }, [name('デンジ')]),
  thing('Character:denji-fans', other, {}, [name('デンジ'), name('Denji', 'TRANSLATION', 'en')]),
  thing('Franchise:csm', own, {}, [name('チェンソーマン')]),
  thing('TieUp:op', own, { kind: 'OPENING', sequence: 1, source: own, rank: 10 }, []),
  thing('TieUp:op-fans', other, { kind: 'OPENING', source: other, rank: 0 }, []),
];

const facts: readonly Fact[] = [
  fact('Artist:yonezu', 'PERFORMS', 'Song:kick-back', own, { role: 'PERFORMER' }, { order: 1, rank: 0, creditedAs: null }),
  fact('Artist:yonezu', 'PERFORMS', 'Song:kick-back', own, { role: 'COMPOSER' }, { order: 1, rank: 300, creditedAs: null }),
  fact('Artist:yonezu-fans', 'PERFORMS', 'Song:kick-back-fans', other, { role: 'PERFORMER' }, { order: 1, rank: 0, creditedAs: 'Kenshi Yonezu' }),
  fact('Artist:yonezu-fans', 'PERFORMS', 'Song:kick-back', other, { role: 'LYRICIST' }, { order: 1, rank: 200, creditedAs: null }),
  fact('TieUp:op', 'USES', 'Song:kick-back', own),
  fact('TieUp:op', 'FOR', 'Work:csm', own),
  fact('TieUp:op-fans', 'USES', 'Song:kick-back-fans', other),
  fact('TieUp:op-fans', 'FOR', 'Work:csm-fans', other),
  fact('Work:csm', 'PART_OF', 'Franchise:csm', own, {}, { order: 1, storyOrder: null }),
  fact('Work:csm-fans', 'PART_OF', 'Franchise:csm', other, {}, { order: 7, storyOrder: 2 }),
  fact('Work:csm', 'RELATES_TO', 'Work:csm-manga', own, { kind: 'ADAPTATION' }, { inverse: 'ORIGINAL' }),
  fact('Work:csm-film', 'RELATES_TO', 'Work:csm-fans', other, { kind: 'SEQUEL' }, { inverse: 'PREQUEL' }),
  fact('Character:denji', 'APPEARS_IN', 'Work:csm', own, {}, { role: 'MAIN', rank: 0 }),
  fact('Character:denji-fans', 'APPEARS_IN', 'Work:csm-fans', other, {}, { role: 'SUPPORTING', rank: 1 }),
  fact('Artist:toya', 'VOICES', 'Character:denji', other, { language: 'ja' }, { works: ['Work:csm-fans', 'Work:csm-film'] }),
];

const source = (key: string) => ({ key, title: key, licence: 'CC0-1.0' });

/** A small world in which a few things are told twice, by two sources that share no id. */
export const toldTwice: Statements = { sources: [source(own), source(other)], things, facts };

/** The id that a thing of it goes by. */
export function idIn(statements: Statements, ref: string): string {
  const found = link([statements]).find(({ told }) => told.some((each) => each.ref === ref));
  if (!found) throw new Error(`There is no ${ref}.`);
  return found.id;
}
