import { unpairApplication as unpair } from '#shared/applications/unpair-application.ts';
import { requestClientCredentials } from '#shared/consumers/request-client-credentials.ts';
import { deleteSystemAuth } from '#shared/pairing/delete-system-auth.ts';
import { fromHead } from '../application-model.ts';
import type { MutationResolvers, SystemAuthResolvers } from '../schema.generated.ts';
import { selectedParts } from '../selected-parts.ts';

export const deleteSystemAuthForApplication: MutationResolvers['deleteSystemAuthForApplication'] = (_parent, { authID }, { actor, deps }) =>
  deleteSystemAuth('application', authID, actor, deps);

export const deleteSystemAuthForRuntime: MutationResolvers['deleteSystemAuthForRuntime'] = (_parent, { authID }, { actor, deps }) =>
  deleteSystemAuth('runtime', authID, actor, deps);

export const deleteSystemAuthForIntegrationSystem: MutationResolvers['deleteSystemAuthForIntegrationSystem'] = (
  _parent,
  { authID },
  { actor, deps },
) => deleteSystemAuth('integration_system', authID, actor, deps);

export const requestClientCredentialsForApplication: MutationResolvers['requestClientCredentialsForApplication'] = (
  _parent,
  { id },
  { actor, deps },
) => requestClientCredentials('application', id, actor, deps);

export const requestClientCredentialsForRuntime: MutationResolvers['requestClientCredentialsForRuntime'] = (
  _parent,
  { id },
  { actor, deps },
) => requestClientCredentials('runtime', id, actor, deps);

export const requestClientCredentialsForIntegrationSystem: MutationResolvers['requestClientCredentialsForIntegrationSystem'] = (
  _parent,
  { id },
  { actor, deps },
) => requestClientCredentials('integration_system', id, actor, deps);

export const unpairApplication: MutationResolvers['unpairApplication'] = async (_parent, { id }, { actor, deps }, info) =>
  fromHead(await unpair(id, actor, deps), selectedParts(info), deps);

const types = { application: 'AppSystemAuth', runtime: 'RuntimeSystemAuth', integration_system: 'IntSysSystemAuth' } as const;

export const systemAuthFields: SystemAuthResolvers = { __resolveType: ({ owner }) => types[owner.kind] };
