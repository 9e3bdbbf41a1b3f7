/** The types that have an id of their own, and what their ids begin with. */
export const prefixes = {
  Work: 'wrk',
  Song: 'sng',
  Artist: 'art',
  TieUp: 'tie',
  Character: 'chr',
  Goods: 'gds',
  Organization: 'org',
  Campaign: 'cmp',
  Franchise: 'frn',
  Factor: 'fac',
} as const;

export type NodeName = keyof typeof prefixes;

export const NODE_NAMES = Object.keys(prefixes) as [NodeName, ...NodeName[]];

/** The kinds of things that are matched by what they express. */
export const MATCHED = ['Song', 'Work', 'Artist', 'Character', 'Organization', 'Campaign'] as const satisfies readonly NodeName[];
export type MatchedType = (typeof MATCHED)[number];

/** Those of some kinds that are asked for, in the API's capitals; all where none are. */
export const labelsOf = (kinds: unknown, among: readonly NodeName[]): readonly NodeName[] =>
  Array.isArray(kinds) ? among.filter((label) => kinds.includes(label.toUpperCase())) : among;

/** The type an id speaks of; undefined where it can't be an id of ours. */
export function typeOfId(id: string): NodeName | undefined {
  return /^[a-z]{3}_[0-9a-z]{1,40}$/.test(id) ? NODE_NAMES.find((type) => id.startsWith(prefixes[type])) : undefined;
}

/** The kinds of thing that may be told apart wrongly, and so merged and split. Their ids are never given to anything else. */
export const MERGEABLE = [
  'Work',
  'Song',
  'Artist',
  'Character',
  'Goods',
  'Organization',
  'Campaign',
  'Franchise',
] as const satisfies readonly NodeName[];

export type Mergeable = (typeof MERGEABLE)[number];

const mergeable: ReadonlySet<string> = new Set(MERGEABLE);

export const isMergeable = (type: string | undefined): type is Mergeable => type !== undefined && mergeable.has(type);
