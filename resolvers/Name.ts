import type { NameResolvers } from '../src/generated/types.js';

export const Name: NameResolvers = {
  source: (name, _args, { graph }) => graph.read(name, 'source'),
};
