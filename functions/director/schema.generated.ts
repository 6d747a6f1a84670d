// Generated from schema.graphql by scripts/generate-graphql.ts; do not edit.
import type { SchemaTable } from '#shared/graphql/schema-table.ts';

import type { JsonValue } from '../../shared/core/json.ts';
import type { JsonObject } from '../../shared/core/json.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ApplicationModel, BundleModel, BundleInstanceAuthModel, ApiDefinitionModel, EventDefinitionModel, SpecModel, FetchRequestModel, DocumentModel, RuntimeModel, FormationModel, FormationTemplateModel, ApplicationTemplateModel, HealthCheckModel, TenantModel, WebhookModel, DeliveryModel, DeliveryAttemptModel, WebhookTestModel, SystemAuthModel, SystemAuthOriginModel, IntegrationSystemModel, AuthModel, CredentialModel } from './models.ts';
import type { Context } from './context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** RFC 3339, as a string. */
  Timestamp: { input: string; output: string; }
  /** Any JSON value. */
  Any: { input: JsonValue; output: JsonValue; }
  /** A JSON object: label key to value. */
  Labels: { input: JsonObject; output: JsonObject; }
  /** A JSON value as a string. */
  JSON: { input: string; output: string; }
  /** A JSON Schema as a string. */
  JSONSchema: { input: string; output: string; }
  /** A long text. */
  CLOB: { input: string; output: string; }
  /** Opaque: pass on what endCursor of the page before says. */
  PageCursor: { input: string; output: string; }
  /** A JSON object: header name to a list of values. */
  HttpHeaders: { input: Record<string, string[]>; output: Record<string, string[]>; }
  /** A JSON object: parameter name to a list of values. */
  QueryParams: { input: Record<string, string[]>; output: Record<string, string[]>; }
  /** HttpHeaders as a string. */
  HttpHeadersSerialized: { input: string; output: string; }
  /** QueryParams as a string. */
  QueryParamsSerialized: { input: string; output: string; }
};

export type ApplicationStatusCondition =
  | 'INITIAL'
  | 'CONNECTED'
  | 'FAILED'
  | 'CREATING'
  | 'CREATE_FAILED'
  | 'CREATE_SUCCEEDED'
  | 'UPDATING'
  | 'UPDATE_FAILED'
  | 'UPDATE_SUCCEEDED'
  | 'DELETING'
  | 'DELETE_FAILED'
  | 'DELETE_SUCCEEDED'
  | 'UNPAIRING'
  | 'UNPAIR_FAILED';

export type RuntimeStatusCondition =
  | 'INITIAL'
  | 'PROVISIONING'
  | 'CONNECTED'
  | 'FAILED';

export type OperationMode =
  | 'SYNC'
  | 'ASYNC';

export type WebhookType =
  | 'CONFIGURATION_CHANGED'
  | 'APPLICATION_TENANT_MAPPING'
  | 'REGISTER_APPLICATION'
  | 'UNREGISTER_APPLICATION'
  | 'UNPAIR_APPLICATION'
  | 'OPEN_RESOURCE_DISCOVERY'
  | 'OPEN_RESOURCE_DISCOVERY_STATIC'
  | 'FORMATION_LIFECYCLE'
  | 'SYSTEM_FIELD_DISCOVERY';

export type WebhookMode =
  | 'SYNC'
  | 'ASYNC'
  | 'ASYNC_CALLBACK';

export type ApiSpecType =
  | 'ODATA'
  | 'OPEN_API';

export type EventSpecType =
  | 'ASYNC_API';

export type SpecFormat =
  | 'YAML'
  | 'JSON'
  | 'XML';

export type DocumentFormat =
  | 'MARKDOWN';

export type ViewerType =
  | 'RUNTIME'
  | 'APPLICATION'
  | 'INTEGRATION_SYSTEM'
  | 'USER';

export type OneTimeTokenType =
  | 'Runtime'
  | 'Application';

export type SystemAuthReferenceType =
  | 'APPLICATION'
  | 'RUNTIME'
  | 'INTEGRATION_SYSTEM';

export type BundleInstanceAuthStatusCondition =
  | 'PENDING'
  | 'SUCCEEDED'
  | 'FAILED'
  | 'UNUSED';

export type PageInfo = {
  startCursor: Scalars['PageCursor']['output'];
  endCursor: Scalars['PageCursor']['output'];
  hasNextPage: Scalars['Boolean']['output'];
};

export type Pageable = {
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type Label = {
  key: Scalars['String']['output'];
  value: Scalars['Any']['output'];
};

export type ApplicationStatus = {
  condition: ApplicationStatusCondition;
  timestamp: Scalars['Timestamp']['output'];
};

export type RuntimeStatus = {
  condition: RuntimeStatusCondition;
  timestamp: Scalars['Timestamp']['output'];
};

export type RuntimeMetadata = {
  creationTimestamp: Scalars['Timestamp']['output'];
};

export type ApplicationEventingConfiguration = {
  /** Where the Application sends its events; empty when no connected Runtime takes them. */
  defaultURL: Scalars['String']['output'];
  /** The same for an Application with an access token of its OAuth client instead of a certificate; empty when the Runtime names no such address. */
  defaultURLForTokens: Scalars['String']['output'];
};

export type RuntimeEventingConfiguration = {
  defaultURL: Scalars['String']['output'];
};

export type Application = {
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  providerName?: Maybe<Scalars['String']['output']>;
  description?: Maybe<Scalars['String']['output']>;
  integrationSystemID?: Maybe<Scalars['ID']['output']>;
  applicationTemplateID?: Maybe<Scalars['ID']['output']>;
  baseUrl?: Maybe<Scalars['String']['output']>;
  systemNumber?: Maybe<Scalars['String']['output']>;
  localTenantID?: Maybe<Scalars['String']['output']>;
  applicationNamespace?: Maybe<Scalars['String']['output']>;
  systemStatus?: Maybe<Scalars['String']['output']>;
  labels?: Maybe<Scalars['Labels']['output']>;
  status: ApplicationStatus;
  webhooks?: Maybe<Array<Webhook>>;
  healthCheckURL?: Maybe<Scalars['String']['output']>;
  bundles?: Maybe<BundlePage>;
  bundle?: Maybe<Bundle>;
  auths?: Maybe<Array<AppSystemAuth>>;
  eventingConfiguration?: Maybe<ApplicationEventingConfiguration>;
  createdAt?: Maybe<Scalars['Timestamp']['output']>;
  updatedAt?: Maybe<Scalars['Timestamp']['output']>;
  deletedAt?: Maybe<Scalars['Timestamp']['output']>;
  /** In `applicationsForRuntime`: why `bundles` is null. Callers who do not ask for it get a page of bundles that ends early instead. */
  error?: Maybe<Scalars['String']['output']>;
  /** Always null. */
  tenantBusinessType?: Maybe<TenantBusinessType>;
  /** Null without the scope to read it. */
  applicationTemplate?: Maybe<ApplicationTemplate>;
  /** Every API Definition, in bundles or not. For clients older than bundles. */
  apiDefinitions?: Maybe<ApiDefinitionPage>;
  /** Every Event Definition, in bundles or not. For clients older than bundles. */
  eventDefinitions?: Maybe<EventDefinitionPage>;
  /** Every document. For clients older than bundles. */
  documents?: Maybe<DocumentPage>;
  /** One of this Application, in a bundle or not. */
  apiDefinition?: Maybe<ApiDefinition>;
  /** One of this Application, in a bundle or not. */
  eventDefinition?: Maybe<EventDefinition>;
  integrationDependencies?: Maybe<IntegrationDependencyPage>;
  operations?: Maybe<Array<Maybe<Operation>>>;
};


export type ApplicationLabelsArgs = {
  key?: InputMaybe<Scalars['String']['input']>;
};


export type ApplicationBundlesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


export type ApplicationBundleArgs = {
  id: Scalars['ID']['input'];
};


export type ApplicationApiDefinitionsArgs = {
  group?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


export type ApplicationEventDefinitionsArgs = {
  group?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


export type ApplicationDocumentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


export type ApplicationApiDefinitionArgs = {
  id: Scalars['ID']['input'];
};


export type ApplicationEventDefinitionArgs = {
  id: Scalars['ID']['input'];
};


export type ApplicationIntegrationDependenciesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};

export type ApplicationPage = Pageable & {
  data: Array<Application>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type Runtime = {
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  description?: Maybe<Scalars['String']['output']>;
  applicationNamespace?: Maybe<Scalars['String']['output']>;
  labels?: Maybe<Scalars['Labels']['output']>;
  status: RuntimeStatus;
  metadata: RuntimeMetadata;
  auths?: Maybe<Array<RuntimeSystemAuth>>;
  eventingConfiguration?: Maybe<RuntimeEventingConfiguration>;
  webhooks?: Maybe<Array<Webhook>>;
  runtimeContexts?: Maybe<RuntimeContextPage>;
  /** Always null. */
  runtimeContext?: Maybe<RuntimeContext>;
};


export type RuntimeLabelsArgs = {
  key?: InputMaybe<Scalars['String']['input']>;
};


export type RuntimeRuntimeContextsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


export type RuntimeRuntimeContextArgs = {
  id: Scalars['ID']['input'];
};

export type RuntimePage = Pageable & {
  data: Array<Runtime>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type BasicCredentialData = {
  username: Scalars['String']['output'];
  password: Scalars['String']['output'];
};

export type OAuthCredentialData = {
  clientId: Scalars['ID']['output'];
  clientSecret: Scalars['String']['output'];
  url: Scalars['String']['output'];
};

export type CertificateOAuthCredentialData = {
  clientId: Scalars['ID']['output'];
  certificate: Scalars['String']['output'];
  url: Scalars['String']['output'];
};

export type CredentialData = BasicCredentialData | OAuthCredentialData | CertificateOAuthCredentialData;

export type CsrfTokenCredentialRequestAuth = {
  tokenEndpointURL: Scalars['String']['output'];
  credential?: Maybe<CredentialData>;
  additionalHeaders?: Maybe<Scalars['HttpHeaders']['output']>;
  additionalHeadersSerialized?: Maybe<Scalars['HttpHeadersSerialized']['output']>;
  additionalQueryParams?: Maybe<Scalars['QueryParams']['output']>;
  additionalQueryParamsSerialized?: Maybe<Scalars['QueryParamsSerialized']['output']>;
};

export type CredentialRequestAuth = {
  csrf?: Maybe<CsrfTokenCredentialRequestAuth>;
};

export type OneTimeToken = {
  /** Empty where the token is shown after it was issued: it is not stored. */
  token: Scalars['String']['output'];
  connectorURL: Scalars['String']['output'];
  used: Scalars['Boolean']['output'];
  expiresAt: Scalars['Timestamp']['output'];
  createdAt?: Maybe<Scalars['Timestamp']['output']>;
  usedAt?: Maybe<Scalars['Timestamp']['output']>;
  raw?: Maybe<Scalars['String']['output']>;
  rawEncoded?: Maybe<Scalars['String']['output']>;
  type?: Maybe<OneTimeTokenType>;
};

export type OneTimeTokenForApplication = OneTimeToken & {
  token: Scalars['String']['output'];
  connectorURL: Scalars['String']['output'];
  /** Where clients older than the Connector's GraphQL begin, the token included. */
  legacyConnectorURL: Scalars['String']['output'];
  used: Scalars['Boolean']['output'];
  expiresAt: Scalars['Timestamp']['output'];
  createdAt?: Maybe<Scalars['Timestamp']['output']>;
  usedAt?: Maybe<Scalars['Timestamp']['output']>;
  raw?: Maybe<Scalars['String']['output']>;
  rawEncoded?: Maybe<Scalars['String']['output']>;
  scenarioGroups?: Maybe<Array<Maybe<Scalars['String']['output']>>>;
  type?: Maybe<OneTimeTokenType>;
};

export type OneTimeTokenForRuntime = OneTimeToken & {
  token: Scalars['String']['output'];
  connectorURL: Scalars['String']['output'];
  used: Scalars['Boolean']['output'];
  expiresAt: Scalars['Timestamp']['output'];
  createdAt?: Maybe<Scalars['Timestamp']['output']>;
  usedAt?: Maybe<Scalars['Timestamp']['output']>;
  raw?: Maybe<Scalars['String']['output']>;
  rawEncoded?: Maybe<Scalars['String']['output']>;
  type?: Maybe<OneTimeTokenType>;
};

export type Auth = {
  credential?: Maybe<CredentialData>;
  accessStrategy?: Maybe<Scalars['String']['output']>;
  additionalHeaders?: Maybe<Scalars['HttpHeaders']['output']>;
  additionalHeadersSerialized?: Maybe<Scalars['HttpHeadersSerialized']['output']>;
  additionalQueryParams?: Maybe<Scalars['QueryParams']['output']>;
  additionalQueryParamsSerialized?: Maybe<Scalars['QueryParamsSerialized']['output']>;
  requestAuth?: Maybe<CredentialRequestAuth>;
  oneTimeToken?: Maybe<OneTimeToken>;
  certCommonName?: Maybe<Scalars['String']['output']>;
};

export type SystemAuth = {
  id: Scalars['ID']['output'];
  auth?: Maybe<Auth>;
  type?: Maybe<SystemAuthReferenceType>;
  referenceObjectId?: Maybe<Scalars['ID']['output']>;
  tenantId?: Maybe<Scalars['String']['output']>;
  origin?: Maybe<SystemAuthOrigin>;
};

/** The caller that asked for a credential. */
export type SystemAuthOrigin = {
  type: ViewerType;
  /** Of the user, integration system, Application or Runtime. */
  id: Scalars['ID']['output'];
  /**
   * The credential of the caller; null for users. If it is one of the owner's own, this credential is derived from it: it ends when that one is
   * deleted or one of the certificates of that one is revoked.
   */
  systemAuthID?: Maybe<Scalars['ID']['output']>;
};

export type AppSystemAuth = SystemAuth & {
  id: Scalars['ID']['output'];
  auth?: Maybe<Auth>;
  type?: Maybe<SystemAuthReferenceType>;
  referenceObjectId?: Maybe<Scalars['ID']['output']>;
  tenantId?: Maybe<Scalars['String']['output']>;
  /** Null for credentials of earlier versions. */
  origin?: Maybe<SystemAuthOrigin>;
  /** When the credential was used last, to within six hours. */
  lastSeenAt?: Maybe<Scalars['Timestamp']['output']>;
};

export type RuntimeSystemAuth = SystemAuth & {
  id: Scalars['ID']['output'];
  auth?: Maybe<Auth>;
  type?: Maybe<SystemAuthReferenceType>;
  referenceObjectId?: Maybe<Scalars['ID']['output']>;
  tenantId?: Maybe<Scalars['String']['output']>;
  /** Null for credentials of earlier versions. */
  origin?: Maybe<SystemAuthOrigin>;
  /** When the credential was used last, to within six hours. */
  lastSeenAt?: Maybe<Scalars['Timestamp']['output']>;
};

export type Webhook = {
  id: Scalars['ID']['output'];
  applicationID?: Maybe<Scalars['ID']['output']>;
  applicationTemplateID?: Maybe<Scalars['ID']['output']>;
  runtimeID?: Maybe<Scalars['ID']['output']>;
  integrationSystemID?: Maybe<Scalars['ID']['output']>;
  formationTemplateID?: Maybe<Scalars['ID']['output']>;
  type: WebhookType;
  mode?: Maybe<WebhookMode>;
  correlationIdKey?: Maybe<Scalars['String']['output']>;
  retryInterval?: Maybe<Scalars['Int']['output']>;
  timeout?: Maybe<Scalars['Int']['output']>;
  url?: Maybe<Scalars['String']['output']>;
  urlTemplate?: Maybe<Scalars['String']['output']>;
  inputTemplate?: Maybe<Scalars['String']['output']>;
  headerTemplate?: Maybe<Scalars['String']['output']>;
  outputTemplate?: Maybe<Scalars['String']['output']>;
  statusTemplate?: Maybe<Scalars['String']['output']>;
  auth?: Maybe<Auth>;
  createdAt?: Maybe<Scalars['Timestamp']['output']>;
  /**
   * The secret that signs deliveries to this webhook (`whsec_...`, Standard Webhooks); null without the scope to read webhooks, and where signatures are
   * asymmetric.
   */
  signingSecret?: Maybe<Scalars['String']['output']>;
  status: WebhookStatus;
  signatureScheme: WebhookSignatureScheme;
  /** The key that verifies deliveries to this webhook (`whpk_...`, Standard Webhooks); null unless its signatures are asymmetric. */
  publicKey?: Maybe<Scalars['String']['output']>;
};

export type Version = {
  value: Scalars['String']['output'];
  deprecated?: Maybe<Scalars['Boolean']['output']>;
  deprecatedSince?: Maybe<Scalars['String']['output']>;
  forRemoval?: Maybe<Scalars['Boolean']['output']>;
};

export type FetchMode =
  | 'SINGLE'
  | 'BUNDLE'
  | 'INDEX';

export type FetchRequestStatusCondition =
  | 'INITIAL'
  | 'SUCCEEDED'
  | 'FAILED';

export type FetchRequestStatus = {
  condition: FetchRequestStatusCondition;
  message?: Maybe<Scalars['String']['output']>;
  timestamp: Scalars['Timestamp']['output'];
};

/** A text that is fetched from somewhere else, a moment after it was asked for. */
export type FetchRequest = {
  url: Scalars['String']['output'];
  auth?: Maybe<Auth>;
  mode: FetchMode;
  filter?: Maybe<Scalars['String']['output']>;
  status: FetchRequestStatus;
};

export type ApiSpec = {
  id: Scalars['ID']['output'];
  /** With a fetch request, null until the text was fetched. More than 5 MB are an error: such a text is read from downloadURL. */
  data?: Maybe<Scalars['CLOB']['output']>;
  /** An address from which the text can be read for 15 minutes, without credentials. Null while there is no text, and for one of at most 64 KB, which data has. */
  downloadURL?: Maybe<Scalars['String']['output']>;
  format: SpecFormat;
  type: ApiSpecType;
  fetchRequest?: Maybe<FetchRequest>;
};

export type EventSpec = {
  id: Scalars['ID']['output'];
  /** With a fetch request, null until the text was fetched. More than 5 MB are an error: such a text is read from downloadURL. */
  data?: Maybe<Scalars['CLOB']['output']>;
  /** An address from which the text can be read for 15 minutes, without credentials. Null while there is no text, and for one of at most 64 KB, which data has. */
  downloadURL?: Maybe<Scalars['String']['output']>;
  format: SpecFormat;
  type: EventSpecType;
  fetchRequest?: Maybe<FetchRequest>;
};

export type ApiDefinition = {
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  description?: Maybe<Scalars['String']['output']>;
  spec?: Maybe<ApiSpec>;
  targetURL: Scalars['String']['output'];
  group?: Maybe<Scalars['String']['output']>;
  version?: Maybe<Version>;
  createdAt?: Maybe<Scalars['Timestamp']['output']>;
  updatedAt?: Maybe<Scalars['Timestamp']['output']>;
  deletedAt?: Maybe<Scalars['Timestamp']['output']>;
  /** @deprecated Use createdAt. */
  created_at?: Maybe<Scalars['Timestamp']['output']>;
  /** @deprecated Use updatedAt. */
  updated_at?: Maybe<Scalars['Timestamp']['output']>;
  /** @deprecated Use deletedAt. */
  deleted_at?: Maybe<Scalars['Timestamp']['output']>;
  error?: Maybe<Scalars['String']['output']>;
  applicationID: Scalars['ID']['output'];
  /** The default credentials of its bundle. */
  defaultAuth?: Maybe<Auth>;
  auth: ApiRuntimeAuth;
  auths: Array<ApiRuntimeAuth>;
};


export type ApiDefinitionAuthArgs = {
  runtimeID: Scalars['ID']['input'];
};

export type ApiDefinitionPage = Pageable & {
  data: Array<ApiDefinition>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type EventDefinition = {
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  description?: Maybe<Scalars['String']['output']>;
  group?: Maybe<Scalars['String']['output']>;
  spec?: Maybe<EventSpec>;
  version?: Maybe<Version>;
  createdAt?: Maybe<Scalars['Timestamp']['output']>;
  updatedAt?: Maybe<Scalars['Timestamp']['output']>;
  deletedAt?: Maybe<Scalars['Timestamp']['output']>;
  error?: Maybe<Scalars['String']['output']>;
  applicationID: Scalars['ID']['output'];
};

export type EventDefinitionPage = Pageable & {
  data: Array<EventDefinition>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type Document = {
  id: Scalars['ID']['output'];
  title: Scalars['String']['output'];
  displayName: Scalars['String']['output'];
  description: Scalars['String']['output'];
  format: DocumentFormat;
  kind?: Maybe<Scalars['String']['output']>;
  /** Null without a text, and until it was fetched. More than 5 MB are an error: such a text is read from downloadURL. */
  data?: Maybe<Scalars['CLOB']['output']>;
  /** An address from which the text can be read for 15 minutes, without credentials. Null while there is no text, and for one of at most 64 KB, which data has. */
  downloadURL?: Maybe<Scalars['String']['output']>;
  fetchRequest?: Maybe<FetchRequest>;
  createdAt?: Maybe<Scalars['Timestamp']['output']>;
  updatedAt?: Maybe<Scalars['Timestamp']['output']>;
  deletedAt?: Maybe<Scalars['Timestamp']['output']>;
  error?: Maybe<Scalars['String']['output']>;
  applicationID: Scalars['ID']['output'];
};

export type DocumentPage = Pageable & {
  data: Array<Document>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type BundleInstanceAuthStatus = {
  condition: BundleInstanceAuthStatusCondition;
  timestamp: Scalars['Timestamp']['output'];
  message: Scalars['String']['output'];
  reason: Scalars['String']['output'];
};

export type BundleInstanceAuth = {
  id: Scalars['ID']['output'];
  context?: Maybe<Scalars['JSON']['output']>;
  inputParams?: Maybe<Scalars['JSON']['output']>;
  auth?: Maybe<Auth>;
  status: BundleInstanceAuthStatus;
  runtimeID?: Maybe<Scalars['ID']['output']>;
  runtimeContextID?: Maybe<Scalars['ID']['output']>;
};

export type Bundle = {
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  description?: Maybe<Scalars['String']['output']>;
  instanceAuthRequestInputSchema?: Maybe<Scalars['JSONSchema']['output']>;
  instanceAuths?: Maybe<Array<BundleInstanceAuth>>;
  defaultInstanceAuth?: Maybe<Auth>;
  apiDefinitions?: Maybe<ApiDefinitionPage>;
  eventDefinitions?: Maybe<EventDefinitionPage>;
  documents?: Maybe<DocumentPage>;
  apiDefinition?: Maybe<ApiDefinition>;
  eventDefinition?: Maybe<EventDefinition>;
  document?: Maybe<Document>;
  /** Names by which clients find the same bundle elsewhere. */
  correlationIDs?: Maybe<Array<Scalars['String']['output']>>;
  createdAt?: Maybe<Scalars['Timestamp']['output']>;
  updatedAt?: Maybe<Scalars['Timestamp']['output']>;
  deletedAt?: Maybe<Scalars['Timestamp']['output']>;
  error?: Maybe<Scalars['String']['output']>;
  /** A Runtime sees its own only. */
  instanceAuth?: Maybe<BundleInstanceAuth>;
};


export type BundleApiDefinitionsArgs = {
  group?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


export type BundleEventDefinitionsArgs = {
  group?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


export type BundleDocumentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


export type BundleApiDefinitionArgs = {
  id: Scalars['ID']['input'];
};


export type BundleEventDefinitionArgs = {
  id: Scalars['ID']['input'];
};


export type BundleDocumentArgs = {
  id: Scalars['ID']['input'];
};


export type BundleInstanceAuthArgs = {
  id: Scalars['ID']['input'];
};

export type BundlePage = Pageable & {
  data: Array<Bundle>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type Viewer = {
  id: Scalars['ID']['output'];
  type: ViewerType;
};

export type LabelFilter = {
  key: Scalars['String']['input'];
  query?: InputMaybe<Scalars['String']['input']>;
};

export type BasicCredentialDataInput = {
  username: Scalars['String']['input'];
  password: Scalars['String']['input'];
};

export type OAuthCredentialDataInput = {
  clientId: Scalars['ID']['input'];
  clientSecret: Scalars['String']['input'];
  url: Scalars['String']['input'];
};

export type CertificateOAuthCredentialDataInput = {
  clientId: Scalars['ID']['input'];
  certificate: Scalars['String']['input'];
  url: Scalars['String']['input'];
};

/** Exactly one of the three. */
export type CredentialDataInput = {
  basic?: InputMaybe<BasicCredentialDataInput>;
  oauth?: InputMaybe<OAuthCredentialDataInput>;
  certificateOAuth?: InputMaybe<CertificateOAuthCredentialDataInput>;
};

export type CsrfTokenCredentialRequestAuthInput = {
  tokenEndpointURL: Scalars['String']['input'];
  credential?: InputMaybe<CredentialDataInput>;
  additionalHeaders?: InputMaybe<Scalars['HttpHeaders']['input']>;
  additionalHeadersSerialized?: InputMaybe<Scalars['HttpHeadersSerialized']['input']>;
  additionalQueryParams?: InputMaybe<Scalars['QueryParams']['input']>;
  additionalQueryParamsSerialized?: InputMaybe<Scalars['QueryParamsSerialized']['input']>;
};

export type CredentialRequestAuthInput = {
  csrf?: InputMaybe<CsrfTokenCredentialRequestAuthInput>;
};

export type AuthInput = {
  credential?: InputMaybe<CredentialDataInput>;
  accessStrategy?: InputMaybe<Scalars['String']['input']>;
  additionalHeaders?: InputMaybe<Scalars['HttpHeaders']['input']>;
  additionalHeadersSerialized?: InputMaybe<Scalars['HttpHeadersSerialized']['input']>;
  additionalQueryParams?: InputMaybe<Scalars['QueryParams']['input']>;
  additionalQueryParamsSerialized?: InputMaybe<Scalars['QueryParamsSerialized']['input']>;
  requestAuth?: InputMaybe<CredentialRequestAuthInput>;
  /** Has no effect: certificates and one-time tokens come from pairing. */
  certCommonName?: InputMaybe<Scalars['String']['input']>;
  /** Has no effect: certificates and one-time tokens come from pairing. */
  oneTimeToken?: InputMaybe<OneTimeTokenInput>;
};

export type OneTimeTokenInput = {
  token: Scalars['String']['input'];
  connectorURL?: InputMaybe<Scalars['String']['input']>;
  used: Scalars['Boolean']['input'];
  expiresAt: Scalars['Timestamp']['input'];
  createdAt: Scalars['Timestamp']['input'];
  usedAt: Scalars['Timestamp']['input'];
  raw?: InputMaybe<Scalars['String']['input']>;
  rawEncoded?: InputMaybe<Scalars['String']['input']>;
  type?: InputMaybe<OneTimeTokenType>;
};

export type WebhookInput = {
  type: WebhookType;
  /** Exactly one of url and urlTemplate. */
  url?: InputMaybe<Scalars['String']['input']>;
  urlTemplate?: InputMaybe<Scalars['String']['input']>;
  inputTemplate?: InputMaybe<Scalars['String']['input']>;
  headerTemplate?: InputMaybe<Scalars['String']['input']>;
  outputTemplate?: InputMaybe<Scalars['String']['input']>;
  statusTemplate?: InputMaybe<Scalars['String']['input']>;
  auth?: InputMaybe<AuthInput>;
  mode?: InputMaybe<WebhookMode>;
  /** Has no effect: webhooks of every version are called in the same way. */
  version?: InputMaybe<Scalars['String']['input']>;
  correlationIdKey?: InputMaybe<Scalars['String']['input']>;
  /** Seconds. */
  retryInterval?: InputMaybe<Scalars['Int']['input']>;
  /** Seconds. */
  timeout?: InputMaybe<Scalars['Int']['input']>;
  /**
   * How deliveries are signed. Default: SYMMETRIC for a new webhook, and no change for one that exists. For 24 hours after a change deliveries carry a
   * signature of the scheme before, too.
   */
  signatureScheme?: InputMaybe<WebhookSignatureScheme>;
};

export type VersionInput = {
  value: Scalars['String']['input'];
  deprecated?: InputMaybe<Scalars['Boolean']['input']>;
  deprecatedSince?: InputMaybe<Scalars['String']['input']>;
  forRemoval?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Credentials are of the kinds basic and oauth; a mode other than SINGLE, or a filter, makes the fetch fail. */
export type FetchRequestInput = {
  url: Scalars['String']['input'];
  auth?: InputMaybe<AuthInput>;
  mode?: InputMaybe<FetchMode>;
  filter?: InputMaybe<Scalars['String']['input']>;
};

/** Exactly one of data, of at most 5 MB, and fetchRequest, of at most 64 MB; ODATA in XML or JSON, OPEN_API in JSON or YAML. */
export type ApiSpecInput = {
  data?: InputMaybe<Scalars['CLOB']['input']>;
  type: ApiSpecType;
  format: SpecFormat;
  fetchRequest?: InputMaybe<FetchRequestInput>;
};

/** Exactly one of data, of at most 5 MB, and fetchRequest, of at most 64 MB; ASYNC_API in JSON or YAML. */
export type EventSpecInput = {
  data?: InputMaybe<Scalars['CLOB']['input']>;
  type: EventSpecType;
  format: SpecFormat;
  fetchRequest?: InputMaybe<FetchRequestInput>;
};

export type ApiDefinitionInput = {
  name: Scalars['String']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  targetURL: Scalars['String']['input'];
  group?: InputMaybe<Scalars['String']['input']>;
  spec?: InputMaybe<ApiSpecInput>;
  version?: InputMaybe<VersionInput>;
  /** In a registration beside bundles, the credentials of the bundle that is made; refused elsewhere. */
  defaultAuth?: InputMaybe<AuthInput>;
};

export type EventDefinitionInput = {
  name: Scalars['String']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  group?: InputMaybe<Scalars['String']['input']>;
  spec?: InputMaybe<EventSpecInput>;
  version?: InputMaybe<VersionInput>;
};

export type DocumentInput = {
  title: Scalars['String']['input'];
  displayName: Scalars['String']['input'];
  description: Scalars['String']['input'];
  format: DocumentFormat;
  kind?: InputMaybe<Scalars['String']['input']>;
  /** At most one of data, of at most 5 MB, and fetchRequest, of at most 64 MB. */
  data?: InputMaybe<Scalars['CLOB']['input']>;
  fetchRequest?: InputMaybe<FetchRequestInput>;
};

export type BundleCreateInput = {
  name: Scalars['String']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  instanceAuthRequestInputSchema?: InputMaybe<Scalars['JSONSchema']['input']>;
  defaultInstanceAuth?: InputMaybe<AuthInput>;
  apiDefinitions?: InputMaybe<Array<ApiDefinitionInput>>;
  eventDefinitions?: InputMaybe<Array<EventDefinitionInput>>;
  documents?: InputMaybe<Array<DocumentInput>>;
  correlationIDs?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type BundleUpdateInput = {
  name: Scalars['String']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  instanceAuthRequestInputSchema?: InputMaybe<Scalars['JSONSchema']['input']>;
  defaultInstanceAuth?: InputMaybe<AuthInput>;
};

export type ApplicationRegisterInput = {
  name: Scalars['String']['input'];
  providerName?: InputMaybe<Scalars['String']['input']>;
  description?: InputMaybe<Scalars['String']['input']>;
  labels?: InputMaybe<Scalars['Labels']['input']>;
  webhooks?: InputMaybe<Array<WebhookInput>>;
  healthCheckURL?: InputMaybe<Scalars['String']['input']>;
  baseUrl?: InputMaybe<Scalars['String']['input']>;
  applicationNamespace?: InputMaybe<Scalars['String']['input']>;
  localTenantID?: InputMaybe<Scalars['String']['input']>;
  integrationSystemID?: InputMaybe<Scalars['ID']['input']>;
  statusCondition?: InputMaybe<ApplicationStatusCondition>;
  bundles?: InputMaybe<Array<BundleCreateInput>>;
  /** Put into a bundle. For clients older than bundles. */
  apiDefinitions?: InputMaybe<Array<ApiDefinitionInput>>;
  /** Put into a bundle. For clients older than bundles. */
  eventDefinitions?: InputMaybe<Array<EventDefinitionInput>>;
  /** Put into a bundle. For clients older than bundles. */
  documents?: InputMaybe<Array<DocumentInput>>;
};

export type ApplicationUpdateInput = {
  providerName?: InputMaybe<Scalars['String']['input']>;
  description?: InputMaybe<Scalars['String']['input']>;
  healthCheckURL?: InputMaybe<Scalars['String']['input']>;
  baseUrl?: InputMaybe<Scalars['String']['input']>;
  applicationNamespace?: InputMaybe<Scalars['String']['input']>;
  localTenantID?: InputMaybe<Scalars['String']['input']>;
  integrationSystemID?: InputMaybe<Scalars['ID']['input']>;
  statusCondition?: InputMaybe<ApplicationStatusCondition>;
  /** Refused unless it is the name that the Application has. */
  name?: InputMaybe<Scalars['String']['input']>;
};

export type RuntimeRegisterInput = {
  name: Scalars['String']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  labels?: InputMaybe<Scalars['Labels']['input']>;
  webhooks?: InputMaybe<Array<WebhookInput>>;
  statusCondition?: InputMaybe<RuntimeStatusCondition>;
  applicationNamespace?: InputMaybe<Scalars['String']['input']>;
};

export type RuntimeUpdateInput = {
  name: Scalars['String']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  labels?: InputMaybe<Scalars['Labels']['input']>;
  statusCondition?: InputMaybe<RuntimeStatusCondition>;
  applicationNamespace?: InputMaybe<Scalars['String']['input']>;
};

export type Query = {
  application?: Maybe<Application>;
  applications: ApplicationPage;
  applicationsForRuntime: ApplicationPage;
  runtime?: Maybe<Runtime>;
  runtimes: RuntimePage;
  viewer: Viewer;
  applicationsGlobal: ApplicationWithTenantsPage;
  /** Always null: Applications have no system number here. */
  applicationBySystemNumber?: Maybe<Application>;
  applicationsByLocalTenantID: ApplicationPage;
  /** The first one with this local tenant that was made from this template. */
  applicationByLocalTenantIDAndAppTemplateID?: Maybe<Application>;
  /** Always null: tokens of Runtimes have one issuer, this system. */
  runtimeByTokenIssuer?: Maybe<Runtime>;
  applicationTemplate?: Maybe<ApplicationTemplate>;
  applicationTemplates: ApplicationTemplatePage;
  automaticScenarioAssignments?: Maybe<AutomaticScenarioAssignmentPage>;
  automaticScenarioAssignmentForScenario?: Maybe<AutomaticScenarioAssignment>;
  automaticScenarioAssignmentsForSelector: Array<AutomaticScenarioAssignment>;
  certificateSubjectMapping: CertificateSubjectMapping;
  certificateSubjectMappings: CertificateSubjectMappingPage;
  /** Every API Definition of an Application, in bundles or not; null for an Application that does not exist. */
  apisForApplication?: Maybe<ApiDefinitionPage>;
  /** Every Event Definition of an Application, in bundles or not; null for an Application that does not exist. */
  eventsForApplication?: Maybe<EventDefinitionPage>;
  /**
   * The deliveries of an Application, or to a webhook, the latest first; exactly one of both ids. An Application sees those to its own webhooks. A page can
   * have fewer elements than were asked for, and none, while `hasNextPage` is true: one that was filtered, and one of large records.
   */
  deliveries: DeliveryPage;
  formationConstraints: Array<FormationConstraint>;
  formationConstraint: FormationConstraint;
  formationConstraintsByFormationType: Array<FormationConstraint>;
  formationTemplate?: Maybe<FormationTemplate>;
  formationTemplates: FormationTemplatePage;
  formationTemplatesByName: FormationTemplatePage;
  /** The formations that an Application or Runtime is in; none for what does not exist. */
  formationsForObject: Array<Formation>;
  formation?: Maybe<Formation>;
  formationByName?: Maybe<Formation>;
  formations: FormationPage;
  /** Of the Applications with a healthCheckURL that was probed at least once. */
  healthChecks: HealthCheckPage;
  /** A Runtime sees its own only. */
  bundleInstanceAuth?: Maybe<BundleInstanceAuth>;
  /** The bundle that credentials are for. */
  bundleByInstanceAuth?: Maybe<Bundle>;
  /** One of the tenant, or of all tenants. */
  integrationSystem?: Maybe<IntegrationSystem>;
  /** Those that were registered in the tenant. */
  integrationSystems: IntegrationSystemPage;
  /** With that of scenarios, which follows from the formations. */
  labelDefinitions: Array<LabelDefinition>;
  labelDefinition?: Maybe<LabelDefinition>;
  /** Always null. */
  operation?: Maybe<Operation>;
  /** A credential of an Application, Runtime or integration system of the tenant. */
  systemAuth?: Maybe<SystemAuth>;
  systemAuthByToken?: Maybe<SystemAuth>;
  tenantByLowestOwnerForResource: Scalars['String']['output'];
  /** Tenants that the caller's token names; for an operator of the platform every tenant that was written. The search term is matched with names and ids. */
  tenants: TenantPage;
  tenantByExternalID?: Maybe<Tenant>;
  tenantByInternalID?: Maybe<Tenant>;
  /** Those ancestors without a parent, itself if it has none. Only tenants that the caller sees count. */
  rootTenants?: Maybe<Array<Tenant>>;
};


export type QueryApplicationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryApplicationsArgs = {
  filter?: InputMaybe<Array<LabelFilter>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


export type QueryApplicationsForRuntimeArgs = {
  runtimeID: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


export type QueryRuntimeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRuntimesArgs = {
  filter?: InputMaybe<Array<LabelFilter>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


export type QueryApplicationsGlobalArgs = {
  filter?: InputMaybe<Array<LabelFilter>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


export type QueryApplicationBySystemNumberArgs = {
  systemNumber: Scalars['String']['input'];
};


export type QueryApplicationsByLocalTenantIdArgs = {
  localTenantID: Scalars['String']['input'];
  filter?: InputMaybe<Array<LabelFilter>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


export type QueryApplicationByLocalTenantIdAndAppTemplateIdArgs = {
  localTenantID: Scalars['String']['input'];
  applicationTemplateID: Scalars['ID']['input'];
};


export type QueryRuntimeByTokenIssuerArgs = {
  issuer: Scalars['String']['input'];
};


export type QueryApplicationTemplateArgs = {
  id: Scalars['ID']['input'];
};


export type QueryApplicationTemplatesArgs = {
  filter?: InputMaybe<Array<LabelFilter>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


export type QueryAutomaticScenarioAssignmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


export type QueryAutomaticScenarioAssignmentForScenarioArgs = {
  scenarioName: Scalars['String']['input'];
};


export type QueryAutomaticScenarioAssignmentsForSelectorArgs = {
  selector: LabelSelectorInput;
};


export type QueryCertificateSubjectMappingArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCertificateSubjectMappingsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


export type QueryApisForApplicationArgs = {
  appID: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


export type QueryEventsForApplicationArgs = {
  appID: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


export type QueryDeliveriesArgs = {
  applicationID?: InputMaybe<Scalars['ID']['input']>;
  webhookID?: InputMaybe<Scalars['ID']['input']>;
  filter?: InputMaybe<DeliveryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


export type QueryFormationConstraintArgs = {
  id: Scalars['ID']['input'];
};


export type QueryFormationConstraintsByFormationTypeArgs = {
  formationTemplateID: Scalars['ID']['input'];
};


export type QueryFormationTemplateArgs = {
  id: Scalars['ID']['input'];
};


export type QueryFormationTemplatesArgs = {
  filter?: InputMaybe<Array<LabelFilter>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


export type QueryFormationTemplatesByNameArgs = {
  name: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


export type QueryFormationsForObjectArgs = {
  objectID: Scalars['String']['input'];
};


export type QueryFormationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryFormationByNameArgs = {
  name: Scalars['String']['input'];
};


export type QueryFormationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


export type QueryHealthChecksArgs = {
  types?: InputMaybe<Array<HealthCheckType>>;
  origin?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


export type QueryBundleInstanceAuthArgs = {
  id: Scalars['ID']['input'];
};


export type QueryBundleByInstanceAuthArgs = {
  authID: Scalars['ID']['input'];
};


export type QueryIntegrationSystemArgs = {
  id: Scalars['ID']['input'];
};


export type QueryIntegrationSystemsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


export type QueryLabelDefinitionArgs = {
  key: Scalars['String']['input'];
};


export type QueryOperationArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySystemAuthArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySystemAuthByTokenArgs = {
  token: Scalars['String']['input'];
};


export type QueryTenantByLowestOwnerForResourceArgs = {
  id: Scalars['ID']['input'];
  resource: Scalars['String']['input'];
};


export type QueryTenantsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
  searchTerm?: InputMaybe<Scalars['String']['input']>;
};


export type QueryTenantByExternalIdArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTenantByInternalIdArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRootTenantsArgs = {
  externalTenant: Scalars['String']['input'];
};

export type Mutation = {
  registerApplication: Application;
  updateApplication: Application;
  unregisterApplication: Application;
  registerRuntime: Runtime;
  updateRuntime: Runtime;
  unregisterRuntime: Runtime;
  addBundle: Bundle;
  updateBundle: Bundle;
  deleteBundle: Bundle;
  addAPIDefinitionToBundle: ApiDefinition;
  updateAPIDefinition: ApiDefinition;
  deleteAPIDefinition: ApiDefinition;
  addEventDefinitionToBundle: EventDefinition;
  updateEventDefinition: EventDefinition;
  deleteEventDefinition: EventDefinition;
  addDocumentToBundle: Document;
  deleteDocument: Document;
  setApplicationLabel: Label;
  deleteApplicationLabel: Label;
  setRuntimeLabel: Label;
  deleteRuntimeLabel: Label;
  addWebhook: Webhook;
  updateWebhook: Webhook;
  deleteWebhook: Webhook;
  /**
   * `keyThumbprint` binds the token, and those it is turned into, to one key: the SHA-256 of its public key (DER of the SubjectPublicKeyInfo),
   * as base64url without padding. A CSR for another key is refused. With `systemAuthID` the token brings the holder of that System Auth back as
   * who it was, when its certificate expired or was revoked.
   */
  requestOneTimeTokenForApplication: OneTimeTokenForApplication;
  /** `systemAuthID` and `keyThumbprint` as for an Application. */
  requestOneTimeTokenForRuntime: OneTimeTokenForRuntime;
  setDefaultEventingForApplication: ApplicationEventingConfiguration;
  deleteDefaultEventingForApplication: ApplicationEventingConfiguration;
  mergeApplications: Application;
  createApplicationTemplate: ApplicationTemplate;
  /** Applications that were made from it stay as they are, also with override. */
  updateApplicationTemplate: ApplicationTemplate;
  /** Refused while there are Applications made from it. */
  deleteApplicationTemplate: ApplicationTemplate;
  /** The Application gets the template's name as its label applicationType, unless it is given another. */
  registerApplicationFromTemplate: Application;
  /** For the Runtimes that are there and those to come; a formation has one at most. */
  createAutomaticScenarioAssignment: AutomaticScenarioAssignment;
  /** Takes the Runtimes out again that have the label. */
  deleteAutomaticScenarioAssignmentForScenario: AutomaticScenarioAssignment;
  deleteAutomaticScenarioAssignmentsForSelector: Array<AutomaticScenarioAssignment>;
  setAPIAuth: ApiRuntimeAuth;
  deleteAPIAuth: ApiRuntimeAuth;
  addDocument: Document;
  createCertificateSubjectMapping?: Maybe<CertificateSubjectMapping>;
  updateCertificateSubjectMapping?: Maybe<CertificateSubjectMapping>;
  deleteCertificateSubjectMapping?: Maybe<CertificateSubjectMapping>;
  /** Has the text fetched again; the one that there is stays until then. A specification without a fetch request answers as it is. */
  refetchAPISpec: ApiSpec;
  /** Has the text fetched again; the one that there is stays until then. A specification without a fetch request answers as it is. */
  refetchEventDefinitionSpec: EventSpec;
  /** Adds an API Definition to no bundle, but to the Application itself. */
  addAPIDefinitionToApplication: ApiDefinition;
  /** The same as updateAPIDefinition: a definition is changed where it stands. */
  updateAPIDefinitionForApplication: ApiDefinition;
  /** Adds an Event Definition to no bundle, but to the Application itself. */
  addEventDefinitionToApplication: EventDefinition;
  /** The same as updateEventDefinition: a definition is changed where it stands. */
  updateEventDefinitionForApplication: EventDefinition;
  /**
   * Has a delivery that ended begin anew within a minute, whatever its state, with the same `webhook-id` and body. The webhook must be enabled. A delivery is
   * attempted 100 times at most.
   */
  redeliver: Delivery;
  /** Answers the formation as it is: it has no notifications that could fail. */
  resynchronizeFormationNotifications: Formation;
  createFormationConstraint: FormationConstraint;
  updateFormationConstraint: FormationConstraint;
  deleteFormationConstraint: FormationConstraint;
  attachConstraintToFormationTemplate: ConstraintReference;
  detachConstraintFromFormationTemplate: ConstraintReference;
  createFormationTemplate?: Maybe<FormationTemplate>;
  updateFormationTemplate?: Maybe<FormationTemplate>;
  /** Refused while there are formations made from it. */
  deleteFormationTemplate?: Maybe<FormationTemplate>;
  setFormationTemplateLabel: Label;
  deleteFormationTemplateLabel: Label;
  createFormation: Formation;
  deleteFormation: Formation;
  /**
   * Of type TENANT: the Runtimes with the label global_subaccount_id of this value, those that are there and those to come. Initial configurations are
   * refused.
   */
  assignFormation: Formation;
  unassignFormation: Formation;
  /** As unassignFormation, by the formation's id. */
  unassignFormationGlobal: Formation;
  finalizeDraftFormation: Formation;
  /** Asks for credentials to a bundle. The Application is notified through its CONFIGURATION_CHANGED webhooks, unless the bundle has default credentials. */
  requestBundleInstanceAuthCreation: BundleInstanceAuth;
  /** Gives credentials back. The Application is notified, revokes them and deletes them here. */
  requestBundleInstanceAuthDeletion: BundleInstanceAuth;
  /** The Application's answer to a request. */
  setBundleInstanceAuth: BundleInstanceAuth;
  deleteBundleInstanceAuth: BundleInstanceAuth;
  createBundleInstanceAuth: BundleInstanceAuth;
  updateBundleInstanceAuth: BundleInstanceAuth;
  addIntegrationDependencyToApplication: IntegrationDependency;
  deleteIntegrationDependency: IntegrationDependency;
  registerIntegrationSystem: IntegrationSystem;
  updateIntegrationSystem: IntegrationSystem;
  /** Ends its credentials too; refused while Applications name it as theirs. */
  unregisterIntegrationSystem: IntegrationSystem;
  /**
   * Refused when there are labels that violate the schema. That of scenarios lists the formations: others are created, and those that it leaves out are
   * deleted, if nothing is in them.
   */
  createLabelDefinition: LabelDefinition;
  /** As createLabelDefinition, for a label that has a definition. */
  updateLabelDefinition: LabelDefinition;
  deleteLabelDefinition: LabelDefinition;
  registerRuntimeContext: RuntimeContext;
  updateRuntimeContext: RuntimeContext;
  unregisterRuntimeContext: RuntimeContext;
  scheduleOperation?: Maybe<Operation>;
  updateSystemAuth: SystemAuth;
  invalidateSystemAuthOneTimeToken: SystemAuth;
  /**
   * Another credential: an OAuth client for the client credentials grant. Its secret is in this answer and nowhere else; later answers have
   * an empty text in its place. The client has the scopes of its kind that the caller holds. Not where the deployment has an identity provider
   * of its own. Asked for by its owner, it ends with the credential that was used to ask.
   */
  requestClientCredentialsForApplication: SystemAuth;
  requestClientCredentialsForRuntime: SystemAuth;
  requestClientCredentialsForIntegrationSystem: SystemAuth;
  /**
   * Ends a credential and those derived from it, which its owner asked for with it: certificates and access tokens are refused from the next
   * request on.
   */
  deleteSystemAuthForApplication: SystemAuth;
  deleteSystemAuthForRuntime: SystemAuth;
  deleteSystemAuthForIntegrationSystem: SystemAuth;
  /** Ends all credentials of an Application and sets its status back to INITIAL; refused while it is in a formation with a Runtime. */
  unpairApplication: Application;
  addTenantAccess?: Maybe<TenantAccess>;
  removeTenantAccess?: Maybe<TenantAccess>;
  subscribeTenant: Scalars['Boolean']['output'];
  unsubscribeTenant: Scalars['Boolean']['output'];
  /** Writes over what was known of the tenants, all or nothing; answers their ids. */
  writeTenants?: Maybe<Array<Scalars['String']['output']>>;
  /** As writeTenant, with the description as answer; the id cannot be changed. */
  updateTenant: Tenant;
  /** Region, subdomain and the like are parts of the description; other labels stay when that is written over. At most 4 KB together. */
  setTenantLabel: Label;
  writeTenant: Scalars['String']['output'];
  /** Forgets what was written; refused for a tenant that has objects. Answers of how many tenants something was forgotten. */
  deleteTenants: Scalars['Int']['output'];
  /** Gives the webhook another signing secret, or pair of keys. For 24 hours deliveries carry a signature of the one before, too. */
  rotateWebhookSigningSecret: Webhook;
  /** Has deliveries made to a disabled webhook again. Those that failed meanwhile are made up for by `recoverWebhook` only. */
  enableWebhook: Webhook;
  /**
   * Has the deliveries to a webhook that failed begin anew: those made at a time within the last 30 days or later, the oldest first. Answers how
   * many, 1000 at most: repeat it until there are none.
   */
  recoverWebhook: Scalars['Int']['output'];
  /**
   * Posts one signed message of the type `io.compass.webhook.test.v1` to the webhook, a disabled one too, and answers what its endpoint answered. It is not repeated,
   * is in no list of deliveries, and changes no status. A webhook is tested once in 10 seconds at most.
   */
  testWebhook: WebhookTest;
};


export type MutationRegisterApplicationArgs = {
  in: ApplicationRegisterInput;
  mode?: InputMaybe<OperationMode>;
};


export type MutationUpdateApplicationArgs = {
  id: Scalars['ID']['input'];
  in: ApplicationUpdateInput;
};


export type MutationUnregisterApplicationArgs = {
  id: Scalars['ID']['input'];
  mode?: InputMaybe<OperationMode>;
};


export type MutationRegisterRuntimeArgs = {
  in: RuntimeRegisterInput;
};


export type MutationUpdateRuntimeArgs = {
  id: Scalars['ID']['input'];
  in: RuntimeUpdateInput;
};


export type MutationUnregisterRuntimeArgs = {
  id: Scalars['ID']['input'];
};


export type MutationAddBundleArgs = {
  applicationID: Scalars['ID']['input'];
  in: BundleCreateInput;
};


export type MutationUpdateBundleArgs = {
  id: Scalars['ID']['input'];
  in: BundleUpdateInput;
};


export type MutationDeleteBundleArgs = {
  id: Scalars['ID']['input'];
};


export type MutationAddApiDefinitionToBundleArgs = {
  bundleID: Scalars['ID']['input'];
  in: ApiDefinitionInput;
};


export type MutationUpdateApiDefinitionArgs = {
  id: Scalars['ID']['input'];
  in: ApiDefinitionInput;
};


export type MutationDeleteApiDefinitionArgs = {
  id: Scalars['ID']['input'];
};


export type MutationAddEventDefinitionToBundleArgs = {
  bundleID: Scalars['ID']['input'];
  in: EventDefinitionInput;
};


export type MutationUpdateEventDefinitionArgs = {
  id: Scalars['ID']['input'];
  in: EventDefinitionInput;
};


export type MutationDeleteEventDefinitionArgs = {
  id: Scalars['ID']['input'];
};


export type MutationAddDocumentToBundleArgs = {
  bundleID: Scalars['ID']['input'];
  in: DocumentInput;
};


export type MutationDeleteDocumentArgs = {
  id: Scalars['ID']['input'];
};


export type MutationSetApplicationLabelArgs = {
  applicationID: Scalars['ID']['input'];
  key: Scalars['String']['input'];
  value: Scalars['Any']['input'];
};


export type MutationDeleteApplicationLabelArgs = {
  applicationID: Scalars['ID']['input'];
  key: Scalars['String']['input'];
};


export type MutationSetRuntimeLabelArgs = {
  runtimeID: Scalars['ID']['input'];
  key: Scalars['String']['input'];
  value: Scalars['Any']['input'];
};


export type MutationDeleteRuntimeLabelArgs = {
  runtimeID: Scalars['ID']['input'];
  key: Scalars['String']['input'];
};


export type MutationAddWebhookArgs = {
  applicationID?: InputMaybe<Scalars['ID']['input']>;
  applicationTemplateID?: InputMaybe<Scalars['ID']['input']>;
  runtimeID?: InputMaybe<Scalars['ID']['input']>;
  formationTemplateID?: InputMaybe<Scalars['ID']['input']>;
  in: WebhookInput;
};


export type MutationUpdateWebhookArgs = {
  webhookID: Scalars['ID']['input'];
  in: WebhookInput;
};


export type MutationDeleteWebhookArgs = {
  webhookID: Scalars['ID']['input'];
};


export type MutationRequestOneTimeTokenForApplicationArgs = {
  id: Scalars['ID']['input'];
  systemAuthID?: InputMaybe<Scalars['ID']['input']>;
  keyThumbprint?: InputMaybe<Scalars['String']['input']>;
};


export type MutationRequestOneTimeTokenForRuntimeArgs = {
  id: Scalars['ID']['input'];
  systemAuthID?: InputMaybe<Scalars['ID']['input']>;
  keyThumbprint?: InputMaybe<Scalars['String']['input']>;
};


export type MutationSetDefaultEventingForApplicationArgs = {
  appID: Scalars['String']['input'];
  runtimeID: Scalars['String']['input'];
};


export type MutationDeleteDefaultEventingForApplicationArgs = {
  appID: Scalars['String']['input'];
};


export type MutationMergeApplicationsArgs = {
  destinationID: Scalars['ID']['input'];
  sourceID: Scalars['ID']['input'];
};


export type MutationCreateApplicationTemplateArgs = {
  in: ApplicationTemplateInput;
};


export type MutationUpdateApplicationTemplateArgs = {
  id: Scalars['ID']['input'];
  override?: InputMaybe<Scalars['Boolean']['input']>;
  in: ApplicationTemplateUpdateInput;
};


export type MutationDeleteApplicationTemplateArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRegisterApplicationFromTemplateArgs = {
  in: ApplicationFromTemplateInput;
};


export type MutationCreateAutomaticScenarioAssignmentArgs = {
  in: AutomaticScenarioAssignmentSetInput;
};


export type MutationDeleteAutomaticScenarioAssignmentForScenarioArgs = {
  scenarioName: Scalars['String']['input'];
};


export type MutationDeleteAutomaticScenarioAssignmentsForSelectorArgs = {
  selector: LabelSelectorInput;
};


export type MutationSetApiAuthArgs = {
  apiID: Scalars['ID']['input'];
  runtimeID: Scalars['ID']['input'];
  in: AuthInput;
};


export type MutationDeleteApiAuthArgs = {
  apiID: Scalars['ID']['input'];
  runtimeID: Scalars['ID']['input'];
};


export type MutationAddDocumentArgs = {
  applicationID: Scalars['ID']['input'];
  in: DocumentInput;
};


export type MutationCreateCertificateSubjectMappingArgs = {
  in: CertificateSubjectMappingInput;
};


export type MutationUpdateCertificateSubjectMappingArgs = {
  id: Scalars['ID']['input'];
  in: CertificateSubjectMappingInput;
};


export type MutationDeleteCertificateSubjectMappingArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRefetchApiSpecArgs = {
  apiID: Scalars['ID']['input'];
};


export type MutationRefetchEventDefinitionSpecArgs = {
  eventID: Scalars['ID']['input'];
};


export type MutationAddApiDefinitionToApplicationArgs = {
  appID: Scalars['ID']['input'];
  in: ApiDefinitionInput;
};


export type MutationUpdateApiDefinitionForApplicationArgs = {
  id: Scalars['ID']['input'];
  in: ApiDefinitionInput;
};


export type MutationAddEventDefinitionToApplicationArgs = {
  appID: Scalars['ID']['input'];
  in: EventDefinitionInput;
};


export type MutationUpdateEventDefinitionForApplicationArgs = {
  id: Scalars['ID']['input'];
  in: EventDefinitionInput;
};


export type MutationRedeliverArgs = {
  id: Scalars['ID']['input'];
};


export type MutationResynchronizeFormationNotificationsArgs = {
  formationID: Scalars['ID']['input'];
  reset?: InputMaybe<Scalars['Boolean']['input']>;
};


export type MutationCreateFormationConstraintArgs = {
  formationConstraint: FormationConstraintInput;
};


export type MutationUpdateFormationConstraintArgs = {
  id: Scalars['ID']['input'];
  in: FormationConstraintUpdateInput;
};


export type MutationDeleteFormationConstraintArgs = {
  id: Scalars['ID']['input'];
};


export type MutationAttachConstraintToFormationTemplateArgs = {
  constraintID: Scalars['ID']['input'];
  formationTemplateID: Scalars['ID']['input'];
};


export type MutationDetachConstraintFromFormationTemplateArgs = {
  constraintID: Scalars['ID']['input'];
  formationTemplateID: Scalars['ID']['input'];
};


export type MutationCreateFormationTemplateArgs = {
  in: FormationTemplateRegisterInput;
};


export type MutationUpdateFormationTemplateArgs = {
  id: Scalars['ID']['input'];
  in: FormationTemplateUpdateInput;
};


export type MutationDeleteFormationTemplateArgs = {
  id: Scalars['ID']['input'];
};


export type MutationSetFormationTemplateLabelArgs = {
  formationTemplateID: Scalars['ID']['input'];
  in: LabelInput;
};


export type MutationDeleteFormationTemplateLabelArgs = {
  formationTemplateID: Scalars['ID']['input'];
  key: Scalars['String']['input'];
};


export type MutationCreateFormationArgs = {
  formation: FormationInput;
};


export type MutationDeleteFormationArgs = {
  formation: FormationInput;
};


export type MutationAssignFormationArgs = {
  objectID: Scalars['ID']['input'];
  objectType: FormationObjectType;
  formation: FormationInput;
  initialConfigurations?: InputMaybe<Array<InitialConfiguration>>;
};


export type MutationUnassignFormationArgs = {
  objectID: Scalars['ID']['input'];
  objectType: FormationObjectType;
  formation: FormationInput;
};


export type MutationUnassignFormationGlobalArgs = {
  objectID: Scalars['ID']['input'];
  objectType: FormationObjectType;
  formation: Scalars['ID']['input'];
};


export type MutationFinalizeDraftFormationArgs = {
  formationID: Scalars['ID']['input'];
};


export type MutationRequestBundleInstanceAuthCreationArgs = {
  bundleID: Scalars['ID']['input'];
  in: BundleInstanceAuthRequestInput;
};


export type MutationRequestBundleInstanceAuthDeletionArgs = {
  authID: Scalars['ID']['input'];
};


export type MutationSetBundleInstanceAuthArgs = {
  authID: Scalars['ID']['input'];
  in: BundleInstanceAuthSetInput;
};


export type MutationDeleteBundleInstanceAuthArgs = {
  authID: Scalars['ID']['input'];
};


export type MutationCreateBundleInstanceAuthArgs = {
  bundleID: Scalars['ID']['input'];
  in: BundleInstanceAuthCreateInput;
};


export type MutationUpdateBundleInstanceAuthArgs = {
  id: Scalars['ID']['input'];
  bundleID: Scalars['ID']['input'];
  in: BundleInstanceAuthUpdateInput;
};


export type MutationAddIntegrationDependencyToApplicationArgs = {
  appID: Scalars['ID']['input'];
  in: IntegrationDependencyInput;
};


export type MutationDeleteIntegrationDependencyArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRegisterIntegrationSystemArgs = {
  in: IntegrationSystemInput;
};


export type MutationUpdateIntegrationSystemArgs = {
  id: Scalars['ID']['input'];
  in: IntegrationSystemInput;
};


export type MutationUnregisterIntegrationSystemArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCreateLabelDefinitionArgs = {
  in: LabelDefinitionInput;
};


export type MutationUpdateLabelDefinitionArgs = {
  in: LabelDefinitionInput;
};


export type MutationDeleteLabelDefinitionArgs = {
  key: Scalars['String']['input'];
  deleteRelatedLabels?: InputMaybe<Scalars['Boolean']['input']>;
};


export type MutationRegisterRuntimeContextArgs = {
  runtimeID: Scalars['ID']['input'];
  in: RuntimeContextInput;
};


export type MutationUpdateRuntimeContextArgs = {
  id: Scalars['ID']['input'];
  in: RuntimeContextInput;
};


export type MutationUnregisterRuntimeContextArgs = {
  id: Scalars['ID']['input'];
};


export type MutationScheduleOperationArgs = {
  operationID: Scalars['ID']['input'];
  priority?: InputMaybe<Scalars['Int']['input']>;
};


export type MutationUpdateSystemAuthArgs = {
  authID: Scalars['ID']['input'];
  in: AuthInput;
};


export type MutationInvalidateSystemAuthOneTimeTokenArgs = {
  authID: Scalars['ID']['input'];
};


export type MutationRequestClientCredentialsForApplicationArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRequestClientCredentialsForRuntimeArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRequestClientCredentialsForIntegrationSystemArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDeleteSystemAuthForApplicationArgs = {
  authID: Scalars['ID']['input'];
};


export type MutationDeleteSystemAuthForRuntimeArgs = {
  authID: Scalars['ID']['input'];
};


export type MutationDeleteSystemAuthForIntegrationSystemArgs = {
  authID: Scalars['ID']['input'];
};


export type MutationUnpairApplicationArgs = {
  id: Scalars['ID']['input'];
  mode?: InputMaybe<OperationMode>;
};


export type MutationAddTenantAccessArgs = {
  in: TenantAccessInput;
};


export type MutationRemoveTenantAccessArgs = {
  tenantID: Scalars['ID']['input'];
  resourceID: Scalars['ID']['input'];
  resourceType: TenantAccessObjectType;
};


export type MutationSubscribeTenantArgs = {
  providerID: Scalars['String']['input'];
  subaccountID: Scalars['String']['input'];
  providerSubaccountID: Scalars['String']['input'];
  consumerTenantID: Scalars['String']['input'];
  region: Scalars['String']['input'];
  subscriptionAppName: Scalars['String']['input'];
  subscriptionPayload: Scalars['String']['input'];
};


export type MutationUnsubscribeTenantArgs = {
  providerID: Scalars['String']['input'];
  subaccountID: Scalars['String']['input'];
  providerSubaccountID: Scalars['String']['input'];
  consumerTenantID: Scalars['String']['input'];
  region: Scalars['String']['input'];
  subscriptionPayload: Scalars['String']['input'];
};


export type MutationWriteTenantsArgs = {
  in?: InputMaybe<Array<BusinessTenantMappingInput>>;
};


export type MutationUpdateTenantArgs = {
  id: Scalars['ID']['input'];
  in: BusinessTenantMappingInput;
};


export type MutationSetTenantLabelArgs = {
  tenantID: Scalars['ID']['input'];
  key: Scalars['String']['input'];
  value: Scalars['Any']['input'];
};


export type MutationWriteTenantArgs = {
  in: BusinessTenantMappingInput;
};


export type MutationDeleteTenantsArgs = {
  in?: InputMaybe<Array<Scalars['String']['input']>>;
};


export type MutationRotateWebhookSigningSecretArgs = {
  webhookID: Scalars['ID']['input'];
};


export type MutationEnableWebhookArgs = {
  webhookID: Scalars['ID']['input'];
};


export type MutationRecoverWebhookArgs = {
  webhookID: Scalars['ID']['input'];
  since: Scalars['Timestamp']['input'];
};


export type MutationTestWebhookArgs = {
  webhookID: Scalars['ID']['input'];
};

export type ApplicationWithTenants = {
  application: Application;
  tenants?: Maybe<Array<Tenant>>;
};

export type ApplicationWithTenantsPage = Pageable & {
  data: Array<ApplicationWithTenants>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type TenantBusinessType = {
  id: Scalars['ID']['output'];
  code: Scalars['String']['output'];
  name: Scalars['String']['output'];
};

export type ApplicationTemplateAccessLevel =
  | 'GLOBAL';

export type PlaceholderDefinition = {
  name: Scalars['String']['output'];
  description?: Maybe<Scalars['String']['output']>;
  jsonPath?: Maybe<Scalars['String']['output']>;
  optional?: Maybe<Scalars['Boolean']['output']>;
};

/** What Applications of one kind have in common. Its access level is GLOBAL within its tenant. */
export type ApplicationTemplate = {
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  description?: Maybe<Scalars['String']['output']>;
  applicationNamespace?: Maybe<Scalars['String']['output']>;
  /** They count for its Applications that have none of that type; null without the scope to read them. */
  webhooks?: Maybe<Array<Webhook>>;
  /** JSON of the input that its Applications are registered with, without credentials for who cannot change it. */
  applicationInput: Scalars['String']['output'];
  placeholders: Array<PlaceholderDefinition>;
  labels?: Maybe<Scalars['Labels']['output']>;
  accessLevel: ApplicationTemplateAccessLevel;
  createdAt: Scalars['Timestamp']['output'];
  updatedAt: Scalars['Timestamp']['output'];
};


/** What Applications of one kind have in common. Its access level is GLOBAL within its tenant. */
export type ApplicationTemplateLabelsArgs = {
  key?: InputMaybe<Scalars['String']['input']>;
};

export type ApplicationTemplatePage = Pageable & {
  data: Array<ApplicationTemplate>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type PlaceholderDefinitionInput = {
  /** Up to 36 lower case letters, digits, - and . that begin with a letter. */
  name: Scalars['String']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  /** Where its value stands in a placeholdersPayload: $.a.b[0]. */
  jsonPath?: InputMaybe<Scalars['String']['input']>;
  /** Without a value, a text that consists of it is left out. */
  optional?: InputMaybe<Scalars['Boolean']['input']>;
};

/** As ApplicationRegisterInput, with {{placeholders}} in any text. */
export type ApplicationJsonInput = {
  name: Scalars['String']['input'];
  providerName?: InputMaybe<Scalars['String']['input']>;
  description?: InputMaybe<Scalars['String']['input']>;
  labels?: InputMaybe<Scalars['Labels']['input']>;
  webhooks?: InputMaybe<Array<WebhookInput>>;
  healthCheckURL?: InputMaybe<Scalars['String']['input']>;
  baseUrl?: InputMaybe<Scalars['String']['input']>;
  applicationNamespace?: InputMaybe<Scalars['String']['input']>;
  localTenantID?: InputMaybe<Scalars['String']['input']>;
  integrationSystemID?: InputMaybe<Scalars['ID']['input']>;
  statusCondition?: InputMaybe<ApplicationStatusCondition>;
  bundles?: InputMaybe<Array<BundleCreateInput>>;
};

/** Placeholders have distinct names, each is used in the application input, and no other is. */
export type ApplicationTemplateInput = {
  name: Scalars['String']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  applicationNamespace?: InputMaybe<Scalars['String']['input']>;
  webhooks?: InputMaybe<Array<WebhookInput>>;
  labels?: InputMaybe<Scalars['Labels']['input']>;
  applicationInput: ApplicationJsonInput;
  placeholders?: InputMaybe<Array<PlaceholderDefinitionInput>>;
  accessLevel: ApplicationTemplateAccessLevel;
};

/** Labels and webhooks stay as they are where the input has none. */
export type ApplicationTemplateUpdateInput = {
  name: Scalars['String']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  applicationNamespace?: InputMaybe<Scalars['String']['input']>;
  webhooks?: InputMaybe<Array<WebhookInput>>;
  labels?: InputMaybe<Scalars['Labels']['input']>;
  applicationInput: ApplicationJsonInput;
  placeholders?: InputMaybe<Array<PlaceholderDefinitionInput>>;
  accessLevel: ApplicationTemplateAccessLevel;
};

export type TemplateValueInput = {
  placeholder: Scalars['String']['input'];
  value: Scalars['String']['input'];
};

/** A value for each placeholder: either by name, or all in a payload where jsonPath finds them. */
export type ApplicationFromTemplateInput = {
  /** The id of the template, as a check of its name. */
  id?: InputMaybe<Scalars['ID']['input']>;
  templateName: Scalars['String']['input'];
  values?: InputMaybe<Array<InputMaybe<TemplateValueInput>>>;
  /** JSON. */
  placeholdersPayload?: InputMaybe<Scalars['String']['input']>;
  /** In addition to those of the template's input. */
  labels?: InputMaybe<Scalars['Labels']['input']>;
};

/** Runtimes with this label are assigned to the formation of this name. */
export type AutomaticScenarioAssignment = {
  scenarioName: Scalars['String']['output'];
  selector: Label;
};

export type AutomaticScenarioAssignmentPage = Pageable & {
  data: Array<AutomaticScenarioAssignment>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type LabelSelectorInput = {
  key: Scalars['String']['input'];
  value: Scalars['String']['input'];
};

export type AutomaticScenarioAssignmentSetInput = {
  scenarioName: Scalars['String']['input'];
  selector: LabelSelectorInput;
};

/** The credentials of one Runtime for an API Definition: those that its bundle has for it, or the default ones. For clients older than bundles. */
export type ApiRuntimeAuth = {
  runtimeID: Scalars['ID']['output'];
  auth?: Maybe<Auth>;
};

/** Certificates come from this system's own authority; the page is always empty. */
export type CertificateSubjectMapping = {
  id: Scalars['ID']['output'];
  subject: Scalars['String']['output'];
  consumerType: Scalars['String']['output'];
  internalConsumerID?: Maybe<Scalars['String']['output']>;
  tenantAccessLevels: Array<Scalars['String']['output']>;
  createdAt?: Maybe<Scalars['Timestamp']['output']>;
  updatedAt?: Maybe<Scalars['Timestamp']['output']>;
};

export type CertificateSubjectMappingPage = Pageable & {
  data: Array<CertificateSubjectMapping>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type CertificateSubjectMappingInput = {
  subject: Scalars['String']['input'];
  consumerType: Scalars['String']['input'];
  internalConsumerID?: InputMaybe<Scalars['String']['input']>;
  tenantAccessLevels: Array<Scalars['String']['input']>;
};

export type DeliveryState =
  /** It was not made yet, or is tried again. */
  | 'PENDING'
  /** The endpoint answered with a 2xx. */
  | 'SUCCEEDED'
  /** It was given up: see `failure`. */
  | 'FAILED'
  /** The endpoint answered 410. */
  | 'GONE'
  /** The webhook was deleted before. */
  | 'DROPPED';

export type DeliveryFailure =
  /** The last attempt of the schedule failed. */
  | 'ATTEMPTS_EXHAUSTED'
  /** The endpoint gave no answer, to other deliveries either, for as long as the schedule lasts. */
  | 'ENDPOINT_UNREACHABLE'
  /** The webhook is disabled. */
  | 'WEBHOOK_DISABLED'
  /** The dispatcher ended during every attempt. */
  | 'ATTEMPTS_CUT_OFF';

/** One call of the endpoint, or one that could not be made. */
export type DeliveryAttempt = {
  timestamp: Scalars['Timestamp']['output'];
  /** Milliseconds. */
  duration: Scalars['Int']['output'];
  /** The status of the answer; null without one. */
  status?: Maybe<Scalars['Int']['output']>;
  /** Why it failed; null if it did not. */
  error?: Maybe<Scalars['String']['output']>;
  /** The first 1,024 bytes of the answer's body as text; null if it had none. Credentials that were sent to the endpoint are replaced by `***`. */
  body?: Maybe<Scalars['String']['output']>;
};

/** One event on its way to one webhook. It is kept for 30 days. */
export type Delivery = {
  /** The `webhook-id` of its requests. */
  id: Scalars['ID']['output'];
  webhookID: Scalars['ID']['output'];
  applicationID: Scalars['ID']['output'];
  /** The template that has the webhook, if the Application has not. */
  applicationTemplateID?: Maybe<Scalars['ID']['output']>;
  eventID: Scalars['ID']['output'];
  /** The type of the event, which is the `data.reason` of its requests; null for one that an earlier release made. */
  eventType?: Maybe<Scalars['String']['output']>;
  state: DeliveryState;
  /** Why it is FAILED; null unless it is. */
  failure?: Maybe<DeliveryFailure>;
  createdAt: Scalars['Timestamp']['output'];
  /** Null unless another attempt is to come. */
  nextAttemptAt?: Maybe<Scalars['Timestamp']['output']>;
  /** The oldest first. An attempt that a crash cut off is missing. */
  attempts: Array<DeliveryAttempt>;
};

export type DeliveryPage = {
  data: Array<Delivery>;
  pageInfo: PageInfo;
};

export type DeliveryFilter = {
  states?: InputMaybe<Array<DeliveryState>>;
  eventTypes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Made then or later. */
  from?: InputMaybe<Scalars['Timestamp']['input']>;
  /** Made then or earlier. */
  to?: InputMaybe<Scalars['Timestamp']['input']>;
};

export type FormationAssignmentType =
  | 'APPLICATION'
  | 'RUNTIME'
  | 'RUNTIME_CONTEXT';

export type AssignmentOperationType =
  | 'ASSIGN'
  | 'UNASSIGN'
  | 'INSTANCE_CREATOR_UNASSIGN';

export type OperationTrigger =
  | 'ASSIGN_OBJECT'
  | 'UNASSIGN_OBJECT'
  | 'RESET'
  | 'RESYNC';

export type FormationParticipant = Application | Runtime | RuntimeContext;

export type AssignmentOperation = {
  id: Scalars['ID']['output'];
  operationType: AssignmentOperationType;
  formationAssignmentID: Scalars['ID']['output'];
  formationID: Scalars['ID']['output'];
  triggeredBy: OperationTrigger;
  startedAtTimestamp?: Maybe<Scalars['Timestamp']['output']>;
  finishedAtTimestamp?: Maybe<Scalars['Timestamp']['output']>;
};

export type AssignmentOperationPage = Pageable & {
  data: Array<AssignmentOperation>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** Members of a formation do not configure each other here; the page is always empty. */
export type FormationAssignment = {
  id: Scalars['ID']['output'];
  source: Scalars['ID']['output'];
  sourceType: FormationAssignmentType;
  sourceEntity: FormationParticipant;
  target: Scalars['ID']['output'];
  targetType: FormationAssignmentType;
  targetEntity: FormationParticipant;
  state: Scalars['String']['output'];
  value?: Maybe<Scalars['String']['output']>;
  configuration?: Maybe<Scalars['String']['output']>;
  error?: Maybe<Scalars['String']['output']>;
  assignmentOperations?: Maybe<AssignmentOperationPage>;
  lastStateChangeTimestamp?: Maybe<Scalars['Timestamp']['output']>;
  lastNotificationSentTimestamp?: Maybe<Scalars['Timestamp']['output']>;
};


/** Members of a formation do not configure each other here; the page is always empty. */
export type FormationAssignmentAssignmentOperationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};

export type FormationAssignmentPage = Pageable & {
  data: Array<FormationAssignment>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type Formation = {
  /** Always null. */
  formationAssignment?: Maybe<FormationAssignment>;
  formationAssignments?: Maybe<FormationAssignmentPage>;
  id: Scalars['ID']['output'];
  tenantID: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  formationTemplateId: Scalars['ID']['output'];
  state: Scalars['String']['output'];
  /** Always null. */
  error?: Maybe<FormationError>;
  status: FormationStatus;
  /** Always null. */
  lastStateChangeTimestamp?: Maybe<Scalars['Timestamp']['output']>;
  /** Always null. */
  lastNotificationSentTimestamp?: Maybe<Scalars['Timestamp']['output']>;
};


export type FormationFormationAssignmentArgs = {
  id: Scalars['ID']['input'];
};


export type FormationFormationAssignmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};

export type ConstraintScope =
  | 'GLOBAL'
  | 'FORMATION_TYPE';

export type ConstraintType =
  | 'PRE'
  | 'POST'
  | 'UI';

export type ResourceType =
  | 'APPLICATION'
  | 'RUNTIME'
  | 'RUNTIME_CONTEXT'
  | 'TENANT'
  | 'FORMATION';

export type TargetOperation =
  | 'ASSIGN_FORMATION'
  | 'UNASSIGN_FORMATION'
  | 'CREATE_FORMATION'
  | 'DELETE_FORMATION'
  | 'GENERATE_FORMATION_ASSIGNMENT_NOTIFICATION'
  | 'GENERATE_FORMATION_NOTIFICATION'
  | 'LOAD_FORMATIONS'
  | 'SELECT_SYSTEMS_FOR_FORMATION'
  | 'SEND_NOTIFICATION'
  | 'NOTIFICATION_STATUS_RETURNED';

/** Nothing creates constraints here; the lists are always empty. */
export type FormationConstraint = {
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  description: Scalars['String']['output'];
  constraintType: Scalars['String']['output'];
  targetOperation: Scalars['String']['output'];
  operator: Scalars['String']['output'];
  resourceType: Scalars['String']['output'];
  resourceSubtype: Scalars['String']['output'];
  inputTemplate: Scalars['String']['output'];
  constraintScope: Scalars['String']['output'];
  priority: Scalars['Int']['output'];
  createdAt: Scalars['Timestamp']['output'];
};

export type ConstraintReference = {
  constraintID: Scalars['ID']['output'];
  formationTemplateID: Scalars['ID']['output'];
};

export type FormationConstraintInput = {
  name: Scalars['String']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  constraintType: ConstraintType;
  targetOperation: TargetOperation;
  operator: Scalars['String']['input'];
  resourceType: ResourceType;
  resourceSubtype: Scalars['String']['input'];
  inputTemplate: Scalars['String']['input'];
  constraintScope: ConstraintScope;
  priority?: InputMaybe<Scalars['Int']['input']>;
};

export type FormationConstraintUpdateInput = {
  inputTemplate: Scalars['String']['input'];
  priority?: InputMaybe<Scalars['Int']['input']>;
  description?: InputMaybe<Scalars['String']['input']>;
};

/** What formations made from it take in. A list of types that is empty or absent takes every type. */
export type FormationTemplate = {
  formationConstraints?: Maybe<Array<FormationConstraint>>;
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** Values of the label applicationType. */
  applicationTypes: Array<Scalars['String']['output']>;
  /** Values of the label runtimeType. */
  runtimeTypes?: Maybe<Array<Scalars['String']['output']>>;
  runtimeTypeDisplayName?: Maybe<Scalars['String']['output']>;
  runtimeArtifactKind?: Maybe<ArtifactType>;
  leadingProductIDs?: Maybe<Array<Scalars['String']['output']>>;
  supportsReset: Scalars['Boolean']['output'];
  /** Templates have no webhooks here; always null. */
  webhooks?: Maybe<Array<Webhook>>;
  /** Who may find formations made from it; kept as it was given. */
  discoveryConsumers?: Maybe<Array<Scalars['String']['output']>>;
  labels?: Maybe<Scalars['Labels']['output']>;
  createdAt: Scalars['Timestamp']['output'];
  updatedAt?: Maybe<Scalars['Timestamp']['output']>;
};


/** What formations made from it take in. A list of types that is empty or absent takes every type. */
export type FormationTemplateLabelsArgs = {
  key?: InputMaybe<Scalars['String']['input']>;
};

export type ArtifactType =
  | 'SUBSCRIPTION'
  | 'SERVICE_INSTANCE'
  | 'ENVIRONMENT_INSTANCE';

export type FormationTemplatePage = Pageable & {
  data: Array<FormationTemplate>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type FormationTemplateRegisterInput = {
  name: Scalars['String']['input'];
  applicationTypes: Array<Scalars['String']['input']>;
  runtimeTypes?: InputMaybe<Array<Scalars['String']['input']>>;
  runtimeTypeDisplayName?: InputMaybe<Scalars['String']['input']>;
  runtimeArtifactKind?: InputMaybe<ArtifactType>;
  leadingProductIDs?: InputMaybe<Array<Scalars['String']['input']>>;
  supportsReset?: InputMaybe<Scalars['Boolean']['input']>;
  discoveryConsumers?: InputMaybe<Array<Scalars['String']['input']>>;
  labels?: InputMaybe<Scalars['Labels']['input']>;
  /** Refused unless it is empty. */
  webhooks?: InputMaybe<Array<WebhookInput>>;
};

/** Labels stay as they are where the input has none. */
export type FormationTemplateUpdateInput = {
  name: Scalars['String']['input'];
  applicationTypes: Array<Scalars['String']['input']>;
  runtimeTypes?: InputMaybe<Array<Scalars['String']['input']>>;
  runtimeTypeDisplayName?: InputMaybe<Scalars['String']['input']>;
  runtimeArtifactKind?: InputMaybe<ArtifactType>;
  leadingProductIDs?: InputMaybe<Array<Scalars['String']['input']>>;
  supportsReset?: InputMaybe<Scalars['Boolean']['input']>;
  discoveryConsumers?: InputMaybe<Array<Scalars['String']['input']>>;
  labels?: InputMaybe<Scalars['Labels']['input']>;
  /** Refused unless it is empty. */
  webhooks?: InputMaybe<Array<WebhookInput>>;
};

export type LabelInput = {
  key: Scalars['String']['input'];
  value: Scalars['Any']['input'];
};

export type FormationObjectType =
  | 'APPLICATION'
  | 'RUNTIME'
  | 'RUNTIME_CONTEXT'
  | 'TENANT';

export type FormationStatusCondition =
  | 'IN_PROGRESS'
  | 'ERROR'
  | 'READY'
  | 'DRAFT';

export type FormationStatusError = {
  assignmentID?: Maybe<Scalars['ID']['output']>;
  message: Scalars['String']['output'];
  errorCode: Scalars['Int']['output'];
};

/** READY as soon as the formation exists: its members are told by webhooks of their own. */
export type FormationStatus = {
  condition: FormationStatusCondition;
  errors?: Maybe<Array<FormationStatusError>>;
};

export type FormationError = {
  message: Scalars['String']['output'];
  errorCode: Scalars['Int']['output'];
};

export type FormationPage = Pageable & {
  data: Array<Formation>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type FormationInput = {
  name: Scalars['String']['input'];
  templateName?: InputMaybe<Scalars['String']['input']>;
  state?: InputMaybe<Scalars['String']['input']>;
};

/** What one member of a formation is to know of another from the start. */
export type InitialConfiguration = {
  sourceID: Scalars['ID']['input'];
  targetID: Scalars['ID']['input'];
  configuration: Scalars['String']['input'];
};

export type HealthCheckType =
  | 'MANAGEMENT_PLANE_APPLICATION_HEALTHCHECK';

export type HealthCheckStatusCondition =
  | 'SUCCEEDED'
  | 'FAILED';

/** How the last probe of an Application's healthCheckURL ended. */
export type HealthCheck = {
  type: HealthCheckType;
  condition: HealthCheckStatusCondition;
  /** The id of the Application. */
  origin?: Maybe<Scalars['ID']['output']>;
  /** Why it failed. */
  message?: Maybe<Scalars['String']['output']>;
  timestamp: Scalars['Timestamp']['output'];
};

export type HealthCheckPage = Pageable & {
  data: Array<HealthCheck>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type BundleInstanceAuthSetStatusConditionInput =
  | 'SUCCEEDED'
  | 'FAILED';

export type BundleInstanceAuthRequestInput = {
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Handed back as it came. */
  context?: InputMaybe<Scalars['JSON']['input']>;
  /** Must satisfy the bundle's instanceAuthRequestInputSchema. */
  inputParams?: InputMaybe<Scalars['JSON']['input']>;
};

/** A given status needs a message and a reason. */
export type BundleInstanceAuthStatusInput = {
  condition?: BundleInstanceAuthSetStatusConditionInput;
  message: Scalars['String']['input'];
  reason: Scalars['String']['input'];
};

/** At least one of the two; with auth, the status can only be SUCCEEDED. */
export type BundleInstanceAuthSetInput = {
  auth?: InputMaybe<AuthInput>;
  status?: InputMaybe<BundleInstanceAuthStatusInput>;
};

/** Exactly one of runtimeID and runtimeContextID. */
export type BundleInstanceAuthCreateInput = {
  context?: InputMaybe<Scalars['JSON']['input']>;
  inputParams?: InputMaybe<Scalars['JSON']['input']>;
  auth: AuthInput;
  runtimeID?: InputMaybe<Scalars['ID']['input']>;
  runtimeContextID?: InputMaybe<Scalars['ID']['input']>;
};

/** What is absent is kept. */
export type BundleInstanceAuthUpdateInput = {
  context?: InputMaybe<Scalars['JSON']['input']>;
  inputParams?: InputMaybe<Scalars['JSON']['input']>;
  auth?: InputMaybe<AuthInput>;
};

/** Nothing creates integration dependencies here; the page is always empty. */
export type IntegrationDependency = {
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  description?: Maybe<Scalars['String']['output']>;
  ordID?: Maybe<Scalars['String']['output']>;
  partOfPackage?: Maybe<Scalars['String']['output']>;
  visibility?: Maybe<Scalars['String']['output']>;
  releaseStatus?: Maybe<Scalars['String']['output']>;
  mandatory?: Maybe<Scalars['Boolean']['output']>;
  aspects?: Maybe<Array<Aspect>>;
  version?: Maybe<Version>;
  labels?: Maybe<Scalars['Labels']['output']>;
  created_at?: Maybe<Scalars['Timestamp']['output']>;
  updated_at?: Maybe<Scalars['Timestamp']['output']>;
  deleted_at?: Maybe<Scalars['Timestamp']['output']>;
  error?: Maybe<Scalars['String']['output']>;
};

export type IntegrationDependencyPage = Pageable & {
  data: Array<IntegrationDependency>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type Aspect = {
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  description?: Maybe<Scalars['String']['output']>;
  mandatory?: Maybe<Scalars['Boolean']['output']>;
  apiResources?: Maybe<Array<AspectApiDefinition>>;
  eventResources?: Maybe<Array<AspectEventDefinition>>;
  created_at?: Maybe<Scalars['Timestamp']['output']>;
  updated_at?: Maybe<Scalars['Timestamp']['output']>;
  deleted_at?: Maybe<Scalars['Timestamp']['output']>;
  error?: Maybe<Scalars['String']['output']>;
};

export type AspectApiDefinition = {
  ordID: Scalars['String']['output'];
};

export type AspectEventDefinition = {
  ordID: Scalars['String']['output'];
  subset?: Maybe<Array<AspectEventDefinitionSubset>>;
  created_at?: Maybe<Scalars['Timestamp']['output']>;
  updated_at?: Maybe<Scalars['Timestamp']['output']>;
  deleted_at?: Maybe<Scalars['Timestamp']['output']>;
  error?: Maybe<Scalars['String']['output']>;
};

export type AspectEventDefinitionSubset = {
  eventType?: Maybe<Scalars['String']['output']>;
};

export type AspectApiDefinitionInput = {
  ordID?: InputMaybe<Scalars['String']['input']>;
  ordId?: InputMaybe<Scalars['String']['input']>;
};

export type AspectEventDefinitionInput = {
  ordID?: InputMaybe<Scalars['String']['input']>;
  ordId?: InputMaybe<Scalars['String']['input']>;
  subset?: InputMaybe<Array<InputMaybe<AspectEventDefinitionSubsetInput>>>;
};

export type AspectEventDefinitionSubsetInput = {
  eventType?: InputMaybe<Scalars['String']['input']>;
};

export type AspectInput = {
  name: Scalars['String']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  mandatory?: InputMaybe<Scalars['Boolean']['input']>;
  apiResources?: InputMaybe<Array<AspectApiDefinitionInput>>;
  eventResources?: InputMaybe<Array<AspectEventDefinitionInput>>;
};

export type IntegrationDependencyInput = {
  name: Scalars['String']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  ordID?: InputMaybe<Scalars['String']['input']>;
  partOfPackage?: InputMaybe<Scalars['ID']['input']>;
  visibility?: InputMaybe<Scalars['String']['input']>;
  releaseStatus?: InputMaybe<Scalars['String']['input']>;
  mandatory?: InputMaybe<Scalars['Boolean']['input']>;
  aspects?: InputMaybe<Array<AspectInput>>;
  version?: InputMaybe<VersionInput>;
};

/** A program that looks after Applications and Runtimes of its tenant, or of all tenants. */
export type IntegrationSystem = {
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  description?: Maybe<Scalars['String']['output']>;
  /** If true it acts in the tenant that the header Tenant chooses: the one it was registered in, or any that writeTenants described. It is administered in the former. */
  allTenants: Scalars['Boolean']['output'];
  auths?: Maybe<Array<IntSysSystemAuth>>;
};

export type IntegrationSystemPage = Pageable & {
  data: Array<IntegrationSystem>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type IntSysSystemAuth = SystemAuth & {
  id: Scalars['ID']['output'];
  auth?: Maybe<Auth>;
  type?: Maybe<SystemAuthReferenceType>;
  referenceObjectId?: Maybe<Scalars['ID']['output']>;
  tenantId?: Maybe<Scalars['String']['output']>;
  /** Null for credentials of earlier versions. */
  origin?: Maybe<SystemAuthOrigin>;
  /** When the credential was used last, to within six hours. */
  lastSeenAt?: Maybe<Scalars['Timestamp']['output']>;
};

export type IntegrationSystemInput = {
  /** Unique in the tenant: lower case letters, digits, - and ., at most 36. */
  name: Scalars['String']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  /** Whether it acts in all tenants, which an operator of the platform decides. Default: true if the caller is an operator, too. Cannot be changed. */
  allTenants?: InputMaybe<Scalars['Boolean']['input']>;
};

export type LabelDefinition = {
  key: Scalars['String']['output'];
  schema?: Maybe<Scalars['JSONSchema']['output']>;
};

export type LabelDefinitionInput = {
  key: Scalars['String']['input'];
  /** Without a schema the label takes every value. */
  schema?: InputMaybe<Scalars['JSONSchema']['input']>;
};

/** Nothing creates runtime contexts here; the page is always empty. */
export type RuntimeContext = {
  id: Scalars['ID']['output'];
  key: Scalars['String']['output'];
  value: Scalars['String']['output'];
  labels?: Maybe<Scalars['Labels']['output']>;
};


/** Nothing creates runtime contexts here; the page is always empty. */
export type RuntimeContextLabelsArgs = {
  key?: InputMaybe<Scalars['String']['input']>;
};

export type RuntimeContextPage = Pageable & {
  data: Array<RuntimeContext>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type RuntimeContextInput = {
  key: Scalars['String']['input'];
  value: Scalars['String']['input'];
};

export type OperationStatus =
  | 'SCHEDULED'
  | 'IN_PROGRESS'
  | 'COMPLETED'
  | 'FAILED';

export type OperationErrorSeverity =
  | 'NONE'
  | 'INFO'
  | 'WARNING'
  | 'ERROR';

export type ScheduledOperationType =
  | 'ORD_AGGREGATION'
  | 'SYSTEM_FETCHING'
  | 'SAAS_REGISTRY_DISCOVERY';

/** What an operation of the mode ASYNC does to an object. */
export type OperationType =
  | 'CREATE'
  | 'UPDATE'
  | 'DELETE';

/** Nothing is scheduled here; the list is always empty. */
export type Operation = {
  id: Scalars['ID']['output'];
  operationType: ScheduledOperationType;
  status: OperationStatus;
  error?: Maybe<Scalars['String']['output']>;
  errorSeverity: OperationErrorSeverity;
  createdAt?: Maybe<Scalars['Timestamp']['output']>;
  updatedAt?: Maybe<Scalars['Timestamp']['output']>;
};

export type SystemAuthUpdateInput = {
  auth?: InputMaybe<AuthInput>;
};

export type TenantAccessObjectType =
  | 'APPLICATION'
  | 'RUNTIME'
  | 'RUNTIME_CONTEXT';

/** Changes that give tenants access to Applications in a system where tenants share them. */
export type EventType =
  | 'NEW_APPLICATION'
  | 'NEW_SINGLE_TENANT'
  | 'NEW_MULTIPLE_TENANTS';

/** An object belongs to one tenant here; nothing gives it to another. */
export type TenantAccess = {
  tenantID: Scalars['ID']['output'];
  resourceType: TenantAccessObjectType;
  resourceID: Scalars['ID']['output'];
  owner: Scalars['Boolean']['output'];
};

export type TenantAccessInput = {
  tenantID: Scalars['ID']['input'];
  resourceType: TenantAccessObjectType;
  resourceID: Scalars['ID']['input'];
  owner: Scalars['Boolean']['input'];
};

/** Description of a tenant. It gives no access: tokens of the identity provider do. */
export type Tenant = {
  /** As in the header Tenant. */
  id: Scalars['ID']['output'];
  /** The same: tenants have one id here. */
  internalID: Scalars['ID']['output'];
  name?: Maybe<Scalars['String']['output']>;
  type?: Maybe<Scalars['String']['output']>;
  parents?: Maybe<Array<Maybe<Scalars['ID']['output']>>>;
  /** The first of parents, for clients that know of one only. */
  parentID?: Maybe<Scalars['ID']['output']>;
  provider: Scalars['String']['output'];
  /** Whether it has Applications, Runtimes, formations or the like. */
  initialized?: Maybe<Scalars['Boolean']['output']>;
  /** Region, subdomain and the like. */
  labels?: Maybe<Scalars['Labels']['output']>;
};


/** Description of a tenant. It gives no access: tokens of the identity provider do. */
export type TenantLabelsArgs = {
  key?: InputMaybe<Scalars['String']['input']>;
};

export type TenantPage = Pageable & {
  data: Array<Tenant>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type BusinessTenantMappingInput = {
  name: Scalars['String']['input'];
  externalTenant: Scalars['String']['input'];
  parent?: InputMaybe<Scalars['String']['input']>;
  parents?: InputMaybe<Array<InputMaybe<Scalars['String']['input']>>>;
  subdomain?: InputMaybe<Scalars['String']['input']>;
  region?: InputMaybe<Scalars['String']['input']>;
  /** unknown, customer, account, subaccount, organization, folder, resource-group or cost-object. */
  type: Scalars['String']['input'];
  provider: Scalars['String']['input'];
  licenseType?: InputMaybe<Scalars['String']['input']>;
  customerID?: InputMaybe<Scalars['String']['input']>;
  customerId?: InputMaybe<Scalars['String']['input']>;
  costObjectID?: InputMaybe<Scalars['String']['input']>;
  costObjectId?: InputMaybe<Scalars['String']['input']>;
  costObjectType?: InputMaybe<Scalars['String']['input']>;
};

/** What the endpoint of a webhook answered to a test. */
export type WebhookTest = {
  /** The `webhook-id` of the request. */
  id: Scalars['ID']['output'];
  webhookID: Scalars['ID']['output'];
  /** True if a delivery would have succeeded: the status is a 2xx. */
  accepted: Scalars['Boolean']['output'];
  timestamp: Scalars['Timestamp']['output'];
  /** Milliseconds. */
  duration: Scalars['Int']['output'];
  /** The status of the answer; null without one. */
  status?: Maybe<Scalars['Int']['output']>;
  /** Why it failed; null if it did not. */
  error?: Maybe<Scalars['String']['output']>;
  /** The first 1,024 bytes of the answer's body as text; null if it had none. Credentials that were sent to the endpoint are replaced by `***`. */
  body?: Maybe<Scalars['String']['output']>;
};

export type WebhookCondition =
  /** The last delivery succeeded, or there was none. */
  | 'ENABLED'
  /** Every attempt since the time of the status failed. Deliveries are tried again. */
  | 'FAILING'
  /** No deliveries are made. */
  | 'DISABLED';

export type WebhookDisablingReason =
  /** The endpoint answered 410. */
  | 'GONE'
  /** Every attempt failed for five days. */
  | 'FAILING';

/** The course of a webhook's deliveries. */
export type WebhookStatus = {
  condition: WebhookCondition;
  /** When it was disabled, or since when it fails; null while it is enabled. */
  timestamp?: Maybe<Scalars['Timestamp']['output']>;
  /** Why it is disabled; null while it is not. */
  reason?: Maybe<WebhookDisablingReason>;
};

/** The signatures of Standard Webhooks. */
export type WebhookSignatureScheme =
  /** HMAC-SHA256 with a secret that Compass and the endpoint share (`v1`). */
  | 'SYMMETRIC'
  /** Ed25519: Compass alone has the private key, and the endpoint verifies with the public key (`v1a`). */
  | 'ASYMMETRIC';



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



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  CredentialData:
    | ( BasicCredentialData )
    | ( OAuthCredentialData )
    | ( CertificateOAuthCredentialData )
  ;
  FormationParticipant:
    | ( ApplicationModel )
    | ( RuntimeModel )
    | ( RuntimeContext )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Pageable:
    | ( Omit<ApplicationPage, 'data'> & { data: Array<_RefType['Application']> } )
    | ( Omit<RuntimePage, 'data'> & { data: Array<_RefType['Runtime']> } )
    | ( Omit<ApiDefinitionPage, 'data'> & { data: Array<_RefType['APIDefinition']> } )
    | ( Omit<EventDefinitionPage, 'data'> & { data: Array<_RefType['EventDefinition']> } )
    | ( Omit<DocumentPage, 'data'> & { data: Array<_RefType['Document']> } )
    | ( Omit<BundlePage, 'data'> & { data: Array<_RefType['Bundle']> } )
    | ( Omit<ApplicationWithTenantsPage, 'data'> & { data: Array<_RefType['ApplicationWithTenants']> } )
    | ( Omit<ApplicationTemplatePage, 'data'> & { data: Array<_RefType['ApplicationTemplate']> } )
    | ( AutomaticScenarioAssignmentPage )
    | ( CertificateSubjectMappingPage )
    | ( AssignmentOperationPage )
    | ( Omit<FormationAssignmentPage, 'data'> & { data: Array<_RefType['FormationAssignment']> } )
    | ( Omit<FormationTemplatePage, 'data'> & { data: Array<_RefType['FormationTemplate']> } )
    | ( Omit<FormationPage, 'data'> & { data: Array<_RefType['Formation']> } )
    | ( Omit<HealthCheckPage, 'data'> & { data: Array<_RefType['HealthCheck']> } )
    | ( IntegrationDependencyPage )
    | ( Omit<IntegrationSystemPage, 'data'> & { data: Array<_RefType['IntegrationSystem']> } )
    | ( RuntimeContextPage )
    | ( Omit<TenantPage, 'data'> & { data: Array<_RefType['Tenant']> } )
  ;
  OneTimeToken:
    | ( OneTimeTokenForApplication )
    | ( OneTimeTokenForRuntime )
  ;
  SystemAuth:
    | ( SystemAuthModel )
    | ( SystemAuthModel )
    | ( SystemAuthModel )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Timestamp: ResolverTypeWrapper<Scalars['Timestamp']['output']>;
  Any: ResolverTypeWrapper<Scalars['Any']['output']>;
  Labels: ResolverTypeWrapper<Scalars['Labels']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  JSONSchema: ResolverTypeWrapper<Scalars['JSONSchema']['output']>;
  CLOB: ResolverTypeWrapper<Scalars['CLOB']['output']>;
  PageCursor: ResolverTypeWrapper<Scalars['PageCursor']['output']>;
  HttpHeaders: ResolverTypeWrapper<Scalars['HttpHeaders']['output']>;
  QueryParams: ResolverTypeWrapper<Scalars['QueryParams']['output']>;
  HttpHeadersSerialized: ResolverTypeWrapper<Scalars['HttpHeadersSerialized']['output']>;
  QueryParamsSerialized: ResolverTypeWrapper<Scalars['QueryParamsSerialized']['output']>;
  ApplicationStatusCondition: ApplicationStatusCondition;
  RuntimeStatusCondition: RuntimeStatusCondition;
  OperationMode: OperationMode;
  WebhookType: WebhookType;
  WebhookMode: WebhookMode;
  APISpecType: ApiSpecType;
  EventSpecType: EventSpecType;
  SpecFormat: SpecFormat;
  DocumentFormat: DocumentFormat;
  ViewerType: ViewerType;
  OneTimeTokenType: OneTimeTokenType;
  SystemAuthReferenceType: SystemAuthReferenceType;
  BundleInstanceAuthStatusCondition: BundleInstanceAuthStatusCondition;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Pageable: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Pageable']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Label: ResolverTypeWrapper<Label>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ApplicationStatus: ResolverTypeWrapper<ApplicationStatus>;
  RuntimeStatus: ResolverTypeWrapper<RuntimeStatus>;
  RuntimeMetadata: ResolverTypeWrapper<RuntimeMetadata>;
  ApplicationEventingConfiguration: ResolverTypeWrapper<ApplicationEventingConfiguration>;
  RuntimeEventingConfiguration: ResolverTypeWrapper<RuntimeEventingConfiguration>;
  Application: ResolverTypeWrapper<ApplicationModel>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ApplicationPage: ResolverTypeWrapper<Omit<ApplicationPage, 'data'> & { data: Array<ResolversTypes['Application']> }>;
  Runtime: ResolverTypeWrapper<RuntimeModel>;
  RuntimePage: ResolverTypeWrapper<Omit<RuntimePage, 'data'> & { data: Array<ResolversTypes['Runtime']> }>;
  BasicCredentialData: ResolverTypeWrapper<BasicCredentialData>;
  OAuthCredentialData: ResolverTypeWrapper<OAuthCredentialData>;
  CertificateOAuthCredentialData: ResolverTypeWrapper<CertificateOAuthCredentialData>;
  CredentialData: ResolverTypeWrapper<CredentialModel>;
  CSRFTokenCredentialRequestAuth: ResolverTypeWrapper<Omit<CsrfTokenCredentialRequestAuth, 'credential'> & { credential?: Maybe<ResolversTypes['CredentialData']> }>;
  CredentialRequestAuth: ResolverTypeWrapper<Omit<CredentialRequestAuth, 'csrf'> & { csrf?: Maybe<ResolversTypes['CSRFTokenCredentialRequestAuth']> }>;
  OneTimeToken: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['OneTimeToken']>;
  OneTimeTokenForApplication: ResolverTypeWrapper<OneTimeTokenForApplication>;
  OneTimeTokenForRuntime: ResolverTypeWrapper<OneTimeTokenForRuntime>;
  Auth: ResolverTypeWrapper<AuthModel>;
  SystemAuth: ResolverTypeWrapper<SystemAuthModel>;
  SystemAuthOrigin: ResolverTypeWrapper<SystemAuthOriginModel>;
  AppSystemAuth: ResolverTypeWrapper<SystemAuthModel>;
  RuntimeSystemAuth: ResolverTypeWrapper<SystemAuthModel>;
  Webhook: ResolverTypeWrapper<WebhookModel>;
  Version: ResolverTypeWrapper<Version>;
  FetchMode: FetchMode;
  FetchRequestStatusCondition: FetchRequestStatusCondition;
  FetchRequestStatus: ResolverTypeWrapper<FetchRequestStatus>;
  FetchRequest: ResolverTypeWrapper<FetchRequestModel>;
  APISpec: ResolverTypeWrapper<SpecModel>;
  EventSpec: ResolverTypeWrapper<SpecModel>;
  APIDefinition: ResolverTypeWrapper<ApiDefinitionModel>;
  APIDefinitionPage: ResolverTypeWrapper<Omit<ApiDefinitionPage, 'data'> & { data: Array<ResolversTypes['APIDefinition']> }>;
  EventDefinition: ResolverTypeWrapper<EventDefinitionModel>;
  EventDefinitionPage: ResolverTypeWrapper<Omit<EventDefinitionPage, 'data'> & { data: Array<ResolversTypes['EventDefinition']> }>;
  Document: ResolverTypeWrapper<DocumentModel>;
  DocumentPage: ResolverTypeWrapper<Omit<DocumentPage, 'data'> & { data: Array<ResolversTypes['Document']> }>;
  BundleInstanceAuthStatus: ResolverTypeWrapper<BundleInstanceAuthStatus>;
  BundleInstanceAuth: ResolverTypeWrapper<BundleInstanceAuthModel>;
  Bundle: ResolverTypeWrapper<BundleModel>;
  BundlePage: ResolverTypeWrapper<Omit<BundlePage, 'data'> & { data: Array<ResolversTypes['Bundle']> }>;
  Viewer: ResolverTypeWrapper<Viewer>;
  LabelFilter: LabelFilter;
  BasicCredentialDataInput: BasicCredentialDataInput;
  OAuthCredentialDataInput: OAuthCredentialDataInput;
  CertificateOAuthCredentialDataInput: CertificateOAuthCredentialDataInput;
  CredentialDataInput: CredentialDataInput;
  CSRFTokenCredentialRequestAuthInput: CsrfTokenCredentialRequestAuthInput;
  CredentialRequestAuthInput: CredentialRequestAuthInput;
  AuthInput: AuthInput;
  OneTimeTokenInput: OneTimeTokenInput;
  WebhookInput: WebhookInput;
  VersionInput: VersionInput;
  FetchRequestInput: FetchRequestInput;
  APISpecInput: ApiSpecInput;
  EventSpecInput: EventSpecInput;
  APIDefinitionInput: ApiDefinitionInput;
  EventDefinitionInput: EventDefinitionInput;
  DocumentInput: DocumentInput;
  BundleCreateInput: BundleCreateInput;
  BundleUpdateInput: BundleUpdateInput;
  ApplicationRegisterInput: ApplicationRegisterInput;
  ApplicationUpdateInput: ApplicationUpdateInput;
  RuntimeRegisterInput: RuntimeRegisterInput;
  RuntimeUpdateInput: RuntimeUpdateInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ApplicationWithTenants: ResolverTypeWrapper<Omit<ApplicationWithTenants, 'application' | 'tenants'> & { application: ResolversTypes['Application'], tenants?: Maybe<Array<ResolversTypes['Tenant']>> }>;
  ApplicationWithTenantsPage: ResolverTypeWrapper<Omit<ApplicationWithTenantsPage, 'data'> & { data: Array<ResolversTypes['ApplicationWithTenants']> }>;
  TenantBusinessType: ResolverTypeWrapper<TenantBusinessType>;
  ApplicationTemplateAccessLevel: ApplicationTemplateAccessLevel;
  PlaceholderDefinition: ResolverTypeWrapper<PlaceholderDefinition>;
  ApplicationTemplate: ResolverTypeWrapper<ApplicationTemplateModel>;
  ApplicationTemplatePage: ResolverTypeWrapper<Omit<ApplicationTemplatePage, 'data'> & { data: Array<ResolversTypes['ApplicationTemplate']> }>;
  PlaceholderDefinitionInput: PlaceholderDefinitionInput;
  ApplicationJSONInput: ApplicationJsonInput;
  ApplicationTemplateInput: ApplicationTemplateInput;
  ApplicationTemplateUpdateInput: ApplicationTemplateUpdateInput;
  TemplateValueInput: TemplateValueInput;
  ApplicationFromTemplateInput: ApplicationFromTemplateInput;
  AutomaticScenarioAssignment: ResolverTypeWrapper<AutomaticScenarioAssignment>;
  AutomaticScenarioAssignmentPage: ResolverTypeWrapper<AutomaticScenarioAssignmentPage>;
  LabelSelectorInput: LabelSelectorInput;
  AutomaticScenarioAssignmentSetInput: AutomaticScenarioAssignmentSetInput;
  APIRuntimeAuth: ResolverTypeWrapper<Omit<ApiRuntimeAuth, 'auth'> & { auth?: Maybe<ResolversTypes['Auth']> }>;
  CertificateSubjectMapping: ResolverTypeWrapper<CertificateSubjectMapping>;
  CertificateSubjectMappingPage: ResolverTypeWrapper<CertificateSubjectMappingPage>;
  CertificateSubjectMappingInput: CertificateSubjectMappingInput;
  DeliveryState: DeliveryState;
  DeliveryFailure: DeliveryFailure;
  DeliveryAttempt: ResolverTypeWrapper<DeliveryAttemptModel>;
  Delivery: ResolverTypeWrapper<DeliveryModel>;
  DeliveryPage: ResolverTypeWrapper<Omit<DeliveryPage, 'data'> & { data: Array<ResolversTypes['Delivery']> }>;
  DeliveryFilter: DeliveryFilter;
  FormationAssignmentType: FormationAssignmentType;
  AssignmentOperationType: AssignmentOperationType;
  OperationTrigger: OperationTrigger;
  FormationParticipant: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['FormationParticipant']>;
  AssignmentOperation: ResolverTypeWrapper<AssignmentOperation>;
  AssignmentOperationPage: ResolverTypeWrapper<AssignmentOperationPage>;
  FormationAssignment: ResolverTypeWrapper<Omit<FormationAssignment, 'sourceEntity' | 'targetEntity'> & { sourceEntity: ResolversTypes['FormationParticipant'], targetEntity: ResolversTypes['FormationParticipant'] }>;
  FormationAssignmentPage: ResolverTypeWrapper<Omit<FormationAssignmentPage, 'data'> & { data: Array<ResolversTypes['FormationAssignment']> }>;
  Formation: ResolverTypeWrapper<FormationModel>;
  ConstraintScope: ConstraintScope;
  ConstraintType: ConstraintType;
  ResourceType: ResourceType;
  TargetOperation: TargetOperation;
  FormationConstraint: ResolverTypeWrapper<FormationConstraint>;
  ConstraintReference: ResolverTypeWrapper<ConstraintReference>;
  FormationConstraintInput: FormationConstraintInput;
  FormationConstraintUpdateInput: FormationConstraintUpdateInput;
  FormationTemplate: ResolverTypeWrapper<FormationTemplateModel>;
  ArtifactType: ArtifactType;
  FormationTemplatePage: ResolverTypeWrapper<Omit<FormationTemplatePage, 'data'> & { data: Array<ResolversTypes['FormationTemplate']> }>;
  FormationTemplateRegisterInput: FormationTemplateRegisterInput;
  FormationTemplateUpdateInput: FormationTemplateUpdateInput;
  LabelInput: LabelInput;
  FormationObjectType: FormationObjectType;
  FormationStatusCondition: FormationStatusCondition;
  FormationStatusError: ResolverTypeWrapper<FormationStatusError>;
  FormationStatus: ResolverTypeWrapper<FormationStatus>;
  FormationError: ResolverTypeWrapper<FormationError>;
  FormationPage: ResolverTypeWrapper<Omit<FormationPage, 'data'> & { data: Array<ResolversTypes['Formation']> }>;
  FormationInput: FormationInput;
  InitialConfiguration: InitialConfiguration;
  HealthCheckType: HealthCheckType;
  HealthCheckStatusCondition: HealthCheckStatusCondition;
  HealthCheck: ResolverTypeWrapper<HealthCheckModel>;
  HealthCheckPage: ResolverTypeWrapper<Omit<HealthCheckPage, 'data'> & { data: Array<ResolversTypes['HealthCheck']> }>;
  BundleInstanceAuthSetStatusConditionInput: BundleInstanceAuthSetStatusConditionInput;
  BundleInstanceAuthRequestInput: BundleInstanceAuthRequestInput;
  BundleInstanceAuthStatusInput: BundleInstanceAuthStatusInput;
  BundleInstanceAuthSetInput: BundleInstanceAuthSetInput;
  BundleInstanceAuthCreateInput: BundleInstanceAuthCreateInput;
  BundleInstanceAuthUpdateInput: BundleInstanceAuthUpdateInput;
  IntegrationDependency: ResolverTypeWrapper<IntegrationDependency>;
  IntegrationDependencyPage: ResolverTypeWrapper<IntegrationDependencyPage>;
  Aspect: ResolverTypeWrapper<Aspect>;
  AspectAPIDefinition: ResolverTypeWrapper<AspectApiDefinition>;
  AspectEventDefinition: ResolverTypeWrapper<AspectEventDefinition>;
  AspectEventDefinitionSubset: ResolverTypeWrapper<AspectEventDefinitionSubset>;
  AspectAPIDefinitionInput: AspectApiDefinitionInput;
  AspectEventDefinitionInput: AspectEventDefinitionInput;
  AspectEventDefinitionSubsetInput: AspectEventDefinitionSubsetInput;
  AspectInput: AspectInput;
  IntegrationDependencyInput: IntegrationDependencyInput;
  IntegrationSystem: ResolverTypeWrapper<IntegrationSystemModel>;
  IntegrationSystemPage: ResolverTypeWrapper<Omit<IntegrationSystemPage, 'data'> & { data: Array<ResolversTypes['IntegrationSystem']> }>;
  IntSysSystemAuth: ResolverTypeWrapper<SystemAuthModel>;
  IntegrationSystemInput: IntegrationSystemInput;
  LabelDefinition: ResolverTypeWrapper<LabelDefinition>;
  LabelDefinitionInput: LabelDefinitionInput;
  RuntimeContext: ResolverTypeWrapper<RuntimeContext>;
  RuntimeContextPage: ResolverTypeWrapper<RuntimeContextPage>;
  RuntimeContextInput: RuntimeContextInput;
  OperationStatus: OperationStatus;
  OperationErrorSeverity: OperationErrorSeverity;
  ScheduledOperationType: ScheduledOperationType;
  OperationType: OperationType;
  Operation: ResolverTypeWrapper<Operation>;
  SystemAuthUpdateInput: SystemAuthUpdateInput;
  TenantAccessObjectType: TenantAccessObjectType;
  EventType: EventType;
  TenantAccess: ResolverTypeWrapper<TenantAccess>;
  TenantAccessInput: TenantAccessInput;
  Tenant: ResolverTypeWrapper<TenantModel>;
  TenantPage: ResolverTypeWrapper<Omit<TenantPage, 'data'> & { data: Array<ResolversTypes['Tenant']> }>;
  BusinessTenantMappingInput: BusinessTenantMappingInput;
  WebhookTest: ResolverTypeWrapper<WebhookTestModel>;
  WebhookCondition: WebhookCondition;
  WebhookDisablingReason: WebhookDisablingReason;
  WebhookStatus: ResolverTypeWrapper<WebhookStatus>;
  WebhookSignatureScheme: WebhookSignatureScheme;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Timestamp: Scalars['Timestamp']['output'];
  Any: Scalars['Any']['output'];
  Labels: Scalars['Labels']['output'];
  JSON: Scalars['JSON']['output'];
  JSONSchema: Scalars['JSONSchema']['output'];
  CLOB: Scalars['CLOB']['output'];
  PageCursor: Scalars['PageCursor']['output'];
  HttpHeaders: Scalars['HttpHeaders']['output'];
  QueryParams: Scalars['QueryParams']['output'];
  HttpHeadersSerialized: Scalars['HttpHeadersSerialized']['output'];
  QueryParamsSerialized: Scalars['QueryParamsSerialized']['output'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Pageable: ResolversInterfaceTypes<ResolversParentTypes>['Pageable'];
  Int: Scalars['Int']['output'];
  Label: Label;
  String: Scalars['String']['output'];
  ApplicationStatus: ApplicationStatus;
  RuntimeStatus: RuntimeStatus;
  RuntimeMetadata: RuntimeMetadata;
  ApplicationEventingConfiguration: ApplicationEventingConfiguration;
  RuntimeEventingConfiguration: RuntimeEventingConfiguration;
  Application: ApplicationModel;
  ID: Scalars['ID']['output'];
  ApplicationPage: Omit<ApplicationPage, 'data'> & { data: Array<ResolversParentTypes['Application']> };
  Runtime: RuntimeModel;
  RuntimePage: Omit<RuntimePage, 'data'> & { data: Array<ResolversParentTypes['Runtime']> };
  BasicCredentialData: BasicCredentialData;
  OAuthCredentialData: OAuthCredentialData;
  CertificateOAuthCredentialData: CertificateOAuthCredentialData;
  CredentialData: CredentialModel;
  CSRFTokenCredentialRequestAuth: Omit<CsrfTokenCredentialRequestAuth, 'credential'> & { credential?: Maybe<ResolversParentTypes['CredentialData']> };
  CredentialRequestAuth: Omit<CredentialRequestAuth, 'csrf'> & { csrf?: Maybe<ResolversParentTypes['CSRFTokenCredentialRequestAuth']> };
  OneTimeToken: ResolversInterfaceTypes<ResolversParentTypes>['OneTimeToken'];
  OneTimeTokenForApplication: OneTimeTokenForApplication;
  OneTimeTokenForRuntime: OneTimeTokenForRuntime;
  Auth: AuthModel;
  SystemAuth: SystemAuthModel;
  SystemAuthOrigin: SystemAuthOriginModel;
  AppSystemAuth: SystemAuthModel;
  RuntimeSystemAuth: SystemAuthModel;
  Webhook: WebhookModel;
  Version: Version;
  FetchRequestStatus: FetchRequestStatus;
  FetchRequest: FetchRequestModel;
  APISpec: SpecModel;
  EventSpec: SpecModel;
  APIDefinition: ApiDefinitionModel;
  APIDefinitionPage: Omit<ApiDefinitionPage, 'data'> & { data: Array<ResolversParentTypes['APIDefinition']> };
  EventDefinition: EventDefinitionModel;
  EventDefinitionPage: Omit<EventDefinitionPage, 'data'> & { data: Array<ResolversParentTypes['EventDefinition']> };
  Document: DocumentModel;
  DocumentPage: Omit<DocumentPage, 'data'> & { data: Array<ResolversParentTypes['Document']> };
  BundleInstanceAuthStatus: BundleInstanceAuthStatus;
  BundleInstanceAuth: BundleInstanceAuthModel;
  Bundle: BundleModel;
  BundlePage: Omit<BundlePage, 'data'> & { data: Array<ResolversParentTypes['Bundle']> };
  Viewer: Viewer;
  LabelFilter: LabelFilter;
  BasicCredentialDataInput: BasicCredentialDataInput;
  OAuthCredentialDataInput: OAuthCredentialDataInput;
  CertificateOAuthCredentialDataInput: CertificateOAuthCredentialDataInput;
  CredentialDataInput: CredentialDataInput;
  CSRFTokenCredentialRequestAuthInput: CsrfTokenCredentialRequestAuthInput;
  CredentialRequestAuthInput: CredentialRequestAuthInput;
  AuthInput: AuthInput;
  OneTimeTokenInput: OneTimeTokenInput;
  WebhookInput: WebhookInput;
  VersionInput: VersionInput;
  FetchRequestInput: FetchRequestInput;
  APISpecInput: ApiSpecInput;
  EventSpecInput: EventSpecInput;
  APIDefinitionInput: ApiDefinitionInput;
  EventDefinitionInput: EventDefinitionInput;
  DocumentInput: DocumentInput;
  BundleCreateInput: BundleCreateInput;
  BundleUpdateInput: BundleUpdateInput;
  ApplicationRegisterInput: ApplicationRegisterInput;
  ApplicationUpdateInput: ApplicationUpdateInput;
  RuntimeRegisterInput: RuntimeRegisterInput;
  RuntimeUpdateInput: RuntimeUpdateInput;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  ApplicationWithTenants: Omit<ApplicationWithTenants, 'application' | 'tenants'> & { application: ResolversParentTypes['Application'], tenants?: Maybe<Array<ResolversParentTypes['Tenant']>> };
  ApplicationWithTenantsPage: Omit<ApplicationWithTenantsPage, 'data'> & { data: Array<ResolversParentTypes['ApplicationWithTenants']> };
  TenantBusinessType: TenantBusinessType;
  PlaceholderDefinition: PlaceholderDefinition;
  ApplicationTemplate: ApplicationTemplateModel;
  ApplicationTemplatePage: Omit<ApplicationTemplatePage, 'data'> & { data: Array<ResolversParentTypes['ApplicationTemplate']> };
  PlaceholderDefinitionInput: PlaceholderDefinitionInput;
  ApplicationJSONInput: ApplicationJsonInput;
  ApplicationTemplateInput: ApplicationTemplateInput;
  ApplicationTemplateUpdateInput: ApplicationTemplateUpdateInput;
  TemplateValueInput: TemplateValueInput;
  ApplicationFromTemplateInput: ApplicationFromTemplateInput;
  AutomaticScenarioAssignment: AutomaticScenarioAssignment;
  AutomaticScenarioAssignmentPage: AutomaticScenarioAssignmentPage;
  LabelSelectorInput: LabelSelectorInput;
  AutomaticScenarioAssignmentSetInput: AutomaticScenarioAssignmentSetInput;
  APIRuntimeAuth: Omit<ApiRuntimeAuth, 'auth'> & { auth?: Maybe<ResolversParentTypes['Auth']> };
  CertificateSubjectMapping: CertificateSubjectMapping;
  CertificateSubjectMappingPage: CertificateSubjectMappingPage;
  CertificateSubjectMappingInput: CertificateSubjectMappingInput;
  DeliveryAttempt: DeliveryAttemptModel;
  Delivery: DeliveryModel;
  DeliveryPage: Omit<DeliveryPage, 'data'> & { data: Array<ResolversParentTypes['Delivery']> };
  DeliveryFilter: DeliveryFilter;
  FormationParticipant: ResolversUnionTypes<ResolversParentTypes>['FormationParticipant'];
  AssignmentOperation: AssignmentOperation;
  AssignmentOperationPage: AssignmentOperationPage;
  FormationAssignment: Omit<FormationAssignment, 'sourceEntity' | 'targetEntity'> & { sourceEntity: ResolversParentTypes['FormationParticipant'], targetEntity: ResolversParentTypes['FormationParticipant'] };
  FormationAssignmentPage: Omit<FormationAssignmentPage, 'data'> & { data: Array<ResolversParentTypes['FormationAssignment']> };
  Formation: FormationModel;
  FormationConstraint: FormationConstraint;
  ConstraintReference: ConstraintReference;
  FormationConstraintInput: FormationConstraintInput;
  FormationConstraintUpdateInput: FormationConstraintUpdateInput;
  FormationTemplate: FormationTemplateModel;
  FormationTemplatePage: Omit<FormationTemplatePage, 'data'> & { data: Array<ResolversParentTypes['FormationTemplate']> };
  FormationTemplateRegisterInput: FormationTemplateRegisterInput;
  FormationTemplateUpdateInput: FormationTemplateUpdateInput;
  LabelInput: LabelInput;
  FormationStatusError: FormationStatusError;
  FormationStatus: FormationStatus;
  FormationError: FormationError;
  FormationPage: Omit<FormationPage, 'data'> & { data: Array<ResolversParentTypes['Formation']> };
  FormationInput: FormationInput;
  InitialConfiguration: InitialConfiguration;
  HealthCheck: HealthCheckModel;
  HealthCheckPage: Omit<HealthCheckPage, 'data'> & { data: Array<ResolversParentTypes['HealthCheck']> };
  BundleInstanceAuthRequestInput: BundleInstanceAuthRequestInput;
  BundleInstanceAuthStatusInput: BundleInstanceAuthStatusInput;
  BundleInstanceAuthSetInput: BundleInstanceAuthSetInput;
  BundleInstanceAuthCreateInput: BundleInstanceAuthCreateInput;
  BundleInstanceAuthUpdateInput: BundleInstanceAuthUpdateInput;
  IntegrationDependency: IntegrationDependency;
  IntegrationDependencyPage: IntegrationDependencyPage;
  Aspect: Aspect;
  AspectAPIDefinition: AspectApiDefinition;
  AspectEventDefinition: AspectEventDefinition;
  AspectEventDefinitionSubset: AspectEventDefinitionSubset;
  AspectAPIDefinitionInput: AspectApiDefinitionInput;
  AspectEventDefinitionInput: AspectEventDefinitionInput;
  AspectEventDefinitionSubsetInput: AspectEventDefinitionSubsetInput;
  AspectInput: AspectInput;
  IntegrationDependencyInput: IntegrationDependencyInput;
  IntegrationSystem: IntegrationSystemModel;
  IntegrationSystemPage: Omit<IntegrationSystemPage, 'data'> & { data: Array<ResolversParentTypes['IntegrationSystem']> };
  IntSysSystemAuth: SystemAuthModel;
  IntegrationSystemInput: IntegrationSystemInput;
  LabelDefinition: LabelDefinition;
  LabelDefinitionInput: LabelDefinitionInput;
  RuntimeContext: RuntimeContext;
  RuntimeContextPage: RuntimeContextPage;
  RuntimeContextInput: RuntimeContextInput;
  Operation: Operation;
  SystemAuthUpdateInput: SystemAuthUpdateInput;
  TenantAccess: TenantAccess;
  TenantAccessInput: TenantAccessInput;
  Tenant: TenantModel;
  TenantPage: Omit<TenantPage, 'data'> & { data: Array<ResolversParentTypes['Tenant']> };
  BusinessTenantMappingInput: BusinessTenantMappingInput;
  WebhookTest: WebhookTestModel;
  WebhookStatus: WebhookStatus;
};

export interface TimestampScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Timestamp'], any> {
  name: 'Timestamp';
}

export interface AnyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Any'], any> {
  name: 'Any';
}

export interface LabelsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Labels'], any> {
  name: 'Labels';
}

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export interface JsonSchemaScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSONSchema'], any> {
  name: 'JSONSchema';
}

export interface ClobScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CLOB'], any> {
  name: 'CLOB';
}

export interface PageCursorScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PageCursor'], any> {
  name: 'PageCursor';
}

export interface HttpHeadersScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['HttpHeaders'], any> {
  name: 'HttpHeaders';
}

export interface QueryParamsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['QueryParams'], any> {
  name: 'QueryParams';
}

export interface HttpHeadersSerializedScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['HttpHeadersSerialized'], any> {
  name: 'HttpHeadersSerialized';
}

export interface QueryParamsSerializedScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['QueryParamsSerialized'], any> {
  name: 'QueryParamsSerialized';
}

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  startCursor?: Resolver<ResolversTypes['PageCursor'], ParentType, ContextType>;
  endCursor?: Resolver<ResolversTypes['PageCursor'], ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PageableResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Pageable'] = ResolversParentTypes['Pageable']> = {
  __resolveType: TypeResolveFn<'ApplicationPage' | 'RuntimePage' | 'APIDefinitionPage' | 'EventDefinitionPage' | 'DocumentPage' | 'BundlePage' | 'ApplicationWithTenantsPage' | 'ApplicationTemplatePage' | 'AutomaticScenarioAssignmentPage' | 'CertificateSubjectMappingPage' | 'AssignmentOperationPage' | 'FormationAssignmentPage' | 'FormationTemplatePage' | 'FormationPage' | 'HealthCheckPage' | 'IntegrationDependencyPage' | 'IntegrationSystemPage' | 'RuntimeContextPage' | 'TenantPage', ParentType, ContextType>;
};

export type LabelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Label'] = ResolversParentTypes['Label']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Any'], ParentType, ContextType>;
};

export type ApplicationStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplicationStatus'] = ResolversParentTypes['ApplicationStatus']> = {
  condition?: Resolver<ResolversTypes['ApplicationStatusCondition'], ParentType, ContextType>;
  timestamp?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
};

export type RuntimeStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuntimeStatus'] = ResolversParentTypes['RuntimeStatus']> = {
  condition?: Resolver<ResolversTypes['RuntimeStatusCondition'], ParentType, ContextType>;
  timestamp?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
};

export type RuntimeMetadataResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuntimeMetadata'] = ResolversParentTypes['RuntimeMetadata']> = {
  creationTimestamp?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
};

export type ApplicationEventingConfigurationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplicationEventingConfiguration'] = ResolversParentTypes['ApplicationEventingConfiguration']> = {
  defaultURL?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  defaultURLForTokens?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RuntimeEventingConfigurationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuntimeEventingConfiguration'] = ResolversParentTypes['RuntimeEventingConfiguration']> = {
  defaultURL?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ApplicationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Application'] = ResolversParentTypes['Application']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  providerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  integrationSystemID?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  applicationTemplateID?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  baseUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  systemNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  localTenantID?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  applicationNamespace?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  systemStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  labels?: Resolver<Maybe<ResolversTypes['Labels']>, ParentType, ContextType, Partial<ApplicationLabelsArgs>>;
  status?: Resolver<ResolversTypes['ApplicationStatus'], ParentType, ContextType>;
  webhooks?: Resolver<Maybe<Array<ResolversTypes['Webhook']>>, ParentType, ContextType>;
  healthCheckURL?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bundles?: Resolver<Maybe<ResolversTypes['BundlePage']>, ParentType, ContextType, RequireFields<ApplicationBundlesArgs, 'first'>>;
  bundle?: Resolver<Maybe<ResolversTypes['Bundle']>, ParentType, ContextType, RequireFields<ApplicationBundleArgs, 'id'>>;
  auths?: Resolver<Maybe<Array<ResolversTypes['AppSystemAuth']>>, ParentType, ContextType>;
  eventingConfiguration?: Resolver<Maybe<ResolversTypes['ApplicationEventingConfiguration']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tenantBusinessType?: Resolver<Maybe<ResolversTypes['TenantBusinessType']>, ParentType, ContextType>;
  applicationTemplate?: Resolver<Maybe<ResolversTypes['ApplicationTemplate']>, ParentType, ContextType>;
  apiDefinitions?: Resolver<Maybe<ResolversTypes['APIDefinitionPage']>, ParentType, ContextType, RequireFields<ApplicationApiDefinitionsArgs, 'first'>>;
  eventDefinitions?: Resolver<Maybe<ResolversTypes['EventDefinitionPage']>, ParentType, ContextType, RequireFields<ApplicationEventDefinitionsArgs, 'first'>>;
  documents?: Resolver<Maybe<ResolversTypes['DocumentPage']>, ParentType, ContextType, RequireFields<ApplicationDocumentsArgs, 'first'>>;
  apiDefinition?: Resolver<Maybe<ResolversTypes['APIDefinition']>, ParentType, ContextType, RequireFields<ApplicationApiDefinitionArgs, 'id'>>;
  eventDefinition?: Resolver<Maybe<ResolversTypes['EventDefinition']>, ParentType, ContextType, RequireFields<ApplicationEventDefinitionArgs, 'id'>>;
  integrationDependencies?: Resolver<Maybe<ResolversTypes['IntegrationDependencyPage']>, ParentType, ContextType, RequireFields<ApplicationIntegrationDependenciesArgs, 'first'>>;
  operations?: Resolver<Maybe<Array<Maybe<ResolversTypes['Operation']>>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApplicationPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplicationPage'] = ResolversParentTypes['ApplicationPage']> = {
  data?: Resolver<Array<ResolversTypes['Application']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RuntimeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Runtime'] = ResolversParentTypes['Runtime']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  applicationNamespace?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  labels?: Resolver<Maybe<ResolversTypes['Labels']>, ParentType, ContextType, Partial<RuntimeLabelsArgs>>;
  status?: Resolver<ResolversTypes['RuntimeStatus'], ParentType, ContextType>;
  metadata?: Resolver<ResolversTypes['RuntimeMetadata'], ParentType, ContextType>;
  auths?: Resolver<Maybe<Array<ResolversTypes['RuntimeSystemAuth']>>, ParentType, ContextType>;
  eventingConfiguration?: Resolver<Maybe<ResolversTypes['RuntimeEventingConfiguration']>, ParentType, ContextType>;
  webhooks?: Resolver<Maybe<Array<ResolversTypes['Webhook']>>, ParentType, ContextType>;
  runtimeContexts?: Resolver<Maybe<ResolversTypes['RuntimeContextPage']>, ParentType, ContextType, RequireFields<RuntimeRuntimeContextsArgs, 'first'>>;
  runtimeContext?: Resolver<Maybe<ResolversTypes['RuntimeContext']>, ParentType, ContextType, RequireFields<RuntimeRuntimeContextArgs, 'id'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RuntimePageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuntimePage'] = ResolversParentTypes['RuntimePage']> = {
  data?: Resolver<Array<ResolversTypes['Runtime']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BasicCredentialDataResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BasicCredentialData'] = ResolversParentTypes['BasicCredentialData']> = {
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  password?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OAuthCredentialDataResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OAuthCredentialData'] = ResolversParentTypes['OAuthCredentialData']> = {
  clientId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  clientSecret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificateOAuthCredentialDataResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificateOAuthCredentialData'] = ResolversParentTypes['CertificateOAuthCredentialData']> = {
  clientId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  certificate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CredentialDataResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CredentialData'] = ResolversParentTypes['CredentialData']> = {
  __resolveType: TypeResolveFn<'BasicCredentialData' | 'OAuthCredentialData' | 'CertificateOAuthCredentialData', ParentType, ContextType>;
};

export type CsrfTokenCredentialRequestAuthResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CSRFTokenCredentialRequestAuth'] = ResolversParentTypes['CSRFTokenCredentialRequestAuth']> = {
  tokenEndpointURL?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  credential?: Resolver<Maybe<ResolversTypes['CredentialData']>, ParentType, ContextType>;
  additionalHeaders?: Resolver<Maybe<ResolversTypes['HttpHeaders']>, ParentType, ContextType>;
  additionalHeadersSerialized?: Resolver<Maybe<ResolversTypes['HttpHeadersSerialized']>, ParentType, ContextType>;
  additionalQueryParams?: Resolver<Maybe<ResolversTypes['QueryParams']>, ParentType, ContextType>;
  additionalQueryParamsSerialized?: Resolver<Maybe<ResolversTypes['QueryParamsSerialized']>, ParentType, ContextType>;
};

export type CredentialRequestAuthResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CredentialRequestAuth'] = ResolversParentTypes['CredentialRequestAuth']> = {
  csrf?: Resolver<Maybe<ResolversTypes['CSRFTokenCredentialRequestAuth']>, ParentType, ContextType>;
};

export type OneTimeTokenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OneTimeToken'] = ResolversParentTypes['OneTimeToken']> = {
  __resolveType: TypeResolveFn<'OneTimeTokenForApplication' | 'OneTimeTokenForRuntime', ParentType, ContextType>;
};

export type OneTimeTokenForApplicationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OneTimeTokenForApplication'] = ResolversParentTypes['OneTimeTokenForApplication']> = {
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  connectorURL?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  legacyConnectorURL?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  used?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  usedAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  raw?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawEncoded?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scenarioGroups?: Resolver<Maybe<Array<Maybe<ResolversTypes['String']>>>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['OneTimeTokenType']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OneTimeTokenForRuntimeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OneTimeTokenForRuntime'] = ResolversParentTypes['OneTimeTokenForRuntime']> = {
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  connectorURL?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  used?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  usedAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  raw?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawEncoded?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['OneTimeTokenType']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AuthResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Auth'] = ResolversParentTypes['Auth']> = {
  credential?: Resolver<Maybe<ResolversTypes['CredentialData']>, ParentType, ContextType>;
  accessStrategy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  additionalHeaders?: Resolver<Maybe<ResolversTypes['HttpHeaders']>, ParentType, ContextType>;
  additionalHeadersSerialized?: Resolver<Maybe<ResolversTypes['HttpHeadersSerialized']>, ParentType, ContextType>;
  additionalQueryParams?: Resolver<Maybe<ResolversTypes['QueryParams']>, ParentType, ContextType>;
  additionalQueryParamsSerialized?: Resolver<Maybe<ResolversTypes['QueryParamsSerialized']>, ParentType, ContextType>;
  requestAuth?: Resolver<Maybe<ResolversTypes['CredentialRequestAuth']>, ParentType, ContextType>;
  oneTimeToken?: Resolver<Maybe<ResolversTypes['OneTimeToken']>, ParentType, ContextType>;
  certCommonName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SystemAuthResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SystemAuth'] = ResolversParentTypes['SystemAuth']> = {
  __resolveType: TypeResolveFn<'AppSystemAuth' | 'RuntimeSystemAuth' | 'IntSysSystemAuth', ParentType, ContextType>;
};

export type SystemAuthOriginResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SystemAuthOrigin'] = ResolversParentTypes['SystemAuthOrigin']> = {
  type?: Resolver<ResolversTypes['ViewerType'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  systemAuthID?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type AppSystemAuthResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppSystemAuth'] = ResolversParentTypes['AppSystemAuth']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  auth?: Resolver<Maybe<ResolversTypes['Auth']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['SystemAuthReferenceType']>, ParentType, ContextType>;
  referenceObjectId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  tenantId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  origin?: Resolver<Maybe<ResolversTypes['SystemAuthOrigin']>, ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RuntimeSystemAuthResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuntimeSystemAuth'] = ResolversParentTypes['RuntimeSystemAuth']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  auth?: Resolver<Maybe<ResolversTypes['Auth']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['SystemAuthReferenceType']>, ParentType, ContextType>;
  referenceObjectId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  tenantId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  origin?: Resolver<Maybe<ResolversTypes['SystemAuthOrigin']>, ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WebhookResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Webhook'] = ResolversParentTypes['Webhook']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  applicationID?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  applicationTemplateID?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  runtimeID?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  integrationSystemID?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  formationTemplateID?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['WebhookType'], ParentType, ContextType>;
  mode?: Resolver<Maybe<ResolversTypes['WebhookMode']>, ParentType, ContextType>;
  correlationIdKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  retryInterval?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  timeout?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  urlTemplate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  inputTemplate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  headerTemplate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outputTemplate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  statusTemplate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  auth?: Resolver<Maybe<ResolversTypes['Auth']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  signingSecret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WebhookStatus'], ParentType, ContextType>;
  signatureScheme?: Resolver<ResolversTypes['WebhookSignatureScheme'], ParentType, ContextType>;
  publicKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type VersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Version'] = ResolversParentTypes['Version']> = {
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  deprecated?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  deprecatedSince?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  forRemoval?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type FetchRequestStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FetchRequestStatus'] = ResolversParentTypes['FetchRequestStatus']> = {
  condition?: Resolver<ResolversTypes['FetchRequestStatusCondition'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  timestamp?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
};

export type FetchRequestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FetchRequest'] = ResolversParentTypes['FetchRequest']> = {
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  auth?: Resolver<Maybe<ResolversTypes['Auth']>, ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['FetchMode'], ParentType, ContextType>;
  filter?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['FetchRequestStatus'], ParentType, ContextType>;
};

export type ApiSpecResolvers<ContextType = Context, ParentType extends ResolversParentTypes['APISpec'] = ResolversParentTypes['APISpec']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['CLOB']>, ParentType, ContextType>;
  downloadURL?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  format?: Resolver<ResolversTypes['SpecFormat'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['APISpecType'], ParentType, ContextType>;
  fetchRequest?: Resolver<Maybe<ResolversTypes['FetchRequest']>, ParentType, ContextType>;
};

export type EventSpecResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventSpec'] = ResolversParentTypes['EventSpec']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['CLOB']>, ParentType, ContextType>;
  downloadURL?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  format?: Resolver<ResolversTypes['SpecFormat'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventSpecType'], ParentType, ContextType>;
  fetchRequest?: Resolver<Maybe<ResolversTypes['FetchRequest']>, ParentType, ContextType>;
};

export type ApiDefinitionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['APIDefinition'] = ResolversParentTypes['APIDefinition']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  spec?: Resolver<Maybe<ResolversTypes['APISpec']>, ParentType, ContextType>;
  targetURL?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Version']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  created_at?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  updated_at?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  deleted_at?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  applicationID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  defaultAuth?: Resolver<Maybe<ResolversTypes['Auth']>, ParentType, ContextType>;
  auth?: Resolver<ResolversTypes['APIRuntimeAuth'], ParentType, ContextType, RequireFields<ApiDefinitionAuthArgs, 'runtimeID'>>;
  auths?: Resolver<Array<ResolversTypes['APIRuntimeAuth']>, ParentType, ContextType>;
};

export type ApiDefinitionPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['APIDefinitionPage'] = ResolversParentTypes['APIDefinitionPage']> = {
  data?: Resolver<Array<ResolversTypes['APIDefinition']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EventDefinitionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventDefinition'] = ResolversParentTypes['EventDefinition']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  spec?: Resolver<Maybe<ResolversTypes['EventSpec']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Version']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  applicationID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type EventDefinitionPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventDefinitionPage'] = ResolversParentTypes['EventDefinitionPage']> = {
  data?: Resolver<Array<ResolversTypes['EventDefinition']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DocumentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Document'] = ResolversParentTypes['Document']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  format?: Resolver<ResolversTypes['DocumentFormat'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['CLOB']>, ParentType, ContextType>;
  downloadURL?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fetchRequest?: Resolver<Maybe<ResolversTypes['FetchRequest']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  applicationID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DocumentPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DocumentPage'] = ResolversParentTypes['DocumentPage']> = {
  data?: Resolver<Array<ResolversTypes['Document']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BundleInstanceAuthStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BundleInstanceAuthStatus'] = ResolversParentTypes['BundleInstanceAuthStatus']> = {
  condition?: Resolver<ResolversTypes['BundleInstanceAuthStatusCondition'], ParentType, ContextType>;
  timestamp?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BundleInstanceAuthResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BundleInstanceAuth'] = ResolversParentTypes['BundleInstanceAuth']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  context?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  inputParams?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  auth?: Resolver<Maybe<ResolversTypes['Auth']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['BundleInstanceAuthStatus'], ParentType, ContextType>;
  runtimeID?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  runtimeContextID?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type BundleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Bundle'] = ResolversParentTypes['Bundle']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  instanceAuthRequestInputSchema?: Resolver<Maybe<ResolversTypes['JSONSchema']>, ParentType, ContextType>;
  instanceAuths?: Resolver<Maybe<Array<ResolversTypes['BundleInstanceAuth']>>, ParentType, ContextType>;
  defaultInstanceAuth?: Resolver<Maybe<ResolversTypes['Auth']>, ParentType, ContextType>;
  apiDefinitions?: Resolver<Maybe<ResolversTypes['APIDefinitionPage']>, ParentType, ContextType, RequireFields<BundleApiDefinitionsArgs, 'first'>>;
  eventDefinitions?: Resolver<Maybe<ResolversTypes['EventDefinitionPage']>, ParentType, ContextType, RequireFields<BundleEventDefinitionsArgs, 'first'>>;
  documents?: Resolver<Maybe<ResolversTypes['DocumentPage']>, ParentType, ContextType, RequireFields<BundleDocumentsArgs, 'first'>>;
  apiDefinition?: Resolver<Maybe<ResolversTypes['APIDefinition']>, ParentType, ContextType, RequireFields<BundleApiDefinitionArgs, 'id'>>;
  eventDefinition?: Resolver<Maybe<ResolversTypes['EventDefinition']>, ParentType, ContextType, RequireFields<BundleEventDefinitionArgs, 'id'>>;
  document?: Resolver<Maybe<ResolversTypes['Document']>, ParentType, ContextType, RequireFields<BundleDocumentArgs, 'id'>>;
  correlationIDs?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  instanceAuth?: Resolver<Maybe<ResolversTypes['BundleInstanceAuth']>, ParentType, ContextType, RequireFields<BundleInstanceAuthArgs, 'id'>>;
};

export type BundlePageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BundlePage'] = ResolversParentTypes['BundlePage']> = {
  data?: Resolver<Array<ResolversTypes['Bundle']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['ViewerType'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  application: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType, RequireFields<QueryApplicationArgs, 'id'>>;
  applications: Resolver<ResolversTypes['ApplicationPage'], ParentType, ContextType, RequireFields<QueryApplicationsArgs, 'first'>>;
  applicationsForRuntime: Resolver<ResolversTypes['ApplicationPage'], ParentType, ContextType, RequireFields<QueryApplicationsForRuntimeArgs, 'runtimeID' | 'first'>>;
  runtime: Resolver<Maybe<ResolversTypes['Runtime']>, ParentType, ContextType, RequireFields<QueryRuntimeArgs, 'id'>>;
  runtimes: Resolver<ResolversTypes['RuntimePage'], ParentType, ContextType, RequireFields<QueryRuntimesArgs, 'first'>>;
  viewer: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
  applicationsGlobal: Resolver<ResolversTypes['ApplicationWithTenantsPage'], ParentType, ContextType, RequireFields<QueryApplicationsGlobalArgs, 'first'>>;
  applicationBySystemNumber: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType, RequireFields<QueryApplicationBySystemNumberArgs, 'systemNumber'>>;
  applicationsByLocalTenantID: Resolver<ResolversTypes['ApplicationPage'], ParentType, ContextType, RequireFields<QueryApplicationsByLocalTenantIdArgs, 'localTenantID' | 'first'>>;
  applicationByLocalTenantIDAndAppTemplateID: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType, RequireFields<QueryApplicationByLocalTenantIdAndAppTemplateIdArgs, 'localTenantID' | 'applicationTemplateID'>>;
  runtimeByTokenIssuer: Resolver<Maybe<ResolversTypes['Runtime']>, ParentType, ContextType, RequireFields<QueryRuntimeByTokenIssuerArgs, 'issuer'>>;
  applicationTemplate: Resolver<Maybe<ResolversTypes['ApplicationTemplate']>, ParentType, ContextType, RequireFields<QueryApplicationTemplateArgs, 'id'>>;
  applicationTemplates: Resolver<ResolversTypes['ApplicationTemplatePage'], ParentType, ContextType, RequireFields<QueryApplicationTemplatesArgs, 'first'>>;
  automaticScenarioAssignments: Resolver<Maybe<ResolversTypes['AutomaticScenarioAssignmentPage']>, ParentType, ContextType, RequireFields<QueryAutomaticScenarioAssignmentsArgs, 'first'>>;
  automaticScenarioAssignmentForScenario: Resolver<Maybe<ResolversTypes['AutomaticScenarioAssignment']>, ParentType, ContextType, RequireFields<QueryAutomaticScenarioAssignmentForScenarioArgs, 'scenarioName'>>;
  automaticScenarioAssignmentsForSelector: Resolver<Array<ResolversTypes['AutomaticScenarioAssignment']>, ParentType, ContextType, RequireFields<QueryAutomaticScenarioAssignmentsForSelectorArgs, 'selector'>>;
  certificateSubjectMapping: Resolver<ResolversTypes['CertificateSubjectMapping'], ParentType, ContextType, RequireFields<QueryCertificateSubjectMappingArgs, 'id'>>;
  certificateSubjectMappings: Resolver<ResolversTypes['CertificateSubjectMappingPage'], ParentType, ContextType, RequireFields<QueryCertificateSubjectMappingsArgs, 'first'>>;
  apisForApplication: Resolver<Maybe<ResolversTypes['APIDefinitionPage']>, ParentType, ContextType, RequireFields<QueryApisForApplicationArgs, 'appID' | 'first'>>;
  eventsForApplication: Resolver<Maybe<ResolversTypes['EventDefinitionPage']>, ParentType, ContextType, RequireFields<QueryEventsForApplicationArgs, 'appID' | 'first'>>;
  deliveries: Resolver<ResolversTypes['DeliveryPage'], ParentType, ContextType, RequireFields<QueryDeliveriesArgs, 'first'>>;
  formationConstraints: Resolver<Array<ResolversTypes['FormationConstraint']>, ParentType, ContextType>;
  formationConstraint: Resolver<ResolversTypes['FormationConstraint'], ParentType, ContextType, RequireFields<QueryFormationConstraintArgs, 'id'>>;
  formationConstraintsByFormationType: Resolver<Array<ResolversTypes['FormationConstraint']>, ParentType, ContextType, RequireFields<QueryFormationConstraintsByFormationTypeArgs, 'formationTemplateID'>>;
  formationTemplate: Resolver<Maybe<ResolversTypes['FormationTemplate']>, ParentType, ContextType, RequireFields<QueryFormationTemplateArgs, 'id'>>;
  formationTemplates: Resolver<ResolversTypes['FormationTemplatePage'], ParentType, ContextType, RequireFields<QueryFormationTemplatesArgs, 'first'>>;
  formationTemplatesByName: Resolver<ResolversTypes['FormationTemplatePage'], ParentType, ContextType, RequireFields<QueryFormationTemplatesByNameArgs, 'name' | 'first'>>;
  formationsForObject: Resolver<Array<ResolversTypes['Formation']>, ParentType, ContextType, RequireFields<QueryFormationsForObjectArgs, 'objectID'>>;
  formation: Resolver<Maybe<ResolversTypes['Formation']>, ParentType, ContextType, RequireFields<QueryFormationArgs, 'id'>>;
  formationByName: Resolver<Maybe<ResolversTypes['Formation']>, ParentType, ContextType, RequireFields<QueryFormationByNameArgs, 'name'>>;
  formations: Resolver<ResolversTypes['FormationPage'], ParentType, ContextType, RequireFields<QueryFormationsArgs, 'first'>>;
  healthChecks: Resolver<ResolversTypes['HealthCheckPage'], ParentType, ContextType, RequireFields<QueryHealthChecksArgs, 'first'>>;
  bundleInstanceAuth: Resolver<Maybe<ResolversTypes['BundleInstanceAuth']>, ParentType, ContextType, RequireFields<QueryBundleInstanceAuthArgs, 'id'>>;
  bundleByInstanceAuth: Resolver<Maybe<ResolversTypes['Bundle']>, ParentType, ContextType, RequireFields<QueryBundleByInstanceAuthArgs, 'authID'>>;
  integrationSystem: Resolver<Maybe<ResolversTypes['IntegrationSystem']>, ParentType, ContextType, RequireFields<QueryIntegrationSystemArgs, 'id'>>;
  integrationSystems: Resolver<ResolversTypes['IntegrationSystemPage'], ParentType, ContextType, RequireFields<QueryIntegrationSystemsArgs, 'first'>>;
  labelDefinitions: Resolver<Array<ResolversTypes['LabelDefinition']>, ParentType, ContextType>;
  labelDefinition: Resolver<Maybe<ResolversTypes['LabelDefinition']>, ParentType, ContextType, RequireFields<QueryLabelDefinitionArgs, 'key'>>;
  operation: Resolver<Maybe<ResolversTypes['Operation']>, ParentType, ContextType, RequireFields<QueryOperationArgs, 'id'>>;
  systemAuth: Resolver<Maybe<ResolversTypes['SystemAuth']>, ParentType, ContextType, RequireFields<QuerySystemAuthArgs, 'id'>>;
  systemAuthByToken: Resolver<Maybe<ResolversTypes['SystemAuth']>, ParentType, ContextType, RequireFields<QuerySystemAuthByTokenArgs, 'token'>>;
  tenantByLowestOwnerForResource: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<QueryTenantByLowestOwnerForResourceArgs, 'id' | 'resource'>>;
  tenants: Resolver<ResolversTypes['TenantPage'], ParentType, ContextType, RequireFields<QueryTenantsArgs, 'first'>>;
  tenantByExternalID: Resolver<Maybe<ResolversTypes['Tenant']>, ParentType, ContextType, RequireFields<QueryTenantByExternalIdArgs, 'id'>>;
  tenantByInternalID: Resolver<Maybe<ResolversTypes['Tenant']>, ParentType, ContextType, RequireFields<QueryTenantByInternalIdArgs, 'id'>>;
  rootTenants: Resolver<Maybe<Array<ResolversTypes['Tenant']>>, ParentType, ContextType, RequireFields<QueryRootTenantsArgs, 'externalTenant'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  registerApplication: Resolver<ResolversTypes['Application'], ParentType, ContextType, RequireFields<MutationRegisterApplicationArgs, 'in' | 'mode'>>;
  updateApplication: Resolver<ResolversTypes['Application'], ParentType, ContextType, RequireFields<MutationUpdateApplicationArgs, 'id' | 'in'>>;
  unregisterApplication: Resolver<ResolversTypes['Application'], ParentType, ContextType, RequireFields<MutationUnregisterApplicationArgs, 'id' | 'mode'>>;
  registerRuntime: Resolver<ResolversTypes['Runtime'], ParentType, ContextType, RequireFields<MutationRegisterRuntimeArgs, 'in'>>;
  updateRuntime: Resolver<ResolversTypes['Runtime'], ParentType, ContextType, RequireFields<MutationUpdateRuntimeArgs, 'id' | 'in'>>;
  unregisterRuntime: Resolver<ResolversTypes['Runtime'], ParentType, ContextType, RequireFields<MutationUnregisterRuntimeArgs, 'id'>>;
  addBundle: Resolver<ResolversTypes['Bundle'], ParentType, ContextType, RequireFields<MutationAddBundleArgs, 'applicationID' | 'in'>>;
  updateBundle: Resolver<ResolversTypes['Bundle'], ParentType, ContextType, RequireFields<MutationUpdateBundleArgs, 'id' | 'in'>>;
  deleteBundle: Resolver<ResolversTypes['Bundle'], ParentType, ContextType, RequireFields<MutationDeleteBundleArgs, 'id'>>;
  addAPIDefinitionToBundle: Resolver<ResolversTypes['APIDefinition'], ParentType, ContextType, RequireFields<MutationAddApiDefinitionToBundleArgs, 'bundleID' | 'in'>>;
  updateAPIDefinition: Resolver<ResolversTypes['APIDefinition'], ParentType, ContextType, RequireFields<MutationUpdateApiDefinitionArgs, 'id' | 'in'>>;
  deleteAPIDefinition: Resolver<ResolversTypes['APIDefinition'], ParentType, ContextType, RequireFields<MutationDeleteApiDefinitionArgs, 'id'>>;
  addEventDefinitionToBundle: Resolver<ResolversTypes['EventDefinition'], ParentType, ContextType, RequireFields<MutationAddEventDefinitionToBundleArgs, 'bundleID' | 'in'>>;
  updateEventDefinition: Resolver<ResolversTypes['EventDefinition'], ParentType, ContextType, RequireFields<MutationUpdateEventDefinitionArgs, 'id' | 'in'>>;
  deleteEventDefinition: Resolver<ResolversTypes['EventDefinition'], ParentType, ContextType, RequireFields<MutationDeleteEventDefinitionArgs, 'id'>>;
  addDocumentToBundle: Resolver<ResolversTypes['Document'], ParentType, ContextType, RequireFields<MutationAddDocumentToBundleArgs, 'bundleID' | 'in'>>;
  deleteDocument: Resolver<ResolversTypes['Document'], ParentType, ContextType, RequireFields<MutationDeleteDocumentArgs, 'id'>>;
  setApplicationLabel: Resolver<ResolversTypes['Label'], ParentType, ContextType, RequireFields<MutationSetApplicationLabelArgs, 'applicationID' | 'key' | 'value'>>;
  deleteApplicationLabel: Resolver<ResolversTypes['Label'], ParentType, ContextType, RequireFields<MutationDeleteApplicationLabelArgs, 'applicationID' | 'key'>>;
  setRuntimeLabel: Resolver<ResolversTypes['Label'], ParentType, ContextType, RequireFields<MutationSetRuntimeLabelArgs, 'runtimeID' | 'key' | 'value'>>;
  deleteRuntimeLabel: Resolver<ResolversTypes['Label'], ParentType, ContextType, RequireFields<MutationDeleteRuntimeLabelArgs, 'runtimeID' | 'key'>>;
  addWebhook: Resolver<ResolversTypes['Webhook'], ParentType, ContextType, RequireFields<MutationAddWebhookArgs, 'in'>>;
  updateWebhook: Resolver<ResolversTypes['Webhook'], ParentType, ContextType, RequireFields<MutationUpdateWebhookArgs, 'webhookID' | 'in'>>;
  deleteWebhook: Resolver<ResolversTypes['Webhook'], ParentType, ContextType, RequireFields<MutationDeleteWebhookArgs, 'webhookID'>>;
  requestOneTimeTokenForApplication: Resolver<ResolversTypes['OneTimeTokenForApplication'], ParentType, ContextType, RequireFields<MutationRequestOneTimeTokenForApplicationArgs, 'id'>>;
  requestOneTimeTokenForRuntime: Resolver<ResolversTypes['OneTimeTokenForRuntime'], ParentType, ContextType, RequireFields<MutationRequestOneTimeTokenForRuntimeArgs, 'id'>>;
  setDefaultEventingForApplication: Resolver<ResolversTypes['ApplicationEventingConfiguration'], ParentType, ContextType, RequireFields<MutationSetDefaultEventingForApplicationArgs, 'appID' | 'runtimeID'>>;
  deleteDefaultEventingForApplication: Resolver<ResolversTypes['ApplicationEventingConfiguration'], ParentType, ContextType, RequireFields<MutationDeleteDefaultEventingForApplicationArgs, 'appID'>>;
  mergeApplications: Resolver<ResolversTypes['Application'], ParentType, ContextType, RequireFields<MutationMergeApplicationsArgs, 'destinationID' | 'sourceID'>>;
  createApplicationTemplate: Resolver<ResolversTypes['ApplicationTemplate'], ParentType, ContextType, RequireFields<MutationCreateApplicationTemplateArgs, 'in'>>;
  updateApplicationTemplate: Resolver<ResolversTypes['ApplicationTemplate'], ParentType, ContextType, RequireFields<MutationUpdateApplicationTemplateArgs, 'id' | 'in'>>;
  deleteApplicationTemplate: Resolver<ResolversTypes['ApplicationTemplate'], ParentType, ContextType, RequireFields<MutationDeleteApplicationTemplateArgs, 'id'>>;
  registerApplicationFromTemplate: Resolver<ResolversTypes['Application'], ParentType, ContextType, RequireFields<MutationRegisterApplicationFromTemplateArgs, 'in'>>;
  createAutomaticScenarioAssignment: Resolver<ResolversTypes['AutomaticScenarioAssignment'], ParentType, ContextType, RequireFields<MutationCreateAutomaticScenarioAssignmentArgs, 'in'>>;
  deleteAutomaticScenarioAssignmentForScenario: Resolver<ResolversTypes['AutomaticScenarioAssignment'], ParentType, ContextType, RequireFields<MutationDeleteAutomaticScenarioAssignmentForScenarioArgs, 'scenarioName'>>;
  deleteAutomaticScenarioAssignmentsForSelector: Resolver<Array<ResolversTypes['AutomaticScenarioAssignment']>, ParentType, ContextType, RequireFields<MutationDeleteAutomaticScenarioAssignmentsForSelectorArgs, 'selector'>>;
  setAPIAuth: Resolver<ResolversTypes['APIRuntimeAuth'], ParentType, ContextType, RequireFields<MutationSetApiAuthArgs, 'apiID' | 'runtimeID' | 'in'>>;
  deleteAPIAuth: Resolver<ResolversTypes['APIRuntimeAuth'], ParentType, ContextType, RequireFields<MutationDeleteApiAuthArgs, 'apiID' | 'runtimeID'>>;
  addDocument: Resolver<ResolversTypes['Document'], ParentType, ContextType, RequireFields<MutationAddDocumentArgs, 'applicationID' | 'in'>>;
  createCertificateSubjectMapping: Resolver<Maybe<ResolversTypes['CertificateSubjectMapping']>, ParentType, ContextType, RequireFields<MutationCreateCertificateSubjectMappingArgs, 'in'>>;
  updateCertificateSubjectMapping: Resolver<Maybe<ResolversTypes['CertificateSubjectMapping']>, ParentType, ContextType, RequireFields<MutationUpdateCertificateSubjectMappingArgs, 'id' | 'in'>>;
  deleteCertificateSubjectMapping: Resolver<Maybe<ResolversTypes['CertificateSubjectMapping']>, ParentType, ContextType, RequireFields<MutationDeleteCertificateSubjectMappingArgs, 'id'>>;
  refetchAPISpec: Resolver<ResolversTypes['APISpec'], ParentType, ContextType, RequireFields<MutationRefetchApiSpecArgs, 'apiID'>>;
  refetchEventDefinitionSpec: Resolver<ResolversTypes['EventSpec'], ParentType, ContextType, RequireFields<MutationRefetchEventDefinitionSpecArgs, 'eventID'>>;
  addAPIDefinitionToApplication: Resolver<ResolversTypes['APIDefinition'], ParentType, ContextType, RequireFields<MutationAddApiDefinitionToApplicationArgs, 'appID' | 'in'>>;
  updateAPIDefinitionForApplication: Resolver<ResolversTypes['APIDefinition'], ParentType, ContextType, RequireFields<MutationUpdateApiDefinitionForApplicationArgs, 'id' | 'in'>>;
  addEventDefinitionToApplication: Resolver<ResolversTypes['EventDefinition'], ParentType, ContextType, RequireFields<MutationAddEventDefinitionToApplicationArgs, 'appID' | 'in'>>;
  updateEventDefinitionForApplication: Resolver<ResolversTypes['EventDefinition'], ParentType, ContextType, RequireFields<MutationUpdateEventDefinitionForApplicationArgs, 'id' | 'in'>>;
  redeliver: Resolver<ResolversTypes['Delivery'], ParentType, ContextType, RequireFields<MutationRedeliverArgs, 'id'>>;
  resynchronizeFormationNotifications: Resolver<ResolversTypes['Formation'], ParentType, ContextType, RequireFields<MutationResynchronizeFormationNotificationsArgs, 'formationID'>>;
  createFormationConstraint: Resolver<ResolversTypes['FormationConstraint'], ParentType, ContextType, RequireFields<MutationCreateFormationConstraintArgs, 'formationConstraint'>>;
  updateFormationConstraint: Resolver<ResolversTypes['FormationConstraint'], ParentType, ContextType, RequireFields<MutationUpdateFormationConstraintArgs, 'id' | 'in'>>;
  deleteFormationConstraint: Resolver<ResolversTypes['FormationConstraint'], ParentType, ContextType, RequireFields<MutationDeleteFormationConstraintArgs, 'id'>>;
  attachConstraintToFormationTemplate: Resolver<ResolversTypes['ConstraintReference'], ParentType, ContextType, RequireFields<MutationAttachConstraintToFormationTemplateArgs, 'constraintID' | 'formationTemplateID'>>;
  detachConstraintFromFormationTemplate: Resolver<ResolversTypes['ConstraintReference'], ParentType, ContextType, RequireFields<MutationDetachConstraintFromFormationTemplateArgs, 'constraintID' | 'formationTemplateID'>>;
  createFormationTemplate: Resolver<Maybe<ResolversTypes['FormationTemplate']>, ParentType, ContextType, RequireFields<MutationCreateFormationTemplateArgs, 'in'>>;
  updateFormationTemplate: Resolver<Maybe<ResolversTypes['FormationTemplate']>, ParentType, ContextType, RequireFields<MutationUpdateFormationTemplateArgs, 'id' | 'in'>>;
  deleteFormationTemplate: Resolver<Maybe<ResolversTypes['FormationTemplate']>, ParentType, ContextType, RequireFields<MutationDeleteFormationTemplateArgs, 'id'>>;
  setFormationTemplateLabel: Resolver<ResolversTypes['Label'], ParentType, ContextType, RequireFields<MutationSetFormationTemplateLabelArgs, 'formationTemplateID' | 'in'>>;
  deleteFormationTemplateLabel: Resolver<ResolversTypes['Label'], ParentType, ContextType, RequireFields<MutationDeleteFormationTemplateLabelArgs, 'formationTemplateID' | 'key'>>;
  createFormation: Resolver<ResolversTypes['Formation'], ParentType, ContextType, RequireFields<MutationCreateFormationArgs, 'formation'>>;
  deleteFormation: Resolver<ResolversTypes['Formation'], ParentType, ContextType, RequireFields<MutationDeleteFormationArgs, 'formation'>>;
  assignFormation: Resolver<ResolversTypes['Formation'], ParentType, ContextType, RequireFields<MutationAssignFormationArgs, 'objectID' | 'objectType' | 'formation'>>;
  unassignFormation: Resolver<ResolversTypes['Formation'], ParentType, ContextType, RequireFields<MutationUnassignFormationArgs, 'objectID' | 'objectType' | 'formation'>>;
  unassignFormationGlobal: Resolver<ResolversTypes['Formation'], ParentType, ContextType, RequireFields<MutationUnassignFormationGlobalArgs, 'objectID' | 'objectType' | 'formation'>>;
  finalizeDraftFormation: Resolver<ResolversTypes['Formation'], ParentType, ContextType, RequireFields<MutationFinalizeDraftFormationArgs, 'formationID'>>;
  requestBundleInstanceAuthCreation: Resolver<ResolversTypes['BundleInstanceAuth'], ParentType, ContextType, RequireFields<MutationRequestBundleInstanceAuthCreationArgs, 'bundleID' | 'in'>>;
  requestBundleInstanceAuthDeletion: Resolver<ResolversTypes['BundleInstanceAuth'], ParentType, ContextType, RequireFields<MutationRequestBundleInstanceAuthDeletionArgs, 'authID'>>;
  setBundleInstanceAuth: Resolver<ResolversTypes['BundleInstanceAuth'], ParentType, ContextType, RequireFields<MutationSetBundleInstanceAuthArgs, 'authID' | 'in'>>;
  deleteBundleInstanceAuth: Resolver<ResolversTypes['BundleInstanceAuth'], ParentType, ContextType, RequireFields<MutationDeleteBundleInstanceAuthArgs, 'authID'>>;
  createBundleInstanceAuth: Resolver<ResolversTypes['BundleInstanceAuth'], ParentType, ContextType, RequireFields<MutationCreateBundleInstanceAuthArgs, 'bundleID' | 'in'>>;
  updateBundleInstanceAuth: Resolver<ResolversTypes['BundleInstanceAuth'], ParentType, ContextType, RequireFields<MutationUpdateBundleInstanceAuthArgs, 'id' | 'bundleID' | 'in'>>;
  addIntegrationDependencyToApplication: Resolver<ResolversTypes['IntegrationDependency'], ParentType, ContextType, RequireFields<MutationAddIntegrationDependencyToApplicationArgs, 'appID' | 'in'>>;
  deleteIntegrationDependency: Resolver<ResolversTypes['IntegrationDependency'], ParentType, ContextType, RequireFields<MutationDeleteIntegrationDependencyArgs, 'id'>>;
  registerIntegrationSystem: Resolver<ResolversTypes['IntegrationSystem'], ParentType, ContextType, RequireFields<MutationRegisterIntegrationSystemArgs, 'in'>>;
  updateIntegrationSystem: Resolver<ResolversTypes['IntegrationSystem'], ParentType, ContextType, RequireFields<MutationUpdateIntegrationSystemArgs, 'id' | 'in'>>;
  unregisterIntegrationSystem: Resolver<ResolversTypes['IntegrationSystem'], ParentType, ContextType, RequireFields<MutationUnregisterIntegrationSystemArgs, 'id'>>;
  createLabelDefinition: Resolver<ResolversTypes['LabelDefinition'], ParentType, ContextType, RequireFields<MutationCreateLabelDefinitionArgs, 'in'>>;
  updateLabelDefinition: Resolver<ResolversTypes['LabelDefinition'], ParentType, ContextType, RequireFields<MutationUpdateLabelDefinitionArgs, 'in'>>;
  deleteLabelDefinition: Resolver<ResolversTypes['LabelDefinition'], ParentType, ContextType, RequireFields<MutationDeleteLabelDefinitionArgs, 'key' | 'deleteRelatedLabels'>>;
  registerRuntimeContext: Resolver<ResolversTypes['RuntimeContext'], ParentType, ContextType, RequireFields<MutationRegisterRuntimeContextArgs, 'runtimeID' | 'in'>>;
  updateRuntimeContext: Resolver<ResolversTypes['RuntimeContext'], ParentType, ContextType, RequireFields<MutationUpdateRuntimeContextArgs, 'id' | 'in'>>;
  unregisterRuntimeContext: Resolver<ResolversTypes['RuntimeContext'], ParentType, ContextType, RequireFields<MutationUnregisterRuntimeContextArgs, 'id'>>;
  scheduleOperation: Resolver<Maybe<ResolversTypes['Operation']>, ParentType, ContextType, RequireFields<MutationScheduleOperationArgs, 'operationID'>>;
  updateSystemAuth: Resolver<ResolversTypes['SystemAuth'], ParentType, ContextType, RequireFields<MutationUpdateSystemAuthArgs, 'authID' | 'in'>>;
  invalidateSystemAuthOneTimeToken: Resolver<ResolversTypes['SystemAuth'], ParentType, ContextType, RequireFields<MutationInvalidateSystemAuthOneTimeTokenArgs, 'authID'>>;
  requestClientCredentialsForApplication: Resolver<ResolversTypes['SystemAuth'], ParentType, ContextType, RequireFields<MutationRequestClientCredentialsForApplicationArgs, 'id'>>;
  requestClientCredentialsForRuntime: Resolver<ResolversTypes['SystemAuth'], ParentType, ContextType, RequireFields<MutationRequestClientCredentialsForRuntimeArgs, 'id'>>;
  requestClientCredentialsForIntegrationSystem: Resolver<ResolversTypes['SystemAuth'], ParentType, ContextType, RequireFields<MutationRequestClientCredentialsForIntegrationSystemArgs, 'id'>>;
  deleteSystemAuthForApplication: Resolver<ResolversTypes['SystemAuth'], ParentType, ContextType, RequireFields<MutationDeleteSystemAuthForApplicationArgs, 'authID'>>;
  deleteSystemAuthForRuntime: Resolver<ResolversTypes['SystemAuth'], ParentType, ContextType, RequireFields<MutationDeleteSystemAuthForRuntimeArgs, 'authID'>>;
  deleteSystemAuthForIntegrationSystem: Resolver<ResolversTypes['SystemAuth'], ParentType, ContextType, RequireFields<MutationDeleteSystemAuthForIntegrationSystemArgs, 'authID'>>;
  unpairApplication: Resolver<ResolversTypes['Application'], ParentType, ContextType, RequireFields<MutationUnpairApplicationArgs, 'id' | 'mode'>>;
  addTenantAccess: Resolver<Maybe<ResolversTypes['TenantAccess']>, ParentType, ContextType, RequireFields<MutationAddTenantAccessArgs, 'in'>>;
  removeTenantAccess: Resolver<Maybe<ResolversTypes['TenantAccess']>, ParentType, ContextType, RequireFields<MutationRemoveTenantAccessArgs, 'tenantID' | 'resourceID' | 'resourceType'>>;
  subscribeTenant: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationSubscribeTenantArgs, 'providerID' | 'subaccountID' | 'providerSubaccountID' | 'consumerTenantID' | 'region' | 'subscriptionAppName' | 'subscriptionPayload'>>;
  unsubscribeTenant: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationUnsubscribeTenantArgs, 'providerID' | 'subaccountID' | 'providerSubaccountID' | 'consumerTenantID' | 'region' | 'subscriptionPayload'>>;
  writeTenants: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType, Partial<MutationWriteTenantsArgs>>;
  updateTenant: Resolver<ResolversTypes['Tenant'], ParentType, ContextType, RequireFields<MutationUpdateTenantArgs, 'id' | 'in'>>;
  setTenantLabel: Resolver<ResolversTypes['Label'], ParentType, ContextType, RequireFields<MutationSetTenantLabelArgs, 'tenantID' | 'key' | 'value'>>;
  writeTenant: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<MutationWriteTenantArgs, 'in'>>;
  deleteTenants: Resolver<ResolversTypes['Int'], ParentType, ContextType, Partial<MutationDeleteTenantsArgs>>;
  rotateWebhookSigningSecret: Resolver<ResolversTypes['Webhook'], ParentType, ContextType, RequireFields<MutationRotateWebhookSigningSecretArgs, 'webhookID'>>;
  enableWebhook: Resolver<ResolversTypes['Webhook'], ParentType, ContextType, RequireFields<MutationEnableWebhookArgs, 'webhookID'>>;
  recoverWebhook: Resolver<ResolversTypes['Int'], ParentType, ContextType, RequireFields<MutationRecoverWebhookArgs, 'webhookID' | 'since'>>;
  testWebhook: Resolver<ResolversTypes['WebhookTest'], ParentType, ContextType, RequireFields<MutationTestWebhookArgs, 'webhookID'>>;
};

export type ApplicationWithTenantsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplicationWithTenants'] = ResolversParentTypes['ApplicationWithTenants']> = {
  application?: Resolver<ResolversTypes['Application'], ParentType, ContextType>;
  tenants?: Resolver<Maybe<Array<ResolversTypes['Tenant']>>, ParentType, ContextType>;
};

export type ApplicationWithTenantsPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplicationWithTenantsPage'] = ResolversParentTypes['ApplicationWithTenantsPage']> = {
  data?: Resolver<Array<ResolversTypes['ApplicationWithTenants']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TenantBusinessTypeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TenantBusinessType'] = ResolversParentTypes['TenantBusinessType']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PlaceholderDefinitionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlaceholderDefinition'] = ResolversParentTypes['PlaceholderDefinition']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  jsonPath?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  optional?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type ApplicationTemplateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplicationTemplate'] = ResolversParentTypes['ApplicationTemplate']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  applicationNamespace?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  webhooks?: Resolver<Maybe<Array<ResolversTypes['Webhook']>>, ParentType, ContextType>;
  applicationInput?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  placeholders?: Resolver<Array<ResolversTypes['PlaceholderDefinition']>, ParentType, ContextType>;
  labels?: Resolver<Maybe<ResolversTypes['Labels']>, ParentType, ContextType, Partial<ApplicationTemplateLabelsArgs>>;
  accessLevel?: Resolver<ResolversTypes['ApplicationTemplateAccessLevel'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
};

export type ApplicationTemplatePageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplicationTemplatePage'] = ResolversParentTypes['ApplicationTemplatePage']> = {
  data?: Resolver<Array<ResolversTypes['ApplicationTemplate']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AutomaticScenarioAssignmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AutomaticScenarioAssignment'] = ResolversParentTypes['AutomaticScenarioAssignment']> = {
  scenarioName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  selector?: Resolver<ResolversTypes['Label'], ParentType, ContextType>;
};

export type AutomaticScenarioAssignmentPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AutomaticScenarioAssignmentPage'] = ResolversParentTypes['AutomaticScenarioAssignmentPage']> = {
  data?: Resolver<Array<ResolversTypes['AutomaticScenarioAssignment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApiRuntimeAuthResolvers<ContextType = Context, ParentType extends ResolversParentTypes['APIRuntimeAuth'] = ResolversParentTypes['APIRuntimeAuth']> = {
  runtimeID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  auth?: Resolver<Maybe<ResolversTypes['Auth']>, ParentType, ContextType>;
};

export type CertificateSubjectMappingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificateSubjectMapping'] = ResolversParentTypes['CertificateSubjectMapping']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  consumerType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  internalConsumerID?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tenantAccessLevels?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
};

export type CertificateSubjectMappingPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificateSubjectMappingPage'] = ResolversParentTypes['CertificateSubjectMappingPage']> = {
  data?: Resolver<Array<ResolversTypes['CertificateSubjectMapping']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeliveryAttemptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryAttempt'] = ResolversParentTypes['DeliveryAttempt']> = {
  timestamp?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
  duration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  body?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DeliveryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Delivery'] = ResolversParentTypes['Delivery']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  webhookID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  applicationID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  applicationTemplateID?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  eventID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  eventType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DeliveryState'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['DeliveryFailure']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  attempts?: Resolver<Array<ResolversTypes['DeliveryAttempt']>, ParentType, ContextType>;
};

export type DeliveryPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryPage'] = ResolversParentTypes['DeliveryPage']> = {
  data?: Resolver<Array<ResolversTypes['Delivery']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type FormationParticipantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FormationParticipant'] = ResolversParentTypes['FormationParticipant']> = {
  __resolveType: TypeResolveFn<'Application' | 'Runtime' | 'RuntimeContext', ParentType, ContextType>;
};

export type AssignmentOperationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignmentOperation'] = ResolversParentTypes['AssignmentOperation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  operationType?: Resolver<ResolversTypes['AssignmentOperationType'], ParentType, ContextType>;
  formationAssignmentID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  formationID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  triggeredBy?: Resolver<ResolversTypes['OperationTrigger'], ParentType, ContextType>;
  startedAtTimestamp?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  finishedAtTimestamp?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
};

export type AssignmentOperationPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignmentOperationPage'] = ResolversParentTypes['AssignmentOperationPage']> = {
  data?: Resolver<Array<ResolversTypes['AssignmentOperation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FormationAssignmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FormationAssignment'] = ResolversParentTypes['FormationAssignment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sourceType?: Resolver<ResolversTypes['FormationAssignmentType'], ParentType, ContextType>;
  sourceEntity?: Resolver<ResolversTypes['FormationParticipant'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  targetType?: Resolver<ResolversTypes['FormationAssignmentType'], ParentType, ContextType>;
  targetEntity?: Resolver<ResolversTypes['FormationParticipant'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  configuration?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  assignmentOperations?: Resolver<Maybe<ResolversTypes['AssignmentOperationPage']>, ParentType, ContextType, RequireFields<FormationAssignmentAssignmentOperationsArgs, 'first'>>;
  lastStateChangeTimestamp?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  lastNotificationSentTimestamp?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
};

export type FormationAssignmentPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FormationAssignmentPage'] = ResolversParentTypes['FormationAssignmentPage']> = {
  data?: Resolver<Array<ResolversTypes['FormationAssignment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FormationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Formation'] = ResolversParentTypes['Formation']> = {
  formationAssignment?: Resolver<Maybe<ResolversTypes['FormationAssignment']>, ParentType, ContextType, RequireFields<FormationFormationAssignmentArgs, 'id'>>;
  formationAssignments?: Resolver<Maybe<ResolversTypes['FormationAssignmentPage']>, ParentType, ContextType, RequireFields<FormationFormationAssignmentsArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  tenantID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  formationTemplateId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['FormationError']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['FormationStatus'], ParentType, ContextType>;
  lastStateChangeTimestamp?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  lastNotificationSentTimestamp?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
};

export type FormationConstraintResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FormationConstraint'] = ResolversParentTypes['FormationConstraint']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  constraintType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  targetOperation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operator?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  resourceType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  resourceSubtype?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  inputTemplate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  constraintScope?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
};

export type ConstraintReferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConstraintReference'] = ResolversParentTypes['ConstraintReference']> = {
  constraintID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  formationTemplateID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type FormationTemplateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FormationTemplate'] = ResolversParentTypes['FormationTemplate']> = {
  formationConstraints?: Resolver<Maybe<Array<ResolversTypes['FormationConstraint']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  applicationTypes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  runtimeTypes?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  runtimeTypeDisplayName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  runtimeArtifactKind?: Resolver<Maybe<ResolversTypes['ArtifactType']>, ParentType, ContextType>;
  leadingProductIDs?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  supportsReset?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  webhooks?: Resolver<Maybe<Array<ResolversTypes['Webhook']>>, ParentType, ContextType>;
  discoveryConsumers?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  labels?: Resolver<Maybe<ResolversTypes['Labels']>, ParentType, ContextType, Partial<FormationTemplateLabelsArgs>>;
  createdAt?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
};

export type FormationTemplatePageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FormationTemplatePage'] = ResolversParentTypes['FormationTemplatePage']> = {
  data?: Resolver<Array<ResolversTypes['FormationTemplate']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FormationStatusErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FormationStatusError'] = ResolversParentTypes['FormationStatusError']> = {
  assignmentID?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  errorCode?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FormationStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FormationStatus'] = ResolversParentTypes['FormationStatus']> = {
  condition?: Resolver<ResolversTypes['FormationStatusCondition'], ParentType, ContextType>;
  errors?: Resolver<Maybe<Array<ResolversTypes['FormationStatusError']>>, ParentType, ContextType>;
};

export type FormationErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FormationError'] = ResolversParentTypes['FormationError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  errorCode?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FormationPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FormationPage'] = ResolversParentTypes['FormationPage']> = {
  data?: Resolver<Array<ResolversTypes['Formation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HealthCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HealthCheck'] = ResolversParentTypes['HealthCheck']> = {
  type?: Resolver<ResolversTypes['HealthCheckType'], ParentType, ContextType>;
  condition?: Resolver<ResolversTypes['HealthCheckStatusCondition'], ParentType, ContextType>;
  origin?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  timestamp?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
};

export type HealthCheckPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HealthCheckPage'] = ResolversParentTypes['HealthCheckPage']> = {
  data?: Resolver<Array<ResolversTypes['HealthCheck']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IntegrationDependencyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IntegrationDependency'] = ResolversParentTypes['IntegrationDependency']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ordID?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  partOfPackage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  visibility?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  releaseStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mandatory?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  aspects?: Resolver<Maybe<Array<ResolversTypes['Aspect']>>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Version']>, ParentType, ContextType>;
  labels?: Resolver<Maybe<ResolversTypes['Labels']>, ParentType, ContextType>;
  created_at?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  updated_at?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  deleted_at?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type IntegrationDependencyPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IntegrationDependencyPage'] = ResolversParentTypes['IntegrationDependencyPage']> = {
  data?: Resolver<Array<ResolversTypes['IntegrationDependency']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AspectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Aspect'] = ResolversParentTypes['Aspect']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mandatory?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  apiResources?: Resolver<Maybe<Array<ResolversTypes['AspectAPIDefinition']>>, ParentType, ContextType>;
  eventResources?: Resolver<Maybe<Array<ResolversTypes['AspectEventDefinition']>>, ParentType, ContextType>;
  created_at?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  updated_at?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  deleted_at?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AspectApiDefinitionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AspectAPIDefinition'] = ResolversParentTypes['AspectAPIDefinition']> = {
  ordID?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AspectEventDefinitionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AspectEventDefinition'] = ResolversParentTypes['AspectEventDefinition']> = {
  ordID?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subset?: Resolver<Maybe<Array<ResolversTypes['AspectEventDefinitionSubset']>>, ParentType, ContextType>;
  created_at?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  updated_at?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  deleted_at?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AspectEventDefinitionSubsetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AspectEventDefinitionSubset'] = ResolversParentTypes['AspectEventDefinitionSubset']> = {
  eventType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type IntegrationSystemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IntegrationSystem'] = ResolversParentTypes['IntegrationSystem']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  allTenants?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  auths?: Resolver<Maybe<Array<ResolversTypes['IntSysSystemAuth']>>, ParentType, ContextType>;
};

export type IntegrationSystemPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IntegrationSystemPage'] = ResolversParentTypes['IntegrationSystemPage']> = {
  data?: Resolver<Array<ResolversTypes['IntegrationSystem']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IntSysSystemAuthResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IntSysSystemAuth'] = ResolversParentTypes['IntSysSystemAuth']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  auth?: Resolver<Maybe<ResolversTypes['Auth']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['SystemAuthReferenceType']>, ParentType, ContextType>;
  referenceObjectId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  tenantId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  origin?: Resolver<Maybe<ResolversTypes['SystemAuthOrigin']>, ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LabelDefinitionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LabelDefinition'] = ResolversParentTypes['LabelDefinition']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  schema?: Resolver<Maybe<ResolversTypes['JSONSchema']>, ParentType, ContextType>;
};

export type RuntimeContextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuntimeContext'] = ResolversParentTypes['RuntimeContext']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  labels?: Resolver<Maybe<ResolversTypes['Labels']>, ParentType, ContextType, Partial<RuntimeContextLabelsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RuntimeContextPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuntimeContextPage'] = ResolversParentTypes['RuntimeContextPage']> = {
  data?: Resolver<Array<ResolversTypes['RuntimeContext']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OperationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Operation'] = ResolversParentTypes['Operation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  operationType?: Resolver<ResolversTypes['ScheduledOperationType'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OperationStatus'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  errorSeverity?: Resolver<ResolversTypes['OperationErrorSeverity'], ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
};

export type TenantAccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TenantAccess'] = ResolversParentTypes['TenantAccess']> = {
  tenantID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  resourceType?: Resolver<ResolversTypes['TenantAccessObjectType'], ParentType, ContextType>;
  resourceID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type TenantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Tenant'] = ResolversParentTypes['Tenant']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  internalID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parents?: Resolver<Maybe<Array<Maybe<ResolversTypes['ID']>>>, ParentType, ContextType>;
  parentID?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  initialized?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  labels?: Resolver<Maybe<ResolversTypes['Labels']>, ParentType, ContextType, Partial<TenantLabelsArgs>>;
};

export type TenantPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TenantPage'] = ResolversParentTypes['TenantPage']> = {
  data?: Resolver<Array<ResolversTypes['Tenant']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WebhookTestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookTest'] = ResolversParentTypes['WebhookTest']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  webhookID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  accepted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  timestamp?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
  duration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  body?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WebhookStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookStatus'] = ResolversParentTypes['WebhookStatus']> = {
  condition?: Resolver<ResolversTypes['WebhookCondition'], ParentType, ContextType>;
  timestamp?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['WebhookDisablingReason']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Timestamp?: GraphQLScalarType;
  Any?: GraphQLScalarType;
  Labels?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  JSONSchema?: GraphQLScalarType;
  CLOB?: GraphQLScalarType;
  PageCursor?: GraphQLScalarType;
  HttpHeaders?: GraphQLScalarType;
  QueryParams?: GraphQLScalarType;
  HttpHeadersSerialized?: GraphQLScalarType;
  QueryParamsSerialized?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  Pageable?: PageableResolvers<ContextType>;
  Label?: LabelResolvers<ContextType>;
  ApplicationStatus?: ApplicationStatusResolvers<ContextType>;
  RuntimeStatus?: RuntimeStatusResolvers<ContextType>;
  RuntimeMetadata?: RuntimeMetadataResolvers<ContextType>;
  ApplicationEventingConfiguration?: ApplicationEventingConfigurationResolvers<ContextType>;
  RuntimeEventingConfiguration?: RuntimeEventingConfigurationResolvers<ContextType>;
  Application?: ApplicationResolvers<ContextType>;
  ApplicationPage?: ApplicationPageResolvers<ContextType>;
  Runtime?: RuntimeResolvers<ContextType>;
  RuntimePage?: RuntimePageResolvers<ContextType>;
  BasicCredentialData?: BasicCredentialDataResolvers<ContextType>;
  OAuthCredentialData?: OAuthCredentialDataResolvers<ContextType>;
  CertificateOAuthCredentialData?: CertificateOAuthCredentialDataResolvers<ContextType>;
  CredentialData?: CredentialDataResolvers<ContextType>;
  CSRFTokenCredentialRequestAuth?: CsrfTokenCredentialRequestAuthResolvers<ContextType>;
  CredentialRequestAuth?: CredentialRequestAuthResolvers<ContextType>;
  OneTimeToken?: OneTimeTokenResolvers<ContextType>;
  OneTimeTokenForApplication?: OneTimeTokenForApplicationResolvers<ContextType>;
  OneTimeTokenForRuntime?: OneTimeTokenForRuntimeResolvers<ContextType>;
  Auth?: AuthResolvers<ContextType>;
  SystemAuth?: SystemAuthResolvers<ContextType>;
  SystemAuthOrigin?: SystemAuthOriginResolvers<ContextType>;
  AppSystemAuth?: AppSystemAuthResolvers<ContextType>;
  RuntimeSystemAuth?: RuntimeSystemAuthResolvers<ContextType>;
  Webhook?: WebhookResolvers<ContextType>;
  Version?: VersionResolvers<ContextType>;
  FetchRequestStatus?: FetchRequestStatusResolvers<ContextType>;
  FetchRequest?: FetchRequestResolvers<ContextType>;
  APISpec?: ApiSpecResolvers<ContextType>;
  EventSpec?: EventSpecResolvers<ContextType>;
  APIDefinition?: ApiDefinitionResolvers<ContextType>;
  APIDefinitionPage?: ApiDefinitionPageResolvers<ContextType>;
  EventDefinition?: EventDefinitionResolvers<ContextType>;
  EventDefinitionPage?: EventDefinitionPageResolvers<ContextType>;
  Document?: DocumentResolvers<ContextType>;
  DocumentPage?: DocumentPageResolvers<ContextType>;
  BundleInstanceAuthStatus?: BundleInstanceAuthStatusResolvers<ContextType>;
  BundleInstanceAuth?: BundleInstanceAuthResolvers<ContextType>;
  Bundle?: BundleResolvers<ContextType>;
  BundlePage?: BundlePageResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  ApplicationWithTenants?: ApplicationWithTenantsResolvers<ContextType>;
  ApplicationWithTenantsPage?: ApplicationWithTenantsPageResolvers<ContextType>;
  TenantBusinessType?: TenantBusinessTypeResolvers<ContextType>;
  PlaceholderDefinition?: PlaceholderDefinitionResolvers<ContextType>;
  ApplicationTemplate?: ApplicationTemplateResolvers<ContextType>;
  ApplicationTemplatePage?: ApplicationTemplatePageResolvers<ContextType>;
  AutomaticScenarioAssignment?: AutomaticScenarioAssignmentResolvers<ContextType>;
  AutomaticScenarioAssignmentPage?: AutomaticScenarioAssignmentPageResolvers<ContextType>;
  APIRuntimeAuth?: ApiRuntimeAuthResolvers<ContextType>;
  CertificateSubjectMapping?: CertificateSubjectMappingResolvers<ContextType>;
  CertificateSubjectMappingPage?: CertificateSubjectMappingPageResolvers<ContextType>;
  DeliveryAttempt?: DeliveryAttemptResolvers<ContextType>;
  Delivery?: DeliveryResolvers<ContextType>;
  DeliveryPage?: DeliveryPageResolvers<ContextType>;
  FormationParticipant?: FormationParticipantResolvers<ContextType>;
  AssignmentOperation?: AssignmentOperationResolvers<ContextType>;
  AssignmentOperationPage?: AssignmentOperationPageResolvers<ContextType>;
  FormationAssignment?: FormationAssignmentResolvers<ContextType>;
  FormationAssignmentPage?: FormationAssignmentPageResolvers<ContextType>;
  Formation?: FormationResolvers<ContextType>;
  FormationConstraint?: FormationConstraintResolvers<ContextType>;
  ConstraintReference?: ConstraintReferenceResolvers<ContextType>;
  FormationTemplate?: FormationTemplateResolvers<ContextType>;
  FormationTemplatePage?: FormationTemplatePageResolvers<ContextType>;
  FormationStatusError?: FormationStatusErrorResolvers<ContextType>;
  FormationStatus?: FormationStatusResolvers<ContextType>;
  FormationError?: FormationErrorResolvers<ContextType>;
  FormationPage?: FormationPageResolvers<ContextType>;
  HealthCheck?: HealthCheckResolvers<ContextType>;
  HealthCheckPage?: HealthCheckPageResolvers<ContextType>;
  IntegrationDependency?: IntegrationDependencyResolvers<ContextType>;
  IntegrationDependencyPage?: IntegrationDependencyPageResolvers<ContextType>;
  Aspect?: AspectResolvers<ContextType>;
  AspectAPIDefinition?: AspectApiDefinitionResolvers<ContextType>;
  AspectEventDefinition?: AspectEventDefinitionResolvers<ContextType>;
  AspectEventDefinitionSubset?: AspectEventDefinitionSubsetResolvers<ContextType>;
  IntegrationSystem?: IntegrationSystemResolvers<ContextType>;
  IntegrationSystemPage?: IntegrationSystemPageResolvers<ContextType>;
  IntSysSystemAuth?: IntSysSystemAuthResolvers<ContextType>;
  LabelDefinition?: LabelDefinitionResolvers<ContextType>;
  RuntimeContext?: RuntimeContextResolvers<ContextType>;
  RuntimeContextPage?: RuntimeContextPageResolvers<ContextType>;
  Operation?: OperationResolvers<ContextType>;
  TenantAccess?: TenantAccessResolvers<ContextType>;
  Tenant?: TenantResolvers<ContextType>;
  TenantPage?: TenantPageResolvers<ContextType>;
  WebhookTest?: WebhookTestResolvers<ContextType>;
  WebhookStatus?: WebhookStatusResolvers<ContextType>;
};



export type SecretField =
  | 'ApplicationEventingConfiguration.defaultURLForTokens'
  | 'Application.webhooks'
  | 'Application.auths'
  | 'Runtime.auths'
  | 'Runtime.webhooks'
  | 'AppSystemAuth.auth'
  | 'AppSystemAuth.origin'
  | 'RuntimeSystemAuth.auth'
  | 'RuntimeSystemAuth.origin'
  | 'Webhook.auth'
  | 'Webhook.signingSecret'
  | 'FetchRequest.auth'
  | 'APISpec.fetchRequest'
  | 'EventSpec.fetchRequest'
  | 'APIDefinition.defaultAuth'
  | 'Document.fetchRequest'
  | 'BundleInstanceAuth.auth'
  | 'Bundle.instanceAuths'
  | 'Bundle.defaultInstanceAuth'
  | 'Bundle.instanceAuth'
  | 'ApplicationTemplate.webhooks'
  | 'APIRuntimeAuth.auth'
  | 'FormationTemplate.webhooks'
  | 'IntegrationSystem.auths'
  | 'IntSysSystemAuth.auth'
  | 'IntSysSystemAuth.origin';

export const typeDefs = `"RFC 3339, as a string."
scalar Timestamp
"Any JSON value."
scalar Any
"A JSON object: label key to value."
scalar Labels
"A JSON value as a string."
scalar JSON
"A JSON Schema as a string."
scalar JSONSchema
"A long text."
scalar CLOB
"Opaque: pass on what endCursor of the page before says."
scalar PageCursor
"A JSON object: header name to a list of values."
scalar HttpHeaders
"A JSON object: parameter name to a list of values."
scalar QueryParams
"HttpHeaders as a string."
scalar HttpHeadersSerialized
"QueryParams as a string."
scalar QueryParamsSerialized

enum ApplicationStatusCondition {
  INITIAL
  CONNECTED
  FAILED
  CREATING
  CREATE_FAILED
  CREATE_SUCCEEDED
  UPDATING
  UPDATE_FAILED
  UPDATE_SUCCEEDED
  DELETING
  DELETE_FAILED
  DELETE_SUCCEEDED
  UNPAIRING
  UNPAIR_FAILED
}

enum RuntimeStatusCondition {
  INITIAL
  PROVISIONING
  CONNECTED
  FAILED
}

enum OperationMode {
  SYNC
  ASYNC
}

enum WebhookType {
  CONFIGURATION_CHANGED
  APPLICATION_TENANT_MAPPING
  REGISTER_APPLICATION
  UNREGISTER_APPLICATION
  UNPAIR_APPLICATION
  OPEN_RESOURCE_DISCOVERY
  OPEN_RESOURCE_DISCOVERY_STATIC
  FORMATION_LIFECYCLE
  SYSTEM_FIELD_DISCOVERY
}

enum WebhookMode {
  SYNC
  ASYNC
  ASYNC_CALLBACK
}

enum APISpecType {
  ODATA
  OPEN_API
}

enum EventSpecType {
  ASYNC_API
}

enum SpecFormat {
  YAML
  JSON
  XML
}

enum DocumentFormat {
  MARKDOWN
}

enum ViewerType {
  RUNTIME
  APPLICATION
  INTEGRATION_SYSTEM
  USER
}

enum OneTimeTokenType {
  Runtime
  Application
}

enum SystemAuthReferenceType {
  APPLICATION
  RUNTIME
  INTEGRATION_SYSTEM
}

enum BundleInstanceAuthStatusCondition {
  PENDING
  SUCCEEDED
  FAILED
  UNUSED
}

type PageInfo {
  startCursor: PageCursor!
  endCursor: PageCursor!
  hasNextPage: Boolean!
}

interface Pageable {
  pageInfo: PageInfo!
  totalCount: Int!
}

type Label {
  key: String!
  value: Any!
}

type ApplicationStatus {
  condition: ApplicationStatusCondition!
  timestamp: Timestamp!
}

type RuntimeStatus {
  condition: RuntimeStatusCondition!
  timestamp: Timestamp!
}

type RuntimeMetadata {
  creationTimestamp: Timestamp!
}

type ApplicationEventingConfiguration {
  "Where the Application sends its events; empty when no connected Runtime takes them."
  defaultURL: String!
  "The same for an Application with an access token of its OAuth client instead of a certificate; empty when the Runtime names no such address."
  defaultURLForTokens: String!
}

type RuntimeEventingConfiguration {
  defaultURL: String!
}

type Application {
  id: ID!
  name: String!
  providerName: String
  description: String
  integrationSystemID: ID
  applicationTemplateID: ID
  baseUrl: String
  systemNumber: String
  localTenantID: String
  applicationNamespace: String
  systemStatus: String
  labels(key: String): Labels
  status: ApplicationStatus!
  webhooks: [Webhook!]
  healthCheckURL: String
  bundles(first: Int = 200, after: PageCursor): BundlePage
  bundle(id: ID!): Bundle
  auths: [AppSystemAuth!]
  eventingConfiguration: ApplicationEventingConfiguration
  createdAt: Timestamp
  updatedAt: Timestamp
  deletedAt: Timestamp
  "In \`applicationsForRuntime\`: why \`bundles\` is null. Callers who do not ask for it get a page of bundles that ends early instead."
  error: String
}

type ApplicationPage implements Pageable {
  data: [Application!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

type Runtime {
  id: ID!
  name: String!
  description: String
  applicationNamespace: String
  labels(key: String): Labels
  status: RuntimeStatus!
  metadata: RuntimeMetadata!
  auths: [RuntimeSystemAuth!]
  eventingConfiguration: RuntimeEventingConfiguration
  webhooks: [Webhook!]
}

type RuntimePage implements Pageable {
  data: [Runtime!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

type BasicCredentialData {
  username: String!
  password: String!
}

type OAuthCredentialData {
  clientId: ID!
  clientSecret: String!
  url: String!
}

type CertificateOAuthCredentialData {
  clientId: ID!
  certificate: String!
  url: String!
}

union CredentialData = BasicCredentialData | OAuthCredentialData | CertificateOAuthCredentialData

type CSRFTokenCredentialRequestAuth {
  tokenEndpointURL: String!
  credential: CredentialData
  additionalHeaders: HttpHeaders
  additionalHeadersSerialized: HttpHeadersSerialized
  additionalQueryParams: QueryParams
  additionalQueryParamsSerialized: QueryParamsSerialized
}

type CredentialRequestAuth {
  csrf: CSRFTokenCredentialRequestAuth
}

interface OneTimeToken {
  "Empty where the token is shown after it was issued: it is not stored."
  token: String!
  connectorURL: String!
  used: Boolean!
  expiresAt: Timestamp!
  createdAt: Timestamp
  usedAt: Timestamp
  raw: String
  rawEncoded: String
  type: OneTimeTokenType
}

type OneTimeTokenForApplication implements OneTimeToken {
  token: String!
  connectorURL: String!
  "Where clients older than the Connector's GraphQL begin, the token included."
  legacyConnectorURL: String!
  used: Boolean!
  expiresAt: Timestamp!
  createdAt: Timestamp
  usedAt: Timestamp
  raw: String
  rawEncoded: String
  scenarioGroups: [String]
  type: OneTimeTokenType
}

type OneTimeTokenForRuntime implements OneTimeToken {
  token: String!
  connectorURL: String!
  used: Boolean!
  expiresAt: Timestamp!
  createdAt: Timestamp
  usedAt: Timestamp
  raw: String
  rawEncoded: String
  type: OneTimeTokenType
}

type Auth {
  credential: CredentialData
  accessStrategy: String
  additionalHeaders: HttpHeaders
  additionalHeadersSerialized: HttpHeadersSerialized
  additionalQueryParams: QueryParams
  additionalQueryParamsSerialized: QueryParamsSerialized
  requestAuth: CredentialRequestAuth
  oneTimeToken: OneTimeToken
  certCommonName: String
}

interface SystemAuth {
  id: ID!
  auth: Auth
  type: SystemAuthReferenceType
  referenceObjectId: ID
  tenantId: String
  origin: SystemAuthOrigin
}

"The caller that asked for a credential."
type SystemAuthOrigin {
  type: ViewerType!
  "Of the user, integration system, Application or Runtime."
  id: ID!
  """
  The credential of the caller; null for users. If it is one of the owner's own, this credential is derived from it: it ends when that one is
  deleted or one of the certificates of that one is revoked.
  """
  systemAuthID: ID
}

type AppSystemAuth implements SystemAuth {
  id: ID!
  auth: Auth
  type: SystemAuthReferenceType
  referenceObjectId: ID
  tenantId: String
  "Null for credentials of earlier versions."
  origin: SystemAuthOrigin
  "When the credential was used last, to within six hours."
  lastSeenAt: Timestamp
}

type RuntimeSystemAuth implements SystemAuth {
  id: ID!
  auth: Auth
  type: SystemAuthReferenceType
  referenceObjectId: ID
  tenantId: String
  "Null for credentials of earlier versions."
  origin: SystemAuthOrigin
  "When the credential was used last, to within six hours."
  lastSeenAt: Timestamp
}

type Webhook {
  id: ID!
  applicationID: ID
  applicationTemplateID: ID
  runtimeID: ID
  integrationSystemID: ID
  formationTemplateID: ID
  type: WebhookType!
  mode: WebhookMode
  correlationIdKey: String
  retryInterval: Int
  timeout: Int
  url: String
  urlTemplate: String
  inputTemplate: String
  headerTemplate: String
  outputTemplate: String
  statusTemplate: String
  auth: Auth
  createdAt: Timestamp
  """
  The secret that signs deliveries to this webhook (\`whsec_...\`, Standard Webhooks); null without the scope to read webhooks, and where signatures are
  asymmetric.
  """
  signingSecret: String
}

type Version {
  value: String!
  deprecated: Boolean
  deprecatedSince: String
  forRemoval: Boolean
}

enum FetchMode {
  SINGLE
  BUNDLE
  INDEX
}

enum FetchRequestStatusCondition {
  INITIAL
  SUCCEEDED
  FAILED
}

type FetchRequestStatus {
  condition: FetchRequestStatusCondition!
  message: String
  timestamp: Timestamp!
}

"A text that is fetched from somewhere else, a moment after it was asked for."
type FetchRequest {
  url: String!
  auth: Auth
  mode: FetchMode!
  filter: String
  status: FetchRequestStatus!
}

type APISpec {
  id: ID!
  "With a fetch request, null until the text was fetched. More than 5 MB are an error: such a text is read from downloadURL."
  data: CLOB
  "An address from which the text can be read for 15 minutes, without credentials. Null while there is no text, and for one of at most 64 KB, which data has."
  downloadURL: String
  format: SpecFormat!
  type: APISpecType!
  fetchRequest: FetchRequest
}

type EventSpec {
  id: ID!
  "With a fetch request, null until the text was fetched. More than 5 MB are an error: such a text is read from downloadURL."
  data: CLOB
  "An address from which the text can be read for 15 minutes, without credentials. Null while there is no text, and for one of at most 64 KB, which data has."
  downloadURL: String
  format: SpecFormat!
  type: EventSpecType!
  fetchRequest: FetchRequest
}

type APIDefinition {
  id: ID!
  name: String!
  description: String
  spec: APISpec
  targetURL: String!
  group: String
  version: Version
  createdAt: Timestamp
  updatedAt: Timestamp
  deletedAt: Timestamp
  created_at: Timestamp @deprecated(reason: "Use createdAt.")
  updated_at: Timestamp @deprecated(reason: "Use updatedAt.")
  deleted_at: Timestamp @deprecated(reason: "Use deletedAt.")
  error: String
}

type APIDefinitionPage implements Pageable {
  data: [APIDefinition!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

type EventDefinition {
  id: ID!
  name: String!
  description: String
  group: String
  spec: EventSpec
  version: Version
  createdAt: Timestamp
  updatedAt: Timestamp
  deletedAt: Timestamp
  error: String
}

type EventDefinitionPage implements Pageable {
  data: [EventDefinition!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

type Document {
  id: ID!
  title: String!
  displayName: String!
  description: String!
  format: DocumentFormat!
  kind: String
  "Null without a text, and until it was fetched. More than 5 MB are an error: such a text is read from downloadURL."
  data: CLOB
  "An address from which the text can be read for 15 minutes, without credentials. Null while there is no text, and for one of at most 64 KB, which data has."
  downloadURL: String
  fetchRequest: FetchRequest
  createdAt: Timestamp
  updatedAt: Timestamp
  deletedAt: Timestamp
  error: String
}

type DocumentPage implements Pageable {
  data: [Document!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

type BundleInstanceAuthStatus {
  condition: BundleInstanceAuthStatusCondition!
  timestamp: Timestamp!
  message: String!
  reason: String!
}

type BundleInstanceAuth {
  id: ID!
  context: JSON
  inputParams: JSON
  auth: Auth
  status: BundleInstanceAuthStatus!
  runtimeID: ID
  runtimeContextID: ID
}

type Bundle {
  id: ID!
  name: String!
  description: String
  instanceAuthRequestInputSchema: JSONSchema
  instanceAuths: [BundleInstanceAuth!]
  defaultInstanceAuth: Auth
  apiDefinitions(group: String, first: Int = 200, after: PageCursor): APIDefinitionPage
  eventDefinitions(group: String, first: Int = 200, after: PageCursor): EventDefinitionPage
  documents(first: Int = 200, after: PageCursor): DocumentPage
  apiDefinition(id: ID!): APIDefinition
  eventDefinition(id: ID!): EventDefinition
  document(id: ID!): Document
  "Names by which clients find the same bundle elsewhere."
  correlationIDs: [String!]
  createdAt: Timestamp
  updatedAt: Timestamp
  deletedAt: Timestamp
  error: String
}

type BundlePage implements Pageable {
  data: [Bundle!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

type Viewer {
  id: ID!
  type: ViewerType!
}

input LabelFilter {
  key: String!
  query: String
}

input BasicCredentialDataInput {
  username: String!
  password: String!
}

input OAuthCredentialDataInput {
  clientId: ID!
  clientSecret: String!
  url: String!
}

input CertificateOAuthCredentialDataInput {
  clientId: ID!
  certificate: String!
  url: String!
}

"Exactly one of the three."
input CredentialDataInput {
  basic: BasicCredentialDataInput
  oauth: OAuthCredentialDataInput
  certificateOAuth: CertificateOAuthCredentialDataInput
}

input CSRFTokenCredentialRequestAuthInput {
  tokenEndpointURL: String!
  credential: CredentialDataInput
  additionalHeaders: HttpHeaders
  additionalHeadersSerialized: HttpHeadersSerialized
  additionalQueryParams: QueryParams
  additionalQueryParamsSerialized: QueryParamsSerialized
}

input CredentialRequestAuthInput {
  csrf: CSRFTokenCredentialRequestAuthInput
}

input AuthInput {
  credential: CredentialDataInput
  accessStrategy: String
  additionalHeaders: HttpHeaders
  additionalHeadersSerialized: HttpHeadersSerialized
  additionalQueryParams: QueryParams
  additionalQueryParamsSerialized: QueryParamsSerialized
  requestAuth: CredentialRequestAuthInput
  "Has no effect: certificates and one-time tokens come from pairing."
  certCommonName: String
  "Has no effect: certificates and one-time tokens come from pairing."
  oneTimeToken: OneTimeTokenInput
}

input OneTimeTokenInput {
  token: String!
  connectorURL: String
  used: Boolean!
  expiresAt: Timestamp!
  createdAt: Timestamp!
  usedAt: Timestamp!
  raw: String
  rawEncoded: String
  type: OneTimeTokenType
}

input WebhookInput {
  type: WebhookType!
  "Exactly one of url and urlTemplate."
  url: String
  urlTemplate: String
  inputTemplate: String
  headerTemplate: String
  outputTemplate: String
  statusTemplate: String
  auth: AuthInput
  mode: WebhookMode
  "Has no effect: webhooks of every version are called in the same way."
  version: String
  correlationIdKey: String
  "Seconds."
  retryInterval: Int
  "Seconds."
  timeout: Int
}

input VersionInput {
  value: String!
  deprecated: Boolean = false
  deprecatedSince: String
  forRemoval: Boolean = false
}

"Credentials are of the kinds basic and oauth; a mode other than SINGLE, or a filter, makes the fetch fail."
input FetchRequestInput {
  url: String!
  auth: AuthInput
  mode: FetchMode = SINGLE
  filter: String
}

"Exactly one of data, of at most 5 MB, and fetchRequest, of at most 64 MB; ODATA in XML or JSON, OPEN_API in JSON or YAML."
input APISpecInput {
  data: CLOB
  type: APISpecType!
  format: SpecFormat!
  fetchRequest: FetchRequestInput
}

"Exactly one of data, of at most 5 MB, and fetchRequest, of at most 64 MB; ASYNC_API in JSON or YAML."
input EventSpecInput {
  data: CLOB
  type: EventSpecType!
  format: SpecFormat!
  fetchRequest: FetchRequestInput
}

input APIDefinitionInput {
  name: String!
  description: String
  targetURL: String!
  group: String
  spec: APISpecInput
  version: VersionInput
}

input EventDefinitionInput {
  name: String!
  description: String
  group: String
  spec: EventSpecInput
  version: VersionInput
}

input DocumentInput {
  title: String!
  displayName: String!
  description: String!
  format: DocumentFormat!
  kind: String
  "At most one of data, of at most 5 MB, and fetchRequest, of at most 64 MB."
  data: CLOB
  fetchRequest: FetchRequestInput
}

input BundleCreateInput {
  name: String!
  description: String
  instanceAuthRequestInputSchema: JSONSchema
  defaultInstanceAuth: AuthInput
  apiDefinitions: [APIDefinitionInput!]
  eventDefinitions: [EventDefinitionInput!]
  documents: [DocumentInput!]
  correlationIDs: [String!]
}

input BundleUpdateInput {
  name: String!
  description: String
  instanceAuthRequestInputSchema: JSONSchema
  defaultInstanceAuth: AuthInput
}

input ApplicationRegisterInput {
  name: String!
  providerName: String
  description: String
  labels: Labels
  webhooks: [WebhookInput!]
  healthCheckURL: String
  baseUrl: String
  applicationNamespace: String
  localTenantID: String
  integrationSystemID: ID
  statusCondition: ApplicationStatusCondition
  bundles: [BundleCreateInput!]
}

input ApplicationUpdateInput {
  providerName: String
  description: String
  healthCheckURL: String
  baseUrl: String
  applicationNamespace: String
  localTenantID: String
  integrationSystemID: ID
  statusCondition: ApplicationStatusCondition
}

input RuntimeRegisterInput {
  name: String!
  description: String
  labels: Labels
  webhooks: [WebhookInput!]
  statusCondition: RuntimeStatusCondition
  applicationNamespace: String
}

input RuntimeUpdateInput {
  name: String!
  description: String
  labels: Labels
  statusCondition: RuntimeStatusCondition
  applicationNamespace: String
}

type Query {
  application(id: ID!): Application
  applications(filter: [LabelFilter!], first: Int = 200, after: PageCursor): ApplicationPage!
  applicationsForRuntime(runtimeID: ID!, first: Int = 200, after: PageCursor): ApplicationPage!
  runtime(id: ID!): Runtime
  runtimes(filter: [LabelFilter!], first: Int = 200, after: PageCursor): RuntimePage!
  viewer: Viewer!
}

type Mutation {
  registerApplication(in: ApplicationRegisterInput!, mode: OperationMode = SYNC): Application!
  updateApplication(id: ID!, in: ApplicationUpdateInput!): Application!
  unregisterApplication(id: ID!, mode: OperationMode = SYNC): Application!
  registerRuntime(in: RuntimeRegisterInput!): Runtime!
  updateRuntime(id: ID!, in: RuntimeUpdateInput!): Runtime!
  unregisterRuntime(id: ID!): Runtime!

  addBundle(applicationID: ID!, in: BundleCreateInput!): Bundle!
  updateBundle(id: ID!, in: BundleUpdateInput!): Bundle!
  deleteBundle(id: ID!): Bundle!
  addAPIDefinitionToBundle(bundleID: ID!, in: APIDefinitionInput!): APIDefinition!
  updateAPIDefinition(id: ID!, in: APIDefinitionInput!): APIDefinition!
  deleteAPIDefinition(id: ID!): APIDefinition!
  addEventDefinitionToBundle(bundleID: ID!, in: EventDefinitionInput!): EventDefinition!
  updateEventDefinition(id: ID!, in: EventDefinitionInput!): EventDefinition!
  deleteEventDefinition(id: ID!): EventDefinition!
  addDocumentToBundle(bundleID: ID!, in: DocumentInput!): Document!
  deleteDocument(id: ID!): Document!

  setApplicationLabel(applicationID: ID!, key: String!, value: Any!): Label!
  deleteApplicationLabel(applicationID: ID!, key: String!): Label!
  setRuntimeLabel(runtimeID: ID!, key: String!, value: Any!): Label!
  deleteRuntimeLabel(runtimeID: ID!, key: String!): Label!

  addWebhook(applicationID: ID, applicationTemplateID: ID, runtimeID: ID, formationTemplateID: ID, in: WebhookInput!): Webhook!
  updateWebhook(webhookID: ID!, in: WebhookInput!): Webhook!
  deleteWebhook(webhookID: ID!): Webhook!

  """
  \`keyThumbprint\` binds the token, and those it is turned into, to one key: the SHA-256 of its public key (DER of the SubjectPublicKeyInfo),
  as base64url without padding. A CSR for another key is refused. With \`systemAuthID\` the token brings the holder of that System Auth back as
  who it was, when its certificate expired or was revoked.
  """
  requestOneTimeTokenForApplication(id: ID!, systemAuthID: ID, keyThumbprint: String): OneTimeTokenForApplication!
  "\`systemAuthID\` and \`keyThumbprint\` as for an Application."
  requestOneTimeTokenForRuntime(id: ID!, systemAuthID: ID, keyThumbprint: String): OneTimeTokenForRuntime!

  setDefaultEventingForApplication(appID: String!, runtimeID: String!): ApplicationEventingConfiguration!
  deleteDefaultEventingForApplication(appID: String!): ApplicationEventingConfiguration!
}

type ApplicationWithTenants {
  application: Application!
  tenants: [Tenant!]
}

type ApplicationWithTenantsPage implements Pageable {
  data: [ApplicationWithTenants!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

type TenantBusinessType {
  id: ID!
  code: String!
  name: String!
}

extend type Application {
  "Always null."
  tenantBusinessType: TenantBusinessType
}

extend type Query {
  applicationsGlobal(filter: [LabelFilter!], first: Int = 200, after: PageCursor): ApplicationWithTenantsPage!
  "Always null: Applications have no system number here."
  applicationBySystemNumber(systemNumber: String!): Application
  applicationsByLocalTenantID(localTenantID: String!, filter: [LabelFilter!], first: Int = 200, after: PageCursor): ApplicationPage!
  "The first one with this local tenant that was made from this template."
  applicationByLocalTenantIDAndAppTemplateID(localTenantID: String!, applicationTemplateID: ID!): Application
  "Always null: tokens of Runtimes have one issuer, this system."
  runtimeByTokenIssuer(issuer: String!): Runtime
}

extend type Mutation {
  mergeApplications(destinationID: ID!, sourceID: ID!): Application!
}

enum ApplicationTemplateAccessLevel {
  GLOBAL
}

type PlaceholderDefinition {
  name: String!
  description: String
  jsonPath: String
  optional: Boolean
}

"What Applications of one kind have in common. Its access level is GLOBAL within its tenant."
type ApplicationTemplate {
  id: ID!
  name: String!
  description: String
  applicationNamespace: String
  "They count for its Applications that have none of that type; null without the scope to read them."
  webhooks: [Webhook!]
  "JSON of the input that its Applications are registered with, without credentials for who cannot change it."
  applicationInput: String!
  placeholders: [PlaceholderDefinition!]!
  labels(key: String): Labels
  accessLevel: ApplicationTemplateAccessLevel!
  createdAt: Timestamp!
  updatedAt: Timestamp!
}

type ApplicationTemplatePage implements Pageable {
  data: [ApplicationTemplate!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

input PlaceholderDefinitionInput {
  "Up to 36 lower case letters, digits, - and . that begin with a letter."
  name: String!
  description: String
  "Where its value stands in a placeholdersPayload: $.a.b[0]."
  jsonPath: String
  "Without a value, a text that consists of it is left out."
  optional: Boolean
}

"As ApplicationRegisterInput, with {{placeholders}} in any text."
input ApplicationJSONInput {
  name: String!
  providerName: String
  description: String
  labels: Labels
  webhooks: [WebhookInput!]
  healthCheckURL: String
  baseUrl: String
  applicationNamespace: String
  localTenantID: String
  integrationSystemID: ID
  statusCondition: ApplicationStatusCondition
  bundles: [BundleCreateInput!]
}

"Placeholders have distinct names, each is used in the application input, and no other is."
input ApplicationTemplateInput {
  name: String!
  description: String
  applicationNamespace: String
  webhooks: [WebhookInput!]
  labels: Labels
  applicationInput: ApplicationJSONInput!
  placeholders: [PlaceholderDefinitionInput!]
  accessLevel: ApplicationTemplateAccessLevel!
}

"Labels and webhooks stay as they are where the input has none."
input ApplicationTemplateUpdateInput {
  name: String!
  description: String
  applicationNamespace: String
  webhooks: [WebhookInput!]
  labels: Labels
  applicationInput: ApplicationJSONInput!
  placeholders: [PlaceholderDefinitionInput!]
  accessLevel: ApplicationTemplateAccessLevel!
}

input TemplateValueInput {
  placeholder: String!
  value: String!
}

"A value for each placeholder: either by name, or all in a payload where jsonPath finds them."
input ApplicationFromTemplateInput {
  "The id of the template, as a check of its name."
  id: ID
  templateName: String!
  values: [TemplateValueInput]
  "JSON."
  placeholdersPayload: String
  "In addition to those of the template's input."
  labels: Labels
}

extend type Application {
  "Null without the scope to read it."
  applicationTemplate: ApplicationTemplate
}

extend type Query {
  applicationTemplate(id: ID!): ApplicationTemplate
  applicationTemplates(filter: [LabelFilter!], first: Int = 200, after: PageCursor): ApplicationTemplatePage!
}

extend type Mutation {
  createApplicationTemplate(in: ApplicationTemplateInput!): ApplicationTemplate!
  "Applications that were made from it stay as they are, also with override."
  updateApplicationTemplate(id: ID!, override: Boolean, in: ApplicationTemplateUpdateInput!): ApplicationTemplate!
  "Refused while there are Applications made from it."
  deleteApplicationTemplate(id: ID!): ApplicationTemplate!
  "The Application gets the template's name as its label applicationType, unless it is given another."
  registerApplicationFromTemplate(in: ApplicationFromTemplateInput!): Application!
}

"Runtimes with this label are assigned to the formation of this name."
type AutomaticScenarioAssignment {
  scenarioName: String!
  selector: Label!
}

type AutomaticScenarioAssignmentPage implements Pageable {
  data: [AutomaticScenarioAssignment!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

input LabelSelectorInput {
  key: String!
  value: String!
}

input AutomaticScenarioAssignmentSetInput {
  scenarioName: String!
  selector: LabelSelectorInput!
}

extend type Query {
  automaticScenarioAssignments(first: Int = 200, after: PageCursor): AutomaticScenarioAssignmentPage
  automaticScenarioAssignmentForScenario(scenarioName: String!): AutomaticScenarioAssignment
  automaticScenarioAssignmentsForSelector(selector: LabelSelectorInput!): [AutomaticScenarioAssignment!]!
}

extend type Mutation {
  "For the Runtimes that are there and those to come; a formation has one at most."
  createAutomaticScenarioAssignment(in: AutomaticScenarioAssignmentSetInput!): AutomaticScenarioAssignment!
  "Takes the Runtimes out again that have the label."
  deleteAutomaticScenarioAssignmentForScenario(scenarioName: String!): AutomaticScenarioAssignment!
  deleteAutomaticScenarioAssignmentsForSelector(selector: LabelSelectorInput!): [AutomaticScenarioAssignment!]!
}

"""
The credentials of one Runtime for an API Definition: those that its bundle has for it, or the default ones. For clients older than bundles.
"""
type APIRuntimeAuth {
  runtimeID: ID!
  auth: Auth
}

extend type Application {
  "Every API Definition, in bundles or not. For clients older than bundles."
  apiDefinitions(group: String, first: Int = 200, after: PageCursor): APIDefinitionPage
  "Every Event Definition, in bundles or not. For clients older than bundles."
  eventDefinitions(group: String, first: Int = 200, after: PageCursor): EventDefinitionPage
  "Every document. For clients older than bundles."
  documents(first: Int = 200, after: PageCursor): DocumentPage
}

extend type APIDefinition {
  applicationID: ID!
  "The default credentials of its bundle."
  defaultAuth: Auth
  auth(runtimeID: ID!): APIRuntimeAuth!
  auths: [APIRuntimeAuth!]!
}

extend type EventDefinition {
  applicationID: ID!
}

extend type Document {
  applicationID: ID!
}

extend input ApplicationRegisterInput {
  "Put into a bundle. For clients older than bundles."
  apiDefinitions: [APIDefinitionInput!]
  "Put into a bundle. For clients older than bundles."
  eventDefinitions: [EventDefinitionInput!]
  "Put into a bundle. For clients older than bundles."
  documents: [DocumentInput!]
}

extend input ApplicationUpdateInput {
  "Refused unless it is the name that the Application has."
  name: String
}

extend input APIDefinitionInput {
  "In a registration beside bundles, the credentials of the bundle that is made; refused elsewhere."
  defaultAuth: AuthInput
}

extend type Mutation {
  setAPIAuth(apiID: ID!, runtimeID: ID!, in: AuthInput!): APIRuntimeAuth!
  deleteAPIAuth(apiID: ID!, runtimeID: ID!): APIRuntimeAuth!
  addDocument(applicationID: ID!, in: DocumentInput!): Document!
}

"Certificates come from this system's own authority; the page is always empty."
type CertificateSubjectMapping {
  id: ID!
  subject: String!
  consumerType: String!
  internalConsumerID: String
  tenantAccessLevels: [String!]!
  createdAt: Timestamp
  updatedAt: Timestamp
}

type CertificateSubjectMappingPage implements Pageable {
  data: [CertificateSubjectMapping!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

input CertificateSubjectMappingInput {
  subject: String!
  consumerType: String!
  internalConsumerID: String
  tenantAccessLevels: [String!]!
}

extend type Query {
  certificateSubjectMapping(id: ID!): CertificateSubjectMapping!
  certificateSubjectMappings(first: Int = 300, after: PageCursor): CertificateSubjectMappingPage!
}

extend type Mutation {
  createCertificateSubjectMapping(in: CertificateSubjectMappingInput!): CertificateSubjectMapping
  updateCertificateSubjectMapping(id: ID!, in: CertificateSubjectMappingInput!): CertificateSubjectMapping
  deleteCertificateSubjectMapping(id: ID!): CertificateSubjectMapping
}

extend type Application {
  "One of this Application, in a bundle or not."
  apiDefinition(id: ID!): APIDefinition
  "One of this Application, in a bundle or not."
  eventDefinition(id: ID!): EventDefinition
}

extend type Query {
  "Every API Definition of an Application, in bundles or not; null for an Application that does not exist."
  apisForApplication(appID: ID!, first: Int = 200, after: PageCursor): APIDefinitionPage
  "Every Event Definition of an Application, in bundles or not; null for an Application that does not exist."
  eventsForApplication(appID: ID!, first: Int = 200, after: PageCursor): EventDefinitionPage
}

extend type Mutation {
  "Has the text fetched again; the one that there is stays until then. A specification without a fetch request answers as it is."
  refetchAPISpec(apiID: ID!): APISpec!
  "Has the text fetched again; the one that there is stays until then. A specification without a fetch request answers as it is."
  refetchEventDefinitionSpec(eventID: ID!): EventSpec!
  "Adds an API Definition to no bundle, but to the Application itself."
  addAPIDefinitionToApplication(appID: ID!, in: APIDefinitionInput!): APIDefinition!
  "The same as updateAPIDefinition: a definition is changed where it stands."
  updateAPIDefinitionForApplication(id: ID!, in: APIDefinitionInput!): APIDefinition!
  "Adds an Event Definition to no bundle, but to the Application itself."
  addEventDefinitionToApplication(appID: ID!, in: EventDefinitionInput!): EventDefinition!
  "The same as updateEventDefinition: a definition is changed where it stands."
  updateEventDefinitionForApplication(id: ID!, in: EventDefinitionInput!): EventDefinition!
}

enum DeliveryState {
  "It was not made yet, or is tried again."
  PENDING
  "The endpoint answered with a 2xx."
  SUCCEEDED
  "It was given up: see \`failure\`."
  FAILED
  "The endpoint answered 410."
  GONE
  "The webhook was deleted before."
  DROPPED
}

enum DeliveryFailure {
  "The last attempt of the schedule failed."
  ATTEMPTS_EXHAUSTED
  "The endpoint gave no answer, to other deliveries either, for as long as the schedule lasts."
  ENDPOINT_UNREACHABLE
  "The webhook is disabled."
  WEBHOOK_DISABLED
  "The dispatcher ended during every attempt."
  ATTEMPTS_CUT_OFF
}

"One call of the endpoint, or one that could not be made."
type DeliveryAttempt {
  timestamp: Timestamp!
  "Milliseconds."
  duration: Int!
  "The status of the answer; null without one."
  status: Int
  "Why it failed; null if it did not."
  error: String
  """
  The first 1,024 bytes of the answer's body as text; null if it had none. Credentials that were sent to the endpoint are replaced by \`***\`.
  """
  body: String
}

"One event on its way to one webhook. It is kept for 30 days."
type Delivery {
  "The \`webhook-id\` of its requests."
  id: ID!
  webhookID: ID!
  applicationID: ID!
  "The template that has the webhook, if the Application has not."
  applicationTemplateID: ID
  eventID: ID!
  "The type of the event, which is the \`data.reason\` of its requests; null for one that an earlier release made."
  eventType: String
  state: DeliveryState!
  "Why it is FAILED; null unless it is."
  failure: DeliveryFailure
  createdAt: Timestamp!
  "Null unless another attempt is to come."
  nextAttemptAt: Timestamp
  "The oldest first. An attempt that a crash cut off is missing."
  attempts: [DeliveryAttempt!]!
}

type DeliveryPage {
  data: [Delivery!]!
  pageInfo: PageInfo!
}

input DeliveryFilter {
  states: [DeliveryState!]
  eventTypes: [String!]
  "Made then or later."
  from: Timestamp
  "Made then or earlier."
  to: Timestamp
}

extend type Query {
  """
  The deliveries of an Application, or to a webhook, the latest first; exactly one of both ids. An Application sees those to its own webhooks. A page can
  have fewer elements than were asked for, and none, while \`hasNextPage\` is true: one that was filtered, and one of large records.
  """
  deliveries(applicationID: ID, webhookID: ID, filter: DeliveryFilter, first: Int = 100, after: PageCursor): DeliveryPage!
}

extend type Mutation {
  """
  Has a delivery that ended begin anew within a minute, whatever its state, with the same \`webhook-id\` and body. The webhook must be enabled. A delivery is
  attempted 100 times at most.
  """
  redeliver(id: ID!): Delivery!
}

enum FormationAssignmentType {
  APPLICATION
  RUNTIME
  RUNTIME_CONTEXT
}

enum AssignmentOperationType {
  ASSIGN
  UNASSIGN
  INSTANCE_CREATOR_UNASSIGN
}

enum OperationTrigger {
  ASSIGN_OBJECT
  UNASSIGN_OBJECT
  RESET
  RESYNC
}

union FormationParticipant = Application | Runtime | RuntimeContext

type AssignmentOperation {
  id: ID!
  operationType: AssignmentOperationType!
  formationAssignmentID: ID!
  formationID: ID!
  triggeredBy: OperationTrigger!
  startedAtTimestamp: Timestamp
  finishedAtTimestamp: Timestamp
}

type AssignmentOperationPage implements Pageable {
  data: [AssignmentOperation!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

"Members of a formation do not configure each other here; the page is always empty."
type FormationAssignment {
  id: ID!
  source: ID!
  sourceType: FormationAssignmentType!
  sourceEntity: FormationParticipant!
  target: ID!
  targetType: FormationAssignmentType!
  targetEntity: FormationParticipant!
  state: String!
  value: String
  configuration: String
  error: String
  assignmentOperations(first: Int = 200, after: PageCursor): AssignmentOperationPage
  lastStateChangeTimestamp: Timestamp
  lastNotificationSentTimestamp: Timestamp
}

type FormationAssignmentPage implements Pageable {
  data: [FormationAssignment!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

extend type Formation {
  "Always null."
  formationAssignment(id: ID!): FormationAssignment
  formationAssignments(first: Int = 200, after: PageCursor): FormationAssignmentPage
}

extend type Mutation {
  "Answers the formation as it is: it has no notifications that could fail."
  resynchronizeFormationNotifications(formationID: ID!, reset: Boolean): Formation!
}

enum ConstraintScope {
  GLOBAL
  FORMATION_TYPE
}

enum ConstraintType {
  PRE
  POST
  UI
}

enum ResourceType {
  APPLICATION
  RUNTIME
  RUNTIME_CONTEXT
  TENANT
  FORMATION
}

enum TargetOperation {
  ASSIGN_FORMATION
  UNASSIGN_FORMATION
  CREATE_FORMATION
  DELETE_FORMATION
  GENERATE_FORMATION_ASSIGNMENT_NOTIFICATION
  GENERATE_FORMATION_NOTIFICATION
  LOAD_FORMATIONS
  SELECT_SYSTEMS_FOR_FORMATION
  SEND_NOTIFICATION
  NOTIFICATION_STATUS_RETURNED
}

"Nothing creates constraints here; the lists are always empty."
type FormationConstraint {
  id: ID!
  name: String!
  description: String!
  constraintType: String!
  targetOperation: String!
  operator: String!
  resourceType: String!
  resourceSubtype: String!
  inputTemplate: String!
  constraintScope: String!
  priority: Int!
  createdAt: Timestamp!
}

type ConstraintReference {
  constraintID: ID!
  formationTemplateID: ID!
}

input FormationConstraintInput {
  name: String!
  description: String
  constraintType: ConstraintType!
  targetOperation: TargetOperation!
  operator: String!
  resourceType: ResourceType!
  resourceSubtype: String!
  inputTemplate: String!
  constraintScope: ConstraintScope!
  priority: Int
}

input FormationConstraintUpdateInput {
  inputTemplate: String!
  priority: Int
  description: String
}

extend type FormationTemplate {
  formationConstraints: [FormationConstraint!]
}

extend type Query {
  formationConstraints: [FormationConstraint!]!
  formationConstraint(id: ID!): FormationConstraint!
  formationConstraintsByFormationType(formationTemplateID: ID!): [FormationConstraint!]!
}

extend type Mutation {
  createFormationConstraint(formationConstraint: FormationConstraintInput!): FormationConstraint!
  updateFormationConstraint(id: ID!, in: FormationConstraintUpdateInput!): FormationConstraint!
  deleteFormationConstraint(id: ID!): FormationConstraint!
  attachConstraintToFormationTemplate(constraintID: ID!, formationTemplateID: ID!): ConstraintReference!
  detachConstraintFromFormationTemplate(constraintID: ID!, formationTemplateID: ID!): ConstraintReference!
}

enum ArtifactType {
  SUBSCRIPTION
  SERVICE_INSTANCE
  ENVIRONMENT_INSTANCE
}

"What formations made from it take in. A list of types that is empty or absent takes every type."
type FormationTemplate {
  id: ID!
  name: String!
  "Values of the label applicationType."
  applicationTypes: [String!]!
  "Values of the label runtimeType."
  runtimeTypes: [String!]
  runtimeTypeDisplayName: String
  runtimeArtifactKind: ArtifactType
  leadingProductIDs: [String!]
  supportsReset: Boolean!
  "Templates have no webhooks here; always null."
  webhooks: [Webhook!]
  "Who may find formations made from it; kept as it was given."
  discoveryConsumers: [String!]
  labels(key: String): Labels
  createdAt: Timestamp!
  updatedAt: Timestamp
}

type FormationTemplatePage implements Pageable {
  data: [FormationTemplate!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

input FormationTemplateRegisterInput {
  name: String!
  applicationTypes: [String!]!
  runtimeTypes: [String!]
  runtimeTypeDisplayName: String
  runtimeArtifactKind: ArtifactType
  leadingProductIDs: [String!]
  supportsReset: Boolean
  discoveryConsumers: [String!]
  labels: Labels
  "Refused unless it is empty."
  webhooks: [WebhookInput!]
}

"Labels stay as they are where the input has none."
input FormationTemplateUpdateInput {
  name: String!
  applicationTypes: [String!]!
  runtimeTypes: [String!]
  runtimeTypeDisplayName: String
  runtimeArtifactKind: ArtifactType
  leadingProductIDs: [String!]
  supportsReset: Boolean
  discoveryConsumers: [String!]
  labels: Labels
  "Refused unless it is empty."
  webhooks: [WebhookInput!]
}

input LabelInput {
  key: String!
  value: Any!
}

extend type Query {
  formationTemplate(id: ID!): FormationTemplate
  formationTemplates(filter: [LabelFilter!], first: Int = 200, after: PageCursor): FormationTemplatePage!
  formationTemplatesByName(name: String!, first: Int = 200, after: PageCursor): FormationTemplatePage!
  "The formations that an Application or Runtime is in; none for what does not exist."
  formationsForObject(objectID: String!): [Formation!]!
}

extend type Mutation {
  createFormationTemplate(in: FormationTemplateRegisterInput!): FormationTemplate
  updateFormationTemplate(id: ID!, in: FormationTemplateUpdateInput!): FormationTemplate
  "Refused while there are formations made from it."
  deleteFormationTemplate(id: ID!): FormationTemplate
  setFormationTemplateLabel(formationTemplateID: ID!, in: LabelInput!): Label!
  deleteFormationTemplateLabel(formationTemplateID: ID!, key: String!): Label!
}

enum FormationObjectType {
  APPLICATION
  RUNTIME
  RUNTIME_CONTEXT
  TENANT
}

enum FormationStatusCondition {
  IN_PROGRESS
  ERROR
  READY
  DRAFT
}

type FormationStatusError {
  assignmentID: ID
  message: String!
  errorCode: Int!
}

"READY as soon as the formation exists: its members are told by webhooks of their own."
type FormationStatus {
  condition: FormationStatusCondition!
  errors: [FormationStatusError!]
}

type FormationError {
  message: String!
  errorCode: Int!
}

type Formation {
  id: ID!
  tenantID: ID!
  name: String!
  formationTemplateId: ID!
  state: String!
  "Always null."
  error: FormationError
  status: FormationStatus!
  "Always null."
  lastStateChangeTimestamp: Timestamp
  "Always null."
  lastNotificationSentTimestamp: Timestamp
}

type FormationPage implements Pageable {
  data: [Formation!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

input FormationInput {
  name: String!
  templateName: String
  state: String
}

"What one member of a formation is to know of another from the start."
input InitialConfiguration {
  sourceID: ID!
  targetID: ID!
  configuration: String!
}

extend type Query {
  formation(id: ID!): Formation
  formationByName(name: String!): Formation
  formations(first: Int = 200, after: PageCursor): FormationPage!
}

extend type Mutation {
  createFormation(formation: FormationInput!): Formation!
  deleteFormation(formation: FormationInput!): Formation!
  """
  Of type TENANT: the Runtimes with the label global_subaccount_id of this value, those that are there and those to come. Initial configurations are
  refused.
  """
  assignFormation(
    objectID: ID!
    objectType: FormationObjectType!
    formation: FormationInput!
    initialConfigurations: [InitialConfiguration!]
  ): Formation!
  unassignFormation(objectID: ID!, objectType: FormationObjectType!, formation: FormationInput!): Formation!
  "As unassignFormation, by the formation's id."
  unassignFormationGlobal(objectID: ID!, objectType: FormationObjectType!, formation: ID!): Formation!
  finalizeDraftFormation(formationID: ID!): Formation!
}

enum HealthCheckType {
  MANAGEMENT_PLANE_APPLICATION_HEALTHCHECK
}

enum HealthCheckStatusCondition {
  SUCCEEDED
  FAILED
}

"How the last probe of an Application's healthCheckURL ended."
type HealthCheck {
  type: HealthCheckType!
  condition: HealthCheckStatusCondition!
  "The id of the Application."
  origin: ID
  "Why it failed."
  message: String
  timestamp: Timestamp!
}

type HealthCheckPage implements Pageable {
  data: [HealthCheck!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

extend type Query {
  "Of the Applications with a healthCheckURL that was probed at least once."
  healthChecks(types: [HealthCheckType!], origin: ID, first: Int = 200, after: PageCursor): HealthCheckPage!
}

enum BundleInstanceAuthSetStatusConditionInput {
  SUCCEEDED
  FAILED
}

input BundleInstanceAuthRequestInput {
  id: ID
  "Handed back as it came."
  context: JSON
  "Must satisfy the bundle's instanceAuthRequestInputSchema."
  inputParams: JSON
}

"A given status needs a message and a reason."
input BundleInstanceAuthStatusInput {
  condition: BundleInstanceAuthSetStatusConditionInput! = SUCCEEDED
  message: String!
  reason: String!
}

"At least one of the two; with auth, the status can only be SUCCEEDED."
input BundleInstanceAuthSetInput {
  auth: AuthInput
  status: BundleInstanceAuthStatusInput
}

"Exactly one of runtimeID and runtimeContextID."
input BundleInstanceAuthCreateInput {
  context: JSON
  inputParams: JSON
  auth: AuthInput!
  runtimeID: ID
  runtimeContextID: ID
}

"What is absent is kept."
input BundleInstanceAuthUpdateInput {
  context: JSON
  inputParams: JSON
  auth: AuthInput
}

extend type Bundle {
  "A Runtime sees its own only."
  instanceAuth(id: ID!): BundleInstanceAuth
}

extend type Query {
  "A Runtime sees its own only."
  bundleInstanceAuth(id: ID!): BundleInstanceAuth
  "The bundle that credentials are for."
  bundleByInstanceAuth(authID: ID!): Bundle
}

extend type Mutation {
  "Asks for credentials to a bundle. The Application is notified through its CONFIGURATION_CHANGED webhooks, unless the bundle has default credentials."
  requestBundleInstanceAuthCreation(bundleID: ID!, in: BundleInstanceAuthRequestInput!): BundleInstanceAuth!
  "Gives credentials back. The Application is notified, revokes them and deletes them here."
  requestBundleInstanceAuthDeletion(authID: ID!): BundleInstanceAuth!
  "The Application's answer to a request."
  setBundleInstanceAuth(authID: ID!, in: BundleInstanceAuthSetInput!): BundleInstanceAuth!
  deleteBundleInstanceAuth(authID: ID!): BundleInstanceAuth!
  createBundleInstanceAuth(bundleID: ID!, in: BundleInstanceAuthCreateInput!): BundleInstanceAuth!
  updateBundleInstanceAuth(id: ID!, bundleID: ID!, in: BundleInstanceAuthUpdateInput!): BundleInstanceAuth!
}

"Nothing creates integration dependencies here; the page is always empty."
type IntegrationDependency {
  id: ID!
  name: String!
  description: String
  ordID: String
  partOfPackage: String
  visibility: String
  releaseStatus: String
  mandatory: Boolean
  aspects: [Aspect!]
  version: Version
  labels: Labels
  created_at: Timestamp
  updated_at: Timestamp
  deleted_at: Timestamp
  error: String
}

type IntegrationDependencyPage implements Pageable {
  data: [IntegrationDependency!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

type Aspect {
  id: ID!
  name: String!
  description: String
  mandatory: Boolean
  apiResources: [AspectAPIDefinition!]
  eventResources: [AspectEventDefinition!]
  created_at: Timestamp
  updated_at: Timestamp
  deleted_at: Timestamp
  error: String
}

type AspectAPIDefinition {
  ordID: String!
}

type AspectEventDefinition {
  ordID: String!
  subset: [AspectEventDefinitionSubset!]
  created_at: Timestamp
  updated_at: Timestamp
  deleted_at: Timestamp
  error: String
}

type AspectEventDefinitionSubset {
  eventType: String
}

input AspectAPIDefinitionInput {
  ordID: String
  ordId: String
}

input AspectEventDefinitionInput {
  ordID: String
  ordId: String
  subset: [AspectEventDefinitionSubsetInput]
}

input AspectEventDefinitionSubsetInput {
  eventType: String
}

input AspectInput {
  name: String!
  description: String
  mandatory: Boolean
  apiResources: [AspectAPIDefinitionInput!]
  eventResources: [AspectEventDefinitionInput!]
}

input IntegrationDependencyInput {
  name: String!
  description: String
  ordID: String
  partOfPackage: ID
  visibility: String
  releaseStatus: String
  mandatory: Boolean
  aspects: [AspectInput!]
  version: VersionInput
}

extend type Application {
  integrationDependencies(first: Int = 200, after: PageCursor): IntegrationDependencyPage
}

extend type Mutation {
  addIntegrationDependencyToApplication(appID: ID!, in: IntegrationDependencyInput!): IntegrationDependency!
  deleteIntegrationDependency(id: ID!): IntegrationDependency!
}

"A program that looks after Applications and Runtimes of its tenant, or of all tenants."
type IntegrationSystem {
  id: ID!
  name: String!
  description: String
  "If true it acts in the tenant that the header Tenant chooses: the one it was registered in, or any that writeTenants described. It is administered in the former."
  allTenants: Boolean!
  auths: [IntSysSystemAuth!]
}

type IntegrationSystemPage implements Pageable {
  data: [IntegrationSystem!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

type IntSysSystemAuth implements SystemAuth {
  id: ID!
  auth: Auth
  type: SystemAuthReferenceType
  referenceObjectId: ID
  tenantId: String
  "Null for credentials of earlier versions."
  origin: SystemAuthOrigin
  "When the credential was used last, to within six hours."
  lastSeenAt: Timestamp
}

input IntegrationSystemInput {
  "Unique in the tenant: lower case letters, digits, - and ., at most 36."
  name: String!
  description: String
  "Whether it acts in all tenants, which an operator of the platform decides. Default: true if the caller is an operator, too. Cannot be changed."
  allTenants: Boolean
}

extend type Query {
  "One of the tenant, or of all tenants."
  integrationSystem(id: ID!): IntegrationSystem
  "Those that were registered in the tenant."
  integrationSystems(first: Int = 200, after: PageCursor): IntegrationSystemPage!
}

extend type Mutation {
  registerIntegrationSystem(in: IntegrationSystemInput!): IntegrationSystem!
  updateIntegrationSystem(id: ID!, in: IntegrationSystemInput!): IntegrationSystem!
  "Ends its credentials too; refused while Applications name it as theirs."
  unregisterIntegrationSystem(id: ID!): IntegrationSystem!
}

type LabelDefinition {
  key: String!
  schema: JSONSchema
}

input LabelDefinitionInput {
  key: String!
  "Without a schema the label takes every value."
  schema: JSONSchema
}

extend type Query {
  "With that of scenarios, which follows from the formations."
  labelDefinitions: [LabelDefinition!]!
  labelDefinition(key: String!): LabelDefinition
}

extend type Mutation {
  """
  Refused when there are labels that violate the schema. That of scenarios lists the formations: others are created, and those that it leaves out are
  deleted, if nothing is in them.
  """
  createLabelDefinition(in: LabelDefinitionInput!): LabelDefinition!
  "As createLabelDefinition, for a label that has a definition."
  updateLabelDefinition(in: LabelDefinitionInput!): LabelDefinition!
  deleteLabelDefinition(key: String!, deleteRelatedLabels: Boolean = false): LabelDefinition!
}

"Nothing creates runtime contexts here; the page is always empty."
type RuntimeContext {
  id: ID!
  key: String!
  value: String!
  labels(key: String): Labels
}

type RuntimeContextPage implements Pageable {
  data: [RuntimeContext!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

input RuntimeContextInput {
  key: String!
  value: String!
}

extend type Runtime {
  runtimeContexts(first: Int = 200, after: PageCursor): RuntimeContextPage
  "Always null."
  runtimeContext(id: ID!): RuntimeContext
}

extend type Mutation {
  registerRuntimeContext(runtimeID: ID!, in: RuntimeContextInput!): RuntimeContext!
  updateRuntimeContext(id: ID!, in: RuntimeContextInput!): RuntimeContext!
  unregisterRuntimeContext(id: ID!): RuntimeContext!
}

enum OperationStatus {
  SCHEDULED
  IN_PROGRESS
  COMPLETED
  FAILED
}

enum OperationErrorSeverity {
  NONE
  INFO
  WARNING
  ERROR
}

enum ScheduledOperationType {
  ORD_AGGREGATION
  SYSTEM_FETCHING
  SAAS_REGISTRY_DISCOVERY
}

"What an operation of the mode ASYNC does to an object."
enum OperationType {
  CREATE
  UPDATE
  DELETE
}

"Nothing is scheduled here; the list is always empty."
type Operation {
  id: ID!
  operationType: ScheduledOperationType!
  status: OperationStatus!
  error: String
  errorSeverity: OperationErrorSeverity!
  createdAt: Timestamp
  updatedAt: Timestamp
}

extend type Application {
  operations: [Operation]
}

extend type Query {
  "Always null."
  operation(id: ID!): Operation
}

extend type Mutation {
  scheduleOperation(operationID: ID!, priority: Int): Operation
}

input SystemAuthUpdateInput {
  auth: AuthInput
}

extend type Query {
  "A credential of an Application, Runtime or integration system of the tenant."
  systemAuth(id: ID!): SystemAuth
  systemAuthByToken(token: String!): SystemAuth
}

extend type Mutation {
  updateSystemAuth(authID: ID!, in: AuthInput!): SystemAuth!
  invalidateSystemAuthOneTimeToken(authID: ID!): SystemAuth!
  """
  Another credential: an OAuth client for the client credentials grant. Its secret is in this answer and nowhere else; later answers have
  an empty text in its place. The client has the scopes of its kind that the caller holds. Not where the deployment has an identity provider
  of its own. Asked for by its owner, it ends with the credential that was used to ask.
  """
  requestClientCredentialsForApplication(id: ID!): SystemAuth!
  requestClientCredentialsForRuntime(id: ID!): SystemAuth!
  requestClientCredentialsForIntegrationSystem(id: ID!): SystemAuth!
  """
  Ends a credential and those derived from it, which its owner asked for with it: certificates and access tokens are refused from the next
  request on.
  """
  deleteSystemAuthForApplication(authID: ID!): SystemAuth!
  deleteSystemAuthForRuntime(authID: ID!): SystemAuth!
  deleteSystemAuthForIntegrationSystem(authID: ID!): SystemAuth!
  "Ends all credentials of an Application and sets its status back to INITIAL; refused while it is in a formation with a Runtime."
  unpairApplication(id: ID!, mode: OperationMode = SYNC): Application!
}

enum TenantAccessObjectType {
  APPLICATION
  RUNTIME
  RUNTIME_CONTEXT
}

"Changes that give tenants access to Applications in a system where tenants share them."
enum EventType {
  NEW_APPLICATION
  NEW_SINGLE_TENANT
  NEW_MULTIPLE_TENANTS
}

"An object belongs to one tenant here; nothing gives it to another."
type TenantAccess {
  tenantID: ID!
  resourceType: TenantAccessObjectType!
  resourceID: ID!
  owner: Boolean!
}

input TenantAccessInput {
  tenantID: ID!
  resourceType: TenantAccessObjectType!
  resourceID: ID!
  owner: Boolean!
}

extend type Query {
  tenantByLowestOwnerForResource(id: ID!, resource: String!): String!
}

extend type Mutation {
  addTenantAccess(in: TenantAccessInput!): TenantAccess
  removeTenantAccess(tenantID: ID!, resourceID: ID!, resourceType: TenantAccessObjectType!): TenantAccess
  subscribeTenant(
    providerID: String!
    subaccountID: String!
    providerSubaccountID: String!
    consumerTenantID: String!
    region: String!
    subscriptionAppName: String!
    subscriptionPayload: String!
  ): Boolean!
  unsubscribeTenant(
    providerID: String!
    subaccountID: String!
    providerSubaccountID: String!
    consumerTenantID: String!
    region: String!
    subscriptionPayload: String!
  ): Boolean!
}

"Description of a tenant. It gives no access: tokens of the identity provider do."
type Tenant {
  "As in the header Tenant."
  id: ID!
  "The same: tenants have one id here."
  internalID: ID!
  name: String
  type: String
  parents: [ID]
  "The first of parents, for clients that know of one only."
  parentID: ID
  provider: String!
  "Whether it has Applications, Runtimes, formations or the like."
  initialized: Boolean
  "Region, subdomain and the like."
  labels(key: String): Labels
}

type TenantPage implements Pageable {
  data: [Tenant!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

input BusinessTenantMappingInput {
  name: String!
  externalTenant: String!
  parent: String
  parents: [String]
  subdomain: String
  region: String
  "unknown, customer, account, subaccount, organization, folder, resource-group or cost-object."
  type: String!
  provider: String!
  licenseType: String
  customerID: String
  customerId: String
  costObjectID: String
  costObjectId: String
  costObjectType: String
}

extend type Query {
  "Tenants that the caller's token names; for an operator of the platform every tenant that was written. The search term is matched with names and ids."
  tenants(first: Int = 500, after: PageCursor, searchTerm: String): TenantPage!
  tenantByExternalID(id: ID!): Tenant
  tenantByInternalID(id: ID!): Tenant
  "Those ancestors without a parent, itself if it has none. Only tenants that the caller sees count."
  rootTenants(externalTenant: String!): [Tenant!]
}

extend type Mutation {
  "Writes over what was known of the tenants, all or nothing; answers their ids."
  writeTenants(in: [BusinessTenantMappingInput!]): [String!]
  "As writeTenant, with the description as answer; the id cannot be changed."
  updateTenant(id: ID!, in: BusinessTenantMappingInput!): Tenant!
  "Region, subdomain and the like are parts of the description; other labels stay when that is written over. At most 4 KB together."
  setTenantLabel(tenantID: ID!, key: String!, value: Any!): Label!
  writeTenant(in: BusinessTenantMappingInput!): String!
  "Forgets what was written; refused for a tenant that has objects. Answers of how many tenants something was forgotten."
  deleteTenants(in: [String!]): Int!
}

extend type Mutation {
  "Gives the webhook another signing secret, or pair of keys. For 24 hours deliveries carry a signature of the one before, too."
  rotateWebhookSigningSecret(webhookID: ID!): Webhook!
  "Has deliveries made to a disabled webhook again. Those that failed meanwhile are made up for by \`recoverWebhook\` only."
  enableWebhook(webhookID: ID!): Webhook!
  """
  Has the deliveries to a webhook that failed begin anew: those made at a time within the last 30 days or later, the oldest first. Answers how
  many, 1000 at most: repeat it until there are none.
  """
  recoverWebhook(webhookID: ID!, since: Timestamp!): Int!
  """
  Posts one signed message of the type \`io.compass.webhook.test.v1\` to the webhook, a disabled one too, and answers what its endpoint answered. It is not repeated,
  is in no list of deliveries, and changes no status. A webhook is tested once in 10 seconds at most.
  """
  testWebhook(webhookID: ID!): WebhookTest!
}

"What the endpoint of a webhook answered to a test."
type WebhookTest {
  "The \`webhook-id\` of the request."
  id: ID!
  webhookID: ID!
  "True if a delivery would have succeeded: the status is a 2xx."
  accepted: Boolean!
  timestamp: Timestamp!
  "Milliseconds."
  duration: Int!
  "The status of the answer; null without one."
  status: Int
  "Why it failed; null if it did not."
  error: String
  """
  The first 1,024 bytes of the answer's body as text; null if it had none. Credentials that were sent to the endpoint are replaced by \`***\`.
  """
  body: String
}

enum WebhookCondition {
  "The last delivery succeeded, or there was none."
  ENABLED
  "Every attempt since the time of the status failed. Deliveries are tried again."
  FAILING
  "No deliveries are made."
  DISABLED
}

enum WebhookDisablingReason {
  "The endpoint answered 410."
  GONE
  "Every attempt failed for five days."
  FAILING
}

"The course of a webhook's deliveries."
type WebhookStatus {
  condition: WebhookCondition!
  "When it was disabled, or since when it fails; null while it is enabled."
  timestamp: Timestamp
  "Why it is disabled; null while it is not."
  reason: WebhookDisablingReason
}

extend type Webhook {
  status: WebhookStatus!
  signatureScheme: WebhookSignatureScheme!
  "The key that verifies deliveries to this webhook (\`whpk_...\`, Standard Webhooks); null unless its signatures are asymmetric."
  publicKey: String
}

"The signatures of Standard Webhooks."
enum WebhookSignatureScheme {
  "HMAC-SHA256 with a secret that Compass and the endpoint share (\`v1\`)."
  SYMMETRIC
  "Ed25519: Compass alone has the private key, and the endpoint verifies with the public key (\`v1a\`)."
  ASYMMETRIC
}

extend input WebhookInput {
  """
  How deliveries are signed. Default: SYMMETRIC for a new webhook, and no change for one that exists. For 24 hours after a change deliveries carry a
  signature of the scheme before, too.
  """
  signatureScheme: WebhookSignatureScheme
}
`;

export const schemaTable: SchemaTable = {
 "Timestamp": {
  "kind": "scalar",
  "description": "RFC 3339, as a string."
 },
 "Any": {
  "kind": "scalar",
  "description": "Any JSON value."
 },
 "Labels": {
  "kind": "scalar",
  "description": "A JSON object: label key to value."
 },
 "JSON": {
  "kind": "scalar",
  "description": "A JSON value as a string."
 },
 "JSONSchema": {
  "kind": "scalar",
  "description": "A JSON Schema as a string."
 },
 "CLOB": {
  "kind": "scalar",
  "description": "A long text."
 },
 "PageCursor": {
  "kind": "scalar",
  "description": "Opaque: pass on what endCursor of the page before says."
 },
 "HttpHeaders": {
  "kind": "scalar",
  "description": "A JSON object: header name to a list of values."
 },
 "QueryParams": {
  "kind": "scalar",
  "description": "A JSON object: parameter name to a list of values."
 },
 "HttpHeadersSerialized": {
  "kind": "scalar",
  "description": "HttpHeaders as a string."
 },
 "QueryParamsSerialized": {
  "kind": "scalar",
  "description": "QueryParams as a string."
 },
 "ApplicationStatusCondition": {
  "kind": "enum",
  "values": {
   "INITIAL": {},
   "CONNECTED": {},
   "FAILED": {},
   "CREATING": {},
   "CREATE_FAILED": {},
   "CREATE_SUCCEEDED": {},
   "UPDATING": {},
   "UPDATE_FAILED": {},
   "UPDATE_SUCCEEDED": {},
   "DELETING": {},
   "DELETE_FAILED": {},
   "DELETE_SUCCEEDED": {},
   "UNPAIRING": {},
   "UNPAIR_FAILED": {}
  }
 },
 "RuntimeStatusCondition": {
  "kind": "enum",
  "values": {
   "INITIAL": {},
   "PROVISIONING": {},
   "CONNECTED": {},
   "FAILED": {}
  }
 },
 "OperationMode": {
  "kind": "enum",
  "values": {
   "SYNC": {},
   "ASYNC": {}
  }
 },
 "WebhookType": {
  "kind": "enum",
  "values": {
   "CONFIGURATION_CHANGED": {},
   "APPLICATION_TENANT_MAPPING": {},
   "REGISTER_APPLICATION": {},
   "UNREGISTER_APPLICATION": {},
   "UNPAIR_APPLICATION": {},
   "OPEN_RESOURCE_DISCOVERY": {},
   "OPEN_RESOURCE_DISCOVERY_STATIC": {},
   "FORMATION_LIFECYCLE": {},
   "SYSTEM_FIELD_DISCOVERY": {}
  }
 },
 "WebhookMode": {
  "kind": "enum",
  "values": {
   "SYNC": {},
   "ASYNC": {},
   "ASYNC_CALLBACK": {}
  }
 },
 "APISpecType": {
  "kind": "enum",
  "values": {
   "ODATA": {},
   "OPEN_API": {}
  }
 },
 "EventSpecType": {
  "kind": "enum",
  "values": {
   "ASYNC_API": {}
  }
 },
 "SpecFormat": {
  "kind": "enum",
  "values": {
   "YAML": {},
   "JSON": {},
   "XML": {}
  }
 },
 "DocumentFormat": {
  "kind": "enum",
  "values": {
   "MARKDOWN": {}
  }
 },
 "ViewerType": {
  "kind": "enum",
  "values": {
   "RUNTIME": {},
   "APPLICATION": {},
   "INTEGRATION_SYSTEM": {},
   "USER": {}
  }
 },
 "OneTimeTokenType": {
  "kind": "enum",
  "values": {
   "Runtime": {},
   "Application": {}
  }
 },
 "SystemAuthReferenceType": {
  "kind": "enum",
  "values": {
   "APPLICATION": {},
   "RUNTIME": {},
   "INTEGRATION_SYSTEM": {}
  }
 },
 "BundleInstanceAuthStatusCondition": {
  "kind": "enum",
  "values": {
   "PENDING": {},
   "SUCCEEDED": {},
   "FAILED": {},
   "UNUSED": {}
  }
 },
 "PageInfo": {
  "kind": "object",
  "fields": {
   "startCursor": "PageCursor!",
   "endCursor": "PageCursor!",
   "hasNextPage": "Boolean!"
  }
 },
 "Pageable": {
  "kind": "interface",
  "fields": {
   "pageInfo": "PageInfo!",
   "totalCount": "Int!"
  }
 },
 "Label": {
  "kind": "object",
  "fields": {
   "key": "String!",
   "value": "Any!"
  }
 },
 "ApplicationStatus": {
  "kind": "object",
  "fields": {
   "condition": "ApplicationStatusCondition!",
   "timestamp": "Timestamp!"
  }
 },
 "RuntimeStatus": {
  "kind": "object",
  "fields": {
   "condition": "RuntimeStatusCondition!",
   "timestamp": "Timestamp!"
  }
 },
 "RuntimeMetadata": {
  "kind": "object",
  "fields": {
   "creationTimestamp": "Timestamp!"
  }
 },
 "ApplicationEventingConfiguration": {
  "kind": "object",
  "fields": {
   "defaultURL": {
    "type": "String!",
    "description": "Where the Application sends its events; empty when no connected Runtime takes them."
   },
   "defaultURLForTokens": {
    "type": "String!",
    "description": "The same for an Application with an access token of its OAuth client instead of a certificate; empty when the Runtime names no such address."
   }
  }
 },
 "RuntimeEventingConfiguration": {
  "kind": "object",
  "fields": {
   "defaultURL": "String!"
  }
 },
 "Application": {
  "kind": "object",
  "fields": {
   "id": "ID!",
   "name": "String!",
   "providerName": "String",
   "description": "String",
   "integrationSystemID": "ID",
   "applicationTemplateID": "ID",
   "baseUrl": "String",
   "systemNumber": "String",
   "localTenantID": "String",
   "applicationNamespace": "String",
   "systemStatus": "String",
   "labels": {
    "type": "Labels",
    "args": {
     "key": "String"
    }
   },
   "status": "ApplicationStatus!",
   "webhooks": "[Webhook!]",
   "healthCheckURL": "String",
   "bundles": {
    "type": "BundlePage",
    "args": {
     "first": {
      "type": "Int",
      "defaultValue": 200
     },
     "after": "PageCursor"
    }
   },
   "bundle": {
    "type": "Bundle",
    "args": {
     "id": "ID!"
    }
   },
   "auths": "[AppSystemAuth!]",
   "eventingConfiguration": "ApplicationEventingConfiguration",
   "createdAt": "Timestamp",
   "updatedAt": "Timestamp",
   "deletedAt": "Timestamp",
   "error": {
    "type": "String",
    "description": "In `applicationsForRuntime`: why `bundles` is null. Callers who do not ask for it get a page of bundles that ends early instead."
   },
   "tenantBusinessType": {
    "type": "TenantBusinessType",
    "description": "Always null."
   },
   "applicationTemplate": {
    "type": "ApplicationTemplate",
    "description": "Null without the scope to read it."
   },
   "apiDefinitions": {
    "type": "APIDefinitionPage",
    "description": "Every API Definition, in bundles or not. For clients older than bundles.",
    "args": {
     "group": "String",
     "first": {
      "type": "Int",
      "defaultValue": 200
     },
     "after": "PageCursor"
    }
   },
   "eventDefinitions": {
    "type": "EventDefinitionPage",
    "description": "Every Event Definition, in bundles or not. For clients older than bundles.",
    "args": {
     "group": "String",
     "first": {
      "type": "Int",
      "defaultValue": 200
     },
     "after": "PageCursor"
    }
   },
   "documents": {
    "type": "DocumentPage",
    "description": "Every document. For clients older than bundles.",
    "args": {
     "first": {
      "type": "Int",
      "defaultValue": 200
     },
     "after": "PageCursor"
    }
   },
   "apiDefinition": {
    "type": "APIDefinition",
    "description": "One of this Application, in a bundle or not.",
    "args": {
     "id": "ID!"
    }
   },
   "eventDefinition": {
    "type": "EventDefinition",
    "description": "One of this Application, in a bundle or not.",
    "args": {
     "id": "ID!"
    }
   },
   "integrationDependencies": {
    "type": "IntegrationDependencyPage",
    "args": {
     "first": {
      "type": "Int",
      "defaultValue": 200
     },
     "after": "PageCursor"
    }
   },
   "operations": "[Operation]"
  }
 },
 "ApplicationPage": {
  "kind": "object",
  "interfaces": [
   "Pageable"
  ],
  "fields": {
   "data": "[Application!]!",
   "pageInfo": "PageInfo!",
   "totalCount": "Int!"
  }
 },
 "Runtime": {
  "kind": "object",
  "fields": {
   "id": "ID!",
   "name": "String!",
   "description": "String",
   "applicationNamespace": "String",
   "labels": {
    "type": "Labels",
    "args": {
     "key": "String"
    }
   },
   "status": "RuntimeStatus!",
   "metadata": "RuntimeMetadata!",
   "auths": "[RuntimeSystemAuth!]",
   "eventingConfiguration": "RuntimeEventingConfiguration",
   "webhooks": "[Webhook!]",
   "runtimeContexts": {
    "type": "RuntimeContextPage",
    "args": {
     "first": {
      "type": "Int",
      "defaultValue": 200
     },
     "after": "PageCursor"
    }
   },
   "runtimeContext": {
    "type": "RuntimeContext",
    "description": "Always null.",
    "args": {
     "id": "ID!"
    }
   }
  }
 },
 "RuntimePage": {
  "kind": "object",
  "interfaces": [
   "Pageable"
  ],
  "fields": {
   "data": "[Runtime!]!",
   "pageInfo": "PageInfo!",
   "totalCount": "Int!"
  }
 },
 "BasicCredentialData": {
  "kind": "object",
  "fields": {
   "username": "String!",
   "password": "String!"
  }
 },
 "OAuthCredentialData": {
  "kind": "object",
  "fields": {
   "clientId": "ID!",
   "clientSecret": "String!",
   "url": "String!"
  }
 },
 "CertificateOAuthCredentialData": {
  "kind": "object",
  "fields": {
   "clientId": "ID!",
   "certificate": "String!",
   "url": "String!"
  }
 },
 "CredentialData": {
  "kind": "union",
  "types": [
   "BasicCredentialData",
   "OAuthCredentialData",
   "CertificateOAuthCredentialData"
  ]
 },
 "CSRFTokenCredentialRequestAuth": {
  "kind": "object",
  "fields": {
   "tokenEndpointURL": "String!",
   "credential": "CredentialData",
   "additionalHeaders": "HttpHeaders",
   "additionalHeadersSerialized": "HttpHeadersSerialized",
   "additionalQueryParams": "QueryParams",
   "additionalQueryParamsSerialized": "QueryParamsSerialized"
  }
 },
 "CredentialRequestAuth": {
  "kind": "object",
  "fields": {
   "csrf": "CSRFTokenCredentialRequestAuth"
  }
 },
 "OneTimeToken": {
  "kind": "interface",
  "fields": {
   "token": {
    "type": "String!",
    "description": "Empty where the token is shown after it was issued: it is not stored."
   },
   "connectorURL": "String!",
   "used": "Boolean!",
   "expiresAt": "Timestamp!",
   "createdAt": "Timestamp",
   "usedAt": "Timestamp",
   "raw": "String",
   "rawEncoded": "String",
   "type": "OneTimeTokenType"
  }
 },
 "OneTimeTokenForApplication": {
  "kind": "object",
  "interfaces": [
   "OneTimeToken"
  ],
  "fields": {
   "token": "String!",
   "connectorURL": "String!",
   "legacyConnectorURL": {
    "type": "String!",
    "description": "Where clients older than the Connector's GraphQL begin, the token included."
   },
   "used": "Boolean!",
   "expiresAt": "Timestamp!",
   "createdAt": "Timestamp",
   "usedAt": "Timestamp",
   "raw": "String",
   "rawEncoded": "String",
   "scenarioGroups": "[String]",
   "type": "OneTimeTokenType"
  }
 },
 "OneTimeTokenForRuntime": {
  "kind": "object",
  "interfaces": [
   "OneTimeToken"
  ],
  "fields": {
   "token": "String!",
   "connectorURL": "String!",
   "used": "Boolean!",
   "expiresAt": "Timestamp!",
   "createdAt": "Timestamp",
   "usedAt": "Timestamp",
   "raw": "String",
   "rawEncoded": "String",
   "type": "OneTimeTokenType"
  }
 },
 "Auth": {
  "kind": "object",
  "fields": {
   "credential": "CredentialData",
   "accessStrategy": "String",
   "additionalHeaders": "HttpHeaders",
   "additionalHeadersSerialized": "HttpHeadersSerialized",
   "additionalQueryParams": "QueryParams",
   "additionalQueryParamsSerialized": "QueryParamsSerialized",
   "requestAuth": "CredentialRequestAuth",
   "oneTimeToken": "OneTimeToken",
   "certCommonName": "String"
  }
 },
 "SystemAuth": {
  "kind": "interface",
  "fields": {
   "id": "ID!",
   "auth": "Auth",
   "type": "SystemAuthReferenceType",
   "referenceObjectId": "ID",
   "tenantId": "String",
   "origin": "SystemAuthOrigin"
  }
 },
 "SystemAuthOrigin": {
  "kind": "object",
  "description": "The caller that asked for a credential.",
  "fields": {
   "type": "ViewerType!",
   "id": {
    "type": "ID!",
    "description": "Of the user, integration system, Application or Runtime."
   },
   "systemAuthID": {
    "type": "ID",
    "description": "The credential of the caller; null for users. If it is one of the owner's own, this credential is derived from it: it ends when that one is\ndeleted or one of the certificates of that one is revoked."
   }
  }
 },
 "AppSystemAuth": {
  "kind": "object",
  "interfaces": [
   "SystemAuth"
  ],
  "fields": {
   "id": "ID!",
   "auth": "Auth",
   "type": "SystemAuthReferenceType",
   "referenceObjectId": "ID",
   "tenantId": "String",
   "origin": {
    "type": "SystemAuthOrigin",
    "description": "Null for credentials of earlier versions."
   },
   "lastSeenAt": {
    "type": "Timestamp",
    "description": "When the credential was used last, to within six hours."
   }
  }
 },
 "RuntimeSystemAuth": {
  "kind": "object",
  "interfaces": [
   "SystemAuth"
  ],
  "fields": {
   "id": "ID!",
   "auth": "Auth",
   "type": "SystemAuthReferenceType",
   "referenceObjectId": "ID",
   "tenantId": "String",
   "origin": {
    "type": "SystemAuthOrigin",
    "description": "Null for credentials of earlier versions."
   },
   "lastSeenAt": {
    "type": "Timestamp",
    "description": "When the credential was used last, to within six hours."
   }
  }
 },
 "Webhook": {
  "kind": "object",
  "fields": {
   "id": "ID!",
   "applicationID": "ID",
   "applicationTemplateID": "ID",
   "runtimeID": "ID",
   "integrationSystemID": "ID",
   "formationTemplateID": "ID",
   "type": "WebhookType!",
   "mode": "WebhookMode",
   "correlationIdKey": "String",
   "retryInterval": "Int",
   "timeout": "Int",
   "url": "String",
   "urlTemplate": "String",
   "inputTemplate": "String",
   "headerTemplate": "String",
   "outputTemplate": "String",
   "statusTemplate": "String",
   "auth": "Auth",
   "createdAt": "Timestamp",
   "signingSecret": {
    "type": "String",
    "description": "The secret that signs deliveries to this webhook (`whsec_...`, Standard Webhooks); null without the scope to read webhooks, and where signatures are\nasymmetric."
   },
   "status": "WebhookStatus!",
   "signatureScheme": "WebhookSignatureScheme!",
   "publicKey": {
    "type": "String",
    "description": "The key that verifies deliveries to this webhook (`whpk_...`, Standard Webhooks); null unless its signatures are asymmetric."
   }
  }
 },
 "Version": {
  "kind": "object",
  "fields": {
   "value": "String!",
   "deprecated": "Boolean",
   "deprecatedSince": "String",
   "forRemoval": "Boolean"
  }
 },
 "FetchMode": {
  "kind": "enum",
  "values": {
   "SINGLE": {},
   "BUNDLE": {},
   "INDEX": {}
  }
 },
 "FetchRequestStatusCondition": {
  "kind": "enum",
  "values": {
   "INITIAL": {},
   "SUCCEEDED": {},
   "FAILED": {}
  }
 },
 "FetchRequestStatus": {
  "kind": "object",
  "fields": {
   "condition": "FetchRequestStatusCondition!",
   "message": "String",
   "timestamp": "Timestamp!"
  }
 },
 "FetchRequest": {
  "kind": "object",
  "description": "A text that is fetched from somewhere else, a moment after it was asked for.",
  "fields": {
   "url": "String!",
   "auth": "Auth",
   "mode": "FetchMode!",
   "filter": "String",
   "status": "FetchRequestStatus!"
  }
 },
 "APISpec": {
  "kind": "object",
  "fields": {
   "id": "ID!",
   "data": {
    "type": "CLOB",
    "description": "With a fetch request, null until the text was fetched. More than 5 MB are an error: such a text is read from downloadURL."
   },
   "downloadURL": {
    "type": "String",
    "description": "An address from which the text can be read for 15 minutes, without credentials. Null while there is no text, and for one of at most 64 KB, which data has."
   },
   "format": "SpecFormat!",
   "type": "APISpecType!",
   "fetchRequest": "FetchRequest"
  }
 },
 "EventSpec": {
  "kind": "object",
  "fields": {
   "id": "ID!",
   "data": {
    "type": "CLOB",
    "description": "With a fetch request, null until the text was fetched. More than 5 MB are an error: such a text is read from downloadURL."
   },
   "downloadURL": {
    "type": "String",
    "description": "An address from which the text can be read for 15 minutes, without credentials. Null while there is no text, and for one of at most 64 KB, which data has."
   },
   "format": "SpecFormat!",
   "type": "EventSpecType!",
   "fetchRequest": "FetchRequest"
  }
 },
 "APIDefinition": {
  "kind": "object",
  "fields": {
   "id": "ID!",
   "name": "String!",
   "description": "String",
   "spec": "APISpec",
   "targetURL": "String!",
   "group": "String",
   "version": "Version",
   "createdAt": "Timestamp",
   "updatedAt": "Timestamp",
   "deletedAt": "Timestamp",
   "created_at": {
    "type": "Timestamp",
    "deprecationReason": "Use createdAt."
   },
   "updated_at": {
    "type": "Timestamp",
    "deprecationReason": "Use updatedAt."
   },
   "deleted_at": {
    "type": "Timestamp",
    "deprecationReason": "Use deletedAt."
   },
   "error": "String",
   "applicationID": "ID!",
   "defaultAuth": {
    "type": "Auth",
    "description": "The default credentials of its bundle."
   },
   "auth": {
    "type": "APIRuntimeAuth!",
    "args": {
     "runtimeID": "ID!"
    }
   },
   "auths": "[APIRuntimeAuth!]!"
  }
 },
 "APIDefinitionPage": {
  "kind": "object",
  "interfaces": [
   "Pageable"
  ],
  "fields": {
   "data": "[APIDefinition!]!",
   "pageInfo": "PageInfo!",
   "totalCount": "Int!"
  }
 },
 "EventDefinition": {
  "kind": "object",
  "fields": {
   "id": "ID!",
   "name": "String!",
   "description": "String",
   "group": "String",
   "spec": "EventSpec",
   "version": "Version",
   "createdAt": "Timestamp",
   "updatedAt": "Timestamp",
   "deletedAt": "Timestamp",
   "error": "String",
   "applicationID": "ID!"
  }
 },
 "EventDefinitionPage": {
  "kind": "object",
  "interfaces": [
   "Pageable"
  ],
  "fields": {
   "data": "[EventDefinition!]!",
   "pageInfo": "PageInfo!",
   "totalCount": "Int!"
  }
 },
 "Document": {
  "kind": "object",
  "fields": {
   "id": "ID!",
   "title": "String!",
   "displayName": "String!",
   "description": "String!",
   "format": "DocumentFormat!",
   "kind": "String",
   "data": {
    "type": "CLOB",
    "description": "Null without a text, and until it was fetched. More than 5 MB are an error: such a text is read from downloadURL."
   },
   "downloadURL": {
    "type": "String",
    "description": "An address from which the text can be read for 15 minutes, without credentials. Null while there is no text, and for one of at most 64 KB, which data has."
   },
   "fetchRequest": "FetchRequest",
   "createdAt": "Timestamp",
   "updatedAt": "Timestamp",
   "deletedAt": "Timestamp",
   "error": "String",
   "applicationID": "ID!"
  }
 },
 "DocumentPage": {
  "kind": "object",
  "interfaces": [
   "Pageable"
  ],
  "fields": {
   "data": "[Document!]!",
   "pageInfo": "PageInfo!",
   "totalCount": "Int!"
  }
 },
 "BundleInstanceAuthStatus": {
  "kind": "object",
  "fields": {
   "condition": "BundleInstanceAuthStatusCondition!",
   "timestamp": "Timestamp!",
   "message": "String!",
   "reason": "String!"
  }
 },
 "BundleInstanceAuth": {
  "kind": "object",
  "fields": {
   "id": "ID!",
   "context": "JSON",
   "inputParams": "JSON",
   "auth": "Auth",
   "status": "BundleInstanceAuthStatus!",
   "runtimeID": "ID",
   "runtimeContextID": "ID"
  }
 },
 "Bundle": {
  "kind": "object",
  "fields": {
   "id": "ID!",
   "name": "String!",
   "description": "String",
   "instanceAuthRequestInputSchema": "JSONSchema",
   "instanceAuths": "[BundleInstanceAuth!]",
   "defaultInstanceAuth": "Auth",
   "apiDefinitions": {
    "type": "APIDefinitionPage",
    "args": {
     "group": "String",
     "first": {
      "type": "Int",
      "defaultValue": 200
     },
     "after": "PageCursor"
    }
   },
   "eventDefinitions": {
    "type": "EventDefinitionPage",
    "args": {
     "group": "String",
     "first": {
      "type": "Int",
      "defaultValue": 200
     },
     "after": "PageCursor"
    }
   },
   "documents": {
    "type": "DocumentPage",
    "args": {
     "first": {
      "type": "Int",
      "defaultValue": 200
     },
     "after": "PageCursor"
    }
   },
   "apiDefinition": {
    "type": "APIDefinition",
    "args": {
     "id": "ID!"
    }
   },
   "eventDefinition": {
    "type": "EventDefinition",
    "args": {
     "id": "ID!"
    }
   },
   "document": {
    "type": "Document",
    "args": {
     "id": "ID!"
    }
   },
   "correlationIDs": {
    "type": "[String!]",
    "description": "Names by which clients find the same bundle elsewhere."
   },
   "createdAt": "Timestamp",
   "updatedAt": "Timestamp",
   "deletedAt": "Timestamp",
   "error": "String",
   "instanceAuth": {
    "type": "BundleInstanceAuth",
    "description": "A Runtime sees its own only.",
    "args": {
     "id": "ID!"
    }
   }
  }
 },
 "BundlePage": {
  "kind": "object",
  "interfaces": [
   "Pageable"
  ],
  "fields": {
   "data": "[Bundle!]!",
   "pageInfo": "PageInfo!",
   "totalCount": "Int!"
  }
 },
 "Viewer": {
  "kind": "object",
  "fields": {
   "id": "ID!",
   "type": "ViewerType!"
  }
 },
 "LabelFilter": {
  "kind": "input",
  "fields": {
   "key": "String!",
   "query": "String"
  }
 },
 "BasicCredentialDataInput": {
  "kind": "input",
  "fields": {
   "username": "String!",
   "password": "String!"
  }
 },
 "OAuthCredentialDataInput": {
  "kind": "input",
  "fields": {
   "clientId": "ID!",
   "clientSecret": "String!",
   "url": "String!"
  }
 },
 "CertificateOAuthCredentialDataInput": {
  "kind": "input",
  "fields": {
   "clientId": "ID!",
   "certificate": "String!",
   "url": "String!"
  }
 },
 "CredentialDataInput": {
  "kind": "input",
  "description": "Exactly one of the three.",
  "fields": {
   "basic": "BasicCredentialDataInput",
   "oauth": "OAuthCredentialDataInput",
   "certificateOAuth": "CertificateOAuthCredentialDataInput"
  }
 },
 "CSRFTokenCredentialRequestAuthInput": {
  "kind": "input",
  "fields": {
   "tokenEndpointURL": "String!",
   "credential": "CredentialDataInput",
   "additionalHeaders": "HttpHeaders",
   "additionalHeadersSerialized": "HttpHeadersSerialized",
   "additionalQueryParams": "QueryParams",
   "additionalQueryParamsSerialized": "QueryParamsSerialized"
  }
 },
 "CredentialRequestAuthInput": {
  "kind": "input",
  "fields": {
   "csrf": "CSRFTokenCredentialRequestAuthInput"
  }
 },
 "AuthInput": {
  "kind": "input",
  "fields": {
   "credential": "CredentialDataInput",
   "accessStrategy": "String",
   "additionalHeaders": "HttpHeaders",
   "additionalHeadersSerialized": "HttpHeadersSerialized",
   "additionalQueryParams": "QueryParams",
   "additionalQueryParamsSerialized": "QueryParamsSerialized",
   "requestAuth": "CredentialRequestAuthInput",
   "certCommonName": {
    "type": "String",
    "description": "Has no effect: certificates and one-time tokens come from pairing."
   },
   "oneTimeToken": {
    "type": "OneTimeTokenInput",
    "description": "Has no effect: certificates and one-time tokens come from pairing."
   }
  }
 },
 "OneTimeTokenInput": {
  "kind": "input",
  "fields": {
   "token": "String!",
   "connectorURL": "String",
   "used": "Boolean!",
   "expiresAt": "Timestamp!",
   "createdAt": "Timestamp!",
   "usedAt": "Timestamp!",
   "raw": "String",
   "rawEncoded": "String",
   "type": "OneTimeTokenType"
  }
 },
 "WebhookInput": {
  "kind": "input",
  "fields": {
   "type": "WebhookType!",
   "url": {
    "type": "String",
    "description": "Exactly one of url and urlTemplate."
   },
   "urlTemplate": "String",
   "inputTemplate": "String",
   "headerTemplate": "String",
   "outputTemplate": "String",
   "statusTemplate": "String",
   "auth": "AuthInput",
   "mode": "WebhookMode",
   "version": {
    "type": "String",
    "description": "Has no effect: webhooks of every version are called in the same way."
   },
   "correlationIdKey": "String",
   "retryInterval": {
    "type": "Int",
    "description": "Seconds."
   },
   "timeout": {
    "type": "Int",
    "description": "Seconds."
   },
   "signatureScheme": {
    "type": "WebhookSignatureScheme",
    "description": "How deliveries are signed. Default: SYMMETRIC for a new webhook, and no change for one that exists. For 24 hours after a change deliveries carry a\nsignature of the scheme before, too."
   }
  }
 },
 "VersionInput": {
  "kind": "input",
  "fields": {
   "value": "String!",
   "deprecated": {
    "type": "Boolean",
    "defaultValue": false
   },
   "deprecatedSince": "String",
   "forRemoval": {
    "type": "Boolean",
    "defaultValue": false
   }
  }
 },
 "FetchRequestInput": {
  "kind": "input",
  "description": "Credentials are of the kinds basic and oauth; a mode other than SINGLE, or a filter, makes the fetch fail.",
  "fields": {
   "url": "String!",
   "auth": "AuthInput",
   "mode": {
    "type": "FetchMode",
    "defaultValue": "SINGLE"
   },
   "filter": "String"
  }
 },
 "APISpecInput": {
  "kind": "input",
  "description": "Exactly one of data, of at most 5 MB, and fetchRequest, of at most 64 MB; ODATA in XML or JSON, OPEN_API in JSON or YAML.",
  "fields": {
   "data": "CLOB",
   "type": "APISpecType!",
   "format": "SpecFormat!",
   "fetchRequest": "FetchRequestInput"
  }
 },
 "EventSpecInput": {
  "kind": "input",
  "description": "Exactly one of data, of at most 5 MB, and fetchRequest, of at most 64 MB; ASYNC_API in JSON or YAML.",
  "fields": {
   "data": "CLOB",
   "type": "EventSpecType!",
   "format": "SpecFormat!",
   "fetchRequest": "FetchRequestInput"
  }
 },
 "APIDefinitionInput": {
  "kind": "input",
  "fields": {
   "name": "String!",
   "description": "String",
   "targetURL": "String!",
   "group": "String",
   "spec": "APISpecInput",
   "version": "VersionInput",
   "defaultAuth": {
    "type": "AuthInput",
    "description": "In a registration beside bundles, the credentials of the bundle that is made; refused elsewhere."
   }
  }
 },
 "EventDefinitionInput": {
  "kind": "input",
  "fields": {
   "name": "String!",
   "description": "String",
   "group": "String",
   "spec": "EventSpecInput",
   "version": "VersionInput"
  }
 },
 "DocumentInput": {
  "kind": "input",
  "fields": {
   "title": "String!",
   "displayName": "String!",
   "description": "String!",
   "format": "DocumentFormat!",
   "kind": "String",
   "data": {
    "type": "CLOB",
    "description": "At most one of data, of at most 5 MB, and fetchRequest, of at most 64 MB."
   },
   "fetchRequest": "FetchRequestInput"
  }
 },
 "BundleCreateInput": {
  "kind": "input",
  "fields": {
   "name": "String!",
   "description": "String",
   "instanceAuthRequestInputSchema": "JSONSchema",
   "defaultInstanceAuth": "AuthInput",
   "apiDefinitions": "[APIDefinitionInput!]",
   "eventDefinitions": "[EventDefinitionInput!]",
   "documents": "[DocumentInput!]",
   "correlationIDs": "[String!]"
  }
 },
 "BundleUpdateInput": {
  "kind": "input",
  "fields": {
   "name": "String!",
   "description": "String",
   "instanceAuthRequestInputSchema": "JSONSchema",
   "defaultInstanceAuth": "AuthInput"
  }
 },
 "ApplicationRegisterInput": {
  "kind": "input",
  "fields": {
   "name": "String!",
   "providerName": "String",
   "description": "String",
   "labels": "Labels",
   "webhooks": "[WebhookInput!]",
   "healthCheckURL": "String",
   "baseUrl": "String",
   "applicationNamespace": "String",
   "localTenantID": "String",
   "integrationSystemID": "ID",
   "statusCondition": "ApplicationStatusCondition",
   "bundles": "[BundleCreateInput!]",
   "apiDefinitions": {
    "type": "[APIDefinitionInput!]",
    "description": "Put into a bundle. For clients older than bundles."
   },
   "eventDefinitions": {
    "type": "[EventDefinitionInput!]",
    "description": "Put into a bundle. For clients older than bundles."
   },
   "documents": {
    "type": "[DocumentInput!]",
    "description": "Put into a bundle. For clients older than bundles."
   }
  }
 },
 "ApplicationUpdateInput": {
  "kind": "input",
  "fields": {
   "providerName": "String",
   "description": "String",
   "healthCheckURL": "String",
   "baseUrl": "String",
   "applicationNamespace": "String",
   "localTenantID": "String",
   "integrationSystemID": "ID",
   "statusCondition": "ApplicationStatusCondition",
   "name": {
    "type": "String",
    "description": "Refused unless it is the name that the Application has."
   }
  }
 },
 "RuntimeRegisterInput": {
  "kind": "input",
  "fields": {
   "name": "String!",
   "description": "String",
   "labels": "Labels",
   "webhooks": "[WebhookInput!]",
   "statusCondition": "RuntimeStatusCondition",
   "applicationNamespace": "String"
  }
 },
 "RuntimeUpdateInput": {
  "kind": "input",
  "fields": {
   "name": "String!",
   "description": "String",
   "labels": "Labels",
   "statusCondition": "RuntimeStatusCondition",
   "applicationNamespace": "String"
  }
 },
 "Query": {
  "kind": "object",
  "fields": {
   "application": {
    "type": "Application",
    "args": {
     "id": "ID!"
    }
   },
   "applications": {
    "type": "ApplicationPage!",
    "args": {
     "filter": "[LabelFilter!]",
     "first": {
      "type": "Int",
      "defaultValue": 200
     },
     "after": "PageCursor"
    }
   },
   "applicationsForRuntime": {
    "type": "ApplicationPage!",
    "args": {
     "runtimeID": "ID!",
     "first": {
      "type": "Int",
      "defaultValue": 200
     },
     "after": "PageCursor"
    }
   },
   "runtime": {
    "type": "Runtime",
    "args": {
     "id": "ID!"
    }
   },
   "runtimes": {
    "type": "RuntimePage!",
    "args": {
     "filter": "[LabelFilter!]",
     "first": {
      "type": "Int",
      "defaultValue": 200
     },
     "after": "PageCursor"
    }
   },
   "viewer": "Viewer!",
   "applicationsGlobal": {
    "type": "ApplicationWithTenantsPage!",
    "args": {
     "filter": "[LabelFilter!]",
     "first": {
      "type": "Int",
      "defaultValue": 200
     },
     "after": "PageCursor"
    }
   },
   "applicationBySystemNumber": {
    "type": "Application",
    "description": "Always null: Applications have no system number here.",
    "args": {
     "systemNumber": "String!"
    }
   },
   "applicationsByLocalTenantID": {
    "type": "ApplicationPage!",
    "args": {
     "localTenantID": "String!",
     "filter": "[LabelFilter!]",
     "first": {
      "type": "Int",
      "defaultValue": 200
     },
     "after": "PageCursor"
    }
   },
   "applicationByLocalTenantIDAndAppTemplateID": {
    "type": "Application",
    "description": "The first one with this local tenant that was made from this template.",
    "args": {
     "localTenantID": "String!",
     "applicationTemplateID": "ID!"
    }
   },
   "runtimeByTokenIssuer": {
    "type": "Runtime",
    "description": "Always null: tokens of Runtimes have one issuer, this system.",
    "args": {
     "issuer": "String!"
    }
   },
   "applicationTemplate": {
    "type": "ApplicationTemplate",
    "args": {
     "id": "ID!"
    }
   },
   "applicationTemplates": {
    "type": "ApplicationTemplatePage!",
    "args": {
     "filter": "[LabelFilter!]",
     "first": {
      "type": "Int",
      "defaultValue": 200
     },
     "after": "PageCursor"
    }
   },
   "automaticScenarioAssignments": {
    "type": "AutomaticScenarioAssignmentPage",
    "args": {
     "first": {
      "type": "Int",
      "defaultValue": 200
     },
     "after": "PageCursor"
    }
   },
   "automaticScenarioAssignmentForScenario": {
    "type": "AutomaticScenarioAssignment",
    "args": {
     "scenarioName": "String!"
    }
   },
   "automaticScenarioAssignmentsForSelector": {
    "type": "[AutomaticScenarioAssignment!]!",
    "args": {
     "selector": "LabelSelectorInput!"
    }
   },
   "certificateSubjectMapping": {
    "type": "CertificateSubjectMapping!",
    "args": {
     "id": "ID!"
    }
   },
   "certificateSubjectMappings": {
    "type": "CertificateSubjectMappingPage!",
    "args": {
     "first": {
      "type": "Int",
      "defaultValue": 300
     },
     "after": "PageCursor"
    }
   },
   "apisForApplication": {
    "type": "APIDefinitionPage",
    "description": "Every API Definition of an Application, in bundles or not; null for an Application that does not exist.",
    "args": {
     "appID": "ID!",
     "first": {
      "type": "Int",
      "defaultValue": 200
     },
     "after": "PageCursor"
    }
   },
   "eventsForApplication": {
    "type": "EventDefinitionPage",
    "description": "Every Event Definition of an Application, in bundles or not; null for an Application that does not exist.",
    "args": {
     "appID": "ID!",
     "first": {
      "type": "Int",
      "defaultValue": 200
     },
     "after": "PageCursor"
    }
   },
   "deliveries": {
    "type": "DeliveryPage!",
    "description": "The deliveries of an Application, or to a webhook, the latest first; exactly one of both ids. An Application sees those to its own webhooks. A page can\nhave fewer elements than were asked for, and none, while `hasNextPage` is true: one that was filtered, and one of large records.",
    "args": {
     "applicationID": "ID",
     "webhookID": "ID",
     "filter": "DeliveryFilter",
     "first": {
      "type": "Int",
      "defaultValue": 100
     },
     "after": "PageCursor"
    }
   },
   "formationConstraints": "[FormationConstraint!]!",
   "formationConstraint": {
    "type": "FormationConstraint!",
    "args": {
     "id": "ID!"
    }
   },
   "formationConstraintsByFormationType": {
    "type": "[FormationConstraint!]!",
    "args": {
     "formationTemplateID": "ID!"
    }
   },
   "formationTemplate": {
    "type": "FormationTemplate",
    "args": {
     "id": "ID!"
    }
   },
   "formationTemplates": {
    "type": "FormationTemplatePage!",
    "args": {
     "filter": "[LabelFilter!]",
     "first": {
      "type": "Int",
      "defaultValue": 200
     },
     "after": "PageCursor"
    }
   },
   "formationTemplatesByName": {
    "type": "FormationTemplatePage!",
    "args": {
     "name": "String!",
     "first": {
      "type": "Int",
      "defaultValue": 200
     },
     "after": "PageCursor"
    }
   },
   "formationsForObject": {
    "type": "[Formation!]!",
    "description": "The formations that an Application or Runtime is in; none for what does not exist.",
    "args": {
     "objectID": "String!"
    }
   },
   "formation": {
    "type": "Formation",
    "args": {
     "id": "ID!"
    }
   },
   "formationByName": {
    "type": "Formation",
    "args": {
     "name": "String!"
    }
   },
   "formations": {
    "type": "FormationPage!",
    "args": {
     "first": {
      "type": "Int",
      "defaultValue": 200
     },
     "after": "PageCursor"
    }
   },
   "healthChecks": {
    "type": "HealthCheckPage!",
    "description": "Of the Applications with a healthCheckURL that was probed at least once.",
    "args": {
     "types": "[HealthCheckType!]",
     "origin": "ID",
     "first": {
      "type": "Int",
      "defaultValue": 200
     },
     "after": "PageCursor"
    }
   },
   "bundleInstanceAuth": {
    "type": "BundleInstanceAuth",
    "description": "A Runtime sees its own only.",
    "args": {
     "id": "ID!"
    }
   },
   "bundleByInstanceAuth": {
    "type": "Bundle",
    "description": "The bundle that credentials are for.",
    "args": {
     "authID": "ID!"
    }
   },
   "integrationSystem": {
    "type": "IntegrationSystem",
    "description": "One of the tenant, or of all tenants.",
    "args": {
     "id": "ID!"
    }
   },
   "integrationSystems": {
    "type": "IntegrationSystemPage!",
    "description": "Those that were registered in the tenant.",
    "args": {
     "first": {
      "type": "Int",
      "defaultValue": 200
     },
     "after": "PageCursor"
    }
   },
   "labelDefinitions": {
    "type": "[LabelDefinition!]!",
    "description": "With that of scenarios, which follows from the formations."
   },
   "labelDefinition": {
    "type": "LabelDefinition",
    "args": {
     "key": "String!"
    }
   },
   "operation": {
    "type": "Operation",
    "description": "Always null.",
    "args": {
     "id": "ID!"
    }
   },
   "systemAuth": {
    "type": "SystemAuth",
    "description": "A credential of an Application, Runtime or integration system of the tenant.",
    "args": {
     "id": "ID!"
    }
   },
   "systemAuthByToken": {
    "type": "SystemAuth",
    "args": {
     "token": "String!"
    }
   },
   "tenantByLowestOwnerForResource": {
    "type": "String!",
    "args": {
     "id": "ID!",
     "resource": "String!"
    }
   },
   "tenants": {
    "type": "TenantPage!",
    "description": "Tenants that the caller's token names; for an operator of the platform every tenant that was written. The search term is matched with names and ids.",
    "args": {
     "first": {
      "type": "Int",
      "defaultValue": 500
     },
     "after": "PageCursor",
     "searchTerm": "String"
    }
   },
   "tenantByExternalID": {
    "type": "Tenant",
    "args": {
     "id": "ID!"
    }
   },
   "tenantByInternalID": {
    "type": "Tenant",
    "args": {
     "id": "ID!"
    }
   },
   "rootTenants": {
    "type": "[Tenant!]",
    "description": "Those ancestors without a parent, itself if it has none. Only tenants that the caller sees count.",
    "args": {
     "externalTenant": "String!"
    }
   }
  }
 },
 "Mutation": {
  "kind": "object",
  "fields": {
   "registerApplication": {
    "type": "Application!",
    "args": {
     "in": "ApplicationRegisterInput!",
     "mode": {
      "type": "OperationMode",
      "defaultValue": "SYNC"
     }
    }
   },
   "updateApplication": {
    "type": "Application!",
    "args": {
     "id": "ID!",
     "in": "ApplicationUpdateInput!"
    }
   },
   "unregisterApplication": {
    "type": "Application!",
    "args": {
     "id": "ID!",
     "mode": {
      "type": "OperationMode",
      "defaultValue": "SYNC"
     }
    }
   },
   "registerRuntime": {
    "type": "Runtime!",
    "args": {
     "in": "RuntimeRegisterInput!"
    }
   },
   "updateRuntime": {
    "type": "Runtime!",
    "args": {
     "id": "ID!",
     "in": "RuntimeUpdateInput!"
    }
   },
   "unregisterRuntime": {
    "type": "Runtime!",
    "args": {
     "id": "ID!"
    }
   },
   "addBundle": {
    "type": "Bundle!",
    "args": {
     "applicationID": "ID!",
     "in": "BundleCreateInput!"
    }
   },
   "updateBundle": {
    "type": "Bundle!",
    "args": {
     "id": "ID!",
     "in": "BundleUpdateInput!"
    }
   },
   "deleteBundle": {
    "type": "Bundle!",
    "args": {
     "id": "ID!"
    }
   },
   "addAPIDefinitionToBundle": {
    "type": "APIDefinition!",
    "args": {
     "bundleID": "ID!",
     "in": "APIDefinitionInput!"
    }
   },
   "updateAPIDefinition": {
    "type": "APIDefinition!",
    "args": {
     "id": "ID!",
     "in": "APIDefinitionInput!"
    }
   },
   "deleteAPIDefinition": {
    "type": "APIDefinition!",
    "args": {
     "id": "ID!"
    }
   },
   "addEventDefinitionToBundle": {
    "type": "EventDefinition!",
    "args": {
     "bundleID": "ID!",
     "in": "EventDefinitionInput!"
    }
   },
   "updateEventDefinition": {
    "type": "EventDefinition!",
    "args": {
     "id": "ID!",
     "in": "EventDefinitionInput!"
    }
   },
   "deleteEventDefinition": {
    "type": "EventDefinition!",
    "args": {
     "id": "ID!"
    }
   },
   "addDocumentToBundle": {
    "type": "Document!",
    "args": {
     "bundleID": "ID!",
     "in": "DocumentInput!"
    }
   },
   "deleteDocument": {
    "type": "Document!",
    "args": {
     "id": "ID!"
    }
   },
   "setApplicationLabel": {
    "type": "Label!",
    "args": {
     "applicationID": "ID!",
     "key": "String!",
     "value": "Any!"
    }
   },
   "deleteApplicationLabel": {
    "type": "Label!",
    "args": {
     "applicationID": "ID!",
     "key": "String!"
    }
   },
   "setRuntimeLabel": {
    "type": "Label!",
    "args": {
     "runtimeID": "ID!",
     "key": "String!",
     "value": "Any!"
    }
   },
   "deleteRuntimeLabel": {
    "type": "Label!",
    "args": {
     "runtimeID": "ID!",
     "key": "String!"
    }
   },
   "addWebhook": {
    "type": "Webhook!",
    "args": {
     "applicationID": "ID",
     "applicationTemplateID": "ID",
     "runtimeID": "ID",
     "formationTemplateID": "ID",
     "in": "WebhookInput!"
    }
   },
   "updateWebhook": {
    "type": "Webhook!",
    "args": {
     "webhookID": "ID!",
     "in": "WebhookInput!"
    }
   },
   "deleteWebhook": {
    "type": "Webhook!",
    "args": {
     "webhookID": "ID!"
    }
   },
   "requestOneTimeTokenForApplication": {
    "type": "OneTimeTokenForApplication!",
    "description": "`keyThumbprint` binds the token, and those it is turned into, to one key: the SHA-256 of its public key (DER of the SubjectPublicKeyInfo),\nas base64url without padding. A CSR for another key is refused. With `systemAuthID` the token brings the holder of that System Auth back as\nwho it was, when its certificate expired or was revoked.",
    "args": {
     "id": "ID!",
     "systemAuthID": "ID",
     "keyThumbprint": "String"
    }
   },
   "requestOneTimeTokenForRuntime": {
    "type": "OneTimeTokenForRuntime!",
    "description": "`systemAuthID` and `keyThumbprint` as for an Application.",
    "args": {
     "id": "ID!",
     "systemAuthID": "ID",
     "keyThumbprint": "String"
    }
   },
   "setDefaultEventingForApplication": {
    "type": "ApplicationEventingConfiguration!",
    "args": {
     "appID": "String!",
     "runtimeID": "String!"
    }
   },
   "deleteDefaultEventingForApplication": {
    "type": "ApplicationEventingConfiguration!",
    "args": {
     "appID": "String!"
    }
   },
   "mergeApplications": {
    "type": "Application!",
    "args": {
     "destinationID": "ID!",
     "sourceID": "ID!"
    }
   },
   "createApplicationTemplate": {
    "type": "ApplicationTemplate!",
    "args": {
     "in": "ApplicationTemplateInput!"
    }
   },
   "updateApplicationTemplate": {
    "type": "ApplicationTemplate!",
    "description": "Applications that were made from it stay as they are, also with override.",
    "args": {
     "id": "ID!",
     "override": "Boolean",
     "in": "ApplicationTemplateUpdateInput!"
    }
   },
   "deleteApplicationTemplate": {
    "type": "ApplicationTemplate!",
    "description": "Refused while there are Applications made from it.",
    "args": {
     "id": "ID!"
    }
   },
   "registerApplicationFromTemplate": {
    "type": "Application!",
    "description": "The Application gets the template's name as its label applicationType, unless it is given another.",
    "args": {
     "in": "ApplicationFromTemplateInput!"
    }
   },
   "createAutomaticScenarioAssignment": {
    "type": "AutomaticScenarioAssignment!",
    "description": "For the Runtimes that are there and those to come; a formation has one at most.",
    "args": {
     "in": "AutomaticScenarioAssignmentSetInput!"
    }
   },
   "deleteAutomaticScenarioAssignmentForScenario": {
    "type": "AutomaticScenarioAssignment!",
    "description": "Takes the Runtimes out again that have the label.",
    "args": {
     "scenarioName": "String!"
    }
   },
   "deleteAutomaticScenarioAssignmentsForSelector": {
    "type": "[AutomaticScenarioAssignment!]!",
    "args": {
     "selector": "LabelSelectorInput!"
    }
   },
   "setAPIAuth": {
    "type": "APIRuntimeAuth!",
    "args": {
     "apiID": "ID!",
     "runtimeID": "ID!",
     "in": "AuthInput!"
    }
   },
   "deleteAPIAuth": {
    "type": "APIRuntimeAuth!",
    "args": {
     "apiID": "ID!",
     "runtimeID": "ID!"
    }
   },
   "addDocument": {
    "type": "Document!",
    "args": {
     "applicationID": "ID!",
     "in": "DocumentInput!"
    }
   },
   "createCertificateSubjectMapping": {
    "type": "CertificateSubjectMapping",
    "args": {
     "in": "CertificateSubjectMappingInput!"
    }
   },
   "updateCertificateSubjectMapping": {
    "type": "CertificateSubjectMapping",
    "args": {
     "id": "ID!",
     "in": "CertificateSubjectMappingInput!"
    }
   },
   "deleteCertificateSubjectMapping": {
    "type": "CertificateSubjectMapping",
    "args": {
     "id": "ID!"
    }
   },
   "refetchAPISpec": {
    "type": "APISpec!",
    "description": "Has the text fetched again; the one that there is stays until then. A specification without a fetch request answers as it is.",
    "args": {
     "apiID": "ID!"
    }
   },
   "refetchEventDefinitionSpec": {
    "type": "EventSpec!",
    "description": "Has the text fetched again; the one that there is stays until then. A specification without a fetch request answers as it is.",
    "args": {
     "eventID": "ID!"
    }
   },
   "addAPIDefinitionToApplication": {
    "type": "APIDefinition!",
    "description": "Adds an API Definition to no bundle, but to the Application itself.",
    "args": {
     "appID": "ID!",
     "in": "APIDefinitionInput!"
    }
   },
   "updateAPIDefinitionForApplication": {
    "type": "APIDefinition!",
    "description": "The same as updateAPIDefinition: a definition is changed where it stands.",
    "args": {
     "id": "ID!",
     "in": "APIDefinitionInput!"
    }
   },
   "addEventDefinitionToApplication": {
    "type": "EventDefinition!",
    "description": "Adds an Event Definition to no bundle, but to the Application itself.",
    "args": {
     "appID": "ID!",
     "in": "EventDefinitionInput!"
    }
   },
   "updateEventDefinitionForApplication": {
    "type": "EventDefinition!",
    "description": "The same as updateEventDefinition: a definition is changed where it stands.",
    "args": {
     "id": "ID!",
     "in": "EventDefinitionInput!"
    }
   },
   "redeliver": {
    "type": "Delivery!",
    "description": "Has a delivery that ended begin anew within a minute, whatever its state, with the same `webhook-id` and body. The webhook must be enabled. A delivery is\nattempted 100 times at most.",
    "args": {
     "id": "ID!"
    }
   },
   "resynchronizeFormationNotifications": {
    "type": "Formation!",
    "description": "Answers the formation as it is: it has no notifications that could fail.",
    "args": {
     "formationID": "ID!",
     "reset": "Boolean"
    }
   },
   "createFormationConstraint": {
    "type": "FormationConstraint!",
    "args": {
     "formationConstraint": "FormationConstraintInput!"
    }
   },
   "updateFormationConstraint": {
    "type": "FormationConstraint!",
    "args": {
     "id": "ID!",
     "in": "FormationConstraintUpdateInput!"
    }
   },
   "deleteFormationConstraint": {
    "type": "FormationConstraint!",
    "args": {
     "id": "ID!"
    }
   },
   "attachConstraintToFormationTemplate": {
    "type": "ConstraintReference!",
    "args": {
     "constraintID": "ID!",
     "formationTemplateID": "ID!"
    }
   },
   "detachConstraintFromFormationTemplate": {
    "type": "ConstraintReference!",
    "args": {
     "constraintID": "ID!",
     "formationTemplateID": "ID!"
    }
   },
   "createFormationTemplate": {
    "type": "FormationTemplate",
    "args": {
     "in": "FormationTemplateRegisterInput!"
    }
   },
   "updateFormationTemplate": {
    "type": "FormationTemplate",
    "args": {
     "id": "ID!",
     "in": "FormationTemplateUpdateInput!"
    }
   },
   "deleteFormationTemplate": {
    "type": "FormationTemplate",
    "description": "Refused while there are formations made from it.",
    "args": {
     "id": "ID!"
    }
   },
   "setFormationTemplateLabel": {
    "type": "Label!",
    "args": {
     "formationTemplateID": "ID!",
     "in": "LabelInput!"
    }
   },
   "deleteFormationTemplateLabel": {
    "type": "Label!",
    "args": {
     "formationTemplateID": "ID!",
     "key": "String!"
    }
   },
   "createFormation": {
    "type": "Formation!",
    "args": {
     "formation": "FormationInput!"
    }
   },
   "deleteFormation": {
    "type": "Formation!",
    "args": {
     "formation": "FormationInput!"
    }
   },
   "assignFormation": {
    "type": "Formation!",
    "description": "Of type TENANT: the Runtimes with the label global_subaccount_id of this value, those that are there and those to come. Initial configurations are\nrefused.",
    "args": {
     "objectID": "ID!",
     "objectType": "FormationObjectType!",
     "formation": "FormationInput!",
     "initialConfigurations": "[InitialConfiguration!]"
    }
   },
   "unassignFormation": {
    "type": "Formation!",
    "args": {
     "objectID": "ID!",
     "objectType": "FormationObjectType!",
     "formation": "FormationInput!"
    }
   },
   "unassignFormationGlobal": {
    "type": "Formation!",
    "description": "As unassignFormation, by the formation's id.",
    "args": {
     "objectID": "ID!",
     "objectType": "FormationObjectType!",
     "formation": "ID!"
    }
   },
   "finalizeDraftFormation": {
    "type": "Formation!",
    "args": {
     "formationID": "ID!"
    }
   },
   "requestBundleInstanceAuthCreation": {
    "type": "BundleInstanceAuth!",
    "description": "Asks for credentials to a bundle. The Application is notified through its CONFIGURATION_CHANGED webhooks, unless the bundle has default credentials.",
    "args": {
     "bundleID": "ID!",
     "in": "BundleInstanceAuthRequestInput!"
    }
   },
   "requestBundleInstanceAuthDeletion": {
    "type": "BundleInstanceAuth!",
    "description": "Gives credentials back. The Application is notified, revokes them and deletes them here.",
    "args": {
     "authID": "ID!"
    }
   },
   "setBundleInstanceAuth": {
    "type": "BundleInstanceAuth!",
    "description": "The Application's answer to a request.",
    "args": {
     "authID": "ID!",
     "in": "BundleInstanceAuthSetInput!"
    }
   },
   "deleteBundleInstanceAuth": {
    "type": "BundleInstanceAuth!",
    "args": {
     "authID": "ID!"
    }
   },
   "createBundleInstanceAuth": {
    "type": "BundleInstanceAuth!",
    "args": {
     "bundleID": "ID!",
     "in": "BundleInstanceAuthCreateInput!"
    }
   },
   "updateBundleInstanceAuth": {
    "type": "BundleInstanceAuth!",
    "args": {
     "id": "ID!",
     "bundleID": "ID!",
     "in": "BundleInstanceAuthUpdateInput!"
    }
   },
   "addIntegrationDependencyToApplication": {
    "type": "IntegrationDependency!",
    "args": {
     "appID": "ID!",
     "in": "IntegrationDependencyInput!"
    }
   },
   "deleteIntegrationDependency": {
    "type": "IntegrationDependency!",
    "args": {
     "id": "ID!"
    }
   },
   "registerIntegrationSystem": {
    "type": "IntegrationSystem!",
    "args": {
     "in": "IntegrationSystemInput!"
    }
   },
   "updateIntegrationSystem": {
    "type": "IntegrationSystem!",
    "args": {
     "id": "ID!",
     "in": "IntegrationSystemInput!"
    }
   },
   "unregisterIntegrationSystem": {
    "type": "IntegrationSystem!",
    "description": "Ends its credentials too; refused while Applications name it as theirs.",
    "args": {
     "id": "ID!"
    }
   },
   "createLabelDefinition": {
    "type": "LabelDefinition!",
    "description": "Refused when there are labels that violate the schema. That of scenarios lists the formations: others are created, and those that it leaves out are\ndeleted, if nothing is in them.",
    "args": {
     "in": "LabelDefinitionInput!"
    }
   },
   "updateLabelDefinition": {
    "type": "LabelDefinition!",
    "description": "As createLabelDefinition, for a label that has a definition.",
    "args": {
     "in": "LabelDefinitionInput!"
    }
   },
   "deleteLabelDefinition": {
    "type": "LabelDefinition!",
    "args": {
     "key": "String!",
     "deleteRelatedLabels": {
      "type": "Boolean",
      "defaultValue": false
     }
    }
   },
   "registerRuntimeContext": {
    "type": "RuntimeContext!",
    "args": {
     "runtimeID": "ID!",
     "in": "RuntimeContextInput!"
    }
   },
   "updateRuntimeContext": {
    "type": "RuntimeContext!",
    "args": {
     "id": "ID!",
     "in": "RuntimeContextInput!"
    }
   },
   "unregisterRuntimeContext": {
    "type": "RuntimeContext!",
    "args": {
     "id": "ID!"
    }
   },
   "scheduleOperation": {
    "type": "Operation",
    "args": {
     "operationID": "ID!",
     "priority": "Int"
    }
   },
   "updateSystemAuth": {
    "type": "SystemAuth!",
    "args": {
     "authID": "ID!",
     "in": "AuthInput!"
    }
   },
   "invalidateSystemAuthOneTimeToken": {
    "type": "SystemAuth!",
    "args": {
     "authID": "ID!"
    }
   },
   "requestClientCredentialsForApplication": {
    "type": "SystemAuth!",
    "description": "Another credential: an OAuth client for the client credentials grant. Its secret is in this answer and nowhere else; later answers have\nan empty text in its place. The client has the scopes of its kind that the caller holds. Not where the deployment has an identity provider\nof its own. Asked for by its owner, it ends with the credential that was used to ask.",
    "args": {
     "id": "ID!"
    }
   },
   "requestClientCredentialsForRuntime": {
    "type": "SystemAuth!",
    "args": {
     "id": "ID!"
    }
   },
   "requestClientCredentialsForIntegrationSystem": {
    "type": "SystemAuth!",
    "args": {
     "id": "ID!"
    }
   },
   "deleteSystemAuthForApplication": {
    "type": "SystemAuth!",
    "description": "Ends a credential and those derived from it, which its owner asked for with it: certificates and access tokens are refused from the next\nrequest on.",
    "args": {
     "authID": "ID!"
    }
   },
   "deleteSystemAuthForRuntime": {
    "type": "SystemAuth!",
    "args": {
     "authID": "ID!"
    }
   },
   "deleteSystemAuthForIntegrationSystem": {
    "type": "SystemAuth!",
    "args": {
     "authID": "ID!"
    }
   },
   "unpairApplication": {
    "type": "Application!",
    "description": "Ends all credentials of an Application and sets its status back to INITIAL; refused while it is in a formation with a Runtime.",
    "args": {
     "id": "ID!",
     "mode": {
      "type": "OperationMode",
      "defaultValue": "SYNC"
     }
    }
   },
   "addTenantAccess": {
    "type": "TenantAccess",
    "args": {
     "in": "TenantAccessInput!"
    }
   },
   "removeTenantAccess": {
    "type": "TenantAccess",
    "args": {
     "tenantID": "ID!",
     "resourceID": "ID!",
     "resourceType": "TenantAccessObjectType!"
    }
   },
   "subscribeTenant": {
    "type": "Boolean!",
    "args": {
     "providerID": "String!",
     "subaccountID": "String!",
     "providerSubaccountID": "String!",
     "consumerTenantID": "String!",
     "region": "String!",
     "subscriptionAppName": "String!",
     "subscriptionPayload": "String!"
    }
   },
   "unsubscribeTenant": {
    "type": "Boolean!",
    "args": {
     "providerID": "String!",
     "subaccountID": "String!",
     "providerSubaccountID": "String!",
     "consumerTenantID": "String!",
     "region": "String!",
     "subscriptionPayload": "String!"
    }
   },
   "writeTenants": {
    "type": "[String!]",
    "description": "Writes over what was known of the tenants, all or nothing; answers their ids.",
    "args": {
     "in": "[BusinessTenantMappingInput!]"
    }
   },
   "updateTenant": {
    "type": "Tenant!",
    "description": "As writeTenant, with the description as answer; the id cannot be changed.",
    "args": {
     "id": "ID!",
     "in": "BusinessTenantMappingInput!"
    }
   },
   "setTenantLabel": {
    "type": "Label!",
    "description": "Region, subdomain and the like are parts of the description; other labels stay when that is written over. At most 4 KB together.",
    "args": {
     "tenantID": "ID!",
     "key": "String!",
     "value": "Any!"
    }
   },
   "writeTenant": {
    "type": "String!",
    "args": {
     "in": "BusinessTenantMappingInput!"
    }
   },
   "deleteTenants": {
    "type": "Int!",
    "description": "Forgets what was written; refused for a tenant that has objects. Answers of how many tenants something was forgotten.",
    "args": {
     "in": "[String!]"
    }
   },
   "rotateWebhookSigningSecret": {
    "type": "Webhook!",
    "description": "Gives the webhook another signing secret, or pair of keys. For 24 hours deliveries carry a signature of the one before, too.",
    "args": {
     "webhookID": "ID!"
    }
   },
   "enableWebhook": {
    "type": "Webhook!",
    "description": "Has deliveries made to a disabled webhook again. Those that failed meanwhile are made up for by `recoverWebhook` only.",
    "args": {
     "webhookID": "ID!"
    }
   },
   "recoverWebhook": {
    "type": "Int!",
    "description": "Has the deliveries to a webhook that failed begin anew: those made at a time within the last 30 days or later, the oldest first. Answers how\nmany, 1000 at most: repeat it until there are none.",
    "args": {
     "webhookID": "ID!",
     "since": "Timestamp!"
    }
   },
   "testWebhook": {
    "type": "WebhookTest!",
    "description": "Posts one signed message of the type `io.compass.webhook.test.v1` to the webhook, a disabled one too, and answers what its endpoint answered. It is not repeated,\nis in no list of deliveries, and changes no status. A webhook is tested once in 10 seconds at most.",
    "args": {
     "webhookID": "ID!"
    }
   }
  }
 },
 "ApplicationWithTenants": {
  "kind": "object",
  "fields": {
   "application": "Application!",
   "tenants": "[Tenant!]"
  }
 },
 "ApplicationWithTenantsPage": {
  "kind": "object",
  "interfaces": [
   "Pageable"
  ],
  "fields": {
   "data": "[ApplicationWithTenants!]!",
   "pageInfo": "PageInfo!",
   "totalCount": "Int!"
  }
 },
 "TenantBusinessType": {
  "kind": "object",
  "fields": {
   "id": "ID!",
   "code": "String!",
   "name": "String!"
  }
 },
 "ApplicationTemplateAccessLevel": {
  "kind": "enum",
  "values": {
   "GLOBAL": {}
  }
 },
 "PlaceholderDefinition": {
  "kind": "object",
  "fields": {
   "name": "String!",
   "description": "String",
   "jsonPath": "String",
   "optional": "Boolean"
  }
 },
 "ApplicationTemplate": {
  "kind": "object",
  "description": "What Applications of one kind have in common. Its access level is GLOBAL within its tenant.",
  "fields": {
   "id": "ID!",
   "name": "String!",
   "description": "String",
   "applicationNamespace": "String",
   "webhooks": {
    "type": "[Webhook!]",
    "description": "They count for its Applications that have none of that type; null without the scope to read them."
   },
   "applicationInput": {
    "type": "String!",
    "description": "JSON of the input that its Applications are registered with, without credentials for who cannot change it."
   },
   "placeholders": "[PlaceholderDefinition!]!",
   "labels": {
    "type": "Labels",
    "args": {
     "key": "String"
    }
   },
   "accessLevel": "ApplicationTemplateAccessLevel!",
   "createdAt": "Timestamp!",
   "updatedAt": "Timestamp!"
  }
 },
 "ApplicationTemplatePage": {
  "kind": "object",
  "interfaces": [
   "Pageable"
  ],
  "fields": {
   "data": "[ApplicationTemplate!]!",
   "pageInfo": "PageInfo!",
   "totalCount": "Int!"
  }
 },
 "PlaceholderDefinitionInput": {
  "kind": "input",
  "fields": {
   "name": {
    "type": "String!",
    "description": "Up to 36 lower case letters, digits, - and . that begin with a letter."
   },
   "description": "String",
   "jsonPath": {
    "type": "String",
    "description": "Where its value stands in a placeholdersPayload: $.a.b[0]."
   },
   "optional": {
    "type": "Boolean",
    "description": "Without a value, a text that consists of it is left out."
   }
  }
 },
 "ApplicationJSONInput": {
  "kind": "input",
  "description": "As ApplicationRegisterInput, with {{placeholders}} in any text.",
  "fields": {
   "name": "String!",
   "providerName": "String",
   "description": "String",
   "labels": "Labels",
   "webhooks": "[WebhookInput!]",
   "healthCheckURL": "String",
   "baseUrl": "String",
   "applicationNamespace": "String",
   "localTenantID": "String",
   "integrationSystemID": "ID",
   "statusCondition": "ApplicationStatusCondition",
   "bundles": "[BundleCreateInput!]"
  }
 },
 "ApplicationTemplateInput": {
  "kind": "input",
  "description": "Placeholders have distinct names, each is used in the application input, and no other is.",
  "fields": {
   "name": "String!",
   "description": "String",
   "applicationNamespace": "String",
   "webhooks": "[WebhookInput!]",
   "labels": "Labels",
   "applicationInput": "ApplicationJSONInput!",
   "placeholders": "[PlaceholderDefinitionInput!]",
   "accessLevel": "ApplicationTemplateAccessLevel!"
  }
 },
 "ApplicationTemplateUpdateInput": {
  "kind": "input",
  "description": "Labels and webhooks stay as they are where the input has none.",
  "fields": {
   "name": "String!",
   "description": "String",
   "applicationNamespace": "String",
   "webhooks": "[WebhookInput!]",
   "labels": "Labels",
   "applicationInput": "ApplicationJSONInput!",
   "placeholders": "[PlaceholderDefinitionInput!]",
   "accessLevel": "ApplicationTemplateAccessLevel!"
  }
 },
 "TemplateValueInput": {
  "kind": "input",
  "fields": {
   "placeholder": "String!",
   "value": "String!"
  }
 },
 "ApplicationFromTemplateInput": {
  "kind": "input",
  "description": "A value for each placeholder: either by name, or all in a payload where jsonPath finds them.",
  "fields": {
   "id": {
    "type": "ID",
    "description": "The id of the template, as a check of its name."
   },
   "templateName": "String!",
   "values": "[TemplateValueInput]",
   "placeholdersPayload": {
    "type": "String",
    "description": "JSON."
   },
   "labels": {
    "type": "Labels",
    "description": "In addition to those of the template's input."
   }
  }
 },
 "AutomaticScenarioAssignment": {
  "kind": "object",
  "description": "Runtimes with this label are assigned to the formation of this name.",
  "fields": {
   "scenarioName": "String!",
   "selector": "Label!"
  }
 },
 "AutomaticScenarioAssignmentPage": {
  "kind": "object",
  "interfaces": [
   "Pageable"
  ],
  "fields": {
   "data": "[AutomaticScenarioAssignment!]!",
   "pageInfo": "PageInfo!",
   "totalCount": "Int!"
  }
 },
 "LabelSelectorInput": {
  "kind": "input",
  "fields": {
   "key": "String!",
   "value": "String!"
  }
 },
 "AutomaticScenarioAssignmentSetInput": {
  "kind": "input",
  "fields": {
   "scenarioName": "String!",
   "selector": "LabelSelectorInput!"
  }
 },
 "APIRuntimeAuth": {
  "kind": "object",
  "description": "The credentials of one Runtime for an API Definition: those that its bundle has for it, or the default ones. For clients older than bundles.",
  "fields": {
   "runtimeID": "ID!",
   "auth": "Auth"
  }
 },
 "CertificateSubjectMapping": {
  "kind": "object",
  "description": "Certificates come from this system's own authority; the page is always empty.",
  "fields": {
   "id": "ID!",
   "subject": "String!",
   "consumerType": "String!",
   "internalConsumerID": "String",
   "tenantAccessLevels": "[String!]!",
   "createdAt": "Timestamp",
   "updatedAt": "Timestamp"
  }
 },
 "CertificateSubjectMappingPage": {
  "kind": "object",
  "interfaces": [
   "Pageable"
  ],
  "fields": {
   "data": "[CertificateSubjectMapping!]!",
   "pageInfo": "PageInfo!",
   "totalCount": "Int!"
  }
 },
 "CertificateSubjectMappingInput": {
  "kind": "input",
  "fields": {
   "subject": "String!",
   "consumerType": "String!",
   "internalConsumerID": "String",
   "tenantAccessLevels": "[String!]!"
  }
 },
 "DeliveryState": {
  "kind": "enum",
  "values": {
   "PENDING": {
    "description": "It was not made yet, or is tried again."
   },
   "SUCCEEDED": {
    "description": "The endpoint answered with a 2xx."
   },
   "FAILED": {
    "description": "It was given up: see `failure`."
   },
   "GONE": {
    "description": "The endpoint answered 410."
   },
   "DROPPED": {
    "description": "The webhook was deleted before."
   }
  }
 },
 "DeliveryFailure": {
  "kind": "enum",
  "values": {
   "ATTEMPTS_EXHAUSTED": {
    "description": "The last attempt of the schedule failed."
   },
   "ENDPOINT_UNREACHABLE": {
    "description": "The endpoint gave no answer, to other deliveries either, for as long as the schedule lasts."
   },
   "WEBHOOK_DISABLED": {
    "description": "The webhook is disabled."
   },
   "ATTEMPTS_CUT_OFF": {
    "description": "The dispatcher ended during every attempt."
   }
  }
 },
 "DeliveryAttempt": {
  "kind": "object",
  "description": "One call of the endpoint, or one that could not be made.",
  "fields": {
   "timestamp": "Timestamp!",
   "duration": {
    "type": "Int!",
    "description": "Milliseconds."
   },
   "status": {
    "type": "Int",
    "description": "The status of the answer; null without one."
   },
   "error": {
    "type": "String",
    "description": "Why it failed; null if it did not."
   },
   "body": {
    "type": "String",
    "description": "The first 1,024 bytes of the answer's body as text; null if it had none. Credentials that were sent to the endpoint are replaced by `***`."
   }
  }
 },
 "Delivery": {
  "kind": "object",
  "description": "One event on its way to one webhook. It is kept for 30 days.",
  "fields": {
   "id": {
    "type": "ID!",
    "description": "The `webhook-id` of its requests."
   },
   "webhookID": "ID!",
   "applicationID": "ID!",
   "applicationTemplateID": {
    "type": "ID",
    "description": "The template that has the webhook, if the Application has not."
   },
   "eventID": "ID!",
   "eventType": {
    "type": "String",
    "description": "The type of the event, which is the `data.reason` of its requests; null for one that an earlier release made."
   },
   "state": "DeliveryState!",
   "failure": {
    "type": "DeliveryFailure",
    "description": "Why it is FAILED; null unless it is."
   },
   "createdAt": "Timestamp!",
   "nextAttemptAt": {
    "type": "Timestamp",
    "description": "Null unless another attempt is to come."
   },
   "attempts": {
    "type": "[DeliveryAttempt!]!",
    "description": "The oldest first. An attempt that a crash cut off is missing."
   }
  }
 },
 "DeliveryPage": {
  "kind": "object",
  "fields": {
   "data": "[Delivery!]!",
   "pageInfo": "PageInfo!"
  }
 },
 "DeliveryFilter": {
  "kind": "input",
  "fields": {
   "states": "[DeliveryState!]",
   "eventTypes": "[String!]",
   "from": {
    "type": "Timestamp",
    "description": "Made then or later."
   },
   "to": {
    "type": "Timestamp",
    "description": "Made then or earlier."
   }
  }
 },
 "FormationAssignmentType": {
  "kind": "enum",
  "values": {
   "APPLICATION": {},
   "RUNTIME": {},
   "RUNTIME_CONTEXT": {}
  }
 },
 "AssignmentOperationType": {
  "kind": "enum",
  "values": {
   "ASSIGN": {},
   "UNASSIGN": {},
   "INSTANCE_CREATOR_UNASSIGN": {}
  }
 },
 "OperationTrigger": {
  "kind": "enum",
  "values": {
   "ASSIGN_OBJECT": {},
   "UNASSIGN_OBJECT": {},
   "RESET": {},
   "RESYNC": {}
  }
 },
 "FormationParticipant": {
  "kind": "union",
  "types": [
   "Application",
   "Runtime",
   "RuntimeContext"
  ]
 },
 "AssignmentOperation": {
  "kind": "object",
  "fields": {
   "id": "ID!",
   "operationType": "AssignmentOperationType!",
   "formationAssignmentID": "ID!",
   "formationID": "ID!",
   "triggeredBy": "OperationTrigger!",
   "startedAtTimestamp": "Timestamp",
   "finishedAtTimestamp": "Timestamp"
  }
 },
 "AssignmentOperationPage": {
  "kind": "object",
  "interfaces": [
   "Pageable"
  ],
  "fields": {
   "data": "[AssignmentOperation!]!",
   "pageInfo": "PageInfo!",
   "totalCount": "Int!"
  }
 },
 "FormationAssignment": {
  "kind": "object",
  "description": "Members of a formation do not configure each other here; the page is always empty.",
  "fields": {
   "id": "ID!",
   "source": "ID!",
   "sourceType": "FormationAssignmentType!",
   "sourceEntity": "FormationParticipant!",
   "target": "ID!",
   "targetType": "FormationAssignmentType!",
   "targetEntity": "FormationParticipant!",
   "state": "String!",
   "value": "String",
   "configuration": "String",
   "error": "String",
   "assignmentOperations": {
    "type": "AssignmentOperationPage",
    "args": {
     "first": {
      "type": "Int",
      "defaultValue": 200
     },
     "after": "PageCursor"
    }
   },
   "lastStateChangeTimestamp": "Timestamp",
   "lastNotificationSentTimestamp": "Timestamp"
  }
 },
 "FormationAssignmentPage": {
  "kind": "object",
  "interfaces": [
   "Pageable"
  ],
  "fields": {
   "data": "[FormationAssignment!]!",
   "pageInfo": "PageInfo!",
   "totalCount": "Int!"
  }
 },
 "ConstraintScope": {
  "kind": "enum",
  "values": {
   "GLOBAL": {},
   "FORMATION_TYPE": {}
  }
 },
 "ConstraintType": {
  "kind": "enum",
  "values": {
   "PRE": {},
   "POST": {},
   "UI": {}
  }
 },
 "ResourceType": {
  "kind": "enum",
  "values": {
   "APPLICATION": {},
   "RUNTIME": {},
   "RUNTIME_CONTEXT": {},
   "TENANT": {},
   "FORMATION": {}
  }
 },
 "TargetOperation": {
  "kind": "enum",
  "values": {
   "ASSIGN_FORMATION": {},
   "UNASSIGN_FORMATION": {},
   "CREATE_FORMATION": {},
   "DELETE_FORMATION": {},
   "GENERATE_FORMATION_ASSIGNMENT_NOTIFICATION": {},
   "GENERATE_FORMATION_NOTIFICATION": {},
   "LOAD_FORMATIONS": {},
   "SELECT_SYSTEMS_FOR_FORMATION": {},
   "SEND_NOTIFICATION": {},
   "NOTIFICATION_STATUS_RETURNED": {}
  }
 },
 "FormationConstraint": {
  "kind": "object",
  "description": "Nothing creates constraints here; the lists are always empty.",
  "fields": {
   "id": "ID!",
   "name": "String!",
   "description": "String!",
   "constraintType": "String!",
   "targetOperation": "String!",
   "operator": "String!",
   "resourceType": "String!",
   "resourceSubtype": "String!",
   "inputTemplate": "String!",
   "constraintScope": "String!",
   "priority": "Int!",
   "createdAt": "Timestamp!"
  }
 },
 "ConstraintReference": {
  "kind": "object",
  "fields": {
   "constraintID": "ID!",
   "formationTemplateID": "ID!"
  }
 },
 "FormationConstraintInput": {
  "kind": "input",
  "fields": {
   "name": "String!",
   "description": "String",
   "constraintType": "ConstraintType!",
   "targetOperation": "TargetOperation!",
   "operator": "String!",
   "resourceType": "ResourceType!",
   "resourceSubtype": "String!",
   "inputTemplate": "String!",
   "constraintScope": "ConstraintScope!",
   "priority": "Int"
  }
 },
 "FormationConstraintUpdateInput": {
  "kind": "input",
  "fields": {
   "inputTemplate": "String!",
   "priority": "Int",
   "description": "String"
  }
 },
 "ArtifactType": {
  "kind": "enum",
  "values": {
   "SUBSCRIPTION": {},
   "SERVICE_INSTANCE": {},
   "ENVIRONMENT_INSTANCE": {}
  }
 },
 "FormationTemplate": {
  "kind": "object",
  "description": "What formations made from it take in. A list of types that is empty or absent takes every type.",
  "fields": {
   "id": "ID!",
   "name": "String!",
   "applicationTypes": {
    "type": "[String!]!",
    "description": "Values of the label applicationType."
   },
   "runtimeTypes": {
    "type": "[String!]",
    "description": "Values of the label runtimeType."
   },
   "runtimeTypeDisplayName": "String",
   "runtimeArtifactKind": "ArtifactType",
   "leadingProductIDs": "[String!]",
   "supportsReset": "Boolean!",
   "webhooks": {
    "type": "[Webhook!]",
    "description": "Templates have no webhooks here; always null."
   },
   "discoveryConsumers": {
    "type": "[String!]",
    "description": "Who may find formations made from it; kept as it was given."
   },
   "labels": {
    "type": "Labels",
    "args": {
     "key": "String"
    }
   },
   "createdAt": "Timestamp!",
   "updatedAt": "Timestamp",
   "formationConstraints": "[FormationConstraint!]"
  }
 },
 "FormationTemplatePage": {
  "kind": "object",
  "interfaces": [
   "Pageable"
  ],
  "fields": {
   "data": "[FormationTemplate!]!",
   "pageInfo": "PageInfo!",
   "totalCount": "Int!"
  }
 },
 "FormationTemplateRegisterInput": {
  "kind": "input",
  "fields": {
   "name": "String!",
   "applicationTypes": "[String!]!",
   "runtimeTypes": "[String!]",
   "runtimeTypeDisplayName": "String",
   "runtimeArtifactKind": "ArtifactType",
   "leadingProductIDs": "[String!]",
   "supportsReset": "Boolean",
   "discoveryConsumers": "[String!]",
   "labels": "Labels",
   "webhooks": {
    "type": "[WebhookInput!]",
    "description": "Refused unless it is empty."
   }
  }
 },
 "FormationTemplateUpdateInput": {
  "kind": "input",
  "description": "Labels stay as they are where the input has none.",
  "fields": {
   "name": "String!",
   "applicationTypes": "[String!]!",
   "runtimeTypes": "[String!]",
   "runtimeTypeDisplayName": "String",
   "runtimeArtifactKind": "ArtifactType",
   "leadingProductIDs": "[String!]",
   "supportsReset": "Boolean",
   "discoveryConsumers": "[String!]",
   "labels": "Labels",
   "webhooks": {
    "type": "[WebhookInput!]",
    "description": "Refused unless it is empty."
   }
  }
 },
 "LabelInput": {
  "kind": "input",
  "fields": {
   "key": "String!",
   "value": "Any!"
  }
 },
 "FormationObjectType": {
  "kind": "enum",
  "values": {
   "APPLICATION": {},
   "RUNTIME": {},
   "RUNTIME_CONTEXT": {},
   "TENANT": {}
  }
 },
 "FormationStatusCondition": {
  "kind": "enum",
  "values": {
   "IN_PROGRESS": {},
   "ERROR": {},
   "READY": {},
   "DRAFT": {}
  }
 },
 "FormationStatusError": {
  "kind": "object",
  "fields": {
   "assignmentID": "ID",
   "message": "String!",
   "errorCode": "Int!"
  }
 },
 "FormationStatus": {
  "kind": "object",
  "description": "READY as soon as the formation exists: its members are told by webhooks of their own.",
  "fields": {
   "condition": "FormationStatusCondition!",
   "errors": "[FormationStatusError!]"
  }
 },
 "FormationError": {
  "kind": "object",
  "fields": {
   "message": "String!",
   "errorCode": "Int!"
  }
 },
 "Formation": {
  "kind": "object",
  "fields": {
   "id": "ID!",
   "tenantID": "ID!",
   "name": "String!",
   "formationTemplateId": "ID!",
   "state": "String!",
   "error": {
    "type": "FormationError",
    "description": "Always null."
   },
   "status": "FormationStatus!",
   "lastStateChangeTimestamp": {
    "type": "Timestamp",
    "description": "Always null."
   },
   "lastNotificationSentTimestamp": {
    "type": "Timestamp",
    "description": "Always null."
   },
   "formationAssignment": {
    "type": "FormationAssignment",
    "description": "Always null.",
    "args": {
     "id": "ID!"
    }
   },
   "formationAssignments": {
    "type": "FormationAssignmentPage",
    "args": {
     "first": {
      "type": "Int",
      "defaultValue": 200
     },
     "after": "PageCursor"
    }
   }
  }
 },
 "FormationPage": {
  "kind": "object",
  "interfaces": [
   "Pageable"
  ],
  "fields": {
   "data": "[Formation!]!",
   "pageInfo": "PageInfo!",
   "totalCount": "Int!"
  }
 },
 "FormationInput": {
  "kind": "input",
  "fields": {
   "name": "String!",
   "templateName": "String",
   "state": "String"
  }
 },
 "InitialConfiguration": {
  "kind": "input",
  "description": "What one member of a formation is to know of another from the start.",
  "fields": {
   "sourceID": "ID!",
   "targetID": "ID!",
   "configuration": "String!"
  }
 },
 "HealthCheckType": {
  "kind": "enum",
  "values": {
   "MANAGEMENT_PLANE_APPLICATION_HEALTHCHECK": {}
  }
 },
 "HealthCheckStatusCondition": {
  "kind": "enum",
  "values": {
   "SUCCEEDED": {},
   "FAILED": {}
  }
 },
 "HealthCheck": {
  "kind": "object",
  "description": "How the last probe of an Application's healthCheckURL ended.",
  "fields": {
   "type": "HealthCheckType!",
   "condition": "HealthCheckStatusCondition!",
   "origin": {
    "type": "ID",
    "description": "The id of the Application."
   },
   "message": {
    "type": "String",
    "description": "Why it failed."
   },
   "timestamp": "Timestamp!"
  }
 },
 "HealthCheckPage": {
  "kind": "object",
  "interfaces": [
   "Pageable"
  ],
  "fields": {
   "data": "[HealthCheck!]!",
   "pageInfo": "PageInfo!",
   "totalCount": "Int!"
  }
 },
 "BundleInstanceAuthSetStatusConditionInput": {
  "kind": "enum",
  "values": {
   "SUCCEEDED": {},
   "FAILED": {}
  }
 },
 "BundleInstanceAuthRequestInput": {
  "kind": "input",
  "fields": {
   "id": "ID",
   "context": {
    "type": "JSON",
    "description": "Handed back as it came."
   },
   "inputParams": {
    "type": "JSON",
    "description": "Must satisfy the bundle's instanceAuthRequestInputSchema."
   }
  }
 },
 "BundleInstanceAuthStatusInput": {
  "kind": "input",
  "description": "A given status needs a message and a reason.",
  "fields": {
   "condition": {
    "type": "BundleInstanceAuthSetStatusConditionInput!",
    "defaultValue": "SUCCEEDED"
   },
   "message": "String!",
   "reason": "String!"
  }
 },
 "BundleInstanceAuthSetInput": {
  "kind": "input",
  "description": "At least one of the two; with auth, the status can only be SUCCEEDED.",
  "fields": {
   "auth": "AuthInput",
   "status": "BundleInstanceAuthStatusInput"
  }
 },
 "BundleInstanceAuthCreateInput": {
  "kind": "input",
  "description": "Exactly one of runtimeID and runtimeContextID.",
  "fields": {
   "context": "JSON",
   "inputParams": "JSON",
   "auth": "AuthInput!",
   "runtimeID": "ID",
   "runtimeContextID": "ID"
  }
 },
 "BundleInstanceAuthUpdateInput": {
  "kind": "input",
  "description": "What is absent is kept.",
  "fields": {
   "context": "JSON",
   "inputParams": "JSON",
   "auth": "AuthInput"
  }
 },
 "IntegrationDependency": {
  "kind": "object",
  "description": "Nothing creates integration dependencies here; the page is always empty.",
  "fields": {
   "id": "ID!",
   "name": "String!",
   "description": "String",
   "ordID": "String",
   "partOfPackage": "String",
   "visibility": "String",
   "releaseStatus": "String",
   "mandatory": "Boolean",
   "aspects": "[Aspect!]",
   "version": "Version",
   "labels": "Labels",
   "created_at": "Timestamp",
   "updated_at": "Timestamp",
   "deleted_at": "Timestamp",
   "error": "String"
  }
 },
 "IntegrationDependencyPage": {
  "kind": "object",
  "interfaces": [
   "Pageable"
  ],
  "fields": {
   "data": "[IntegrationDependency!]!",
   "pageInfo": "PageInfo!",
   "totalCount": "Int!"
  }
 },
 "Aspect": {
  "kind": "object",
  "fields": {
   "id": "ID!",
   "name": "String!",
   "description": "String",
   "mandatory": "Boolean",
   "apiResources": "[AspectAPIDefinition!]",
   "eventResources": "[AspectEventDefinition!]",
   "created_at": "Timestamp",
   "updated_at": "Timestamp",
   "deleted_at": "Timestamp",
   "error": "String"
  }
 },
 "AspectAPIDefinition": {
  "kind": "object",
  "fields": {
   "ordID": "String!"
  }
 },
 "AspectEventDefinition": {
  "kind": "object",
  "fields": {
   "ordID": "String!",
   "subset": "[AspectEventDefinitionSubset!]",
   "created_at": "Timestamp",
   "updated_at": "Timestamp",
   "deleted_at": "Timestamp",
   "error": "String"
  }
 },
 "AspectEventDefinitionSubset": {
  "kind": "object",
  "fields": {
   "eventType": "String"
  }
 },
 "AspectAPIDefinitionInput": {
  "kind": "input",
  "fields": {
   "ordID": "String",
   "ordId": "String"
  }
 },
 "AspectEventDefinitionInput": {
  "kind": "input",
  "fields": {
   "ordID": "String",
   "ordId": "String",
   "subset": "[AspectEventDefinitionSubsetInput]"
  }
 },
 "AspectEventDefinitionSubsetInput": {
  "kind": "input",
  "fields": {
   "eventType": "String"
  }
 },
 "AspectInput": {
  "kind": "input",
  "fields": {
   "name": "String!",
   "description": "String",
   "mandatory": "Boolean",
   "apiResources": "[AspectAPIDefinitionInput!]",
   "eventResources": "[AspectEventDefinitionInput!]"
  }
 },
 "IntegrationDependencyInput": {
  "kind": "input",
  "fields": {
   "name": "String!",
   "description": "String",
   "ordID": "String",
   "partOfPackage": "ID",
   "visibility": "String",
   "releaseStatus": "String",
   "mandatory": "Boolean",
   "aspects": "[AspectInput!]",
   "version": "VersionInput"
  }
 },
 "IntegrationSystem": {
  "kind": "object",
  "description": "A program that looks after Applications and Runtimes of its tenant, or of all tenants.",
  "fields": {
   "id": "ID!",
   "name": "String!",
   "description": "String",
   "allTenants": {
    "type": "Boolean!",
    "description": "If true it acts in the tenant that the header Tenant chooses: the one it was registered in, or any that writeTenants described. It is administered in the former."
   },
   "auths": "[IntSysSystemAuth!]"
  }
 },
 "IntegrationSystemPage": {
  "kind": "object",
  "interfaces": [
   "Pageable"
  ],
  "fields": {
   "data": "[IntegrationSystem!]!",
   "pageInfo": "PageInfo!",
   "totalCount": "Int!"
  }
 },
 "IntSysSystemAuth": {
  "kind": "object",
  "interfaces": [
   "SystemAuth"
  ],
  "fields": {
   "id": "ID!",
   "auth": "Auth",
   "type": "SystemAuthReferenceType",
   "referenceObjectId": "ID",
   "tenantId": "String",
   "origin": {
    "type": "SystemAuthOrigin",
    "description": "Null for credentials of earlier versions."
   },
   "lastSeenAt": {
    "type": "Timestamp",
    "description": "When the credential was used last, to within six hours."
   }
  }
 },
 "IntegrationSystemInput": {
  "kind": "input",
  "fields": {
   "name": {
    "type": "String!",
    "description": "Unique in the tenant: lower case letters, digits, - and ., at most 36."
   },
   "description": "String",
   "allTenants": {
    "type": "Boolean",
    "description": "Whether it acts in all tenants, which an operator of the platform decides. Default: true if the caller is an operator, too. Cannot be changed."
   }
  }
 },
 "LabelDefinition": {
  "kind": "object",
  "fields": {
   "key": "String!",
   "schema": "JSONSchema"
  }
 },
 "LabelDefinitionInput": {
  "kind": "input",
  "fields": {
   "key": "String!",
   "schema": {
    "type": "JSONSchema",
    "description": "Without a schema the label takes every value."
   }
  }
 },
 "RuntimeContext": {
  "kind": "object",
  "description": "Nothing creates runtime contexts here; the page is always empty.",
  "fields": {
   "id": "ID!",
   "key": "String!",
   "value": "String!",
   "labels": {
    "type": "Labels",
    "args": {
     "key": "String"
    }
   }
  }
 },
 "RuntimeContextPage": {
  "kind": "object",
  "interfaces": [
   "Pageable"
  ],
  "fields": {
   "data": "[RuntimeContext!]!",
   "pageInfo": "PageInfo!",
   "totalCount": "Int!"
  }
 },
 "RuntimeContextInput": {
  "kind": "input",
  "fields": {
   "key": "String!",
   "value": "String!"
  }
 },
 "OperationStatus": {
  "kind": "enum",
  "values": {
   "SCHEDULED": {},
   "IN_PROGRESS": {},
   "COMPLETED": {},
   "FAILED": {}
  }
 },
 "OperationErrorSeverity": {
  "kind": "enum",
  "values": {
   "NONE": {},
   "INFO": {},
   "WARNING": {},
   "ERROR": {}
  }
 },
 "ScheduledOperationType": {
  "kind": "enum",
  "values": {
   "ORD_AGGREGATION": {},
   "SYSTEM_FETCHING": {},
   "SAAS_REGISTRY_DISCOVERY": {}
  }
 },
 "OperationType": {
  "kind": "enum",
  "description": "What an operation of the mode ASYNC does to an object.",
  "values": {
   "CREATE": {},
   "UPDATE": {},
   "DELETE": {}
  }
 },
 "Operation": {
  "kind": "object",
  "description": "Nothing is scheduled here; the list is always empty.",
  "fields": {
   "id": "ID!",
   "operationType": "ScheduledOperationType!",
   "status": "OperationStatus!",
   "error": "String",
   "errorSeverity": "OperationErrorSeverity!",
   "createdAt": "Timestamp",
   "updatedAt": "Timestamp"
  }
 },
 "SystemAuthUpdateInput": {
  "kind": "input",
  "fields": {
   "auth": "AuthInput"
  }
 },
 "TenantAccessObjectType": {
  "kind": "enum",
  "values": {
   "APPLICATION": {},
   "RUNTIME": {},
   "RUNTIME_CONTEXT": {}
  }
 },
 "EventType": {
  "kind": "enum",
  "description": "Changes that give tenants access to Applications in a system where tenants share them.",
  "values": {
   "NEW_APPLICATION": {},
   "NEW_SINGLE_TENANT": {},
   "NEW_MULTIPLE_TENANTS": {}
  }
 },
 "TenantAccess": {
  "kind": "object",
  "description": "An object belongs to one tenant here; nothing gives it to another.",
  "fields": {
   "tenantID": "ID!",
   "resourceType": "TenantAccessObjectType!",
   "resourceID": "ID!",
   "owner": "Boolean!"
  }
 },
 "TenantAccessInput": {
  "kind": "input",
  "fields": {
   "tenantID": "ID!",
   "resourceType": "TenantAccessObjectType!",
   "resourceID": "ID!",
   "owner": "Boolean!"
  }
 },
 "Tenant": {
  "kind": "object",
  "description": "Description of a tenant. It gives no access: tokens of the identity provider do.",
  "fields": {
   "id": {
    "type": "ID!",
    "description": "As in the header Tenant."
   },
   "internalID": {
    "type": "ID!",
    "description": "The same: tenants have one id here."
   },
   "name": "String",
   "type": "String",
   "parents": "[ID]",
   "parentID": {
    "type": "ID",
    "description": "The first of parents, for clients that know of one only."
   },
   "provider": "String!",
   "initialized": {
    "type": "Boolean",
    "description": "Whether it has Applications, Runtimes, formations or the like."
   },
   "labels": {
    "type": "Labels",
    "description": "Region, subdomain and the like.",
    "args": {
     "key": "String"
    }
   }
  }
 },
 "TenantPage": {
  "kind": "object",
  "interfaces": [
   "Pageable"
  ],
  "fields": {
   "data": "[Tenant!]!",
   "pageInfo": "PageInfo!",
   "totalCount": "Int!"
  }
 },
 "BusinessTenantMappingInput": {
  "kind": "input",
  "fields": {
   "name": "String!",
   "externalTenant": "String!",
   "parent": "String",
   "parents": "[String]",
   "subdomain": "String",
   "region": "String",
   "type": {
    "type": "String!",
    "description": "unknown, customer, account, subaccount, organization, folder, resource-group or cost-object."
   },
   "provider": "String!",
   "licenseType": "String",
   "customerID": "String",
   "customerId": "String",
   "costObjectID": "String",
   "costObjectId": "String",
   "costObjectType": "String"
  }
 },
 "WebhookTest": {
  "kind": "object",
  "description": "What the endpoint of a webhook answered to a test.",
  "fields": {
   "id": {
    "type": "ID!",
    "description": "The `webhook-id` of the request."
   },
   "webhookID": "ID!",
   "accepted": {
    "type": "Boolean!",
    "description": "True if a delivery would have succeeded: the status is a 2xx."
   },
   "timestamp": "Timestamp!",
   "duration": {
    "type": "Int!",
    "description": "Milliseconds."
   },
   "status": {
    "type": "Int",
    "description": "The status of the answer; null without one."
   },
   "error": {
    "type": "String",
    "description": "Why it failed; null if it did not."
   },
   "body": {
    "type": "String",
    "description": "The first 1,024 bytes of the answer's body as text; null if it had none. Credentials that were sent to the endpoint are replaced by `***`."
   }
  }
 },
 "WebhookCondition": {
  "kind": "enum",
  "values": {
   "ENABLED": {
    "description": "The last delivery succeeded, or there was none."
   },
   "FAILING": {
    "description": "Every attempt since the time of the status failed. Deliveries are tried again."
   },
   "DISABLED": {
    "description": "No deliveries are made."
   }
  }
 },
 "WebhookDisablingReason": {
  "kind": "enum",
  "values": {
   "GONE": {
    "description": "The endpoint answered 410."
   },
   "FAILING": {
    "description": "Every attempt failed for five days."
   }
  }
 },
 "WebhookStatus": {
  "kind": "object",
  "description": "The course of a webhook's deliveries.",
  "fields": {
   "condition": "WebhookCondition!",
   "timestamp": {
    "type": "Timestamp",
    "description": "When it was disabled, or since when it fails; null while it is enabled."
   },
   "reason": {
    "type": "WebhookDisablingReason",
    "description": "Why it is disabled; null while it is not."
   }
  }
 },
 "WebhookSignatureScheme": {
  "kind": "enum",
  "description": "The signatures of Standard Webhooks.",
  "values": {
   "SYMMETRIC": {
    "description": "HMAC-SHA256 with a secret that Compass and the endpoint share (`v1`)."
   },
   "ASYMMETRIC": {
    "description": "Ed25519: Compass alone has the private key, and the endpoint verifies with the public key (`v1a`)."
   }
  }
 }
};
