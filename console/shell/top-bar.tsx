import type { Rights } from '../session/rights.ts';
import logo from './compass.svg';
import type { ColorMode } from './mode.ts';

interface TopBarProps {
  readonly mode: ColorMode;
  readonly rights: Rights;
  readonly tenant: string;
  readonly onTenant: (tenant: string) => void;
  readonly onSignOut: () => void;
}

/** The tenant that everything below is of, the colours, and the session. */
export function TopBar({ mode, rights, tenant, onTenant, onSignOut }: TopBarProps) {
  const { dark, toggle } = mode;
  return (
    <header className="top">
      <a className="top-brand" href="#/">
        <img src={logo} alt="" width="24" height="24" />
        Compass
      </a>
      <div className="top-tools">
        <label>
          Tenant
          <select value={tenant} onChange={(event) => onTenant(event.target.value)}>
            {rights.tenants.map((id) => (
              <option key={id} value={id}>
                {id}
              </option>
            ))}
          </select>
        </label>
        <button type="button" aria-pressed={dark} onClick={toggle}>
          Dark mode
        </button>
        <span>{rights.user}</span>
        <button type="button" onClick={onSignOut}>
          Sign out
        </button>
      </div>
    </header>
  );
}
