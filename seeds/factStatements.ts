import { type CREDIT_ROLES, inverseOf } from '../src/graph/vocabulary.js';
import { SITES } from '../src/sites.js';
import type { NameTold, Told } from './factModel.js';
import type { Listed, Telling, World } from './facts.js';
import { creditRank, roleRank, tieUpRank } from './ranks.js';
import type { Fact, FieldValue, NameStatement, Thing } from './statements.js';
import type { ThingType } from './told.js';

/** Curated facts in the loader's words. */
export function factsOf({ tellings, relations, tieUps, related }: World): { readonly things: readonly Thing[]; readonly facts: readonly Fact[] } {
  const said = [...tellings.map(saidOf), ...tieUps.map(tieUpSaid), ...relations.map(relationSaid), ...related.map(relatedSaid)];
  return { things: said.flatMap(({ things }) => things), facts: said.flatMap(({ facts }) => facts) };
}

interface Said {
  readonly things: readonly Thing[];
  readonly facts: readonly Fact[];
}

const ref = (type: ThingType, key: string) => `${type}:${key}`;

function saidOf(telling: Telling): Said {
  // A telling is of its section's form: the files were checked, and joining them keeps the form.
  const { section, key, source } = telling;
  const told = telling.told as never;
  return tellers[section](key, told, source);
}

type Tellers = { readonly [S in Telling['section']]: (key: string, told: Told<S>, source: string) => Said };

const tellers: Tellers = {
  works: (key, { title, medium, format, start, end, ids, studios }, source) => ({
    things: [thing('Work', key, source, title, { medium, format, start, end }, ids)],
    facts: (studios ?? []).map((studio) => fact('MADE_BY', ref('Work', key), ref('Organization', studio), source)),
  }),
  franchises: (key, { name, parts, story }, source) => ({
    things: [thing('Franchise', key, source, name, {})],
    facts: parts.map((work, index) =>
      fact('PART_OF', ref('Work', work), ref('Franchise', key), source, {}, { order: index + 1, storyOrder: placeIn(story, work) }),
    ),
  }),
  artists: (key, { name, kind, born, formed, from, ids, members, influencedBy, factors }, source) => ({
    things: [thing('Artist', key, source, name, { kind, born, formed, from }, ids)],
    facts: [
      ...(members ?? []).map((member) =>
        fact('MEMBER_OF', ref('Artist', member.artist), ref('Artist', key), source, {}, { from: member.from ?? null, to: member.to ?? null }),
      ),
      ...(influencedBy ?? []).map(({ artist }) => fact('INFLUENCED_BY', ref('Artist', key), ref('Artist', artist), source)),
      ...expressions(ref('Artist', key), factors, source),
    ],
  }),
  songs: (key, { title, released, language, ids, factors, ...credits }, source) => ({
    things: [thing('Song', key, source, title, { released, language }, ids)],
    facts: [
      ...creditsOf(key, 'PERFORMER', credits.performers, source),
      ...creditsOf(key, 'FEATURED', credits.featuring, source),
      ...creditsOf(key, 'LYRICIST', credits.lyrics, source),
      ...creditsOf(key, 'COMPOSER', credits.music, source),
      ...creditsOf(key, 'ARRANGER', credits.arrangement, source),
      ...expressions(ref('Song', key), factors, source),
    ],
  }),
  characters: (key, { name, gender, birthday, in: works, voices, factors }, source) => ({
    things: [thing('Character', key, source, name, { gender, birthday })],
    facts: [
      ...Object.entries(works).map(([work, role]) =>
        fact('APPEARS_IN', ref('Character', key), ref('Work', work), source, {}, { role, rank: roleRank(role) }),
      ),
      ...(voices ?? []).map(({ artist, language, works: only }) => {
        const refs = only?.map((work) => ref('Work', work)) ?? null;
        return fact('VOICES', ref('Artist', artist), ref('Character', key), source, { language: language ?? 'ja' }, { works: refs });
      }),
      ...expressions(ref('Character', key), factors, source),
    ],
  }),
  goods: (key, { name, kind, price, code, released, maker, characters, works }, source) => ({
    things: [thing('Goods', key, source, name, { kind, price, code, released })],
    facts: [
      ...(characters ?? []).map((character) => fact('SHOWS', ref('Goods', key), ref('Character', character), source)),
      ...(works ?? []).map((work) => fact('SHOWS', ref('Goods', key), ref('Work', work), source)),
      ...(maker ? [fact('MADE_BY', ref('Goods', key), ref('Organization', maker), source)] : []),
    ],
  }),
  organizations: (key, { name, kind, factors }, source) => ({
    things: [thing('Organization', key, source, name, { kind })],
    facts: expressions(ref('Organization', key), factors, source),
  }),
  campaigns: (key, { name, brand, start, end, songs, works, characters, factors }, source) => {
    const features = [
      ...(songs ?? []).map((song) => ref('Song', song)),
      ...(works ?? []).map((work) => ref('Work', work)),
      ...(characters ?? []).map((character) => ref('Character', character)),
    ];
    return {
      things: [thing('Campaign', key, source, name, { start, end })],
      facts: [
        ...(brand ? [fact('CAMPAIGN_OF', ref('Campaign', key), ref('Organization', brand), source)] : []),
        ...features.map((each) => fact('FEATURES', ref('Campaign', key), each, source)),
        ...expressions(ref('Campaign', key), factors, source),
      ],
    };
  },
  factors: (key, { name, facet, subFacet, broader, opposite, definition, words }, source) => ({
    things: [
      thing('Factor', key, source, { language: 'en', ...name }, { facet, subFacet, definition: definition?.en, definitionJa: definition?.ja, words }),
    ],
    facts: [
      ...(broader ? [fact('BROADER', ref('Factor', key), ref('Factor', broader), source)] : []),
      ...(opposite ? [fact('OPPOSITE_OF', ref('Factor', key), ref('Factor', opposite), source)] : []),
    ],
  }),
  charts: (key, { title, publisher, year, songs }, source) => ({
    things: [thing('Chart', key, source, { original: title, language: 'en' }, { publisher, year })],
    facts: songs.map((song, index) => fact('RANKED_IN', ref('Song', song), ref('Chart', key), source, { rank: index + 1 })),
  }),
};

