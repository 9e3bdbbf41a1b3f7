import { many } from './declare.js';
import { expressing, likeness, linked, rarity, sharing, sharingAll, type Way } from './reasons.js';

/** Of a work in whose cast one of the two is and for which the other sings. */
const castAndSong = {
  kind: 'CAST_AND_SONG' as const,
  weight: `0.7 * ${rarity('(COUNT { (@work)<-[:APPEARS_IN]-() } + COUNT { (@work)<-[:FOR]-() }) / 2.0')}`,
};

/** Who works with a group has to do with its members, as those have to do with whoever works with it. */
const songsWithGroup = {
  kind: 'SONGS_WITH_GROUP' as const,
  weight: `1.2 * ${rarity('COUNT { (@group)<-[:MEMBER_OF]-() } / 2.0')}`,
};

const withGroups: readonly Way[] = [
  sharing(
    '@group',
    ['@song'],
    `MATCH (@this)-[:PERFORMS]->(@song:Song)<-[:PERFORMS]-(@group:Artist)<-[:MEMBER_OF]-(@that:Artist)
    WHERE @that <> @this AND @group <> @this AND NOT EXISTS { (@this)-[:MEMBER_OF]->(@group) }`,
    { ...songsWithGroup, detail: `'THEIRS'`, path: ['@this', '@song', '@group', '@that'] },
  ),
  sharing(
    '@group',
    ['@song'],
    `MATCH (@this)-[:MEMBER_OF]->(@group:Artist)-[:PERFORMS]->(@song:Song)<-[:PERFORMS]-(@that:Artist)
    WHERE @that <> @this AND @that <> @group AND NOT EXISTS { (@that)-[:MEMBER_OF]->(@group) }`,
    { ...songsWithGroup, detail: `'OURS'`, path: ['@this', '@group', '@song', '@that'] },
  ),
  // The more members of a group are in casts with somebody, the more that tells.
  sharingAll(
    '@mate',
    ['@character', '@work', '@other', '@mate'],
    `MATCH (@this)-[:VOICES]->(@character:Character)-[:APPEARS_IN]->(@work:Work)<-[:APPEARS_IN]-(@other:Character)<-[:VOICES]-(@mate:Artist)
      -[:MEMBER_OF]->(@that:Artist)
    WHERE @mate <> @this AND @other <> @character AND NOT EXISTS { (@this)-[:MEMBER_OF]->(@that) }`,
    {
      kind: 'GROUP_OF_CAST',
      detail: 'toString(@count)',
      weight: '0.3 * (1.0 + log(@count))',
      path: ['@this', '@character', '@work', '@other', '@mate', '@that'],
    },
  ),
];

