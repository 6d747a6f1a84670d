import { unpairApplication as unpair } from '#shared/applications/unpair-application.ts';
import { requestClientCredentials } from '#shared/consumers/request-client-credentials.ts';
import { deleteSystemAuth } from '#shared/pairing/delete-system-auth.ts';
import { invalidateOneTimeToken } from '#shared/pairing/invalidate-one-time-token.ts';
import { fromHead } from '../application-model.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { MutationResolvers, QueryResolvers, SystemAuthResolvers } from '../schema.generated.ts';
import { selectedParts } from '../selected-parts.ts';

const deleteSystemAuthForApplication: MutationResolvers['deleteSystemAuthForApplication'] = (_parent, { authID }, { actor, deps }) =>
  deleteSystemAuth('application', authID, actor, deps);

const deleteSystemAuthForRuntime: MutationResolvers['deleteSystemAuthForRuntime'] = (_parent, { authID }, { actor, deps }) =>
  deleteSystemAuth('runtime', authID, actor, deps);

const deleteSystemAuthForIntegrationSystem: MutationResolvers['deleteSystemAuthForIntegrationSystem'] = (
  _parent,
  { authID },
  { actor, deps },
) => deleteSystemAuth('integration_system', authID, actor, deps);

const requestClientCredentialsForApplication: MutationResolvers['requestClientCredentialsForApplication'] = (
  _parent,
  { id },
  { actor, deps },
) => requestClientCredentials('application', id, actor, deps);

const requestClientCredentialsForRuntime: MutationResolvers['requestClientCredentialsForRuntime'] = (_parent, { id }, { actor, deps }) =>
  requestClientCredentials('runtime', id, actor, deps);

const requestClientCredentialsForIntegrationSystem: MutationResolvers['requestClientCredentialsForIntegrationSystem'] = (
  _parent,
  { id },
  { actor, deps },
) => requestClientCredentials('integration_system', id, actor, deps);

const systemAuth: QueryResolvers['systemAuth'] = (_parent, { id }, { actor, deps }) => deps.auths.findById(actor.tenant, id);

const invalidateSystemAuthOneTimeToken: MutationResolvers['invalidateSystemAuthOneTimeToken'] = (_parent, { authID }, { actor, deps }) =>
  invalidateOneTimeToken(authID, actor, deps);

const unpairApplication: MutationResolvers['unpairApplication'] = async (_parent, { id }, { actor, deps }, info) =>
  fromHead(await unpair(id, actor, deps), selectedParts(info), deps);

const types = { application: 'AppSystemAuth', runtime: 'RuntimeSystemAuth', integration_system: 'IntSysSystemAuth' } as const;

const systemAuthFields: SystemAuthResolvers = { __resolveType: ({ owner }) => types[owner.kind] };

export const systemAuthsResolvers: ResolverPart = {
  Query: { systemAuth },
  Mutation: {
    invalidateSystemAuthOneTimeToken,
    deleteSystemAuthForApplication,
    deleteSystemAuthForRuntime,
    deleteSystemAuthForIntegrationSystem,
    requestClientCredentialsForApplication,
    requestClientCredentialsForRuntime,
    requestClientCredentialsForIntegrationSystem,
    unpairApplication,
  },
  SystemAuth: systemAuthFields,
};
