import { prefixes } from '../../src/graph/ids.js';
import { generatedName } from './generatedNames.js';

export interface Counts {
  readonly works: number;
  readonly songs: number;
  readonly artists: number;
  readonly tieUps: number;
  readonly characters: number;
  readonly franchises: number;
}

export type Kind = keyof Counts;
export type Size = 'S' | 'L';

const small: Counts = { works: 10_000, songs: 20_000, artists: 5_000, tieUps: 30_000, characters: 30_000, franchises: 1_000 };

/** How many things of each kind a graph has. Everything but these numbers is the same in both: how much hangs on a thing does not grow. */
export const sizes: Readonly<Record<Size, Counts>> = {
  S: small,
  L: {
    works: 30 * small.works,
    songs: 30 * small.songs,
    artists: 30 * small.artists,
    tieUps: 30 * small.tieUps,
    characters: 30 * small.characters,
    franchises: 30 * small.franchises,
  },
};

const prefixOf: Readonly<Record<Kind, string>> = {
  works: prefixes.Work,
  songs: prefixes.Song,
  artists: prefixes.Artist,
  tieUps: prefixes.TieUp,
  characters: prefixes.Character,
  franchises: prefixes.Franchise,
};

/** The id of the n-th thing of a kind; n counts from 1. */
export function idOf(kind: Kind, n: number): string {
  return `${prefixOf[kind]}_${n.toString(36)}`;
}

/** The name of the n-th thing of a kind as it is written, made without the others. Tie-ups have none. */
export function nameOf(kind: Exclude<Kind, 'tieUps'>, n: number): string {
  return generatedName(kind, n).original;
}
