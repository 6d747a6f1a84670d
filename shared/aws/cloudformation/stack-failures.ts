import { type CloudFormationClient, paginateDescribeStackEvents, type StackEvent } from '@aws-sdk/client-cloudformation';

interface Failures {
  /** The first resource that failed, with the reason: the cause of all other failures. */
  readonly first: string | undefined;
  /** Resources that could not be removed, with their reasons. */
  readonly left: readonly string[];
}

/** Pages of 100 events or more: a stack of 40 resources makes about 5 events for each. */
const maxPages = 10;

/** Resources that CloudFormation gave up because another one failed. */
const isConsequence = ({ ResourceStatusReason = '' }: StackEvent): boolean =>
  /^Resource (creation|update|deletion) cancel/i.test(ResourceStatusReason);

const isOfStack = ({ PhysicalResourceId, StackId }: StackEvent): boolean => PhysicalResourceId === StackId;

const describe = ({ LogicalResourceId, ResourceType, ResourceStatusReason = 'no reason was given' }: StackEvent): string =>
  `${LogicalResourceId} (${ResourceType}): ${ResourceStatusReason}`;

/** Reads the failures of the request with a token; undefined if it has made no event that reports a failure. */
export async function failuresOf(
  client: CloudFormationClient,
  stackName: string,
  token: string,
  abortSignal: AbortSignal,
): Promise<Failures | undefined> {
  const events = await eventsOf(client, stackName, token, abortSignal);
  const failed = events.filter(({ ResourceStatus = '', ...event }) => ResourceStatus.endsWith('_FAILED') && !isConsequence(event));
  const rolledBack = events.some((event) => isOfStack(event) && /ROLLBACK|FAILED/.test(event.ResourceStatus ?? ''));
  if (failed.length === 0 && !rolledBack) return undefined;
  const resources = failed.filter((event) => !isOfStack(event));
  const left = resources.filter(({ ResourceStatus }) => ResourceStatus === 'DELETE_FAILED');
  const [first] = [...resources, ...failed];
  return { first: first && describe(first), left: [...new Set(left.map(describe))] };
}

/** Returns true once the update by the request with a token has ended well. */
export const hasUpdated = async (...which: Parameters<typeof eventsOf>): Promise<boolean> =>
  (await eventsOf(...which)).some((event) => isOfStack(event) && event.ResourceStatus === 'UPDATE_COMPLETE');

/** The events of the request with a token, the earliest first. */
async function eventsOf(client: CloudFormationClient, StackName: string, token: string, abortSignal: AbortSignal): Promise<StackEvent[]> {
  const events: StackEvent[] = [];
  let pages = 0;
  for await (const { StackEvents = [] } of paginateDescribeStackEvents({ client }, { StackName }, { abortSignal })) {
    events.push(...StackEvents.filter(({ ClientRequestToken }) => ClientRequestToken === token));
    pages += 1;
    // CloudFormation answers the latest first. Events of earlier requests follow.
    if (pages === maxPages || StackEvents.some(({ ClientRequestToken }) => events.length > 0 && ClientRequestToken !== token)) break;
  }
  return events.reverse();
}
