import { z } from 'zod';
import { many, node, one, page, pageThrough, relationship } from './declare.js';
import { externalIds } from './externalIds.js';
import { factors } from './factors.js';
import { among, inYears, leadsTo, someOf, statedBySource } from './filter.js';
import { byName, displayForms, names } from './names.js';
import { similarArtists } from './similarArtists.js';
import { newestSongFirst, songOrders } from './songs.js';
import { records } from './sourceRecords.js';
import { provenance, sourceOf, sourcesOf } from './sources.js';
import { tieUpWhere } from './tieUps.js';
import { ARTIST_KINDS, CREDIT_ROLES } from './vocabulary.js';

export const artistOrders = { NAME: byName('@that'), BORN: '@that.orderBorn' };

export const Artist = node(
  'Artist',
  {
    id: z.string(),
    ...displayForms,
    kind: z.enum(ARTIST_KINDS),
    born: z.string().nullable(),
    formed: z.string().nullable(),
    from: z.string().nullable(),
  },
  {
    names,
    externalIds,
    provenance,
    records,
    factors,
    similarArtists,
    songs: page(
      'Song',
      `MATCH (@this)-[@credit:PERFORMS]->(@that:Song) WHERE $roles IS NULL OR @credit.role IN $roles
       WITH @that, @credit ORDER BY @credit.rank WITH @that, collect(DISTINCT @credit.role) AS @roles`,
      {
        row: { roles: [z.array(z.enum(CREDIT_ROLES)), '@roles'] },
        order: newestSongFirst,
        orders: songOrders,
        where: { type: 'Song' },
        given: ({ roles }) => ({ roles }),
      },
    ),
    tieUps: page('TieUp', `MATCH (@this)-[:PERFORMS {role: 'PERFORMER'}]->(:Song)<-[:USES]-(@that:TieUp)-[:FOR]->(@work:Work)`, {
      order: [{ by: '@that.orderStart', descending: true }],
      orders: { START: '@that.orderStart' },
      where: tieUpWhere,
    }),
    members: many('Membership', 'MATCH (@this)<-[@that:MEMBER_OF]-(@member:Artist)', {
      order: [{ by: `coalesce(@that.from, '')` }, { by: byName('@member') }],
      key: '@member.id',
    }),
    memberOf: many('Membership', 'MATCH (@this)-[@that:MEMBER_OF]->(@group:Artist)', {
      order: [{ by: `coalesce(@that.from, '')` }, { by: byName('@group') }],
      key: '@group.id',
    }),
    influencedBy: many('Influence', 'MATCH (@this)-[@that:INFLUENCED_BY]->(@other:Artist)', { order: [{ by: byName('@other') }], key: '@other.id' }),
    influenced: many('Influence', 'MATCH (@this)<-[@that:INFLUENCED_BY]-(@other:Artist)', { order: [{ by: byName('@other') }], key: '@other.id' }),
    voices: pageThrough('Voicing', 'character', 'MATCH (@this)-[@that:VOICES]->(@character:Character)', {
      order: [{ by: byName('@character') }, { by: '@that.language' }],
      key: '@character.id',
      where: { type: 'Character', on: '@character' },
    }),
  },
  {
    id: among('@this.id'),
    kind: among('@this.kind'),
    born: inYears('@this.orderBorn'),
    songs: someOf('Song', '(@this)-[:PERFORMS]->(@that:Song)'),
    memberOf: leadsTo('(@this)-[:MEMBER_OF]->(@that:Artist)'),
    voices: someOf('Character', '(@this)-[:VOICES]->(@that:Character)'),
    source: statedBySource,
  },
);

/** Somebody in a group. */
export const Membership = relationship(
  'MEMBER_OF',
  { from: z.string().nullable(), to: z.string().nullable(), source: z.string() },
  {
    member: one('Artist', 'MATCH (@that:Artist)-[@this]->()'),
    group: one('Artist', 'MATCH ()-[@this]->(@that:Artist)'),
    source: one('Source', sourceOf),
    sources: sourcesOf,
  },
);

/** One artist's word that another has influenced it. */
export const Influence = relationship(
  'INFLUENCED_BY',
  { source: z.string() },
  {
    artist: one('Artist', 'MATCH (@that:Artist)-[@this]->()'),
    by: one('Artist', 'MATCH ()-[@this]->(@that:Artist)'),
    source: one('Source', sourceOf),
    sources: sourcesOf,
  },
);
