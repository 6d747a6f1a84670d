import { Suspense, useEffect, useRef } from 'react';
import { useApi } from '../client/api-context.ts';
import { Caught } from '../parts/caught.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { Warning } from '../parts/warning.tsx';
import { pageAt } from './pages.tsx';
import { usePlace } from './place.ts';

/** The page of the place where the user is. It takes the focus when the place changes, so that a screen reader goes on there. */
export function Content() {
  const { path } = usePlace();
  const { tenant, rights } = useApi();
  const main = useRef<HTMLElement>(null);
  const address = path.join('/');
  const shown = useRef(address);
  useEffect(() => {
    if (shown.current !== address) main.current?.focus();
    shown.current = address;
  }, [address]);
  const found = pageAt(path);
  return (
    <main className="content" id="content" tabIndex={-1} ref={main}>
      <Caught key={`${tenant} ${address}`}>
        <Suspense fallback={<Waiting />}>
          {!found && <Warning title="There is no such page.">Choose one of the pages at the side.</Warning>}
          {found && !rights.scopes.has(found.page.scope) && (
            <Warning title="You may not see this page.">
              It needs the scope {found.page.scope}. Ask the administrator of the identity provider for a role that has it.
            </Warning>
          )}
          {found && rights.scopes.has(found.page.scope) && <found.page.page {...found.names} />}
        </Suspense>
      </Caught>
    </main>
  );
}
