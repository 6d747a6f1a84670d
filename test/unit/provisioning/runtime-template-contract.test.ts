import { describe, expect, it } from 'vitest';
import {
  agentConfigurationParameter,
  agentSealingKeyParameter,
  deploymentParameters,
  pollSecondsChoices,
  runtimeOutputs,
  runtimeParameters,
  runtimeShortName,
  runtimeStackName,
  runtimeTags,
  wakeAgent,
} from '#shared/provisioning/runtime-template-contract.ts';

const longest = runtimeStackName(`compass-${'s'.repeat(20)}`, '0197c0de-0000-7000-8000-000000000000');

describe('the names of the stack of a Runtime', () => {
  it('fit in CloudFormation with the longest stage', () => {
    expect(longest).toMatch(/^[a-zA-Z][-a-zA-Z0-9]{0,127}$/);
  });

  it('of functions and roles leave 15 of 64 characters for their kind with the longest stage', () => {
    const short = runtimeShortName(`compass-${'s'.repeat(20)}`, '0197c0de-0000-7000-8000-0123456789ab');
    expect(short).toMatch(/-runtime-0123456789ab$/);
    expect(short.length).toBeLessThanOrEqual(64 - 15);
  });

  it('lead to parameters of the stack alone', () => {
    const names = [agentConfigurationParameter(longest), agentSealingKeyParameter(longest)];
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toMatch(new RegExp(`^/${longest}/[a-z-]+$`));
  });

  it('are those that CloudFormation takes for parameters, outputs and tags', () => {
    for (const name of [...Object.keys(deploymentParameters), ...Object.keys(runtimeParameters), ...Object.keys(runtimeOutputs)])
      expect(name).toMatch(/^[A-Za-z0-9]+$/);
    for (const tag of Object.values(runtimeTags)) expect(tag).toMatch(/^(?!aws:)[\w:]{1,128}$/);
  });
});

describe('the periods of a Runtime Agent', () => {
  it('are whole minutes', () => {
    for (const seconds of pollSecondsChoices) expect(seconds % 60).toBe(0);
  });
});

describe('the payload that wakes a Runtime Agent', () => {
  it('is no event of a schedule', () => {
    expect(wakeAgent).toEqual({ wake: true });
  });
});
