import type { Stack } from '@aws-sdk/client-cloudformation';
import type { BuiltStack } from '#shared/provisioning/runtime-driver.ts';

/** Hosts of the consoles, by the partition of the Region. */
const consoleHosts: Readonly<Record<string, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
};

export function builtStack({ StackId = '', Outputs = [] }: Stack, partition: string, region: string): BuiltStack {
  const outputs = Object.fromEntries(Outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
  const { TemplateVersion } = outputs;
  const consoleUrl = consoleUrlOf(StackId, partition, region);
  return {
    stackId: StackId,
    ...(consoleUrl && { consoleUrl }),
    ...(TemplateVersion && { templateVersion: TemplateVersion }),
    outputs,
  };
}

/** The page of the stack in the console. */
function consoleUrlOf(stackId: string, partition: string, region: string): string | undefined {
  const host = Object.hasOwn(consoleHosts, partition) ? consoleHosts[partition] : undefined;
  return host && `https://${host}/cloudformation/home?region=${region}#/stacks/stackinfo?stackId=${encodeURIComponent(stackId)}`;
}
