// Generated from schema.graphql by scripts/generate-graphql.ts; do not edit.
import type { SchemaTable } from '#shared/graphql/schema-table.ts';

import type { JsonValue } from '../../shared/core/json.ts';
import type { JsonObject } from '../../shared/core/json.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
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
  /** Any JSON value; where an object is expected, the text of one will do. */
  JSON: { input: JsonValue; output: JsonValue; }
  /** A JSON object: label key to value. */
  Labels: { input: JsonObject; output: JsonObject; }
};

/** A kind of operation. Operations here are Provision, Upgrade, Deprovision and ReconnectRuntime. */
export type OperationType =
  /** A Runtime is registered and built, and its Agent connects. */
  | 'Provision'
  /** Not used here. */
  | 'ProvisionNoInstall'
  /** A Runtime moves to the newest version of what its driver builds. */
  | 'Upgrade'
  /** Not used here. */
  | 'UpgradeShoot'
  /** A Runtime is removed and unregistered. */
  | 'Deprovision'
  /** Not used here. */
  | 'DeprovisionNoInstall'
  /** The Agent of a Runtime gets a fresh one-time token. */
  | 'ReconnectRuntime'
  /** Not used here. */
  | 'Hibernate';

/** How far an operation is. */
export type OperationState =
  /** It is recorded, and its workflow has not begun. */
  | 'Pending'
  /** Its workflow runs. */
  | 'InProgress'
  /** It ended well. */
  | 'Succeeded'
  /** It ended with an error: see lastError. */
  | 'Failed';

/** The connection of a Runtime's Agent with the Director. */
export type RuntimeAgentConnectionStatus =
  /** The Agent has not called yet. */
  | 'Pending'
  /** The Agent calls as often as it should. */
  | 'Connected'
  /** The Agent missed three polls in a row, or its Runtime was removed. */
  | 'Disconnected';

/** The description of a Runtime, as the Director has it. */
export type RuntimeInput = {
  /** Letters, digits, hyphens, dots and underscores; at most 256. */
  name: Scalars['String']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  labels?: InputMaybe<Scalars['Labels']['input']>;
};

