import type { QueryResolvers } from '../../src/generated/types.js';

export const organization: NonNullable<QueryResolvers['organization']> = (_query, args, { graph }, info) => graph.find('Organization', args, info);
