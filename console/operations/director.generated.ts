// Generated from director.graphql by scripts/generate-graphql.ts; do not edit.
import type { JsonValue, Operation } from './operation.ts';

export const Applications: Operation<{ readonly page: { readonly data: readonly { readonly id: string; readonly name: string; readonly description: string | null; readonly status: { readonly condition: 'INITIAL' | 'CONNECTED' | 'FAILED' | 'CREATING' | 'CREATE_FAILED' | 'CREATE_SUCCEEDED' | 'UPDATING' | 'UPDATE_FAILED' | 'UPDATE_SUCCEEDED' | 'DELETING' | 'DELETE_FAILED' | 'DELETE_SUCCEEDED' | 'UNPAIRING' | 'UNPAIR_FAILED'; readonly timestamp: string }; readonly labels: Readonly<Record<string, JsonValue>> | null; readonly auths: readonly { readonly id: string; readonly lastSeenAt: string | null }[] | null }[]; readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean }; readonly totalCount: number } }, { readonly filter?: readonly LabelFilter[] | null | undefined; readonly first?: number | null | undefined; readonly after?: string | null | undefined }> = {
  api: 'director',
  name: 'Applications',
  text: `query Applications(\$filter: [LabelFilter!], \$first: Int, \$after: PageCursor) {
  page: applications(filter: \$filter, first: \$first, after: \$after) {
    data {
      ...ApplicationLine
    }
    pageInfo {
      endCursor
      hasNextPage
    }
    totalCount
  }
}

fragment ApplicationLine on Application {
  id
  name
  description
  status {
    condition
    timestamp
  }
  labels
  auths {
    id
    lastSeenAt
  }
}`,
};

export const Runtimes: Operation<{ readonly page: { readonly data: readonly { readonly id: string; readonly name: string; readonly description: string | null; readonly status: { readonly condition: 'INITIAL' | 'PROVISIONING' | 'CONNECTED' | 'FAILED'; readonly timestamp: string }; readonly labels: Readonly<Record<string, JsonValue>> | null; readonly auths: readonly { readonly id: string; readonly lastSeenAt: string | null }[] | null }[]; readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean }; readonly totalCount: number } }, { readonly filter?: readonly LabelFilter[] | null | undefined; readonly first?: number | null | undefined; readonly after?: string | null | undefined }> = {
  api: 'director',
  name: 'Runtimes',
  text: `query Runtimes(\$filter: [LabelFilter!], \$first: Int, \$after: PageCursor) {
  page: runtimes(filter: \$filter, first: \$first, after: \$after) {
    data {
      ...RuntimeLine
    }
    pageInfo {
      endCursor
      hasNextPage
    }
    totalCount
  }
}

fragment RuntimeLine on Runtime {
  id
  name
  description
  status {
    condition
    timestamp
  }
  labels
  auths {
    id
    lastSeenAt
  }
}`,
};

export const Formations: Operation<{ readonly page: { readonly data: readonly { readonly id: string; readonly name: string; readonly state: string }[]; readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean }; readonly totalCount: number } }, { readonly first?: number | null | undefined; readonly after?: string | null | undefined }> = {
  api: 'director',
  name: 'Formations',
  text: `query Formations(\$first: Int, \$after: PageCursor) {
  page: formations(first: \$first, after: \$after) {
    data {
      id
      name
      state
    }
    pageInfo {
      endCursor
      hasNextPage
    }
    totalCount
  }
}`,
};

export const LandscapeApplications: Operation<{ readonly page: { readonly data: readonly { readonly id: string; readonly name: string; readonly status: { readonly condition: 'INITIAL' | 'CONNECTED' | 'FAILED' | 'CREATING' | 'CREATE_FAILED' | 'CREATE_SUCCEEDED' | 'UPDATING' | 'UPDATE_FAILED' | 'UPDATE_SUCCEEDED' | 'DELETING' | 'DELETE_FAILED' | 'DELETE_SUCCEEDED' | 'UNPAIRING' | 'UNPAIR_FAILED' }; readonly labels: Readonly<Record<string, JsonValue>> | null; readonly eventingConfiguration: { readonly defaultURL: string } | null }[]; readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean }; readonly totalCount: number } }, { readonly first?: number | null | undefined; readonly after?: string | null | undefined }> = {
  api: 'director',
  name: 'LandscapeApplications',
  text: `query LandscapeApplications(\$first: Int, \$after: PageCursor) {
  page: applications(first: \$first, after: \$after) {
    data {
      id
      name
      status {
        condition
      }
      labels(key: "scenarios")
      eventingConfiguration {
        defaultURL
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
    totalCount
  }
}`,
};

export const LandscapeRuntimes: Operation<{ readonly page: { readonly data: readonly { readonly id: string; readonly name: string; readonly status: { readonly condition: 'INITIAL' | 'PROVISIONING' | 'CONNECTED' | 'FAILED' }; readonly labels: Readonly<Record<string, JsonValue>> | null; readonly eventingConfiguration: { readonly defaultURL: string } | null }[]; readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean }; readonly totalCount: number } }, { readonly first?: number | null | undefined; readonly after?: string | null | undefined }> = {
  api: 'director',
  name: 'LandscapeRuntimes',
  text: `query LandscapeRuntimes(\$first: Int, \$after: PageCursor) {
  page: runtimes(first: \$first, after: \$after) {
    data {
      id
      name
      status {
        condition
      }
      labels(key: "scenarios")
      eventingConfiguration {
        defaultURL
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
    totalCount
  }
}`,
};

