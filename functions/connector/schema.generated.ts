// Generated from schema.graphql by scripts/generate-graphql.ts; do not edit.
import type { SchemaTable } from '#shared/graphql/schema-table.ts';

import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from './context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
};

/** What a caller needs to make its certificate signing request, and where to go with the certificate. */
export type Configuration = {
  /** A fresh one-time token for signCertificateSigningRequest. The token that was presented is spent. */
  token?: Maybe<Token>;
  certificateSigningRequestInfo?: Maybe<CertificateSigningRequestInfo>;
  managementPlaneInfo?: Maybe<ManagementPlaneInfo>;
};

/** A one-time token. */
export type Token = {
  token: Scalars['String']['output'];
};

/** The content of a certificate signing request. */
export type CertificateSigningRequestInfo = {
  /** The exact subject of the CSR: `O=..,OU=..,L=..,ST=..,C=..,CN=..`. */
  subject: Scalars['String']['output'];
  /** A hint. RSA of 2048 bits or more and the curves P-256 and P-384 are accepted. */
  keyAlgorithm: Scalars['String']['output'];
};

/** Addresses for a client certificate; null in a deployment without the certificate-secured API. */
export type ManagementPlaneInfo = {
  directorURL?: Maybe<Scalars['String']['output']>;
  certificateSecuredConnectorURL?: Maybe<Scalars['String']['output']>;
};

/** Certificates as base64 of PEM. */
export type CertificationResult = {
  /** The client certificate followed by its chain, the issuer first, the root last. */
  certificateChain: Scalars['String']['output'];
  caCertificate: Scalars['String']['output'];
  clientCertificate: Scalars['String']['output'];
};

/** The questions that the API answers. Objects are those of the caller's tenant. */
export type Query = {
  /** With a one-time token (header Connector-Token or query parameter token) or a client certificate. */
  configuration: Configuration;
};

