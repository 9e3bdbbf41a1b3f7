import type { Context } from './context.js';
import type { Page, PageEdge } from './graph/reader.js';
import type { TypeName } from './graph/records.js';

/** The resolvers of every connection type: all are the same but for what they are a page of. */
export const connection = {
  edges: <T extends TypeName, E extends PageEdge<T>>(page: Page<T, E>, _args: object, { graph }: Context) => graph.edges(page),
  nodes: <T extends TypeName, E extends PageEdge<T>>(page: Page<T, E>, _args: object, { graph }: Context) => graph.nodes(page),
  pageInfo: <T extends TypeName, E extends PageEdge<T>>(page: Page<T, E>, _args: object, { graph }: Context) => graph.pageInfo(page),
  totalCount: <T extends TypeName, E extends PageEdge<T>>(page: Page<T, E>, _args: object, { graph }: Context) => graph.totalCount(page),
};
