interface Tab {
  readonly query: string;
}

const tab = (query: string): Tab => ({ query: `${query.trim()}\n` });

/** Operations to begin with, by the path of the API: each is a tab of GraphiQL. A test checks them against the schemas. */
export const exampleTabs: Readonly<Record<string, readonly Tab[]>> = {
  '/director/graphql': [
    tab(`
# The Applications of your tenant, the label of their formations, and how far they are. The button above runs it.
query Applications {
  applications(first: 20) {
    data {
      id
      name
      labels
      status {
        condition
        timestamp
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}`),
    tab(`
# Registers an Application in the formation "demo". Run GetPairingToken with its id next.
mutation RegisterApplication {
  registerApplication(in: { name: "shop", labels: { scenarios: ["demo"] } }) {
    id
    name
  }
}

# The sample Application takes rawEncoded: node examples/application/main.ts --raw-token ... --ca .compass/ca.pem
mutation GetPairingToken($id: ID!) {
  requestOneTimeTokenForApplication(id: $id) {
    rawEncoded
    expiresAt
  }
}`),
    tab(`
# What became of the webhooks of an Application. Put {"id": "..."} into the variables.
query Deliveries($id: ID!) {
  application(id: $id) {
    webhooks {
      id
      url
      status {
        condition
      }
    }
  }
  deliveries(applicationID: $id, first: 10) {
    data {
      eventType
      state
      attempts {
        status
        error
      }
    }
  }
}`),
  ],
  '/connector/graphql': [
    tab(`
# A one-time token for an Application, as an administrator. Put {"id": "..."} into the variables.
mutation Token($id: ID!) {
  generateApplicationToken(appID: $id) {
    token
  }
}`),
    tab(`
# As the Application: put {"Connector-Token": "<the token>"} into the headers. The token is spent by it.
query Configuration {
  configuration {
    token {
      token
    }
    certificateSigningRequestInfo {
      subject
      keyAlgorithm
    }
    managementPlaneInfo {
      directorURL
      certificateSecuredConnectorURL
    }
  }
}`),
  ],
  '/provisioner/graphql': [
    tab(`
# Provisions a Runtime whose Agent runs as a process of this machine. Run Status with its runtimeID next.
mutation Provision {
  provisionRuntime(config: { runtimeInput: { name: "laptop" }, driver: "process", formations: ["demo"] }) {
    id
    runtimeID
    state
  }
}

query Status($id: String!) {
  runtimeStatus(id: $id) {
    lastOperationStatus {
      operation
      state
      message
      lastError {
        errMessage
      }
    }
    runtimeConnectionStatus {
      status
    }
  }
}`),
  ],
};