export const Application: Operation<{ readonly found: { readonly id: string; readonly name: string; readonly description: string | null; readonly status: { readonly condition: 'INITIAL' | 'CONNECTED' | 'FAILED' | 'CREATING' | 'CREATE_FAILED' | 'CREATE_SUCCEEDED' | 'UPDATING' | 'UPDATE_FAILED' | 'UPDATE_SUCCEEDED' | 'DELETING' | 'DELETE_FAILED' | 'DELETE_SUCCEEDED' | 'UNPAIRING' | 'UNPAIR_FAILED'; readonly timestamp: string }; readonly labels: Readonly<Record<string, JsonValue>> | null; readonly auths: readonly { readonly id: string; readonly lastSeenAt: string | null }[] | null; readonly providerName: string | null; readonly baseUrl: string | null; readonly healthCheckURL: string | null; readonly createdAt: string | null; readonly updatedAt: string | null; readonly eventingConfiguration: { readonly defaultURL: string } | null } | null }, { readonly id: string }> = {
  api: 'director',
  name: 'Application',
  text: `query Application(\$id: ID!) {
  found: application(id: \$id) {
    ...ApplicationLine
    providerName
    baseUrl
    healthCheckURL
    createdAt
    updatedAt
    eventingConfiguration {
      defaultURL
    }
  }
}

fragment ApplicationLine on Application {
  id
  name
  description
  status {
    condition
    timestamp
  }
  labels
  auths {
    id
    lastSeenAt
  }
}`,
};

export const Runtime: Operation<{ readonly found: { readonly id: string; readonly name: string; readonly description: string | null; readonly status: { readonly condition: 'INITIAL' | 'PROVISIONING' | 'CONNECTED' | 'FAILED'; readonly timestamp: string }; readonly labels: Readonly<Record<string, JsonValue>> | null; readonly auths: readonly { readonly id: string; readonly lastSeenAt: string | null }[] | null; readonly metadata: { readonly creationTimestamp: string }; readonly eventingConfiguration: { readonly defaultURL: string } | null } | null }, { readonly id: string }> = {
  api: 'director',
  name: 'Runtime',
  text: `query Runtime(\$id: ID!) {
  found: runtime(id: \$id) {
    ...RuntimeLine
    metadata {
      creationTimestamp
    }
    eventingConfiguration {
      defaultURL
    }
  }
}

fragment RuntimeLine on Runtime {
  id
  name
  description
  status {
    condition
    timestamp
  }
  labels
  auths {
    id
    lastSeenAt
  }
}`,
};

export const RegisterApplication: Operation<{ readonly made: { readonly id: string; readonly name: string } }, { readonly in: ApplicationRegisterInput }> = {
  api: 'director',
  name: 'RegisterApplication',
  text: `mutation RegisterApplication(\$in: ApplicationRegisterInput!) {
  made: registerApplication(in: \$in) {
    id
    name
  }
}`,
};

export const UnregisterApplication: Operation<{ readonly gone: { readonly id: string } }, { readonly id: string }> = {
  api: 'director',
  name: 'UnregisterApplication',
  text: `mutation UnregisterApplication(\$id: ID!) {
  gone: unregisterApplication(id: \$id) {
    id
  }
}`,
};

export const RegisterRuntime: Operation<{ readonly made: { readonly id: string; readonly name: string } }, { readonly in: RuntimeRegisterInput }> = {
  api: 'director',
  name: 'RegisterRuntime',
  text: `mutation RegisterRuntime(\$in: RuntimeRegisterInput!) {
  made: registerRuntime(in: \$in) {
    id
    name
  }
}`,
};

export const UnregisterRuntime: Operation<{ readonly gone: { readonly id: string } }, { readonly id: string }> = {
  api: 'director',
  name: 'UnregisterRuntime',
  text: `mutation UnregisterRuntime(\$id: ID!) {
  gone: unregisterRuntime(id: \$id) {
    id
  }
}`,
};

export const CreateFormation: Operation<{ readonly made: { readonly id: string } }, { readonly name: string }> = {
  api: 'director',
  name: 'CreateFormation',
  text: `mutation CreateFormation(\$name: String!) {
  made: createFormation(formation: {name: \$name}) {
    id
  }
}`,
};

export const DeleteFormation: Operation<{ readonly gone: { readonly id: string } }, { readonly name: string }> = {
  api: 'director',
  name: 'DeleteFormation',
  text: `mutation DeleteFormation(\$name: String!) {
  gone: deleteFormation(formation: {name: \$name}) {
    id
  }
}`,
};

export const AssignFormation: Operation<{ readonly formation: { readonly id: string } }, { readonly objectID: string; readonly objectType: 'APPLICATION' | 'RUNTIME' | 'RUNTIME_CONTEXT' | 'TENANT'; readonly name: string }> = {
  api: 'director',
  name: 'AssignFormation',
  text: `mutation AssignFormation(\$objectID: ID!, \$objectType: FormationObjectType!, \$name: String!) {
  formation: assignFormation(
    objectID: \$objectID
    objectType: \$objectType
    formation: {name: \$name}
  ) {
    id
  }
}`,
};

