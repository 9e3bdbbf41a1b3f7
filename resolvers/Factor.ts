import type { FactorResolvers } from '../src/generated/types.js';
import { inJapanese } from '../src/inJapanese.js';

export const Factor: FactorResolvers = {
  name: (factor) => factor,
  definition: (factor, { lang }) => (inJapanese(lang) ? factor.definitionJa : factor.definition),
  broader: (factor, _args, { graph }) => graph.read(factor, 'broader'),
  narrower: (factor, _args, { graph }) => graph.read(factor, 'narrower'),
  opposites: (factor, _args, { graph }) => graph.read(factor, 'opposites'),
  related: (factor, _args, { graph }) => graph.read(factor, 'related'),
  works: (factor, args, { graph }) => graph.page(factor, 'works', args),
  songs: (factor, args, { graph }) => graph.page(factor, 'songs', args),
  artists: (factor, args, { graph }) => graph.page(factor, 'artists', args),
  records: (factor, args, { graph }) => graph.page(factor, 'records', args),
};
