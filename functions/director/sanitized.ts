import { defaultFieldResolver, type GraphQLResolveInfo } from 'graphql';
import type { Scope } from '#shared/authorization/scopes.ts';
import type { WebhookOwnerKind } from '#shared/webhooks/webhook.ts';
import type { Context } from './context.ts';
import { type FieldRule, fieldScopes } from './field-scopes.ts';
import type { Resolvers } from './schema.generated.ts';

type Resolve = (parent: object, input: never, context: Context, info: GraphQLResolveInfo) => unknown;
type Tree = Record<string, Record<string, Resolve>>;

/** Applies the rule of each field with credentials: null for callers without access. */
export function sanitized(resolvers: Resolvers): Resolvers {
  const tree: Tree = { ...(resolvers as Tree) };
  for (const [path, rule] of Object.entries(fieldScopes)) {
    const [type = '', field = ''] = path.split('.');
    tree[type] = { ...tree[type], [field]: guard(rule, tree[type]?.[field] ?? (defaultFieldResolver as Resolve)) };
  }
  return tree as Resolvers;
}

/** The object that a field belongs to. */
interface Parent {
  readonly owner: { readonly kind: WebhookOwnerKind };
  readonly clientSecret?: string;
}

const guard = (rule: FieldRule, resolve: Resolve): Resolve =>
  rule === 'open'
    ? resolve
    : (parent, input, context, info) => {
        const scope = scopeFor(rule, parent as Parent);
        return scope === undefined || context.actor.scopes.has(scope) ? resolve(parent, input, context, info) : null;
      };

function scopeFor(rule: Exclude<FieldRule, 'open'>, { owner, clientSecret }: Parent): Scope | undefined {
  if (typeof rule === 'string') return rule;
  if (!('unlessIssued' in rule)) return rule[owner.kind];
  return clientSecret === undefined ? rule.unlessIssued : undefined;
}