export const UnassignFormation: Operation<{ readonly formation: { readonly id: string } }, { readonly objectID: string; readonly objectType: 'APPLICATION' | 'RUNTIME' | 'RUNTIME_CONTEXT' | 'TENANT'; readonly name: string }> = {
  api: 'director',
  name: 'UnassignFormation',
  text: `mutation UnassignFormation(\$objectID: ID!, \$objectType: FormationObjectType!, \$name: String!) {
  formation: unassignFormation(
    objectID: \$objectID
    objectType: \$objectType
    formation: {name: \$name}
  ) {
    id
  }
}`,
};

export const TokenForApplication: Operation<{ readonly issued: { readonly token: string; readonly connectorURL: string; readonly expiresAt: string; readonly rawEncoded: string | null } }, { readonly id: string; readonly systemAuthID?: string | null | undefined }> = {
  api: 'director',
  name: 'TokenForApplication',
  text: `mutation TokenForApplication(\$id: ID!, \$systemAuthID: ID) {
  issued: requestOneTimeTokenForApplication(id: \$id, systemAuthID: \$systemAuthID) {
    token
    connectorURL
    expiresAt
    rawEncoded
  }
}`,
};

export const TokenForRuntime: Operation<{ readonly issued: { readonly token: string; readonly connectorURL: string; readonly expiresAt: string; readonly rawEncoded: string | null } }, { readonly id: string; readonly systemAuthID?: string | null | undefined }> = {
  api: 'director',
  name: 'TokenForRuntime',
  text: `mutation TokenForRuntime(\$id: ID!, \$systemAuthID: ID) {
  issued: requestOneTimeTokenForRuntime(id: \$id, systemAuthID: \$systemAuthID) {
    token
    connectorURL
    expiresAt
    rawEncoded
  }
}`,
};

export const ApplicationCredentials: Operation<{ readonly owner: { readonly auths: readonly { readonly id: string; readonly lastSeenAt: string | null; readonly origin: { readonly type: 'RUNTIME' | 'APPLICATION' | 'INTEGRATION_SYSTEM' | 'USER'; readonly id: string } | null; readonly auth: { readonly certCommonName: string | null; readonly oneTimeToken: { readonly used: boolean; readonly expiresAt: string } | null } | null; readonly certificates: readonly { readonly fingerprint: string; readonly serialNumber: string | null; readonly notBefore: string | null; readonly notAfter: string; readonly state: 'LATEST' | 'EARLIER' | 'REPLACED' | 'REVOKED' }[] | null; readonly cloneSuspicions: readonly { readonly fingerprint: string; readonly serialNumber: string; readonly reason: 'OLDER_GENERATION' | 'SUCCESSOR_IN_USE' | 'REPLACED' | 'NOT_RECORDED' }[] | null }[] | null } | null }, { readonly id: string }> = {
  api: 'director',
  name: 'ApplicationCredentials',
  text: `query ApplicationCredentials(\$id: ID!) {
  owner: application(id: \$id) {
    auths {
      ...CredentialLine
    }
  }
}

fragment CredentialLine on SystemAuth {
  id
  lastSeenAt
  origin {
    type
    id
  }
  auth {
    certCommonName
    oneTimeToken {
      used
      expiresAt
    }
  }
  certificates {
    fingerprint
    serialNumber
    notBefore
    notAfter
    state
  }
  cloneSuspicions {
    fingerprint
    serialNumber
    reason
  }
}`,
};

export const RuntimeCredentials: Operation<{ readonly owner: { readonly auths: readonly { readonly id: string; readonly lastSeenAt: string | null; readonly origin: { readonly type: 'RUNTIME' | 'APPLICATION' | 'INTEGRATION_SYSTEM' | 'USER'; readonly id: string } | null; readonly auth: { readonly certCommonName: string | null; readonly oneTimeToken: { readonly used: boolean; readonly expiresAt: string } | null } | null; readonly certificates: readonly { readonly fingerprint: string; readonly serialNumber: string | null; readonly notBefore: string | null; readonly notAfter: string; readonly state: 'LATEST' | 'EARLIER' | 'REPLACED' | 'REVOKED' }[] | null; readonly cloneSuspicions: readonly { readonly fingerprint: string; readonly serialNumber: string; readonly reason: 'OLDER_GENERATION' | 'SUCCESSOR_IN_USE' | 'REPLACED' | 'NOT_RECORDED' }[] | null }[] | null } | null }, { readonly id: string }> = {
  api: 'director',
  name: 'RuntimeCredentials',
  text: `query RuntimeCredentials(\$id: ID!) {
  owner: runtime(id: \$id) {
    auths {
      ...CredentialLine
    }
  }
}

fragment CredentialLine on SystemAuth {
  id
  lastSeenAt
  origin {
    type
    id
  }
  auth {
    certCommonName
    oneTimeToken {
      used
      expiresAt
    }
  }
  certificates {
    fingerprint
    serialNumber
    notBefore
    notAfter
    state
  }
  cloneSuspicions {
    fingerprint
    serialNumber
    reason
  }
}`,
};

