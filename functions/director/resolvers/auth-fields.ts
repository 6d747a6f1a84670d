import type { Context } from '../context.ts';
import type { AuthModel, CredentialModel, SystemAuthModel } from '../models.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type {
  AppSystemAuthResolvers,
  AuthResolvers,
  CredentialDataResolvers,
  CsrfTokenCredentialRequestAuthResolvers,
  IntSysSystemAuthResolvers,
  OneTimeTokenResolvers,
  RuntimeSystemAuthResolvers,
  SystemAuthOriginResolvers,
} from '../schema.generated.ts';
import { viewerTypes } from './viewer.ts';

type Credential = NonNullable<AuthModel['value']>['credential'];

const credentialOf = (credential: Credential): CredentialModel | null =>
  credential?.basic ?? credential?.oauth ?? credential?.certificateOAuth ?? null;

const serialized = (value: object | undefined): string | null => (value === undefined ? null : JSON.stringify(value));

/** A token is shown when it is issued, and never again. */
const hidden = { token: '', connectorURL: '', legacyConnectorURL: '' };

const authFields: AuthResolvers = {
  credential: ({ value }) => credentialOf(value?.credential),
  accessStrategy: ({ value }) => value?.accessStrategy,
  additionalHeaders: ({ value }) => value?.additionalHeaders,
  additionalHeadersSerialized: ({ value }) => serialized(value?.additionalHeaders),
  additionalQueryParams: ({ value }) => value?.additionalQueryParams,
  additionalQueryParamsSerialized: ({ value }) => serialized(value?.additionalQueryParams),
  requestAuth: ({ value }) => {
    const csrf = value?.requestAuth?.csrf;
    return csrf ? { csrf: { ...csrf, credential: credentialOf(csrf.credential) } } : null;
  },
  certCommonName: ({ pairing }) => pairing?.certCommonName,
  oneTimeToken: ({ pairing }) => {
    const state = pairing?.oneTimeToken;
    if (!state) return null;
    const { kind, ...times } = state;
    return { ...hidden, ...times, __typename: kind === 'application' ? 'OneTimeTokenForApplication' : 'OneTimeTokenForRuntime' } as const;
  },
};

const csrfFields: CsrfTokenCredentialRequestAuthResolvers = {
  additionalHeadersSerialized: ({ additionalHeaders }) => serialized(additionalHeaders ?? undefined),
  additionalQueryParamsSerialized: ({ additionalQueryParams }) => serialized(additionalQueryParams ?? undefined),
};

const credentialData: CredentialDataResolvers = {
  __resolveType: (credential) => {
    if ('username' in credential) return 'BasicCredentialData';
    return 'clientSecret' in credential ? 'OAuthCredentialData' : 'CertificateOAuthCredentialData';
  },
};

const oneTimeToken: OneTimeTokenResolvers = {
  __resolveType: (token) => (token as { __typename?: 'OneTimeTokenForApplication' }).__typename ?? 'OneTimeTokenForRuntime',
};

/** Times of a pairing's token are shown until its certificate is used. The token, and later the secret of a client, are not stored in clear. */
function authOf(auth: SystemAuthModel, _arguments: object, { deps }: Context): AuthModel {
  const { owner, token, certificate, connected, client, clientSecret = '' } = auth;
  const state = token &&
    !connected &&
    owner.kind !== 'integration_system' && {
      kind: owner.kind,
      used: token.usedAt !== undefined,
      createdAt: token.issuedAt,
      expiresAt: token.expiresAt,
      usedAt: token.usedAt,
    };
  return {
    ...(client && { value: { credential: { oauth: { clientId: client.clientId, clientSecret, url: deps.tokenUrl } } } }),
    pairing: { certCommonName: certificate ? auth.id : undefined, oneTimeToken: state || undefined },
  };
}

const originFields: SystemAuthOriginResolvers = {
  type: ({ kind }) => viewerTypes[kind],
  systemAuthID: ({ authId }) => authId,
};

const applicationAuthFields: AppSystemAuthResolvers = {
  type: () => 'APPLICATION',
  referenceObjectId: ({ owner }) => owner.id,
  tenantId: ({ owner }) => owner.tenant,
  auth: authOf,
};

const runtimeAuthFields: RuntimeSystemAuthResolvers = {
  type: () => 'RUNTIME',
  referenceObjectId: ({ owner }) => owner.id,
  tenantId: ({ owner }) => owner.tenant,
  auth: authOf,
};

const integrationSystemAuthFields: IntSysSystemAuthResolvers = {
  type: () => 'INTEGRATION_SYSTEM',
  referenceObjectId: ({ owner }) => owner.id,
  tenantId: ({ owner }) => owner.tenant,
  auth: authOf,
};

export const authFieldsResolvers: ResolverPart = {
  Auth: authFields,
  CSRFTokenCredentialRequestAuth: csrfFields,
  CredentialData: credentialData,
  OneTimeToken: oneTimeToken,
  SystemAuthOrigin: originFields,
  AppSystemAuth: applicationAuthFields,
  RuntimeSystemAuth: runtimeAuthFields,
  IntSysSystemAuth: integrationSystemAuthFields,
};
