import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { type Check, isMissing, ok, todo } from './finding.ts';

/** The version that the assemblies of the CDK ask for. */
const oldestVersion = 6;

export const checkBootstrap: Check = async ({ account, region, clients }) => {
  const advice = `npx cdk bootstrap aws://${account}/${region}`;
  try {
    const name = '/cdk-bootstrap/hnb659fds/version';
    const { Parameter } = await new SSMClient(clients).send(new GetParameterCommand({ Name: name }));
    const version = Number(Parameter?.Value);
    return [version >= oldestVersion ? ok(`bootstrap, version ${version}`) : todo(`bootstrap is of version ${version}`, advice)];
  } catch (error) {
    if (isMissing(error)) return [todo('no bootstrap of the CDK in this account and Region', advice)];
    throw error;
  }
};
