/**
 * The likeness of works by hand: the patterns of src/graph/relatedWorks.ts. Of the reasons only the weights are kept, since nothing
 * else of them is asked for; so of the ways that give one reason any will do, and none need be sorted.
 */
export function mostRelatedWorks(from: string, to: string, count: number | string): string {
  return `CALL (${from}) {
      MATCH (${from})-[:RELATES_TO]-(${to}:Work) RETURN ${to}, 3.0 AS weight
      UNION ALL
      MATCH (${from})-[:PART_OF]->(franchise:Franchise)<-[:PART_OF]-(${to}:Work) WHERE ${to} <> ${from}
      RETURN ${to}, 2.0 / (1.0 + log(COUNT { (franchise)<-[:PART_OF]-() } / 2.0)) AS weight
      UNION ALL
      MATCH (${from})<-[:FOR]-(:TieUp)-[:USES]->(song:Song)<-[:USES]-(:TieUp)-[:FOR]->(${to}:Work) WHERE ${to} <> ${from}
      WITH DISTINCT song, ${to}
      RETURN ${to}, 2.0 / (1.0 + log(COUNT { (song)<-[:USES]-() } / 2.0)) AS weight
      UNION ALL
      MATCH (${from})<-[:FOR]-(:TieUp)-[:USES]->(song:Song)<-[:PERFORMS {role: 'PERFORMER'}]-(artist:Artist)
        -[:PERFORMS {role: 'PERFORMER'}]->(other:Song)<-[:USES]-(:TieUp)-[:FOR]->(${to}:Work)
      WHERE ${to} <> ${from} AND other <> song
      WITH DISTINCT artist, ${to}
      RETURN ${to}, 1.0 / (1.0 + log(COUNT { (artist)-[:PERFORMS {role: 'PERFORMER'}]->() })) AS weight
      UNION ALL
      MATCH (${from})<-[:APPEARS_IN]-(character:Character)-[:APPEARS_IN]->(${to}:Work)
      RETURN ${to}, 0.5 / (1.0 + log(COUNT { (character)-[:APPEARS_IN]->() } / 2.0)) AS weight
      UNION ALL
      MATCH (${from})<-[:APPEARS_IN]-(character:Character)<-[:VOICES]-(artist:Artist)-[:VOICES]->(other:Character)-[:APPEARS_IN]->(${to}:Work)
      WHERE ${to} <> ${from} AND NOT EXISTS { (other)-[:APPEARS_IN]->(${from}) } AND NOT EXISTS { (character)-[:APPEARS_IN]->(${to}) }
      WITH DISTINCT artist, ${to}
      RETURN ${to}, 0.4 / (1.0 + log(COUNT { (artist)-[:VOICES]->() })) AS weight
    }
    WITH ${to}, weight ORDER BY weight DESC
    WITH ${to}, reduce(sum = 0.0, weight IN collect(weight)[..8] | sum + weight) AS score ORDER BY score DESC, ${to}.id LIMIT ${count}`;
}
