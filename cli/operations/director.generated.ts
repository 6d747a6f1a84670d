// Generated from director.graphql by scripts/generate-graphql.ts; do not edit.
import type { JsonValue, Operation } from './operation.ts';

export const Viewer: Operation<{ readonly viewer: { readonly id: string; readonly type: 'RUNTIME' | 'APPLICATION' | 'INTEGRATION_SYSTEM' | 'USER' } }, Record<string, never>> = {
  api: 'director',
  name: 'Viewer',
  text: `query Viewer {
  viewer {
    id
    type
  }
}`,
};

export const Applications: Operation<{ readonly page: { readonly data: readonly { readonly id: string; readonly name: string; readonly status: { readonly condition: 'INITIAL' | 'CONNECTED' | 'FAILED' | 'CREATING' | 'CREATE_FAILED' | 'CREATE_SUCCEEDED' | 'UPDATING' | 'UPDATE_FAILED' | 'UPDATE_SUCCEEDED' | 'DELETING' | 'DELETE_FAILED' | 'DELETE_SUCCEEDED' | 'UNPAIRING' | 'UNPAIR_FAILED'; readonly timestamp: string }; readonly labels: Readonly<Record<string, JsonValue>> | null; readonly auths: readonly { readonly id: string; readonly lastSeenAt: string | null }[] | null }[]; readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean }; readonly totalCount: number } }, { readonly filter?: readonly LabelFilter[] | null | undefined; readonly first?: number | null | undefined; readonly after?: string | null | undefined }> = {
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

export const Application: Operation<{ readonly found: { readonly id: string; readonly name: string; readonly status: { readonly condition: 'INITIAL' | 'CONNECTED' | 'FAILED' | 'CREATING' | 'CREATE_FAILED' | 'CREATE_SUCCEEDED' | 'UPDATING' | 'UPDATE_FAILED' | 'UPDATE_SUCCEEDED' | 'DELETING' | 'DELETE_FAILED' | 'DELETE_SUCCEEDED' | 'UNPAIRING' | 'UNPAIR_FAILED'; readonly timestamp: string }; readonly labels: Readonly<Record<string, JsonValue>> | null; readonly auths: readonly { readonly id: string; readonly lastSeenAt: string | null }[] | null; readonly description: string | null; readonly providerName: string | null; readonly baseUrl: string | null; readonly healthCheckURL: string | null; readonly createdAt: string | null; readonly updatedAt: string | null; readonly eventingConfiguration: { readonly defaultURL: string } | null; readonly bundles: { readonly data: readonly { readonly id: string; readonly name: string }[]; readonly totalCount: number } | null } | null }, { readonly id: string }> = {
  api: 'director',
  name: 'Application',
  text: `query Application(\$id: ID!) {
  found: application(id: \$id) {
    ...ApplicationLine
    description
    providerName
    baseUrl
    healthCheckURL
    createdAt
    updatedAt
    eventingConfiguration {
      defaultURL
    }
    bundles(first: 200) {
      data {
        id
        name
      }
      totalCount
    }
  }
}

fragment ApplicationLine on Application {
  id
  name
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

export const RegisterApplication: Operation<{ readonly made: { readonly id: string; readonly name: string; readonly status: { readonly condition: 'INITIAL' | 'CONNECTED' | 'FAILED' | 'CREATING' | 'CREATE_FAILED' | 'CREATE_SUCCEEDED' | 'UPDATING' | 'UPDATE_FAILED' | 'UPDATE_SUCCEEDED' | 'DELETING' | 'DELETE_FAILED' | 'DELETE_SUCCEEDED' | 'UNPAIRING' | 'UNPAIR_FAILED'; readonly timestamp: string }; readonly labels: Readonly<Record<string, JsonValue>> | null; readonly auths: readonly { readonly id: string; readonly lastSeenAt: string | null }[] | null } }, { readonly in: ApplicationRegisterInput }> = {
  api: 'director',
  name: 'RegisterApplication',
  text: `mutation RegisterApplication(\$in: ApplicationRegisterInput!) {
  made: registerApplication(in: \$in) {
    ...ApplicationLine
  }
}

fragment ApplicationLine on Application {
  id
  name
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

export const UnregisterApplication: Operation<{ readonly gone: { readonly id: string; readonly name: string } }, { readonly id: string }> = {
  api: 'director',
  name: 'UnregisterApplication',
  text: `mutation UnregisterApplication(\$id: ID!) {
  gone: unregisterApplication(id: \$id) {
    id
    name
  }
}`,
};

export const SetApplicationLabel: Operation<{ readonly label: { readonly key: string } }, { readonly id: string; readonly key: string; readonly value: JsonValue }> = {
  api: 'director',
  name: 'SetApplicationLabel',
  text: `mutation SetApplicationLabel(\$id: ID!, \$key: String!, \$value: Any!) {
  label: setApplicationLabel(applicationID: \$id, key: \$key, value: \$value) {
    key
  }
}`,
};

export const DeleteApplicationLabel: Operation<{ readonly label: { readonly key: string } }, { readonly id: string; readonly key: string }> = {
  api: 'director',
  name: 'DeleteApplicationLabel',
  text: `mutation DeleteApplicationLabel(\$id: ID!, \$key: String!) {
  label: deleteApplicationLabel(applicationID: \$id, key: \$key) {
    key
  }
}`,
};

export const Runtimes: Operation<{ readonly page: { readonly data: readonly { readonly id: string; readonly name: string; readonly status: { readonly condition: 'INITIAL' | 'PROVISIONING' | 'CONNECTED' | 'FAILED'; readonly timestamp: string }; readonly labels: Readonly<Record<string, JsonValue>> | null; readonly auths: readonly { readonly id: string; readonly lastSeenAt: string | null }[] | null }[]; readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean }; readonly totalCount: number } }, { readonly filter?: readonly LabelFilter[] | null | undefined; readonly first?: number | null | undefined; readonly after?: string | null | undefined }> = {
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

export const Runtime: Operation<{ readonly found: { readonly id: string; readonly name: string; readonly status: { readonly condition: 'INITIAL' | 'PROVISIONING' | 'CONNECTED' | 'FAILED'; readonly timestamp: string }; readonly labels: Readonly<Record<string, JsonValue>> | null; readonly auths: readonly { readonly id: string; readonly lastSeenAt: string | null }[] | null; readonly description: string | null; readonly metadata: { readonly creationTimestamp: string }; readonly eventingConfiguration: { readonly defaultURL: string } | null } | null }, { readonly id: string }> = {
  api: 'director',
  name: 'Runtime',
  text: `query Runtime(\$id: ID!) {
  found: runtime(id: \$id) {
    ...RuntimeLine
    description
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

export const RegisterRuntime: Operation<{ readonly made: { readonly id: string; readonly name: string; readonly status: { readonly condition: 'INITIAL' | 'PROVISIONING' | 'CONNECTED' | 'FAILED'; readonly timestamp: string }; readonly labels: Readonly<Record<string, JsonValue>> | null; readonly auths: readonly { readonly id: string; readonly lastSeenAt: string | null }[] | null } }, { readonly in: RuntimeRegisterInput }> = {
  api: 'director',
  name: 'RegisterRuntime',
  text: `mutation RegisterRuntime(\$in: RuntimeRegisterInput!) {
  made: registerRuntime(in: \$in) {
    ...RuntimeLine
  }
}

fragment RuntimeLine on Runtime {
  id
  name
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

export const UnregisterRuntime: Operation<{ readonly gone: { readonly id: string; readonly name: string } }, { readonly id: string }> = {
  api: 'director',
  name: 'UnregisterRuntime',
  text: `mutation UnregisterRuntime(\$id: ID!) {
  gone: unregisterRuntime(id: \$id) {
    id
    name
  }
}`,
};

export const SetRuntimeLabel: Operation<{ readonly label: { readonly key: string } }, { readonly id: string; readonly key: string; readonly value: JsonValue }> = {
  api: 'director',
  name: 'SetRuntimeLabel',
  text: `mutation SetRuntimeLabel(\$id: ID!, \$key: String!, \$value: Any!) {
  label: setRuntimeLabel(runtimeID: \$id, key: \$key, value: \$value) {
    key
  }
}`,
};

export const DeleteRuntimeLabel: Operation<{ readonly label: { readonly key: string } }, { readonly id: string; readonly key: string }> = {
  api: 'director',
  name: 'DeleteRuntimeLabel',
  text: `mutation DeleteRuntimeLabel(\$id: ID!, \$key: String!) {
  label: deleteRuntimeLabel(runtimeID: \$id, key: \$key) {
    key
  }
}`,
};

export const Formations: Operation<{ readonly page: { readonly data: readonly { readonly id: string; readonly name: string; readonly state: string; readonly formationTemplateId: string }[]; readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean }; readonly totalCount: number } }, { readonly first?: number | null | undefined; readonly after?: string | null | undefined }> = {
  api: 'director',
  name: 'Formations',
  text: `query Formations(\$first: Int, \$after: PageCursor) {
  page: formations(first: \$first, after: \$after) {
    data {
      ...FormationLine
    }
    pageInfo {
      endCursor
      hasNextPage
    }
    totalCount
  }
}

fragment FormationLine on Formation {
  id
  name
  state
  formationTemplateId
}`,
};

export const Formation: Operation<{ readonly found: { readonly id: string; readonly name: string; readonly state: string; readonly formationTemplateId: string } | null }, { readonly id: string }> = {
  api: 'director',
  name: 'Formation',
  text: `query Formation(\$id: ID!) {
  found: formation(id: \$id) {
    ...FormationLine
  }
}

fragment FormationLine on Formation {
  id
  name
  state
  formationTemplateId
}`,
};

export const FormationByName: Operation<{ readonly found: { readonly id: string; readonly name: string; readonly state: string; readonly formationTemplateId: string } | null }, { readonly name: string }> = {
  api: 'director',
  name: 'FormationByName',
  text: `query FormationByName(\$name: String!) {
  found: formationByName(name: \$name) {
    ...FormationLine
  }
}

fragment FormationLine on Formation {
  id
  name
  state
  formationTemplateId
}`,
};

export const CreateFormation: Operation<{ readonly made: { readonly id: string; readonly name: string; readonly state: string; readonly formationTemplateId: string } }, { readonly in: FormationInput }> = {
  api: 'director',
  name: 'CreateFormation',
  text: `mutation CreateFormation(\$in: FormationInput!) {
  made: createFormation(formation: \$in) {
    ...FormationLine
  }
}

fragment FormationLine on Formation {
  id
  name
  state
  formationTemplateId
}`,
};

export const DeleteFormation: Operation<{ readonly gone: { readonly id: string; readonly name: string } }, { readonly in: FormationInput }> = {
  api: 'director',
  name: 'DeleteFormation',
  text: `mutation DeleteFormation(\$in: FormationInput!) {
  gone: deleteFormation(formation: \$in) {
    id
    name
  }
}`,
};

export const AssignFormation: Operation<{ readonly formation: { readonly id: string; readonly name: string; readonly state: string; readonly formationTemplateId: string } }, { readonly objectID: string; readonly objectType: 'APPLICATION' | 'RUNTIME' | 'RUNTIME_CONTEXT' | 'TENANT'; readonly in: FormationInput }> = {
  api: 'director',
  name: 'AssignFormation',
  text: `mutation AssignFormation(\$objectID: ID!, \$objectType: FormationObjectType!, \$in: FormationInput!) {
  formation: assignFormation(
    objectID: \$objectID
    objectType: \$objectType
    formation: \$in
  ) {
    ...FormationLine
  }
}

fragment FormationLine on Formation {
  id
  name
  state
  formationTemplateId
}`,
};

export const UnassignFormation: Operation<{ readonly formation: { readonly id: string; readonly name: string; readonly state: string; readonly formationTemplateId: string } }, { readonly objectID: string; readonly objectType: 'APPLICATION' | 'RUNTIME' | 'RUNTIME_CONTEXT' | 'TENANT'; readonly in: FormationInput }> = {
  api: 'director',
  name: 'UnassignFormation',
  text: `mutation UnassignFormation(\$objectID: ID!, \$objectType: FormationObjectType!, \$in: FormationInput!) {
  formation: unassignFormation(
    objectID: \$objectID
    objectType: \$objectType
    formation: \$in
  ) {
    ...FormationLine
  }
}

fragment FormationLine on Formation {
  id
  name
  state
  formationTemplateId
}`,
};

export const TokenForApplication: Operation<{ readonly issued: { readonly token: string; readonly connectorURL: string; readonly expiresAt: string; readonly rawEncoded: string | null } }, { readonly id: string; readonly systemAuthID?: string | null | undefined; readonly keyThumbprint?: string | null | undefined }> = {
  api: 'director',
  name: 'TokenForApplication',
  text: `mutation TokenForApplication(\$id: ID!, \$systemAuthID: ID, \$keyThumbprint: String) {
  issued: requestOneTimeTokenForApplication(
    id: \$id
    systemAuthID: \$systemAuthID
    keyThumbprint: \$keyThumbprint
  ) {
    token
    connectorURL
    expiresAt
    rawEncoded
  }
}`,
};

export const TokenForRuntime: Operation<{ readonly issued: { readonly token: string; readonly connectorURL: string; readonly expiresAt: string; readonly rawEncoded: string | null } }, { readonly id: string; readonly systemAuthID?: string | null | undefined; readonly keyThumbprint?: string | null | undefined }> = {
  api: 'director',
  name: 'TokenForRuntime',
  text: `mutation TokenForRuntime(\$id: ID!, \$systemAuthID: ID, \$keyThumbprint: String) {
  issued: requestOneTimeTokenForRuntime(
    id: \$id
    systemAuthID: \$systemAuthID
    keyThumbprint: \$keyThumbprint
  ) {
    token
    connectorURL
    expiresAt
    rawEncoded
  }
}`,
};

export const ApplicationWebhooks: Operation<{ readonly owner: { readonly webhooks: readonly { readonly id: string; readonly type: 'CONFIGURATION_CHANGED' | 'APPLICATION_TENANT_MAPPING' | 'REGISTER_APPLICATION' | 'UNREGISTER_APPLICATION' | 'UNPAIR_APPLICATION' | 'OPEN_RESOURCE_DISCOVERY' | 'OPEN_RESOURCE_DISCOVERY_STATIC' | 'FORMATION_LIFECYCLE' | 'SYSTEM_FIELD_DISCOVERY'; readonly url: string | null; readonly signatureScheme: 'SYMMETRIC' | 'ASYMMETRIC'; readonly status: { readonly condition: 'ENABLED' | 'FAILING' | 'DISABLED'; readonly timestamp: string | null; readonly reason: 'GONE' | 'FAILING' | null } }[] | null } | null }, { readonly id: string }> = {
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
  signatureScheme
  status {
    condition
    timestamp
    reason
  }
}`,
};

export const RuntimeWebhooks: Operation<{ readonly owner: { readonly webhooks: readonly { readonly id: string; readonly type: 'CONFIGURATION_CHANGED' | 'APPLICATION_TENANT_MAPPING' | 'REGISTER_APPLICATION' | 'UNREGISTER_APPLICATION' | 'UNPAIR_APPLICATION' | 'OPEN_RESOURCE_DISCOVERY' | 'OPEN_RESOURCE_DISCOVERY_STATIC' | 'FORMATION_LIFECYCLE' | 'SYSTEM_FIELD_DISCOVERY'; readonly url: string | null; readonly signatureScheme: 'SYMMETRIC' | 'ASYMMETRIC'; readonly status: { readonly condition: 'ENABLED' | 'FAILING' | 'DISABLED'; readonly timestamp: string | null; readonly reason: 'GONE' | 'FAILING' | null } }[] | null } | null }, { readonly id: string }> = {
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
  signatureScheme
  status {
    condition
    timestamp
    reason
  }
}`,
};

export const TestWebhook: Operation<{ readonly tested: { readonly id: string; readonly webhookID: string; readonly accepted: boolean; readonly timestamp: string; readonly duration: number; readonly status: number | null; readonly error: string | null; readonly body: string | null } }, { readonly id: string }> = {
  api: 'director',
  name: 'TestWebhook',
  text: `mutation TestWebhook(\$id: ID!) {
  tested: testWebhook(webhookID: \$id) {
    id
    webhookID
    accepted
    timestamp
    duration
    status
    error
    body
  }
}`,
};

export const RotateWebhookSigningSecret: Operation<{ readonly webhook: { readonly id: string; readonly type: 'CONFIGURATION_CHANGED' | 'APPLICATION_TENANT_MAPPING' | 'REGISTER_APPLICATION' | 'UNREGISTER_APPLICATION' | 'UNPAIR_APPLICATION' | 'OPEN_RESOURCE_DISCOVERY' | 'OPEN_RESOURCE_DISCOVERY_STATIC' | 'FORMATION_LIFECYCLE' | 'SYSTEM_FIELD_DISCOVERY'; readonly url: string | null; readonly signatureScheme: 'SYMMETRIC' | 'ASYMMETRIC'; readonly status: { readonly condition: 'ENABLED' | 'FAILING' | 'DISABLED'; readonly timestamp: string | null; readonly reason: 'GONE' | 'FAILING' | null }; readonly signingSecret: string | null; readonly publicKey: string | null } }, { readonly id: string }> = {
  api: 'director',
  name: 'RotateWebhookSigningSecret',
  text: `mutation RotateWebhookSigningSecret(\$id: ID!) {
  webhook: rotateWebhookSigningSecret(webhookID: \$id) {
    ...WebhookLine
    signingSecret
    publicKey
  }
}

fragment WebhookLine on Webhook {
  id
  type
  url
  signatureScheme
  status {
    condition
    timestamp
    reason
  }
}`,
};

export const EnableWebhook: Operation<{ readonly webhook: { readonly id: string; readonly type: 'CONFIGURATION_CHANGED' | 'APPLICATION_TENANT_MAPPING' | 'REGISTER_APPLICATION' | 'UNREGISTER_APPLICATION' | 'UNPAIR_APPLICATION' | 'OPEN_RESOURCE_DISCOVERY' | 'OPEN_RESOURCE_DISCOVERY_STATIC' | 'FORMATION_LIFECYCLE' | 'SYSTEM_FIELD_DISCOVERY'; readonly url: string | null; readonly signatureScheme: 'SYMMETRIC' | 'ASYMMETRIC'; readonly status: { readonly condition: 'ENABLED' | 'FAILING' | 'DISABLED'; readonly timestamp: string | null; readonly reason: 'GONE' | 'FAILING' | null } } }, { readonly id: string }> = {
  api: 'director',
  name: 'EnableWebhook',
  text: `mutation EnableWebhook(\$id: ID!) {
  webhook: enableWebhook(webhookID: \$id) {
    ...WebhookLine
  }
}

fragment WebhookLine on Webhook {
  id
  type
  url
  signatureScheme
  status {
    condition
    timestamp
    reason
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

export const Deliveries: Operation<{ readonly page: { readonly data: readonly { readonly id: string; readonly webhookID: string; readonly applicationID: string; readonly eventID: string; readonly eventType: string | null; readonly state: 'PENDING' | 'SUCCEEDED' | 'FAILED' | 'GONE' | 'DROPPED'; readonly failure: 'ATTEMPTS_EXHAUSTED' | 'ENDPOINT_UNREACHABLE' | 'WEBHOOK_DISABLED' | 'ATTEMPTS_CUT_OFF' | null; readonly createdAt: string; readonly nextAttemptAt: string | null; readonly attempts: readonly { readonly timestamp: string; readonly duration: number; readonly status: number | null; readonly error: string | null; readonly body: string | null }[] }[]; readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean } } }, { readonly applicationID?: string | null | undefined; readonly webhookID?: string | null | undefined; readonly filter?: DeliveryFilter | null | undefined; readonly first?: number | null | undefined; readonly after?: string | null | undefined }> = {
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
      ...DeliveryLine
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}

fragment DeliveryLine on Delivery {
  id
  webhookID
  applicationID
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
}`,
};

export const Redeliver: Operation<{ readonly delivery: { readonly id: string; readonly webhookID: string; readonly applicationID: string; readonly eventID: string; readonly eventType: string | null; readonly state: 'PENDING' | 'SUCCEEDED' | 'FAILED' | 'GONE' | 'DROPPED'; readonly failure: 'ATTEMPTS_EXHAUSTED' | 'ENDPOINT_UNREACHABLE' | 'WEBHOOK_DISABLED' | 'ATTEMPTS_CUT_OFF' | null; readonly createdAt: string; readonly nextAttemptAt: string | null; readonly attempts: readonly { readonly timestamp: string; readonly duration: number; readonly status: number | null; readonly error: string | null; readonly body: string | null }[] } }, { readonly id: string }> = {
  api: 'director',
  name: 'Redeliver',
  text: `mutation Redeliver(\$id: ID!) {
  delivery: redeliver(id: \$id) {
    ...DeliveryLine
  }
}

fragment DeliveryLine on Delivery {
  id
  webhookID
  applicationID
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
}`,
};

export const ApiDefinitions: Operation<{ readonly page: { readonly data: readonly { readonly id: string; readonly name: string; readonly description: string | null; readonly group: string | null; readonly targetURL: string }[]; readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean } } | null }, { readonly id: string; readonly first?: number | null | undefined; readonly after?: string | null | undefined }> = {
  api: 'director',
  name: 'ApiDefinitions',
  text: `query ApiDefinitions(\$id: ID!, \$first: Int, \$after: PageCursor) {
  page: apisForApplication(appID: \$id, first: \$first, after: \$after) {
    data {
      ...ApiLine
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}

fragment ApiLine on APIDefinition {
  id
  name
  description
  group
  targetURL
}`,
};

export const EventDefinitions: Operation<{ readonly page: { readonly data: readonly { readonly id: string; readonly name: string; readonly description: string | null; readonly group: string | null }[]; readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean } } | null }, { readonly id: string; readonly first?: number | null | undefined; readonly after?: string | null | undefined }> = {
  api: 'director',
  name: 'EventDefinitions',
  text: `query EventDefinitions(\$id: ID!, \$first: Int, \$after: PageCursor) {
  page: eventsForApplication(appID: \$id, first: \$first, after: \$after) {
    data {
      ...EventLine
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}

fragment EventLine on EventDefinition {
  id
  name
  description
  group
}`,
};

export const Bundles: Operation<{ readonly owner: { readonly bundles: { readonly data: readonly { readonly id: string; readonly name: string }[]; readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean } } | null } | null }, { readonly id: string; readonly first?: number | null | undefined; readonly after?: string | null | undefined }> = {
  api: 'director',
  name: 'Bundles',
  text: `query Bundles(\$id: ID!, \$first: Int, \$after: PageCursor) {
  owner: application(id: \$id) {
    bundles(first: \$first, after: \$after) {
      data {
        id
        name
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
}`,
};

