import { describe, expect, it } from 'vitest';
import { functionNameOf, stepNames, steps } from '#functions/provisioning/steps.ts';
import type { DeploymentContext } from '#infra/environments.ts';
import { rightsByType } from '#infra/runtime/deployer-rights.ts';
import { runtimeResources } from '#infra/runtime/runtime-resources.ts';
import { runtimeTemplate } from '#infra/runtime/runtime-template.ts';
import { deploymentUnderTest } from './deployment-under-test.ts';
import { rightsOf } from './rights.ts';

const variablesOf = (context: DeploymentContext, name: string): Record<string, string> =>
  deploymentUnderTest(context)
    .ofType('AWS::Lambda::Function')
    .find(({ properties }) => properties.FunctionName === `compass-test-${name}`)?.properties.Environment.Variables;

const plain: DeploymentContext = { stage: 'test' };
const callers = stepNames.filter((name) => 'driver' in steps[name].rights).map(functionNameOf);
const target = { tenant: 'tenant-1', account: '222233334444', regions: ['eu-west-1'], role: 'Deployer', hostedZones: ['Z1'] };
const withTargets: DeploymentContext = {
  stage: 'test',
  runtimeTargets: [target, { ...target, tenant: 'tenant-2' }, { ...target, tenant: 'tenant-3', role: 'Other' }],
};

describe('the runtime drivers of a deployment', () => {
  it('are the same for the Provisioner and for the steps that call them', () => {
    for (const context of [plain, withTargets]) {
      const { RUNTIME_DRIVERS, RUNTIME_TARGETS } = variablesOf(context, 'provisioner');
      expect(RUNTIME_DRIVERS).toBe('cloudformation');
      for (const step of callers) expect(variablesOf(context, step), step).toMatchObject({ RUNTIME_DRIVERS, RUNTIME_TARGETS });
    }
  });

  it('build in the account and Region of the control plane unless the settings say otherwise', () => {
    const own = '"own":{"account":"AWS::AccountId","region":"AWS::Region"}';
    expect(variablesOf(plain, 'provisioner').RUNTIME_TARGETS).toBe(`{"partition":"AWS::Partition",${own},"targets":[]}`);
    expect(variablesOf(withTargets, 'provisioner').RUNTIME_TARGETS).toContain(`"targets":${JSON.stringify(withTargets.runtimeTargets)}`);
  });

  it('take on the roles of the settings, each step alike, and no other', () => {
    const role = (name: string) => `arn:AWS::Partition:iam::222233334444:role/${name}`;
    for (const step of callers) {
      const assumed = (context: DeploymentContext) =>
        Object.entries(rightsOf(deploymentUnderTest(context), `compass-test-${step}`))
          .filter(([, actions]) => actions.includes('sts:AssumeRole'))
          .map(([resource]) => resource);
      expect(assumed(withTargets)).toEqual([role('Deployer'), role('Other')]);
      expect(assumed(plain)).toEqual([]);
    }
  });
});

describe('an events gateway with a domain', () => {
  const zones: DeploymentContext = {
    stage: 'test',
    runtimeTargets: [
      { tenant: 'tenant-1', hostedZones: ['Z1'] },
      { ...target, tenant: 'tenant-2', hostedZones: ['Z2'] },
    ],
  };
  const deployer = (context: DeploymentContext) =>
    JSON.stringify(
      deploymentUnderTest(context)
        .ofType('AWS::IAM::Role')
        .find(({ properties }) => properties.RoleName === 'compass-test-stack-deployer-AWS::Region')?.properties.Policies,
    );

  it('has its records in the zones that the settings give tenants in the account of the control plane, and in no other', () => {
    expect(deployer(zones)).toContain('hostedzone/Z1');
    expect(deployer(zones)).not.toContain('hostedzone/Z2');
    expect(deployer(plain)).not.toContain('route53:ChangeResourceRecordSets');
  });

  it('takes the truststore of the deployment, whose version the steps that make, change and check a stack look up', () => {
    const truststore = 'TruststoreBucket.Arn/truststore.pem';
    const rights = (step: string) => rightsOf(deploymentUnderTest(plain), `compass-test-${step}`)[truststore];
    for (const step of ['provision-infrastructure', 'upgrade-infrastructure'])
      expect(rights(step), step).toEqual(['s3:GetObject', 's3:GetObjectVersion']);
    expect(rights('check-upgrade')).toEqual(['s3:GetObject']);
    const { truststore: named } = JSON.parse(variablesOf(plain, 'provision-infrastructure').RUNTIME_STACKS ?? '');
    expect(named).toEqual({ bucket: 'TruststoreBucket', key: 'truststore.pem' });
    expect(deployer(plain)).toContain(truststore);
  });
});

describe('the service role of stacks', () => {
  it('has rights on the types of resources of the runtime template', () => {
    const { Resources } = JSON.parse(runtimeTemplate('compass-test')) as { Resources: Record<string, { Type: string }> };
    const types = new Set(Object.values(Resources).map(({ Type }) => Type));
    const known = Object.keys(
      rightsByType({ runtimes: runtimeResources('compass-test', '*'), boundaryArn: '', codeObjects: [], truststores: [], hostedZones: [] }),
    );
    expect([...types].filter((type) => !known.includes(type))).toEqual([]);
  });

  it('is the only one that CloudFormation takes on for stacks of Runtimes', () => {
    const roles = deploymentUnderTest(plain)
      .ofType('AWS::IAM::Role')
      .filter(({ properties }) => JSON.stringify(properties.AssumeRolePolicyDocument).includes('cloudformation.amazonaws.com'));
    expect(roles.map(({ properties }) => properties.RoleName)).toEqual(['compass-test-stack-deployer-AWS::Region']);
  });
});
