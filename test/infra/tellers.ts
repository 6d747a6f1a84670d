import type { DeploymentUnderTest } from './deployment-under-test.ts';
import { heartbeatsOf } from './heartbeats.ts';

const sectionOf = (description: string): string => description.slice(description.indexOf('#') + 1);

/** The function that works off a queue, or the stream. */
export const consumerOf = ({ ofType }: DeploymentUnderTest, sourceArn: string): string | undefined =>
  ofType('AWS::Lambda::EventSourceMapping').find(({ properties }) => properties.EventSourceArn === sourceArn)?.properties.FunctionName;

/** Lists the ways in which a function that fails all the time is noticed: sections of the runbook to which alarms and rules lead, or those who wait for the function. */
export function tellersOf(deployment: DeploymentUnderTest, functionId: string): string[] {
  const { ofType } = deployment;
  const alarms = ofType('AWS::CloudWatch::Alarm').map(({ properties }) => properties);
  const watching = (value: string) =>
    alarms
      .filter(({ Dimensions = [] }) => Dimensions.some(({ Value }: { Value: string }) => Value === value))
      .map((one) => sectionOf(one.AlarmDescription));
  const isNamedIn = (value: unknown) =>
    JSON.stringify(value).includes(`"${functionId}`) || JSON.stringify(value).includes(`:${functionId}`);
  const sources = ofType('AWS::Lambda::EventSourceMapping').filter(({ properties }) => properties.FunctionName === functionId);
  const isServed = ofType('AWS::ApiGatewayV2::Integration').some(({ properties }) => properties.IntegrationUri.startsWith(functionId));
  const isStep = ofType('AWS::StepFunctions::StateMachine').some(({ properties }) => isNamedIn(properties.DefinitionString));
  const isCalled = ofType('AWS::IAM::Policy').some(
    ({ id, properties }) =>
      id.startsWith('Director') &&
      properties.PolicyDocument.Statement.some(
        ({ Action, Resource }: { Action: unknown; Resource: unknown }) => Action === 'lambda:InvokeFunction' && isNamedIn(Resource),
      ),
  );
  const isPartOfDeployments = [...ofType('Custom::CompassTruststore'), ...ofType('Custom::CompassConsole')].some(
    ({ properties }) => properties.ServiceToken === `${functionId}.Arn`,
  );
  return [
    ...watching(functionId),
    ...sources.flatMap(({ properties }) => watching(`${properties.EventSourceArn.replace(/\.Arn$/, '')}.QueueName`)),
    ...heartbeatsOf(deployment, functionId).map(({ properties }) => sectionOf(properties.AlarmDescription)),
    ...(isServed ? ['api-server-errors'] : []),
    ...(isStep ? ['workflow-failures'] : []),
    ...(isCalled ? ['the caller of the Director'] : []),
    ...(isPartOfDeployments ? ['the deployment, which fails'] : []),
  ];
}