export const AddBundle: Operation<{ readonly bundle: { readonly id: string; readonly name: string } }, { readonly applicationID: string; readonly in: BundleCreateInput }> = {
  api: 'director',
  name: 'AddBundle',
  text: `mutation AddBundle(\$applicationID: ID!, \$in: BundleCreateInput!) {
  bundle: addBundle(applicationID: \$applicationID, in: \$in) {
    id
    name
  }
}`,
};

export const AddApi: Operation<{ readonly published: { readonly id: string; readonly name: string; readonly description: string | null; readonly group: string | null; readonly targetURL: string } }, { readonly bundleID: string; readonly in: APIDefinitionInput }> = {
  api: 'director',
  name: 'AddApi',
  text: `mutation AddApi(\$bundleID: ID!, \$in: APIDefinitionInput!) {
  published: addAPIDefinitionToBundle(bundleID: \$bundleID, in: \$in) {
    ...ApiLine
  }
}

fragment ApiLine on APIDefinition {
  id
  name
  description
  group
  targetURL
}`,
};

export const UpdateApi: Operation<{ readonly published: { readonly id: string; readonly name: string; readonly description: string | null; readonly group: string | null; readonly targetURL: string } }, { readonly id: string; readonly in: APIDefinitionInput }> = {
  api: 'director',
  name: 'UpdateApi',
  text: `mutation UpdateApi(\$id: ID!, \$in: APIDefinitionInput!) {
  published: updateAPIDefinition(id: \$id, in: \$in) {
    ...ApiLine
  }
}

fragment ApiLine on APIDefinition {
  id
  name
  description
  group
  targetURL
}`,
};

