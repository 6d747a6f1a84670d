import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#shared/core/json.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { provisioningRequest } from '#shared/provisioning/provisioning-request.ts';

const anything = (parameters: JsonObject) => parameters;
const read = (config: object, drivers = ['process']) =>
  provisioningRequest(
    { runtimeInput: { name: 'berlin' }, ...config },
    tenantId('t1'),
    Object.fromEntries(drivers.map((name) => [name, anything])),
  );
const many = (count: number) => Array.from({ length: count }, (_, n) => `formation-${n}`);
const inScenarios = (scenarios: string[]) => ({ runtimeInput: { name: 'r', labels: { scenarios } } });

describe('a provisioning request', () => {
  it('takes the only driver there is and the standard time limits when it names none', () => {
    expect(read({})).toMatchObject({ driver: 'process', limits: { infrastructureSeconds: 3600, agentSeconds: 900 } });
  });

  it.each([
    ['an object', { size: 3, agentTimeoutSeconds: 5 }],
    ['the text of one', '{"size":3,"agentTimeoutSeconds":5}'],
  ])('takes parameters as %s', (_, parameters) => {
    expect(read({ parameters })).toMatchObject({ parameters: { size: 3 }, limits: { agentSeconds: 5 } });
  });

  it('keeps the time limits, and takes the other parameters as the driver completes them for the tenant', () => {
    const complete = (parameters: JsonObject, tenant: string) => ({ ...parameters, tenant, region: 'eu-central-1' });
    const config = { runtimeInput: { name: 'berlin' }, parameters: { size: 3, agentTimeoutSeconds: 5 } };
    expect(provisioningRequest(config, tenantId('t1'), { process: complete }).parameters).toEqual({
      infrastructureTimeoutSeconds: 3600,
      agentTimeoutSeconds: 5,
      size: 3,
      tenant: 't1',
      region: 'eu-central-1',
    });
  });

  it('unites formations with the scenarios of the labels', () => {
    const request = read({ runtimeInput: { name: 'r', labels: { scenarios: ['b'], region: 'eu' } }, formations: ['a', 'b'] });
    expect(request.registration).toMatchObject({ labels: { region: 'eu' }, formations: ['a', 'b'] });
  });

  it.each([
    ['an unknown driver', { driver: 'cloud' }, ['process', 'other'], 'driver=must be one of: other, process'],
    ['no driver where there are several', {}, ['process', 'other'], 'driver=must be one of: other, process'],
    ['any driver where there is none', { driver: 'process' }, [], 'driver=no runtime driver is available here'],
    ['a name of an inherited property as driver', { driver: 'constructor' }, ['process'], 'driver='],
    ['parameters that are no object', { parameters: 'small' }, ['process'], 'parameters='],
    ['parameters that cannot be stored', { parameters: { size: { constructor: 'x' } } }, ['process'], 'parameters='],
    [
      'parameters of more than 64 KB',
      { parameters: { values: 'x'.repeat(64 * 1024) } },
      ['process'],
      'parameters=must be at most 65536 bytes',
    ],
    [
      'a text of parameters of more than 64 KB',
      { parameters: `{"a":"${'é'.repeat(32 * 1024)}"}` },
      ['process'],
      'parameters=must be at most',
    ],
    ['more than 40 formations', { formations: many(41) }, ['process'], 'formations=must be at most 40'],
    ['more than 40, some of them scenarios', { formations: many(40), ...inScenarios(['x']) }, ['process'], 'formations=must be at most 40'],
    ['a scenario of more than 128 characters', inScenarios(['x'.repeat(129)]), ['process'], 'formations.0=the length must be'],
    [
      'labels of more than 100 KB',
      { runtimeInput: { name: 'r', labels: { a: 'x'.repeat(100 * 1024) } } },
      ['process'],
      'labels=must be at most',
    ],
    ['a time limit out of bounds', { parameters: { agentTimeoutSeconds: 3601 } }, ['process'], 'parameters.agentTimeoutSeconds='],
    ['a bad name', { runtimeInput: { name: 'no blanks' } }, ['process'], 'runtimeInput.name='],
    ['a bad label', { runtimeInput: { name: 'r', labels: { 'a-b': 1 } } }, ['process'], 'key='],
  ])('is refused with %s', (_, config, drivers, problem) => {
    expect(() => read(config, drivers)).toThrow(
      expect.objectContaining({ code: 'InvalidData', message: expect.stringContaining(problem) }),
    );
  });
});
