import { GraphQLScalarType, GraphQLString } from 'graphql';

/** Moments are kept as ISO 8601 already. */
export const DateTime = new GraphQLScalarType({
  name: 'DateTime',
  serialize: GraphQLString.serialize,
  parseValue: GraphQLString.parseValue,
  parseLiteral: GraphQLString.parseLiteral,
});
