import { many } from './declare.js';
import { labelsOf } from './ids.js';
import {
  areStated,
  bestFirst,
  expressions,
  linked,
  mostReasons,
  rarity,
  reasonsRow,
  scoreOf,
  share,
  smallest,
  strongest,
  type Way,
} from './reasons.js';
import type { Row } from './records.js';
import { workWays } from './relatedWorks.js';
import { artistWays } from './similarArtists.js';
import { songWays, writers } from './similarSongs.js';
import type { ReasonKind } from './vocabulary.js';

export const mostLiked = 20;

/** What may be recommended. */
export const RECOMMENDED = ['Song', 'Work', 'Artist', 'Character'] as const;
type Liked = (typeof RECOMMENDED)[number];

/** So many are read for each kind of liked things, so that those recommended for several come together. */
export const mostOfKind = 200;

/** Something that is there without a detour comes before what there is by several; it tells the more the fewer of its kind there are. */
const direct = (kind: ReasonKind, match: string, count: string, path: readonly string[] = ['@this', '@that']): Way =>
  linked(match, { kind, weight: `3.6 * ${share(`COUNT { ${count} }`)}`, path });

const performs = "-[:PERFORMS {role: 'PERFORMER'}]->";
const performedBy = "<-[:PERFORMS {role: 'PERFORMER'}]-";
const parts = (franchise: string) => rarity(`COUNT { (${franchise})<-[:PART_OF]-() } / 2.0`);
const songsOf = (artist: string) => share(`COUNT { (${artist})-[:PERFORMS]->() }`);

/**
 * Of all ways over some things to the same the one by the smallest ids is told, and `@many` counts the first of these things on them. `over` is
 * what else is on the way.
 */
function firstOf(by: readonly [string, ...string[]], ...over: readonly string[]): string {
  const { way, things } = smallest(by);
  const ends = ['@this', '@that', ...over].join(', ');
  return `WITH ${ends}, ${way}, count(DISTINCT ${by[0]}) AS @many WITH ${ends}, @many, ${things}`;
}

/** What there is several times over counts for more, but not for so many times as much. */
const often = '(1.0 + log(@many))';

/** Artists around a work beyond those who sing for it. */
const artistsOfWork: readonly Way[] = [
  linked(
    `MATCH (@this)-[:PART_OF]->(@franchise:Franchise)<-[:PART_OF]-(@part:Work)<-[:FOR]-(:TieUp)-[:USES]->(@song:Song)
      ${performedBy}(@that:Artist) WHERE @part <> @this
    ${firstOf(['@part', '@song'], '@franchise')}`,
    {
      kind: 'SINGS_FOR_SERIES',
      weight: `0.7 * ${parts('@franchise')}`,
      path: ['@this', '@franchise', '@part', '@song', '@that'],
    },
  ),
  linked(
    `MATCH (@this)<-[@part:APPEARS_IN]-(@character:Character)<-[:VOICES]-(@that:Artist)
    WITH @this, @that, min([CASE @part.role WHEN 'MAIN' THEN 0 ELSE 1 END, @character.id, @character]) AS @way
    WITH @this, @that, @way[2] AS @character, CASE @way[0] WHEN 0 THEN 1.0 ELSE 0.5 END AS @role`,
    { kind: 'IN_CAST', weight: `0.7 * @role * ${share('COUNT { (@this)<-[:APPEARS_IN]-() }')}`, path: ['@this', '@character', '@that'] },
  ),
];

/** Of songs that lead over a term to the same the first is told, and whether it is stated of both. What very many songs express tells nothing. */
const mostAlike = 100;
const alike = (song: string) => `WITH @this, @that, @factor, min([${song}.id, ${song}, ${areStated}]) AS @way
    WITH @this, @that, @factor, @way[1] AS ${song}, CASE WHEN @way[2] THEN null ELSE 'ESTIMATE' END AS @estimate`;
const alikeWeight = `0.15 * ${rarity(`${expressions('@factor')} / 2.0`)}`;

