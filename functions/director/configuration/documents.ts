import type { OwnerKind } from '#shared/core/actor.ts';

const pageInfo = 'pageInfo { startCursor endCursor hasNextPage } totalCount';
const definition = 'id name description group version { value deprecated deprecatedSince forRemoval }';

/** What a Runtime needs: the fields that Runtime Agents have always asked for, and where each Application sends its events. */
const runtime = `query ($id: ID!, $first: Int, $after: PageCursor) {
  runtime(id: $id) { labels }
  applicationsForRuntime(runtimeID: $id, first: $first, after: $after) {
    data {
      id name providerName description labels auths { id } eventingConfiguration { defaultURL }
      bundles {
        data {
          id name description instanceAuthRequestInputSchema
          apiDefinitions { data { ${definition} targetURL } ${pageInfo} }
          eventDefinitions { data { ${definition} } ${pageInfo} }
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
      }
    }
    ${pageInfo}
  }
}`;

/** What an Application needs: where its events go, and who asks for credentials to its bundles or gives them back. */
const application = `query ($id: ID!, $first: Int, $after: PageCursor) {
  application(id: $id) {
    id name eventingConfiguration { defaultURL }
    bundles(first: $first, after: $after) {
      data { id name instanceAuths { id runtimeID context inputParams status { condition timestamp message reason } } }
      ${pageInfo}
    }
  }
}`;

/** What a poll answers, as the query that answers the same over GraphQL. */
export const configurationDocuments: Readonly<Record<OwnerKind, string>> = { runtime, application };
