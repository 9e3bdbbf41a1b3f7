const heldByTwo = (count: string) => `(1.0 + log(${count} / 2.0))`;

/** The likeness of artists by hand: the patterns of src/graph/similarArtists.ts. */
const influenced = 'MATCH (artist)-[influence:INFLUENCED_BY]-(other:Artist)';
const joined = 'MATCH (artist)-[membership:MEMBER_OF]-(other:Artist)';
const inOneGroup =
  'MATCH (artist)-[:MEMBER_OF]->(group:Artist)<-[:MEMBER_OF]-(other:Artist) WHERE other <> artist WITH DISTINCT artist, group, other';
const onOneSong = 'MATCH (artist)-[:PERFORMS]->(song:Song)<-[:PERFORMS]-(other:Artist) WHERE other <> artist';
const inOneWork = `MATCH (artist)-[:PERFORMS {role: 'PERFORMER'}]->(song:Song)<-[:USES]-(:TieUp)-[:FOR]->(work:Work)
  <-[:FOR]-(:TieUp)-[:USES]->(otherSong:Song)<-[:PERFORMS {role: 'PERFORMER'}]-(other:Artist) WHERE other <> artist AND otherSong <> song`;
const inOneSeries = `MATCH (artist)-[:PERFORMS {role: 'PERFORMER'}]->(song:Song)<-[:USES]-(:TieUp)-[:FOR]->(work:Work)-[:PART_OF]->(franchise:Franchise)
  <-[:PART_OF]-(part:Work)<-[:FOR]-(:TieUp)-[:USES]->(otherSong:Song)<-[:PERFORMS {role: 'PERFORMER'}]-(other:Artist) WHERE other <> artist AND part <> work`;
const inOneCast = `MATCH (artist)-[:VOICES]->(character:Character)-[:APPEARS_IN]->(work:Work)<-[:APPEARS_IN]-(otherCharacter:Character)<-[:VOICES]-(other:Artist)
  WHERE other <> artist AND otherCharacter <> character`;

const weightInGroup = `2.0 / ${heldByTwo('COUNT { (group)<-[:MEMBER_OF]-() }')}`;
const weightInWork = `1.0 / ${heldByTwo('COUNT { (work)<-[:FOR]-() }')}`;
const weightInSeries = `0.5 / ${heldByTwo('COUNT { (franchise)<-[:PART_OF]-() }')}`;
const weightInCast = `0.5 / ${heldByTwo('COUNT { (work)<-[:APPEARS_IN]-() }')}`;

/** Only the order is asked for: the weights are enough, and of the ways that give one reason any will do. */
const weights = [
  `${influenced} RETURN other, 2.0 AS weight`,
  `${joined} RETURN other, 2.0 AS weight`,
  `${inOneGroup} RETURN other, ${weightInGroup} AS weight`,
  `${onOneSong} WITH other, count(DISTINCT song) AS songs RETURN other, 1.0 + log(songs) AS weight`,
  `${inOneWork} WITH DISTINCT other, work RETURN other, ${weightInWork} AS weight`,
  `${inOneSeries} WITH DISTINCT other, franchise RETURN other, ${weightInSeries} AS weight`,
  `${inOneCast} WITH DISTINCT other, work RETURN other, ${weightInCast} AS weight`,
].join('\n UNION ALL\n ');

/** From `artist` to the rows of `other`, the most similar first. */
export function mostSimilarArtists(count: number | string): string {
  return `CALL (artist) { ${weights} }
    WITH other, weight ORDER BY weight DESC
    WITH other, reduce(sum = 0.0, weight IN collect(weight)[..8] | sum + weight) AS score ORDER BY score DESC, other.id LIMIT ${count}`;
}

/** With the ids on the way: of the ways that give one reason the first by id. */
const reasons = [
  `${influenced} RETURN other, {kind: 'INFLUENCE', weight: 2.0, path: [artist.id, other.id]} AS reason`,
  `${joined} RETURN other, {kind: 'MEMBERSHIP', weight: 2.0, path: [artist.id, other.id]} AS reason`,
  `${inOneGroup} RETURN other, {kind: 'SAME_GROUP', weight: ${weightInGroup}, path: [artist.id, group.id, other.id]} AS reason`,
  `${onOneSong} WITH artist, other, min(song.id) AS song, count(DISTINCT song) AS songs
   RETURN other, {kind: 'SONGS_TOGETHER', weight: 1.0 + log(songs), path: [artist.id, song, other.id]} AS reason`,
  `${inOneWork} WITH artist, other, work, min([song.id, otherSong.id]) AS way
   RETURN other, {kind: 'SAME_WORK', weight: ${weightInWork}, path: [artist.id, way[0], work.id, way[1], other.id]} AS reason`,
  `${inOneSeries} WITH artist, other, franchise, min([song.id, otherSong.id, work.id, part.id]) AS way
   RETURN other, {kind: 'SAME_SERIES', weight: ${weightInSeries}, path: [artist.id, way[0], way[2], franchise.id, way[3], way[1], other.id]} AS reason`,
  `${inOneCast} WITH artist, other, work, min([character.id, otherCharacter.id]) AS way
   RETURN other, {kind: 'SAME_CAST', weight: ${weightInCast}, path: [artist.id, way[0], work.id, way[1], other.id]} AS reason`,
].join('\n UNION ALL\n ');

/** From `artist` to the rows of `other`, `score` and its `reasons`. */
export function mostSimilarArtistsWithReasons(count: number | string): string {
  return `CALL (artist) { ${reasons} }
    WITH other, reason ORDER BY reason.weight DESC, reason.kind, reason.path[1]
    WITH other, collect(reason)[..8] AS reasons
    WITH other, reasons, reduce(sum = 0.0, reason IN reasons | sum + reason.weight) AS score ORDER BY score DESC, other.id LIMIT ${count}`;
}
