import { type GraphQLResolveInfo, OperationTypeNode } from 'graphql';
import type { PageRequest } from '#shared/core/page.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import type { EventingDeps } from '#shared/eventing/default-eventing.ts';
import type { FormationObjectType } from '#shared/formations/formation.ts';
import type { Context } from './context.ts';

const readsOfRequest = new WeakMap<Context, EventingDeps>();

/**
 * Reads for the eventing URL of an Application. The Applications of a page share their formations and Runtimes: in a query each of these is
 * read once, not once for each Application.
 */
export function eventingReads(context: Context, { operation }: GraphQLResolveInfo): EventingDeps {
  if (operation.operation !== OperationTypeNode.QUERY) return context.deps;
  const known = readsOfRequest.get(context) ?? remembering(context.deps);
  readsOfRequest.set(context, known);
  return known;
}

function remembering({ runtimes, formations }: EventingDeps): EventingDeps {
  return {
    runtimes: { find: once((tenant: TenantId, id: string) => runtimes.find(tenant, id)) },
    formations: {
      listMembers: once((tenant: TenantId, id: string, type: FormationObjectType, page: PageRequest) =>
        formations.listMembers(tenant, id, type, page),
      ),
    },
  };
}

/** The same answer for the same arguments. */
function once<A extends readonly unknown[], R>(read: (...given: A) => Promise<R>): (...given: A) => Promise<R> {
  const answers = new Map<string, Promise<R>>();
  return (...given) => {
    const key = JSON.stringify(given);
    const answer = answers.get(key) ?? read(...given);
    answers.set(key, answer);
    return answer;
  };
}