export const AddEvent: Operation<{ readonly published: { readonly id: string; readonly name: string; readonly description: string | null; readonly group: string | null } }, { readonly bundleID: string; readonly in: EventDefinitionInput }> = {
  api: 'director',
  name: 'AddEvent',
  text: `mutation AddEvent(\$bundleID: ID!, \$in: EventDefinitionInput!) {
  published: addEventDefinitionToBundle(bundleID: \$bundleID, in: \$in) {
    ...EventLine
  }
}

fragment EventLine on EventDefinition {
  id
  name
  description
  group
}`,
};

export const UpdateEvent: Operation<{ readonly published: { readonly id: string; readonly name: string; readonly description: string | null; readonly group: string | null } }, { readonly id: string; readonly in: EventDefinitionInput }> = {
  api: 'director',
  name: 'UpdateEvent',
  text: `mutation UpdateEvent(\$id: ID!, \$in: EventDefinitionInput!) {
  published: updateEventDefinition(id: \$id, in: \$in) {
    ...EventLine
  }
}

fragment EventLine on EventDefinition {
  id
  name
  description
  group
}`,
};

export const Certificates: Operation<{ readonly page: { readonly data: readonly { readonly fingerprint: string; readonly serialNumber: string | null; readonly notAfter: string; readonly ownerName: string | null; readonly systemAuth: { readonly id: string; readonly type: 'APPLICATION' | 'RUNTIME' | 'INTEGRATION_SYSTEM' | null; readonly referenceObjectId: string | null; readonly cloneSuspicions: readonly { readonly fingerprint: string; readonly reason: 'OLDER_GENERATION' | 'SUCCESSOR_IN_USE' | 'REPLACED' | 'NOT_RECORDED' }[] | null } }[]; readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean } } }, { readonly filter?: CertificateFilter | null | undefined; readonly first?: number | null | undefined; readonly after?: string | null | undefined }> = {
  api: 'director',
  name: 'Certificates',
  text: `query Certificates(\$filter: CertificateFilter, \$first: Int, \$after: PageCursor) {
  page: certificates(filter: \$filter, first: \$first, after: \$after) {
    data {
      fingerprint
      serialNumber
      notAfter
      ownerName
      systemAuth {
        id
        type
        referenceObjectId
        cloneSuspicions {
          fingerprint
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

export interface FormationInput {
  readonly name: string;
  readonly templateName?: string | null | undefined;
  readonly state?: string | null | undefined;
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
