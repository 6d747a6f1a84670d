/** The one query by which Runtime Agents fetch their configuration: no alias, no variables, no paging. */
export const agentConfigurationQuery = (runtimeId: string): string => `query {
  runtime(id: "${runtimeId}") { labels }
  applicationsForRuntime(runtimeID: "${runtimeId}") {
    data {
      id
      name
      providerName
      description
      labels
      auths { id }
      bundles {
        data {
          id
          name
          description
          instanceAuthRequestInputSchema
          apiDefinitions {
            data { id name description targetURL group version { value deprecated deprecatedSince forRemoval } }
            pageInfo { startCursor endCursor hasNextPage }
            totalCount
          }
          eventDefinitions {
            data { id name description group version { value deprecated deprecatedSince forRemoval } }
            pageInfo { startCursor endCursor hasNextPage }
            totalCount
          }
          defaultInstanceAuth {
            credential {
              ... on BasicCredentialData { username password }
              ... on OAuthCredentialData { clientId clientSecret url }
            }
            additionalHeaders
            additionalQueryParams
            requestAuth { csrf { tokenEndpointURL } }
          }
        }
        pageInfo { startCursor endCursor hasNextPage }
        totalCount
      }
    }
    pageInfo { startCursor endCursor hasNextPage }
    totalCount
  }
}`;

/** The mutation by which an agent sets one of its two URLs. */
export const agentLabelMutation = (runtimeId: string, key: string, value: string): string => `mutation {
  result: setRuntimeLabel(runtimeID: "${runtimeId}", key: "${key}", value: "${value}") { key value }
}`;
