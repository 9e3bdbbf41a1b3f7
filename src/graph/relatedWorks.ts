import { many } from './declare.js';
import { expressingRarest, likeness, linked, rarity, sharing, type Way } from './reasons.js';

/** What leads from one to another. */
export const workWays: readonly Way[] = [
  linked('MATCH (@this)-[@relation:RELATES_TO]-(@that:Work)', {
    kind: 'RELATION',
    detail: 'CASE WHEN startNode(@relation) = @this THEN @relation.inverse ELSE @relation.kind END',
    weight: '3.0',
    path: ['@this', '@that'],
  }),
  sharing('@franchise', [], 'MATCH (@this)-[:PART_OF]->(@franchise:Franchise)<-[:PART_OF]-(@that:Work) WHERE @that <> @this', {
    kind: 'SAME_FRANCHISE',
    weight: `2.0 * ${rarity('COUNT { (@franchise)<-[:PART_OF]-() } / 2.0')}`,
    path: ['@this', '@franchise', '@that'],
  }),
  sharing('@song', [], 'MATCH (@this)<-[:FOR]-(:TieUp)-[:USES]->(@song:Song)<-[:USES]-(:TieUp)-[:FOR]->(@that:Work) WHERE @that <> @this', {
    kind: 'SAME_SONG',
    weight: `2.0 * ${rarity('COUNT { (@song)<-[:USES]-() } / 2.0')}`,
    path: ['@this', '@song', '@that'],
  }),
  sharing(
    '@artist',
    ['@song', '@other'],
    `MATCH (@this)<-[:FOR]-(:TieUp)-[:USES]->(@song:Song)<-[:PERFORMS {role: 'PERFORMER'}]-(@artist:Artist)
      -[:PERFORMS {role: 'PERFORMER'}]->(@other:Song)<-[:USES]-(:TieUp)-[:FOR]->(@that:Work)
    WHERE @that <> @this AND @other <> @song`,
    {
      kind: 'SAME_PERFORMER',
      weight: rarity('COUNT { (@artist)-[:PERFORMS]->() } / 2.0'),
      path: ['@this', '@song', '@artist', '@other', '@that'],
    },
    `MATCH (@this)<-[:FOR]-(:TieUp)-[:USES]->(@song:Song)<-[:PERFORMS {role: 'PERFORMER'}]-(@artist:Artist)
    WITH @this, @artist, collect(DISTINCT @song) AS @songs
    MATCH (@artist)-[:PERFORMS {role: 'PERFORMER'}]->(@other:Song) WHERE size(@songs) > 1 OR @other <> @songs[0]
    MATCH (@other)<-[:USES]-(:TieUp)-[:FOR]->(@that:Work) WHERE @that <> @this`,
  ),
  sharing('@character', [], 'MATCH (@this)<-[:APPEARS_IN]-(@character:Character)-[:APPEARS_IN]->(@that:Work) WHERE @that <> @this', {
    kind: 'SAME_CHARACTER',
    weight: `0.5 * ${rarity('COUNT { (@character)-[:APPEARS_IN]->() } / 2.0')}`,
    path: ['@this', '@character', '@that'],
  }),
  sharing(
    '@franchise',
    ['@character', '@work'],
    `MATCH (@this)<-[:APPEARS_IN]-(@character:Character)-[:APPEARS_IN]->(@work:Work)-[:PART_OF]->(@franchise:Franchise)<-[:PART_OF]-(@that:Work)
    WHERE @work <> @this AND @that <> @this AND @that <> @work AND NOT EXISTS { (@this)-[:PART_OF]->(@franchise) }`,
    {
      kind: 'SERIES_OF_CHARACTER',
      weight: rarity('COUNT { (@franchise)<-[:PART_OF]-() } / 2.0'),
      path: ['@this', '@character', '@work', '@franchise', '@that'],
    },
    `MATCH (@this)<-[:APPEARS_IN]-(:Character)-[:APPEARS_IN]->(@work:Work) WHERE @work <> @this
    WITH DISTINCT @this, @work
    MATCH (@work)-[:PART_OF]->(@franchise:Franchise) WHERE NOT EXISTS { (@this)-[:PART_OF]->(@franchise) }
    WITH @this, @franchise, collect(@work) AS @works
    MATCH (@franchise)<-[:PART_OF]-(@that:Work) WHERE @that <> @this AND (size(@works) > 1 OR @that <> @works[0])`,
  ),
  sharing(
    '@artist',
    ['@character', '@other'],
    `MATCH (@this)<-[:APPEARS_IN]-(@character:Character)<-[:VOICES]-(@artist:Artist)-[:VOICES]->(@other:Character)-[:APPEARS_IN]->(@that:Work)
    WHERE @that <> @this AND NOT EXISTS { (@other)-[:APPEARS_IN]->(@this) } AND NOT EXISTS { (@character)-[:APPEARS_IN]->(@that) }`,
    {
      kind: 'SAME_VOICE',
      weight: `0.4 * ${rarity('COUNT { (@artist)-[:VOICES]->() }')}`,
      path: ['@this', '@character', '@artist', '@other', '@that'],
    },
    `MATCH (@this)<-[:APPEARS_IN]-(@character:Character)
    WITH @this, collect(DISTINCT @character) AS @cast
    UNWIND @cast AS @character
    MATCH (@character)<-[:VOICES]-(@artist:Artist)
    WITH @this, @cast, @artist, collect(DISTINCT @character) AS @characters
    MATCH (@artist)-[:VOICES]->(@other:Character) WHERE NOT @other IN @cast
    MATCH (@other)-[:APPEARS_IN]->(@that:Work)
    WITH DISTINCT @this, @artist, @characters, @that
    WHERE @that <> @this AND any(@each IN @characters WHERE NOT EXISTS { (@each)-[:APPEARS_IN]->(@that) })`,
  ),
  sharing(
    '@studio',
    [],
    `MATCH (@this)-[:MADE_BY]->(@studio:Organization) WHERE COUNT { (@studio)<-[:MADE_BY]-() } <= 300
    MATCH (@studio)<-[:MADE_BY]-(@that:Work) WHERE @that <> @this`,
    { kind: 'SAME_STUDIO', weight: `0.5 * ${rarity('COUNT { (@studio)<-[:MADE_BY]-() } / 2.0')}`, path: ['@this', '@studio', '@that'] },
  ),
  expressingRarest('Work', '0.4', 2000),
];

const { match, options } = likeness(workWays);

/** Works that have most to do with a work, with the reasons. */
export const relatedWorks = many('Work', match, options);
