import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, requireScope, requireTenantActor } from '#shared/core/actor.ts';
import type { Context } from './context.ts';
import { type Operation, type OperationRule, operationScopes } from './operation-scopes.ts';

type Resolve = (parent: never, input: never, context: Context, info: GraphQLResolveInfo) => unknown;

/** Puts the rule of each operation in front of it; throws for an operation without one. */
export function authorized<T extends object>(operations: T): T {
  const guarded = Object.entries(operations).map(([name, resolve]) => {
    if (!(name in operationScopes)) throw new Error(`the operation ${name} has no rule`);
    return [name, guard(operationScopes[name as Operation], resolve as Resolve)];
  });
  return Object.fromEntries(guarded) as T;
}

const guard =
  (rule: OperationRule | undefined, resolve: Resolve): Resolve =>
  async (parent, input, context, info) => {
    if (rule) requireRule(context.actor, rule);
    return resolve(parent, input, context, info);
  };

function requireRule(actor: Actor, rule: OperationRule): void {
  if (typeof rule === 'string') {
    requireScope(actor, rule);
  } else {
    requireScope(actor, rule.scope);
    requireTenantActor(actor);
  }
}
