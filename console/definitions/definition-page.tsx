import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { lazy, Suspense } from 'react';
import type { Send } from '../client/api-client.ts';
import { useReading } from '../client/use-query.ts';
import { ApiDefinition, EventDefinition } from '../operations/director.generated.ts';
import { Found } from '../parts/found.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { hrefTo } from '../shell/place.ts';

const Specification = lazy(async () => ({ default: (await import('./specification.tsx')).Specification }));

interface DefinitionPageProps {
  readonly id?: string;
  readonly kind?: string;
  readonly definition?: string;
}

/** One API or event definition with its rendered text. */
export function DefinitionPage({ id = '', kind = 'apis', definition = '' }: DefinitionPageProps) {
  const query = useReading(`${kind} ${id} ${definition}`, (send, signal) =>
    read(send, kind, { applicationID: id, id: definition }, signal),
  );
  return (
    <Found query={query}>
      {(found) => (
        <SpaceBetween size="m">
          <Header variant="h1" description={found.description ?? undefined}>
            {found.name}
          </Header>
          <div>
            {kind === 'apis' ? 'API' : 'Events'} of <Link href={hrefTo(['applications', id], { tab: 'definitions' })}>{found.owner}</Link>
            {found.targetURL && ` at ${found.targetURL}`}
          </div>
          {found.text === null ? (
            <Box>There is no text: it was not published, or was not fetched yet.</Box>
          ) : (
            <Suspense fallback={<Waiting />}>
              <Specification text={found.text} format={found.format} />
            </Suspense>
          )}
        </SpaceBetween>
      )}
    </Found>
  );
}

async function read(send: Send, kind: string, ids: { readonly applicationID: string; readonly id: string }, signal: AbortSignal) {
  const { owner } = kind === 'apis' ? await send(ApiDefinition, ids, { signal }) : await send(EventDefinition, ids, { signal });
  const definition = owner?.definition;
  if (!owner || !definition) return null;
  const { name, description, spec } = definition;
  return {
    owner: owner.name,
    name,
    description,
    targetURL: 'targetURL' in definition ? definition.targetURL : undefined,
    text: spec?.data ?? null,
    format: spec?.format ?? 'JSON',
  };
}
