import { z } from 'zod';
import { SITES } from '../sites.js';
import { many, one, relationship } from './declare.js';
import { sourceOf } from './sources.js';

/** A thing's ids elsewhere. */
export const externalIds = many('ExternalId', 'MATCH (@this)-[@that:IDENTIFIED_BY]->(@id:ExternalId)', {
  order: [{ by: '@id.site' }, { by: '@id.value' }],
  key: '@id.key',
});

/** That a thing has this id there. */
export const ExternalId = relationship(
  'IDENTIFIED_BY',
  { site: z.enum(SITES), value: z.string(), source: z.string() },
  { source: one('Source', sourceOf) },
  { site: 'endNode(@this).site', value: 'endNode(@this).value' },
);

/** The key an external id is found by. */
export const externalKey = (site: string, value: string) => `${site}:${value}`;
