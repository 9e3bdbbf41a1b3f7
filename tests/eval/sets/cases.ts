import type { ThingType } from '../../../seeds/told.js';
import type { Ask, Kind } from '../ask.js';
import type { Catalogue, Known } from '../catalogue.js';
import { readLines } from '../data/shared.js';

export const factsFolder = 'facts';

/** The cases that must hold, and the variants of names. */
export function cases(catalogue: Catalogue): readonly Ask[] {
  const rows = [...rowsOf('name-cases.tsv'), ...rowsOf('name-variants.tsv').map(([kind, entity, variant]) => [kind, variant, entity])];
  return rows.map(([kind = '', text = '', expected = '']) => askFor(catalogue, kind, text, expected));
}

const rowsOf = (file: string) =>
  readLines(`${factsFolder}/${file}`)
    .slice(1)
    .map((line) => line.split('\t'));

const kinds: Readonly<Record<string, readonly [Kind, ThingType]>> = {
  work: ['WORK', 'Work'],
  artist: ['ARTIST', 'Artist'],
  song: ['SONG', 'Song'],
  organization: ['ORGANIZATION', 'Organization'],
};

function askFor({ things }: Catalogue, word: string, text: string, expected: string): Ask {
  const [kind, type] = kinds[word] ?? [];
  if (!kind) throw new Error(`A case may be of ${Object.keys(kinds).join(', ')}, but ${text} is of ${JSON.stringify(word)}.`);
  if (expected === 'AMBIGUOUS') return { text, kind, truth: null, ambiguous: true };
  const [, title = expected, year] = /^(.*?)(?: \((\d{4})\))?$/.exec(expected) ?? [];
  const meant = things.filter((thing) => thing.type === type && titleOf(thing) === title && (!year || thing.year === Number(year)));
  const [first, ...others] = meant.map(({ id }) => id);
  return { text, kind, truth: first ?? `no ${word} is called ${title}`, also: others };
}

const titleOf = ({ names }: Known) => names.find(({ kind }) => kind === 'OFFICIAL')?.text;
