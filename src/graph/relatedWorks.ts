import { many } from './declare.js';
import { bestFirst, likeness, rarity, strongestReasons } from './reasons.js';

const relation = `
  MATCH (@this)-[@relation:RELATES_TO]-(@that:Work)
  RETURN @that, {kind: 'RELATION', detail: CASE WHEN startNode(@relation) = @this THEN @relation.inverse ELSE @relation.kind END,
    weight: 3.0, path: [@this, @that]} AS @reason`;

const franchise = `
  MATCH (@this)-[:PART_OF]->(@franchise:Franchise)<-[:PART_OF]-(@that:Work) WHERE @that <> @this
  RETURN @that, {kind: 'SAME_FRANCHISE', weight: 2.0 * ${rarity('COUNT { (@franchise)<-[:PART_OF]-() } / 2.0')}, path: [@this, @franchise, @that]} AS @reason`;

const song = `
  MATCH (@this)<-[:FOR]-(:TieUp)-[:USES]->(@song:Song)<-[:USES]-(:TieUp)-[:FOR]->(@that:Work) WHERE @that <> @this
  WITH DISTINCT @this, @song, @that
  RETURN @that, {kind: 'SAME_SONG', weight: 2.0 * ${rarity('COUNT { (@song)<-[:USES]-() } / 2.0')}, path: [@this, @song, @that]} AS @reason`;

const performer = `
  MATCH (@this)<-[:FOR]-(:TieUp)-[:USES]->(@song:Song)<-[:PERFORMS {role: 'PERFORMER'}]-(@artist:Artist)
    -[:PERFORMS {role: 'PERFORMER'}]->(@other:Song)<-[:USES]-(:TieUp)-[:FOR]->(@that:Work)
  WHERE @that <> @this AND @other <> @song
  WITH @this, @that, @artist, @song, @other ORDER BY @song.id, @other.id
  WITH @this, @that, @artist, head(collect([@song, @other])) AS @pair
  RETURN @that, {kind: 'SAME_PERFORMER', weight: ${rarity(`COUNT { (@artist)-[:PERFORMS {role: 'PERFORMER'}]->() }`)},
    path: [@this, @pair[0], @artist, @pair[1], @that]} AS @reason`;

const character = `
  MATCH (@this)<-[:APPEARS_IN]-(@character:Character)-[:APPEARS_IN]->(@that:Work)
  RETURN @that, {kind: 'SAME_CHARACTER', weight: 0.5 * ${rarity('COUNT { (@character)-[:APPEARS_IN]->() } / 2.0')}, path: [@this, @character, @that]} AS @reason`;

const voice = `
  MATCH (@this)<-[:APPEARS_IN]-(@character:Character)<-[:VOICES]-(@artist:Artist)-[:VOICES]->(@other:Character)-[:APPEARS_IN]->(@that:Work)
  WHERE @that <> @this AND NOT EXISTS { (@other)-[:APPEARS_IN]->(@this) } AND NOT EXISTS { (@character)-[:APPEARS_IN]->(@that) }
  WITH @this, @that, @artist, @character, @other ORDER BY @character.id, @other.id
  WITH @this, @that, @artist, head(collect([@character, @other])) AS @pair
  RETURN @that, {kind: 'SAME_VOICE', weight: 0.4 * ${rarity('COUNT { (@artist)-[:VOICES]->() }')}, path: [@this, @pair[0], @artist, @pair[1], @that]} AS @reason`;

/** Works that have most to do with a work, with the reasons. */
export const relatedWorks = many(
  'Work',
  `CALL (@this) { ${[relation, franchise, song, performer, character, voice].join(' UNION ALL ')} } ${strongestReasons}`,
  {
    row: likeness,
    order: bestFirst,
    limit: 50,
  },
);