/** A Runtime to provision. */
export type ProvisionRuntimeInput = {
  runtimeInput: RuntimeInput;
  /** What builds the Runtime; may be left out where there is one driver only. */
  driver?: InputMaybe<Scalars['String']['input']>;
  /**
   * What the driver needs, and how long the workflow waits: infrastructureTimeoutSeconds (3600, at most 14400)
   * and agentTimeoutSeconds (900, at most 3600). At most 64 KB.
   */
  parameters?: InputMaybe<Scalars['JSON']['input']>;
  /** Names of the formations that the Runtime is assigned to; at most 40, those of the label scenarios included. */
  formations?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** The error with which an operation ended. */
export type LastError = {
  errMessage?: Maybe<Scalars['String']['output']>;
  reason?: Maybe<Scalars['String']['output']>;
  component?: Maybe<Scalars['String']['output']>;
};

/** An operation, and how far it is. */
export type OperationStatus = {
  id?: Maybe<Scalars['String']['output']>;
  operation: OperationType;
  state: OperationState;
  message?: Maybe<Scalars['String']['output']>;
  runtimeID?: Maybe<Scalars['String']['output']>;
  compassRuntimeID?: Maybe<Scalars['String']['output']>;
  lastError?: Maybe<LastError>;
  /** RFC 3339; when the operation was asked for. */
  createdAt?: Maybe<Scalars['String']['output']>;
  /** RFC 3339; null while it is active. */
  finishedAt?: Maybe<Scalars['String']['output']>;
  /** The steps of its workflow that have begun, in this order; empty for an operation of release 0.2.0 or earlier. */
  steps?: Maybe<Array<OperationStep>>;
};

/** A step of a workflow. After a failure the steps of the clean-up follow, and are steps, too. */
export type OperationStep = {
  /** As in component of lastError, except that a check is part of the step that it follows. */
  name: Scalars['String']['output'];
  /** InProgress, Succeeded or Failed. One that may fail without a harm, and those of the clean-up, are Succeeded once they have ended. */
  state: OperationState;
  /** RFC 3339. */
  startedAt: Scalars['String']['output'];
  /** RFC 3339; null while it runs. When the next one began, or the operation ended. */
  finishedAt?: Maybe<Scalars['String']['output']>;
  /** The reason of the failure; null unless this step failed. */
  error?: Maybe<Scalars['String']['output']>;
};

/** An error of a connection. */
export type Error = {
  message?: Maybe<Scalars['String']['output']>;
};

/** The connection of a Runtime's Agent, with errors if there are any. */
export type RuntimeConnectionStatus = {
  status: RuntimeAgentConnectionStatus;
  errors?: Maybe<Array<Error>>;
};

/** The input with which a Runtime was provisioned. */
export type RuntimeConfig = {
  /** How the Runtime was provisioned: name, description, labels, formations, driver and parameters. */
  clusterConfig?: Maybe<Scalars['JSON']['output']>;
  kymaConfig?: Maybe<Scalars['JSON']['output']>;
  kubeconfig?: Maybe<Scalars['String']['output']>;
};

/** Hibernation of a Runtime; there is none here. */
export type HibernationStatus = {
  hibernated?: Maybe<Scalars['Boolean']['output']>;
  hibernationPossible?: Maybe<Scalars['Boolean']['output']>;
};

/** An output of the stack. */
export type InfrastructureOutput = {
  key: Scalars['String']['output'];
  value: Scalars['String']['output'];
};

/** The stack as it was when the last provisioning or upgrade found it ready; all but the driver is null without a stack, or before it is ready. */
export type RuntimeInfrastructure = {
  driver: Scalars['String']['output'];
  templateVersion?: Maybe<Scalars['String']['output']>;
  stackID?: Maybe<Scalars['String']['output']>;
  /** The page of the stack in the AWS console. */
  consoleURL?: Maybe<Scalars['String']['output']>;
  outputs?: Maybe<Array<InfrastructureOutput>>;
};

/** All that is known of a Runtime: its last operation, its connection, and what was built. */
export type RuntimeStatus = {
  /** Null for a Runtime that was registered only. */
  lastOperationStatus?: Maybe<OperationStatus>;
  runtimeConnectionStatus?: Maybe<RuntimeConnectionStatus>;
  /** Null for a Runtime that was registered only. */
  runtimeConfiguration?: Maybe<RuntimeConfig>;
  hibernationStatus?: Maybe<HibernationStatus>;
  /** Null for a Runtime that was registered only, or was removed. */
  infrastructure?: Maybe<RuntimeInfrastructure>;
};

/** The questions that the Provisioner answers. Objects are those of the caller's tenant. */
export type Query = {
  /** The status of a Runtime that was provisioned or registered. Requires runtime:read. Errors: NotFound. */
  runtimeStatus?: Maybe<RuntimeStatus>;
  /** The operations of a Runtime that was provisioned, the latest first: the last 20, until 30 days after its removal. Requires runtime:read. Errors: NotFound. */
  runtimeOperations?: Maybe<Array<OperationStatus>>;
  /** Requires runtime:read. Errors: NotFound. */
  runtimeOperationStatus?: Maybe<OperationStatus>;
};


/** The questions that the Provisioner answers. Objects are those of the caller's tenant. */
export type QueryRuntimeStatusArgs = {
  id: Scalars['String']['input'];
};


/** The questions that the Provisioner answers. Objects are those of the caller's tenant. */
export type QueryRuntimeOperationsArgs = {
  id: Scalars['String']['input'];
};


/** The questions that the Provisioner answers. Objects are those of the caller's tenant. */
export type QueryRuntimeOperationStatusArgs = {
  id: Scalars['String']['input'];
};

/** The operations that the Provisioner starts. Objects are those of the caller's tenant. */
export type Mutation = {
  /**
   * Starts a provisioning. Repeating it with the same Idempotency-Key header answers the same operation.
   * Requires runtime:write. Errors: InvalidData.
   */
  provisionRuntime?: Maybe<OperationStatus>;
  /**
   * Starts the removal of a Runtime that was provisioned and answers the operation's id.
   * Requires runtime:write. Errors: NotFound, ConcurrentOperation.
   */
  deprovisionRuntime: Scalars['String']['output'];
  /**
   * Gives the Agent of a Runtime that was provisioned a fresh one-time token, so that it comes back as the same Runtime when its certificate
   * expired or was revoked, and answers the operation's id. Changes nothing while the Agent is connected.
   * Requires runtime:write. Errors: NotFound, ConcurrentOperation.
   */
  reconnectRuntimeAgent: Scalars['String']['output'];
  /**
   * Moves a Runtime that was provisioned to the newest version of what its driver builds. If that fails, the Runtime goes on as it was.
   * Repeating it with the same Idempotency-Key header answers the same operation. Requires runtime:write. Errors: NotFound, ConcurrentOperation.
   */
  upgradeRuntime?: Maybe<OperationStatus>;
};


/** The operations that the Provisioner starts. Objects are those of the caller's tenant. */
export type MutationProvisionRuntimeArgs = {
  config: ProvisionRuntimeInput;
};


/** The operations that the Provisioner starts. Objects are those of the caller's tenant. */
export type MutationDeprovisionRuntimeArgs = {
  id: Scalars['String']['input'];
};


/** The operations that the Provisioner starts. Objects are those of the caller's tenant. */
export type MutationReconnectRuntimeAgentArgs = {
  id: Scalars['String']['input'];
};


/** The operations that the Provisioner starts. Objects are those of the caller's tenant. */
export type MutationUpgradeRuntimeArgs = {
  id: Scalars['String']['input'];
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
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Labels: ResolverTypeWrapper<Scalars['Labels']['output']>;
  OperationType: OperationType;
  OperationState: OperationState;
  RuntimeAgentConnectionStatus: RuntimeAgentConnectionStatus;
  RuntimeInput: RuntimeInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ProvisionRuntimeInput: ProvisionRuntimeInput;
  LastError: ResolverTypeWrapper<LastError>;
  OperationStatus: ResolverTypeWrapper<OperationStatus>;
  OperationStep: ResolverTypeWrapper<OperationStep>;
  Error: ResolverTypeWrapper<Error>;
  RuntimeConnectionStatus: ResolverTypeWrapper<RuntimeConnectionStatus>;
  RuntimeConfig: ResolverTypeWrapper<RuntimeConfig>;
  HibernationStatus: ResolverTypeWrapper<HibernationStatus>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  InfrastructureOutput: ResolverTypeWrapper<InfrastructureOutput>;
  RuntimeInfrastructure: ResolverTypeWrapper<RuntimeInfrastructure>;
  RuntimeStatus: ResolverTypeWrapper<RuntimeStatus>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  JSON: Scalars['JSON']['output'];
  Labels: Scalars['Labels']['output'];
  RuntimeInput: RuntimeInput;
  String: Scalars['String']['output'];
  ProvisionRuntimeInput: ProvisionRuntimeInput;
  LastError: LastError;
  OperationStatus: OperationStatus;
  OperationStep: OperationStep;
  Error: Error;
  RuntimeConnectionStatus: RuntimeConnectionStatus;
  RuntimeConfig: RuntimeConfig;
  HibernationStatus: HibernationStatus;
  Boolean: Scalars['Boolean']['output'];
  InfrastructureOutput: InfrastructureOutput;
  RuntimeInfrastructure: RuntimeInfrastructure;
  RuntimeStatus: RuntimeStatus;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export interface LabelsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Labels'], any> {
  name: 'Labels';
}

export type LastErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LastError'] = ResolversParentTypes['LastError']> = {
  errMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  component?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OperationStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationStatus'] = ResolversParentTypes['OperationStatus']> = {
  id?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['OperationType'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['OperationState'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  runtimeID?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  compassRuntimeID?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['LastError']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  steps?: Resolver<Maybe<Array<ResolversTypes['OperationStep']>>, ParentType, ContextType>;
};

export type OperationStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationStep'] = ResolversParentTypes['OperationStep']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['OperationState'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Error'] = ResolversParentTypes['Error']> = {
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RuntimeConnectionStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuntimeConnectionStatus'] = ResolversParentTypes['RuntimeConnectionStatus']> = {
  status?: Resolver<ResolversTypes['RuntimeAgentConnectionStatus'], ParentType, ContextType>;
  errors?: Resolver<Maybe<Array<ResolversTypes['Error']>>, ParentType, ContextType>;
};

export type RuntimeConfigResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuntimeConfig'] = ResolversParentTypes['RuntimeConfig']> = {
  clusterConfig?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  kymaConfig?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  kubeconfig?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type HibernationStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HibernationStatus'] = ResolversParentTypes['HibernationStatus']> = {
  hibernated?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  hibernationPossible?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type InfrastructureOutputResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InfrastructureOutput'] = ResolversParentTypes['InfrastructureOutput']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RuntimeInfrastructureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuntimeInfrastructure'] = ResolversParentTypes['RuntimeInfrastructure']> = {
  driver?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  templateVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stackID?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  consoleURL?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outputs?: Resolver<Maybe<Array<ResolversTypes['InfrastructureOutput']>>, ParentType, ContextType>;
};