export const DeleteApplicationCredential: Operation<{ readonly gone: { readonly id: string } }, { readonly id: string }> = {
  api: 'director',
  name: 'DeleteApplicationCredential',
  text: `mutation DeleteApplicationCredential(\$id: ID!) {
  gone: deleteSystemAuthForApplication(authID: \$id) {
    id
  }
}`,
};

export const DeleteRuntimeCredential: Operation<{ readonly gone: { readonly id: string } }, { readonly id: string }> = {
  api: 'director',
  name: 'DeleteRuntimeCredential',
  text: `mutation DeleteRuntimeCredential(\$id: ID!) {
  gone: deleteSystemAuthForRuntime(authID: \$id) {
    id
  }
}`,
};

export const UnpairApplication: Operation<{ readonly application: { readonly id: string } }, { readonly id: string }> = {
  api: 'director',
  name: 'UnpairApplication',
  text: `mutation UnpairApplication(\$id: ID!) {
  application: unpairApplication(id: \$id) {
    id
  }
}`,
};

export const Bundles: Operation<{ readonly owner: { readonly bundles: { readonly data: readonly { readonly id: string; readonly name: string; readonly description: string | null; readonly apiDefinitions: { readonly data: readonly { readonly id: string; readonly name: string; readonly description: string | null; readonly targetURL: string; readonly version: { readonly value: string } | null; readonly spec: { readonly type: 'ODATA' | 'OPEN_API'; readonly format: 'YAML' | 'JSON' | 'XML' } | null }[]; readonly totalCount: number } | null; readonly eventDefinitions: { readonly data: readonly { readonly id: string; readonly name: string; readonly description: string | null; readonly version: { readonly value: string } | null; readonly spec: { readonly type: 'ASYNC_API'; readonly format: 'YAML' | 'JSON' | 'XML' } | null }[]; readonly totalCount: number } | null }[]; readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean }; readonly totalCount: number } | null } | null }, { readonly id: string; readonly first?: number | null | undefined; readonly after?: string | null | undefined }> = {
  api: 'director',
  name: 'Bundles',
  text: `query Bundles(\$id: ID!, \$first: Int, \$after: PageCursor) {
  owner: application(id: \$id) {
    bundles(first: \$first, after: \$after) {
      data {
        id
        name
        description
        apiDefinitions(first: 50) {
          data {
            id
            name
            description
            targetURL
            version {
              value
            }
            spec {
              type
              format
            }
          }
          totalCount
        }
        eventDefinitions(first: 50) {
          data {
            id
            name
            description
            version {
              value
            }
            spec {
              type
              format
            }
          }
          totalCount
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
      totalCount
    }
  }
}`,
};

export const ApiDefinition: Operation<{ readonly owner: { readonly name: string; readonly definition: { readonly name: string; readonly description: string | null; readonly targetURL: string; readonly spec: { readonly type: 'ODATA' | 'OPEN_API'; readonly format: 'YAML' | 'JSON' | 'XML'; readonly data: string | null; readonly downloadURL: string | null } | null } | null } | null }, { readonly applicationID: string; readonly id: string }> = {
  api: 'director',
  name: 'ApiDefinition',
  text: `query ApiDefinition(\$applicationID: ID!, \$id: ID!) {
  owner: application(id: \$applicationID) {
    name
    definition: apiDefinition(id: \$id) {
      name
      description
      targetURL
      spec {
        type
        format
        data
        downloadURL
      }
    }
  }
}`,
};

export const EventDefinition: Operation<{ readonly owner: { readonly name: string; readonly definition: { readonly name: string; readonly description: string | null; readonly spec: { readonly type: 'ASYNC_API'; readonly format: 'YAML' | 'JSON' | 'XML'; readonly data: string | null; readonly downloadURL: string | null } | null } | null } | null }, { readonly applicationID: string; readonly id: string }> = {
  api: 'director',
  name: 'EventDefinition',
  text: `query EventDefinition(\$applicationID: ID!, \$id: ID!) {
  owner: application(id: \$applicationID) {
    name
    definition: eventDefinition(id: \$id) {
      name
      description
      spec {
        type
        format
        data
        downloadURL
      }
    }
  }
}`,
};

export const AddBundle: Operation<{ readonly made: { readonly id: string } }, { readonly applicationID: string; readonly in: BundleCreateInput }> = {
  api: 'director',
  name: 'AddBundle',
  text: `mutation AddBundle(\$applicationID: ID!, \$in: BundleCreateInput!) {
  made: addBundle(applicationID: \$applicationID, in: \$in) {
    id
  }
}`,
};

export const AddApi: Operation<{ readonly made: { readonly id: string } }, { readonly bundleID: string; readonly in: APIDefinitionInput }> = {
  api: 'director',
  name: 'AddApi',
  text: `mutation AddApi(\$bundleID: ID!, \$in: APIDefinitionInput!) {
  made: addAPIDefinitionToBundle(bundleID: \$bundleID, in: \$in) {
    id
  }
}`,
};

export const AddEvent: Operation<{ readonly made: { readonly id: string } }, { readonly bundleID: string; readonly in: EventDefinitionInput }> = {
  api: 'director',
  name: 'AddEvent',
  text: `mutation AddEvent(\$bundleID: ID!, \$in: EventDefinitionInput!) {
  made: addEventDefinitionToBundle(bundleID: \$bundleID, in: \$in) {
    id
  }
}`,
};

