import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#shared/core/json.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { driverChecks } from '#shared/provisioning/drivers/driver-checks.ts';
import { type RuntimeTargets, runtimeTargetSetting } from '#shared/provisioning/drivers/runtime-targets.ts';

const target = { role: 'CompassRuntimeDeployer', hostedZones: [] };
const targets: RuntimeTargets = {
  partition: 'aws',
  own: { account: '111122223333', region: 'eu-central-1' },
  targets: [
    { ...target, tenant: 'one', account: '222233334444', regions: ['eu-west-1', 'us-east-1'], hostedZones: ['Z1', 'Z2'] },
    { ...target, tenant: 'two', account: '222233334444', regions: ['eu-west-1'] },
    { ...target, tenant: 'two', account: '333344445555', regions: ['eu-north-1'] },
    { tenant: 'three', hostedZones: ['Z9'] },
  ],
};
const { cloudformation, process } = driverChecks(['cloudformation', 'process'], targets);
const stack = (tenant: string, parameters: JsonObject = {}) => cloudformation?.(parameters, tenantId(tenant));
const invalid = (message: string) => expect.objectContaining({ code: 'InvalidData', message: expect.stringContaining(message) });

describe('the parameters of a stack', () => {
  it('lead to the account and Region of the control plane, for a tenant without targets', () => {
    expect(stack('other')).toEqual({ account: '111122223333', region: 'eu-central-1' });
  });

  it('lead to the only target of the tenant that fits', () => {
    expect(stack('one', { region: 'us-east-1' })).toEqual({ account: '222233334444', region: 'us-east-1' });
    expect(stack('two', { account: '333344445555' })).toEqual({ account: '333344445555', region: 'eu-north-1' });
  });

  it('may name a zone in the account of the control plane, for a tenant whose entry has one', () => {
    const domain = { eventsDomainName: 'events.example.com', eventsHostedZoneId: 'Z9' };
    expect(stack('three', domain)).toEqual({ ...domain, account: '111122223333', region: 'eu-central-1' });
    expect(() => stack('three', { ...domain, eventsHostedZoneId: 'Z1' })).toThrow(invalid('eventsHostedZoneId=must be one of: Z9'));
  });

  it('are kept, but for empty ones', () => {
    const given = {
      region: 'eu-west-1',
      pollSeconds: 300,
      eventsDomainName: 'events.example.com',
      eventsHostedZoneId: 'Z2',
      account: null,
    };
    expect(stack('one', given)).toEqual({ ...given, account: '222233334444' });
  });

  it.each([
    ['no Region where the tenant has several', 'one', {}, 'parameters.region=is needed, must be one of: eu-west-1, us-east-1'],
    ['no account where the tenant has several', 'two', {}, 'parameters.account=is needed, must be one of: 222233334444, 333344445555'],
    ['a Region of another account', 'two', { account: '333344445555', region: 'eu-west-1' }, 'region=must be one of: eu-north-1'],
    ['a Region that the tenant may not use', 'one', { region: 'eu-central-1' }, 'region=must be one of: eu-west-1, us-east-1'],
    ['the account of another tenant', 'one', { account: '333344445555' }, 'account=must be one of: 222233334444'],
    [
      'the account of the control plane, for a tenant with targets',
      'one',
      { account: '111122223333' },
      'account=must be one of: 222233334444',
    ],
    ['any other account, for a tenant without targets', 'other', { account: '222233334444' }, 'account=must be one of: 111122223333'],
    ['any other Region, for a tenant without targets', 'other', { region: 'us-east-1' }, 'region=must be one of: eu-central-1'],
    ['a period that a schedule does not have', 'other', { pollSeconds: 61 }, 'parameters.pollSeconds=must be one of: 60, 120'],
    [
      'an unknown name',
      'other',
      { size: 3 },
      'parameters.size=is not known to the driver cloudformation, which takes account, region, poll',
    ],
    ['a name that is nearly one', 'other', { pollSecond: 60 }, 'eventsHostedZoneId; did you mean pollSeconds?'],
    ['a role', 'one', { role: 'Admin' }, 'parameters.role=is not known'],
    [
      'a domain in the account of the control plane',
      'other',
      { eventsDomainName: 'a.example.com', eventsHostedZoneId: 'Z1' },
      'has no hosted zone',
    ],
    [
      'a foreign zone',
      'one',
      { region: 'eu-west-1', eventsDomainName: 'a.example.com', eventsHostedZoneId: 'Z3' },
      'must be one of: Z1, Z2',
    ],
    [
      'a domain without its zone',
      'one',
      { region: 'eu-west-1', eventsDomainName: 'a.example.com' },
      'eventsHostedZoneId=must be one of: Z1, Z2',
    ],
    ['a zone without a domain', 'one', { region: 'eu-west-1', eventsHostedZoneId: 'Z1' }, 'eventsDomainName=is needed'],
    [
      'a domain that ACM would refuse',
      'one',
      { region: 'eu-west-1', eventsDomainName: `${'a'.repeat(60)}.com.de`, eventsHostedZoneId: 'Z1' },
      'must have 64 characters at most',
    ],
    [
      'a domain in capitals, which API Gateway refuses',
      'one',
      { region: 'eu-west-1', eventsDomainName: 'Events.example.com', eventsHostedZoneId: 'Z1' },
      'must be a domain name in lower case',
    ],
    [
      'a name without a domain',
      'one',
      { region: 'eu-west-1', eventsDomainName: 'events', eventsHostedZoneId: 'Z1' },
      'must be a domain name',
    ],
    ['a domain that is none', 'one', { region: 'eu-west-1', eventsDomainName: 'a b' }, 'eventsDomainName=must be a domain name'],
  ] as const)('are refused with %s', (_, tenant, parameters, message) => {
    expect(() => stack(tenant, { ...parameters })).toThrow(invalid(message));
  });
});

