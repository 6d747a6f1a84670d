import type { QueryResolvers } from '../schema.generated.ts';

const types = { user: 'USER', application: 'APPLICATION', runtime: 'RUNTIME' } as const;

export const viewer: QueryResolvers['viewer'] = (_parent, _arguments, { actor }) => ({ id: actor.id, type: types[actor.kind] });
