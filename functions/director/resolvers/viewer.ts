import type { QueryResolvers } from '../schema.generated.ts';

const types = { user: 'USER', integration_system: 'INTEGRATION_SYSTEM', application: 'APPLICATION', runtime: 'RUNTIME' } as const;

export const viewer: QueryResolvers['viewer'] = (_parent, _arguments, { actor }) => ({ id: actor.id, type: types[actor.kind] });
