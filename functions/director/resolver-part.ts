import type { MutationResolvers, QueryResolvers, Resolvers } from './schema.generated.ts';

/** The resolvers of one area: some of the operations, and whole types. */
export type ResolverPart = Omit<Resolvers, 'Query' | 'Mutation'> & {
  readonly Query?: Partial<QueryResolvers>;
  readonly Mutation?: Partial<MutationResolvers>;
};
