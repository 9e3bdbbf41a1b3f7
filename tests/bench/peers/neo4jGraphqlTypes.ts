import { mostRelatedWorks } from '../operations/relatedWorksCypher.js';
import { searchCypher } from '../operations/searchCypher.js';
import { mostSimilarArtists, mostSimilarArtistsWithReasons } from '../operations/similarArtistsCypher.js';

/** A block string of SDL can't hold its own quotes. */
const cypher = (statement: string, columnName: string) => `@cypher(statement: """\n${statement}\n""", columnName: "${columnName}")`;

const forms = 'original: String! kana: String romaji: String english: String';

/**
 * The same graph for @neo4j/graphql. Its relationships are lists, also where there is exactly one. What no pattern of its own
 * says is a @cypher field with the statement that raw sends.
 */
export const neo4jGraphqlTypes = `
type Work @node {
  id: ID! ${forms} medium: String! format: String start: String end: String season: String officialSite: String orderStart: String
  tieUps: [TieUp!]! @relationship(type: "FOR", direction: IN)
  characters: [Character!]! @relationship(type: "APPEARS_IN", direction: IN, properties: "Appearance")
  songs(first: Int! = 20): [Song!]! ${cypher(
    `MATCH (this)<-[:FOR]-(tieUp:TieUp)-[:USES]->(song:Song)
    WITH song, min(tieUp.rank) AS rank ORDER BY rank, song.id LIMIT toInteger($first) RETURN song`,
    'song',
  )}
  relations: [Work!]! @relationship(type: "RELATES_TO", direction: OUT, queryDirection: UNDIRECTED)
  relatedWorks(first: Int! = 20): [Work!]! ${cypher(`WITH this AS near ${mostRelatedWorks('near', 'far', 'toInteger($first)')} RETURN far`, 'far')}
}
type Song @node {
  id: ID! ${forms} released: String language: String
  artists: [Artist!]! @relationship(type: "PERFORMS", direction: IN, properties: "Credit")
  tieUps: [TieUp!]! @relationship(type: "USES", direction: IN)
}
type Artist @node {
  id: ID! ${forms} kind: String! born: String formed: String from: String
  songs: [Song!]! @relationship(type: "PERFORMS", direction: OUT, properties: "Credit")
  latestSongs(first: Int! = 20): [Song!]! ${cypher(
    `MATCH (this)-[:PERFORMS]->(song:Song)
    WITH DISTINCT song ORDER BY coalesce(song.released, '') DESC, song.id LIMIT toInteger($first) RETURN song`,
    'song',
  )}
  voices: [Character!]! @relationship(type: "VOICES", direction: OUT, properties: "Voicing")
  members: [Artist!]! @relationship(type: "MEMBER_OF", direction: IN)
  memberOf: [Artist!]! @relationship(type: "MEMBER_OF", direction: OUT)
  similarArtists(first: Int! = 10): [Artist!]! ${cypher(`WITH this AS artist ${mostSimilarArtists('toInteger($first)')} RETURN other`, 'other')}
  likeArtists(first: Int! = 10): [LikeArtist!]! ${cypher(
    `WITH this AS artist ${mostSimilarArtistsWithReasons('toInteger($first)')}
    RETURN {score: score, original: other.original, reasons: reasons} AS like`,
    'like',
  )}
}
type LikeArtist { score: Float! original: String! reasons: [Reason!]! }
type Reason { weight: Float! path: [ID!]! }
type Character @node {
  id: ID! ${forms} gender: String birthday: String
  works: [Work!]! @relationship(type: "APPEARS_IN", direction: OUT, properties: "Appearance")
  voices: [Artist!]! @relationship(type: "VOICES", direction: IN, properties: "Voicing")
}
type TieUp @node {
  id: ID! kind: String! sequence: Int version: Int rank: Int onAirFrom: String onAirTo: String
  song: [Song!]! @relationship(type: "USES", direction: OUT)
  work: [Work!]! @relationship(type: "FOR", direction: OUT)
}
type Appearance @relationshipProperties { role: String! rank: Int }
type Credit @relationshipProperties { role: String! rank: Int }
type Voicing @relationshipProperties { language: String! }
type Found { score: Float! text: String! id: ID! }
type Query {
  search(text: String!, labels: [String!]!, part: [String!]!, same: String!, alike: String!, beginning: String!, holding: String!, mistyped: String!, mistypedWords: String!): [Found!]! ${cypher(
    `${searchCypher(10)} RETURN {id: id, text: text, score: score} AS found`,
    'found',
  )}
}
`;
