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

/** Reads the failures of one operation on a stack; undefined if the operation has made no event that reports a failure. */
export async function failuresOf(
  client: CloudFormationClient,
  stackName: string,
  operationId: string,
  abortSignal: AbortSignal,
): Promise<Failures | undefined> {
  const events = await eventsOf(client, stackName, operationId, abortSignal);
  const failed = events.filter(({ ResourceStatus = '', ...event }) => ResourceStatus.endsWith('_FAILED') && !isConsequence(event));
  const rolledBack = events.some((event) => isOfStack(event) && /ROLLBACK|FAILED/.test(event.ResourceStatus ?? ''));
  if (failed.length === 0 && !rolledBack) return undefined;
  const resources = failed.filter((event) => !isOfStack(event));
  const left = resources.filter(({ ResourceStatus }) => ResourceStatus === 'DELETE_FAILED');
  const [first] = [...resources, ...failed];
  return { first: first && describe(first), left: [...new Set(left.map(describe))] };
}

/** Returns true once the update of an operation has ended well. */
export const hasUpdated = async (...which: Parameters<typeof eventsOf>): Promise<boolean> =>
  (await eventsOf(...which)).some((event) => isOfStack(event) && event.ResourceStatus === 'UPDATE_COMPLETE');

/** The events of an operation, the earliest first. */
async function eventsOf(
  client: CloudFormationClient,
  StackName: string,
  operationId: string,
  abortSignal: AbortSignal,
): Promise<StackEvent[]> {
  const events: StackEvent[] = [];
  let pages = 0;
  for await (const { StackEvents = [] } of paginateDescribeStackEvents({ client }, { StackName }, { abortSignal })) {
    events.push(...StackEvents.filter(({ ClientRequestToken }) => ClientRequestToken === operationId));
    pages += 1;
    // CloudFormation answers the latest first. Events of earlier operations follow.
    if (pages === maxPages || StackEvents.some(({ ClientRequestToken }) => events.length > 0 && ClientRequestToken !== operationId)) break;
  }
  return events.reverse();
}
