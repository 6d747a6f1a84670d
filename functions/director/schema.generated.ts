// Generated from schema.graphql by scripts/generate-graphql.ts; do not edit.
import type { SchemaTable } from '#shared/graphql/schema-table.ts';

import type { JsonValue } from '../../shared/core/json.ts';
import type { JsonObject } from '../../shared/core/json.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ApplicationModel, BundleModel, BundleInstanceAuthModel, ApiDefinitionModel, EventDefinitionModel, SpecModel, FetchRequestModel, DocumentModel, RuntimeModel, FormationModel, FormationAssignmentModel, FormationTemplateModel, ApplicationTemplateModel, HealthCheckModel, TenantModel, WebhookModel, DeliveryModel, DeliveryAttemptModel, WebhookTestModel, CertificateModel, CloneSuspicionModel, SystemAuthModel, SystemAuthOriginModel, IntegrationSystemModel, AuthModel, CredentialModel } from './models.ts';
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

/** How far an Application is. This system sets INITIAL and CONNECTED; clients with the right to write may set any value. */
export type ApplicationStatusCondition =
  /** It has not called the Director yet, or was unpaired. */
  | 'INITIAL'
  /** It called the Director with its credential. */
  | 'CONNECTED'
  /** Set by clients only: it does not work. */
  | 'FAILED'
  /** Set by clients only: it is being created. */
  | 'CREATING'
  /** Set by clients only: its creation failed. */
  | 'CREATE_FAILED'
  /** Set by clients only: its creation succeeded. */
  | 'CREATE_SUCCEEDED'
  /** Set by clients only: it is being changed. */
  | 'UPDATING'
  /** Set by clients only: its change failed. */
  | 'UPDATE_FAILED'
  /** Set by clients only: its change succeeded. */
  | 'UPDATE_SUCCEEDED'
  /** Set by clients only: it is being deleted. */
  | 'DELETING'
  /** Set by clients only: its deletion failed. */
  | 'DELETE_FAILED'
  /** Set by clients only: its deletion succeeded. */
  | 'DELETE_SUCCEEDED'
  /** Set by clients only: it is being unpaired. */
  | 'UNPAIRING'
  /** Set by clients only: unpairing it failed. */
  | 'UNPAIR_FAILED';

/** How far a Runtime is. */
export type RuntimeStatusCondition =
  /** It has not called the Director yet. */
  | 'INITIAL'
  /** The Provisioner builds it. */
  | 'PROVISIONING'
  /** It called the Director with its credential. */
  | 'CONNECTED'
  /** Its provisioning failed, or a client says so. */
  | 'FAILED';

/** When an operation is done. Both values mean the same here: it is done when it is answered. */
export type OperationMode =
  /** The operation is done when it is answered. */
  | 'SYNC'
  /** Accepted for clients of the original, and the same as SYNC. */
  | 'ASYNC';

/** The occasion of a webhook. Only CONFIGURATION_CHANGED is called by this system; other types are stored for other systems to call. */
export type WebhookType =
  /** Called when the configuration of the Application may have changed. */
  | 'CONFIGURATION_CHANGED'
  /** Stored, not called. */
  | 'APPLICATION_TENANT_MAPPING'
  /** Stored, not called. */
  | 'REGISTER_APPLICATION'
  /** Stored, not called. */
  | 'UNREGISTER_APPLICATION'
  /** Stored, not called. */
  | 'UNPAIR_APPLICATION'
  /** Stored, not called. */
  | 'OPEN_RESOURCE_DISCOVERY'
  /** Stored, not called. */
  | 'OPEN_RESOURCE_DISCOVERY_STATIC'
  /** Stored, not called. */
  | 'FORMATION_LIFECYCLE'
  /** Stored, not called. */
  | 'SYSTEM_FIELD_DISCOVERY';

/**
 * How the receiver of a webhook answers to a change of a formation. Without a mode, the status of its answer says that it is told. Other deliveries are the same in
 * every mode.
 */
export type WebhookMode =
  /** At once: `state` and `error` in the JSON of its answer count. */
  | 'SYNC'
  /** As without a mode. */
  | 'ASYNC'
  /** Later: it reports its state by a call, whose URL is in the header `Location` of the notification. */
  | 'ASYNC_CALLBACK';

/** The language that describes an API. */
export type ApiSpecType =
  /** OData: EDMX in XML, or CSDL in JSON. */
  | 'ODATA'
  /** OpenAPI, of any version, in JSON or YAML. */
  | 'OPEN_API';

/** The language that describes Events. */
export type EventSpecType =
  /** AsyncAPI, of any version, in JSON or YAML. */
  | 'ASYNC_API';

/** The format of a specification's text. */
export type SpecFormat =
  /** YAML: for OPEN_API and ASYNC_API. */
  | 'YAML'
  /** JSON: for every type. */
  | 'JSON'
  /** XML: for ODATA. */
  | 'XML';

/** The format of a document's text. */
export type DocumentFormat =
  /** Markdown. */
  | 'MARKDOWN';

/** A kind of caller. */
export type ViewerType =
  /** A Runtime with its credential. */
  | 'RUNTIME'
  /** An Application with its credential. */
  | 'APPLICATION'
  /** An integration system with its access token. */
  | 'INTEGRATION_SYSTEM'
  /** A user with a token of the identity provider. */
  | 'USER';

/** The kind of object that a one-time token pairs. */
export type OneTimeTokenType =
  /** A Runtime. */
  | 'Runtime'
  /** An Application. */
  | 'Application';

/** The kind of object that has a credential. */
export type SystemAuthReferenceType =
  /** An Application. */
  | 'APPLICATION'
  /** A Runtime. */
  | 'RUNTIME'
  /** An integration system. */
  | 'INTEGRATION_SYSTEM';

/** How far a request for credentials to a bundle is. */
export type BundleInstanceAuthStatusCondition =
  /** The Application has not answered yet. */
  | 'PENDING'
  /** The credentials are there. */
  | 'SUCCEEDED'
  /** The Application refused the request. */
  | 'FAILED'
  /** The credentials were given back; the Application revokes them at its side and deletes them here. */
  | 'UNUSED';

/** The place of a page in its list. */
export type PageInfo = {
  startCursor: Scalars['PageCursor']['output'];
  endCursor: Scalars['PageCursor']['output'];
  hasNextPage: Scalars['Boolean']['output'];
};