export const DeleteBundle: Operation<{ readonly gone: { readonly id: string } }, { readonly id: string }> = {
  api: 'director',
  name: 'DeleteBundle',
  text: `mutation DeleteBundle(\$id: ID!) {
  gone: deleteBundle(id: \$id) {
    id
  }
}`,
};

export const ApplicationWebhooks: Operation<{ readonly owner: { readonly webhooks: readonly { readonly id: string; readonly type: 'CONFIGURATION_CHANGED' | 'APPLICATION_TENANT_MAPPING' | 'REGISTER_APPLICATION' | 'UNREGISTER_APPLICATION' | 'UNPAIR_APPLICATION' | 'OPEN_RESOURCE_DISCOVERY' | 'OPEN_RESOURCE_DISCOVERY_STATIC' | 'FORMATION_LIFECYCLE' | 'SYSTEM_FIELD_DISCOVERY'; readonly url: string | null; readonly createdAt: string | null; readonly signatureScheme: 'SYMMETRIC' | 'ASYMMETRIC'; readonly status: { readonly condition: 'ENABLED' | 'FAILING' | 'DISABLED'; readonly timestamp: string | null; readonly reason: 'GONE' | 'FAILING' | null } }[] | null } | null }, { readonly id: string }> = {
  api: 'director',
  name: 'ApplicationWebhooks',
  text: `query ApplicationWebhooks(\$id: ID!) {
  owner: application(id: \$id) {
    webhooks {
      ...WebhookLine
    }
  }
}

fragment WebhookLine on Webhook {
  id
  type
  url
  createdAt
  signatureScheme
  status {
    condition
    timestamp
    reason
  }
}`,
};

export const RuntimeWebhooks: Operation<{ readonly owner: { readonly webhooks: readonly { readonly id: string; readonly type: 'CONFIGURATION_CHANGED' | 'APPLICATION_TENANT_MAPPING' | 'REGISTER_APPLICATION' | 'UNREGISTER_APPLICATION' | 'UNPAIR_APPLICATION' | 'OPEN_RESOURCE_DISCOVERY' | 'OPEN_RESOURCE_DISCOVERY_STATIC' | 'FORMATION_LIFECYCLE' | 'SYSTEM_FIELD_DISCOVERY'; readonly url: string | null; readonly createdAt: string | null; readonly signatureScheme: 'SYMMETRIC' | 'ASYMMETRIC'; readonly status: { readonly condition: 'ENABLED' | 'FAILING' | 'DISABLED'; readonly timestamp: string | null; readonly reason: 'GONE' | 'FAILING' | null } }[] | null } | null }, { readonly id: string }> = {
  api: 'director',
  name: 'RuntimeWebhooks',
  text: `query RuntimeWebhooks(\$id: ID!) {
  owner: runtime(id: \$id) {
    webhooks {
      ...WebhookLine
    }
  }
}

fragment WebhookLine on Webhook {
  id
  type
  url
  createdAt
  signatureScheme
  status {
    condition
    timestamp
    reason
  }
}`,
};

export const AddWebhook: Operation<{ readonly made: { readonly id: string } }, { readonly applicationID?: string | null | undefined; readonly runtimeID?: string | null | undefined; readonly in: WebhookInput }> = {
  api: 'director',
  name: 'AddWebhook',
  text: `mutation AddWebhook(\$applicationID: ID, \$runtimeID: ID, \$in: WebhookInput!) {
  made: addWebhook(applicationID: \$applicationID, runtimeID: \$runtimeID, in: \$in) {
    id
  }
}`,
};

export const DeleteWebhook: Operation<{ readonly gone: { readonly id: string } }, { readonly id: string }> = {
  api: 'director',
  name: 'DeleteWebhook',
  text: `mutation DeleteWebhook(\$id: ID!) {
  gone: deleteWebhook(webhookID: \$id) {
    id
  }
}`,
};

export const TestWebhook: Operation<{ readonly tested: { readonly accepted: boolean; readonly duration: number; readonly status: number | null; readonly error: string | null; readonly body: string | null } }, { readonly id: string }> = {
  api: 'director',
  name: 'TestWebhook',
  text: `mutation TestWebhook(\$id: ID!) {
  tested: testWebhook(webhookID: \$id) {
    accepted
    duration
    status
    error
    body
  }
}`,
};

export const EnableWebhook: Operation<{ readonly webhook: { readonly id: string } }, { readonly id: string }> = {
  api: 'director',
  name: 'EnableWebhook',
  text: `mutation EnableWebhook(\$id: ID!) {
  webhook: enableWebhook(webhookID: \$id) {
    id
  }
}`,
};

export const RecoverWebhook: Operation<{ readonly recovered: number }, { readonly id: string; readonly since: string }> = {
  api: 'director',
  name: 'RecoverWebhook',
  text: `mutation RecoverWebhook(\$id: ID!, \$since: Timestamp!) {
  recovered: recoverWebhook(webhookID: \$id, since: \$since)
}`,
};

