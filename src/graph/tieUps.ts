import { z } from 'zod';
import { many, maybe, node, one } from './declare.js';
import { among, inYears, leadsTo, thatFits } from './filter.js';
import { records } from './sourceRecords.js';
import { sourceOf } from './sources.js';
import { byTrust } from './trust.js';
import { TIE_UP_KINDS } from './vocabulary.js';

/** Openings, endings, insert songs …, each in its order: `rank` is made of kind, sequence and version by the loader. */
export const byKind = [{ by: '@that.rank' }];

export const tieUpWhere = { type: 'TieUp' };

export const TieUp = node(
  'TieUp',
  {
    id: z.string(),
    kind: z.enum(TIE_UP_KINDS),
    sequence: z.int().nullable(),
    version: z.int().nullable(),
    /** First and last episode of each range, one after the other. */
    episodes: z.array(z.int()).nullable(),
    onAirFrom: z.string().nullable(),
    onAirTo: z.string().nullable(),
    source: z.string(),
  },
  {
    song: one('Song', 'MATCH (@this)-[:USES]->(@that:Song)'),
    work: one('Work', 'MATCH (@this)-[:FOR]->(@that:Work)'),
    broadcaster: maybe('Organization', 'MATCH (@this)-[:ON]->(@that:Organization)'),
    source: one('Source', sourceOf),
    sources: many('Source', 'MATCH (@this)<-[:TELLS_OF]-(@record:Record) WITH DISTINCT @record.source AS @key MATCH (@that:Source {key: @key})', {
      order: [{ by: byTrust('@that.key') }],
    }),
    records,
  },
  {
    kind: among('@this.kind'),
    year: inYears('@this.orderStart'),
    work: thatFits('Work', '(@this)-[:FOR]->(@that:Work)'),
    song: thatFits('Song', '(@this)-[:USES]->(@that:Song)'),
    artist: thatFits('Artist', `(@this)-[:USES]->(:Song)<-[:PERFORMS {role: 'PERFORMER'}]-(@that:Artist)`),
    broadcaster: leadsTo('(@this)-[:ON]->(@that:Organization)'),
    source: among('@this.source'),
  },
);
