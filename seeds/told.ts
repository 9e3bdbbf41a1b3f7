import { z } from 'zod';
import { NODE_NAMES, type NodeName, typeOfId } from '../src/graph/ids.js';
import {
  ARTIST_KINDS,
  CHARACTER_ROLES,
  CREDIT_ROLES,
  FORMATS,
  GENDERS,
  GOODS_KINDS,
  MEDIA,
  NAME_KINDS,
  ORGANIZATION_KINDS,
  RELATIONS,
  TIE_UP_KINDS,
} from '../src/graph/vocabulary.js';
import { SITES } from '../src/sites.js';

/**
 * What sources say, in our own words: each record tells of one thing its fields, names and ids elsewhere, and facts that lead from it or to
 * it. The loader checks records against this and knows nothing of sources; a source knows nothing of the database.
 */
export type ThingType = NodeName | 'Chart';

const text = z.string().trim().min(1).max(1000);
const ref = z.string().min(1).max(300);
/** A shortened ISO date, also of a birthday without its year. */
export const dateTold = z.string().regex(/^(\d{4}(-\d\d(-\d\d)?)?|--\d\d-\d\d)$/, 'a date is 2022-10-12, 2022-10, 2022 or --03-10');
const place = z.int().positive();

/** The fields that a thing may have. */
const fields = {
  Work: { medium: z.enum(MEDIA), format: z.enum(FORMATS), start: dateTold, end: dateTold, officialSite: z.string() },
  Song: { released: dateTold, language: text },
  Artist: { kind: z.enum(ARTIST_KINDS), born: dateTold, formed: dateTold, from: text },
  TieUp: {
    kind: z.enum(TIE_UP_KINDS),
    sequence: place,
    version: place,
    /** First and last of each range. */
    episodes: z.array(z.int().nonnegative()),
    onAirFrom: dateTold,
    onAirTo: dateTold,
  },
  Character: { gender: z.enum(GENDERS), birthday: dateTold },
  Goods: { kind: z.enum(GOODS_KINDS), price: z.int().positive(), code: text, released: dateTold },
  Organization: { kind: z.enum(ORGANIZATION_KINDS) },
  Campaign: { start: dateTold, end: dateTold },
  Franchise: {},
  /** What the term means, in one sentence of English and one of Japanese. */
  Factor: {
    facet: text,
    subFacet: text,
    definition: text,
    definitionJa: text,
    /** What speaks for it in a text, besides its names; Japanese and English, as a dictionary writes it. */
    words: z.array(text),
  },
  Chart: { publisher: text, year: z.int() },
} as const satisfies Readonly<Record<ThingType, z.ZodRawShape>>;

/**
 * The facts that may be told: between what, which of the two tells it (the record of that thing holds it), the properties that tell two of
 * them between the same things apart, and what else they say.
 */
