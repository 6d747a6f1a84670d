import './shell.css';
import { useMemo, useState } from 'react';
import { apiClient } from '../client/api-client.ts';
import { ApiContext } from '../client/api-context.ts';
import { Warning } from '../parts/warning.tsx';
import { claimsOf, rightsOf } from '../session/rights.ts';
import { readTenant, writeTenant } from '../session/tab-storage.ts';
import type { Session } from '../session/use-session.ts';
import { Content } from './content.tsx';
import type { ColorMode } from './mode.ts';
import { SideBar } from './side-bar.tsx';
import { TopBar } from './top-bar.tsx';

type SignedIn = Extract<Session, { readonly state: 'signed-in' }>;

/** The frame around every page, for a signed-in user. */
export function Shell({ session, mode }: { readonly session: SignedIn; readonly mode: ColorMode }) {
  const { config, accessToken, token, signOut } = session;
  const rights = useMemo(() => rightsOf(claimsOf(accessToken), config.groupsClaim), [accessToken, config]);
  const [chosen, setChosen] = useState(readTenant);
  const tenant = rights.tenants.find((id) => id === chosen) ?? rights.tenants[0] ?? '';
  const access = useMemo(() => ({ send: apiClient({ urls: config, tenant, token }), tenant, rights }), [config, tenant, token, rights]);
  const choose = (id: string) => {
    writeTenant(id);
    setChosen(id);
  };
  return (
    <ApiContext.Provider value={access}>
      <button type="button" className="skip" onClick={() => document.getElementById('content')?.focus()}>
        Skip to the content
      </button>
      <TopBar mode={mode} rights={rights} tenant={tenant} onTenant={choose} onSignOut={() => void signOut()} />
      <div className="body">
        <SideBar rights={rights} />
        {tenant === '' ? (
          <main className="content">
            <Warning title="You belong to no tenant.">
              Ask the administrator of the identity provider for a group tenant/&lt;id&gt;, then sign in again.
            </Warning>
          </main>
        ) : (
          <Content />
        )}
      </div>
    </ApiContext.Provider>
  );
}
