import { many } from './declare.js';
import { bestFirst, likeness, rarity, strongestReasons } from './reasons.js';

const influence = `
  MATCH (@this)-[@influence:INFLUENCED_BY]-(@that:Artist)
  RETURN @that, {kind: 'INFLUENCE', detail: CASE WHEN startNode(@influence) = @this THEN 'BY' ELSE 'ON' END, weight: 2.0, path: [@this, @that]} AS @reason`;

const membership = `
  MATCH (@this)-[@membership:MEMBER_OF]-(@that:Artist)
  RETURN @that, {kind: 'MEMBERSHIP', detail: CASE WHEN startNode(@membership) = @this THEN 'GROUP' ELSE 'MEMBER' END, weight: 2.0, path: [@this, @that]} AS @reason`;

const group = `
  MATCH (@this)-[:MEMBER_OF]->(@group:Artist)<-[:MEMBER_OF]-(@that:Artist) WHERE @that <> @this
  WITH DISTINCT @this, @group, @that
  RETURN @that, {kind: 'SAME_GROUP', weight: 2.0 * ${rarity('COUNT { (@group)<-[:MEMBER_OF]-() } / 2.0')}, path: [@this, @group, @that]} AS @reason`;

const song = `
  MATCH (@this)-[:PERFORMS]->(@song:Song)<-[:PERFORMS]-(@that:Artist) WHERE @that <> @this
  WITH @this, @that, @song ORDER BY @song.id
  WITH @this, @that, collect(DISTINCT @song) AS @songs
  RETURN @that, {kind: 'SONGS_TOGETHER', detail: toString(size(@songs)), weight: 1.0 + log(size(@songs)), path: [@this, head(@songs), @that]} AS @reason`;

const work = `
  MATCH (@this)-[:PERFORMS {role: 'PERFORMER'}]->(@song:Song)<-[:USES]-(:TieUp)-[:FOR]->(@work:Work)
    <-[:FOR]-(:TieUp)-[:USES]->(@other:Song)<-[:PERFORMS {role: 'PERFORMER'}]-(@that:Artist)
  WHERE @that <> @this AND @other <> @song
  WITH @this, @that, @work, @song, @other ORDER BY @song.id, @other.id
  WITH @this, @that, @work, head(collect([@song, @other])) AS @pair
  RETURN @that, {kind: 'SAME_WORK', weight: ${rarity('COUNT { (@work)<-[:FOR]-() } / 2.0')}, path: [@this, @pair[0], @work, @pair[1], @that]} AS @reason`;

const franchise = `
  MATCH (@this)-[:PERFORMS {role: 'PERFORMER'}]->(@song:Song)<-[:USES]-(:TieUp)-[:FOR]->(@work:Work)-[:PART_OF]->(@franchise:Franchise)
    <-[:PART_OF]-(@part:Work)<-[:FOR]-(:TieUp)-[:USES]->(@other:Song)<-[:PERFORMS {role: 'PERFORMER'}]-(@that:Artist)
  WHERE @that <> @this AND @part <> @work
  WITH @this, @that, @franchise, @song, @work, @part, @other ORDER BY @song.id, @other.id, @work.id, @part.id
  WITH @this, @that, @franchise, head(collect([@song, @work, @part, @other])) AS @way
  RETURN @that, {kind: 'SAME_SERIES', weight: 0.5 * ${rarity('COUNT { (@franchise)<-[:PART_OF]-() } / 2.0')},
    path: [@this, @way[0], @way[1], @franchise, @way[2], @way[3], @that]} AS @reason`;

const voice = `
  MATCH (@this)-[:VOICES]->(@character:Character)-[:APPEARS_IN]->(@work:Work)<-[:APPEARS_IN]-(@other:Character)<-[:VOICES]-(@that:Artist)
  WHERE @that <> @this AND @other <> @character
  WITH @this, @that, @work, @character, @other ORDER BY @character.id, @other.id
  WITH @this, @that, @work, head(collect([@character, @other])) AS @pair
  RETURN @that, {kind: 'SAME_CAST', weight: 0.5 * ${rarity('COUNT { (@work)<-[:APPEARS_IN]-() } / 2.0')}, path: [@this, @pair[0], @work, @pair[1], @that]} AS @reason`;

/** Artists that have most to do with an artist, with the reasons. */
export const similarArtists = many(
  'Artist',
  `CALL (@this) { ${[influence, membership, group, song, work, franchise, voice].join(' UNION ALL ')} } ${strongestReasons}`,
  { row: likeness, order: bestFirst, limit: 50 },
);
