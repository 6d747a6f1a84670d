import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { edgeRegion } from '#infra/setting-schema.ts';
import { type Check, type Finding, type Ground, isMissing, ok, todo } from './finding.ts';

/** The version that the assemblies of the CDK ask for. */
const oldestVersion = 6;

export const checkBootstrap: Check = async (ground) => {
  const regions = new Set([ground.region, ...(ground.stage.file?.firewall ? [edgeRegion] : [])]);
  return Promise.all([...regions].map((region) => bootstrapIn(region, ground)));
};

async function bootstrapIn(region: string, { account, clients }: Ground): Promise<Finding> {
  const advice = `npx cdk bootstrap aws://${account}/${region}`;
  try {
    const name = '/cdk-bootstrap/hnb659fds/version';
    const { Parameter } = await new SSMClient({ ...clients, region }).send(new GetParameterCommand({ Name: name }));
    const version = Number(Parameter?.Value);
    return version >= oldestVersion
      ? ok(`bootstrap of ${region}, version ${version}`)
      : todo(`bootstrap of ${region} is of version ${version}`, advice);
  } catch (error) {
    if (isMissing(error)) return todo(`no bootstrap of the CDK in this account and ${region}`, advice);
    throw error;
  }
}
