import type { CreateStackInput } from '@aws-sdk/client-cloudformation';
import { AppError } from '#shared/core/errors.ts';
import { cloudFormationParameters } from '#shared/provisioning/drivers/cloudformation-parameters.ts';
import type { RuntimeTarget } from '#shared/provisioning/drivers/runtime-targets.ts';
import type { StackSettings } from '#shared/provisioning/drivers/stack-settings.ts';
import type { RuntimeEnvironment } from '#shared/provisioning/runtime-driver.ts';
import { pollSecondsChoices, type runtimeParameters } from '#shared/provisioning/runtime-template-contract.ts';

/** The template of a Runtime's stack, its parameters and the role that CloudFormation acts by. */
export function stackParameters(
  { tenant, runtimeId, parameters }: RuntimeEnvironment,
  { account, region }: RuntimeTarget,
  settings: StackSettings,
): Pick<CreateStackInput, 'TemplateURL' | 'Parameters' | 'RoleARN'> {
  const location = settings.locations[region];
  if (!location) throw new AppError('DriverFailed', `the runtime template is not published in ${region}`);
  const given = cloudFormationParameters.parse(parameters);
  const iam = (resource: string) => `arn:${settings.partition}:iam::${account}:${resource}`;
  const values: Record<keyof typeof runtimeParameters, string> = {
    CodeBucket: location.codeBucket,
    PermissionsBoundary: iam(`policy/${settings.permissionsBoundary}`),
    Tenant: tenant,
    RuntimeId: runtimeId,
    PollSeconds: String(given.pollSeconds ?? pollSecondsChoices[0]),
    EventsDomainName: given.eventsDomainName ?? '',
    EventsHostedZoneId: given.eventsHostedZoneId ?? '',
  };
  return {
    TemplateURL: location.templateUrl,
    RoleARN: iam(`role/${settings.serviceRole}`),
    Parameters: Object.entries({ ...settings.parameters, ...values }).map(([ParameterKey, ParameterValue]) => ({
      ParameterKey,
      ParameterValue,
    })),
  };
}