export type RuntimeStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuntimeStatus'] = ResolversParentTypes['RuntimeStatus']> = {
  lastOperationStatus?: Resolver<Maybe<ResolversTypes['OperationStatus']>, ParentType, ContextType>;
  runtimeConnectionStatus?: Resolver<Maybe<ResolversTypes['RuntimeConnectionStatus']>, ParentType, ContextType>;
  runtimeConfiguration?: Resolver<Maybe<ResolversTypes['RuntimeConfig']>, ParentType, ContextType>;
  hibernationStatus?: Resolver<Maybe<ResolversTypes['HibernationStatus']>, ParentType, ContextType>;
  infrastructure?: Resolver<Maybe<ResolversTypes['RuntimeInfrastructure']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  runtimeStatus: Resolver<Maybe<ResolversTypes['RuntimeStatus']>, ParentType, ContextType, RequireFields<QueryRuntimeStatusArgs, 'id'>>;
  runtimeOperations: Resolver<Maybe<Array<ResolversTypes['OperationStatus']>>, ParentType, ContextType, RequireFields<QueryRuntimeOperationsArgs, 'id'>>;
  runtimeOperationStatus: Resolver<Maybe<ResolversTypes['OperationStatus']>, ParentType, ContextType, RequireFields<QueryRuntimeOperationStatusArgs, 'id'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  provisionRuntime: Resolver<Maybe<ResolversTypes['OperationStatus']>, ParentType, ContextType, RequireFields<MutationProvisionRuntimeArgs, 'config'>>;
  deprovisionRuntime: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<MutationDeprovisionRuntimeArgs, 'id'>>;
  reconnectRuntimeAgent: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<MutationReconnectRuntimeAgentArgs, 'id'>>;
  upgradeRuntime: Resolver<Maybe<ResolversTypes['OperationStatus']>, ParentType, ContextType, RequireFields<MutationUpgradeRuntimeArgs, 'id'>>;
};

