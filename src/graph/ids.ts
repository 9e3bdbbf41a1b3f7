/** The types that have an id of their own, and what their ids begin with. */
export const prefixes = {
  Work: 'wrk',
  Song: 'sng',
  Artist: 'art',
  TieUp: 'tie',
  Character: 'chr',
  Goods: 'gds',
  Organization: 'org',
  Franchise: 'frn',
  Factor: 'fac',
} as const;

export type NodeName = keyof typeof prefixes;

export const NODE_NAMES = Object.keys(prefixes) as [NodeName, ...NodeName[]];

/** The type an id speaks of; undefined where it can't be an id of ours. */
export function typeOfId(id: string): NodeName | undefined {
  return /^[a-z]{3}_[0-9a-z]{1,40}$/.test(id) ? NODE_NAMES.find((type) => id.startsWith(prefixes[type])) : undefined;
}
