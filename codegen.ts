import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from '@eddeee888/gcg-typescript-resolver-files';
import type { CodegenConfig } from '@graphql-codegen/cli';

/** Every connection type has the same resolvers. */
const connections = readdirSync('schema')
  .filter((file) => file.endsWith('.graphql'))
  .flatMap((file) => readFileSync(join('schema', file), 'utf8').match(/(?<=^type )\w+Connection\b/gm) ?? []);

const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  emitLegacyCommonJSImports: false,
  generates: {
    '.': defineConfig({
      mode: 'merged',
      mergeSchema: false,
      scalarsModule: false,
      resolverGeneration: 'minimal',
      resolverRelativeTargetDir: 'resolvers',
      resolverMainFile: './src/generated/resolvers.ts',
      resolverTypesPath: './src/generated/types.ts',
      typeDefsFilePath: './src/generated/typeDefs.ts',
      externalResolvers: Object.fromEntries(connections.map((type) => [type, `../connection.js#connection as ${type}`])),
      scalarsOverrides: { DateTime: { type: 'string' } },
      mappersFileExtension: '.mappers.ts',
      typesPluginsConfig: {
        contextType: '../context.js#Context',
        immutableTypes: true,
        enumsAsTypes: true,
        avoidOptionals: { field: true, inputValue: false, object: true, defaultValue: true },
        useTypeImports: true,
        maybeValue: 'T | null',
        defaultScalarType: 'unknown',
      },
    }),
  },
};

export default config;