/** What a work uses itself is no song like those that it uses. */
const isNotIts = 'NOT EXISTS { (@that)<-[:USES]-(:TieUp)-[:FOR]->(@this) }';
/** Credits as a writer of both songs; of whoever sings both as well that is told already. */
const areWritten = (one: string, other: string) =>
  `@own.role IN ${writers} AND @other.role IN ${writers} AND NOT (EXISTS { (@artist)${performs}(${one}) } AND EXISTS { (@artist)${performs}(${other}) })`;

/** Songs around a work beyond those it uses: of its series and what it relates to, of those who sing and write for it, of its cast. */
const songsAroundWork: readonly Way[] = [
  linked(
    `MATCH (@this)-[:PART_OF]->(@franchise:Franchise)<-[:PART_OF]-(@part:Work)<-[:FOR]-(:TieUp)-[:USES]->(@that:Song) WHERE @part <> @this
    ${firstOf(['@part'], '@franchise')}`,
    { kind: 'SONG_OF_SERIES', weight: `0.9 * ${parts('@franchise')} * ${often}`, path: ['@this', '@franchise', '@part', '@that'] },
  ),
  linked(
    `MATCH (@this)<-[:FOR]-(:TieUp)-[:USES]->(@song:Song)${performedBy}(@artist:Artist)${performs}(@that:Song) WHERE ${isNotIts}
    ${firstOf(['@song'], '@artist')}`,
    { kind: 'SONG_OF_SINGER', weight: `0.6 * ${songsOf('@artist')} * ${often}`, path: ['@this', '@song', '@artist', '@that'] },
  ),
  linked(
    `MATCH (@this)<-[:APPEARS_IN]-(@character:Character)<-[:VOICES]-(@artist:Artist)${performs}(@that:Song)
    ${firstOf(['@character'], '@artist')}`,
    { kind: 'SONG_OF_CAST', weight: `0.6 * ${songsOf('@artist')}`, path: ['@this', '@character', '@artist', '@that'] },
  ),
  linked(
    `MATCH (@this)<-[:APPEARS_IN]-(@character:Character)<-[:VOICES]-(@artist:Artist)-[:MEMBER_OF]->(@group:Artist)${performs}(@that:Song)
    ${firstOf(['@artist', '@character'], '@group')}`,
    {
      kind: 'SONG_OF_CAST_GROUP',
      detail: 'toString(@many)',
      weight: `0.4 * ${songsOf('@group')} * ${often}`,
      path: ['@this', '@character', '@artist', '@group', '@that'],
    },
  ),
  linked(
    `MATCH (@this)<-[:FOR]-(:TieUp)-[:USES]->(@song:Song)<-[@own:PERFORMS]-(@artist:Artist)-[@other:PERFORMS]->(@that:Song)
    WHERE ${isNotIts} AND ${areWritten('@song', '@that')}
    ${firstOf(['@song'], '@artist')}`,
    { kind: 'SONG_OF_WRITER', weight: `0.5 * ${songsOf('@artist')} * ${often}`, path: ['@this', '@song', '@artist', '@that'] },
  ),
  linked(
    `MATCH (@this)-[:RELATES_TO]-(@part:Work)<-[:FOR]-(:TieUp)-[:USES]->(@that:Song)
    ${firstOf(['@part'])}`,
    { kind: 'SONG_OF_RELATED', weight: `0.6 * ${share('COUNT { (@part)<-[:FOR]-() }')} * ${often}`, path: ['@this', '@part', '@that'] },
  ),
  linked(
    `MATCH (@this)<-[:FOR]-(:TieUp)-[:USES]->(@song:Song)-[@one:EXPRESSES]->(@factor:Factor) WHERE ${expressions('@factor')} <= ${mostAlike}
    MATCH (@factor)<-[@other:EXPRESSES]-(@that:Song) WHERE ${isNotIts}
    ${alike('@song')}`,
    { kind: 'SONG_LIKE_ITS', detail: '@estimate', weight: alikeWeight, path: ['@this', '@song', '@factor', '@that'] },
  ),
];

