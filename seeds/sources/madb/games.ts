import { z } from 'zod';
import { fold } from '../../../src/names/fold.js';
import type { Reading } from '../../source.js';
import type { FactTold, IdTold, Told } from '../../told.js';
import { rejected, unlike } from './rejected.js';
import { dateOf, distinct, englishOf, links, named, plainOf, texts } from './values.js';
import type { Zips } from './zips.js';

const game = z.object({
  identifier: z.string(),
  label: z.string().optional(),
  name: texts.optional(),
  alternateName: texts.optional(),
  datePublished: z.string().optional(),
  relatedLink: z.string().optional(),
  source: z.string().optional(),
  productionCompany: links.optional(),
  precedes: links.optional(),
  succeeds: links.optional(),
  character: z.string().optional(),
});
type Game = z.output<typeof game>;

const variation = z.object({ identifier: z.string(), name: z.string(), variationOf: links.optional() });

/** gm306: games with their makers, what came before and after them, and some of their characters. `bodies` are the refs of organizations told. */
export async function* games(zips: Zips, bodies: ReadonlySet<string>): AsyncGenerator<Reading> {
  const rows: { readonly place: string; readonly row: Game }[] = [];
  const told = new Map<string, Set<string>>();
  for await (const { place, value } of zips.items('gm306')) {
    const row = game.safeParse(value);
    if (!row.success) yield unlike(place, row.error, value);
    else if (titlesOf(row.data).length === 0) yield rejected(place, 'a game has a name, but this one has none.', value);
    else {
      const work = workOf(row.data, bodies);
      told.set(work.ref, new Set(work.names.map(({ text }) => fold(text))));
      yield { place, told: work };
      yield* charactersOf(row.data, place);
      if (row.data.precedes || row.data.succeeds) rows.push({ place, row: row.data });
    }
  }
  for (const { place, row } of rows) yield* relationsOf(row, place, told);
  yield* variations(zips, told);
}

const titlesOf = ({ name, label }: Game): readonly string[] => {
  const names = [...plainOf(name), ...englishOf(name)];
  return names.length > 0 ? names : label === undefined ? [] : [label];
};

const apart = (values: readonly string[]): readonly string[] => values.flatMap((value) => value.split(/,(?! )/)).map((value) => value.trim());

function workOf(row: Game, bodies: ReadonlySet<string>): Told {
  const start = dateOf(row.datePublished);
  const [first, ...others] = titlesOf(row);
  return {
    type: 'Work',
    record: `gm306/${row.identifier}`,
    ref: `gm306/${row.identifier}`,
    names: distinct([
      ...(first === undefined ? [] : [named(first, 'OFFICIAL')]),
      ...others.map((text) =>
        named(text, englishOf(row.name).includes(text) ? 'TRANSLATION' : 'ALIAS', englishOf(row.name).includes(text) ? 'en' : null),
      ),
      ...apart(plainOf(row.alternateName)).map((text) => named(text, 'ALIAS')),
      ...apart(englishOf(row.alternateName)).map((text) => named(text, 'ALIAS', 'en')),
    ]),
    ids: idsOf(row),
    facts: (row.productionCompany ?? [])
      .map((id) => `co504/${id}`)
      .filter((other) => bodies.has(other))
      .map((other) => ({ type: 'MADE_BY', other })),
    fields: { medium: 'GAME', ...(start && { start }) },
  };
}

function idsOf({ identifier, relatedLink = '', source = '' }: Game): IdTold[] {
  const entity = /wikidata\.org\/wiki\/(Q\d+)/.exec(`${relatedLink} ${source}`)?.[1];
  return [{ site: 'MADB', value: identifier }, ...(entity ? [{ site: 'WIKIDATA' as const, value: entity }] : [])];
}

function* charactersOf(row: Game, place: string): Generator<Reading> {
  const names = new Map((row.character ?? '').split(',').flatMap((text) => (text.trim() === '' ? [] : [[fold(text), text.trim()] as const])));
  for (const [form, text] of names) {
    const ref = `gm306/${row.identifier}/character/${form}`;
    const bare = text.replace(/\s*[（(][^（）()]*[）)]$/u, '');
    yield {
      place: `${place}#character`,
      told: {
        type: 'Character',
        record: ref,
        ref,
        names: [named(bare === '' ? text : bare, 'OFFICIAL')],
        ids: [],
        facts: [{ type: 'APPEARS_IN', other: `gm306/${row.identifier}` }],
        fields: {},
        within: [`gm306/${row.identifier}`],
      },
    };
  }
}

/** A game that this one precedes is its sequel. */
function* relationsOf(row: Game, place: string, told: ReadonlyMap<string, unknown>): Generator<Reading> {
  const facts = (ids: readonly string[] | undefined, kind: string): FactTold[] =>
    (ids ?? [])
      .map((id) => `gm306/${id}`)
      .filter((other) => told.has(other) && other !== `gm306/${row.identifier}`)
      .map((other) => ({ type: 'RELATES_TO', other, identity: { kind } }));
  const all = [...facts(row.precedes, 'SEQUEL'), ...facts(row.succeeds, 'PREQUEL')];
  if (all.length === 0) return;
  yield {
    place,
    told: {
      type: 'Work',
      record: `gm306/${row.identifier}/relations`,
      ref: `gm306/${row.identifier}`,
      names: titlesOf(row)
        .slice(0, 1)
        .map((text) => named(text, 'OFFICIAL')),
      ids: [{ site: 'MADB', value: row.identifier }],
      facts: all,
      fields: { medium: 'GAME' },
    },
  };
}

/** gm305: what a game is called where it came out, `KEIBA. jpn. ワンダースワン`; told where its game has no such name. */
async function* variations(zips: Zips, told: ReadonlyMap<string, Set<string>>): AsyncGenerator<Reading> {
  for await (const { place, value } of zips.items('gm305')) {
    const row = variation.safeParse(value);
    if (!row.success) {
      yield unlike(place, row.error, value);
      continue;
    }
    const title = row.data.name.replace(/\. [a-z]{3}\. [^.]+$/u, '').replace(/ \((?:19|20)\d\d\)$/u, '');
    const [game] = row.data.variationOf ?? [];
    const names = told.get(`gm306/${game}`);
    if (game === undefined || names === undefined)
      yield rejected(place, 'a variant adds to its game, but this one names none that was told of.', row.data);
    else if (!names.has(fold(title))) {
      names.add(fold(title));
      yield {
        place,
        told: {
          type: 'Work',
          record: `gm305/${row.data.identifier}`,
          ref: `gm306/${game}`,
          names: [named(title, 'ALIAS')],
          ids: [{ site: 'MADB', value: game }],
          facts: [],
          fields: { medium: 'GAME' },
        },
      };
    }
  }
}
