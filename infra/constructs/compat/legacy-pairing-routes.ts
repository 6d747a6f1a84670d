import { Validations } from 'aws-cdk-lib';
import { HttpMethod, type HttpRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { legacyPaths, metadataPaths, statusPaths } from '#shared/pairing/compat/legacy-paths.ts';
import type { GraphqlApi } from '../graphql-api.ts';
import type { ServiceFunction } from '../service-function.ts';

/** Adds the routes for the one-time tokens of Applications older than the GraphQL APIs. */
export function addLegacyPairing(
  scope: Construct,
  publicApi: GraphqlApi,
  connector: ServiceFunction,
  limit: { rateLimit: number; burstLimit: number },
): void {
  const routes = [
    publicApi.get(scope, 'SigningRequestInfo', legacyPaths.signingRequestInfo, connector),
    publicApi.postBeside(scope, 'Certificates', legacyPaths.certificates, connector),
  ];
  for (const route of routes) {
    // An Application calls this route twice in its life.
    publicApi.limit(route, limit);
    Validations.of(route).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'A one-time token is no JWT; the Connector itself checks it.',
    });
  }
}

/** Adds the routes for the client certificates of such Applications. */
export const addLegacyManagement = (scope: Construct, mutualTlsApi: GraphqlApi, connector: ServiceFunction): HttpRoute[] => [
  mutualTlsApi.get(scope, 'ManagementInfo', legacyPaths.managementInfo, connector),
  mutualTlsApi.postBeside(scope, 'Renewals', legacyPaths.renewals, connector),
  mutualTlsApi.postBeside(scope, 'Revocations', legacyPaths.revocations, connector),
];

/** Adds the routes that tell monitors whether the system works. They are no secret, and read nothing of a tenant. */
export function addStatusRoutes(
  scope: Construct,
  api: GraphqlApi,
  connector: ServiceFunction,
  limit?: { rateLimit: number; burstLimit: number },
): void {
  const routes = [
    api.get(scope, 'Health', statusPaths.health, connector),
    api.get(scope, 'Alive', statusPaths.alive, connector),
    api.get(scope, 'Ready', statusPaths.ready, connector),
    api.get(scope, 'Info', statusPaths.info, connector),
  ];
  for (const route of routes) {
    if (limit) api.limit(route, limit);
    Validations.of(route).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'Monitors have no credential; the answer tells nothing of a tenant.',
    });
  }
}

/** Adds the routes for the services of such Applications. */
export const addMetadataServices = (scope: Construct, mutualTlsApi: GraphqlApi, director: ServiceFunction): HttpRoute[] => [
  mutualTlsApi.beside(scope, 'ListServices', HttpMethod.GET, metadataPaths.services, director),
  mutualTlsApi.beside(scope, 'RegisterService', HttpMethod.POST, metadataPaths.services, director),
  mutualTlsApi.beside(scope, 'GetService', HttpMethod.GET, metadataPaths.service, director),
  mutualTlsApi.beside(scope, 'UpdateService', HttpMethod.PUT, metadataPaths.service, director),
  mutualTlsApi.beside(scope, 'DeleteService', HttpMethod.DELETE, metadataPaths.service, director),
];
