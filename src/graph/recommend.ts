import { many } from './declare.js';
import { labelsOf } from './ids.js';
import { linked, rarity, reasonsRow, strongest, type Way } from './reasons.js';
import { workWays } from './relatedWorks.js';
import { artistWays } from './similarArtists.js';
import { songWays } from './similarSongs.js';
import type { ReasonKind } from './vocabulary.js';

export const mostLiked = 20;

/** What may be recommended. */
const KINDS = ['Song', 'Work', 'Artist', 'Character'] as const;

/** Something that is there without a detour, the more telling the fewer of its kind there are. */
const direct = (kind: ReasonKind, match: string, count: string, path: readonly string[] = ['@this', '@that']): Way =>
  linked(match, { kind, weight: `1.2 * ${rarity(`COUNT { ${count} } / 2.0`)}`, path });

/** What leads from a liked thing to things of its own and of other kinds. */
const ways: Readonly<Record<(typeof KINDS)[number], readonly Way[]>> = {
  Song: [
    ...songWays,
    direct('USED_BY', 'MATCH (@this)<-[:USES]-(:TieUp)-[:FOR]->(@that:Work) WITH DISTINCT @this, @that', '(@this)<-[:USES]-()'),
    direct('SUNG_BY', "MATCH (@this)<-[:PERFORMS {role: 'PERFORMER'}]-(@that:Artist)", '(@this)<-[:PERFORMS]-()'),
  ],
  Work: [
    ...workWays,
    direct('HAS_SONG', 'MATCH (@this)<-[:FOR]-(:TieUp)-[:USES]->(@that:Song) WITH DISTINCT @this, @that', '(@this)<-[:FOR]-()'),
    direct(
      'SINGS_FOR',
      `MATCH (@this)<-[:FOR]-(:TieUp)-[:USES]->(@song:Song)<-[:PERFORMS {role: 'PERFORMER'}]-(@that:Artist)
      WITH @this, @that, min([@song.id, @song])[1] AS @song`,
      '(@this)<-[:FOR]-()',
      ['@this', '@song', '@that'],
    ),
    direct('HAS_CHARACTER', "MATCH (@this)<-[:APPEARS_IN {role: 'MAIN'}]-(@that:Character)", '(@this)<-[:APPEARS_IN]-()'),
  ],
  Artist: [
    ...artistWays,
    direct('SINGS', "MATCH (@this)-[:PERFORMS {role: 'PERFORMER'}]->(@that:Song)", '(@this)-[:PERFORMS]->()'),
    direct(
      'HAS_SONG_IN',
      `MATCH (@this)-[:PERFORMS {role: 'PERFORMER'}]->(@song:Song)<-[:USES]-(:TieUp)-[:FOR]->(@that:Work)
      WITH @this, @that, min([@song.id, @song])[1] AS @song`,
      '(@this)-[:PERFORMS]->()',
      ['@this', '@song', '@that'],
    ),
    direct('VOICES', 'MATCH (@this)-[:VOICES]->(@that:Character) WITH DISTINCT @this, @that', '(@this)-[:VOICES]->()'),
  ],
  Character: [
    direct('APPEARS_IN', 'MATCH (@this)-[:APPEARS_IN]->(@that:Work)', '(@this)-[:APPEARS_IN]->()'),
    direct('VOICED_BY', 'MATCH (@this)<-[:VOICES]-(@that:Artist) WITH DISTINCT @this, @that', '(@this)<-[:VOICES]-()'),
  ],
};

const waysFrom = (kind: (typeof KINDS)[number]) =>
  `MATCH (@this:${kind} {id: @like}) CALL (@this) { ${ways[kind].map(({ reason }) => reason).join(' UNION ALL ')} } RETURN @that, @reason`;

const match = `UNWIND $likes AS @like
  CALL (@like) { ${KINDS.map(waysFrom).join(' UNION ALL ')} }
  WITH @that, @reason
  WHERE NOT @that.id IN $likes AND NOT @reason.kind IN $without AND any(@label IN labels(@that) WHERE @label IN $kinds)
  ${strongest}`
  // The question itself begins with `@this`.
  .replaceAll('@this', '@liked');

/** What whoever likes some things may like as well, with the reasons. */
export const recommendations = many(KINDS, match, {
  row: reasonsRow,
  order: [{ by: '@score', descending: true }],
  limit: 50,
  given: ({ likes, kinds, without }) => ({ likes, kinds: labelsOf(kinds, KINDS), without: without ?? [] }),
});
