import { partialDate } from '../src/dates.js';
import type { GoodsResolvers } from '../src/generated/types.js';

export const Goods: GoodsResolvers = {
  name: (goods) => goods,
  released: (goods) => partialDate(goods.released),
  characters: (goods, _args, { graph }) => graph.read(goods, 'characters'),
  works: (goods, _args, { graph }) => graph.read(goods, 'works'),
  maker: (goods, _args, { graph }) => graph.read(goods, 'maker'),
  externalIds: (goods, _args, { graph }) => graph.read(goods, 'externalIds'),
  provenance: (goods, _args, { graph }) => graph.read(goods, 'provenance'),
  records: (goods, args, { graph }) => graph.page(goods, 'records', args),
};
