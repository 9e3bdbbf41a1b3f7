import { curatedFacts } from '../../seeds/facts.js';
import { arm } from '../../seeds/sources/arm.js';
import { bangumiData } from '../../seeds/sources/bangumiData.js';
import { bgmd } from '../../seeds/sources/bgmd.js';
import { factsFolder } from '../../seeds/stamps.js';
import type { NameStatement, Statements } from '../../seeds/statements.js';
import type { ThingType } from '../../seeds/told.js';
import { externalKey } from '../../src/graph/externalIds.js';
import { anilistChinese, anilistChineseFolder } from './data/anilistChinese.js';
import { isThere } from './data/shared.js';
import { fold } from './fold.js';
import { type Entity, link } from './linking.js';

export interface KnownName extends NameStatement {
  readonly source: string;
  readonly folded: string;
}

/** A thing with all that is known of its names before anything is hidden. */
export interface Known {
  /** The id that the product gives it. */
  readonly id: string;
  readonly type: ThingType;
  readonly refs: readonly string[];
  readonly sources: ReadonlySet<string>;
  readonly names: readonly KnownName[];
  readonly year: number | undefined;
  readonly fields: Entity['told'][number]['fields'];
  readonly externalKeys: ReadonlySet<string>;
}

/** All the names there are: the default data with the Chinese titles of AniList, without what has ids only. */
export interface Catalogue {
  readonly statements: readonly Statements[];
  readonly things: readonly Known[];
  /** The things of a type that have a name which folds to this. */
  readonly named: (type: ThingType, folded: string) => readonly Known[];
  /** What the product would link to this id. */
  readonly identified: (externalKey: string) => Known | undefined;
}

export function wholeCatalogue(): Catalogue {
  const anime = bangumiData();
  const chinese = isThere(anilistChineseFolder) ? [anilistChinese()] : [];
  return catalogueOf([curatedFacts(factsFolder), anime, bgmd(anime), ...chinese, arm()]);
}

/** Sources that only add to works that others tell of. */
const adding: readonly string[] = ['anilist-chinese', 'arm'];

function catalogueOf(told: readonly Statements[]): Catalogue {
  const things = link(told)
    .map(knownOf)
    .filter(({ sources }) => [...sources].some((source) => !adding.includes(source)));
  const kept = new Set(things.flatMap(({ refs }) => refs));
  const named = grouped(
    things.flatMap((thing) => [...new Set(thing.names.map(({ folded }) => `${thing.type} ${folded}`))].map((key) => [key, thing])),
  );
  const identified = new Map(things.flatMap((thing) => [...thing.externalKeys].map((key): [string, Known] => [key, thing])));
  return {
    statements: told.map((each) => ({ ...each, things: each.things.filter(({ ref }) => kept.has(ref)) })),
    things,
    named: (type, folded) => named.get(`${type} ${folded}`) ?? [],
    identified: (key) => identified.get(key),
  };
}

function knownOf({ id, type, told }: Entity): Known {
  const fields = Object.assign({}, ...told.map((thing) => withoutNull(thing.fields)).reverse());
  return {
    id,
    type,
    refs: told.map(({ ref }) => ref),
    sources: new Set(told.map(({ source }) => source)),
    names: told.flatMap(({ names, source }) => names.map((name) => ({ ...name, source, folded: fold(name.text) }))),
    year: Number(/^\d{4}/.exec(String(fields['start'] ?? fields['released'] ?? ''))?.[0]) || undefined,
    fields,
    externalKeys: new Set(told.flatMap(({ ids }) => ids.map(({ site, value }) => externalKey(site, value)))),
  };
}

const withoutNull = (fields: Known['fields']) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));

function grouped(entries: readonly (readonly [string, Known])[]): ReadonlyMap<string, readonly Known[]> {
  const groups = new Map<string, Known[]>();
  for (const [key, thing] of entries) groups.set(key, [...(groups.get(key) ?? []), thing]);
  return groups;
}
