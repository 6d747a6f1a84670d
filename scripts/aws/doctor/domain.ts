import { Resolver } from 'node:dns/promises';
import { GetHostedZoneCommand, type HostedZone, Route53Client } from '@aws-sdk/client-route-53';
import type { ClientSettings } from '../client-settings.ts';
import { type Check, type Finding, isMissing, ok, todo } from './finding.ts';

/** Names by which a CAA record allows ACM to issue. */
const namesOfAcm = ['amazon.com', 'amazontrust.com', 'awstrust.com', 'amazonaws.com'];

const resolver = new Resolver({ timeout: 2000, tries: 2 });
const bare = (name: string): string => name.toLowerCase().replace(/\.$/, '');

/** Checks that the hosted zone is the one that the world asks, so that ACM can prove the domain during the deployment. */
export const checkDomain: Check = async ({ stage: { file }, clients }) => {
  const missing = {
    verdict: 'note',
    what: 'no domainName: clients cannot use certificates',
    advice: 'Set domainName and hostedZoneId.',
  } as const;
  const ofClients = file?.domainName && file.hostedZoneId ? await findingsOf(file.domainName, file.hostedZoneId, clients) : [missing];
  const { publicDomainName, publicHostedZoneId } = file ?? {};
  if (!publicDomainName || !publicHostedZoneId) return ofClients;
  return [...ofClients, ...(await findingsOf(publicDomainName, publicHostedZoneId, clients))];
};

async function findingsOf(domainName: string, hostedZoneId: string, clients: ClientSettings): Promise<Finding[]> {
  const found = await new Route53Client(clients).send(new GetHostedZoneCommand({ Id: hostedZoneId })).catch((error) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  const zone = found?.HostedZone;
  if (!zone) return [todo(`no hosted zone ${hostedZoneId}`, `Set the id of the zone of ${domainName}: aws route53 list-hosted-zones`)];
  const name = bare(zone.Name ?? '');
  if (bare(domainName) !== name && !bare(domainName).endsWith(`.${name}`))
    return [todo(`hosted zone ${hostedZoneId} is of ${name}, which ${domainName} is not in`, 'Correct the id of the zone or the domain.')];
  return [await zoneFinding(zone, name, found.DelegationSet?.NameServers ?? []), ...(await issuanceFindings(domainName, name))];
}

async function zoneFinding(zone: HostedZone, name: string, servers: readonly string[]): Promise<Finding> {
  if (zone.Config?.PrivateZone) return todo(`hosted zone ${name} is private`, 'ACM and clients need a public one.');
  const expected = servers.map(bare).sort().join(', ');
  const asked = (await resolver.resolveNs(name).catch(() => [])).map(bare).sort().join(', ');
  if (asked === expected) return ok(`hosted zone ${name} is the one that the world asks`);
  return todo(`the world asks ${asked || 'no server'} for ${name}`, `Set the name servers at the registrar of ${name}: ${expected}`);
}

/** A CAA record of the domain, or of one above it, may exclude ACM. */
async function issuanceFindings(domain: string, zone: string): Promise<Finding[]> {
  for (let name = bare(domain); name.endsWith(zone) && name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
    const records = await resolver.resolveCaa(name).catch(() => []);
    const allowed = records.flatMap(({ issue }) => issue ?? []);
    if (allowed.length === 0) continue;
    if (allowed.some((issuer) => namesOfAcm.includes(issuer))) return [ok(`CAA of ${name} allows ACM`)];
    return [todo(`CAA of ${name} allows ${allowed.join(', ')} and not ACM`, `Add a record: ${name} CAA 0 issue "amazon.com"`)];
  }
  return [];
}