export const Deliveries: Operation<{ readonly page: { readonly data: readonly { readonly id: string; readonly webhookID: string; readonly eventID: string; readonly eventType: string | null; readonly state: 'PENDING' | 'SUCCEEDED' | 'FAILED' | 'GONE' | 'DROPPED'; readonly failure: 'ATTEMPTS_EXHAUSTED' | 'ENDPOINT_UNREACHABLE' | 'WEBHOOK_DISABLED' | 'ATTEMPTS_CUT_OFF' | null; readonly createdAt: string; readonly nextAttemptAt: string | null; readonly attempts: readonly { readonly timestamp: string; readonly duration: number; readonly status: number | null; readonly error: string | null; readonly body: string | null }[] }[]; readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean } } }, { readonly applicationID?: string | null | undefined; readonly webhookID?: string | null | undefined; readonly filter?: DeliveryFilter | null | undefined; readonly first?: number | null | undefined; readonly after?: string | null | undefined }> = {
  api: 'director',
  name: 'Deliveries',
  text: `query Deliveries(\$applicationID: ID, \$webhookID: ID, \$filter: DeliveryFilter, \$first: Int, \$after: PageCursor) {
  page: deliveries(
    applicationID: \$applicationID
    webhookID: \$webhookID
    filter: \$filter
    first: \$first
    after: \$after
  ) {
    data {
      id
      webhookID
      eventID
      eventType
      state
      failure
      createdAt
      nextAttemptAt
      attempts {
        timestamp
        duration
        status
        error
        body
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}`,
};

export const Redeliver: Operation<{ readonly delivery: { readonly id: string } }, { readonly id: string }> = {
  api: 'director',
  name: 'Redeliver',
  text: `mutation Redeliver(\$id: ID!) {
  delivery: redeliver(id: \$id) {
    id
  }
}`,
};

export const ApplicationsForRuntime: Operation<{ readonly page: { readonly data: readonly { readonly id: string; readonly name: string; readonly status: { readonly condition: 'INITIAL' | 'CONNECTED' | 'FAILED' | 'CREATING' | 'CREATE_FAILED' | 'CREATE_SUCCEEDED' | 'UPDATING' | 'UPDATE_FAILED' | 'UPDATE_SUCCEEDED' | 'DELETING' | 'DELETE_FAILED' | 'DELETE_SUCCEEDED' | 'UNPAIRING' | 'UNPAIR_FAILED'; readonly timestamp: string }; readonly labels: Readonly<Record<string, JsonValue>> | null; readonly eventingConfiguration: { readonly defaultURL: string } | null }[]; readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean }; readonly totalCount: number } }, { readonly id: string; readonly first?: number | null | undefined; readonly after?: string | null | undefined }> = {
  api: 'director',
  name: 'ApplicationsForRuntime',
  text: `query ApplicationsForRuntime(\$id: ID!, \$first: Int, \$after: PageCursor) {
  page: applicationsForRuntime(runtimeID: \$id, first: \$first, after: \$after) {
    data {
      id
      name
      status {
        condition
        timestamp
      }
      labels
      eventingConfiguration {
        defaultURL
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
    totalCount
  }
}`,
};

export const Tenants: Operation<{ readonly page: { readonly data: readonly { readonly id: string; readonly name: string | null; readonly type: string | null; readonly parents: readonly (string | null)[] | null; readonly provider: string; readonly initialized: boolean | null }[]; readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean }; readonly totalCount: number } }, { readonly first?: number | null | undefined; readonly after?: string | null | undefined; readonly searchTerm?: string | null | undefined }> = {
  api: 'director',
  name: 'Tenants',
  text: `query Tenants(\$first: Int, \$after: PageCursor, \$searchTerm: String) {
  page: tenants(first: \$first, after: \$after, searchTerm: \$searchTerm) {
    data {
      id
      name
      type
      parents
      provider
      initialized
    }
    pageInfo {
      endCursor
      hasNextPage
    }
    totalCount
  }
}`,
};

export const PairingOfApplication: Operation<{ readonly found: { readonly name: string; readonly status: { readonly condition: 'INITIAL' | 'CONNECTED' | 'FAILED' | 'CREATING' | 'CREATE_FAILED' | 'CREATE_SUCCEEDED' | 'UPDATING' | 'UPDATE_FAILED' | 'UPDATE_SUCCEEDED' | 'DELETING' | 'DELETE_FAILED' | 'DELETE_SUCCEEDED' | 'UNPAIRING' | 'UNPAIR_FAILED' }; readonly auths: readonly { readonly lastSeenAt: string | null; readonly certificates: readonly { readonly fingerprint: string }[] | null }[] | null } | null }, { readonly id: string }> = {
  api: 'director',
  name: 'PairingOfApplication',
  text: `query PairingOfApplication(\$id: ID!) {
  found: application(id: \$id) {
    name
    status {
      condition
    }
    auths {
      ...PairingAuth
    }
  }
}

fragment PairingAuth on SystemAuth {
  lastSeenAt
  certificates {
    fingerprint
  }
}`,
};

export const PairingOfRuntime: Operation<{ readonly found: { readonly name: string; readonly status: { readonly condition: 'INITIAL' | 'PROVISIONING' | 'CONNECTED' | 'FAILED' }; readonly auths: readonly { readonly lastSeenAt: string | null; readonly certificates: readonly { readonly fingerprint: string }[] | null }[] | null } | null }, { readonly id: string }> = {
  api: 'director',
  name: 'PairingOfRuntime',
  text: `query PairingOfRuntime(\$id: ID!) {
  found: runtime(id: \$id) {
    name
    status {
      condition
    }
    auths {
      ...PairingAuth
    }
  }
}

fragment PairingAuth on SystemAuth {
  lastSeenAt
  certificates {
    fingerprint
  }
}`,
};

