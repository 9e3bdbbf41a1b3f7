import type { StatedIdResolvers } from '../src/generated/types.js';
import { pageOf } from '../src/sites.js';

export const StatedId: StatedIdResolvers = {
  url: ({ site, value }) => pageOf(site, value),
};
