/** What nobody uses: files, exports, dependencies. Part of `npm run check`; --include-libs makes it read `#` names from sources. */
export default {
  entry: [
    'apps/*/src/main.ts',
    'apps/cli/answerable.mjs',
    'apps/client-example/codegen.ts',
    'test/*.mjs',
    'test/schema/{write,check}.ts',
    'test/support/{global-setup,closing-line.reporter}.ts',
    // The last two run as processes of their own, by their path.
    'bench/{main,bare-page-server,without-checks}.ts',
    'quality/{evaluate,train}/main.ts',
    '**/*.spec.ts',
  ],
  project: ['apps/**/*.ts', 'libs/**/*.ts', 'migrations/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts', 'quality/**/*.ts'],
  ignoreExportsUsedInFile: true,
  // graphql-codegen writes what it writes.
  ignore: ['apps/client-example/src/generated/**'],
  // Found by Nest, and by graphql-codegen, by name; the nest command itself, for those who like it.
  ignoreDependencies: ['@as-integrations/express5', '@graphql-codegen/client-preset', '@nestjs/cli'],
  // Enums are read by their names.
  exclude: ['enumMembers'],
};
