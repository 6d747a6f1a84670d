import type { ResolverPart } from '../resolver-part.ts';
import type { QueryResolvers } from '../schema.generated.ts';

/** Names of the kinds of actors in the schema. */
export const viewerTypes = {
  user: 'USER',
  integration_system: 'INTEGRATION_SYSTEM',
  application: 'APPLICATION',
  runtime: 'RUNTIME',
} as const;

const viewer: QueryResolvers['viewer'] = (_parent, _arguments, { actor }) => ({ id: actor.id, type: viewerTypes[actor.kind] });

export const viewerResolvers: ResolverPart = { Query: { viewer } };
