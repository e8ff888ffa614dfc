import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { PartyType } from './accountability/accountability.type.js';
import { RESOLVERS, SCALARS } from './graphql-resolvers.js';

/** The GraphQL schema as sorted text, without a database or server. */
export async function apiSchema(): Promise<string> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  const schema = await app.get(GraphQLSchemaFactory).create(RESOLVERS, SCALARS, { orphanedTypes: [PartyType] });
  await app.close();
  return `# Written by \`npm run schema\` from the resolvers in this folder.\n\n${printSchema(lexicographicSortSchema(schema))}\n`;
}