/** The same from a song to works. */
const worksAroundSong: readonly Way[] = [
  linked(
    `MATCH (@this)<-[:USES]-(:TieUp)-[:FOR]->(@part:Work)-[:PART_OF]->(@franchise:Franchise)<-[:PART_OF]-(@that:Work) WHERE @that <> @part
    ${firstOf(['@part'], '@franchise')}`,
    { kind: 'WORK_OF_SERIES', weight: `0.9 * ${parts('@franchise')} * ${often}`, path: ['@this', '@part', '@franchise', '@that'] },
  ),
  linked(
    `MATCH (@this)${performedBy}(@artist:Artist)${performs}(@song:Song)<-[:USES]-(:TieUp)-[:FOR]->(@that:Work) WHERE @song <> @this
    ${firstOf(['@song'], '@artist')}`,
    { kind: 'WORK_OF_SINGER', weight: `0.6 * ${songsOf('@artist')} * ${often}`, path: ['@this', '@artist', '@song', '@that'] },
  ),
  linked(
    `MATCH (@this)${performedBy}(@artist:Artist)-[:VOICES]->(@character:Character)-[:APPEARS_IN]->(@that:Work)
    ${firstOf(['@character'], '@artist')}`,
    { kind: 'WORK_OF_CAST', weight: `0.6 * ${share('COUNT { (@artist)-[:VOICES]->() }')}`, path: ['@this', '@artist', '@character', '@that'] },
  ),
  linked(
    `MATCH (@this)${performedBy}(@group:Artist)<-[:MEMBER_OF]-(@artist:Artist)-[:VOICES]->(@character:Character)-[:APPEARS_IN]->(@that:Work)
    ${firstOf(['@artist', '@character'], '@group')}`,
    {
      kind: 'WORK_OF_MEMBER',
      detail: 'toString(@many)',
      weight: `0.5 * ${rarity('COUNT { (@group)<-[:MEMBER_OF]-() }')} * ${often}`,
      path: ['@this', '@group', '@artist', '@character', '@that'],
    },
  ),
  linked(
    `MATCH (@this)<-[@own:PERFORMS]-(@artist:Artist)-[@other:PERFORMS]->(@song:Song)<-[:USES]-(:TieUp)-[:FOR]->(@that:Work)
    WHERE @song <> @this AND ${areWritten('@this', '@song')}
    ${firstOf(['@song'], '@artist')}`,
    { kind: 'WORK_OF_WRITER', weight: `0.5 * ${songsOf('@artist')} * ${often}`, path: ['@this', '@artist', '@song', '@that'] },
  ),
  linked(
    `MATCH (@this)<-[:USES]-(:TieUp)-[:FOR]->(@part:Work)-[:RELATES_TO]-(@that:Work)
    ${firstOf(['@part'])}`,
    { kind: 'WORK_OF_RELATED', weight: `0.6 * ${share('COUNT { (@part)-[:RELATES_TO]-() }')} * ${often}`, path: ['@this', '@part', '@that'] },
  ),
  linked(
    `MATCH (@this)-[@one:EXPRESSES]->(@factor:Factor) WHERE ${expressions('@factor')} <= ${mostAlike}
    MATCH (@factor)<-[@other:EXPRESSES]-(@song:Song)<-[:USES]-(:TieUp)-[:FOR]->(@that:Work) WHERE @song <> @this
    ${alike('@song')}`,
    { kind: 'WORK_OF_LIKE_SONG', detail: '@estimate', weight: alikeWeight, path: ['@this', '@factor', '@song', '@that'] },
  ),
];

