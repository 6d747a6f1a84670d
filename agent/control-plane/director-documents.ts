const definitionFields = 'id name description group version { value deprecated deprecatedSince forRemoval }';
const pageInfo = 'pageInfo { startCursor endCursor hasNextPage } totalCount';
const apiDefinitions = `{ data { ${definitionFields} targetURL } ${pageInfo} }`;
const eventDefinitions = `{ data { ${definitionFields} } ${pageInfo} }`;

const bundles = `{
  data {
    id name description instanceAuthRequestInputSchema
    apiDefinitions ${apiDefinitions}
    eventDefinitions ${eventDefinitions}
    defaultInstanceAuth {
      credential {
        ... on BasicCredentialData { username password }
        ... on OAuthCredentialData { clientId clientSecret url }
      }
      additionalHeaders additionalQueryParams
      requestAuth { csrf { tokenEndpointURL } }
    }
  }
  ${pageInfo}
}`;

/** Labels come with the first page only. */
export const runtimeConfigurationQuery = `query ($runtimeId: ID!, $first: Int, $after: PageCursor, $withLabels: Boolean!) {
  runtime(id: $runtimeId) @include(if: $withLabels) { labels }
  applicationsForRuntime(runtimeID: $runtimeId, first: $first, after: $after) {
    data { id name providerName description labels auths { id } eventingConfiguration { defaultURL } bundles ${bundles} }
    ${pageInfo}
  }
}`;

export const moreBundlesQuery = `query ($applicationId: ID!, $after: PageCursor) {
  application(id: $applicationId) { bundles(after: $after) ${bundles} }
}`;

export const moreApiDefinitionsQuery = `query ($applicationId: ID!, $bundleId: ID!, $after: PageCursor) {
  application(id: $applicationId) { bundle(id: $bundleId) { definitions: apiDefinitions(after: $after) ${apiDefinitions} } }
}`;

export const moreEventDefinitionsQuery = `query ($applicationId: ID!, $bundleId: ID!, $after: PageCursor) {
  application(id: $applicationId) { bundle(id: $bundleId) { definitions: eventDefinitions(after: $after) ${eventDefinitions} } }
}`;

export const setRuntimeLabelMutation = `mutation ($runtimeId: ID!, $key: String!, $value: Any!) {
  setRuntimeLabel(runtimeID: $runtimeId, key: $key, value: $value) { key value }
}`;