export const Certificates: Operation<{ readonly page: { readonly data: readonly { readonly fingerprint: string; readonly serialNumber: string | null; readonly notBefore: string | null; readonly notAfter: string; readonly state: 'LATEST' | 'EARLIER' | 'REPLACED' | 'REVOKED'; readonly ownerName: string | null; readonly systemAuth: { readonly id: string; readonly type: 'APPLICATION' | 'RUNTIME' | 'INTEGRATION_SYSTEM' | null; readonly referenceObjectId: string | null; readonly lastSeenAt: string | null; readonly cloneSuspicions: readonly { readonly fingerprint: string; readonly serialNumber: string; readonly reason: 'OLDER_GENERATION' | 'SUCCESSOR_IN_USE' | 'REPLACED' | 'NOT_RECORDED' }[] | null } }[]; readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean } } }, { readonly filter?: CertificateFilter | null | undefined; readonly first?: number | null | undefined; readonly after?: string | null | undefined }> = {
  api: 'director',
  name: 'Certificates',
  text: `query Certificates(\$filter: CertificateFilter, \$first: Int, \$after: PageCursor) {
  page: certificates(filter: \$filter, first: \$first, after: \$after) {
    data {
      fingerprint
      serialNumber
      notBefore
      notAfter
      state
      ownerName
      systemAuth {
        id
        type
        referenceObjectId
        lastSeenAt
        cloneSuspicions {
          fingerprint
          serialNumber
          reason
        }
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}`,
};

export const BundleCredentials: Operation<{ readonly owner: { readonly bundle: { readonly instanceAuths: readonly { readonly id: string; readonly runtimeID: string | null; readonly status: { readonly condition: 'PENDING' | 'SUCCEEDED' | 'FAILED' | 'UNUSED'; readonly timestamp: string; readonly message: string; readonly reason: string } }[] | null } | null } | null }, { readonly applicationID: string; readonly id: string }> = {
  api: 'director',
  name: 'BundleCredentials',
  text: `query BundleCredentials(\$applicationID: ID!, \$id: ID!) {
  owner: application(id: \$applicationID) {
    bundle(id: \$id) {
      instanceAuths {
        id
        runtimeID
        status {
          condition
          timestamp
          message
          reason
        }
      }
    }
  }
}`,
};

export interface LabelFilter {
  readonly key: string;
  readonly query?: string | null | undefined;
}

export interface ApplicationRegisterInput {
  readonly name: string;
  readonly providerName?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly labels?: Readonly<Record<string, JsonValue>> | null | undefined;
  readonly webhooks?: readonly WebhookInput[] | null | undefined;
  readonly healthCheckURL?: string | null | undefined;
  readonly baseUrl?: string | null | undefined;
  readonly applicationNamespace?: string | null | undefined;
  readonly localTenantID?: string | null | undefined;
  readonly integrationSystemID?: string | null | undefined;
  readonly statusCondition?: 'INITIAL' | 'CONNECTED' | 'FAILED' | 'CREATING' | 'CREATE_FAILED' | 'CREATE_SUCCEEDED' | 'UPDATING' | 'UPDATE_FAILED' | 'UPDATE_SUCCEEDED' | 'DELETING' | 'DELETE_FAILED' | 'DELETE_SUCCEEDED' | 'UNPAIRING' | 'UNPAIR_FAILED' | null | undefined;
  readonly bundles?: readonly BundleCreateInput[] | null | undefined;
  readonly apiDefinitions?: readonly APIDefinitionInput[] | null | undefined;
  readonly eventDefinitions?: readonly EventDefinitionInput[] | null | undefined;
  readonly documents?: readonly DocumentInput[] | null | undefined;
}

export interface WebhookInput {
  readonly type: 'CONFIGURATION_CHANGED' | 'APPLICATION_TENANT_MAPPING' | 'REGISTER_APPLICATION' | 'UNREGISTER_APPLICATION' | 'UNPAIR_APPLICATION' | 'OPEN_RESOURCE_DISCOVERY' | 'OPEN_RESOURCE_DISCOVERY_STATIC' | 'FORMATION_LIFECYCLE' | 'SYSTEM_FIELD_DISCOVERY';
  readonly url?: string | null | undefined;
  readonly urlTemplate?: string | null | undefined;
  readonly inputTemplate?: string | null | undefined;
  readonly headerTemplate?: string | null | undefined;
  readonly outputTemplate?: string | null | undefined;
  readonly statusTemplate?: string | null | undefined;
  readonly auth?: AuthInput | null | undefined;
  readonly mode?: 'SYNC' | 'ASYNC' | 'ASYNC_CALLBACK' | null | undefined;
  readonly version?: string | null | undefined;
  readonly correlationIdKey?: string | null | undefined;
  readonly retryInterval?: number | null | undefined;
  readonly timeout?: number | null | undefined;
  readonly signatureScheme?: 'SYMMETRIC' | 'ASYMMETRIC' | null | undefined;
}

