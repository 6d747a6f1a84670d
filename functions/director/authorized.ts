import type { GraphQLResolveInfo } from 'graphql';
import { requireScope } from '#shared/core/actor.ts';
import type { Context } from './context.ts';
import { operationScopes } from './operation-scopes.ts';

type Resolve = (parent: never, input: never, context: Context, info: GraphQLResolveInfo) => unknown;

/** Puts the scope check in front of each operation. */
export function authorized<T extends object>(operations: T): T {
  const guarded = Object.entries(operations).map(([name, resolve]) => [
    name,
    guard(name as keyof typeof operationScopes, resolve as Resolve),
  ]);
  return Object.fromEntries(guarded) as T;
}

const guard = (name: keyof typeof operationScopes, resolve: Resolve): Resolve => {
  const scope = operationScopes[name];
  return async (parent, input, context, info) => {
    if (scope) requireScope(context.actor, scope);
    return resolve(parent, input, context, info);
  };
};