export type Resolvers<ContextType = Context> = {
  JSON?: GraphQLScalarType;
  Labels?: GraphQLScalarType;
  LastError?: LastErrorResolvers<ContextType>;
  OperationStatus?: OperationStatusResolvers<ContextType>;
  OperationStep?: OperationStepResolvers<ContextType>;
  Error?: ErrorResolvers<ContextType>;
  RuntimeConnectionStatus?: RuntimeConnectionStatusResolvers<ContextType>;
  RuntimeConfig?: RuntimeConfigResolvers<ContextType>;
  HibernationStatus?: HibernationStatusResolvers<ContextType>;
  InfrastructureOutput?: InfrastructureOutputResolvers<ContextType>;
  RuntimeInfrastructure?: RuntimeInfrastructureResolvers<ContextType>;
  RuntimeStatus?: RuntimeStatusResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
};



export const typeDefs = `"Any JSON value; where an object is expected, the text of one will do."
scalar JSON

"A JSON object: label key to value."
scalar Labels

"A kind of operation. Operations here are Provision, Upgrade, Deprovision and ReconnectRuntime."
enum OperationType {
  "A Runtime is registered and built, and its Agent connects."
  Provision
  "Not used here."
  ProvisionNoInstall
  "A Runtime moves to the newest version of what its driver builds."
  Upgrade
  "Not used here."
  UpgradeShoot
  "A Runtime is removed and unregistered."
  Deprovision
  "Not used here."
  DeprovisionNoInstall
  "The Agent of a Runtime gets a fresh one-time token."
  ReconnectRuntime
  "Not used here."
  Hibernate
}

"How far an operation is."
enum OperationState {
  "It is recorded, and its workflow has not begun."
  Pending
  "Its workflow runs."
  InProgress
  "It ended well."
  Succeeded
  "It ended with an error: see lastError."
  Failed
}

"The connection of a Runtime's Agent with the Director."
enum RuntimeAgentConnectionStatus {
  "The Agent has not called yet."
  Pending
  "The Agent calls as often as it should."
  Connected
  "The Agent missed three polls in a row, or its Runtime was removed."
  Disconnected
}

"The description of a Runtime, as the Director has it."
input RuntimeInput {
  "Letters, digits, hyphens, dots and underscores; at most 256."
  name: String!
  description: String
  labels: Labels
}

"A Runtime to provision."
input ProvisionRuntimeInput {
  runtimeInput: RuntimeInput!
  "What builds the Runtime; may be left out where there is one driver only."
  driver: String
  """
  What the driver needs, and how long the workflow waits: infrastructureTimeoutSeconds (3600, at most 14400)
  and agentTimeoutSeconds (900, at most 3600). At most 64 KB.
  """
  parameters: JSON
  "Names of the formations that the Runtime is assigned to; at most 40, those of the label scenarios included."
  formations: [String!]
}

"The error with which an operation ended."
type LastError {
  errMessage: String
  reason: String
  component: String
}

"An operation, and how far it is."
type OperationStatus {
  id: String
  operation: OperationType!
  state: OperationState!
  message: String
  runtimeID: String
  compassRuntimeID: String
  lastError: LastError
  "RFC 3339; when the operation was asked for."
  createdAt: String
  "RFC 3339; null while it is active."
  finishedAt: String
  "The steps of its workflow that have begun, in this order; empty for an operation of release 0.2.0 or earlier."
  steps: [OperationStep!]
}

"A step of a workflow. After a failure the steps of the clean-up follow, and are steps, too."
type OperationStep {
  "As in component of lastError, except that a check is part of the step that it follows."
  name: String!
  "InProgress, Succeeded or Failed. One that may fail without a harm, and those of the clean-up, are Succeeded once they have ended."
  state: OperationState!
  "RFC 3339."
  startedAt: String!
  "RFC 3339; null while it runs. When the next one began, or the operation ended."
  finishedAt: String
  "The reason of the failure; null unless this step failed."
  error: String
}

"An error of a connection."
type Error {
  message: String
}

"The connection of a Runtime's Agent, with errors if there are any."
type RuntimeConnectionStatus {
  status: RuntimeAgentConnectionStatus!
  errors: [Error!]
}

"The input with which a Runtime was provisioned."
type RuntimeConfig {
  "How the Runtime was provisioned: name, description, labels, formations, driver and parameters."
  clusterConfig: JSON
  kymaConfig: JSON
  kubeconfig: String
}

"Hibernation of a Runtime; there is none here."
type HibernationStatus {
  hibernated: Boolean
  hibernationPossible: Boolean
}

"An output of the stack."
type InfrastructureOutput {
  key: String!
  value: String!
}

"The stack as it was when the last provisioning or upgrade found it ready; all but the driver is null without a stack, or before it is ready."
type RuntimeInfrastructure {
  driver: String!
  templateVersion: String
  stackID: String
  "The page of the stack in the AWS console."
  consoleURL: String
  outputs: [InfrastructureOutput!]
}

"All that is known of a Runtime: its last operation, its connection, and what was built."
type RuntimeStatus {
  "Null for a Runtime that was registered only."
  lastOperationStatus: OperationStatus
  runtimeConnectionStatus: RuntimeConnectionStatus
  "Null for a Runtime that was registered only."
  runtimeConfiguration: RuntimeConfig
  hibernationStatus: HibernationStatus
  "Null for a Runtime that was registered only, or was removed."
  infrastructure: RuntimeInfrastructure
}

"The questions that the Provisioner answers. Objects are those of the caller's tenant."
type Query {
  "The status of a Runtime that was provisioned or registered. Requires runtime:read. Errors: NotFound."
  runtimeStatus(
    "The id of the Runtime."
    id: String!
  ): RuntimeStatus
  "The operations of a Runtime that was provisioned, the latest first: the last 20, until 30 days after its removal. Requires runtime:read. Errors: NotFound."
  runtimeOperations(
    "The id of the Runtime."
    id: String!
  ): [OperationStatus!]
  "Requires runtime:read. Errors: NotFound."
  runtimeOperationStatus(
    "The id of the operation."
    id: String!
  ): OperationStatus
}

"The operations that the Provisioner starts. Objects are those of the caller's tenant."
type Mutation {
  """
  Starts a provisioning. Repeating it with the same Idempotency-Key header answers the same operation.
  Requires runtime:write. Errors: InvalidData.
  """
  provisionRuntime(
    "The Runtime, its driver, and the formations that it joins."
    config: ProvisionRuntimeInput!
  ): OperationStatus
  """
  Starts the removal of a Runtime that was provisioned and answers the operation's id.
  Requires runtime:write. Errors: NotFound, ConcurrentOperation.
  """
  deprovisionRuntime(
    "The id of the Runtime."
    id: String!
  ): String!
  """
  Gives the Agent of a Runtime that was provisioned a fresh one-time token, so that it comes back as the same Runtime when its certificate
  expired or was revoked, and answers the operation's id. Changes nothing while the Agent is connected.
  Requires runtime:write. Errors: NotFound, ConcurrentOperation.
  """
  reconnectRuntimeAgent(
    "The id of the Runtime."
    id: String!
  ): String!
  """
  Moves a Runtime that was provisioned to the newest version of what its driver builds. If that fails, the Runtime goes on as it was.
  Repeating it with the same Idempotency-Key header answers the same operation. Requires runtime:write. Errors: NotFound, ConcurrentOperation.
  """
  upgradeRuntime(
    "The id of the Runtime."
    id: String!
  ): OperationStatus
}
`;

