import { z } from 'zod';
import { many, node, one, page, relationship } from './declare.js';
import { externalIds } from './externalIds.js';
import { factors } from './factors.js';
import { among, inYears, someOf, statedBySource } from './filter.js';
import { byName, displayForms, names } from './names.js';
import { similarSongs } from './similarSongs.js';
import { records } from './sourceRecords.js';
import { provenance, sourceOf, sourcesOf } from './sources.js';
import { tieUpWhere } from './tieUps.js';
import { CREDIT_ROLES, TIE_UP_KINDS } from './vocabulary.js';

export const songOrders = { RELEASED: '@that.orderReleased', TITLE: byName('@that') };
export const newestSongFirst = [{ by: songOrders.RELEASED, descending: true }];

export const Song = node(
  'Song',
  { id: z.string(), ...displayForms, released: z.string().nullable(), language: z.string().nullable() },
  {
    names,
    externalIds,
    provenance,
    records,
    factors,
    similarSongs,
    artists: many('Credit', 'MATCH (@this)<-[@that:PERFORMS]-(@artist:Artist)', { order: [{ by: '@that.rank' }], key: '@artist.id' }),
    tieUps: page('TieUp', 'MATCH (@this)<-[:USES]-(@that:TieUp)-[:FOR]->(@work:Work)', {
      order: [{ by: `coalesce(@work.start, '9999')` }, { by: '@that.rank' }],
      where: tieUpWhere,
    }),
    works: page('Work', 'MATCH (@this)<-[:USES]-(@tie:TieUp)-[:FOR]->(@that:Work) WITH @that, collect(DISTINCT @tie.kind) AS @kinds', {
      row: { kinds: [z.array(z.enum(TIE_UP_KINDS)), '@kinds'] },
      order: [{ by: `coalesce(@that.start, '9999')` }],
      where: { type: 'Work' },
    }),
    rankings: many('Ranking', 'MATCH (@this)-[@that:RANKED_IN]->(@chart:Chart)', {
      order: [{ by: '@chart.original' }, { by: '@that.rank' }],
      key: '@chart.id',
    }),
  },
  {
    id: among('@this.id'),
    year: inYears('@this.orderReleased'),
    tieUps: someOf('TieUp', '(@this)<-[:USES]-(@that:TieUp)'),
    artists: someOf('Artist', '(@this)<-[:PERFORMS]-(@that:Artist)'),
    factors: someOf('Factor', '(@this)-[:EXPRESSES]->(@that:Factor)'),
    source: statedBySource,
  },
);

/** One credit of one artist on one song. */
export const Credit = relationship(
  'PERFORMS',
  { role: z.enum(CREDIT_ROLES), creditedAs: z.string().nullable(), source: z.string() },
  {
    artist: one('Artist', 'MATCH (@that:Artist)-[@this]->()'),
    song: one('Song', 'MATCH ()-[@this]->(@that:Song)'),
    source: one('Source', sourceOf),
    sources: sourcesOf,
  },
);

/** A place in a published chart. */
export const Ranking = relationship(
  'RANKED_IN',
  { chart: z.string(), rank: z.int(), source: z.string() },
  { source: one('Source', sourceOf), sources: sourcesOf },
  { chart: 'endNode(@this).original' },
);
