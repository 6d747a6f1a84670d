import type { Command } from 'commander';
import type { ApiClient } from '../client/api-client.ts';
import { everyPage, firstOf } from '../client/pages.ts';
import { contextOf, withExample } from '../context.ts';
import { positiveInteger } from '../input.ts';
import { applications, lastSeenOf, type Member, runtimes } from '../members.ts';
import { Certificates } from '../operations/director.generated.ts';
import type { Printer } from '../output/printer.ts';
import type { Column } from '../output/table.ts';
import type { Surroundings } from '../surroundings.ts';

interface StatusOptions {
  readonly limit?: number;
  readonly certificates: number;
}

/** Certificates that are shown where the caller does not say. */
const defaultCertificates = 20;

export function addStatusCommand(program: Command, surroundings: Surroundings): void {
  const status = program
    .command('status')
    .description(
      'Shows which Applications and Runtimes are connected, the certificates that end first, and keys that may have been copied.',
    )
    .option('--limit <number>', 'at most so many of each', positiveInteger)
    .option('--certificates <number>', 'at most so many certificates', positiveInteger, defaultCertificates)
    .action(async (options: StatusOptions, command: Command) => {
      const { api, print } = await contextOf(command, surroundings);
      show(await statusOf(api, options, surroundings.now()), print);
    });
  withExample(status, 'compass status', 'compass status --certificates 100 --output json');
}

type Status = Awaited<ReturnType<typeof statusOf>>;

async function statusOf(api: ApiClient, { limit, certificates }: StatusOptions, now: Date) {
  const [apps, places, next, suspected] = await Promise.all([
    firstOf(applications.list(api, []), limit),
    firstOf(runtimes.list(api, []), limit),
    firstOf(certificatesOf(api), certificates),
    firstOf(certificatesOf(api, { suspected: true }), certificates),
  ]);
  return {
    members: [...places.map(memberLine('Runtime')), ...apps.map(memberLine('Application'))],
    certificates: next.map((one) => certificateLine(one, now)),
    suspicions: suspected.flatMap(suspicionLines),
  };
}

function show(status: Status, print: Printer): void {
  if (print.format !== 'table') {
    print.object(status, {});
    return;
  }
  print.list(status.members, memberColumns);
  if (status.certificates.length > 0) {
    print.note('\nCertificates, the first to end first:');
    print.list(status.certificates, certificateColumns);
  }
  if (status.suspicions.length > 0) {
    print.note('\nKeys that may have been copied: revoke the credential, unless both copies are yours (docs/security.md):');
    print.list(status.suspicions, suspicionColumns);
  }
}

const memberLine =
  (kind: string) =>
  ({ id, name, status, auths }: Member) => ({
    kind,
    id,
    name,
    status: status.condition,
    since: status.timestamp,
    lastSeen: lastSeenOf(auths),
    credentials: auths?.length ?? 0,
  });

const memberColumns: readonly Column<Status['members'][number]>[] = [
  ['KIND', ({ kind }) => kind],
  ['NAME', ({ name }) => name],
  ['STATUS', ({ status }) => status],
  ['SINCE', ({ since }) => since],
  ['LAST SEEN', ({ lastSeen }) => lastSeen ?? 'never'],
  ['CREDENTIALS', ({ credentials }) => credentials],
];

const certificatesOf = (api: ApiClient, filter?: { readonly suspected: boolean }) =>
  everyPage(async (page) => (await api.send(Certificates, { ...page, filter })).page);

type Certificate = ReturnType<typeof certificatesOf> extends AsyncGenerator<infer One> ? One : never;

const ownerOf = ({ ownerName, systemAuth: { id, type, referenceObjectId } }: Certificate) => ({
  kind: kinds[type ?? 'APPLICATION'],
  name: ownerName,
  ownerId: referenceObjectId,
  credential: id,
});

const kinds = { APPLICATION: 'Application', RUNTIME: 'Runtime', INTEGRATION_SYSTEM: 'Integration system' } as const;

const dayMs = 86_400_000;

/** Whole days until an end; 0 on the last one and after it. */
const daysUntil = (end: string, now: Date): number => Math.max(0, Math.floor((Date.parse(end) - now.getTime()) / dayMs));

const certificateLine = (certificate: Certificate, now: Date) => ({
  ...ownerOf(certificate),
  notAfter: certificate.notAfter,
  daysLeft: daysUntil(certificate.notAfter, now),
  serialNumber: certificate.serialNumber,
  fingerprint: certificate.fingerprint,
});

const certificateColumns: readonly Column<Status['certificates'][number]>[] = [
  ['ENDS', ({ notAfter }) => notAfter],
  ['DAYS', ({ daysLeft }) => daysLeft],
  ['KIND', ({ kind }) => kind],
  ['NAME', ({ name }) => name],
  ['SERIAL', ({ serialNumber }) => serialNumber],
];

const suspicionLines = (certificate: Certificate) =>
  (certificate.systemAuth.cloneSuspicions ?? []).map(({ fingerprint, reason }) => ({ ...ownerOf(certificate), reason, fingerprint }));

const suspicionColumns: readonly Column<Status['suspicions'][number]>[] = [
  ['KIND', ({ kind }) => kind],
  ['NAME', ({ name }) => name],
  ['REASON', ({ reason }) => reason],
  ['CREDENTIAL', ({ credential }) => credential],
  ['CERTIFICATE', ({ fingerprint }) => fingerprint],
];
