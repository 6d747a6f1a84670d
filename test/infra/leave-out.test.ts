import { expect, it } from 'vitest';
import { deploymentUnderTest } from './deployment-under-test.ts';

it('a deployment on an emulator leaves out the types that an emulator does not know, and nothing else', () => {
  const types = ['AWS::Events::Archive', 'AWS::CloudWatch::Alarm'];
  const everything = deploymentUnderTest({ stage: 'test' }).all.map(({ stack, id, type }) => ({ stack, id, type }));
  const rest = deploymentUnderTest({ stage: 'test', leaveOut: types.join(',') }).all.map(({ stack, id, type }) => ({ stack, id, type }));
  expect(everything.some(({ type }) => types.includes(type))).toBe(true);
  expect(rest).toEqual(everything.filter(({ type }) => !types.includes(type)));
});
