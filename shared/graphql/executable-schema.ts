import { makeExecutableSchema } from '@graphql-tools/schema';
import type { IResolvers } from '@graphql-tools/utils';
import type { GraphQLSchema } from 'graphql';
import { boundInputs } from './input-bounds.ts';

/** A schema with the functions that answer it, each of which refuses arguments beyond their bounds. */
export const executableSchema = (typeDefs: string, resolvers: unknown): GraphQLSchema =>
  boundInputs(makeExecutableSchema({ typeDefs, resolvers: resolvers as IResolvers }));
