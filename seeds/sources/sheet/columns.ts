import {
  ARTIST_KINDS,
  CHARACTER_ROLES,
  FORMATS,
  GENDERS,
  GOODS_KINDS,
  MEDIA,
  ORGANIZATION_KINDS,
  TIE_UP_KINDS,
} from '../../../src/graph/vocabulary.js';

/** What a cell may hold. A list is separated by `;` in CSV and an array in JSON Lines. */
export type Holds = 'text' | 'list' | 'date' | 'day' | 'number' | 'ranges' | 'ids' | 'factors' | readonly string[];

const names = { kana: 'text', romaji: 'text', en: 'text', zh: 'text', ko: 'text', short: 'list', also: 'list', ids: 'ids' } as const;
const title = { key: 'text', title: 'text', ...names } as const;
const name = { key: 'text', name: 'text', ...names } as const;

/** The columns of each type; in JSON Lines they are fields. */
export const COLUMNS = {
  work: {
    ...title,
    ...{ medium: MEDIA, format: FORMATS, start: 'date', end: 'date', officialSite: 'text', franchise: 'text', studios: 'list', factors: 'factors' },
  },
  song: {
    ...title,
    ...{ released: 'date', language: 'text', performers: 'list', featured: 'list', lyricists: 'list', composers: 'list', arrangers: 'list' },
    factors: 'factors',
  },
  artist: {
    ...name,
    ...{ kind: ARTIST_KINDS, born: 'date', formed: 'date', from: 'text', members: 'list', influencedBy: 'list', factors: 'factors' },
  },
  tieUp: {
    ...{ key: 'text', song: 'text', work: 'text', kind: TIE_UP_KINDS, sequence: 'number', version: 'number', episodes: 'ranges' },
    ...{ onAirFrom: 'date', onAirTo: 'date', on: 'list' },
  },
  character: {
    ...name,
    ...{ gender: GENDERS, birthday: 'day', role: CHARACTER_ROLES, works: 'list', voices: 'list', factors: 'factors' },
  },
  goods: { ...name, ...{ kind: GOODS_KINDS, price: 'number', code: 'text', released: 'date', shows: 'list', makers: 'list' } },
  organization: { ...name, ...{ kind: ORGANIZATION_KINDS, factors: 'factors' } },
  campaign: { ...name, ...{ brand: 'text', start: 'date', end: 'date', songs: 'list', works: 'list', characters: 'list', factors: 'factors' } },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Holds>>>>;

export type SheetType = keyof typeof COLUMNS;

export const SHEET_TYPES = Object.keys(COLUMNS) as [SheetType, ...SheetType[]];

export const columnsOf = (type: SheetType): Readonly<Record<string, Holds>> => COLUMNS[type];

/** What no row of a type can do without. */
export const NEEDED: Readonly<Record<SheetType, readonly string[]>> = {
  work: ['title'],
  song: ['title'],
  artist: ['name'],
  tieUp: ['song', 'work', 'kind'],
  character: ['name'],
  goods: ['name'],
  organization: ['name'],
  campaign: ['name'],
};
