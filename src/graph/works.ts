import { z } from 'zod';
import { many, node, page, pageThrough } from './declare.js';
import { externalIds } from './externalIds.js';
import { factors } from './factors.js';
import { among, holds, inYears, leadsTo, someOf, statedBySource } from './filter.js';
import { byName, displayForms, names } from './names.js';
import { relatedWorks } from './relatedWorks.js';
import { records } from './sourceRecords.js';
import { provenance } from './sources.js';
import { byKind, tieUpWhere } from './tieUps.js';
import { FORMATS, MEDIA, RELATIONS, SEASONS, TIE_UP_KINDS } from './vocabulary.js';

export const workOrders = { START: '@that.orderStart', TITLE: byName('@that') };
export const newestWorkFirst = [{ by: workOrders.START, descending: true }];

/** Left to right in time; works without a date come last. */
const earliestWorkFirst = [{ by: `coalesce(@that.start, '9999')` }];

/** Most have one source, which is at hand. */
const sourcesOfRelation = `CASE WHEN size(coalesce(@relation.sources, [])) < 2 THEN [RECORD(@source, Source)] ELSE
  COLLECT { UNWIND range(0, size(@relation.sources) - 1) AS @place MATCH (@each:Source {key: @relation.sources[@place]})
    WITH @each, @place ORDER BY @place RETURN RECORD(@each, Source) } END`;

export const Work = node(
  'Work',
  {
    id: z.string(),
    ...displayForms,
    medium: z.enum(MEDIA),
    format: z.enum(FORMATS).nullable(),
    start: z.string().nullable(),
    end: z.string().nullable(),
    season: z.enum(SEASONS).nullable(),
    officialSite: z.string().nullable(),
  },
  {
    names,
    externalIds,
    provenance,
    records,
    factors,
    relatedWorks,
    tieUps: page('TieUp', 'MATCH (@this)<-[:FOR]-(@that:TieUp)', { order: byKind, where: tieUpWhere }),
    songs: page(
      'Song',
      'MATCH (@this)<-[:FOR]-(@tie:TieUp)-[:USES]->(@that:Song) WITH @that, collect(DISTINCT @tie.kind) AS @kinds, min(@tie.rank) AS @rank',
      {
        row: { kinds: [z.array(z.enum(TIE_UP_KINDS)), '@kinds'] },
        order: [{ by: '@rank' }],
        where: { type: 'Song' },
      },
    ),
    characters: pageThrough('Appearance', 'character', 'MATCH (@this)<-[@that:APPEARS_IN]-(@character:Character)', {
      order: [{ by: '@that.rank' }, { by: byName('@character') }],
      key: '@character.id',
      where: { type: 'Character', on: '@character' },
    }),
    relations: many('Work', 'MATCH (@this)-[@relation:RELATES_TO]-(@that:Work) MATCH (@source:Source {key: @relation.source})', {
      row: {
        kind: [z.enum(RELATIONS), 'CASE WHEN startNode(@relation) = @this THEN @relation.inverse ELSE @relation.kind END'],
        source: [z.looseObject({ type: z.literal('Source') }), 'RECORD(@source, Source)'],
        sources: [z.array(z.looseObject({ type: z.literal('Source') })), sourcesOfRelation],
      },
      order: earliestWorkFirst,
    }),
    franchises: many('Part', 'MATCH (@this)-[@that:PART_OF]->(@franchise:Franchise)', { order: [{ by: '@franchise.id' }], key: '@franchise.id' }),
    studios: many('Organization', 'MATCH (@this)-[:MADE_BY]->(@that:Organization)', { order: [{ by: byName('@that') }] }),
    goods: page('Goods', 'MATCH (@this)<-[:SHOWS|APPEARS_IN*1..2]-(@that:Goods) WITH DISTINCT @that', { order: [{ by: byName('@that') }] }),
  },
  {
    id: among('@this.id'),
    medium: among('@this.medium'),
    format: among('@this.format'),
    year: inYears('@this.orderStart'),
    season: among('@this.season'),
    titled: holds('EXISTS { (@this)-[:NAMED]->() }'),
    tieUps: someOf('TieUp', '(@this)<-[:FOR]-(@that:TieUp)'),
    franchise: leadsTo('(@this)-[:PART_OF]->(@that:Franchise)'),
    studio: leadsTo('(@this)-[:MADE_BY]->(@that:Organization)'),
    source: statedBySource,
  },
);
