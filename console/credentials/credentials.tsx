import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import { CertificateEnd } from '../certificates/certificate-end.tsx';
import { type CloneSuspicion, CloneSuspicions } from '../certificates/clone-suspicions.tsx';
import { useApi } from '../client/api-context.ts';
import { useQuery } from '../client/use-query.ts';
import {
  ApplicationCredentials,
  DeleteApplicationCredential,
  DeleteRuntimeCredential,
  RuntimeCredentials,
} from '../operations/director.generated.ts';
import { ConfirmByName } from '../parts/confirm-by-name.tsx';
import { Failure } from '../parts/failure.tsx';
import { Time } from '../parts/time.tsx';
import { hrefTo } from '../shell/place.ts';

export interface Credential {
  readonly id: string;
  readonly lastSeenAt: string | null;
  readonly origin: { readonly type: string; readonly id: string } | null;
  readonly auth: {
    readonly certCommonName: string | null;
    readonly oneTimeToken: { readonly used: boolean; readonly expiresAt: string } | null;
  } | null;
  readonly certificates:
    | readonly {
        readonly fingerprint: string;
        readonly serialNumber: string | null;
        readonly notBefore: string | null;
        readonly notAfter: string;
        readonly state: keyof typeof stateWords;
      }[]
    | null;
  readonly cloneSuspicions: readonly CloneSuspicion[] | null;
}

interface CredentialsProps {
  readonly owner: { readonly kind: 'application' | 'runtime'; readonly id: string };
}

/** The credentials of an Application or Runtime. Their secrets are not among what the APIs show. */
export function Credentials({ owner }: CredentialsProps) {
  const { send, rights } = useApi();
  const isApplication = owner.kind === 'application';
  const query = useQuery(isApplication ? ApplicationCredentials : RuntimeCredentials, { id: owner.id });
  const [asked, setAsked] = useState<Credential | undefined>();
  const mayWrite = rights.scopes.has(`${owner.kind}:write`);
  return (
    <>
      <Failure failure={query.failure} onRetry={query.reload} />
      <Table
        header={
          <Header variant="h2" actions={mayWrite && <Button href={hrefTo(['pair'], { kind: owner.kind, id: owner.id })}>Pair</Button>}>
            Credentials
          </Header>
        }
        ariaLabels={{ tableLabel: 'Credentials' }}
        items={query.data?.owner?.auths ?? []}
        loading={query.loading && !query.data}
        loadingText="Loading credentials"
        empty={<Box textAlign="center">No credentials: it is not paired.</Box>}
        trackBy="id"
        columnDefinitions={[
          { id: 'id', header: 'Id', cell: ({ id }: Credential) => id, isRowHeader: true },
          { id: 'kind', header: 'Kind', cell: kindOf },
          { id: 'certificates', header: 'Certificates', cell: (credential: Credential) => <CertificatesOf credential={credential} /> },
          { id: 'seen', header: 'Last seen', cell: ({ lastSeenAt }: Credential) => <Time at={lastSeenAt} /> },
          {
            id: 'origin',
            header: 'Asked for by',
            cell: ({ origin }: Credential) => (origin ? `${origin.type.toLowerCase().replaceAll('_', ' ')} ${origin.id}` : '–'),
          },
          {
            id: 'actions',
            header: 'Actions',
            cell: (credential: Credential) =>
              mayWrite && (
                <Button variant="inline-link" ariaLabel={`Delete ${credential.id}`} onClick={() => setAsked(credential)}>
                  Delete
                </Button>
              ),
          },
        ]}
      />
      {asked && (
        <ConfirmByName
          title="Delete the credential"
          name={asked.id}
          consequence="Its certificates and access tokens are refused from the next request on, and so are those of credentials derived from it."
          onConfirm={async () => {
            await send(isApplication ? DeleteApplicationCredential : DeleteRuntimeCredential, { id: asked.id });
            setAsked(undefined);
            query.reload();
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

/** The state of a certificate beside its end; that of the latest needs no words. */
const stateWords = { LATEST: '', EARLIER: ', an earlier one', REPLACED: ', replaced: refused', REVOKED: ', revoked: refused' } as const;

const CertificatesOf = ({ credential: { certificates, cloneSuspicions } }: { readonly credential: Credential }) => (
  <>
    {(certificates ?? []).length === 0 && '–'}
    {certificates?.map(({ fingerprint, serialNumber, notBefore, notAfter, state }) => (
      <div key={fingerprint}>
        {serialNumber ?? fingerprint.slice(0, 16)}
        {stateWords[state]} <CertificateEnd notAfter={notAfter} notBefore={notBefore} />
      </div>
    ))}
    {cloneSuspicions && cloneSuspicions.length > 0 && <CloneSuspicions suspicions={cloneSuspicions} />}
  </>
);

function kindOf({ auth }: Credential): string {
  if (!auth) return 'not shown to you';
  if (auth.oneTimeToken && !auth.oneTimeToken.used) return 'one-time token, not used';
  return auth.certCommonName ? 'client certificate' : 'OAuth client';
}
