/** Every field that the Go clients select, per type: one that the schema lacks makes it refuse their whole request. */

const credential = `credential {
  ... on BasicCredentialData { username password }
  ... on CertificateOAuthCredentialData { clientId certificate url }
  ... on OAuthCredentialData { clientId clientSecret url }
}`;

const auth = `${credential}
  oneTimeToken { __typename token used expiresAt }
  certCommonName accessStrategy additionalHeaders additionalQueryParams
  requestAuth { csrf { tokenEndpointURL ${credential} additionalHeaders additionalQueryParams } }`;

const page = (fields: string) => `data { ${fields} } pageInfo { startCursor endCursor hasNextPage } totalCount`;

const fetchRequest = `fetchRequest { url auth { ${auth} } mode filter status { condition message timestamp } }`;
const spec = `spec { id data format type ${fetchRequest} }`;
const version = 'version { value deprecated deprecatedSince forRemoval }';

const webhook = `id applicationID applicationTemplateID runtimeID formationTemplateID type mode correlationIdKey retryInterval timeout
  url urlTemplate inputTemplate headerTemplate outputTemplate statusTemplate auth { ${auth} } createdAt`;

const apiDefinition = `id name description ${spec} targetURL group ${version}`;
const eventDefinition = `id name description group ${spec} ${version}`;
const document = `id title displayName description format kind data ${fetchRequest}`;
const instanceAuth = `id context inputParams auth { ${auth} } status { condition timestamp message reason } runtimeID runtimeContextID`;

const bundle = `id name description instanceAuthRequestInputSchema instanceAuths { ${instanceAuth} } defaultInstanceAuth { ${auth} }
  apiDefinitions { ${page(apiDefinition)} } eventDefinitions { ${page(eventDefinition)} } documents { ${page(document)} }`;

const application = `id name providerName description baseUrl systemNumber systemStatus integrationSystemID applicationTemplateID labels
  deletedAt updatedAt error status { condition timestamp } webhooks { ${webhook} } healthCheckURL bundles { ${page(bundle)} }
  auths { id auth { ${auth} } } eventingConfiguration { defaultURL }`;

const runtime = `id name description applicationNamespace labels status { condition timestamp } metadata { creationTimestamp }
  auths { id auth { ${auth} } } runtimeContexts { ${page('id key value labels')} } webhooks { ${webhook} }
  eventingConfiguration { defaultURL }`;

export const goFields = {
  page,
  auth,
  webhook,
  apiDefinition,
  eventDefinition,
  document,
  bundle,
  application,
  /** The latest clients ask for these too. */
  latestApplication: `${application} operations { id operationType status error } integrationDependencies { ${page('id name')} }`,
  runtime,
  label: 'key value',
  formation: 'id name formationTemplateId state',
  applicationToken: 'token connectorURL raw rawEncoded legacyConnectorURL',
  runtimeToken: 'token connectorURL raw rawEncoded',
  viewer: 'id type',
  eventing: 'defaultURL',
} as const;

/** A value as the Go clients write it into the text of a request: keys without quotation marks, strings as in JSON. */
export function goLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(goLiteral).join(', ')}]`;
  if (value instanceof Enum) return value.name;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, one]) => `${key}: ${goLiteral(one)}`)
    .join(', ')} }`;
}

class Enum {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** A value of an enumeration, which stands in a request without quotation marks. */
export const goEnum = (name: string): Enum => new Enum(name);
