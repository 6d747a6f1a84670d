import { describe, expect, it } from 'vitest';
import { deploymentUnderTest } from './deployment-under-test.ts';

const { ofType } = deploymentUnderTest();
const machines = ofType('AWS::StepFunctions::StateMachine').map((machine) => [machine.id, machine] as const);

describe('state machines', () => {
  it('are three, and durable', () => {
    expect(machines.map(([id]) => id).sort()).toEqual([
      'DeprovisionRuntimeStateMachine',
      'ProvisionRuntimeStateMachine',
      'ReconnectRuntimeStateMachine',
      'UpgradeRuntimeStateMachine',
    ]);
    for (const [, { properties }] of machines) expect(properties.StateMachineType).toBe('STANDARD');
  });

  it.each(machines)('%s logs its steps without their data, to a log that forgets, and is traced', (_, { properties }) => {
    expect(properties.LoggingConfiguration.IncludeExecutionData).toBe(false);
    expect(properties.TracingConfiguration).toEqual({ Enabled: true });
    const [destination] = properties.LoggingConfiguration.Destinations;
    const logGroup = ofType('AWS::Logs::LogGroup').find(({ id }) => destination.CloudWatchLogsLogGroup.LogGroupArn === `${id}.Arn`);
    expect(logGroup?.properties.RetentionInDays).toBeGreaterThan(0);
    expect(logGroup?.properties.LogGroupName).toMatch(
      /^\/aws\/vendedlogs\/states\/compass-test-(provision|deprovision|reconnect|upgrade)$/,
    );
  });

  it.each(machines)('%s ends at some time, whatever happens', (_, { properties }) => {
    expect(JSON.parse(properties.DefinitionString).TimeoutSeconds).toBeGreaterThan(0);
  });
});
