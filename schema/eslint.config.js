import graphql from '@graphql-eslint/eslint-plugin';

const { rules } = graphql.configs['flat/schema-recommended'];
const [level, names] = rules['@graphql-eslint/naming-convention'];

export default [
  {
    files: ['**/*.graphql'],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: 'schema/*.graphql' } } },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...rules,
      '@graphql-eslint/description-style': ['error', { style: 'inline' }],
      '@graphql-eslint/naming-convention': [level, { ...names, InputValueDefinition: { style: 'camelCase', ignorePattern: '^(AND|OR|NOT)$' } }],
      // Only what is a Node has an id; facts, pages and edges have none.
      '@graphql-eslint/strict-id-in-types': 'off',
    },
  },
];
