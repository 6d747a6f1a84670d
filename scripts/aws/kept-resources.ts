import {
  type CloudFormationClient,
  paginateDescribeStackEvents,
  paginateListStacks,
  type StackSummary,
} from '@aws-sdk/client-cloudformation';

export interface KeptResource {
  readonly type: string;
  /** Physical id, as the `Ref` of its type gives it. */
  readonly id: string;
}

/** Types that are part of another resource and go with it, or that cannot be deleted. */
const parts = ['AWS::ACMPCA::Certificate', 'AWS::ACMPCA::CertificateAuthorityActivation'];

/** Lists what outlived the deleted stacks of a deployment. CloudFormation remembers their events for 90 days, and finds them by the id of a stack. */
export async function keptResources(client: CloudFormationClient, prefix: string): Promise<KeptResource[]> {
  const stacks: StackSummary[] = [];
  for await (const { StackSummaries = [] } of paginateListStacks({ client }, { StackStatusFilter: ['DELETE_COMPLETE'] })) {
    stacks.push(...StackSummaries.filter(({ StackName }) => StackName?.startsWith(`${prefix}-`)));
  }
  const kept = await Promise.all(stacks.map(({ StackId = '' }) => keptOf(client, StackId)));
  return kept.flat().sort((a, b) => `${a.type} ${a.id}`.localeCompare(`${b.type} ${b.id}`));
}

async function keptOf(client: CloudFormationClient, StackName: string): Promise<KeptResource[]> {
  const found = new Map<string, KeptResource>();
  for await (const { StackEvents = [] } of paginateDescribeStackEvents({ client }, { StackName })) {
    for (const { ResourceStatus, PhysicalResourceId: id, ResourceType: type = '' } of StackEvents) {
      if (ResourceStatus === 'DELETE_SKIPPED' && id && !parts.includes(type)) found.set(`${type} ${id}`, { type, id });
    }
  }
  return [...found.values()];
}