/** The changes that the API makes. Objects are those of the caller's tenant. */
export type Mutation = {
  /** With a one-time token or a client certificate. `csr` is the base64 of a PEM. The same token with the same CSR gives the same certificate again. */
  signCertificateSigningRequest: CertificationResult;
  /** With a client certificate, which is refused from then on. */
  revokeCertificate: Scalars['Boolean']['output'];
  /**
   * For administrators: a one-time token for pairing an Application. `keyThumbprint` binds it, and those it is turned into, to one key: the
   * SHA-256 of its public key (DER of the SubjectPublicKeyInfo), as base64url without padding. A CSR for another key is refused.
   */
  generateApplicationToken: Token;
  /** For administrators: a one-time token for pairing a Runtime. `keyThumbprint` as for an Application. */
  generateRuntimeToken: Token;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationSignCertificateSigningRequestArgs = {
  csr: Scalars['String']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationGenerateApplicationTokenArgs = {
  appID: Scalars['ID']['input'];
  keyThumbprint?: InputMaybe<Scalars['String']['input']>;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationGenerateRuntimeTokenArgs = {
  runtimeID: Scalars['ID']['input'];
  keyThumbprint?: InputMaybe<Scalars['String']['input']>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Configuration: ResolverTypeWrapper<Configuration>;
  Token: ResolverTypeWrapper<Token>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  CertificateSigningRequestInfo: ResolverTypeWrapper<CertificateSigningRequestInfo>;
  ManagementPlaneInfo: ResolverTypeWrapper<ManagementPlaneInfo>;
  CertificationResult: ResolverTypeWrapper<CertificationResult>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Configuration: Configuration;
  Token: Token;
  String: Scalars['String']['output'];
  CertificateSigningRequestInfo: CertificateSigningRequestInfo;
  ManagementPlaneInfo: ManagementPlaneInfo;
  CertificationResult: CertificationResult;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  Boolean: Scalars['Boolean']['output'];
  ID: Scalars['ID']['output'];
};

export type ConfigurationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Configuration'] = ResolversParentTypes['Configuration']> = {
  token?: Resolver<Maybe<ResolversTypes['Token']>, ParentType, ContextType>;
  certificateSigningRequestInfo?: Resolver<Maybe<ResolversTypes['CertificateSigningRequestInfo']>, ParentType, ContextType>;
  managementPlaneInfo?: Resolver<Maybe<ResolversTypes['ManagementPlaneInfo']>, ParentType, ContextType>;
};

export type TokenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Token'] = ResolversParentTypes['Token']> = {
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CertificateSigningRequestInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificateSigningRequestInfo'] = ResolversParentTypes['CertificateSigningRequestInfo']> = {
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  keyAlgorithm?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ManagementPlaneInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ManagementPlaneInfo'] = ResolversParentTypes['ManagementPlaneInfo']> = {
  directorURL?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  certificateSecuredConnectorURL?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CertificationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationResult'] = ResolversParentTypes['CertificationResult']> = {
  certificateChain?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  caCertificate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  clientCertificate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  configuration: Resolver<ResolversTypes['Configuration'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  signCertificateSigningRequest: Resolver<ResolversTypes['CertificationResult'], ParentType, ContextType, RequireFields<MutationSignCertificateSigningRequestArgs, 'csr'>>;
  revokeCertificate: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  generateApplicationToken: Resolver<ResolversTypes['Token'], ParentType, ContextType, RequireFields<MutationGenerateApplicationTokenArgs, 'appID'>>;
  generateRuntimeToken: Resolver<ResolversTypes['Token'], ParentType, ContextType, RequireFields<MutationGenerateRuntimeTokenArgs, 'runtimeID'>>;
};

export type Resolvers<ContextType = Context> = {
  Configuration?: ConfigurationResolvers<ContextType>;
  Token?: TokenResolvers<ContextType>;
  CertificateSigningRequestInfo?: CertificateSigningRequestInfoResolvers<ContextType>;
  ManagementPlaneInfo?: ManagementPlaneInfoResolvers<ContextType>;
  CertificationResult?: CertificationResultResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
};



export const typeDefs = `"What a caller needs to make its certificate signing request, and where to go with the certificate."
type Configuration {
  "A fresh one-time token for signCertificateSigningRequest. The token that was presented is spent."
  token: Token
  certificateSigningRequestInfo: CertificateSigningRequestInfo
  managementPlaneInfo: ManagementPlaneInfo
}

"A one-time token."
type Token {
  token: String!
}

"The content of a certificate signing request."
type CertificateSigningRequestInfo {
  "The exact subject of the CSR: \`O=..,OU=..,L=..,ST=..,C=..,CN=..\`."
  subject: String!
  "A hint. RSA of 2048 bits or more and the curves P-256 and P-384 are accepted."
  keyAlgorithm: String!
}

"Addresses for a client certificate; null in a deployment without the certificate-secured API."
type ManagementPlaneInfo {
  directorURL: String
  certificateSecuredConnectorURL: String
}

"Certificates as base64 of PEM."
type CertificationResult {
  "The client certificate followed by its chain, the issuer first, the root last."
  certificateChain: String!
  caCertificate: String!
  clientCertificate: String!
}

"The questions that the API answers. Objects are those of the caller's tenant."
type Query {
  "With a one-time token (header Connector-Token or query parameter token) or a client certificate."
  configuration: Configuration!
}

"The changes that the API makes. Objects are those of the caller's tenant."
type Mutation {
  "With a one-time token or a client certificate. \`csr\` is the base64 of a PEM. The same token with the same CSR gives the same certificate again."
  signCertificateSigningRequest(
    "The certificate signing request: base64 of a PEM (PKCS #10)."
    csr: String!
  ): CertificationResult!
  "With a client certificate, which is refused from then on."
  revokeCertificate: Boolean!
  """
  For administrators: a one-time token for pairing an Application. \`keyThumbprint\` binds it, and those it is turned into, to one key: the
  SHA-256 of its public key (DER of the SubjectPublicKeyInfo), as base64url without padding. A CSR for another key is refused.
  """
  generateApplicationToken(
    "The id of the Application."
    appID: ID!
    "The thumbprint of the only key that can use the token. Default: any key."
    keyThumbprint: String
  ): Token!
  "For administrators: a one-time token for pairing a Runtime. \`keyThumbprint\` as for an Application."
  generateRuntimeToken(
    "The id of the Runtime."
    runtimeID: ID!
    "The thumbprint of the only key that can use the token. Default: any key."
    keyThumbprint: String
  ): Token!
}
`;

export const schemaTable: SchemaTable = {
 "Configuration": {
  "kind": "object",
  "fields": {
   "token": "Token",
   "certificateSigningRequestInfo": "CertificateSigningRequestInfo",
   "managementPlaneInfo": "ManagementPlaneInfo"
  }
 },
 "Token": {
  "kind": "object",
  "fields": {
   "token": "String!"
  }
 },
 "CertificateSigningRequestInfo": {
  "kind": "object",
  "fields": {
   "subject": "String!",
   "keyAlgorithm": "String!"
  }
 },
 "ManagementPlaneInfo": {
  "kind": "object",
  "fields": {
   "directorURL": "String",
   "certificateSecuredConnectorURL": "String"
  }
 },
 "CertificationResult": {
  "kind": "object",
  "fields": {
   "certificateChain": "String!",
   "caCertificate": "String!",
   "clientCertificate": "String!"
  }
 },
 "Query": {
  "kind": "object",
  "fields": {
   "configuration": "Configuration!"
  }
 },
 "Mutation": {
  "kind": "object",
  "fields": {
   "signCertificateSigningRequest": {
    "type": "CertificationResult!",
    "args": {
     "csr": "String!"
    }
   },
   "revokeCertificate": "Boolean!",
   "generateApplicationToken": {
    "type": "Token!",
    "args": {
     "appID": "ID!",
     "keyThumbprint": "String"
    }
   },
   "generateRuntimeToken": {
    "type": "Token!",
    "args": {
     "runtimeID": "ID!",
     "keyThumbprint": "String"
    }
   }
  }
 }
};