function tieUpSaid({ song, work, on, source, ...tieUp }: Listed<'tieUps'>): Said {
  const { kind, sequence, version, episodes, from, to } = tieUp;
  const key = [song, work, kind, sequence ?? 0, version ?? 0].join(' ');
  const rank = tieUpRank({ kind, sequence, version });
  const fields = { kind, sequence, version, episodes: episodes?.flatMap(boundsOf), onAirFrom: from, onAirTo: to, source, rank };
  return {
    things: [{ type: 'TieUp', ref: ref('TieUp', key), source, fields: given(fields), names: [], ids: [] }],
    facts: [
      fact('USES', ref('TieUp', key), ref('Song', song), source),
      fact('FOR', ref('TieUp', key), ref('Work', work), source),
      ...(on ? [fact('ON', ref('TieUp', key), ref('Organization', on), source)] : []),
    ],
  };
}

/** `1-12` and `5` as first and last. */
function boundsOf(range: string): readonly number[] {
  const [first, last] = range.split('-').map(Number);
  return first === undefined ? [] : [first, last ?? first];
}

function relationSaid({ from, is, of, source }: Listed<'relations'>): Said {
  return { things: [], facts: [fact('RELATES_TO', ref('Work', from), ref('Work', of), source, { kind: is }, { inverse: inverseOf(is) })] };
}

/** Any two of a group, told of the first. */
function relatedSaid({ terms, strength, source }: Listed<'related'>): Said {
  const pairs = terms.flatMap((one, index) => terms.slice(index + 1).map((other) => [one, other] as const));
  return { things: [], facts: pairs.map(([one, other]) => fact('RELATED_TO', ref('Factor', one), ref('Factor', other), source, {}, { strength })) };
}

function creditsOf(song: string, role: (typeof CREDIT_ROLES)[number], credits: Told<'songs'>['performers'], source: string): readonly Fact[] {
  return (credits ?? []).map(({ artist, as }, index) => {
    const rank = creditRank(role, index + 1);
    return fact('PERFORMS', ref('Artist', artist), ref('Song', song), source, { role }, { creditedAs: as ?? null, order: index + 1, rank });
  });
}

function expressions(of: string, factors: readonly string[] | undefined, source: string): readonly Fact[] {
  return (factors ?? []).map((factor) => fact('EXPRESSES', of, ref('Factor', factor), source, {}, { weight: 1 }));
}

function placeIn(list: readonly string[] | undefined, item: string): number | null {
  const index = list?.indexOf(item) ?? -1;
  return index < 0 ? null : index + 1;
}

function fact(type: string, from: string, to: string, source: string, identity: Fact['identity'] = {}, says: Fact['says'] = {}): Fact {
  return { type, from, to, source, identity, says };
}

function thing(
  type: ThingType,
  key: string,
  source: string,
  name: NameTold,
  fields: Readonly<Record<string, FieldValue | undefined>>,
  ids: Readonly<Record<string, string | undefined>> = {},
): Thing {
  return {
    type,
    ref: ref(type, key),
    source,
    fields: given(fields),
    names: namesOf(name),
    ids: SITES.flatMap((site) => (ids[site] ? [{ site, value: ids[site] }] : [])),
  };
}

/** The fields that are stated at all. */
function given(fields: Readonly<Record<string, FieldValue | undefined>>): Thing['fields'] {
  return Object.fromEntries(Object.entries(fields).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])));
}

const translations = ['en', 'ja', 'zh-Hans', 'zh-Hant', 'ko'] as const;

function namesOf(name: NameTold): readonly NameStatement[] {
  const language = name.language ?? 'ja';
  const list = (texts: readonly string[] | undefined, kind: NameStatement['kind'], spoiler = false) =>
    (texts ?? []).map((text): NameStatement => ({ text, kind, language: null, spoiler }));
  return [
    { text: name.original, kind: 'OFFICIAL', language },
    ...(name.kana ? [{ text: name.kana, kind: 'READING', language: 'ja' } as const] : []),
    ...(name.romaji ? [{ text: name.romaji, kind: 'ROMAJI', language: 'ja' } as const] : []),
    ...translations.flatMap((tag): NameStatement[] => (name[tag] ? [{ text: name[tag], kind: 'TRANSLATION', language: tag }] : [])),
    ...list(name.short, 'ABBREVIATION'),
    ...list(name.aliases, 'ALIAS'),
    ...list(name.spoilers, 'ALIAS', true),
  ];
}
