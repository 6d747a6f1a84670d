/** The part of the Connector's and the Director's schema that a Runtime Agent meets, in their types and names. */
export const agentControlPlaneSchema = /* GraphQL */ `
  scalar Any
  scalar Labels
  scalar PageCursor
  scalar JSONSchema
  scalar Timestamp
  scalar HttpHeaders
  scalar QueryParams

  type Query {
    configuration: Configuration!
    runtime(id: ID!): Runtime
    application(id: ID!): Application
    applicationsForRuntime(runtimeID: ID!, first: Int = 200, after: PageCursor): ApplicationPage!
  }
  type Mutation {
    signCertificateSigningRequest(csr: String!): CertificationResult!
    setRuntimeLabel(runtimeID: ID!, key: String!, value: Any!): Label!
  }
  type Configuration {
    token: Token
    certificateSigningRequestInfo: CertificateSigningRequestInfo
    managementPlaneInfo: ManagementPlaneInfo
  }
  type Token { token: String! }
  type CertificateSigningRequestInfo { subject: String! keyAlgorithm: String! }
  type ManagementPlaneInfo { directorURL: String certificateSecuredConnectorURL: String }
  type CertificationResult { certificateChain: String! caCertificate: String! clientCertificate: String! }
  type Label { key: String! value: Any! }
  type Runtime { id: ID! labels(key: String): Labels }
  type PageInfo { startCursor: PageCursor! endCursor: PageCursor! hasNextPage: Boolean! }
  type ApplicationPage { data: [Application!]! pageInfo: PageInfo! totalCount: Int! }
  type BundlePage { data: [Bundle!]! pageInfo: PageInfo! totalCount: Int! }
  type APIDefinitionPage { data: [APIDefinition!]! pageInfo: PageInfo! totalCount: Int! }
  type EventDefinitionPage { data: [EventDefinition!]! pageInfo: PageInfo! totalCount: Int! }
  type Application {
    id: ID! name: String! providerName: String description: String labels(key: String): Labels
    auths: [AppSystemAuth!]
    eventingConfiguration: ApplicationEventingConfiguration
    bundles(first: Int = 200, after: PageCursor): BundlePage!
    bundle(id: ID!): Bundle
  }
  type AppSystemAuth { id: ID! }
  type ApplicationEventingConfiguration { defaultURL: String! }
  type Bundle {
    id: ID! name: String! description: String instanceAuthRequestInputSchema: JSONSchema
    apiDefinitions(group: String, first: Int = 200, after: PageCursor): APIDefinitionPage!
    eventDefinitions(group: String, first: Int = 200, after: PageCursor): EventDefinitionPage!
    defaultInstanceAuth: Auth
  }
  type APIDefinition { id: ID! name: String! description: String targetURL: String! group: String version: Version }
  type EventDefinition { id: ID! name: String! description: String group: String version: Version }
  type Version { value: String! deprecated: Boolean deprecatedSince: String forRemoval: Boolean }
  type Auth {
    credential: CredentialData
    additionalHeaders: HttpHeaders
    additionalQueryParams: QueryParams
    requestAuth: CredentialRequestAuth
  }
  union CredentialData = BasicCredentialData | OAuthCredentialData
  type BasicCredentialData { username: String! password: String! }
  type OAuthCredentialData { clientId: ID! clientSecret: String! url: String! }
  type CredentialRequestAuth { csrf: CSRFTokenCredentialRequestAuth }
  type CSRFTokenCredentialRequestAuth { tokenEndpointURL: String! }
`;