export const FACT_TYPES = {
  PERFORMS: {
    from: ['Artist'],
    to: ['Song'],
    toldBy: 'to',
    identity: { role: z.enum(CREDIT_ROLES) },
    says: { creditedAs: text, order: place },
  },
  USES: { from: ['TieUp'], to: ['Song'], toldBy: 'from', identity: {}, says: {} },
  FOR: { from: ['TieUp'], to: ['Work'], toldBy: 'from', identity: {}, says: {} },
  ON: { from: ['TieUp'], to: ['Organization'], toldBy: 'from', identity: {}, says: {} },
  PART_OF: { from: ['Work'], to: ['Franchise'], toldBy: 'from', identity: {}, says: { order: place, storyOrder: place } },
  RELATES_TO: { from: ['Work'], to: ['Work'], toldBy: 'from', identity: { kind: z.enum(RELATIONS) }, says: {} },
  WORKED_ON: { from: ['Artist'], to: ['Work'], toldBy: 'to', identity: { role: text }, says: {} },
  APPEARS_IN: { from: ['Character'], to: ['Work'], toldBy: 'from', identity: {}, says: { role: z.enum(CHARACTER_ROLES) } },
  /** `works` are refs: only in these. */
  VOICES: { from: ['Artist'], to: ['Character'], toldBy: 'to', identity: { language: text }, says: { works: z.array(ref) } },
  CALLS: { from: ['Character'], to: ['Character'], toldBy: 'from', identity: { name: text }, says: {} },
  MEMBER_OF: { from: ['Artist'], to: ['Artist'], toldBy: 'to', identity: {}, says: { from: dateTold, to: dateTold } },
  /** Characters of a character unit. */
  IN_UNIT: { from: ['Character'], to: ['Artist'], toldBy: 'to', identity: {}, says: {} },
  INFLUENCED_BY: { from: ['Artist'], to: ['Artist'], toldBy: 'from', identity: {}, says: {} },
  SHOWS: { from: ['Goods'], to: ['Character', 'Work'], toldBy: 'from', identity: {}, says: {} },
  MADE_BY: { from: ['Goods', 'Work'], to: ['Organization'], toldBy: 'from', identity: {}, says: {} },
  CAMPAIGN_OF: { from: ['Campaign'], to: ['Organization'], toldBy: 'from', identity: {}, says: {} },
  /** What a campaign uses. */
  FEATURES: { from: ['Campaign'], to: ['Song', 'Work', 'Character'], toldBy: 'from', identity: {}, says: {} },
  EXPRESSES: {
    from: ['Song', 'Work', 'Artist', 'Character', 'Organization', 'Campaign'],
    to: ['Factor'],
    toldBy: 'from',
    identity: {},
    says: { weight: z.number().min(0).max(1), confidence: z.number().gt(0).max(1) },
  },
  BROADER: { from: ['Factor'], to: ['Factor'], toldBy: 'from', identity: {}, says: {} },
  /** Holds both ways, and is told once. */
  OPPOSITE_OF: { from: ['Factor'], to: ['Factor'], toldBy: 'from', identity: {}, says: {} },
  /** Terms of different facets that mean the same (1) or nearly the same; holds both ways, and is told once. */
  RELATED_TO: { from: ['Factor'], to: ['Factor'], toldBy: 'from', identity: {}, says: { strength: z.number().gt(0).max(1) } },
  RANKED_IN: { from: ['Song'], to: ['Chart'], toldBy: 'to', identity: { rank: place }, says: {} },
} as const satisfies Readonly<Record<string, FactDeclaration>>;

interface FactDeclaration {
  readonly from: readonly ThingType[];
  readonly to: readonly ThingType[];
  readonly toldBy: 'from' | 'to';
  readonly identity: z.ZodRawShape;
  readonly says: z.ZodRawShape;
}

export type FactType = keyof typeof FACT_TYPES;

/** The declaration of a type of facts, without what only one of them has. */
export const factType = (type: FactType): FactDeclaration => FACT_TYPES[type];

const name = z.strictObject({
  text,
  kind: z.enum(NAME_KINDS),
  /** BCP 47; null where it is not known. */
  language: z.string().nullable(),
  spoiler: z.boolean().optional(),
});

const id = z.strictObject({ site: z.enum(SITES), value: z.string().min(1).max(200) });

const said = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]));

const fact = z.strictObject({
  type: z.enum(Object.keys(FACT_TYPES) as [FactType, ...FactType[]]),
  /** What the source's records call the thing at the other end; a record before this one has told of it. */
  other: ref,
  identity: said.optional(),
  says: said.optional(),
});

/** What is known besides of a thing that may be in the graph under another name; it tells things of the same name apart. */
const known = z.strictObject({
  /** Of a work's or song's first release, of a campaign's start, of a birth, where `fields` don't say it. */
  year: z.int().optional(),
  /** Of a song: refs of the works that use it. */
  works: z.array(ref).optional(),
  /** Of a song: who performs it. Of a character: who voices it. */
  artist: text.optional(),
  /** The name in romaji, also run together as in an address. */
  romaji: text.optional(),
});

