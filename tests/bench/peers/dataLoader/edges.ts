import { mostRelatedWorks } from '../../operations/relatedWorksCypher.js';
import { mostSimilarArtistsWithReasons } from '../../operations/similarArtistsCypher.js';

/**
 * The statement of each edge: for `$ids` the rows of each, in a subquery so that each has a limit of its own. A row is the
 * properties of what the edge leads to, as those who write loaders by hand select them.
 */
const from = (label: string, rows: string, limit = '') => `UNWIND $ids AS id MATCH (this:${label} {id: id})
CALL (this) { ${rows} ${limit} RETURN collect(row) AS rows }
RETURN id, rows`;
const page = (label: string, rows: string) => from(label, rows, 'LIMIT $first');
const whole = (label: string, rows: string) => from(label, rows);

export const byId = (label: string) => whole(label, 'WITH properties(this) AS row');

export const workTieUps = page('Work', 'MATCH (this)<-[:FOR]-(that:TieUp) WITH properties(that) AS row ORDER BY that.rank, that.id');

export const workSongs = page(
  'Work',
  `MATCH (this)<-[:FOR]-(tieUp:TieUp)-[:USES]->(that:Song) WITH that, min(tieUp.rank) AS rank WITH properties(that) AS row ORDER BY rank, that.id`,
);

export const workCharacters = page(
  'Work',
  `MATCH (this)<-[link:APPEARS_IN]-(that:Character)
  WITH {role: link.role, node: properties(that), workId: this.id} AS row ORDER BY link.rank, coalesce(that.kana, that.original), that.id`,
);

/** Of an appearance: the key holds the character's id and the work's. */
export const appearanceVoices = `UNWIND $ids AS id WITH id, split(id, ' ') AS pair
MATCH (character:Character {id: pair[0]})
CALL (character, pair) {
  MATCH (character)<-[link:VOICES]-(that:Artist)
  WHERE pair[1] IN link.works
    OR link.works IS NULL AND NOT EXISTS { (character)<-[other:VOICES]-() WHERE other.language = link.language AND pair[1] IN other.works }
  WITH {language: link.language, artist: properties(that)} AS row ORDER BY coalesce(that.kana, that.original), that.id
  RETURN collect(row) AS rows
}
RETURN id, rows`;

export const relatedWorks = from(
  'Work',
  `WITH this AS near ${mostRelatedWorks('near', 'far', '$first')} WITH {score: score, work: properties(far)} AS row ORDER BY score DESC, far.id`,
);

export const workRelations = whole(
  'Work',
  `MATCH (this)-[:RELATES_TO]-(that:Work) WITH {work: properties(that)} AS row ORDER BY coalesce(that.start, '9999'), that.id`,
);

export const songArtists = whole(
  'Song',
  `MATCH (this)<-[link:PERFORMS]-(that:Artist)
  WITH {role: link.role, creditedAs: link.creditedAs, artist: properties(that)} AS row ORDER BY link.rank, that.id`,
);

const songTieUpRows = 'MATCH (this)<-[:USES]-(that:TieUp)-[:FOR]->(work:Work)';

export const songTieUps = page('Song', `${songTieUpRows} WITH properties(that) AS row ORDER BY coalesce(work.start, '9999'), that.rank, that.id`);

export const songTieUpCount = 'UNWIND $ids AS id MATCH (this:Song {id: id}) RETURN id, [COUNT { (this)<-[:USES]-() }] AS rows';

export const artistSongs = page(
  'Artist',
  `MATCH (this)-[:PERFORMS]->(that:Song) WITH DISTINCT that WITH properties(that) AS row ORDER BY coalesce(that.released, '') DESC, that.id`,
);

export const similarArtists = from(
  'Artist',
  `WITH this AS artist ${mostSimilarArtistsWithReasons('$first')} WITH {score: score, artist: properties(other), reasons: reasons} AS row ORDER BY score DESC, other.id`,
);

export const artistVoices = page(
  'Artist',
  `MATCH (this)-[link:VOICES]->(that:Character)
  WITH {language: link.language, node: properties(that)} AS row ORDER BY coalesce(that.kana, that.original), link.language, that.id`,
);

const membershipOrder = `ORDER BY coalesce(link.from, ''), coalesce(that.kana, that.original), that.id`;

export const artistMembers = whole(
  'Artist',
  `MATCH (this)<-[link:MEMBER_OF]-(that:Artist) WITH {member: properties(that)} AS row ${membershipOrder}`,
);

export const artistMemberOf = whole(
  'Artist',
  `MATCH (this)-[link:MEMBER_OF]->(that:Artist) WITH {group: properties(that)} AS row ${membershipOrder}`,
);

export const characterWorks = page(
  'Character',
  `MATCH (this)-[link:APPEARS_IN]->(that:Work) WITH {role: link.role, node: properties(that)} AS row ORDER BY coalesce(that.start, '9999'), that.id`,
);

export const characterVoices = whole(
  'Character',
  `MATCH (this)<-[link:VOICES]-(that:Artist)
  WITH {language: link.language, artist: properties(that)} AS row ORDER BY link.language DESC, coalesce(that.kana, that.original), that.id`,
);

export const tieUpSong = whole('TieUp', 'MATCH (this)-[:USES]->(that:Song) WITH properties(that) AS row');

export const tieUpWork = whole('TieUp', 'MATCH (this)-[:FOR]->(that:Work) WITH properties(that) AS row');

const filteredWorks = `MATCH (work:Work) WHERE work.orderStart >= $start AND work.orderStart < $end AND ($media IS NULL OR work.medium IN $media)`;

export const works = `${filteredWorks} WITH work ORDER BY work.orderStart DESC, work.id LIMIT $first RETURN properties(work) AS row`;

export const workCount = `${filteredWorks} RETURN {count: count(*)} AS row`;
