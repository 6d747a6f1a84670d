import { describe, expect, it } from 'vitest';
import { provisioningRequest } from '#shared/provisioning/provisioning-request.ts';

const read = (config: object, drivers = ['process']) => provisioningRequest({ runtimeInput: { name: 'berlin' }, ...config }, drivers);

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
    ['a time limit out of bounds', { parameters: { agentTimeoutSeconds: 3601 } }, ['process'], 'parameters.agentTimeoutSeconds='],
    ['a bad name', { runtimeInput: { name: 'no blanks' } }, ['process'], 'runtimeInput.name='],
    ['a bad label', { runtimeInput: { name: 'r', labels: { 'a-b': 1 } } }, ['process'], 'key='],
  ])('is refused with %s', (_, config, drivers, problem) => {
    expect(() => read(config, drivers)).toThrow(
      expect.objectContaining({ code: 'InvalidData', message: expect.stringContaining(problem) }),
    );
  });
});
