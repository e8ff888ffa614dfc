import type { CodegenConfig } from '@graphql-codegen/cli';

/** `npm run schema` writes src/generated anew, and `npm run check` fails when it is not what the schema says. */
const config: CodegenConfig = {
  schema: 'apps/api/schema.graphql',
  documents: ['apps/client-example/src/**/*.ts', '!apps/client-example/src/generated/**'],
  generates: {
    'apps/client-example/src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        importExtension: '.js',
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: {
          DateTime: 'string',
          ID: 'string',
          IntakeFlag: 'boolean',
          IntakeInstant: 'string',
          IntakeNumber: 'number',
          IntakeText: 'string',
        },
      },
    },
  },
};

export default config;
