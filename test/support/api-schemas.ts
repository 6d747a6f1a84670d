import { buildSchema, type GraphQLSchema } from 'graphql';
import { typeDefs as connector } from '#functions/connector/schema.generated.ts';
import { typeDefs as director } from '#functions/director/schema.generated.ts';
import { typeDefs as provisioner } from '#functions/provisioner/schema.generated.ts';

/** The schemas of the APIs, from all the files that describe them. */
export const apiSchemas: Readonly<Record<'connector' | 'director' | 'provisioner', GraphQLSchema>> = {
  connector: buildSchema(connector),
  director: buildSchema(director),
  provisioner: buildSchema(provisioner),
};
