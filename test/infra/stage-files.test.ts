import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { App, Stack } from 'aws-cdk-lib';
import { afterAll, describe, expect, it } from 'vitest';
import { deploymentApp } from '#infra/deployment-app.ts';
import { type DeploymentContext, readDeploymentSettings } from '#infra/environments.ts';
import { settingShapes } from '#infra/setting-schema.ts';
import { stagesFolder } from '#infra/stage-file.ts';
import { stageJsonSchema } from '#infra/stage-json-schema.ts';
import { withoutBundling } from '#infra/synthesize-templates.ts';

const folder = mkdtempSync(join(tmpdir(), 'compass-stages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const home = { account: '111122223333', region: 'eu-central-1' };
const settings = {
  domainName: 'compass.example.com',
  hostedZoneId: 'Z1',
  certificateAuthority: ['kms-2', 'kms'],
  pollAfterSeconds: 30,
  webhookRetrySeconds: [1, 2],
};

function context(content: object, given: Record<string, unknown> = {}): DeploymentContext {
  writeFileSync(join(folder, 'prod.json'), JSON.stringify({ ...home, ...content }));
  return { stage: 'prod', stagesFolder: folder, ...given };
}

const read = (...[content, given]: Parameters<typeof context>) =>
  readDeploymentSettings(new App({ context: { ...context(content, given) } }).node);

describe('the file of a stage', () => {
  it('has the settings of the stage, and the account and Region of every stack', () => {
    expect(read(settings)).toMatchObject({
      prefix: 'compass-prod',
      env: home,
      mutualTls: { domainName: 'compass.example.com', hostedZoneId: 'Z1' },
      certificateAuthorities: [
        { kind: 'kms', suffix: '-2' },
        { kind: 'kms', suffix: '' },
      ],
      variables: { POLL_AFTER_SECONDS: '30', RETRY_SCHEDULE_SECONDS: '1,2' },
    });
    const app = deploymentApp({ context: withoutBundling(context(settings)) });
    const stacks = app.node.children.filter(Stack.isStack);
    expect(stacks).toHaveLength(8);
    for (const { account, region } of stacks) expect({ account, region }).toEqual(home);
  });

  it.each([
    ['another value', { domainName: 'other.example.com' }],
    ['a setting that the file does not have', { oidcIssuer: 'https://login.example.com' }],
    ['an authority fewer', { certificateAuthority: 'kms-2' }],
  ])('refuses a command line with %s', (_, given) => {
    const [name = ''] = Object.keys(given);
    expect(() => read(settings, given)).toThrow(`stages/prod.json says otherwise of ${name} than the command line`);
  });

  it('takes a command line that repeats it', () => {
    const given = { domainName: 'compass.example.com', certificateAuthority: 'kms-2, kms', pollAfterSeconds: '30' };
    expect(read(settings, given)).toEqual(read(settings));
  });

  it('takes a command line that repeats a part of what has defaults', () => {
    const quotas = { webhooks: 5 };
    expect(read({ quotas }, { quotas: '{"webhooks":5}' })).toEqual(read({ quotas }));
    expect(() => read({ quotas }, { quotas: '{"webhooks":6}' })).toThrow(/says otherwise of quotas/);
  });

  it.each([
    ['without an account', { account: undefined }, /account/],
    ['without a Region', { region: undefined }, /region/],
    ['with a setting that does not exist', { domain: 'compass.example.com' }, /domain is not known$/],
    ['with a name that is nearly a setting', { domianName: 'x.example.com' }, /domianName is not known; did you mean domainName\?/],
    [
      'with a target of Runtimes that is nearly one',
      { runtimeTargets: [{ tenant: 'one', hostedZone: ['Z1'] }] },
      /did you mean hostedZones\?/,
    ],
    ['with a text for a number', { pollAfterSeconds: '30' }, /pollAfterSeconds/],
    ['with half of a pair', { hostedZoneId: 'Z1' }, /must be set together/],
    ['with a claim of groups for the user pool', { groupsClaim: 'groups' }, /groupsClaim needs oidcIssuer/],
  ])('is refused %s', (_, content, message) => {
    expect(() => read(content)).toThrow(message);
  });
});

describe('the files in stages/', () => {
  const schema = JSON.parse(readFileSync(join(stagesFolder, 'stage.schema.json'), 'utf8'));
  const stages = readdirSync(stagesFolder).filter((name) => name !== 'stage.schema.json');
  const isValid = formats.default(new Ajv({ strictTuples: false })).compile(schema);

  it.each(stages)('%s names the schema, and is valid by it and by the deployment', (name) => {
    const content = JSON.parse(readFileSync(join(stagesFolder, name), 'utf8'));
    expect(content.$schema).toBe('./stage.schema.json');
    expect(isValid(content), JSON.stringify(isValid.errors)).toBe(true);
    const app = new App({ context: { stage: name.replace('.json', '') } });
    expect(readDeploymentSettings(app.node).env).toBeDefined();
  });

  it('have a schema that is up to date and describes every setting', () => {
    expect(schema).toEqual(JSON.parse(JSON.stringify(stageJsonSchema())));
    for (const name of Object.keys(settingShapes)) expect(schema.properties[name].description, name).toMatch(/\w/);
  });
});