export const schemaTable: SchemaTable = {
 "JSON": {
  "kind": "scalar"
 },
 "Labels": {
  "kind": "scalar"
 },
 "OperationType": {
  "kind": "enum",
  "values": {
   "Provision": {},
   "ProvisionNoInstall": {},
   "Upgrade": {},
   "UpgradeShoot": {},
   "Deprovision": {},
   "DeprovisionNoInstall": {},
   "ReconnectRuntime": {},
   "Hibernate": {}
  }
 },
 "OperationState": {
  "kind": "enum",
  "values": {
   "Pending": {},
   "InProgress": {},
   "Succeeded": {},
   "Failed": {}
  }
 },
 "RuntimeAgentConnectionStatus": {
  "kind": "enum",
  "values": {
   "Pending": {},
   "Connected": {},
   "Disconnected": {}
  }
 },
 "RuntimeInput": {
  "kind": "input",
  "fields": {
   "name": "String!",
   "description": "String",
   "labels": "Labels"
  }
 },
 "ProvisionRuntimeInput": {
  "kind": "input",
  "fields": {
   "runtimeInput": "RuntimeInput!",
   "driver": "String",
   "parameters": "JSON",
   "formations": "[String!]"
  }
 },
 "LastError": {
  "kind": "object",
  "fields": {
   "errMessage": "String",
   "reason": "String",
   "component": "String"
  }
 },
 "OperationStatus": {
  "kind": "object",
  "fields": {
   "id": "String",
   "operation": "OperationType!",
   "state": "OperationState!",
   "message": "String",
   "runtimeID": "String",
   "compassRuntimeID": "String",
   "lastError": "LastError",
   "createdAt": "String",
   "finishedAt": "String",
   "steps": "[OperationStep!]"
  }
 },
 "OperationStep": {
  "kind": "object",
  "fields": {
   "name": "String!",
   "state": "OperationState!",
   "startedAt": "String!",
   "finishedAt": "String",
   "error": "String"
  }
 },
 "Error": {
  "kind": "object",
  "fields": {
   "message": "String"
  }
 },
 "RuntimeConnectionStatus": {
  "kind": "object",
  "fields": {
   "status": "RuntimeAgentConnectionStatus!",
   "errors": "[Error!]"
  }
 },
 "RuntimeConfig": {
  "kind": "object",
  "fields": {
   "clusterConfig": "JSON",
   "kymaConfig": "JSON",
   "kubeconfig": "String"
  }
 },
 "HibernationStatus": {
  "kind": "object",
  "fields": {
   "hibernated": "Boolean",
   "hibernationPossible": "Boolean"
  }
 },
 "InfrastructureOutput": {
  "kind": "object",
  "fields": {
   "key": "String!",
   "value": "String!"
  }
 },
 "RuntimeInfrastructure": {
  "kind": "object",
  "fields": {
   "driver": "String!",
   "templateVersion": "String",
   "stackID": "String",
   "consoleURL": "String",
   "outputs": "[InfrastructureOutput!]"
  }
 },
 "RuntimeStatus": {
  "kind": "object",
  "fields": {
   "lastOperationStatus": "OperationStatus",
   "runtimeConnectionStatus": "RuntimeConnectionStatus",
   "runtimeConfiguration": "RuntimeConfig",
   "hibernationStatus": "HibernationStatus",
   "infrastructure": "RuntimeInfrastructure"
  }
 },
 "Query": {
  "kind": "object",
  "fields": {
   "runtimeStatus": {
    "type": "RuntimeStatus",
    "args": {
     "id": "String!"
    }
   },
   "runtimeOperations": {
    "type": "[OperationStatus!]",
    "args": {
     "id": "String!"
    }
   },
   "runtimeOperationStatus": {
    "type": "OperationStatus",
    "args": {
     "id": "String!"
    }
   }
  }
 },
 "Mutation": {
  "kind": "object",
  "fields": {
   "provisionRuntime": {
    "type": "OperationStatus",
    "args": {
     "config": "ProvisionRuntimeInput!"
    }
   },
   "deprovisionRuntime": {
    "type": "String!",
    "args": {
     "id": "String!"
    }
   },
   "reconnectRuntimeAgent": {
    "type": "String!",
    "args": {
     "id": "String!"
    }
   },
   "upgradeRuntime": {
    "type": "OperationStatus",
    "args": {
     "id": "String!"
    }
   }
  }
 }
};
