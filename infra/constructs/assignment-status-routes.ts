import { Validations } from 'aws-cdk-lib';
import { HttpMethod, type HttpRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { assignmentStatusPath } from '#shared/webhooks/report-address.ts';
import type { GraphqlApi } from './graphql-api.ts';
import type { ServiceFunction } from './service-function.ts';

/** Adds the route by which participants with a certificate report the states of their assignments. */
export const addAssignmentStatus = (scope: Construct, mutualTlsApi: GraphqlApi, director: ServiceFunction): HttpRoute =>
  mutualTlsApi.beside(scope, 'AssignmentStatus', HttpMethod.PATCH, assignmentStatusPath, director);

/** Adds the same for clients with an access token. */
export function addAssignmentStatusForClients(scope: Construct, publicApi: GraphqlApi, director: ServiceFunction): void {
  const route = publicApi.beside(scope, 'OAuthAssignmentStatus', HttpMethod.PATCH, `/oauth${assignmentStatusPath}`, director);
  Validations.of(route).acknowledge({
    id: 'AwsSolutions-APIG4',
    reason: 'The function verifies the access token by the keys of the issuer, and looks up whose it is and whether it still counts.',
  });
}
