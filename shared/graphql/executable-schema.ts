import { makeExecutableSchema } from '@graphql-tools/schema';
import type { IResolvers } from '@graphql-tools/utils';
import type { GraphQLSchema } from 'graphql';

/** A schema with the functions that answer it. */
export const executableSchema = (typeDefs: string, resolvers: unknown): GraphQLSchema =>
  makeExecutableSchema({ typeDefs, resolvers: resolvers as IResolvers });
