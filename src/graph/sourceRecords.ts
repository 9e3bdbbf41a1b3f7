import { z } from 'zod';
import { many, maybe, one, page, type RecordType } from './declare.js';
import { NODE_NAMES } from './ids.js';
import { sourceOf } from './sources.js';
import { byTrust } from './trust.js';

const shape = {
  /** Of the source and of the record in it. */
  key: z.string(),
  /** What kind of thing it tells of. */
  type: z.enum([...NODE_NAMES, 'Chart']),
  source: z.string(),
  /** Where it stands in its source. */
  place: z.string(),
  /** ISO 8601, UTC. */
  loadedAt: z.string(),
  /** As JSON (src/said.ts). */
  said: z.string(),
  /** The fields of the thing that it tells of, each with the value that is shown. */
  shown: z.array(z.tuple([z.string(), z.unknown()])).nullable(),
  /** How many other records wait until it is known what it tells of. */
  waiting: z.int(),
};

/** What one record of a source says of one thing, as the loader has kept it (seeds/recordStore.ts). */
export const SourceRecord = {
  model: z.object(shape),
  at: {
    key: '@this.key',
    shown: `head(COLLECT { MATCH (@this)-[:TELLS_OF]->(thing)
      RETURN [stated IN coalesce(thing.statedBy, []) | [split(stated, '=')[0], thing[split(stated, '=')[0]]]] })`,
    waiting: 'COUNT { (@this)<-[:WAITS_FOR]-() }',
  },
  find: 'MATCH (@that:Record {key: $key})',
  edges: {
    source: one('Source', sourceOf),
    thing: maybe(NODE_NAMES, 'MATCH (@this)-[:TELLS_OF]->(@that)'),
    candidates: many(NODE_NAMES, 'MATCH (@this)-[@may:MAY_TELL_OF]->(@that)', {
      row: { confidence: [z.number(), '@may.confidence'] },
      order: [{ by: '@may.confidence', descending: true }],
    }),
  },
  filter: {},
} satisfies RecordType<typeof shape>;

/** What sources say of a thing, the most trusted first: the order in which things are assembled (seeds/assemble.ts). */
export const records = page('SourceRecord', 'MATCH (@this)<-[@tells:TELLS_OF]-(@that:Record)', {
  order: [{ by: 'coalesce(@tells.merges[-1], 0)' }, { by: byTrust('@that.source') }, { by: '@that.source' }],
});

/** Records of which it is asked what they tell of. */
export const openQuestions = page(
  'SourceRecord',
  `MATCH (@that:Record {standing: 'OPEN'}) WHERE $source IS NULL OR @that.source = $source WITH @that`,
  { given: ({ source }) => ({ source }) },
);
