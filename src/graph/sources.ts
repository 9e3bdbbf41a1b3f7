import { z } from 'zod';
import { many, type RecordType } from './declare.js';

/** Every fact carries the key of its source. */
export const sourceOf = 'MATCH (@that:Source {key: @this.source})';

const all = 'coalesce(@this.sources, [@this.source])';

/** All that say so, the most trusted first. */
export const sourcesOf = many('Source', `UNWIND range(0, size(${all}) - 1) AS @place MATCH (@that:Source {key: ${all}[@place]})`, {
  order: [{ by: '@place' }],
});

/** The sources of a thing's own fields, which it lists as `field=source`. */
export const provenance = many('Source', `UNWIND @this.statedBy AS @stated MATCH (@that:Source {key: split(@stated, '=')[1]})`, {
  row: { field: [z.string(), `split(@stated, '=')[0]`] },
  order: [{ by: '@stated' }],
});

const shape = {
  key: z.string(),
  title: z.string(),
  licence: z.string(),
  url: z.string().nullable(),
  version: z.string().nullable(),
  date: z.string().nullable(),
};

export const Source = {
  model: z.object(shape),
  at: { key: '@this.key' },
  find: 'MATCH (@that:Source {key: $key})',
  edges: {},
  filter: {},
} satisfies RecordType<typeof shape>;
