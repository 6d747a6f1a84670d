import type { OwnerKind } from '#shared/core/actor.ts';

const pageInfo = 'pageInfo { startCursor endCursor hasNextPage } totalCount';
const definition = 'id name description group version { value deprecated deprecatedSince forRemoval }';

/** A Runtime's configuration: the fields that Runtime Agents have always asked for, and the eventing URL of each Application. */
const runtime = `query ($id: ID!, $first: Int, $after: PageCursor) {
  runtime(id: $id) { labels }
  applicationsForRuntime(runtimeID: $id, first: $first, after: $after) {
    data {
      id name providerName description labels auths { id } eventingConfiguration { defaultURL } error
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

/** An Application's configuration: its eventing URL, and the requests for credentials to its bundles. */
const application = `query ($id: ID!, $first: Int, $after: PageCursor) {
  application(id: $id) {
    id name eventingConfiguration { defaultURL }
    bundles(first: $first, after: $after) {
      data { id name instanceAuths { id runtimeID context inputParams status { condition timestamp message reason } } }
      ${pageInfo}
    }
  }
}`;

/** The answer to a poll, as the query that answers the same over GraphQL. */
export const configurationDocuments: Readonly<Record<OwnerKind, string>> = { runtime, application };