/** A page of a list, with the number of all its elements. */
export type Pageable = {
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** A label of an object. */
export type Label = {
  key: Scalars['String']['output'];
  value: Scalars['Any']['output'];
};

/** The status of an Application. Its time changes with the condition. */
export type ApplicationStatus = {
  condition: ApplicationStatusCondition;
  timestamp: Scalars['Timestamp']['output'];
};

/** The status of a Runtime. Its time changes with the condition. */
export type RuntimeStatus = {
  condition: RuntimeStatusCondition;
  timestamp: Scalars['Timestamp']['output'];
};

/** The times of a Runtime. */
export type RuntimeMetadata = {
  creationTimestamp: Scalars['Timestamp']['output'];
};

/** The addresses to which an Application sends its events. */
export type ApplicationEventingConfiguration = {
  /** Where the Application sends its events; empty when no connected Runtime takes them. */
  defaultURL: Scalars['String']['output'];
  /** The same for an Application with an access token of its OAuth client instead of a certificate; empty when the Runtime names no such address. */
  defaultURLForTokens: Scalars['String']['output'];
};

/** The address at which a Runtime takes events: its label runtime_eventServiceUrl, or an empty text. */
export type RuntimeEventingConfiguration = {
  defaultURL: Scalars['String']['output'];
};

/** A system that offers APIs and Events, which are ordered in bundles. */
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


/** A system that offers APIs and Events, which are ordered in bundles. */
export type ApplicationLabelsArgs = {
  key?: InputMaybe<Scalars['String']['input']>;
};


/** A system that offers APIs and Events, which are ordered in bundles. */
export type ApplicationBundlesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


/** A system that offers APIs and Events, which are ordered in bundles. */
export type ApplicationBundleArgs = {
  id: Scalars['ID']['input'];
};


/** A system that offers APIs and Events, which are ordered in bundles. */
export type ApplicationApiDefinitionsArgs = {
  group?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


/** A system that offers APIs and Events, which are ordered in bundles. */
export type ApplicationEventDefinitionsArgs = {
  group?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


/** A system that offers APIs and Events, which are ordered in bundles. */
export type ApplicationDocumentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


/** A system that offers APIs and Events, which are ordered in bundles. */
export type ApplicationApiDefinitionArgs = {
  id: Scalars['ID']['input'];
};


/** A system that offers APIs and Events, which are ordered in bundles. */
export type ApplicationEventDefinitionArgs = {
  id: Scalars['ID']['input'];
};


/** A system that offers APIs and Events, which are ordered in bundles. */
export type ApplicationIntegrationDependenciesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};

/** A page of a list. */
export type ApplicationPage = Pageable & {
  data: Array<Application>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** An environment in which extensions run. It sees the Applications that share a formation with it. */
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


/** An environment in which extensions run. It sees the Applications that share a formation with it. */
export type RuntimeLabelsArgs = {
  key?: InputMaybe<Scalars['String']['input']>;
};


/** An environment in which extensions run. It sees the Applications that share a formation with it. */
export type RuntimeRuntimeContextsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


/** An environment in which extensions run. It sees the Applications that share a formation with it. */
export type RuntimeRuntimeContextArgs = {
  id: Scalars['ID']['input'];
};

/** A page of a list. */
export type RuntimePage = Pageable & {
  data: Array<Runtime>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** User name and password (RFC 7617). */
export type BasicCredentialData = {
  username: Scalars['String']['output'];
  password: Scalars['String']['output'];
};

/** An OAuth client with a secret, for the client credentials grant at the URL. */
export type OAuthCredentialData = {
  clientId: Scalars['ID']['output'];
  clientSecret: Scalars['String']['output'];
  url: Scalars['String']['output'];
};

/** An OAuth client with a certificate, for the client credentials grant at the URL. */
export type CertificateOAuthCredentialData = {
  clientId: Scalars['ID']['output'];
  certificate: Scalars['String']['output'];
  url: Scalars['String']['output'];
};

/** One of the kinds of credentials. */
export type CredentialData = BasicCredentialData | OAuthCredentialData | CertificateOAuthCredentialData;

/** The request that gets a CSRF token before the API is called. */
export type CsrfTokenCredentialRequestAuth = {
  tokenEndpointURL: Scalars['String']['output'];
  credential?: Maybe<CredentialData>;
  additionalHeaders?: Maybe<Scalars['HttpHeaders']['output']>;
  additionalHeadersSerialized?: Maybe<Scalars['HttpHeadersSerialized']['output']>;
  additionalQueryParams?: Maybe<Scalars['QueryParams']['output']>;
  additionalQueryParamsSerialized?: Maybe<Scalars['QueryParamsSerialized']['output']>;
};

/** Requests that come before a call of the API. */
export type CredentialRequestAuth = {
  csrf?: Maybe<CsrfTokenCredentialRequestAuth>;
};

/** A token that pairs an Application or Runtime once. */
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

/** A token that pairs an Application once. */
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

/** A token that pairs a Runtime once. */
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

/** The way to authenticate at an API. Its fields are null for callers who may not see credentials. */
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

/** A credential of a caller of this system: a client certificate, an OAuth client, or a one-time token. */
export type SystemAuth = {
  id: Scalars['ID']['output'];
  auth?: Maybe<Auth>;
  type?: Maybe<SystemAuthReferenceType>;
  referenceObjectId?: Maybe<Scalars['ID']['output']>;
  tenantId?: Maybe<Scalars['String']['output']>;
  origin?: Maybe<SystemAuthOrigin>;
  /** When the credential was used last, to within six hours. */
  lastSeenAt?: Maybe<Scalars['Timestamp']['output']>;
  /** Its certificates, the latest first; none of an OAuth client, and none before the pairing is completed. */
  certificates?: Maybe<Array<Certificate>>;
  /** Certificates whose use or renewal was refused because their key may have been copied. Each is kept until a day after its end. */
  cloneSuspicions?: Maybe<Array<CloneSuspicion>>;
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

/** A credential of an Application. */
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
  /** Its certificates, the latest first; none of an OAuth client, and none before the pairing is completed. */
  certificates?: Maybe<Array<Certificate>>;
  /** Certificates whose use or renewal was refused because their key may have been copied. Each is kept until a day after its end. */
  cloneSuspicions?: Maybe<Array<CloneSuspicion>>;
};

/** A credential of a Runtime. */
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
  /** Its certificates, the latest first; none of an OAuth client, and none before the pairing is completed. */
  certificates?: Maybe<Array<Certificate>>;
  /** Certificates whose use or renewal was refused because their key may have been copied. Each is kept until a day after its end. */
  cloneSuspicions?: Maybe<Array<CloneSuspicion>>;
};

/** An address that is called on an occasion. */
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

/** The version of a definition. */
export type Version = {
  value: Scalars['String']['output'];
  deprecated?: Maybe<Scalars['Boolean']['output']>;
  deprecatedSince?: Maybe<Scalars['String']['output']>;
  forRemoval?: Maybe<Scalars['Boolean']['output']>;
};

/** The amount of text that a fetch request covers. */
export type FetchMode =
  /** One text. */
  | 'SINGLE'
  /** Accepted, and the fetch fails: only SINGLE is fetched. */
  | 'BUNDLE'
  /** Accepted, and the fetch fails: only SINGLE is fetched. */
  | 'INDEX';

/** How the last fetch of a text ended. */
export type FetchRequestStatusCondition =
  /** The text was not fetched yet, or is fetched again. */
  | 'INITIAL'
  /** The text was fetched. */
  | 'SUCCEEDED'
  /** The text could not be fetched; the message says why. */
  | 'FAILED';

/** The status of a fetch request. */
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

/** The specification of an API. */
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

/** The specification of Events. */
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

/** An API that an Application offers. */
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


/** An API that an Application offers. */
export type ApiDefinitionAuthArgs = {
  runtimeID: Scalars['ID']['input'];
};

/** A page of a list. */
export type ApiDefinitionPage = Pageable & {
  data: Array<ApiDefinition>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** Events that an Application sends. */
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

/** A page of a list. */
export type EventDefinitionPage = Pageable & {
  data: Array<EventDefinition>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** A text about a bundle. */
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

/** A page of a list. */
export type DocumentPage = Pageable & {
  data: Array<Document>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** The status of credentials for a bundle. */
export type BundleInstanceAuthStatus = {
  condition: BundleInstanceAuthStatusCondition;
  timestamp: Scalars['Timestamp']['output'];
  message: Scalars['String']['output'];
  reason: Scalars['String']['output'];
};

/** The credentials of one Runtime for the APIs of a bundle, or its request for them. */
export type BundleInstanceAuth = {
  id: Scalars['ID']['output'];
  context?: Maybe<Scalars['JSON']['output']>;
  inputParams?: Maybe<Scalars['JSON']['output']>;
  auth?: Maybe<Auth>;
  status: BundleInstanceAuthStatus;
  runtimeID?: Maybe<Scalars['ID']['output']>;
  runtimeContextID?: Maybe<Scalars['ID']['output']>;
};

/** APIs, Events and documents of an Application that belong together and share credentials. */
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


/** APIs, Events and documents of an Application that belong together and share credentials. */
export type BundleApiDefinitionsArgs = {
  group?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


/** APIs, Events and documents of an Application that belong together and share credentials. */
export type BundleEventDefinitionsArgs = {
  group?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


/** APIs, Events and documents of an Application that belong together and share credentials. */
export type BundleDocumentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


/** APIs, Events and documents of an Application that belong together and share credentials. */
export type BundleApiDefinitionArgs = {
  id: Scalars['ID']['input'];
};


/** APIs, Events and documents of an Application that belong together and share credentials. */
export type BundleEventDefinitionArgs = {
  id: Scalars['ID']['input'];
};


/** APIs, Events and documents of an Application that belong together and share credentials. */
export type BundleDocumentArgs = {
  id: Scalars['ID']['input'];
};


/** APIs, Events and documents of an Application that belong together and share credentials. */
export type BundleInstanceAuthArgs = {
  id: Scalars['ID']['input'];
};

/** A page of a list. */
export type BundlePage = Pageable & {
  data: Array<Bundle>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** The caller. */
export type Viewer = {
  id: Scalars['ID']['output'];
  type: ViewerType;
};

/** A condition on a label: that it is there, or has a value. `query` is a JSON text such as `"value"`, or `$[*] ? (@ == "value")` for a list that has it. */
export type LabelFilter = {
  key: Scalars['String']['input'];
  query?: InputMaybe<Scalars['String']['input']>;
};

/** User name and password (RFC 7617). */
export type BasicCredentialDataInput = {
  username: Scalars['String']['input'];
  password: Scalars['String']['input'];
};

/** An OAuth client with a secret, for the client credentials grant at the URL. */
export type OAuthCredentialDataInput = {
  clientId: Scalars['ID']['input'];
  clientSecret: Scalars['String']['input'];
  url: Scalars['String']['input'];
};

/** An OAuth client with a certificate, for the client credentials grant at the URL. */
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

/** The request that gets a CSRF token before the API is called. */
export type CsrfTokenCredentialRequestAuthInput = {
  tokenEndpointURL: Scalars['String']['input'];
  credential?: InputMaybe<CredentialDataInput>;
  additionalHeaders?: InputMaybe<Scalars['HttpHeaders']['input']>;
  additionalHeadersSerialized?: InputMaybe<Scalars['HttpHeadersSerialized']['input']>;
  additionalQueryParams?: InputMaybe<Scalars['QueryParams']['input']>;
  additionalQueryParamsSerialized?: InputMaybe<Scalars['QueryParamsSerialized']['input']>;
};

/** Requests that come before a call of the API. */
export type CredentialRequestAuthInput = {
  csrf?: InputMaybe<CsrfTokenCredentialRequestAuthInput>;
};

/** The way to authenticate at an address of the Application. */
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

/** A one-time token, as AuthInput takes it without effect. */
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

/** A webhook to add, or the new settings of one. */
export type WebhookInput = {
  type: WebhookType;
  /** Exactly one of url and urlTemplate; url for CONFIGURATION_CHANGED. What would never be called is refused. */
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

/** The version of a definition. */
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

/** An API that an Application offers. */
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

/** Events that an Application sends. */
export type EventDefinitionInput = {
  name: Scalars['String']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  group?: InputMaybe<Scalars['String']['input']>;
  spec?: InputMaybe<EventSpecInput>;
  version?: InputMaybe<VersionInput>;
};

/** A text about a bundle. */
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

/** A new bundle, with the definitions and documents in it. */
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

/** The new fields of a bundle. Its definitions and documents stay. */
export type BundleUpdateInput = {
  name: Scalars['String']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  instanceAuthRequestInputSchema?: InputMaybe<Scalars['JSONSchema']['input']>;
  defaultInstanceAuth?: InputMaybe<AuthInput>;
};

/** A new Application, with everything that is known of it. */
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

/** The fields of an Application to change. Those that are absent stay. */
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

/** A new Runtime. */
export type RuntimeRegisterInput = {
  name: Scalars['String']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  labels?: InputMaybe<Scalars['Labels']['input']>;
  webhooks?: InputMaybe<Array<WebhookInput>>;
  statusCondition?: InputMaybe<RuntimeStatusCondition>;
  applicationNamespace?: InputMaybe<Scalars['String']['input']>;
};

/** The new fields of a Runtime. */
export type RuntimeUpdateInput = {
  name: Scalars['String']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  labels?: InputMaybe<Scalars['Labels']['input']>;
  statusCondition?: InputMaybe<RuntimeStatusCondition>;
  applicationNamespace?: InputMaybe<Scalars['String']['input']>;
};

/** The questions that the API answers. Objects are those of the caller's tenant. */
export type Query = {
  /** An Application; null if it does not exist. An Application reads itself, a Runtime those that share a formation with it. */
  application?: Maybe<Application>;
  /** The Applications of the tenant. */
  applications: ApplicationPage;
  /** The Applications that share a formation with a Runtime, with normalized names unless its label isNormalized is "false". */
  applicationsForRuntime: ApplicationPage;
  /** A Runtime; null if it does not exist. A Runtime reads itself only. */
  runtime?: Maybe<Runtime>;
  /** The Runtimes of the tenant. */
  runtimes: RuntimePage;
  /** The caller: its kind, and the id of the object behind its credential. */
  viewer: Viewer;
  /** Not offered: use applications in each tenant. */
  applicationsGlobal: ApplicationWithTenantsPage;
  /** Always null: Applications have no system number here. */
  applicationBySystemNumber?: Maybe<Application>;
  /** The Applications with this local tenant. */
  applicationsByLocalTenantID: ApplicationPage;
  /** The first one with this local tenant that was made from this template. */
  applicationByLocalTenantIDAndAppTemplateID?: Maybe<Application>;
  /** Always null: tokens of Runtimes have one issuer, this system. */
  runtimeByTokenIssuer?: Maybe<Runtime>;
  /** An application template; null if it does not exist. */
  applicationTemplate?: Maybe<ApplicationTemplate>;
  /** The application templates of the tenant. */
  applicationTemplates: ApplicationTemplatePage;
  /** The automatic assignments of the tenant, in the order of the formations' names. */
  automaticScenarioAssignments?: Maybe<AutomaticScenarioAssignmentPage>;
  /** The automatic assignment of a formation; null if it has none. */
  automaticScenarioAssignmentForScenario?: Maybe<AutomaticScenarioAssignment>;
  /** The automatic assignments with this label. */
  automaticScenarioAssignmentsForSelector: Array<AutomaticScenarioAssignment>;
  /** Always the error NotFound: there are no certificate subject mappings here. */
  certificateSubjectMapping: CertificateSubjectMapping;
  /** Always an empty page: there are no certificate subject mappings here. */
  certificateSubjectMappings: CertificateSubjectMappingPage;
  /**
   * The latest certificate of each credential of the tenant, the first to end first; those of Runtimes for callers who may read their credentials. A page can have
   * fewer elements than were asked for, and none, while `hasNextPage` is true: one that was filtered. A credential of release 0.2.0 or earlier is in the list
   * from its first call on.
   */
  certificates: CertificatePage;
  /** Every API Definition of an Application, in bundles or not; null for an Application that does not exist. */
  apisForApplication?: Maybe<ApiDefinitionPage>;
  /** Every Event Definition of an Application, in bundles or not; null for an Application that does not exist. */
  eventsForApplication?: Maybe<EventDefinitionPage>;
  /**
   * The deliveries of an Application, or to a webhook, the latest first; exactly one of both ids. An Application sees those to its own webhooks. A page can
   * have fewer elements than were asked for, and none, while `hasNextPage` is true: one that was filtered, and one of large records.
   */
  deliveries: DeliveryPage;
  /** Always empty: there are no constraints here. */
  formationConstraints: Array<FormationConstraint>;
  /** Always the error NotFound: there are no constraints here. */
  formationConstraint: FormationConstraint;
  /** Always empty: there are no constraints here. */
  formationConstraintsByFormationType: Array<FormationConstraint>;
  /** A formation template; null if it does not exist. */
  formationTemplate?: Maybe<FormationTemplate>;
  /** The formation templates of the tenant, the default one included. */
  formationTemplates: FormationTemplatePage;
  /** The formation template of this name: a page of one element, or an empty one. */
  formationTemplatesByName: FormationTemplatePage;
  /** The formations that an Application or Runtime is in; none for what does not exist. */
  formationsForObject: Array<Formation>;
  /** A formation; null if it does not exist. */
  formation?: Maybe<Formation>;
  /** The formation of this name; null if it does not exist. */
  formationByName?: Maybe<Formation>;
  /** The formations of the tenant. */
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
  /** The definition of a label; null if it has none. */
  labelDefinition?: Maybe<LabelDefinition>;
  /** Always null. */
  operation?: Maybe<Operation>;
  /** A credential of an Application, Runtime or integration system of the tenant. */
  systemAuth?: Maybe<SystemAuth>;
  /** Not offered: the Connector authenticates tokens; use systemAuth with an id. */
  systemAuthByToken?: Maybe<SystemAuth>;
  /** Not offered: an object belongs to the one tenant that answers it; use application or runtime in each of tenants. */
  tenantByLowestOwnerForResource: Scalars['String']['output'];
  /** Tenants that the caller's token names; for an operator of the platform every tenant that was written. The search term is matched with names and ids. */
  tenants: TenantPage;
  /** A tenant by its id; null if the caller does not see it or it was not written. */
  tenantByExternalID?: Maybe<Tenant>;
  /** The same as tenantByExternalID: tenants have one id here. */
  tenantByInternalID?: Maybe<Tenant>;
  /** Those ancestors without a parent, itself if it has none. Only tenants that the caller sees count. */
  rootTenants?: Maybe<Array<Tenant>>;
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryApplicationArgs = {
  id: Scalars['ID']['input'];
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryApplicationsArgs = {
  filter?: InputMaybe<Array<LabelFilter>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryApplicationsForRuntimeArgs = {
  runtimeID: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryRuntimeArgs = {
  id: Scalars['ID']['input'];
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryRuntimesArgs = {
  filter?: InputMaybe<Array<LabelFilter>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryApplicationsGlobalArgs = {
  filter?: InputMaybe<Array<LabelFilter>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryApplicationBySystemNumberArgs = {
  systemNumber: Scalars['String']['input'];
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryApplicationsByLocalTenantIdArgs = {
  localTenantID: Scalars['String']['input'];
  filter?: InputMaybe<Array<LabelFilter>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryApplicationByLocalTenantIdAndAppTemplateIdArgs = {
  localTenantID: Scalars['String']['input'];
  applicationTemplateID: Scalars['ID']['input'];
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryRuntimeByTokenIssuerArgs = {
  issuer: Scalars['String']['input'];
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryApplicationTemplateArgs = {
  id: Scalars['ID']['input'];
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryApplicationTemplatesArgs = {
  filter?: InputMaybe<Array<LabelFilter>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryAutomaticScenarioAssignmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryAutomaticScenarioAssignmentForScenarioArgs = {
  scenarioName: Scalars['String']['input'];
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryAutomaticScenarioAssignmentsForSelectorArgs = {
  selector: LabelSelectorInput;
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryCertificateSubjectMappingArgs = {
  id: Scalars['ID']['input'];
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryCertificateSubjectMappingsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryCertificatesArgs = {
  filter?: InputMaybe<CertificateFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryApisForApplicationArgs = {
  appID: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryEventsForApplicationArgs = {
  appID: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryDeliveriesArgs = {
  applicationID?: InputMaybe<Scalars['ID']['input']>;
  webhookID?: InputMaybe<Scalars['ID']['input']>;
  filter?: InputMaybe<DeliveryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryFormationConstraintArgs = {
  id: Scalars['ID']['input'];
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryFormationConstraintsByFormationTypeArgs = {
  formationTemplateID: Scalars['ID']['input'];
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryFormationTemplateArgs = {
  id: Scalars['ID']['input'];
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryFormationTemplatesArgs = {
  filter?: InputMaybe<Array<LabelFilter>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryFormationTemplatesByNameArgs = {
  name: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryFormationsForObjectArgs = {
  objectID: Scalars['String']['input'];
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryFormationArgs = {
  id: Scalars['ID']['input'];
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryFormationByNameArgs = {
  name: Scalars['String']['input'];
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryFormationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryHealthChecksArgs = {
  types?: InputMaybe<Array<HealthCheckType>>;
  origin?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryBundleInstanceAuthArgs = {
  id: Scalars['ID']['input'];
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryBundleByInstanceAuthArgs = {
  authID: Scalars['ID']['input'];
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryIntegrationSystemArgs = {
  id: Scalars['ID']['input'];
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryIntegrationSystemsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryLabelDefinitionArgs = {
  key: Scalars['String']['input'];
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryOperationArgs = {
  id: Scalars['ID']['input'];
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QuerySystemAuthArgs = {
  id: Scalars['ID']['input'];
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QuerySystemAuthByTokenArgs = {
  token: Scalars['String']['input'];
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryTenantByLowestOwnerForResourceArgs = {
  id: Scalars['ID']['input'];
  resource: Scalars['String']['input'];
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryTenantsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
  searchTerm?: InputMaybe<Scalars['String']['input']>;
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryTenantByExternalIdArgs = {
  id: Scalars['ID']['input'];
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryTenantByInternalIdArgs = {
  id: Scalars['ID']['input'];
};


/** The questions that the API answers. Objects are those of the caller's tenant. */
export type QueryRootTenantsArgs = {
  externalTenant: Scalars['String']['input'];
};

/** The changes that the API makes. Objects are those of the caller's tenant. */
export type Mutation = {
  /** Registers an Application with everything in the input, all or nothing. Errors: NotUniqueName, InvalidData, QuotaExceeded. */
  registerApplication: Application;
  /** Changes what the input has; the name stays. Errors: NotFound, InvalidData. */
  updateApplication: Application;
  /** Deletes an Application and ends its credentials. Refused while it is in a formation. Errors: NotFound, InvalidOperation. */
  unregisterApplication: Application;
  /** Registers a Runtime with its labels and webhooks, all or nothing. Errors: InvalidData, QuotaExceeded. */
  registerRuntime: Runtime;
  /** Changes a Runtime. Labels in the input replace all others but isNormalized; without labels they stay. Errors: NotFound, InvalidData. */
  updateRuntime: Runtime;
  /** Deletes a Runtime, takes it out of its formations, and ends its credentials. Errors: NotFound. */
  unregisterRuntime: Runtime;
  /** Adds a bundle with the definitions and documents in the input, all or nothing. Errors: NotFound, InvalidData, QuotaExceeded. */
  addBundle: Bundle;
  /** Changes the fields of a bundle. Its definitions and documents stay. Errors: NotFound, InvalidData. */
  updateBundle: Bundle;
  /** Deletes a bundle with everything in it. Errors: NotFound. */
  deleteBundle: Bundle;
  /** Adds an API Definition to a bundle. Errors: NotFound, InvalidData, QuotaExceeded. */
  addAPIDefinitionToBundle: ApiDefinition;
  /** Replaces an API Definition. Errors: NotFound, InvalidData. */
  updateAPIDefinition: ApiDefinition;
  /** Deletes an API Definition. Errors: NotFound. */
  deleteAPIDefinition: ApiDefinition;
  /** Adds an Event Definition to a bundle. Errors: NotFound, InvalidData, QuotaExceeded. */
  addEventDefinitionToBundle: EventDefinition;
  /** Replaces an Event Definition. Errors: NotFound, InvalidData. */
  updateEventDefinition: EventDefinition;
  /** Deletes an Event Definition. Errors: NotFound. */
  deleteEventDefinition: EventDefinition;
  /** Adds a document to a bundle. Errors: NotFound, InvalidData, QuotaExceeded. */
  addDocumentToBundle: Document;
  /** Deletes a document. Errors: NotFound. */
  deleteDocument: Document;
  /** Sets a label of an Application, or changes its value. Errors: NotFound, InvalidData. */
  setApplicationLabel: Label;
  /** Deletes a label of an Application and answers what it was. Errors: NotFound. */
  deleteApplicationLabel: Label;
  /** Sets a label of a Runtime, or changes its value. Errors: NotFound, InvalidData. */
  setRuntimeLabel: Label;
  /** Deletes a label of a Runtime and answers what it was. Errors: NotFound. */
  deleteRuntimeLabel: Label;
  /** Adds a webhook to an Application, a Runtime or an application template. Errors: NotFound, InvalidData, QuotaExceeded. */
  addWebhook: Webhook;
  /** Replaces the settings of a webhook. Its signing secret stays unless the scheme of signatures changes. Errors: NotFound, InvalidData. */
  updateWebhook: Webhook;
  /** Deletes a webhook; deliveries to it that have not ended are dropped. Errors: NotFound. */
  deleteWebhook: Webhook;
  /**
   * `keyThumbprint` binds the token, and those it is turned into, to one key: the SHA-256 of its public key (DER of the SubjectPublicKeyInfo),
   * as base64url without padding. A CSR for another key is refused. With `systemAuthID` the token brings the holder of that System Auth back as
   * who it was, when its certificate expired or was revoked.
   */
  requestOneTimeTokenForApplication: OneTimeTokenForApplication;
  /** `systemAuthID` and `keyThumbprint` as for an Application. */
  requestOneTimeTokenForRuntime: OneTimeTokenForRuntime;
  /** Chooses the Runtime that takes the events of an Application; both share a formation. Errors: NotFound, InvalidOperation. */
  setDefaultEventingForApplication: ApplicationEventingConfiguration;
  /** Takes the choice back, and answers the addresses that it had given. Errors: NotFound. */
  deleteDefaultEventingForApplication: ApplicationEventingConfiguration;
  /** Not offered: use addBundle for the Application that stays, and unregisterApplication for the other. */
  mergeApplications: Application;
  /** Creates an application template. Errors: NotUniqueName, InvalidData, QuotaExceeded. */
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
  /** Deletes the automatic assignments with this label, and takes the Runtimes out again that have it. */
  deleteAutomaticScenarioAssignmentsForSelector: Array<AutomaticScenarioAssignment>;
  /** Not offered: use createBundleInstanceAuth for the bundle of the API. */
  setAPIAuth: ApiRuntimeAuth;
  /** Not offered: use deleteBundleInstanceAuth for the bundle of the API. */
  deleteAPIAuth: ApiRuntimeAuth;
  /** Not offered: use addDocumentToBundle. */
  addDocument: Document;
  /** Not offered: certificates are issued here; use requestOneTimeTokenForApplication or the like. */
  createCertificateSubjectMapping?: Maybe<CertificateSubjectMapping>;
  /** Not offered: certificates are issued here; use requestOneTimeTokenForApplication or the like. */
  updateCertificateSubjectMapping?: Maybe<CertificateSubjectMapping>;
  /** Not offered: there are no certificate subject mappings; use deleteSystemAuthForApplication or the like. */
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
  /**
   * Sends the notifications of the latest change again to Applications that are not `READY`, within a minute and with the same ids, and answers the formation. Those
   * under way are not sent twice. One call sends 10,000 at most; repeat it in a larger formation. Runtimes are not notified, they ask.
   */
  resynchronizeFormationNotifications: Formation;
  /** Not offered: use applicationTypes and runtimeTypes in createFormationTemplate. */
  createFormationConstraint: FormationConstraint;
  /** Not offered: use applicationTypes and runtimeTypes in updateFormationTemplate. */
  updateFormationConstraint: FormationConstraint;
  /** Not offered: there are no constraints; use applicationTypes and runtimeTypes in updateFormationTemplate. */
  deleteFormationConstraint: FormationConstraint;
  /** Not offered: use applicationTypes and runtimeTypes in updateFormationTemplate. */
  attachConstraintToFormationTemplate: ConstraintReference;
  /** Not offered: there are no constraints; use applicationTypes and runtimeTypes in updateFormationTemplate. */
  detachConstraintFromFormationTemplate: ConstraintReference;
  /** Creates a formation template. Errors: NotUniqueName, InvalidData, QuotaExceeded. */
  createFormationTemplate?: Maybe<FormationTemplate>;
  /** Replaces the fields of a formation template. Errors: NotFound, NotUniqueName, InvalidData. */
  updateFormationTemplate?: Maybe<FormationTemplate>;
  /** Refused while there are formations made from it. */
  deleteFormationTemplate?: Maybe<FormationTemplate>;
  /** Sets a label of a formation template, or changes its value. Errors: NotFound, InvalidData. */
  setFormationTemplateLabel: Label;
  /** Deletes a label of a formation template and answers what it was. Errors: NotFound. */
  deleteFormationTemplateLabel: Label;
  /** Creates a formation from a template. Default: the default template. Errors: NotUniqueName, InvalidData, QuotaExceeded. */
  createFormation: Formation;
  /** Deletes an empty formation. Errors: NotFound, InvalidOperation. */
  deleteFormation: Formation;
  /**
   * Of type TENANT: the Runtimes with the label global_subaccount_id of this value, those that are there and those to come. Initial configurations are
   * refused.
   */
  assignFormation: Formation;
  /** Takes an object out of a formation; one that is not in it is no error. Errors: NotFound. */
  unassignFormation: Formation;
  /** As unassignFormation, by the formation's id. */
  unassignFormationGlobal: Formation;
  /** Not offered: a formation is READY as soon as it exists; use createFormation alone. */
  finalizeDraftFormation: Formation;
  /** Asks for credentials to a bundle. The Application is notified through its CONFIGURATION_CHANGED webhooks, unless the bundle has default credentials. */
  requestBundleInstanceAuthCreation: BundleInstanceAuth;
  /** Gives credentials back. The Application is notified, revokes them and deletes them here. */
  requestBundleInstanceAuthDeletion: BundleInstanceAuth;
  /** The Application's answer to a request. */
  setBundleInstanceAuth: BundleInstanceAuth;
  /** Deletes credentials for a bundle, once the Application has revoked them at its side. Errors: NotFound. */
  deleteBundleInstanceAuth: BundleInstanceAuth;
  /** Gives a Runtime credentials for a bundle without its request. Errors: NotFound, InvalidData. */
  createBundleInstanceAuth: BundleInstanceAuth;
  /** Changes credentials for a bundle. Errors: NotFound, InvalidData. */
  updateBundleInstanceAuth: BundleInstanceAuth;
  /** Not offered: use setApplicationLabel. */
  addIntegrationDependencyToApplication: IntegrationDependency;
  /** Not offered: there are no integration dependencies; use deleteApplicationLabel. */
  deleteIntegrationDependency: IntegrationDependency;
  /** Registers an integration system. Errors: NotUniqueName, InvalidData, QuotaExceeded. */
  registerIntegrationSystem: IntegrationSystem;
  /** Replaces the fields of an integration system. Errors: NotFound, NotUniqueName, InvalidData. */
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
  /** Deletes the definition of a label, and the labels if the caller says so. That of scenarios is refused. Errors: NotFound, InvalidOperation. */
  deleteLabelDefinition: LabelDefinition;
  /** Not offered: use registerRuntime and setRuntimeLabel. */
  registerRuntimeContext: RuntimeContext;
  /** Not offered: there are no runtime contexts; use setRuntimeLabel. */
  updateRuntimeContext: RuntimeContext;
  /** Not offered: there are no runtime contexts; use deleteRuntimeLabel or unregisterRuntime. */
  unregisterRuntimeContext: RuntimeContext;
  /** Not offered: nothing is scheduled; use refetchAPISpec to have a specification fetched. */
  scheduleOperation?: Maybe<Operation>;
  /** Not offered: request other credentials, and delete these with deleteSystemAuthForApplication or the like. */
  updateSystemAuth: SystemAuth;
  /** Ends the one-time token of a System Auth, in whatever state it is; certificates stay. Errors: NotFound. */
  invalidateSystemAuthOneTimeToken: SystemAuth;
  /**
   * Another credential: an OAuth client for the client credentials grant. Its secret is in this answer and nowhere else; later answers have
   * an empty text in its place. The client has the scopes of its kind that the caller holds. Not where the deployment has an identity provider
   * of its own. Asked for by its owner, it ends with the credential that was used to ask.
   */
  requestClientCredentialsForApplication: SystemAuth;
  /** As requestClientCredentialsForApplication, for a Runtime. */
  requestClientCredentialsForRuntime: SystemAuth;
  /** As requestClientCredentialsForApplication, for an integration system. */
  requestClientCredentialsForIntegrationSystem: SystemAuth;
  /**
   * Ends a credential and those derived from it, which its owner asked for with it: certificates and access tokens are refused from the next
   * request on.
   */
  deleteSystemAuthForApplication: SystemAuth;
  /** As deleteSystemAuthForApplication, for a credential of a Runtime. */
  deleteSystemAuthForRuntime: SystemAuth;
  /** As deleteSystemAuthForApplication, for a credential of an integration system. */
  deleteSystemAuthForIntegrationSystem: SystemAuth;
  /** Ends all credentials of an Application and sets its status back to INITIAL; refused while it is in a formation with a Runtime. */
  unpairApplication: Application;
  /** Not offered: an object belongs to one tenant; use registerApplication or registerRuntime in the other one, too. */
  addTenantAccess?: Maybe<TenantAccess>;
  /** Not offered: an object belongs to one tenant; use unregisterApplication or unregisterRuntime. */
  removeTenantAccess?: Maybe<TenantAccess>;
  /** Not offered: use registerApplicationFromTemplate in the tenant. */
  subscribeTenant: Scalars['Boolean']['output'];
  /** Not offered: use unregisterApplication. */
  unsubscribeTenant: Scalars['Boolean']['output'];
  /** Writes over what was known of the tenants, all or nothing; answers their ids. */
  writeTenants?: Maybe<Array<Scalars['String']['output']>>;
  /** As writeTenant, with the description as answer; the id cannot be changed. */
  updateTenant: Tenant;
  /** Region, subdomain and the like are parts of the description; other labels stay when that is written over. At most 4 KB together. */
  setTenantLabel: Label;
  /** Writes over what was known of one tenant, and answers its id. */
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


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationRegisterApplicationArgs = {
  in: ApplicationRegisterInput;
  mode?: InputMaybe<OperationMode>;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationUpdateApplicationArgs = {
  id: Scalars['ID']['input'];
  in: ApplicationUpdateInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationUnregisterApplicationArgs = {
  id: Scalars['ID']['input'];
  mode?: InputMaybe<OperationMode>;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationRegisterRuntimeArgs = {
  in: RuntimeRegisterInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationUpdateRuntimeArgs = {
  id: Scalars['ID']['input'];
  in: RuntimeUpdateInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationUnregisterRuntimeArgs = {
  id: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationAddBundleArgs = {
  applicationID: Scalars['ID']['input'];
  in: BundleCreateInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationUpdateBundleArgs = {
  id: Scalars['ID']['input'];
  in: BundleUpdateInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationDeleteBundleArgs = {
  id: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationAddApiDefinitionToBundleArgs = {
  bundleID: Scalars['ID']['input'];
  in: ApiDefinitionInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationUpdateApiDefinitionArgs = {
  id: Scalars['ID']['input'];
  in: ApiDefinitionInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationDeleteApiDefinitionArgs = {
  id: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationAddEventDefinitionToBundleArgs = {
  bundleID: Scalars['ID']['input'];
  in: EventDefinitionInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationUpdateEventDefinitionArgs = {
  id: Scalars['ID']['input'];
  in: EventDefinitionInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationDeleteEventDefinitionArgs = {
  id: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationAddDocumentToBundleArgs = {
  bundleID: Scalars['ID']['input'];
  in: DocumentInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationDeleteDocumentArgs = {
  id: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationSetApplicationLabelArgs = {
  applicationID: Scalars['ID']['input'];
  key: Scalars['String']['input'];
  value: Scalars['Any']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationDeleteApplicationLabelArgs = {
  applicationID: Scalars['ID']['input'];
  key: Scalars['String']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationSetRuntimeLabelArgs = {
  runtimeID: Scalars['ID']['input'];
  key: Scalars['String']['input'];
  value: Scalars['Any']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationDeleteRuntimeLabelArgs = {
  runtimeID: Scalars['ID']['input'];
  key: Scalars['String']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationAddWebhookArgs = {
  applicationID?: InputMaybe<Scalars['ID']['input']>;
  applicationTemplateID?: InputMaybe<Scalars['ID']['input']>;
  runtimeID?: InputMaybe<Scalars['ID']['input']>;
  formationTemplateID?: InputMaybe<Scalars['ID']['input']>;
  in: WebhookInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationUpdateWebhookArgs = {
  webhookID: Scalars['ID']['input'];
  in: WebhookInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationDeleteWebhookArgs = {
  webhookID: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationRequestOneTimeTokenForApplicationArgs = {
  id: Scalars['ID']['input'];
  systemAuthID?: InputMaybe<Scalars['ID']['input']>;
  keyThumbprint?: InputMaybe<Scalars['String']['input']>;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationRequestOneTimeTokenForRuntimeArgs = {
  id: Scalars['ID']['input'];
  systemAuthID?: InputMaybe<Scalars['ID']['input']>;
  keyThumbprint?: InputMaybe<Scalars['String']['input']>;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationSetDefaultEventingForApplicationArgs = {
  appID: Scalars['String']['input'];
  runtimeID: Scalars['String']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationDeleteDefaultEventingForApplicationArgs = {
  appID: Scalars['String']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationMergeApplicationsArgs = {
  destinationID: Scalars['ID']['input'];
  sourceID: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationCreateApplicationTemplateArgs = {
  in: ApplicationTemplateInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationUpdateApplicationTemplateArgs = {
  id: Scalars['ID']['input'];
  override?: InputMaybe<Scalars['Boolean']['input']>;
  in: ApplicationTemplateUpdateInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationDeleteApplicationTemplateArgs = {
  id: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationRegisterApplicationFromTemplateArgs = {
  in: ApplicationFromTemplateInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationCreateAutomaticScenarioAssignmentArgs = {
  in: AutomaticScenarioAssignmentSetInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationDeleteAutomaticScenarioAssignmentForScenarioArgs = {
  scenarioName: Scalars['String']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationDeleteAutomaticScenarioAssignmentsForSelectorArgs = {
  selector: LabelSelectorInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationSetApiAuthArgs = {
  apiID: Scalars['ID']['input'];
  runtimeID: Scalars['ID']['input'];
  in: AuthInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationDeleteApiAuthArgs = {
  apiID: Scalars['ID']['input'];
  runtimeID: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationAddDocumentArgs = {
  applicationID: Scalars['ID']['input'];
  in: DocumentInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationCreateCertificateSubjectMappingArgs = {
  in: CertificateSubjectMappingInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationUpdateCertificateSubjectMappingArgs = {
  id: Scalars['ID']['input'];
  in: CertificateSubjectMappingInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationDeleteCertificateSubjectMappingArgs = {
  id: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationRefetchApiSpecArgs = {
  apiID: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationRefetchEventDefinitionSpecArgs = {
  eventID: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationAddApiDefinitionToApplicationArgs = {
  appID: Scalars['ID']['input'];
  in: ApiDefinitionInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationUpdateApiDefinitionForApplicationArgs = {
  id: Scalars['ID']['input'];
  in: ApiDefinitionInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationAddEventDefinitionToApplicationArgs = {
  appID: Scalars['ID']['input'];
  in: EventDefinitionInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationUpdateEventDefinitionForApplicationArgs = {
  id: Scalars['ID']['input'];
  in: EventDefinitionInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationRedeliverArgs = {
  id: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationResynchronizeFormationNotificationsArgs = {
  formationID: Scalars['ID']['input'];
  reset?: InputMaybe<Scalars['Boolean']['input']>;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationCreateFormationConstraintArgs = {
  formationConstraint: FormationConstraintInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationUpdateFormationConstraintArgs = {
  id: Scalars['ID']['input'];
  in: FormationConstraintUpdateInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationDeleteFormationConstraintArgs = {
  id: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationAttachConstraintToFormationTemplateArgs = {
  constraintID: Scalars['ID']['input'];
  formationTemplateID: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationDetachConstraintFromFormationTemplateArgs = {
  constraintID: Scalars['ID']['input'];
  formationTemplateID: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationCreateFormationTemplateArgs = {
  in: FormationTemplateRegisterInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationUpdateFormationTemplateArgs = {
  id: Scalars['ID']['input'];
  in: FormationTemplateUpdateInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationDeleteFormationTemplateArgs = {
  id: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationSetFormationTemplateLabelArgs = {
  formationTemplateID: Scalars['ID']['input'];
  in: LabelInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationDeleteFormationTemplateLabelArgs = {
  formationTemplateID: Scalars['ID']['input'];
  key: Scalars['String']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationCreateFormationArgs = {
  formation: FormationInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationDeleteFormationArgs = {
  formation: FormationInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationAssignFormationArgs = {
  objectID: Scalars['ID']['input'];
  objectType: FormationObjectType;
  formation: FormationInput;
  initialConfigurations?: InputMaybe<Array<InitialConfiguration>>;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationUnassignFormationArgs = {
  objectID: Scalars['ID']['input'];
  objectType: FormationObjectType;
  formation: FormationInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationUnassignFormationGlobalArgs = {
  objectID: Scalars['ID']['input'];
  objectType: FormationObjectType;
  formation: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationFinalizeDraftFormationArgs = {
  formationID: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationRequestBundleInstanceAuthCreationArgs = {
  bundleID: Scalars['ID']['input'];
  in: BundleInstanceAuthRequestInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationRequestBundleInstanceAuthDeletionArgs = {
  authID: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationSetBundleInstanceAuthArgs = {
  authID: Scalars['ID']['input'];
  in: BundleInstanceAuthSetInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationDeleteBundleInstanceAuthArgs = {
  authID: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationCreateBundleInstanceAuthArgs = {
  bundleID: Scalars['ID']['input'];
  in: BundleInstanceAuthCreateInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationUpdateBundleInstanceAuthArgs = {
  id: Scalars['ID']['input'];
  bundleID: Scalars['ID']['input'];
  in: BundleInstanceAuthUpdateInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationAddIntegrationDependencyToApplicationArgs = {
  appID: Scalars['ID']['input'];
  in: IntegrationDependencyInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationDeleteIntegrationDependencyArgs = {
  id: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationRegisterIntegrationSystemArgs = {
  in: IntegrationSystemInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationUpdateIntegrationSystemArgs = {
  id: Scalars['ID']['input'];
  in: IntegrationSystemInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationUnregisterIntegrationSystemArgs = {
  id: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationCreateLabelDefinitionArgs = {
  in: LabelDefinitionInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationUpdateLabelDefinitionArgs = {
  in: LabelDefinitionInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationDeleteLabelDefinitionArgs = {
  key: Scalars['String']['input'];
  deleteRelatedLabels?: InputMaybe<Scalars['Boolean']['input']>;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationRegisterRuntimeContextArgs = {
  runtimeID: Scalars['ID']['input'];
  in: RuntimeContextInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationUpdateRuntimeContextArgs = {
  id: Scalars['ID']['input'];
  in: RuntimeContextInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationUnregisterRuntimeContextArgs = {
  id: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationScheduleOperationArgs = {
  operationID: Scalars['ID']['input'];
  priority?: InputMaybe<Scalars['Int']['input']>;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationUpdateSystemAuthArgs = {
  authID: Scalars['ID']['input'];
  in: AuthInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationInvalidateSystemAuthOneTimeTokenArgs = {
  authID: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationRequestClientCredentialsForApplicationArgs = {
  id: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationRequestClientCredentialsForRuntimeArgs = {
  id: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationRequestClientCredentialsForIntegrationSystemArgs = {
  id: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationDeleteSystemAuthForApplicationArgs = {
  authID: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationDeleteSystemAuthForRuntimeArgs = {
  authID: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationDeleteSystemAuthForIntegrationSystemArgs = {
  authID: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationUnpairApplicationArgs = {
  id: Scalars['ID']['input'];
  mode?: InputMaybe<OperationMode>;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationAddTenantAccessArgs = {
  in: TenantAccessInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationRemoveTenantAccessArgs = {
  tenantID: Scalars['ID']['input'];
  resourceID: Scalars['ID']['input'];
  resourceType: TenantAccessObjectType;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationSubscribeTenantArgs = {
  providerID: Scalars['String']['input'];
  subaccountID: Scalars['String']['input'];
  providerSubaccountID: Scalars['String']['input'];
  consumerTenantID: Scalars['String']['input'];
  region: Scalars['String']['input'];
  subscriptionAppName: Scalars['String']['input'];
  subscriptionPayload: Scalars['String']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationUnsubscribeTenantArgs = {
  providerID: Scalars['String']['input'];
  subaccountID: Scalars['String']['input'];
  providerSubaccountID: Scalars['String']['input'];
  consumerTenantID: Scalars['String']['input'];
  region: Scalars['String']['input'];
  subscriptionPayload: Scalars['String']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationWriteTenantsArgs = {
  in?: InputMaybe<Array<BusinessTenantMappingInput>>;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationUpdateTenantArgs = {
  id: Scalars['ID']['input'];
  in: BusinessTenantMappingInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationSetTenantLabelArgs = {
  tenantID: Scalars['ID']['input'];
  key: Scalars['String']['input'];
  value: Scalars['Any']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationWriteTenantArgs = {
  in: BusinessTenantMappingInput;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationDeleteTenantsArgs = {
  in?: InputMaybe<Array<Scalars['String']['input']>>;
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationRotateWebhookSigningSecretArgs = {
  webhookID: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationEnableWebhookArgs = {
  webhookID: Scalars['ID']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationRecoverWebhookArgs = {
  webhookID: Scalars['ID']['input'];
  since: Scalars['Timestamp']['input'];
};


/** The changes that the API makes. Objects are those of the caller's tenant. */
export type MutationTestWebhookArgs = {
  webhookID: Scalars['ID']['input'];
};

/** An Application and its tenants. */
export type ApplicationWithTenants = {
  application: Application;
  tenants?: Maybe<Array<Tenant>>;
};

/** A page of a list. */
export type ApplicationWithTenantsPage = Pageable & {
  data: Array<ApplicationWithTenants>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** The business type of a tenant; there are none here. */
export type TenantBusinessType = {
  id: Scalars['ID']['output'];
  code: Scalars['String']['output'];
  name: Scalars['String']['output'];
};

/** The callers who may use an application template. */
export type ApplicationTemplateAccessLevel =
  /** Every caller of its tenant with the right to read templates. */
  | 'GLOBAL';

/** A placeholder of an application template. */
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

/** A page of a list. */
export type ApplicationTemplatePage = Pageable & {
  data: Array<ApplicationTemplate>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** A placeholder of an application template. */
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

/** The value of a placeholder. */
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

/** A page of a list. */
export type AutomaticScenarioAssignmentPage = Pageable & {
  data: Array<AutomaticScenarioAssignment>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** A label with a value. */
export type LabelSelectorInput = {
  key: Scalars['String']['input'];
  value: Scalars['String']['input'];
};

/** A formation, and the label of the Runtimes that it takes in. */
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

/** A page of a list. */
export type CertificateSubjectMappingPage = Pageable & {
  data: Array<CertificateSubjectMapping>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** The subject of a certificate, and the consumer that it stands for. */
export type CertificateSubjectMappingInput = {
  subject: Scalars['String']['input'];
  consumerType: Scalars['String']['input'];
  internalConsumerID?: InputMaybe<Scalars['String']['input']>;
  tenantAccessLevels: Array<Scalars['String']['input']>;
};

/** What became of a certificate since it was issued. Each of them is refused after its end. */
export type CertificateState =
  /** The latest of its credential. */
  | 'LATEST'
  /** An earlier one of its credential, which is valid beside the latest until its end. */
  | 'EARLIER'
  /** It is refused: another was issued instead of it. */
  | 'REPLACED'
  /** It is refused: it was revoked. */
  | 'REVOKED';

/** A client certificate that was issued to an Application or Runtime. It is kept with its credential; an earlier one until a day after its end. */
export type Certificate = {
  /** The SHA-256 of the certificate, as lower-case hexadecimal. */
  fingerprint: Scalars['String']['output'];
  /** Lower-case hexadecimal; null for one that release 0.1.0 revoked. */
  serialNumber?: Maybe<Scalars['String']['output']>;
  /** The id of the authority that issued it; null for one of release 0.1.0. */
  issuer?: Maybe<Scalars['String']['output']>;
  /** Null for all but the latest of a credential. */
  notBefore?: Maybe<Scalars['Timestamp']['output']>;
  notAfter: Scalars['Timestamp']['output'];
  state: CertificateState;
  /** The credential that has it. */
  systemAuth: SystemAuth;
  /** The name of the Application or Runtime that has the credential; null for a credential that was deleted just now. */
  ownerName?: Maybe<Scalars['String']['output']>;
};

/** A page of a list. */
export type CertificatePage = {
  data: Array<Certificate>;
  pageInfo: PageInfo;
};

/** Leaves certificates out of a list. */
export type CertificateFilter = {
  /** Ends then or later. */
  from?: InputMaybe<Scalars['Timestamp']['input']>;
  /** Ends then or earlier. */
  to?: InputMaybe<Scalars['Timestamp']['input']>;
  /** If true, only those of credentials with clone suspicions. */
  suspected?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Why a key may have been copied. */
export type CloneSuspicionReason =
  /** An earlier certificate was renewed, which has too many successors. */
  | 'OLDER_GENERATION'
  /** A certificate was renewed whose successor is in use. */
  | 'SUCCESSOR_IN_USE'
  /** A certificate was used that another was issued instead of. */
  | 'REPLACED'
  /** A certificate was used that an authority of the deployment signed, and that no credential records. */
  | 'NOT_RECORDED';

/** A certificate whose key may have been copied. */
export type CloneSuspicion = {
  /** The SHA-256 of the certificate, as lower-case hexadecimal. */
  fingerprint: Scalars['String']['output'];
  /** Lower-case hexadecimal. */
  serialNumber: Scalars['String']['output'];
  /** The id of the authority that issued it; null if that is unknown. */
  issuer?: Maybe<Scalars['String']['output']>;
  notAfter: Scalars['Timestamp']['output'];
  reason: CloneSuspicionReason;
};

/** How far a delivery is. */
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

/** The reason why a delivery was given up. */
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

/** A page of a list. */
export type DeliveryPage = {
  data: Array<Delivery>;
  pageInfo: PageInfo;
};

/** Conditions on deliveries, all of which one fulfils. An absent one is fulfilled by all. */
export type DeliveryFilter = {
  states?: InputMaybe<Array<DeliveryState>>;
  eventTypes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Made then or later. */
  from?: InputMaybe<Scalars['Timestamp']['input']>;
  /** Made then or earlier. */
  to?: InputMaybe<Scalars['Timestamp']['input']>;
};

/** A kind of member of a formation. */
export type FormationAssignmentType =
  /** An Application. */
  | 'APPLICATION'
  /** A Runtime. */
  | 'RUNTIME'
  /** A runtime context; there are none here. */
  | 'RUNTIME_CONTEXT';

/** A kind of change of a formation assignment. */
export type AssignmentOperationType =
  /** A member joined. */
  | 'ASSIGN'
  /** A member left. */
  | 'UNASSIGN'
  /** A member left by its instance creator. */
  | 'INSTANCE_CREATOR_UNASSIGN';

/** The cause of a change of a formation assignment. */
export type OperationTrigger =
  /** A member was assigned. */
  | 'ASSIGN_OBJECT'
  /** A member was unassigned. */
  | 'UNASSIGN_OBJECT'
  /** The notifications were reset. */
  | 'RESET'
  /** The notifications were sent again. */
  | 'RESYNC';

/** A member of a formation. */
export type FormationParticipant = Application | Runtime | RuntimeContext;

/** The latest change that concerns a participant. */
export type AssignmentOperation = {
  id: Scalars['ID']['output'];
  operationType: AssignmentOperationType;
  formationAssignmentID: Scalars['ID']['output'];
  formationID: Scalars['ID']['output'];
  triggeredBy: OperationTrigger;
  startedAtTimestamp?: Maybe<Scalars['Timestamp']['output']>;
  finishedAtTimestamp?: Maybe<Scalars['Timestamp']['output']>;
};

/** A page of a list. */
export type AssignmentOperationPage = Pageable & {
  data: Array<AssignmentOperation>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/**
 * How far the latest change of a formation has got with one participant. Participants do not configure each other here, so that each has one assignment, of
 * which it is source and target.
 */
export type FormationAssignment = {
  /** The ids of formation and participant, joined by a colon. */
  id: Scalars['ID']['output'];
  source: Scalars['ID']['output'];
  sourceType: FormationAssignmentType;
  sourceEntity: FormationParticipant;
  target: Scalars['ID']['output'];
  targetType: FormationAssignmentType;
  targetEntity: FormationParticipant;
  /**
   * `READY`: the participant was told, or there is nothing to tell it. `INITIAL`: it was not told yet, or is to report yet. `CREATE_ERROR`: telling it was given
   * up, its endpoint is gone, or it reported an error. `CONFIG_PENDING`: it reported that it has begun. Where a Runtime left the formation, `DELETING` and
   * `DELETE_ERROR` say the same. A Runtime is told when it makes contact, which is seen
   * within three polls.
   */
  state: Scalars['String']['output'];
  /** `error`, and without an error `configuration`. */
  value?: Maybe<Scalars['String']['output']>;
  /** What it reported as its configuration, as JSON. No other participant is sent it. */
  configuration?: Maybe<Scalars['String']['output']>;
  /** Why it is in an error state, as JSON: `{"error":{"message":"...","errorCode":1}}`. Code 2: the participant reported it. */
  error?: Maybe<Scalars['String']['output']>;
  /** The latest change that concerns the participant; none if it has not changed since an earlier release. */
  assignmentOperations?: Maybe<AssignmentOperationPage>;
  lastStateChangeTimestamp?: Maybe<Scalars['Timestamp']['output']>;
  /** The latest attempt to notify it of the change. */
  lastNotificationSentTimestamp?: Maybe<Scalars['Timestamp']['output']>;
};


/**
 * How far the latest change of a formation has got with one participant. Participants do not configure each other here, so that each has one assignment, of
 * which it is source and target.
 */
export type FormationAssignmentAssignmentOperationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};

/** A page of a list. */
export type FormationAssignmentPage = Pageable & {
  data: Array<FormationAssignment>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** A group of Applications and Runtimes. A Runtime sees the Applications that share a formation with it. */
export type Formation = {
  /** The assignment with this id; null if the formation has none. */
  formationAssignment?: Maybe<FormationAssignment>;
  /** Those of its Applications, then those of its Runtimes. */
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


/** A group of Applications and Runtimes. A Runtime sees the Applications that share a formation with it. */
export type FormationFormationAssignmentArgs = {
  id: Scalars['ID']['input'];
};


/** A group of Applications and Runtimes. A Runtime sees the Applications that share a formation with it. */
export type FormationFormationAssignmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['PageCursor']['input']>;
};

/** The formations that a constraint is for; there are no constraints here. */
export type ConstraintScope =
  /** All formations. */
  | 'GLOBAL'
  /** The formations of a template. */
  | 'FORMATION_TYPE';

/** The time at which a constraint is checked; there are no constraints here. */
export type ConstraintType =
  /** Before an operation. */
  | 'PRE'
  /** After an operation. */
  | 'POST'
  /** In a user interface. */
  | 'UI';

/** The kind of object that a constraint is about; there are no constraints here. */
export type ResourceType =
  /** An Application. */
  | 'APPLICATION'
  /** A Runtime. */
  | 'RUNTIME'
  /** A runtime context. */
  | 'RUNTIME_CONTEXT'
  /** A tenant. */
  | 'TENANT'
  /** A formation. */
  | 'FORMATION';

/** The operation that a constraint is about; there are no constraints here. */
export type TargetOperation =
  /** An object joins a formation. */
  | 'ASSIGN_FORMATION'
  /** An object leaves a formation. */
  | 'UNASSIGN_FORMATION'
  /** A formation is created. */
  | 'CREATE_FORMATION'
  /** A formation is deleted. */
  | 'DELETE_FORMATION'
  /** A notification of an assignment is made. */
  | 'GENERATE_FORMATION_ASSIGNMENT_NOTIFICATION'
  /** A notification of a formation is made. */
  | 'GENERATE_FORMATION_NOTIFICATION'
  /** Formations are loaded. */
  | 'LOAD_FORMATIONS'
  /** Systems are selected for a formation. */
  | 'SELECT_SYSTEMS_FOR_FORMATION'
  /** A notification is sent. */
  | 'SEND_NOTIFICATION'
  /** The status of a notification came back. */
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

/** The constraint of a formation template; there are none here. */
export type ConstraintReference = {
  constraintID: Scalars['ID']['output'];
  formationTemplateID: Scalars['ID']['output'];
};

/** A constraint to create; there are none here. */
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

/** The new fields of a constraint; there are none here. */
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

/** The kind of artifact that a Runtime of a formation template is. It is kept as it was given. */
export type ArtifactType =
  /** A subscription. */
  | 'SUBSCRIPTION'
  /** A service instance. */
  | 'SERVICE_INSTANCE'
  /** An environment instance. */
  | 'ENVIRONMENT_INSTANCE';

/** A page of a list. */
export type FormationTemplatePage = Pageable & {
  data: Array<FormationTemplate>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** A new formation template. */
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

/** A label to set. */
export type LabelInput = {
  key: Scalars['String']['input'];
  value: Scalars['Any']['input'];
};

/** The kind of object that joins or leaves a formation. */
export type FormationObjectType =
  /** The Application with the id. */
  | 'APPLICATION'
  /** The Runtime with the id. */
  | 'RUNTIME'
  /** Refused: there are no runtime contexts here. */
  | 'RUNTIME_CONTEXT'
  /** The Runtimes whose label global_subaccount_id has the id as its value. */
  | 'TENANT';

/** How far a formation is; READY here. */
export type FormationStatusCondition =
  /** Members are being told; not used here. */
  | 'IN_PROGRESS'
  /** Telling members failed; not used here. */
  | 'ERROR'
  /** The formation exists. */
  | 'READY'
  /** The formation is prepared; not used here. */
  | 'DRAFT';

/** An error of a formation; there are none here. */
export type FormationStatusError = {
  assignmentID?: Maybe<Scalars['ID']['output']>;
  message: Scalars['String']['output'];
  errorCode: Scalars['Int']['output'];
};

/** The condition of a formation by its first 200 participants. */
export type FormationStatus = {
  /** `ERROR` if an assignment is in an error state, else `IN_PROGRESS` if one is not `READY`. */
  condition: FormationStatusCondition;
  errors?: Maybe<Array<FormationStatusError>>;
};

/** An error of a formation; there are none here. */
export type FormationError = {
  message: Scalars['String']['output'];
  errorCode: Scalars['Int']['output'];
};

/** A page of a list. */
export type FormationPage = Pageable & {
  data: Array<Formation>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** A formation by its name. A new one is made from the template; `state` has no effect. */
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

/** A kind of health check. */
export type HealthCheckType =
  /** This system calls the healthCheckURL of an Application. */
  | 'MANAGEMENT_PLANE_APPLICATION_HEALTHCHECK';

/** How a health check ended. */
export type HealthCheckStatusCondition =
  /** The Application answered that it is well. */
  | 'SUCCEEDED'
  /** The Application did not answer, or answered that it is not well. */
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

/** A page of a list. */
export type HealthCheckPage = Pageable & {
  data: Array<HealthCheck>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** The answer of an Application to a request for credentials. */
export type BundleInstanceAuthSetStatusConditionInput =
  /** The credentials are in the same input. */
  | 'SUCCEEDED'
  /** The request is refused. */
  | 'FAILED';

/** A request of a Runtime for credentials. With an `id` the request has that id, so that repeating it is refused. */
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

/** A page of a list. */
export type IntegrationDependencyPage = Pageable & {
  data: Array<IntegrationDependency>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** A part of an integration dependency; there are none here. */
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

/** An API that an aspect names; there are none here. */
export type AspectApiDefinition = {
  ordID: Scalars['String']['output'];
};

/** Events that an aspect names; there are none here. */
export type AspectEventDefinition = {
  ordID: Scalars['String']['output'];
  subset?: Maybe<Array<AspectEventDefinitionSubset>>;
  created_at?: Maybe<Scalars['Timestamp']['output']>;
  updated_at?: Maybe<Scalars['Timestamp']['output']>;
  deleted_at?: Maybe<Scalars['Timestamp']['output']>;
  error?: Maybe<Scalars['String']['output']>;
};

/** A type of event that an aspect names; there are none here. */
export type AspectEventDefinitionSubset = {
  eventType?: Maybe<Scalars['String']['output']>;
};

/** An API that an aspect names. */
export type AspectApiDefinitionInput = {
  ordID?: InputMaybe<Scalars['String']['input']>;
  ordId?: InputMaybe<Scalars['String']['input']>;
};

/** Events that an aspect names. */
export type AspectEventDefinitionInput = {
  ordID?: InputMaybe<Scalars['String']['input']>;
  ordId?: InputMaybe<Scalars['String']['input']>;
  subset?: InputMaybe<Array<InputMaybe<AspectEventDefinitionSubsetInput>>>;
};

/** A type of event that an aspect names. */
export type AspectEventDefinitionSubsetInput = {
  eventType?: InputMaybe<Scalars['String']['input']>;
};

/** A part of an integration dependency. */
export type AspectInput = {
  name: Scalars['String']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  mandatory?: InputMaybe<Scalars['Boolean']['input']>;
  apiResources?: InputMaybe<Array<AspectApiDefinitionInput>>;
  eventResources?: InputMaybe<Array<AspectEventDefinitionInput>>;
};

/** An integration dependency; there are none here. */
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
  labels?: InputMaybe<Scalars['Labels']['input']>;
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

/** A page of a list. */
export type IntegrationSystemPage = Pageable & {
  data: Array<IntegrationSystem>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** A credential of an integration system. */
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
  /** Its certificates, the latest first; none of an OAuth client, and none before the pairing is completed. */
  certificates?: Maybe<Array<Certificate>>;
  /** Certificates whose use or renewal was refused because their key may have been copied. Each is kept until a day after its end. */
  cloneSuspicions?: Maybe<Array<CloneSuspicion>>;
};

/** An integration system to register, or its new fields. */
export type IntegrationSystemInput = {
  /** Unique in the tenant: lower case letters, digits, - and ., at most 36. */
  name: Scalars['String']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  /** Whether it acts in all tenants, which an operator of the platform decides. Default: true if the caller is an operator, too. Cannot be changed. */
  allTenants?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The rule for the values of a label. */
export type LabelDefinition = {
  key: Scalars['String']['output'];
  schema?: Maybe<Scalars['JSONSchema']['output']>;
};

/** The rule for the values of a label. */
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

/** A page of a list. */
export type RuntimeContextPage = Pageable & {
  data: Array<RuntimeContext>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** A runtime context; there are none here. */
export type RuntimeContextInput = {
  key: Scalars['String']['input'];
  value: Scalars['String']['input'];
};

/** How far a scheduled operation is; there are none here. */
export type OperationStatus =
  /** It has not begun. */
  | 'SCHEDULED'
  /** It has begun. */
  | 'IN_PROGRESS'
  /** It ended well. */
  | 'COMPLETED'
  /** It ended with an error. */
  | 'FAILED';

/** How serious the error of a scheduled operation is; there are none here. */
export type OperationErrorSeverity =
  /** There is no error. */
  | 'NONE'
  /** It is for information. */
  | 'INFO'
  /** It is a warning. */
  | 'WARNING'
  /** It is an error. */
  | 'ERROR';

/** A kind of scheduled operation; there are none here. */
export type ScheduledOperationType =
  /** Open Resource Discovery documents are collected. */
  | 'ORD_AGGREGATION'
  /** Systems are fetched. */
  | 'SYSTEM_FETCHING'
  /** Subscriptions are discovered. */
  | 'SAAS_REGISTRY_DISCOVERY';

/** What an operation of the mode ASYNC does to an object. */
export type OperationType =
  /** It is created. */
  | 'CREATE'
  /** It is changed. */
  | 'UPDATE'
  /** It is deleted. */
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

/** The new content of a credential. */
export type SystemAuthUpdateInput = {
  auth?: InputMaybe<AuthInput>;
};

/** A kind of object that belongs to a tenant. */
export type TenantAccessObjectType =
  /** An Application. */
  | 'APPLICATION'
  /** A Runtime. */
  | 'RUNTIME'
  /** A runtime context; there are none here. */
  | 'RUNTIME_CONTEXT';

/** Changes that give tenants access to Applications in a system where tenants share them. */
export type EventType =
  /** An Application is new. */
  | 'NEW_APPLICATION'
  /** One tenant is new to an Application. */
  | 'NEW_SINGLE_TENANT'
  /** Several tenants are new to an Application. */
  | 'NEW_MULTIPLE_TENANTS';

/** An object belongs to one tenant here; nothing gives it to another. */
export type TenantAccess = {
  tenantID: Scalars['ID']['output'];
  resourceType: TenantAccessObjectType;
  resourceID: Scalars['ID']['output'];
  owner: Scalars['Boolean']['output'];
};

/** The access of a tenant to an object. */
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

/** A page of a list. */
export type TenantPage = Pageable & {
  data: Array<Tenant>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** The description of a tenant. */
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

/** How the deliveries to a webhook go. */
export type WebhookCondition =
  /** The last delivery succeeded, or there was none. */
  | 'ENABLED'
  /** Every attempt since the time of the status failed. Deliveries are tried again. */
  | 'FAILING'
  /** No deliveries are made. */
  | 'DISABLED';

/** The reason why no deliveries are made to a webhook. */
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
  CertificateState: CertificateState;
  Certificate: ResolverTypeWrapper<CertificateModel>;
  CertificatePage: ResolverTypeWrapper<Omit<CertificatePage, 'data'> & { data: Array<ResolversTypes['Certificate']> }>;
  CertificateFilter: CertificateFilter;
  CloneSuspicionReason: CloneSuspicionReason;
  CloneSuspicion: ResolverTypeWrapper<CloneSuspicionModel>;
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
  FormationAssignment: ResolverTypeWrapper<FormationAssignmentModel>;
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
  Certificate: CertificateModel;
  CertificatePage: Omit<CertificatePage, 'data'> & { data: Array<ResolversParentTypes['Certificate']> };
  CertificateFilter: CertificateFilter;
  CloneSuspicion: CloneSuspicionModel;
  DeliveryAttempt: DeliveryAttemptModel;
  Delivery: DeliveryModel;
  DeliveryPage: Omit<DeliveryPage, 'data'> & { data: Array<ResolversParentTypes['Delivery']> };
  DeliveryFilter: DeliveryFilter;
  FormationParticipant: ResolversUnionTypes<ResolversParentTypes>['FormationParticipant'];
  AssignmentOperation: AssignmentOperation;
  AssignmentOperationPage: AssignmentOperationPage;
  FormationAssignment: FormationAssignmentModel;
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
  certificates?: Resolver<Maybe<Array<ResolversTypes['Certificate']>>, ParentType, ContextType>;
  cloneSuspicions?: Resolver<Maybe<Array<ResolversTypes['CloneSuspicion']>>, ParentType, ContextType>;
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
  certificates?: Resolver<Maybe<Array<ResolversTypes['Certificate']>>, ParentType, ContextType>;
  cloneSuspicions?: Resolver<Maybe<Array<ResolversTypes['CloneSuspicion']>>, ParentType, ContextType>;
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
  certificates: Resolver<ResolversTypes['CertificatePage'], ParentType, ContextType, RequireFields<QueryCertificatesArgs, 'first'>>;
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

export type CertificateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Certificate'] = ResolversParentTypes['Certificate']> = {
  fingerprint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  serialNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  issuer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  notBefore?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  notAfter?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CertificateState'], ParentType, ContextType>;
  systemAuth?: Resolver<ResolversTypes['SystemAuth'], ParentType, ContextType>;
  ownerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CertificatePageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificatePage'] = ResolversParentTypes['CertificatePage']> = {
  data?: Resolver<Array<ResolversTypes['Certificate']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CloneSuspicionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CloneSuspicion'] = ResolversParentTypes['CloneSuspicion']> = {
  fingerprint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  serialNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  issuer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  notAfter?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['CloneSuspicionReason'], ParentType, ContextType>;
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
  certificates?: Resolver<Maybe<Array<ResolversTypes['Certificate']>>, ParentType, ContextType>;
  cloneSuspicions?: Resolver<Maybe<Array<ResolversTypes['CloneSuspicion']>>, ParentType, ContextType>;
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
  Certificate?: CertificateResolvers<ContextType>;
  CertificatePage?: CertificatePageResolvers<ContextType>;
  CloneSuspicion?: CloneSuspicionResolvers<ContextType>;
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
  | 'AppSystemAuth.certificates'
  | 'AppSystemAuth.cloneSuspicions'
  | 'RuntimeSystemAuth.auth'
  | 'RuntimeSystemAuth.origin'
  | 'RuntimeSystemAuth.certificates'
  | 'RuntimeSystemAuth.cloneSuspicions'
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
  | 'Certificate.systemAuth'
  | 'CertificatePage.data'
  | 'FormationTemplate.webhooks'
  | 'IntegrationSystem.auths'
  | 'IntSysSystemAuth.auth'
  | 'IntSysSystemAuth.origin'
  | 'IntSysSystemAuth.certificates'
  | 'IntSysSystemAuth.cloneSuspicions';

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

"How far an Application is. This system sets INITIAL and CONNECTED; clients with the right to write may set any value."
enum ApplicationStatusCondition {
  "It has not called the Director yet, or was unpaired."
  INITIAL
  "It called the Director with its credential."
  CONNECTED
  "Set by clients only: it does not work."
  FAILED
  "Set by clients only: it is being created."
  CREATING
  "Set by clients only: its creation failed."
  CREATE_FAILED
  "Set by clients only: its creation succeeded."
  CREATE_SUCCEEDED
  "Set by clients only: it is being changed."
  UPDATING
  "Set by clients only: its change failed."
  UPDATE_FAILED
  "Set by clients only: its change succeeded."
  UPDATE_SUCCEEDED
  "Set by clients only: it is being deleted."
  DELETING
  "Set by clients only: its deletion failed."
  DELETE_FAILED
  "Set by clients only: its deletion succeeded."
  DELETE_SUCCEEDED
  "Set by clients only: it is being unpaired."
  UNPAIRING
  "Set by clients only: unpairing it failed."
  UNPAIR_FAILED
}

"How far a Runtime is."
enum RuntimeStatusCondition {
  "It has not called the Director yet."
  INITIAL
  "The Provisioner builds it."
  PROVISIONING
  "It called the Director with its credential."
  CONNECTED
  "Its provisioning failed, or a client says so."
  FAILED
}

"When an operation is done. Both values mean the same here: it is done when it is answered."
enum OperationMode {
  "The operation is done when it is answered."
  SYNC
  "Accepted for clients of the original, and the same as SYNC."
  ASYNC
}

"The occasion of a webhook. Only CONFIGURATION_CHANGED is called by this system; other types are stored for other systems to call."
enum WebhookType {
  "Called when the configuration of the Application may have changed."
  CONFIGURATION_CHANGED
  "Stored, not called."
  APPLICATION_TENANT_MAPPING
  "Stored, not called."
  REGISTER_APPLICATION
  "Stored, not called."
  UNREGISTER_APPLICATION
  "Stored, not called."
  UNPAIR_APPLICATION
  "Stored, not called."
  OPEN_RESOURCE_DISCOVERY
  "Stored, not called."
  OPEN_RESOURCE_DISCOVERY_STATIC
  "Stored, not called."
  FORMATION_LIFECYCLE
  "Stored, not called."
  SYSTEM_FIELD_DISCOVERY
}

"""
How the receiver of a webhook answers to a change of a formation. Without a mode, the status of its answer says that it is told. Other deliveries are the same in
every mode.
"""
enum WebhookMode {
  "At once: \`state\` and \`error\` in the JSON of its answer count."
  SYNC
  "As without a mode."
  ASYNC
  "Later: it reports its state by a call, whose URL is in the header \`Location\` of the notification."
  ASYNC_CALLBACK
}

"The language that describes an API."
enum APISpecType {
  "OData: EDMX in XML, or CSDL in JSON."
  ODATA
  "OpenAPI, of any version, in JSON or YAML."
  OPEN_API
}

"The language that describes Events."
enum EventSpecType {
  "AsyncAPI, of any version, in JSON or YAML."
  ASYNC_API
}

"The format of a specification's text."
enum SpecFormat {
  "YAML: for OPEN_API and ASYNC_API."
  YAML
  "JSON: for every type."
  JSON
  "XML: for ODATA."
  XML
}

"The format of a document's text."
enum DocumentFormat {
  "Markdown."
  MARKDOWN
}

"A kind of caller."
enum ViewerType {
  "A Runtime with its credential."
  RUNTIME
  "An Application with its credential."
  APPLICATION
  "An integration system with its access token."
  INTEGRATION_SYSTEM
  "A user with a token of the identity provider."
  USER
}

"The kind of object that a one-time token pairs."
enum OneTimeTokenType {
  "A Runtime."
  Runtime
  "An Application."
  Application
}

"The kind of object that has a credential."
enum SystemAuthReferenceType {
  "An Application."
  APPLICATION
  "A Runtime."
  RUNTIME
  "An integration system."
  INTEGRATION_SYSTEM
}

"How far a request for credentials to a bundle is."
enum BundleInstanceAuthStatusCondition {
  "The Application has not answered yet."
  PENDING
  "The credentials are there."
  SUCCEEDED
  "The Application refused the request."
  FAILED
  "The credentials were given back; the Application revokes them at its side and deletes them here."
  UNUSED
}

"The place of a page in its list."
type PageInfo {
  startCursor: PageCursor!
  endCursor: PageCursor!
  hasNextPage: Boolean!
}

"A page of a list, with the number of all its elements."
interface Pageable {
  pageInfo: PageInfo!
  totalCount: Int!
}

"A label of an object."
type Label {
  key: String!
  value: Any!
}

"The status of an Application. Its time changes with the condition."
type ApplicationStatus {
  condition: ApplicationStatusCondition!
  timestamp: Timestamp!
}

"The status of a Runtime. Its time changes with the condition."
type RuntimeStatus {
  condition: RuntimeStatusCondition!
  timestamp: Timestamp!
}

"The times of a Runtime."
type RuntimeMetadata {
  creationTimestamp: Timestamp!
}

"The addresses to which an Application sends its events."
type ApplicationEventingConfiguration {
  "Where the Application sends its events; empty when no connected Runtime takes them."
  defaultURL: String!
  "The same for an Application with an access token of its OAuth client instead of a certificate; empty when the Runtime names no such address."
  defaultURLForTokens: String!
}

"The address at which a Runtime takes events: its label runtime_eventServiceUrl, or an empty text."
type RuntimeEventingConfiguration {
  defaultURL: String!
}

"A system that offers APIs and Events, which are ordered in bundles."
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
  labels(
    "The key of the only label to answer. Default: all labels."
    key: String
  ): Labels
  status: ApplicationStatus!
  webhooks: [Webhook!]
  healthCheckURL: String
  bundles(
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 200
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): BundlePage
  bundle(
    "The id of the bundle."
    id: ID!
  ): Bundle
  auths: [AppSystemAuth!]
  eventingConfiguration: ApplicationEventingConfiguration
  createdAt: Timestamp
  updatedAt: Timestamp
  deletedAt: Timestamp
  "In \`applicationsForRuntime\`: why \`bundles\` is null. Callers who do not ask for it get a page of bundles that ends early instead."
  error: String
}

"A page of a list."
type ApplicationPage implements Pageable {
  data: [Application!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

"An environment in which extensions run. It sees the Applications that share a formation with it."
type Runtime {
  id: ID!
  name: String!
  description: String
  applicationNamespace: String
  labels(
    "The key of the only label to answer. Default: all labels."
    key: String
  ): Labels
  status: RuntimeStatus!
  metadata: RuntimeMetadata!
  auths: [RuntimeSystemAuth!]
  eventingConfiguration: RuntimeEventingConfiguration
  webhooks: [Webhook!]
}

"A page of a list."
type RuntimePage implements Pageable {
  data: [Runtime!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

"User name and password (RFC 7617)."
type BasicCredentialData {
  username: String!
  password: String!
}

"An OAuth client with a secret, for the client credentials grant at the URL."
type OAuthCredentialData {
  clientId: ID!
  clientSecret: String!
  url: String!
}

"An OAuth client with a certificate, for the client credentials grant at the URL."
type CertificateOAuthCredentialData {
  clientId: ID!
  certificate: String!
  url: String!
}

"One of the kinds of credentials."
union CredentialData = BasicCredentialData | OAuthCredentialData | CertificateOAuthCredentialData

"The request that gets a CSRF token before the API is called."
type CSRFTokenCredentialRequestAuth {
  tokenEndpointURL: String!
  credential: CredentialData
  additionalHeaders: HttpHeaders
  additionalHeadersSerialized: HttpHeadersSerialized
  additionalQueryParams: QueryParams
  additionalQueryParamsSerialized: QueryParamsSerialized
}

"Requests that come before a call of the API."
type CredentialRequestAuth {
  csrf: CSRFTokenCredentialRequestAuth
}

"A token that pairs an Application or Runtime once."
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

"A token that pairs an Application once."
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

"A token that pairs a Runtime once."
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

"The way to authenticate at an API. Its fields are null for callers who may not see credentials."
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

"A credential of a caller of this system: a client certificate, an OAuth client, or a one-time token."
interface SystemAuth {
  id: ID!
  auth: Auth
  type: SystemAuthReferenceType
  referenceObjectId: ID
  tenantId: String
  origin: SystemAuthOrigin
  "When the credential was used last, to within six hours."
  lastSeenAt: Timestamp
  "Its certificates, the latest first; none of an OAuth client, and none before the pairing is completed."
  certificates: [Certificate!]
  "Certificates whose use or renewal was refused because their key may have been copied. Each is kept until a day after its end."
  cloneSuspicions: [CloneSuspicion!]
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

"A credential of an Application."
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
  "Its certificates, the latest first; none of an OAuth client, and none before the pairing is completed."
  certificates: [Certificate!]
  "Certificates whose use or renewal was refused because their key may have been copied. Each is kept until a day after its end."
  cloneSuspicions: [CloneSuspicion!]
}

"A credential of a Runtime."
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
  "Its certificates, the latest first; none of an OAuth client, and none before the pairing is completed."
  certificates: [Certificate!]
  "Certificates whose use or renewal was refused because their key may have been copied. Each is kept until a day after its end."
  cloneSuspicions: [CloneSuspicion!]
}

"An address that is called on an occasion."
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

"The version of a definition."
type Version {
  value: String!
  deprecated: Boolean
  deprecatedSince: String
  forRemoval: Boolean
}

"The amount of text that a fetch request covers."
enum FetchMode {
  "One text."
  SINGLE
  "Accepted, and the fetch fails: only SINGLE is fetched."
  BUNDLE
  "Accepted, and the fetch fails: only SINGLE is fetched."
  INDEX
}

"How the last fetch of a text ended."
enum FetchRequestStatusCondition {
  "The text was not fetched yet, or is fetched again."
  INITIAL
  "The text was fetched."
  SUCCEEDED
  "The text could not be fetched; the message says why."
  FAILED
}

"The status of a fetch request."
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

"The specification of an API."
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

"The specification of Events."
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

"An API that an Application offers."
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

"A page of a list."
type APIDefinitionPage implements Pageable {
  data: [APIDefinition!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

"Events that an Application sends."
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

"A page of a list."
type EventDefinitionPage implements Pageable {
  data: [EventDefinition!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

"A text about a bundle."
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

"A page of a list."
type DocumentPage implements Pageable {
  data: [Document!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

"The status of credentials for a bundle."
type BundleInstanceAuthStatus {
  condition: BundleInstanceAuthStatusCondition!
  timestamp: Timestamp!
  message: String!
  reason: String!
}

"The credentials of one Runtime for the APIs of a bundle, or its request for them."
type BundleInstanceAuth {
  id: ID!
  context: JSON
  inputParams: JSON
  auth: Auth
  status: BundleInstanceAuthStatus!
  runtimeID: ID
  runtimeContextID: ID
}

"APIs, Events and documents of an Application that belong together and share credentials."
type Bundle {
  id: ID!
  name: String!
  description: String
  instanceAuthRequestInputSchema: JSONSchema
  instanceAuths: [BundleInstanceAuth!]
  defaultInstanceAuth: Auth
  apiDefinitions(
    "The group of the definitions. Default: all groups."
    group: String
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 200
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): APIDefinitionPage
  eventDefinitions(
    "The group of the definitions. Default: all groups."
    group: String
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 200
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): EventDefinitionPage
  documents(
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 200
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): DocumentPage
  apiDefinition(
    "The id of the API Definition."
    id: ID!
  ): APIDefinition
  eventDefinition(
    "The id of the Event Definition."
    id: ID!
  ): EventDefinition
  document(
    "The id of the document."
    id: ID!
  ): Document
  "Names by which clients find the same bundle elsewhere."
  correlationIDs: [String!]
  createdAt: Timestamp
  updatedAt: Timestamp
  deletedAt: Timestamp
  error: String
}

"A page of a list."
type BundlePage implements Pageable {
  data: [Bundle!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

"The caller."
type Viewer {
  id: ID!
  type: ViewerType!
}

"A condition on a label: that it is there, or has a value. \`query\` is a JSON text such as \`\\"value\\"\`, or \`$[*] ? (@ == \\"value\\")\` for a list that has it."
input LabelFilter {
  key: String!
  query: String
}

"User name and password (RFC 7617)."
input BasicCredentialDataInput {
  username: String!
  password: String!
}

"An OAuth client with a secret, for the client credentials grant at the URL."
input OAuthCredentialDataInput {
  clientId: ID!
  clientSecret: String!
  url: String!
}

"An OAuth client with a certificate, for the client credentials grant at the URL."
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

"The request that gets a CSRF token before the API is called."
input CSRFTokenCredentialRequestAuthInput {
  tokenEndpointURL: String!
  credential: CredentialDataInput
  additionalHeaders: HttpHeaders
  additionalHeadersSerialized: HttpHeadersSerialized
  additionalQueryParams: QueryParams
  additionalQueryParamsSerialized: QueryParamsSerialized
}

"Requests that come before a call of the API."
input CredentialRequestAuthInput {
  csrf: CSRFTokenCredentialRequestAuthInput
}

"The way to authenticate at an address of the Application."
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

"A one-time token, as AuthInput takes it without effect."
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

"A webhook to add, or the new settings of one."
input WebhookInput {
  type: WebhookType!
  "Exactly one of url and urlTemplate; url for CONFIGURATION_CHANGED. What would never be called is refused."
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

"The version of a definition."
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

"An API that an Application offers."
input APIDefinitionInput {
  name: String!
  description: String
  targetURL: String!
  group: String
  spec: APISpecInput
  version: VersionInput
}

"Events that an Application sends."
input EventDefinitionInput {
  name: String!
  description: String
  group: String
  spec: EventSpecInput
  version: VersionInput
}

"A text about a bundle."
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

"A new bundle, with the definitions and documents in it."
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

"The new fields of a bundle. Its definitions and documents stay."
input BundleUpdateInput {
  name: String!
  description: String
  instanceAuthRequestInputSchema: JSONSchema
  defaultInstanceAuth: AuthInput
}

"A new Application, with everything that is known of it."
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

"The fields of an Application to change. Those that are absent stay."
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

"A new Runtime."
input RuntimeRegisterInput {
  name: String!
  description: String
  labels: Labels
  webhooks: [WebhookInput!]
  statusCondition: RuntimeStatusCondition
  applicationNamespace: String
}

"The new fields of a Runtime."
input RuntimeUpdateInput {
  name: String!
  description: String
  labels: Labels
  statusCondition: RuntimeStatusCondition
  applicationNamespace: String
}

"The questions that the API answers. Objects are those of the caller's tenant."
type Query {
  "An Application; null if it does not exist. An Application reads itself, a Runtime those that share a formation with it."
  application(
    "The id of the Application."
    id: ID!
  ): Application
  "The Applications of the tenant."
  applications(
    "Conditions on labels, at most 50, all of which an element satisfies. Default: none."
    filter: [LabelFilter!]
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 200
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): ApplicationPage!
  "The Applications that share a formation with a Runtime, with normalized names unless its label isNormalized is \\"false\\"."
  applicationsForRuntime(
    "The id of the Runtime. A Runtime asks for itself only."
    runtimeID: ID!
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 200
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): ApplicationPage!
  "A Runtime; null if it does not exist. A Runtime reads itself only."
  runtime(
    "The id of the Runtime."
    id: ID!
  ): Runtime
  "The Runtimes of the tenant."
  runtimes(
    "Conditions on labels, at most 50, all of which an element satisfies. Default: none."
    filter: [LabelFilter!]
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 200
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): RuntimePage!
  "The caller: its kind, and the id of the object behind its credential."
  viewer: Viewer!
}

"The changes that the API makes. Objects are those of the caller's tenant."
type Mutation {
  "Registers an Application with everything in the input, all or nothing. Errors: NotUniqueName, InvalidData, QuotaExceeded."
  registerApplication(
    "The new Application."
    in: ApplicationRegisterInput!
    "Has no effect: the operation is done when it is answered."
    mode: OperationMode = SYNC
  ): Application!
  "Changes what the input has; the name stays. Errors: NotFound, InvalidData."
  updateApplication(
    "The id of the Application."
    id: ID!
    "The new fields of the Application."
    in: ApplicationUpdateInput!
  ): Application!
  "Deletes an Application and ends its credentials. Refused while it is in a formation. Errors: NotFound, InvalidOperation."
  unregisterApplication(
    "The id of the Application."
    id: ID!
    "Has no effect: the operation is done when it is answered."
    mode: OperationMode = SYNC
  ): Application!
  "Registers a Runtime with its labels and webhooks, all or nothing. Errors: InvalidData, QuotaExceeded."
  registerRuntime(
    "The new Runtime."
    in: RuntimeRegisterInput!
  ): Runtime!
  "Changes a Runtime. Labels in the input replace all others but isNormalized; without labels they stay. Errors: NotFound, InvalidData."
  updateRuntime(
    "The id of the Runtime."
    id: ID!
    "The new fields of the Runtime."
    in: RuntimeUpdateInput!
  ): Runtime!
  "Deletes a Runtime, takes it out of its formations, and ends its credentials. Errors: NotFound."
  unregisterRuntime(
    "The id of the Runtime."
    id: ID!
  ): Runtime!
  "Adds a bundle with the definitions and documents in the input, all or nothing. Errors: NotFound, InvalidData, QuotaExceeded."
  addBundle(
    "The id of the Application."
    applicationID: ID!
    "The new bundle."
    in: BundleCreateInput!
  ): Bundle!
  "Changes the fields of a bundle. Its definitions and documents stay. Errors: NotFound, InvalidData."
  updateBundle(
    "The id of the bundle."
    id: ID!
    "The new fields of the bundle."
    in: BundleUpdateInput!
  ): Bundle!
  "Deletes a bundle with everything in it. Errors: NotFound."
  deleteBundle(
    "The id of the bundle."
    id: ID!
  ): Bundle!
  "Adds an API Definition to a bundle. Errors: NotFound, InvalidData, QuotaExceeded."
  addAPIDefinitionToBundle(
    "The id of the bundle."
    bundleID: ID!
    "The new API Definition."
    in: APIDefinitionInput!
  ): APIDefinition!
  "Replaces an API Definition. Errors: NotFound, InvalidData."
  updateAPIDefinition(
    "The id of the API Definition."
    id: ID!
    "The new fields of the API Definition."
    in: APIDefinitionInput!
  ): APIDefinition!
  "Deletes an API Definition. Errors: NotFound."
  deleteAPIDefinition(
    "The id of the API Definition."
    id: ID!
  ): APIDefinition!
  "Adds an Event Definition to a bundle. Errors: NotFound, InvalidData, QuotaExceeded."
  addEventDefinitionToBundle(
    "The id of the bundle."
    bundleID: ID!
    "The new Event Definition."
    in: EventDefinitionInput!
  ): EventDefinition!
  "Replaces an Event Definition. Errors: NotFound, InvalidData."
  updateEventDefinition(
    "The id of the Event Definition."
    id: ID!
    "The new fields of the Event Definition."
    in: EventDefinitionInput!
  ): EventDefinition!
  "Deletes an Event Definition. Errors: NotFound."
  deleteEventDefinition(
    "The id of the Event Definition."
    id: ID!
  ): EventDefinition!
  "Adds a document to a bundle. Errors: NotFound, InvalidData, QuotaExceeded."
  addDocumentToBundle(
    "The id of the bundle."
    bundleID: ID!
    "The new document."
    in: DocumentInput!
  ): Document!
  "Deletes a document. Errors: NotFound."
  deleteDocument(
    "The id of the document."
    id: ID!
  ): Document!
  "Sets a label of an Application, or changes its value. Errors: NotFound, InvalidData."
  setApplicationLabel(
    "The id of the Application."
    applicationID: ID!
    "The key of the label."
    key: String!
    "The value of the label."
    value: Any!
  ): Label!
  "Deletes a label of an Application and answers what it was. Errors: NotFound."
  deleteApplicationLabel(
    "The id of the Application."
    applicationID: ID!
    "The key of the label."
    key: String!
  ): Label!
  "Sets a label of a Runtime, or changes its value. Errors: NotFound, InvalidData."
  setRuntimeLabel(
    "The id of the Runtime."
    runtimeID: ID!
    "The key of the label."
    key: String!
    "The value of the label."
    value: Any!
  ): Label!
  "Deletes a label of a Runtime and answers what it was. Errors: NotFound."
  deleteRuntimeLabel(
    "The id of the Runtime."
    runtimeID: ID!
    "The key of the label."
    key: String!
  ): Label!
  "Adds a webhook to an Application, a Runtime or an application template. Errors: NotFound, InvalidData, QuotaExceeded."
  addWebhook(
    "The id of the Application. Exactly one owner is named."
    applicationID: ID
    "The id of the application template."
    applicationTemplateID: ID
    "The id of the Runtime."
    runtimeID: ID
    "Refused: formation templates have no webhooks here."
    formationTemplateID: ID
    "The new webhook."
    in: WebhookInput!
  ): Webhook!
  "Replaces the settings of a webhook. Its signing secret stays unless the scheme of signatures changes. Errors: NotFound, InvalidData."
  updateWebhook(
    "The id of the webhook."
    webhookID: ID!
    "The new fields of the webhook."
    in: WebhookInput!
  ): Webhook!
  "Deletes a webhook; deliveries to it that have not ended are dropped. Errors: NotFound."
  deleteWebhook(
    "The id of the webhook."
    webhookID: ID!
  ): Webhook!
  """
  \`keyThumbprint\` binds the token, and those it is turned into, to one key: the SHA-256 of its public key (DER of the SubjectPublicKeyInfo),
  as base64url without padding. A CSR for another key is refused. With \`systemAuthID\` the token brings the holder of that System Auth back as
  who it was, when its certificate expired or was revoked.
  """
  requestOneTimeTokenForApplication(
    "The id of the Application."
    id: ID!
    "The id of the System Auth whose holder comes back. Default: a new one."
    systemAuthID: ID
    "The thumbprint of the only key that can use the token. Default: any key."
    keyThumbprint: String
  ): OneTimeTokenForApplication!
  "\`systemAuthID\` and \`keyThumbprint\` as for an Application."
  requestOneTimeTokenForRuntime(
    "The id of the Runtime."
    id: ID!
    "The id of the System Auth whose holder comes back. Default: a new one."
    systemAuthID: ID
    "The thumbprint of the only key that can use the token. Default: any key."
    keyThumbprint: String
  ): OneTimeTokenForRuntime!
  "Chooses the Runtime that takes the events of an Application; both share a formation. Errors: NotFound, InvalidOperation."
  setDefaultEventingForApplication(
    "The id of the Application."
    appID: String!
    "The id of the Runtime."
    runtimeID: String!
  ): ApplicationEventingConfiguration!
  "Takes the choice back, and answers the addresses that it had given. Errors: NotFound."
  deleteDefaultEventingForApplication(
    "The id of the Application."
    appID: String!
  ): ApplicationEventingConfiguration!
}

"An Application and its tenants."
type ApplicationWithTenants {
  application: Application!
  tenants: [Tenant!]
}

"A page of a list."
type ApplicationWithTenantsPage implements Pageable {
  data: [ApplicationWithTenants!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

"The business type of a tenant; there are none here."
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
  "Not offered: use applications in each tenant."
  applicationsGlobal(
    "Conditions on labels, at most 50, all of which an element satisfies. Default: none."
    filter: [LabelFilter!]
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 200
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): ApplicationWithTenantsPage!
  "Always null: Applications have no system number here."
  applicationBySystemNumber(
    "Has no effect: the answer is null."
    systemNumber: String!
  ): Application
  "The Applications with this local tenant."
  applicationsByLocalTenantID(
    "The tenant of the Application's own system."
    localTenantID: String!
    "Conditions on labels, at most 50, all of which an element satisfies. Default: none."
    filter: [LabelFilter!]
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 200
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): ApplicationPage!
  "The first one with this local tenant that was made from this template."
  applicationByLocalTenantIDAndAppTemplateID(
    "The tenant of the Application's own system."
    localTenantID: String!
    "The id of the application template."
    applicationTemplateID: ID!
  ): Application
  "Always null: tokens of Runtimes have one issuer, this system."
  runtimeByTokenIssuer(
    "Has no effect: the answer is null."
    issuer: String!
  ): Runtime
}

extend type Mutation {
  "Not offered: use addBundle for the Application that stays, and unregisterApplication for the other."
  mergeApplications(
    "Has no effect: the operation is refused."
    destinationID: ID!
    "Has no effect: the operation is refused."
    sourceID: ID!
  ): Application!
}

"The callers who may use an application template."
enum ApplicationTemplateAccessLevel {
  "Every caller of its tenant with the right to read templates."
  GLOBAL
}

"A placeholder of an application template."
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
  labels(
    "The key of the only label to answer. Default: all labels."
    key: String
  ): Labels
  accessLevel: ApplicationTemplateAccessLevel!
  createdAt: Timestamp!
  updatedAt: Timestamp!
}

"A page of a list."
type ApplicationTemplatePage implements Pageable {
  data: [ApplicationTemplate!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

"A placeholder of an application template."
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

"The value of a placeholder."
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
  "An application template; null if it does not exist."
  applicationTemplate(
    "The id of the application template."
    id: ID!
  ): ApplicationTemplate
  "The application templates of the tenant."
  applicationTemplates(
    "Conditions on labels, at most 50, all of which an element satisfies. Default: none."
    filter: [LabelFilter!]
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 200
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): ApplicationTemplatePage!
}

extend type Mutation {
  "Creates an application template. Errors: NotUniqueName, InvalidData, QuotaExceeded."
  createApplicationTemplate(
    "The new application template."
    in: ApplicationTemplateInput!
  ): ApplicationTemplate!
  "Applications that were made from it stay as they are, also with override."
  updateApplicationTemplate(
    "The id of the application template."
    id: ID!
    "Has no effect."
    override: Boolean
    "The new fields of the application template."
    in: ApplicationTemplateUpdateInput!
  ): ApplicationTemplate!
  "Refused while there are Applications made from it."
  deleteApplicationTemplate(
    "The id of the application template."
    id: ID!
  ): ApplicationTemplate!
  "The Application gets the template's name as its label applicationType, unless it is given another."
  registerApplicationFromTemplate(
    "The template, and the values of its placeholders."
    in: ApplicationFromTemplateInput!
  ): Application!
}

"Runtimes with this label are assigned to the formation of this name."
type AutomaticScenarioAssignment {
  scenarioName: String!
  selector: Label!
}

"A page of a list."
type AutomaticScenarioAssignmentPage implements Pageable {
  data: [AutomaticScenarioAssignment!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

"A label with a value."
input LabelSelectorInput {
  key: String!
  value: String!
}

"A formation, and the label of the Runtimes that it takes in."
input AutomaticScenarioAssignmentSetInput {
  scenarioName: String!
  selector: LabelSelectorInput!
}

extend type Query {
  "The automatic assignments of the tenant, in the order of the formations' names."
  automaticScenarioAssignments(
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 200
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): AutomaticScenarioAssignmentPage
  "The automatic assignment of a formation; null if it has none."
  automaticScenarioAssignmentForScenario(
    "The name of the formation."
    scenarioName: String!
  ): AutomaticScenarioAssignment
  "The automatic assignments with this label."
  automaticScenarioAssignmentsForSelector(
    "The label of the Runtimes."
    selector: LabelSelectorInput!
  ): [AutomaticScenarioAssignment!]!
}

extend type Mutation {
  "For the Runtimes that are there and those to come; a formation has one at most."
  createAutomaticScenarioAssignment(
    "The new automatic assignment."
    in: AutomaticScenarioAssignmentSetInput!
  ): AutomaticScenarioAssignment!
  "Takes the Runtimes out again that have the label."
  deleteAutomaticScenarioAssignmentForScenario(
    "The name of the formation."
    scenarioName: String!
  ): AutomaticScenarioAssignment!
  "Deletes the automatic assignments with this label, and takes the Runtimes out again that have it."
  deleteAutomaticScenarioAssignmentsForSelector(
    "The label of the Runtimes."
    selector: LabelSelectorInput!
  ): [AutomaticScenarioAssignment!]!
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
  apiDefinitions(
    "The group of the definitions. Default: all groups."
    group: String
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 200
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): APIDefinitionPage
  "Every Event Definition, in bundles or not. For clients older than bundles."
  eventDefinitions(
    "The group of the definitions. Default: all groups."
    group: String
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 200
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): EventDefinitionPage
  "Every document. For clients older than bundles."
  documents(
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 200
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): DocumentPage
}

extend type APIDefinition {
  applicationID: ID!
  "The default credentials of its bundle."
  defaultAuth: Auth
  auth(
    "The id of the Runtime. A Runtime asks for itself only."
    runtimeID: ID!
  ): APIRuntimeAuth!
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
  "Not offered: use createBundleInstanceAuth for the bundle of the API."
  setAPIAuth(
    "Has no effect: the operation is refused."
    apiID: ID!
    "Has no effect: the operation is refused."
    runtimeID: ID!
    "Has no effect: the operation is refused."
    in: AuthInput!
  ): APIRuntimeAuth!
  "Not offered: use deleteBundleInstanceAuth for the bundle of the API."
  deleteAPIAuth(
    "Has no effect: the operation is refused."
    apiID: ID!
    "Has no effect: the operation is refused."
    runtimeID: ID!
  ): APIRuntimeAuth!
  "Not offered: use addDocumentToBundle."
  addDocument(
    "Has no effect: the operation is refused."
    applicationID: ID!
    "Has no effect: the operation is refused."
    in: DocumentInput!
  ): Document!
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

"A page of a list."
type CertificateSubjectMappingPage implements Pageable {
  data: [CertificateSubjectMapping!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

"The subject of a certificate, and the consumer that it stands for."
input CertificateSubjectMappingInput {
  subject: String!
  consumerType: String!
  internalConsumerID: String
  tenantAccessLevels: [String!]!
}

extend type Query {
  "Always the error NotFound: there are no certificate subject mappings here."
  certificateSubjectMapping(
    "The id that the error names."
    id: ID!
  ): CertificateSubjectMapping!
  "Always an empty page: there are no certificate subject mappings here."
  certificateSubjectMappings(
    "Has no effect: the page is empty."
    first: Int = 300
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): CertificateSubjectMappingPage!
}

extend type Mutation {
  "Not offered: certificates are issued here; use requestOneTimeTokenForApplication or the like."
  createCertificateSubjectMapping(
    "Has no effect: the operation is refused."
    in: CertificateSubjectMappingInput!
  ): CertificateSubjectMapping
  "Not offered: certificates are issued here; use requestOneTimeTokenForApplication or the like."
  updateCertificateSubjectMapping(
    "Has no effect: the operation is refused."
    id: ID!
    "Has no effect: the operation is refused."
    in: CertificateSubjectMappingInput!
  ): CertificateSubjectMapping
  "Not offered: there are no certificate subject mappings; use deleteSystemAuthForApplication or the like."
  deleteCertificateSubjectMapping(
    "Has no effect: the operation is refused."
    id: ID!
  ): CertificateSubjectMapping
}

"What became of a certificate since it was issued. Each of them is refused after its end."
enum CertificateState {
  "The latest of its credential."
  LATEST
  "An earlier one of its credential, which is valid beside the latest until its end."
  EARLIER
  "It is refused: another was issued instead of it."
  REPLACED
  "It is refused: it was revoked."
  REVOKED
}

"A client certificate that was issued to an Application or Runtime. It is kept with its credential; an earlier one until a day after its end."
type Certificate {
  "The SHA-256 of the certificate, as lower-case hexadecimal."
  fingerprint: String!
  "Lower-case hexadecimal; null for one that release 0.1.0 revoked."
  serialNumber: String
  "The id of the authority that issued it; null for one of release 0.1.0."
  issuer: String
  "Null for all but the latest of a credential."
  notBefore: Timestamp
  notAfter: Timestamp!
  state: CertificateState!
  "The credential that has it."
  systemAuth: SystemAuth!
  "The name of the Application or Runtime that has the credential; null for a credential that was deleted just now."
  ownerName: String
}

"A page of a list."
type CertificatePage {
  data: [Certificate!]!
  pageInfo: PageInfo!
}

"Leaves certificates out of a list."
input CertificateFilter {
  "Ends then or later."
  from: Timestamp
  "Ends then or earlier."
  to: Timestamp
  "If true, only those of credentials with clone suspicions."
  suspected: Boolean
}

"Why a key may have been copied."
enum CloneSuspicionReason {
  "An earlier certificate was renewed, which has too many successors."
  OLDER_GENERATION
  "A certificate was renewed whose successor is in use."
  SUCCESSOR_IN_USE
  "A certificate was used that another was issued instead of."
  REPLACED
  "A certificate was used that an authority of the deployment signed, and that no credential records."
  NOT_RECORDED
}

"A certificate whose key may have been copied."
type CloneSuspicion {
  "The SHA-256 of the certificate, as lower-case hexadecimal."
  fingerprint: String!
  "Lower-case hexadecimal."
  serialNumber: String!
  "The id of the authority that issued it; null if that is unknown."
  issuer: String
  notAfter: Timestamp!
  reason: CloneSuspicionReason!
}

extend type Query {
  """
  The latest certificate of each credential of the tenant, the first to end first; those of Runtimes for callers who may read their credentials. A page can have
  fewer elements than were asked for, and none, while \`hasNextPage\` is true: one that was filtered. A credential of release 0.2.0 or earlier is in the list
  from its first call on.
  """
  certificates(
    "Conditions on labels, at most 50, all of which an element satisfies. Default: none."
    filter: CertificateFilter
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 100
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): CertificatePage!
}

extend type Application {
  "One of this Application, in a bundle or not."
  apiDefinition(
    "The id of the API Definition."
    id: ID!
  ): APIDefinition
  "One of this Application, in a bundle or not."
  eventDefinition(
    "The id of the Event Definition."
    id: ID!
  ): EventDefinition
}

extend type Query {
  "Every API Definition of an Application, in bundles or not; null for an Application that does not exist."
  apisForApplication(
    "The id of the Application."
    appID: ID!
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 200
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): APIDefinitionPage
  "Every Event Definition of an Application, in bundles or not; null for an Application that does not exist."
  eventsForApplication(
    "The id of the Application."
    appID: ID!
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 200
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): EventDefinitionPage
}

extend type Mutation {
  "Has the text fetched again; the one that there is stays until then. A specification without a fetch request answers as it is."
  refetchAPISpec(
    "The id of the API Definition."
    apiID: ID!
  ): APISpec!
  "Has the text fetched again; the one that there is stays until then. A specification without a fetch request answers as it is."
  refetchEventDefinitionSpec(
    "The id of the Event Definition."
    eventID: ID!
  ): EventSpec!
  "Adds an API Definition to no bundle, but to the Application itself."
  addAPIDefinitionToApplication(
    "The id of the Application."
    appID: ID!
    "The new API Definition."
    in: APIDefinitionInput!
  ): APIDefinition!
  "The same as updateAPIDefinition: a definition is changed where it stands."
  updateAPIDefinitionForApplication(
    "The id of the API Definition."
    id: ID!
    "The new fields of the API Definition."
    in: APIDefinitionInput!
  ): APIDefinition!
  "Adds an Event Definition to no bundle, but to the Application itself."
  addEventDefinitionToApplication(
    "The id of the Application."
    appID: ID!
    "The new Event Definition."
    in: EventDefinitionInput!
  ): EventDefinition!
  "The same as updateEventDefinition: a definition is changed where it stands."
  updateEventDefinitionForApplication(
    "The id of the Event Definition."
    id: ID!
    "The new fields of the Event Definition."
    in: EventDefinitionInput!
  ): EventDefinition!
}

"How far a delivery is."
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

"The reason why a delivery was given up."
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

"A page of a list."
type DeliveryPage {
  data: [Delivery!]!
  pageInfo: PageInfo!
}

"Conditions on deliveries, all of which one fulfils. An absent one is fulfilled by all."
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
  deliveries(
    "The id of the Application."
    applicationID: ID
    "The id of the webhook."
    webhookID: ID
    "Conditions on the deliveries. Default: none."
    filter: DeliveryFilter
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 100
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): DeliveryPage!
}

extend type Mutation {
  """
  Has a delivery that ended begin anew within a minute, whatever its state, with the same \`webhook-id\` and body. The webhook must be enabled. A delivery is
  attempted 100 times at most.
  """
  redeliver(
    "The id of the delivery."
    id: ID!
  ): Delivery!
}

"A kind of member of a formation."
enum FormationAssignmentType {
  "An Application."
  APPLICATION
  "A Runtime."
  RUNTIME
  "A runtime context; there are none here."
  RUNTIME_CONTEXT
}

"A kind of change of a formation assignment."
enum AssignmentOperationType {
  "A member joined."
  ASSIGN
  "A member left."
  UNASSIGN
  "A member left by its instance creator."
  INSTANCE_CREATOR_UNASSIGN
}

"The cause of a change of a formation assignment."
enum OperationTrigger {
  "A member was assigned."
  ASSIGN_OBJECT
  "A member was unassigned."
  UNASSIGN_OBJECT
  "The notifications were reset."
  RESET
  "The notifications were sent again."
  RESYNC
}

"A member of a formation."
union FormationParticipant = Application | Runtime | RuntimeContext

"The latest change that concerns a participant."
type AssignmentOperation {
  id: ID!
  operationType: AssignmentOperationType!
  formationAssignmentID: ID!
  formationID: ID!
  triggeredBy: OperationTrigger!
  startedAtTimestamp: Timestamp
  finishedAtTimestamp: Timestamp
}

"A page of a list."
type AssignmentOperationPage implements Pageable {
  data: [AssignmentOperation!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

"""
How far the latest change of a formation has got with one participant. Participants do not configure each other here, so that each has one assignment, of
which it is source and target.
"""
type FormationAssignment {
  "The ids of formation and participant, joined by a colon."
  id: ID!
  source: ID!
  sourceType: FormationAssignmentType!
  sourceEntity: FormationParticipant!
  target: ID!
  targetType: FormationAssignmentType!
  targetEntity: FormationParticipant!
  """
  \`READY\`: the participant was told, or there is nothing to tell it. \`INITIAL\`: it was not told yet, or is to report yet. \`CREATE_ERROR\`: telling it was given
  up, its endpoint is gone, or it reported an error. \`CONFIG_PENDING\`: it reported that it has begun. Where a Runtime left the formation, \`DELETING\` and
  \`DELETE_ERROR\` say the same. A Runtime is told when it makes contact, which is seen
  within three polls.
  """
  state: String!
  "\`error\`, and without an error \`configuration\`."
  value: String
  "What it reported as its configuration, as JSON. No other participant is sent it."
  configuration: String
  "Why it is in an error state, as JSON: \`{\\"error\\":{\\"message\\":\\"...\\",\\"errorCode\\":1}}\`. Code 2: the participant reported it."
  error: String
  "The latest change that concerns the participant; none if it has not changed since an earlier release."
  assignmentOperations(
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 200
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): AssignmentOperationPage
  lastStateChangeTimestamp: Timestamp
  "The latest attempt to notify it of the change."
  lastNotificationSentTimestamp: Timestamp
}

"A page of a list."
type FormationAssignmentPage implements Pageable {
  data: [FormationAssignment!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

extend type Formation {
  "The assignment with this id; null if the formation has none."
  formationAssignment(
    "The ids of formation and participant, joined by a colon."
    id: ID!
  ): FormationAssignment
  "Those of its Applications, then those of its Runtimes."
  formationAssignments(
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 200
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): FormationAssignmentPage
}

extend type Mutation {
  """
  Sends the notifications of the latest change again to Applications that are not \`READY\`, within a minute and with the same ids, and answers the formation. Those
  under way are not sent twice. One call sends 10,000 at most; repeat it in a larger formation. Runtimes are not notified, they ask.
  """
  resynchronizeFormationNotifications(
    "The id of the formation."
    formationID: ID!
    "True to send them to Applications that are \`READY\`, too."
    reset: Boolean
  ): Formation!
}

"The formations that a constraint is for; there are no constraints here."
enum ConstraintScope {
  "All formations."
  GLOBAL
  "The formations of a template."
  FORMATION_TYPE
}

"The time at which a constraint is checked; there are no constraints here."
enum ConstraintType {
  "Before an operation."
  PRE
  "After an operation."
  POST
  "In a user interface."
  UI
}

"The kind of object that a constraint is about; there are no constraints here."
enum ResourceType {
  "An Application."
  APPLICATION
  "A Runtime."
  RUNTIME
  "A runtime context."
  RUNTIME_CONTEXT
  "A tenant."
  TENANT
  "A formation."
  FORMATION
}

"The operation that a constraint is about; there are no constraints here."
enum TargetOperation {
  "An object joins a formation."
  ASSIGN_FORMATION
  "An object leaves a formation."
  UNASSIGN_FORMATION
  "A formation is created."
  CREATE_FORMATION
  "A formation is deleted."
  DELETE_FORMATION
  "A notification of an assignment is made."
  GENERATE_FORMATION_ASSIGNMENT_NOTIFICATION
  "A notification of a formation is made."
  GENERATE_FORMATION_NOTIFICATION
  "Formations are loaded."
  LOAD_FORMATIONS
  "Systems are selected for a formation."
  SELECT_SYSTEMS_FOR_FORMATION
  "A notification is sent."
  SEND_NOTIFICATION
  "The status of a notification came back."
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

"The constraint of a formation template; there are none here."
type ConstraintReference {
  constraintID: ID!
  formationTemplateID: ID!
}

"A constraint to create; there are none here."
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

"The new fields of a constraint; there are none here."
input FormationConstraintUpdateInput {
  inputTemplate: String!
  priority: Int
  description: String
}

extend type FormationTemplate {
  formationConstraints: [FormationConstraint!]
}

extend type Query {
  "Always empty: there are no constraints here."
  formationConstraints: [FormationConstraint!]!
  "Always the error NotFound: there are no constraints here."
  formationConstraint(
    "The id that the error names."
    id: ID!
  ): FormationConstraint!
  "Always empty: there are no constraints here."
  formationConstraintsByFormationType(
    "Has no effect: the answer is empty."
    formationTemplateID: ID!
  ): [FormationConstraint!]!
}

extend type Mutation {
  "Not offered: use applicationTypes and runtimeTypes in createFormationTemplate."
  createFormationConstraint(
    "Has no effect: the operation is refused."
    formationConstraint: FormationConstraintInput!
  ): FormationConstraint!
  "Not offered: use applicationTypes and runtimeTypes in updateFormationTemplate."
  updateFormationConstraint(
    "Has no effect: the operation is refused."
    id: ID!
    "Has no effect: the operation is refused."
    in: FormationConstraintUpdateInput!
  ): FormationConstraint!
  "Not offered: there are no constraints; use applicationTypes and runtimeTypes in updateFormationTemplate."
  deleteFormationConstraint(
    "Has no effect: the operation is refused."
    id: ID!
  ): FormationConstraint!
  "Not offered: use applicationTypes and runtimeTypes in updateFormationTemplate."
  attachConstraintToFormationTemplate(
    "Has no effect: the operation is refused."
    constraintID: ID!
    "Has no effect: the operation is refused."
    formationTemplateID: ID!
  ): ConstraintReference!
  "Not offered: there are no constraints; use applicationTypes and runtimeTypes in updateFormationTemplate."
  detachConstraintFromFormationTemplate(
    "Has no effect: the operation is refused."
    constraintID: ID!
    "Has no effect: the operation is refused."
    formationTemplateID: ID!
  ): ConstraintReference!
}

"The kind of artifact that a Runtime of a formation template is. It is kept as it was given."
enum ArtifactType {
  "A subscription."
  SUBSCRIPTION
  "A service instance."
  SERVICE_INSTANCE
  "An environment instance."
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
  labels(
    "The key of the only label to answer. Default: all labels."
    key: String
  ): Labels
  createdAt: Timestamp!
  updatedAt: Timestamp
}

"A page of a list."
type FormationTemplatePage implements Pageable {
  data: [FormationTemplate!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

"A new formation template."
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

"A label to set."
input LabelInput {
  key: String!
  value: Any!
}

extend type Query {
  "A formation template; null if it does not exist."
  formationTemplate(
    "The id of the formation template."
    id: ID!
  ): FormationTemplate
  "The formation templates of the tenant, the default one included."
  formationTemplates(
    "Conditions on labels, at most 50, all of which an element satisfies. Default: none."
    filter: [LabelFilter!]
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 200
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): FormationTemplatePage!
  "The formation template of this name: a page of one element, or an empty one."
  formationTemplatesByName(
    "The name of the template."
    name: String!
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 200
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): FormationTemplatePage!
  "The formations that an Application or Runtime is in; none for what does not exist."
  formationsForObject(
    "The id of the Application or Runtime."
    objectID: String!
  ): [Formation!]!
}

extend type Mutation {
  "Creates a formation template. Errors: NotUniqueName, InvalidData, QuotaExceeded."
  createFormationTemplate(
    "The new formation template."
    in: FormationTemplateRegisterInput!
  ): FormationTemplate
  "Replaces the fields of a formation template. Errors: NotFound, NotUniqueName, InvalidData."
  updateFormationTemplate(
    "The id of the formation template."
    id: ID!
    "The new fields of the formation template."
    in: FormationTemplateUpdateInput!
  ): FormationTemplate
  "Refused while there are formations made from it."
  deleteFormationTemplate(
    "The id of the formation template."
    id: ID!
  ): FormationTemplate
  "Sets a label of a formation template, or changes its value. Errors: NotFound, InvalidData."
  setFormationTemplateLabel(
    "The id of the formation template."
    formationTemplateID: ID!
    "The label."
    in: LabelInput!
  ): Label!
  "Deletes a label of a formation template and answers what it was. Errors: NotFound."
  deleteFormationTemplateLabel(
    "The id of the formation template."
    formationTemplateID: ID!
    "The key of the label."
    key: String!
  ): Label!
}

"The kind of object that joins or leaves a formation."
enum FormationObjectType {
  "The Application with the id."
  APPLICATION
  "The Runtime with the id."
  RUNTIME
  "Refused: there are no runtime contexts here."
  RUNTIME_CONTEXT
  "The Runtimes whose label global_subaccount_id has the id as its value."
  TENANT
}

"How far a formation is; READY here."
enum FormationStatusCondition {
  "Members are being told; not used here."
  IN_PROGRESS
  "Telling members failed; not used here."
  ERROR
  "The formation exists."
  READY
  "The formation is prepared; not used here."
  DRAFT
}

"An error of a formation; there are none here."
type FormationStatusError {
  assignmentID: ID
  message: String!
  errorCode: Int!
}

"The condition of a formation by its first 200 participants."
type FormationStatus {
  "\`ERROR\` if an assignment is in an error state, else \`IN_PROGRESS\` if one is not \`READY\`."
  condition: FormationStatusCondition!
  errors: [FormationStatusError!]
}

"An error of a formation; there are none here."
type FormationError {
  message: String!
  errorCode: Int!
}

"A group of Applications and Runtimes. A Runtime sees the Applications that share a formation with it."
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

"A page of a list."
type FormationPage implements Pageable {
  data: [Formation!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

"A formation by its name. A new one is made from the template; \`state\` has no effect."
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
  "A formation; null if it does not exist."
  formation(
    "The id of the formation."
    id: ID!
  ): Formation
  "The formation of this name; null if it does not exist."
  formationByName(
    "The name of the formation."
    name: String!
  ): Formation
  "The formations of the tenant."
  formations(
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 200
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): FormationPage!
}

extend type Mutation {
  "Creates a formation from a template. Default: the default template. Errors: NotUniqueName, InvalidData, QuotaExceeded."
  createFormation(
    "The formation, by its name."
    formation: FormationInput!
  ): Formation!
  "Deletes an empty formation. Errors: NotFound, InvalidOperation."
  deleteFormation(
    "The formation, by its name."
    formation: FormationInput!
  ): Formation!
  """
  Of type TENANT: the Runtimes with the label global_subaccount_id of this value, those that are there and those to come. Initial configurations are
  refused.
  """
  assignFormation(
    "The id of the object that joins."
    objectID: ID!
    "The kind of the object that joins."
    objectType: FormationObjectType!
    "The formation, by its name."
    formation: FormationInput!
    "Refused unless it is empty."
    initialConfigurations: [InitialConfiguration!]
  ): Formation!
  "Takes an object out of a formation; one that is not in it is no error. Errors: NotFound."
  unassignFormation(
    "The id of the object that leaves."
    objectID: ID!
    "The kind of the object that leaves."
    objectType: FormationObjectType!
    "The formation, by its name."
    formation: FormationInput!
  ): Formation!
  "As unassignFormation, by the formation's id."
  unassignFormationGlobal(
    "The id of the object that leaves."
    objectID: ID!
    "The kind of the object that leaves."
    objectType: FormationObjectType!
    "The id of the formation."
    formation: ID!
  ): Formation!
  "Not offered: a formation is READY as soon as it exists; use createFormation alone."
  finalizeDraftFormation(
    "Has no effect: the operation is refused."
    formationID: ID!
  ): Formation!
}

"A kind of health check."
enum HealthCheckType {
  "This system calls the healthCheckURL of an Application."
  MANAGEMENT_PLANE_APPLICATION_HEALTHCHECK
}

"How a health check ended."
enum HealthCheckStatusCondition {
  "The Application answered that it is well."
  SUCCEEDED
  "The Application did not answer, or answered that it is not well."
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

"A page of a list."
type HealthCheckPage implements Pageable {
  data: [HealthCheck!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

extend type Query {
  "Of the Applications with a healthCheckURL that was probed at least once."
  healthChecks(
    "The kinds of checks; an empty list finds none. Default: all."
    types: [HealthCheckType!]
    "The id of the only Application to answer for. Default: all."
    origin: ID
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 200
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): HealthCheckPage!
}

"The answer of an Application to a request for credentials."
enum BundleInstanceAuthSetStatusConditionInput {
  "The credentials are in the same input."
  SUCCEEDED
  "The request is refused."
  FAILED
}

"A request of a Runtime for credentials. With an \`id\` the request has that id, so that repeating it is refused."
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
  instanceAuth(
    "The id of the credentials."
    id: ID!
  ): BundleInstanceAuth
}

extend type Query {
  "A Runtime sees its own only."
  bundleInstanceAuth(
    "The id of the credentials."
    id: ID!
  ): BundleInstanceAuth
  "The bundle that credentials are for."
  bundleByInstanceAuth(
    "The id of the credentials."
    authID: ID!
  ): Bundle
}

extend type Mutation {
  "Asks for credentials to a bundle. The Application is notified through its CONFIGURATION_CHANGED webhooks, unless the bundle has default credentials."
  requestBundleInstanceAuthCreation(
    "The id of the bundle."
    bundleID: ID!
    "The request."
    in: BundleInstanceAuthRequestInput!
  ): BundleInstanceAuth!
  "Gives credentials back. The Application is notified, revokes them and deletes them here."
  requestBundleInstanceAuthDeletion(
    "The id of the credentials."
    authID: ID!
  ): BundleInstanceAuth!
  "The Application's answer to a request."
  setBundleInstanceAuth(
    "The id of the credentials."
    authID: ID!
    "The answer of the Application."
    in: BundleInstanceAuthSetInput!
  ): BundleInstanceAuth!
  "Deletes credentials for a bundle, once the Application has revoked them at its side. Errors: NotFound."
  deleteBundleInstanceAuth(
    "The id of the credentials."
    authID: ID!
  ): BundleInstanceAuth!
  "Gives a Runtime credentials for a bundle without its request. Errors: NotFound, InvalidData."
  createBundleInstanceAuth(
    "The id of the bundle."
    bundleID: ID!
    "The new credentials."
    in: BundleInstanceAuthCreateInput!
  ): BundleInstanceAuth!
  "Changes credentials for a bundle. Errors: NotFound, InvalidData."
  updateBundleInstanceAuth(
    "The id of the credentials."
    id: ID!
    "The id of the bundle."
    bundleID: ID!
    "The new fields of the credentials."
    in: BundleInstanceAuthUpdateInput!
  ): BundleInstanceAuth!
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

"A page of a list."
type IntegrationDependencyPage implements Pageable {
  data: [IntegrationDependency!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

"A part of an integration dependency; there are none here."
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

"An API that an aspect names; there are none here."
type AspectAPIDefinition {
  ordID: String!
}

"Events that an aspect names; there are none here."
type AspectEventDefinition {
  ordID: String!
  subset: [AspectEventDefinitionSubset!]
  created_at: Timestamp
  updated_at: Timestamp
  deleted_at: Timestamp
  error: String
}

"A type of event that an aspect names; there are none here."
type AspectEventDefinitionSubset {
  eventType: String
}

"An API that an aspect names."
input AspectAPIDefinitionInput {
  ordID: String
  ordId: String
}

"Events that an aspect names."
input AspectEventDefinitionInput {
  ordID: String
  ordId: String
  subset: [AspectEventDefinitionSubsetInput]
}

"A type of event that an aspect names."
input AspectEventDefinitionSubsetInput {
  eventType: String
}

"A part of an integration dependency."
input AspectInput {
  name: String!
  description: String
  mandatory: Boolean
  apiResources: [AspectAPIDefinitionInput!]
  eventResources: [AspectEventDefinitionInput!]
}

"An integration dependency; there are none here."
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
  labels: Labels
}

extend type Application {
  integrationDependencies(
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 200
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): IntegrationDependencyPage
}

extend type Mutation {
  "Not offered: use setApplicationLabel."
  addIntegrationDependencyToApplication(
    "Has no effect: the operation is refused."
    appID: ID!
    "Has no effect: the operation is refused."
    in: IntegrationDependencyInput!
  ): IntegrationDependency!
  "Not offered: there are no integration dependencies; use deleteApplicationLabel."
  deleteIntegrationDependency(
    "Has no effect: the operation is refused."
    id: ID!
  ): IntegrationDependency!
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

"A page of a list."
type IntegrationSystemPage implements Pageable {
  data: [IntegrationSystem!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

"A credential of an integration system."
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
  "Its certificates, the latest first; none of an OAuth client, and none before the pairing is completed."
  certificates: [Certificate!]
  "Certificates whose use or renewal was refused because their key may have been copied. Each is kept until a day after its end."
  cloneSuspicions: [CloneSuspicion!]
}

"An integration system to register, or its new fields."
input IntegrationSystemInput {
  "Unique in the tenant: lower case letters, digits, - and ., at most 36."
  name: String!
  description: String
  "Whether it acts in all tenants, which an operator of the platform decides. Default: true if the caller is an operator, too. Cannot be changed."
  allTenants: Boolean
}

extend type Query {
  "One of the tenant, or of all tenants."
  integrationSystem(
    "The id of the integration system."
    id: ID!
  ): IntegrationSystem
  "Those that were registered in the tenant."
  integrationSystems(
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 200
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): IntegrationSystemPage!
}

extend type Mutation {
  "Registers an integration system. Errors: NotUniqueName, InvalidData, QuotaExceeded."
  registerIntegrationSystem(
    "The new integration system."
    in: IntegrationSystemInput!
  ): IntegrationSystem!
  "Replaces the fields of an integration system. Errors: NotFound, NotUniqueName, InvalidData."
  updateIntegrationSystem(
    "The id of the integration system."
    id: ID!
    "The new fields of the integration system."
    in: IntegrationSystemInput!
  ): IntegrationSystem!
  "Ends its credentials too; refused while Applications name it as theirs."
  unregisterIntegrationSystem(
    "The id of the integration system."
    id: ID!
  ): IntegrationSystem!
}

"The rule for the values of a label."
type LabelDefinition {
  key: String!
  schema: JSONSchema
}

"The rule for the values of a label."
input LabelDefinitionInput {
  key: String!
  "Without a schema the label takes every value."
  schema: JSONSchema
}

extend type Query {
  "With that of scenarios, which follows from the formations."
  labelDefinitions: [LabelDefinition!]!
  "The definition of a label; null if it has none."
  labelDefinition(
    "The key of the label."
    key: String!
  ): LabelDefinition
}

extend type Mutation {
  """
  Refused when there are labels that violate the schema. That of scenarios lists the formations: others are created, and those that it leaves out are
  deleted, if nothing is in them.
  """
  createLabelDefinition(
    "The new label definition."
    in: LabelDefinitionInput!
  ): LabelDefinition!
  "As createLabelDefinition, for a label that has a definition."
  updateLabelDefinition(
    "The new fields of the label definition."
    in: LabelDefinitionInput!
  ): LabelDefinition!
  "Deletes the definition of a label, and the labels if the caller says so. That of scenarios is refused. Errors: NotFound, InvalidOperation."
  deleteLabelDefinition(
    "The key of the label."
    key: String!
    "If true, every label with the key is deleted, too."
    deleteRelatedLabels: Boolean = false
  ): LabelDefinition!
}

"Nothing creates runtime contexts here; the page is always empty."
type RuntimeContext {
  id: ID!
  key: String!
  value: String!
  labels(
    "Has no effect: there are no runtime contexts."
    key: String
  ): Labels
}

"A page of a list."
type RuntimeContextPage implements Pageable {
  data: [RuntimeContext!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

"A runtime context; there are none here."
input RuntimeContextInput {
  key: String!
  value: String!
}

extend type Runtime {
  runtimeContexts(
    "Maximum number of elements of the page: 1 to 200."
    first: Int = 200
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
  ): RuntimeContextPage
  "Always null."
  runtimeContext(
    "Has no effect: the answer is null."
    id: ID!
  ): RuntimeContext
}

extend type Mutation {
  "Not offered: use registerRuntime and setRuntimeLabel."
  registerRuntimeContext(
    "Has no effect: the operation is refused."
    runtimeID: ID!
    "Has no effect: the operation is refused."
    in: RuntimeContextInput!
  ): RuntimeContext!
  "Not offered: there are no runtime contexts; use setRuntimeLabel."
  updateRuntimeContext(
    "Has no effect: the operation is refused."
    id: ID!
    "Has no effect: the operation is refused."
    in: RuntimeContextInput!
  ): RuntimeContext!
  "Not offered: there are no runtime contexts; use deleteRuntimeLabel or unregisterRuntime."
  unregisterRuntimeContext(
    "Has no effect: the operation is refused."
    id: ID!
  ): RuntimeContext!
}

"How far a scheduled operation is; there are none here."
enum OperationStatus {
  "It has not begun."
  SCHEDULED
  "It has begun."
  IN_PROGRESS
  "It ended well."
  COMPLETED
  "It ended with an error."
  FAILED
}

"How serious the error of a scheduled operation is; there are none here."
enum OperationErrorSeverity {
  "There is no error."
  NONE
  "It is for information."
  INFO
  "It is a warning."
  WARNING
  "It is an error."
  ERROR
}

"A kind of scheduled operation; there are none here."
enum ScheduledOperationType {
  "Open Resource Discovery documents are collected."
  ORD_AGGREGATION
  "Systems are fetched."
  SYSTEM_FETCHING
  "Subscriptions are discovered."
  SAAS_REGISTRY_DISCOVERY
}

"What an operation of the mode ASYNC does to an object."
enum OperationType {
  "It is created."
  CREATE
  "It is changed."
  UPDATE
  "It is deleted."
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
  operation(
    "Has no effect: the answer is null."
    id: ID!
  ): Operation
}

extend type Mutation {
  "Not offered: nothing is scheduled; use refetchAPISpec to have a specification fetched."
  scheduleOperation(
    "Has no effect: the operation is refused."
    operationID: ID!
    "Has no effect: the operation is refused."
    priority: Int
  ): Operation
}

"The new content of a credential."
input SystemAuthUpdateInput {
  auth: AuthInput
}

extend type Query {
  "A credential of an Application, Runtime or integration system of the tenant."
  systemAuth(
    "The id of the credential."
    id: ID!
  ): SystemAuth
  "Not offered: the Connector authenticates tokens; use systemAuth with an id."
  systemAuthByToken(
    "Has no effect: the operation is refused."
    token: String!
  ): SystemAuth
}

extend type Mutation {
  "Not offered: request other credentials, and delete these with deleteSystemAuthForApplication or the like."
  updateSystemAuth(
    "Has no effect: the operation is refused."
    authID: ID!
    "Has no effect: the operation is refused."
    in: AuthInput!
  ): SystemAuth!
  "Ends the one-time token of a System Auth, in whatever state it is; certificates stay. Errors: NotFound."
  invalidateSystemAuthOneTimeToken(
    "The id of the credential."
    authID: ID!
  ): SystemAuth!
  """
  Another credential: an OAuth client for the client credentials grant. Its secret is in this answer and nowhere else; later answers have
  an empty text in its place. The client has the scopes of its kind that the caller holds. Not where the deployment has an identity provider
  of its own. Asked for by its owner, it ends with the credential that was used to ask.
  """
  requestClientCredentialsForApplication(
    "The id of the Application."
    id: ID!
  ): SystemAuth!
  "As requestClientCredentialsForApplication, for a Runtime."
  requestClientCredentialsForRuntime(
    "The id of the Runtime."
    id: ID!
  ): SystemAuth!
  "As requestClientCredentialsForApplication, for an integration system."
  requestClientCredentialsForIntegrationSystem(
    "The id of the integration system."
    id: ID!
  ): SystemAuth!
  """
  Ends a credential and those derived from it, which its owner asked for with it: certificates and access tokens are refused from the next
  request on.
  """
  deleteSystemAuthForApplication(
    "The id of the credential."
    authID: ID!
  ): SystemAuth!
  "As deleteSystemAuthForApplication, for a credential of a Runtime."
  deleteSystemAuthForRuntime(
    "The id of the credential."
    authID: ID!
  ): SystemAuth!
  "As deleteSystemAuthForApplication, for a credential of an integration system."
  deleteSystemAuthForIntegrationSystem(
    "The id of the credential."
    authID: ID!
  ): SystemAuth!
  "Ends all credentials of an Application and sets its status back to INITIAL; refused while it is in a formation with a Runtime."
  unpairApplication(
    "The id of the Application."
    id: ID!
    "Has no effect: the operation is done when it is answered."
    mode: OperationMode = SYNC
  ): Application!
}

"A kind of object that belongs to a tenant."
enum TenantAccessObjectType {
  "An Application."
  APPLICATION
  "A Runtime."
  RUNTIME
  "A runtime context; there are none here."
  RUNTIME_CONTEXT
}

"Changes that give tenants access to Applications in a system where tenants share them."
enum EventType {
  "An Application is new."
  NEW_APPLICATION
  "One tenant is new to an Application."
  NEW_SINGLE_TENANT
  "Several tenants are new to an Application."
  NEW_MULTIPLE_TENANTS
}

"An object belongs to one tenant here; nothing gives it to another."
type TenantAccess {
  tenantID: ID!
  resourceType: TenantAccessObjectType!
  resourceID: ID!
  owner: Boolean!
}

"The access of a tenant to an object."
input TenantAccessInput {
  tenantID: ID!
  resourceType: TenantAccessObjectType!
  resourceID: ID!
  owner: Boolean!
}

extend type Query {
  "Not offered: an object belongs to the one tenant that answers it; use application or runtime in each of tenants."
  tenantByLowestOwnerForResource(
    "Has no effect: the operation is refused."
    id: ID!
    "Has no effect: the operation is refused."
    resource: String!
  ): String!
}

extend type Mutation {
  "Not offered: an object belongs to one tenant; use registerApplication or registerRuntime in the other one, too."
  addTenantAccess(
    "Has no effect: the operation is refused."
    in: TenantAccessInput!
  ): TenantAccess
  "Not offered: an object belongs to one tenant; use unregisterApplication or unregisterRuntime."
  removeTenantAccess(
    "Has no effect: the operation is refused."
    tenantID: ID!
    "Has no effect: the operation is refused."
    resourceID: ID!
    "Has no effect: the operation is refused."
    resourceType: TenantAccessObjectType!
  ): TenantAccess
  "Not offered: use registerApplicationFromTemplate in the tenant."
  subscribeTenant(
    "Has no effect: the operation is refused."
    providerID: String!
    "Has no effect: the operation is refused."
    subaccountID: String!
    "Has no effect: the operation is refused."
    providerSubaccountID: String!
    "Has no effect: the operation is refused."
    consumerTenantID: String!
    "Has no effect: the operation is refused."
    region: String!
    "Has no effect: the operation is refused."
    subscriptionAppName: String!
    "Has no effect: the operation is refused."
    subscriptionPayload: String!
  ): Boolean!
  "Not offered: use unregisterApplication."
  unsubscribeTenant(
    "Has no effect: the operation is refused."
    providerID: String!
    "Has no effect: the operation is refused."
    subaccountID: String!
    "Has no effect: the operation is refused."
    providerSubaccountID: String!
    "Has no effect: the operation is refused."
    consumerTenantID: String!
    "Has no effect: the operation is refused."
    region: String!
    "Has no effect: the operation is refused."
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
  labels(
    "The key of the only label to answer. Default: all labels."
    key: String
  ): Labels
}

"A page of a list."
type TenantPage implements Pageable {
  data: [Tenant!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

"The description of a tenant."
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
  tenants(
    "Maximum number of elements of the page: 1 to 500."
    first: Int = 500
    "The endCursor of the page before. Default: the first page."
    after: PageCursor
    "The term that is searched for. Default: every tenant."
    searchTerm: String
  ): TenantPage!
  "A tenant by its id; null if the caller does not see it or it was not written."
  tenantByExternalID(
    "The id of the tenant."
    id: ID!
  ): Tenant
  "The same as tenantByExternalID: tenants have one id here."
  tenantByInternalID(
    "The id of the tenant."
    id: ID!
  ): Tenant
  "Those ancestors without a parent, itself if it has none. Only tenants that the caller sees count."
  rootTenants(
    "The id of the tenant."
    externalTenant: String!
  ): [Tenant!]
}

extend type Mutation {
  "Writes over what was known of the tenants, all or nothing; answers their ids."
  writeTenants(
    "The descriptions of the tenants."
    in: [BusinessTenantMappingInput!]
  ): [String!]
  "As writeTenant, with the description as answer; the id cannot be changed."
  updateTenant(
    "The id of the tenant."
    id: ID!
    "The new fields of the tenant."
    in: BusinessTenantMappingInput!
  ): Tenant!
  "Region, subdomain and the like are parts of the description; other labels stay when that is written over. At most 4 KB together."
  setTenantLabel(
    "The id of the tenant."
    tenantID: ID!
    "The key of the label."
    key: String!
    "The value of the label."
    value: Any!
  ): Label!
  "Writes over what was known of one tenant, and answers its id."
  writeTenant(
    "The new fields of the tenant."
    in: BusinessTenantMappingInput!
  ): String!
  "Forgets what was written; refused for a tenant that has objects. Answers of how many tenants something was forgotten."
  deleteTenants(
    "The ids of the tenants."
    in: [String!]
  ): Int!
}

extend type Mutation {
  "Gives the webhook another signing secret, or pair of keys. For 24 hours deliveries carry a signature of the one before, too."
  rotateWebhookSigningSecret(
    "The id of the webhook."
    webhookID: ID!
  ): Webhook!
  "Has deliveries made to a disabled webhook again. Those that failed meanwhile are made up for by \`recoverWebhook\` only."
  enableWebhook(
    "The id of the webhook."
    webhookID: ID!
  ): Webhook!
  """
  Has the deliveries to a webhook that failed begin anew: those made at a time within the last 30 days or later, the oldest first. Answers how
  many, 1000 at most: repeat it until there are none.
  """
  recoverWebhook(
    "The id of the webhook."
    webhookID: ID!
    "The time of the oldest delivery to begin anew."
    since: Timestamp!
  ): Int!
  """
  Posts one signed message of the type \`io.compass.webhook.test.v1\` to the webhook, a disabled one too, and answers what its endpoint answered. It is not repeated,
  is in no list of deliveries, and changes no status. A webhook is tested once in 10 seconds at most.
  """
  testWebhook(
    "The id of the webhook."
    webhookID: ID!
  ): WebhookTest!
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

"How the deliveries to a webhook go."
enum WebhookCondition {
  "The last delivery succeeded, or there was none."
  ENABLED
  "Every attempt since the time of the status failed. Deliveries are tried again."
  FAILING
  "No deliveries are made."
  DISABLED
}

"The reason why no deliveries are made to a webhook."
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
  "kind": "scalar"
 },
 "Any": {
  "kind": "scalar"
 },
 "Labels": {
  "kind": "scalar"
 },
 "JSON": {
  "kind": "scalar"
 },
 "JSONSchema": {
  "kind": "scalar"
 },
 "CLOB": {
  "kind": "scalar"
 },
 "PageCursor": {
  "kind": "scalar"
 },
 "HttpHeaders": {
  "kind": "scalar"
 },
 "QueryParams": {
  "kind": "scalar"
 },
 "HttpHeadersSerialized": {
  "kind": "scalar"
 },
 "QueryParamsSerialized": {
  "kind": "scalar"
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
   "defaultURL": "String!",
   "defaultURLForTokens": "String!"
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
   "error": "String",
   "tenantBusinessType": "TenantBusinessType",
   "applicationTemplate": "ApplicationTemplate",
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
 "OneTimeTokenForApplication": {
  "kind": "object",
  "interfaces": [
   "OneTimeToken"
  ],
  "fields": {
   "token": "String!",
   "connectorURL": "String!",
   "legacyConnectorURL": "String!",
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
   "origin": "SystemAuthOrigin",
   "lastSeenAt": "Timestamp",
   "certificates": "[Certificate!]",
   "cloneSuspicions": "[CloneSuspicion!]"
  }
 },
 "SystemAuthOrigin": {
  "kind": "object",
  "fields": {
   "type": "ViewerType!",
   "id": "ID!",
   "systemAuthID": "ID"
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
   "origin": "SystemAuthOrigin",
   "lastSeenAt": "Timestamp",
   "certificates": "[Certificate!]",
   "cloneSuspicions": "[CloneSuspicion!]"
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
   "origin": "SystemAuthOrigin",
   "lastSeenAt": "Timestamp",
   "certificates": "[Certificate!]",
   "cloneSuspicions": "[CloneSuspicion!]"
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
   "signingSecret": "String",
   "status": "WebhookStatus!",
   "signatureScheme": "WebhookSignatureScheme!",
   "publicKey": "String"
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
   "data": "CLOB",
   "downloadURL": "String",
   "format": "SpecFormat!",
   "type": "APISpecType!",
   "fetchRequest": "FetchRequest"
  }
 },
 "EventSpec": {
  "kind": "object",
  "fields": {
   "id": "ID!",
   "data": "CLOB",
   "downloadURL": "String",
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
   "defaultAuth": "Auth",
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
   "data": "CLOB",
   "downloadURL": "String",
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
   "correlationIDs": "[String!]",
   "createdAt": "Timestamp",
   "updatedAt": "Timestamp",
   "deletedAt": "Timestamp",
   "error": "String",
   "instanceAuth": {
    "type": "BundleInstanceAuth",
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
   "certCommonName": "String",
   "oneTimeToken": "OneTimeTokenInput"
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
   "url": "String",
   "urlTemplate": "String",
   "inputTemplate": "String",
   "headerTemplate": "String",
   "outputTemplate": "String",
   "statusTemplate": "String",
   "auth": "AuthInput",
   "mode": "WebhookMode",
   "version": "String",
   "correlationIdKey": "String",
   "retryInterval": "Int",
   "timeout": "Int",
   "signatureScheme": "WebhookSignatureScheme"
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
  "fields": {
   "data": "CLOB",
   "type": "APISpecType!",
   "format": "SpecFormat!",
   "fetchRequest": "FetchRequestInput"
  }
 },
 "EventSpecInput": {
  "kind": "input",
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
   "defaultAuth": "AuthInput"
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
   "data": "CLOB",
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
   "apiDefinitions": "[APIDefinitionInput!]",
   "eventDefinitions": "[EventDefinitionInput!]",
   "documents": "[DocumentInput!]"
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
   "name": "String"
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
    "args": {
     "localTenantID": "String!",
     "applicationTemplateID": "ID!"
    }
   },
   "runtimeByTokenIssuer": {
    "type": "Runtime",
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
   "certificates": {
    "type": "CertificatePage!",
    "args": {
     "filter": "CertificateFilter",
     "first": {
      "type": "Int",
      "defaultValue": 100
     },
     "after": "PageCursor"
    }
   },
   "apisForApplication": {
    "type": "APIDefinitionPage",
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
    "args": {
     "id": "ID!"
    }
   },
   "bundleByInstanceAuth": {
    "type": "Bundle",
    "args": {
     "authID": "ID!"
    }
   },
   "integrationSystem": {
    "type": "IntegrationSystem",
    "args": {
     "id": "ID!"
    }
   },
   "integrationSystems": {
    "type": "IntegrationSystemPage!",
    "args": {
     "first": {
      "type": "Int",
      "defaultValue": 200
     },
     "after": "PageCursor"
    }
   },
   "labelDefinitions": "[LabelDefinition!]!",
   "labelDefinition": {
    "type": "LabelDefinition",
    "args": {
     "key": "String!"
    }
   },
   "operation": {
    "type": "Operation",
    "args": {
     "id": "ID!"
    }
   },
   "systemAuth": {
    "type": "SystemAuth",
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
    "args": {
     "id": "ID!",
     "systemAuthID": "ID",
     "keyThumbprint": "String"
    }
   },
   "requestOneTimeTokenForRuntime": {
    "type": "OneTimeTokenForRuntime!",
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
    "args": {
     "id": "ID!",
     "override": "Boolean",
     "in": "ApplicationTemplateUpdateInput!"
    }
   },
   "deleteApplicationTemplate": {
    "type": "ApplicationTemplate!",
    "args": {
     "id": "ID!"
    }
   },
   "registerApplicationFromTemplate": {
    "type": "Application!",
    "args": {
     "in": "ApplicationFromTemplateInput!"
    }
   },
   "createAutomaticScenarioAssignment": {
    "type": "AutomaticScenarioAssignment!",
    "args": {
     "in": "AutomaticScenarioAssignmentSetInput!"
    }
   },
   "deleteAutomaticScenarioAssignmentForScenario": {
    "type": "AutomaticScenarioAssignment!",
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
    "args": {
     "apiID": "ID!"
    }
   },
   "refetchEventDefinitionSpec": {
    "type": "EventSpec!",
    "args": {
     "eventID": "ID!"
    }
   },
   "addAPIDefinitionToApplication": {
    "type": "APIDefinition!",
    "args": {
     "appID": "ID!",
     "in": "APIDefinitionInput!"
    }
   },
   "updateAPIDefinitionForApplication": {
    "type": "APIDefinition!",
    "args": {
     "id": "ID!",
     "in": "APIDefinitionInput!"
    }
   },
   "addEventDefinitionToApplication": {
    "type": "EventDefinition!",
    "args": {
     "appID": "ID!",
     "in": "EventDefinitionInput!"
    }
   },
   "updateEventDefinitionForApplication": {
    "type": "EventDefinition!",
    "args": {
     "id": "ID!",
     "in": "EventDefinitionInput!"
    }
   },
   "redeliver": {
    "type": "Delivery!",
    "args": {
     "id": "ID!"
    }
   },
   "resynchronizeFormationNotifications": {
    "type": "Formation!",
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
    "args": {
     "bundleID": "ID!",
     "in": "BundleInstanceAuthRequestInput!"
    }
   },
   "requestBundleInstanceAuthDeletion": {
    "type": "BundleInstanceAuth!",
    "args": {
     "authID": "ID!"
    }
   },
   "setBundleInstanceAuth": {
    "type": "BundleInstanceAuth!",
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
    "args": {
     "id": "ID!"
    }
   },
   "createLabelDefinition": {
    "type": "LabelDefinition!",
    "args": {
     "in": "LabelDefinitionInput!"
    }
   },
   "updateLabelDefinition": {
    "type": "LabelDefinition!",
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
    "args": {
     "in": "[BusinessTenantMappingInput!]"
    }
   },
   "updateTenant": {
    "type": "Tenant!",
    "args": {
     "id": "ID!",
     "in": "BusinessTenantMappingInput!"
    }
   },
   "setTenantLabel": {
    "type": "Label!",
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
    "args": {
     "in": "[String!]"
    }
   },
   "rotateWebhookSigningSecret": {
    "type": "Webhook!",
    "args": {
     "webhookID": "ID!"
    }
   },
   "enableWebhook": {
    "type": "Webhook!",
    "args": {
     "webhookID": "ID!"
    }
   },
   "recoverWebhook": {
    "type": "Int!",
    "args": {
     "webhookID": "ID!",
     "since": "Timestamp!"
    }
   },
   "testWebhook": {
    "type": "WebhookTest!",
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
  "fields": {
   "id": "ID!",
   "name": "String!",
   "description": "String",
   "applicationNamespace": "String",
   "webhooks": "[Webhook!]",
   "applicationInput": "String!",
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
   "name": "String!",
   "description": "String",
   "jsonPath": "String",
   "optional": "Boolean"
  }
 },
 "ApplicationJSONInput": {
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
   "bundles": "[BundleCreateInput!]"
  }
 },
 "ApplicationTemplateInput": {
  "kind": "input",
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
  "fields": {
   "id": "ID",
   "templateName": "String!",
   "values": "[TemplateValueInput]",
   "placeholdersPayload": "String",
   "labels": "Labels"
  }
 },
 "AutomaticScenarioAssignment": {
  "kind": "object",
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
  "fields": {
   "runtimeID": "ID!",
   "auth": "Auth"
  }
 },
 "CertificateSubjectMapping": {
  "kind": "object",
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
 "CertificateState": {
  "kind": "enum",
  "values": {
   "LATEST": {},
   "EARLIER": {},
   "REPLACED": {},
   "REVOKED": {}
  }
 },
 "Certificate": {
  "kind": "object",
  "fields": {
   "fingerprint": "String!",
   "serialNumber": "String",
   "issuer": "String",
   "notBefore": "Timestamp",
   "notAfter": "Timestamp!",
   "state": "CertificateState!",
   "systemAuth": "SystemAuth!",
   "ownerName": "String"
  }
 },
 "CertificatePage": {
  "kind": "object",
  "fields": {
   "data": "[Certificate!]!",
   "pageInfo": "PageInfo!"
  }
 },
 "CertificateFilter": {
  "kind": "input",
  "fields": {
   "from": "Timestamp",
   "to": "Timestamp",
   "suspected": "Boolean"
  }
 },
 "CloneSuspicionReason": {
  "kind": "enum",
  "values": {
   "OLDER_GENERATION": {},
   "SUCCESSOR_IN_USE": {},
   "REPLACED": {},
   "NOT_RECORDED": {}
  }
 },
 "CloneSuspicion": {
  "kind": "object",
  "fields": {
   "fingerprint": "String!",
   "serialNumber": "String!",
   "issuer": "String",
   "notAfter": "Timestamp!",
   "reason": "CloneSuspicionReason!"
  }
 },
 "DeliveryState": {
  "kind": "enum",
  "values": {
   "PENDING": {},
   "SUCCEEDED": {},
   "FAILED": {},
   "GONE": {},
   "DROPPED": {}
  }
 },
 "DeliveryFailure": {
  "kind": "enum",
  "values": {
   "ATTEMPTS_EXHAUSTED": {},
   "ENDPOINT_UNREACHABLE": {},
   "WEBHOOK_DISABLED": {},
   "ATTEMPTS_CUT_OFF": {}
  }
 },
 "DeliveryAttempt": {
  "kind": "object",
  "fields": {
   "timestamp": "Timestamp!",
   "duration": "Int!",
   "status": "Int",
   "error": "String",
   "body": "String"
  }
 },
 "Delivery": {
  "kind": "object",
  "fields": {
   "id": "ID!",
   "webhookID": "ID!",
   "applicationID": "ID!",
   "applicationTemplateID": "ID",
   "eventID": "ID!",
   "eventType": "String",
   "state": "DeliveryState!",
   "failure": "DeliveryFailure",
   "createdAt": "Timestamp!",
   "nextAttemptAt": "Timestamp",
   "attempts": "[DeliveryAttempt!]!"
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
   "from": "Timestamp",
   "to": "Timestamp"
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
  "fields": {
   "id": "ID!",
   "name": "String!",
   "applicationTypes": "[String!]!",
   "runtimeTypes": "[String!]",
   "runtimeTypeDisplayName": "String",
   "runtimeArtifactKind": "ArtifactType",
   "leadingProductIDs": "[String!]",
   "supportsReset": "Boolean!",
   "webhooks": "[Webhook!]",
   "discoveryConsumers": "[String!]",
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
   "webhooks": "[WebhookInput!]"
  }
 },
 "FormationTemplateUpdateInput": {
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
   "webhooks": "[WebhookInput!]"
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
   "error": "FormationError",
   "status": "FormationStatus!",
   "lastStateChangeTimestamp": "Timestamp",
   "lastNotificationSentTimestamp": "Timestamp",
   "formationAssignment": {
    "type": "FormationAssignment",
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
  "fields": {
   "type": "HealthCheckType!",
   "condition": "HealthCheckStatusCondition!",
   "origin": "ID",
   "message": "String",
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
   "context": "JSON",
   "inputParams": "JSON"
  }
 },
 "BundleInstanceAuthStatusInput": {
  "kind": "input",
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
  "fields": {
   "auth": "AuthInput",
   "status": "BundleInstanceAuthStatusInput"
  }
 },
 "BundleInstanceAuthCreateInput": {
  "kind": "input",
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
  "fields": {
   "context": "JSON",
   "inputParams": "JSON",
   "auth": "AuthInput"
  }
 },
 "IntegrationDependency": {
  "kind": "object",
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
   "version": "VersionInput",
   "labels": "Labels"
  }
 },
 "IntegrationSystem": {
  "kind": "object",
  "fields": {
   "id": "ID!",
   "name": "String!",
   "description": "String",
   "allTenants": "Boolean!",
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
   "origin": "SystemAuthOrigin",
   "lastSeenAt": "Timestamp",
   "certificates": "[Certificate!]",
   "cloneSuspicions": "[CloneSuspicion!]"
  }
 },
 "IntegrationSystemInput": {
  "kind": "input",
  "fields": {
   "name": "String!",
   "description": "String",
   "allTenants": "Boolean"
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
   "schema": "JSONSchema"
  }
 },
 "RuntimeContext": {
  "kind": "object",
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
  "values": {
   "CREATE": {},
   "UPDATE": {},
   "DELETE": {}
  }
 },
 "Operation": {
  "kind": "object",
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
  "values": {
   "NEW_APPLICATION": {},
   "NEW_SINGLE_TENANT": {},
   "NEW_MULTIPLE_TENANTS": {}
  }
 },
 "TenantAccess": {
  "kind": "object",
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
  "fields": {
   "id": "ID!",
   "internalID": "ID!",
   "name": "String",
   "type": "String",
   "parents": "[ID]",
   "parentID": "ID",
   "provider": "String!",
   "initialized": "Boolean",
   "labels": {
    "type": "Labels",
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
   "type": "String!",
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
  "fields": {
   "id": "ID!",
   "webhookID": "ID!",
   "accepted": "Boolean!",
   "timestamp": "Timestamp!",
   "duration": "Int!",
   "status": "Int",
   "error": "String",
   "body": "String"
  }
 },
 "WebhookCondition": {
  "kind": "enum",
  "values": {
   "ENABLED": {},
   "FAILING": {},
   "DISABLED": {}
  }
 },
 "WebhookDisablingReason": {
  "kind": "enum",
  "values": {
   "GONE": {},
   "FAILING": {}
  }
 },
 "WebhookStatus": {
  "kind": "object",
  "fields": {
   "condition": "WebhookCondition!",
   "timestamp": "Timestamp",
   "reason": "WebhookDisablingReason"
  }
 },
 "WebhookSignatureScheme": {
  "kind": "enum",
  "values": {
   "SYMMETRIC": {},
   "ASYMMETRIC": {}
  }
 }
};
