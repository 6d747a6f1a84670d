import { CognitoIdentityProviderClient, paginateListGroups, paginateListUserPoolClients } from '@aws-sdk/client-cognito-identity-provider';
import { type Check, type Finding, note, ok } from './finding.ts';
import { statefulResources } from './stateful-resources.ts';

/** Quotas of a user pool in a new account. AWS raises that of clients, but not that of groups. */
const maxClients = 1000;
const maxGroups = 10_000;
/** Part of a quota at which it is time to act: raising it takes days. */
const nearlyFull = 0.8;

/** Checks that the user pool has room for more tenants, which take a group each, and for more OAuth clients. */
export const checkUserPool: Check = async (ground) => {
  const [UserPoolId] = await statefulResources(ground, 'AWS::Cognito::UserPool');
  if (!UserPoolId) return [];
  const client = new CognitoIdentityProviderClient(ground.clients);
  let clients = 0;
  for await (const page of paginateListUserPoolClients({ client }, { UserPoolId, MaxResults: 60 }))
    clients += page.UserPoolClients?.length ?? 0;
  let groups = 0;
  for await (const page of paginateListGroups({ client }, { UserPoolId, Limit: 60 })) groups += page.Groups?.length ?? 0;
  return [
    room(
      `user pool has ${clients} clients of ${maxClients}`,
      clients / maxClients,
      'Ask for more in Service Quotas, or delete unused OAuth clients.',
    ),
    room(
      `user pool has ${groups} groups of ${maxGroups}`,
      groups / maxGroups,
      'Delete groups of tenants that are gone: AWS allows no more.',
    ),
  ];
};

const room = (what: string, used: number, advice: string): Finding => (used < nearlyFull ? ok(what) : note(what, advice));
