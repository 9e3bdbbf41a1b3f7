/** Who is believed first where sources differ. A user's own sheets, and sources of theirs, come right after what is curated here. */
const trusted = [
  'curated',
  '',
  'bangumi-data',
  'annict-titles',
  // Of anime it often has what was sold on discs.
  'madb',
  'anime-awards',
  'imasparql',
  'anilist-chinese',
  'lasercut-songs',
  'bgmd',
  'bgmd-tags',
  'arm',
  // What nobody has stated.
  'estimates',
];

/** The place of a source in the order of trust, 0 for the most trusted. */
export function trustOf(source: string): number {
  const place = trusted.indexOf(source);
  return place < 0 ? trusted.indexOf('') : place;
}

/** The same as Cypher. */
export const byTrust = (source: string) =>
  `CASE ${source} ${trusted.map((key, place) => `WHEN '${key}' THEN ${place}`).join(' ')} ELSE ${trusted.indexOf('')} END`;