/** How a thing is looked for in the graph where no id elsewhere leads to it. */
const LINKS = ['BY_NAME', 'CAREFULLY', 'BY_ID'] as const;

const common = {
  /** Unique in its source and the same in its next version: `an210/C10001`. */
  record: ref,
  /** What the source's records call the thing that is told of; several records may tell of the same. */
  ref,
  names: z.array(name).max(2000),
  ids: z.array(id).max(200),
  /** Our own id of it, where the source knows it: of the thing that has it, or of the new one that gets it. */
  own: z.string().optional(),
  facts: z.array(fact).max(100_000),
  /** Things without which nobody knows what is meant: the work of a character, song and work of a tie-up. While it is asked what they are, this waits. */
  within: z.array(ref).optional(),
  known: known.optional(),
  /** By ids and by a name that folds to the same (BY_NAME, the default), by whatever looks alike as well (CAREFULLY), by ids alone. */
  link: z.enum(LINKS).optional(),
  /** What becomes of a thing that is not in the graph: a new one, which is the default, or a question. */
  unknown: z.enum(['NEW', 'ASK']).optional(),
};

const models = Object.fromEntries(
  [...NODE_NAMES, 'Chart' as const].map((type) => [
    type,
    z
      .strictObject({ type: z.literal(type), ...common, fields: z.strictObject(fields[type]).partial() })
      .refine(({ own }) => own === undefined || typeOfId(own) === type, { path: ['own'], message: `an id of ours is that of a ${type}` }),
  ]),
);

type Common = z.output<z.ZodObject<typeof common>>;
type Fields = { readonly [Type in ThingType]: Readonly<Partial<z.output<z.ZodObject<(typeof fields)[Type]>>>> };

export type NameTold = Common['names'][number];
export type IdTold = Common['ids'][number];
export type FactTold = Common['facts'][number];
/** A value of a field, or one that a fact says. */
export type Said = string | number | readonly number[] | readonly string[];

/** What one record of a source says of one thing. */
export type Told = { readonly [Type in ThingType]: Common & { readonly type: Type; readonly fields: Fields[Type] } }[ThingType];

/** Of each type of facts, made once: to make a model takes far longer than to check a fact by it. */
const factModels = Object.fromEntries(
  Object.entries<FactDeclaration>(FACT_TYPES).map(([type, { identity, says }]) => [
    type,
    z.strictObject({ identity: z.strictObject(identity), says: z.strictObject(says).partial() }),
  ]),
);

/** A record as it should be; where it isn't, sentences on what is wrong, each with its path. */
export function checkTold(value: Told): readonly string[] {
  const model = models[value.type];
  if (!model) return [`type must be one of ${Object.keys(models).join(', ')}, but got ${JSON.stringify(value.type)}.`];
  const checked = model.safeParse(value);
  const mistakes = checked.success ? [] : checked.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
  return mistakes.length > 0 ? mistakes : value.facts.flatMap((each, index) => factMistakes(value, each, index));
}

function factMistakes({ type }: Told, told: FactTold, index: number): readonly string[] {
  const { toldBy, from, to } = factType(told.type);
  const owners: readonly string[] = toldBy === 'from' ? from : to;
  if (!owners.includes(type))
    return [`facts.${index}: ${told.type} is told by the record of a ${owners.join(' or a ')}, but this one tells of a ${type}.`];
  const model = factModels[told.type];
  if (!model) throw new Error(`${told.type} is no type of facts.`);
  const checked = model.safeParse({ identity: told.identity ?? {}, says: told.says ?? {} });
  return checked.success ? [] : checked.error.issues.map(({ path, message }) => `facts.${index}.${path.map(String).join('.')}: ${message}`);
}

/** Fields, names, ids and facts: what is counted as a statement. */
export const statementsIn = ({ fields, names, ids, facts }: Told): number => Object.keys(fields).length + names.length + ids.length + facts.length;
