import { describe, expect, it } from 'vitest';
import { revocationListUrl } from '#shared/certificates/authorities/revocation-list-url.ts';
import { acmPcaContext, completeContext, type DeploymentUnderTest, deploymentUnderTest } from './deployment-under-test.ts';
import { firewallContext, home, publicDomain, stageFileContext } from './stage-file-context.ts';

const stack = 'compass-test-api';
const edges = ({ ofType }: DeploymentUnderTest) =>
  ofType('AWS::CloudFront::Distribution').flatMap((one) =>
    one.stack === stack && one.id === 'RevocationListEdge' ? [one.properties.DistributionConfig] : [],
  );
const listsUrl = ({ ofType }: DeploymentUnderTest): string =>
  ofType('AWS::Lambda::Function').find(({ properties }) => properties.FunctionName === 'compass-test-connector')?.properties.Environment
    .Variables.CRL_URL ?? expect.fail('no address');

const standard = deploymentUnderTest();
const named = deploymentUnderTest({ ...completeContext, ...publicDomain });
const byHttps = deploymentUnderTest({ ...completeContext, ...publicDomain, revocationLists: 'https' });
const inRegion = (region: string, more: object = {}) => stageFileContext({ region, ...more });

describe('the address of revocation lists in certificates', () => {
  it.each([
    ['a deployment', standard],
    ['one with a domain of the public API', named],
    ['one with a firewall', deploymentUnderTest(firewallContext)],
    ['one whose former authority signs lists', deploymentUnderTest({ ...completeContext, certificateAuthority: 'acm-pca,kms' })],
  ])('is http, of %s', (_, deployment) => {
    expect(listsUrl(deployment)).toBe('http://RevocationListEdge.DomainName');
    expect(revocationListUrl(listsUrl(deployment), 'a')).toBe('http://RevocationListEdge.DomainName/a.crl');
  });

  it('is that of the public API where the deployment wants https', () => {
    expect(listsUrl(byHttps)).toBe('https://api.example.com/crl');
    expect(edges(byHttps)).toEqual([]);
  });

  it.each(['cn-north-1', 'us-gov-west-1'])('is https in %s, which has no CloudFront of its own accord', (region) => {
    const deployment = deploymentUnderTest(inRegion(region));
    expect(listsUrl(deployment)).toMatch(/\/crl$/);
    expect(listsUrl(deployment)).not.toMatch(/^http:/);
    expect(edges(deployment)).toEqual([]);
    expect(() => deploymentUnderTest(inRegion(region, { revocationLists: 'http' }))).toThrow(`revocationLists must be https in ${region}`);
  });

  it('needs nothing where ACM PCA alone signs, which publishes lists itself', () => {
    expect(edges(deploymentUnderTest(acmPcaContext))).toEqual([]);
  });

  it('is not taken back without an explicit word', () => {
    const hardToUndo = ({ templates }: DeploymentUnderTest) =>
      (templates['compass-test-stateful'] as { Metadata?: Record<string, unknown> }).Metadata?.['compass:hard-to-undo'];
    expect(hardToUndo(standard)).toMatchObject({ address: ['of revocation lists at CloudFront'] });
    expect(hardToUndo(byHttps)).toMatchObject({ address: [] });
  });
});

describe('the edge of revocation lists', () => {
  const edge = edges(standard)[0];

  it('answers by http and https, over IPv4 and IPv6', () => {
    expect(edge).toMatchObject({ Enabled: true, IPV6Enabled: true, DefaultCacheBehavior: { ViewerProtocolPolicy: 'allow-all' } });
  });

  it('reaches no other path of the public API, and carries nothing that a client sends', () => {
    expect(edge.Origins).toHaveLength(1);
    expect(edge.Origins[0].OriginPath).toBe('/crl');
    expect(edge.CacheBehaviors).toBeUndefined();
    expect(edge.DefaultCacheBehavior.AllowedMethods).toEqual(['GET', 'HEAD']);
    // Managed-CachingOptimized: the path alone, for as long as the answer says.
    expect(edge.DefaultCacheBehavior.CachePolicyId).toBe('658327ea-f89d-4fab-a63d-7e88639e58f6');
    expect(edge.DefaultCacheBehavior.OriginRequestPolicyId).toBeUndefined();
  });

  it('asks the public API over TLS, under the name that the deployment gives it', () => {
    const origins = (deployment: DeploymentUnderTest) => edges(deployment).flatMap(({ Origins }) => Origins);
    for (const deployment of [standard, named]) {
      expect(origins(deployment)).toMatchObject([
        { CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] } },
      ]);
    }
    expect(origins(named)).toMatchObject([{ DomainName: 'api.example.com' }]);
    expect(JSON.stringify(standard.templates[stack])).toContain('RevocationListEdge');
  });

  it('is deployed in the Region of the stage', () => {
    const { templates } = deploymentUnderTest(stageFileContext({ ...home }));
    const owners = Object.entries(templates).filter(([, { Resources }]) =>
      Object.values(Resources).some(({ Type }) => Type === 'AWS::CloudFront::Distribution'),
    );
    expect(owners.map(([name]) => name)).toEqual([stack]);
  });
});
