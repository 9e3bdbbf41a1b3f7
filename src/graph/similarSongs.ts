import { many } from './declare.js';
import { expressing, likeness, rarity, sharing, type Way } from './reasons.js';

/** The roles of those who have made a song. */
export const writers = "['LYRICIST', 'COMPOSER', 'ARRANGER']";

/** What leads from one to another. */
export const songWays: readonly Way[] = [
  sharing(
    '@artist',
    [],
    `MATCH (@this)<-[:PERFORMS {role: 'PERFORMER'}]-(@artist:Artist)-[:PERFORMS {role: 'PERFORMER'}]->(@that:Song) WHERE @that <> @this`,
    { kind: 'SAME_SINGER', weight: rarity(`COUNT { (@artist)-[:PERFORMS]->() } / 2.0`), path: ['@this', '@artist', '@that'] },
  ),
  sharing(
    '@artist',
    [],
    `MATCH (@this)<-[@credit:PERFORMS]-(@artist:Artist)-[@other:PERFORMS]->(@that:Song)
    WHERE @that <> @this AND @credit.role IN ${writers} AND @other.role IN ${writers}`,
    { kind: 'SAME_WRITER', weight: `0.5 * ${rarity('COUNT { (@artist)-[:PERFORMS]->() } / 2.0')}`, path: ['@this', '@artist', '@that'] },
  ),
  sharing('@work', [], 'MATCH (@this)<-[:USES]-(:TieUp)-[:FOR]->(@work:Work)<-[:FOR]-(:TieUp)-[:USES]->(@that:Song) WHERE @that <> @this', {
    kind: 'SAME_TIE_UP',
    weight: `0.8 * ${rarity('COUNT { (@work)<-[:FOR]-() } / 2.0')}`,
    path: ['@this', '@work', '@that'],
  }),
  sharing(
    '@franchise',
    ['@work', '@part'],
    `MATCH (@this)<-[:USES]-(:TieUp)-[:FOR]->(@work:Work)-[:PART_OF]->(@franchise:Franchise)
      <-[:PART_OF]-(@part:Work)<-[:FOR]-(:TieUp)-[:USES]->(@that:Song) WHERE @that <> @this AND @part <> @work`,
    {
      kind: 'SONGS_OF_SERIES',
      weight: `0.4 * ${rarity('COUNT { (@franchise)<-[:PART_OF]-() } / 2.0')}`,
      path: ['@this', '@work', '@franchise', '@part', '@that'],
    },
  ),
  expressing('Song', '0.8', 1000),
];

const { match, options } = likeness(songWays);

/** Songs that have most to do with a song, by whose and what they are and by how they feel and sound, with the reasons. */
export const similarSongs = many('Song', match, options);