/** What leads from one to another. */
export const artistWays: readonly Way[] = [
  linked('MATCH (@this)-[@influence:INFLUENCED_BY]-(@that:Artist)', {
    kind: 'INFLUENCE',
    detail: `CASE WHEN startNode(@influence) = @this THEN 'BY' ELSE 'ON' END`,
    weight: '2.0',
    path: ['@this', '@that'],
  }),
  linked('MATCH (@this)-[@membership:MEMBER_OF]-(@that:Artist)', {
    kind: 'MEMBERSHIP',
    detail: `CASE WHEN startNode(@membership) = @this THEN 'GROUP' ELSE 'MEMBER' END`,
    weight: '2.0',
    path: ['@this', '@that'],
  }),
  sharing('@group', [], 'MATCH (@this)-[:MEMBER_OF]->(@group:Artist)<-[:MEMBER_OF]-(@that:Artist) WHERE @that <> @this', {
    kind: 'SAME_GROUP',
    weight: `2.0 * ${rarity('COUNT { (@group)<-[:MEMBER_OF]-() } / 2.0')}`,
    path: ['@this', '@group', '@that'],
  }),
  sharingAll('@song', ['@song'], 'MATCH (@this)-[:PERFORMS]->(@song:Song)<-[:PERFORMS]-(@that:Artist) WHERE @that <> @this', {
    kind: 'SONGS_TOGETHER',
    detail: 'toString(@count)',
    weight: '1.0 + log(@count)',
    path: ['@this', '@song', '@that'],
  }),
  ...withGroups,
  sharing(
    '@work',
    ['@song', '@other'],
    `MATCH (@this)-[:PERFORMS {role: 'PERFORMER'}]->(@song:Song)<-[:USES]-(:TieUp)-[:FOR]->(@work:Work)
      <-[:FOR]-(:TieUp)-[:USES]->(@other:Song)<-[:PERFORMS {role: 'PERFORMER'}]-(@that:Artist)
    WHERE @that <> @this AND @other <> @song`,
    { kind: 'SAME_WORK', weight: rarity('COUNT { (@work)<-[:FOR]-() } / 2.0'), path: ['@this', '@song', '@work', '@other', '@that'] },
    `MATCH (@this)-[:PERFORMS {role: 'PERFORMER'}]->(@song:Song)<-[:USES]-(:TieUp)-[:FOR]->(@work:Work)
    WITH @this, @work, collect(DISTINCT @song) AS @songs
    MATCH (@work)<-[:FOR]-(:TieUp)-[:USES]->(@other:Song)<-[:PERFORMS {role: 'PERFORMER'}]-(@that:Artist)
    WHERE @that <> @this AND (size(@songs) > 1 OR @other <> @songs[0])`,
  ),
  sharing(
    '@franchise',
    ['@song', '@other', '@work', '@part'],
    `MATCH (@this)-[:PERFORMS {role: 'PERFORMER'}]->(@song:Song)<-[:USES]-(:TieUp)-[:FOR]->(@work:Work)-[:PART_OF]->(@franchise:Franchise)
      <-[:PART_OF]-(@part:Work)<-[:FOR]-(:TieUp)-[:USES]->(@other:Song)<-[:PERFORMS {role: 'PERFORMER'}]-(@that:Artist)
    WHERE @that <> @this AND @part <> @work`,
    {
      kind: 'SAME_SERIES',
      weight: `0.5 * ${rarity('COUNT { (@franchise)<-[:PART_OF]-() } / 2.0')}`,
      path: ['@this', '@song', '@work', '@franchise', '@part', '@other', '@that'],
    },
    `MATCH (@this)-[:PERFORMS {role: 'PERFORMER'}]->(:Song)<-[:USES]-(:TieUp)-[:FOR]->(@work:Work)
    WITH DISTINCT @this, @work
    MATCH (@work)-[:PART_OF]->(@franchise:Franchise)
    WITH @this, @franchise, collect(@work) AS @works
    MATCH (@franchise)<-[:PART_OF]-(@part:Work) WHERE size(@works) > 1 OR @part <> @works[0]
    MATCH (@part)<-[:FOR]-(:TieUp)-[:USES]->(@other:Song)
    WITH DISTINCT @this, @franchise, @other
    MATCH (@other)<-[:PERFORMS {role: 'PERFORMER'}]-(@that:Artist) WHERE @that <> @this`,
  ),
  sharing(
    '@work',
    ['@character', '@other'],
    `MATCH (@this)-[:VOICES]->(@character:Character)-[:APPEARS_IN]->(@work:Work)<-[:APPEARS_IN]-(@other:Character)<-[:VOICES]-(@that:Artist)
    WHERE @that <> @this AND @other <> @character`,
    {
      kind: 'SAME_CAST',
      weight: `0.5 * ${rarity('COUNT { (@work)<-[:APPEARS_IN]-() } / 2.0')}`,
      path: ['@this', '@character', '@work', '@other', '@that'],
    },
    `MATCH (@this)-[:VOICES]->(@character:Character)-[:APPEARS_IN]->(@work:Work)
    WITH @this, @work, collect(DISTINCT @character) AS @characters
    MATCH (@work)<-[:APPEARS_IN]-(@other:Character)<-[:VOICES]-(@that:Artist)
    WHERE @that <> @this AND (size(@characters) > 1 OR @other <> @characters[0])`,
  ),
  sharing(
    '@work',
    ['@character', '@song'],
    `MATCH (@this)-[:VOICES]->(@character:Character)-[:APPEARS_IN]->(@work:Work)
      <-[:FOR]-(:TieUp)-[:USES]->(@song:Song)<-[:PERFORMS {role: 'PERFORMER'}]-(@that:Artist) WHERE @that <> @this`,
    { ...castAndSong, detail: `'CAST'`, path: ['@this', '@character', '@work', '@song', '@that'] },
    `MATCH (@this)-[:VOICES]->(:Character)-[:APPEARS_IN]->(@work:Work)
    WITH DISTINCT @this, @work
    MATCH (@work)<-[:FOR]-(:TieUp)-[:USES]->(:Song)<-[:PERFORMS {role: 'PERFORMER'}]-(@that:Artist) WHERE @that <> @this`,
  ),
  sharing(
    '@work',
    ['@song', '@character'],
    `MATCH (@this)-[:PERFORMS {role: 'PERFORMER'}]->(@song:Song)<-[:USES]-(:TieUp)-[:FOR]->(@work:Work)
      <-[:APPEARS_IN]-(@character:Character)<-[:VOICES]-(@that:Artist) WHERE @that <> @this`,
    { ...castAndSong, detail: `'SINGER'`, path: ['@this', '@song', '@work', '@character', '@that'] },
    `MATCH (@this)-[:PERFORMS {role: 'PERFORMER'}]->(:Song)<-[:USES]-(:TieUp)-[:FOR]->(@work:Work)
    WITH DISTINCT @this, @work
    MATCH (@work)<-[:APPEARS_IN]-(:Character)<-[:VOICES]-(@that:Artist) WHERE @that <> @this`,
  ),
  expressing('Artist', '0.6', 300),
];

/** Of a date as far as it is known; null where the year is not. */
const year = (date: string) => `toInteger(left(${date}, 4))`;

const within3Years = (field: string) =>
  `(@this.${field} IS NOT NULL AND @that.${field} IS NOT NULL AND abs(${year(`@this.${field}`)} - ${year(`@that.${field}`)}) <= 3)`;

/** People of about the same age, groups of about the same time. */
const sameGeneration = {
  holds: `${within3Years('born')} OR ${within3Years('formed')}`,
  reason: {
    kind: 'SAME_GENERATION' as const,
    detail: `left(coalesce(@this.born, @this.formed), 4) + ' ' + left(coalesce(@that.born, @that.formed), 4)`,
    weight: '0.2',
    path: ['@this', '@that'],
  },
};

const { match, options } = likeness(artistWays, sameGeneration);

/** Artists that have most to do with an artist, with the reasons. */
export const similarArtists = many('Artist', match, options);