export interface AuthInput {
  readonly credential?: CredentialDataInput | null | undefined;
  readonly accessStrategy?: string | null | undefined;
  readonly additionalHeaders?: Readonly<Record<string, readonly string[]>> | null | undefined;
  readonly additionalHeadersSerialized?: string | null | undefined;
  readonly additionalQueryParams?: Readonly<Record<string, readonly string[]>> | null | undefined;
  readonly additionalQueryParamsSerialized?: string | null | undefined;
  readonly requestAuth?: CredentialRequestAuthInput | null | undefined;
  readonly certCommonName?: string | null | undefined;
  readonly oneTimeToken?: OneTimeTokenInput | null | undefined;
}

export interface CredentialDataInput {
  readonly basic?: BasicCredentialDataInput | null | undefined;
  readonly oauth?: OAuthCredentialDataInput | null | undefined;
  readonly certificateOAuth?: CertificateOAuthCredentialDataInput | null | undefined;
}

export interface BasicCredentialDataInput {
  readonly username: string;
  readonly password: string;
}

export interface OAuthCredentialDataInput {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly url: string;
}

export interface CertificateOAuthCredentialDataInput {
  readonly clientId: string;
  readonly certificate: string;
  readonly url: string;
}

export interface CredentialRequestAuthInput {
  readonly csrf?: CSRFTokenCredentialRequestAuthInput | null | undefined;
}

export interface CSRFTokenCredentialRequestAuthInput {
  readonly tokenEndpointURL: string;
  readonly credential?: CredentialDataInput | null | undefined;
  readonly additionalHeaders?: Readonly<Record<string, readonly string[]>> | null | undefined;
  readonly additionalHeadersSerialized?: string | null | undefined;
  readonly additionalQueryParams?: Readonly<Record<string, readonly string[]>> | null | undefined;
  readonly additionalQueryParamsSerialized?: string | null | undefined;
}

export interface OneTimeTokenInput {
  readonly token: string;
  readonly connectorURL?: string | null | undefined;
  readonly used: boolean;
  readonly expiresAt: string;
  readonly createdAt: string;
  readonly usedAt: string;
  readonly raw?: string | null | undefined;
  readonly rawEncoded?: string | null | undefined;
  readonly type?: 'Runtime' | 'Application' | null | undefined;
}

export interface BundleCreateInput {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly instanceAuthRequestInputSchema?: string | null | undefined;
  readonly defaultInstanceAuth?: AuthInput | null | undefined;
  readonly apiDefinitions?: readonly APIDefinitionInput[] | null | undefined;
  readonly eventDefinitions?: readonly EventDefinitionInput[] | null | undefined;
  readonly documents?: readonly DocumentInput[] | null | undefined;
  readonly correlationIDs?: readonly string[] | null | undefined;
}

export interface APIDefinitionInput {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly targetURL: string;
  readonly group?: string | null | undefined;
  readonly spec?: APISpecInput | null | undefined;
  readonly version?: VersionInput | null | undefined;
  readonly defaultAuth?: AuthInput | null | undefined;
}

export interface APISpecInput {
  readonly data?: string | null | undefined;
  readonly type: 'ODATA' | 'OPEN_API';
  readonly format: 'YAML' | 'JSON' | 'XML';
  readonly fetchRequest?: FetchRequestInput | null | undefined;
}

export interface FetchRequestInput {
  readonly url: string;
  readonly auth?: AuthInput | null | undefined;
  readonly mode?: 'SINGLE' | 'BUNDLE' | 'INDEX' | null | undefined;
  readonly filter?: string | null | undefined;
}

export interface VersionInput {
  readonly value: string;
  readonly deprecated?: boolean | null | undefined;
  readonly deprecatedSince?: string | null | undefined;
  readonly forRemoval?: boolean | null | undefined;
}

export interface EventDefinitionInput {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly group?: string | null | undefined;
  readonly spec?: EventSpecInput | null | undefined;
  readonly version?: VersionInput | null | undefined;
}

export interface EventSpecInput {
  readonly data?: string | null | undefined;
  readonly type: 'ASYNC_API';
  readonly format: 'YAML' | 'JSON' | 'XML';
  readonly fetchRequest?: FetchRequestInput | null | undefined;
}

export interface DocumentInput {
  readonly title: string;
  readonly displayName: string;
  readonly description: string;
  readonly format: 'MARKDOWN';
  readonly kind?: string | null | undefined;
  readonly data?: string | null | undefined;
  readonly fetchRequest?: FetchRequestInput | null | undefined;
}

export interface RuntimeRegisterInput {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly labels?: Readonly<Record<string, JsonValue>> | null | undefined;
  readonly webhooks?: readonly WebhookInput[] | null | undefined;
  readonly statusCondition?: 'INITIAL' | 'PROVISIONING' | 'CONNECTED' | 'FAILED' | null | undefined;
  readonly applicationNamespace?: string | null | undefined;
}

export interface DeliveryFilter {
  readonly states?: readonly ('PENDING' | 'SUCCEEDED' | 'FAILED' | 'GONE' | 'DROPPED')[] | null | undefined;
  readonly eventTypes?: readonly string[] | null | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

export interface CertificateFilter {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly suspected?: boolean | null | undefined;
}
