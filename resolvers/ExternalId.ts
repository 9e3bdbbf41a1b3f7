import type { ExternalIdResolvers } from '../src/generated/types.js';
import { pageOf } from '../src/sites.js';

export const ExternalId: ExternalIdResolvers = {
  url: ({ site, value }) => pageOf(site, value),
  source: (externalId, _args, { graph }) => graph.read(externalId, 'source'),
};
