import * as z from 'zod';
import { optional } from '../../core/validate.ts';
import { pollSecondsChoices } from '../runtime-template-contract.ts';
import { type ParameterCheck, parameterCheck } from './parameter-check.ts';
import { chosenTarget, type RuntimeTargets, targetsOf } from './runtime-targets.ts';

const pollSeconds = z
  .literal(pollSecondsChoices, `must be one of: ${pollSecondsChoices.join(', ')}`)
  .describe('Seconds between two cycles of the Agent. Default: 60');

/** In characters: the longest name that ACM writes into a certificate. */
const maxDomainCharacters = 64;

/** Parameters of a Runtime that is a stack. */
export const cloudFormationParameters = z.object({
  account: optional(z.string()).describe('Account of the stack. Default: the only one of the tenant'),
  region: optional(z.string()).describe('Region of the stack. Default: the only one of the tenant there'),
  pollSeconds: optional(pollSeconds),
  eventsDomainName: optional(
    z
      .hostname('must be a domain name')
      .refine((name) => name.includes('.') && name === name.toLowerCase(), 'must be a domain name in lower case')
      .max(maxDomainCharacters, `must have ${maxDomainCharacters} characters at most`),
  ).describe('Address of the events gateway for calls with certificates'),
  eventsHostedZoneId: optional(z.string()).describe('The Route 53 zone of eventsDomainName'),
});

/** Checks parameters for a tenant. The result names account and Region, so that later settings do not move a Runtime. */
export const cloudFormationCheck = (targets: RuntimeTargets): ParameterCheck =>
  parameterCheck('cloudformation', cloudFormationParameters, (parameters, tenant) => {
    const chosen = chosenTarget(parameters, targetsOf(tenant, targets));
    if ('problems' in chosen) return chosen;
    const { account, region, hostedZones } = chosen.target;
    const problems = domainProblems(parameters, hostedZones);
    return problems ? { problems } : { parameters: { ...parameters, account, region } };
  });

function domainProblems(
  { eventsDomainName, eventsHostedZoneId }: z.output<typeof cloudFormationParameters>,
  zones: readonly string[],
): Record<string, string> | undefined {
  if (!eventsDomainName && !eventsHostedZoneId) return undefined;
  if (!eventsDomainName) return { eventsDomainName: 'is needed with eventsHostedZoneId' };
  if (zones.length === 0) return { eventsDomainName: 'is not allowed: the tenant has no hosted zone among the targets of this deployment' };
  if (eventsHostedZoneId && zones.includes(eventsHostedZoneId)) return undefined;
  return { eventsHostedZoneId: `must be one of: ${zones.join(', ')}` };
}
