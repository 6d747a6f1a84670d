import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from './context.ts';

type Resolve = (parent: never, input: never, context: Context, info: GraphQLResolveInfo) => unknown;

/** Clears the loaders after each mutation, so that its answer and the next mutation see the change. */
export const forgetting = <T extends object>(mutations: T): T =>
  Object.fromEntries(
    Object.entries(mutations).map(([name, resolve]) => [
      name,
      async (...given: Parameters<Resolve>) => {
        const result = await (resolve as Resolve)(...given);
        given[2].loaders.forget();
        return result;
      },
    ]),
  ) as T;
