import type { CreateStackInput } from '@aws-sdk/client-cloudformation';
import { cloudFormationParameters } from '#shared/provisioning/drivers/cloudformation-parameters.ts';
import type { RuntimeTarget } from '#shared/provisioning/drivers/runtime-targets.ts';
import type { StackSettings } from '#shared/provisioning/drivers/stack-settings.ts';
import type { RuntimeEnvironment } from '#shared/provisioning/runtime-driver.ts';
import { pollSecondsChoices, type runtimeParameters } from '#shared/provisioning/runtime-template-contract.ts';
import type { PublishedCode } from './published-code.ts';
import type { NamedTruststore } from './published-truststore.ts';

/** The template of a Runtime's stack, its parameters and the role that CloudFormation acts by. */
export function stackParameters(
  { tenant, runtimeId, parameters }: RuntimeEnvironment,
  { account }: RuntimeTarget,
  settings: StackSettings,
  code: PublishedCode,
  truststore: NamedTruststore,
): Pick<CreateStackInput, 'TemplateURL' | 'Parameters' | 'RoleARN'> {
  const given = cloudFormationParameters.parse(parameters);
  const iam = (resource: string) => `arn:${settings.partition}:iam::${account}:${resource}`;
  const values: Record<keyof typeof runtimeParameters, string> = {
    CodeBucket: code.bucket,
    PermissionsBoundary: iam(`policy/${settings.permissionsBoundary}`),
    Tenant: tenant,
    RuntimeId: runtimeId,
    PollSeconds: String(given.pollSeconds ?? pollSecondsChoices[0]),
    EventsDomainName: given.eventsDomainName ?? '',
    EventsHostedZoneId: given.eventsHostedZoneId ?? '',
    ...truststore,
  };
  return {
    TemplateURL: code.templateUrl,
    RoleARN: iam(`role/${settings.serviceRole}`),
    Parameters: Object.entries({ ...settings.parameters, ...values }).map(([ParameterKey, ParameterValue]) => ({
      ParameterKey,
      ParameterValue,
    })),
  };
}