describe('the parameters of a process', () => {
  it('are its addresses, its period and whether its Agent runs', () => {
    const given = {
      eventsUrl: 'http://127.0.0.1:9/',
      consoleUrl: 'https://console.example.com',
      syncPeriodSeconds: 0.5,
      startAgent: false,
    };
    expect(process?.(given, tenantId('one'))).toEqual(given);
  });

  it.each([
    ['an address that is none', { eventsUrl: 'events' }, 'parameters.eventsUrl=must be an http or https URL'],
    [
      'a parameter of another driver',
      { region: 'eu-central-1' },
      'parameters.region=is not known to the driver process, which takes eventsUrl',
    ],
    ['a name of an inherited property', { constructor: 1 }, 'parameters.constructor=is not known'],
  ])('are refused with %s', (_, parameters, message) => {
    expect(() => process?.(parameters as unknown as JsonObject, tenantId('one'))).toThrow(invalid(message));
  });
});

describe('the checks of drivers', () => {
  it('are those of the drivers that were named', () => {
    expect(Object.keys(driverChecks(['process'], undefined))).toEqual(['process']);
  });

  it('need the targets for stacks', () => {
    expect(() => driverChecks(['cloudformation'], undefined)).toThrow(/RUNTIME_TARGETS/);
  });
});

describe('the setting of targets', () => {
  const one = { tenant: 'one', account: '222233334444', regions: ['eu-west-1'], role: 'Deployer' };
  const problemsOf = (given: unknown) =>
    runtimeTargetSetting
      .safeParse(given)
      .error?.issues.map(({ message }) => message)
      .join() ?? '';

  it('takes several accounts of a tenant, and one account of several tenants', () => {
    expect(problemsOf([one, { ...one, account: '333344445555' }, { ...one, tenant: 'two' }])).toBe('');
  });

  it('takes an entry for the account and Region of the control plane, beside others of the tenant', () => {
    expect(problemsOf([{ tenant: 'one', hostedZones: ['Z1'] }, one])).toBe('');
  });

  it.each([
    ['the account of the control plane twice', [{ tenant: 'one' }, { tenant: 'one', hostedZones: ['Z1'] }], /twice/],
    ['a role without its account', [{ tenant: 'one', role: 'Deployer' }], /belong together/],
    ['an account and Region of a tenant twice', [one, { ...one, role: 'Other' }], /twice/],
    ['no Region', [{ ...one, regions: [] }], /./],
    ['no role', [{ ...one, role: undefined }], /./],
    ['a role of another account', [{ ...one, role: 'arn:aws:iam::333344445555:role/Admin' }], /name of a role/],
    ['an account that is none', [{ ...one, account: '12' }], /12 digits/],
    ['a tenant that STS would refuse as external id', [{ ...one, tenant: 'x' }], /2 to 128/],
    ['more than functions can hold', Array.from({ length: 40 }, (_, n) => ({ ...one, tenant: `tenant-${n}` })), /at most 2000 bytes/],
  ])('refuses %s', (_, given, message) => {
    expect(problemsOf(given)).toMatch(message);
  });
});