/** What leads from a liked thing to things of its own and of other kinds. */
const ways: Readonly<Record<Liked, readonly Way[]>> = {
  Song: [
    ...songWays,
    direct('USED_BY', 'MATCH (@this)<-[:USES]-(:TieUp)-[:FOR]->(@that:Work) WITH DISTINCT @this, @that', '(@this)<-[:USES]-()'),
    direct('SUNG_BY', `MATCH (@this)${performedBy}(@that:Artist)`, '(@this)<-[:PERFORMS]-()'),
    ...worksAroundSong,
  ],
  Work: [
    ...workWays,
    direct('HAS_SONG', 'MATCH (@this)<-[:FOR]-(:TieUp)-[:USES]->(@that:Song) WITH DISTINCT @this, @that', '(@this)<-[:FOR]-()'),
    direct(
      'SINGS_FOR',
      `MATCH (@this)<-[:FOR]-(:TieUp)-[:USES]->(@song:Song)${performedBy}(@that:Artist)
      ${firstOf(['@song'])}`,
      '(@this)<-[:FOR]-()',
      ['@this', '@song', '@that'],
    ),
    direct('HAS_CHARACTER', "MATCH (@this)<-[:APPEARS_IN {role: 'MAIN'}]-(@that:Character)", '(@this)<-[:APPEARS_IN]-()'),
    ...artistsOfWork,
    ...songsAroundWork,
  ],
  Artist: [
    ...artistWays,
    direct('SINGS', `MATCH (@this)${performs}(@that:Song)`, '(@this)-[:PERFORMS]->()'),
    direct(
      'HAS_SONG_IN',
      `MATCH (@this)${performs}(@song:Song)<-[:USES]-(:TieUp)-[:FOR]->(@that:Work)
      ${firstOf(['@song'])}`,
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

/** Titles that say the same, but for what stands in brackets at the end. */
const bare = (song: string) => `trim(split(split(${song}.original, '(')[0], '（')[0])`;

/** Other versions of a liked song: of one title, and some of the same people have made them. */
const versions = `MATCH (@one:Song)<-[:PERFORMS]-(:Artist)-[:PERFORMS]->(@version:Song)
  WHERE @one.id IN $likes AND @version <> @one AND ${bare('@version')} = ${bare('@one')} RETURN DISTINCT @version.id`;

const from = (kind: Liked) =>
  `WITH $likes + COLLECT { ${versions} } AS @left, $kinds AS @kinds, $without AS @without
  UNWIND $own AS @like
  CALL (@like) {
    MATCH (@this:${kind} {id: @like}) CALL (@this) { ${ways[kind].map(({ reason }) => reason).join(' UNION ALL ')} }
    RETURN @that, @reason
  }
  WITH @left, @kinds, @that, @reason
  WHERE NOT @reason.kind IN @without AND NOT @that.id IN @left AND any(@label IN labels(@that) WHERE @label IN @kinds)
  ${strongest(['@reason.path[0].id'])}`
    // The question itself begins with `@this`.
    .replaceAll('@this', '@liked');

const recommendedBy = (kind: Liked) =>
  many(RECOMMENDED, from(kind), {
    row: reasonsRow,
    order: [{ by: '@score', descending: true }],
    limit: mostOfKind,
    given: ({ own, likes, kinds, without }) => ({ own, likes, kinds: labelsOf(kinds, RECOMMENDED), without: without ?? [] }),
  });

/** What whoever likes some things of one kind may like as well. A statement for each: Neo4j takes long to plan all of them in one. */
export const recommendations = {
  likedSongs: recommendedBy('Song'),
  likedWorks: recommendedBy('Work'),
  likedArtists: recommendedBy('Artist'),
  likedCharacters: recommendedBy('Character'),
};

/** Which of these statements things of a kind are liked by. */
export const likedBy = { Song: 'likedSongs', Work: 'likedWorks', Artist: 'likedArtists', Character: 'likedCharacters' } as const satisfies Readonly<
  Record<Liked, keyof typeof recommendations>
>;

export type Recommended = Pick<Row<(typeof recommendations)['likedSongs']>, 'node' | 'score' | 'reasons'>;

/** What is recommended for several kinds of liked things is recommended for the strongest of all its reasons. */
export function together(lists: readonly (readonly Recommended[])[], first: number): readonly Recommended[] {
  const all = new Map<string, Pick<Recommended, 'node' | 'reasons'>>();
  for (const { node, reasons } of lists.flat()) all.set(node.id, { node, reasons: [...(all.get(node.id)?.reasons ?? []), ...reasons] });
  const scored = [...all.values()].map(({ node, reasons }) => {
    const strongestOf = reasons.sort((one, other) => other.weight - one.weight).slice(0, mostReasons);
    return { node, reasons: strongestOf, score: scoreOf(strongestOf) };
  });
  return scored.sort(bestFirst).slice(0, first);
}
