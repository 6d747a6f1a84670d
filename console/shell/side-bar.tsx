import type { Rights } from '../session/rights.ts';
import { pages } from './pages.tsx';
import { hrefTo, usePlace } from './place.ts';

/** The lists that the user may read. */
export function SideBar({ rights }: { readonly rights: Rights }) {
  const [here] = usePlace().path;
  return (
    <nav className="side" aria-label="Console">
      <ul>
        {pages
          .filter(({ entry, scope }) => entry !== undefined && rights.scopes.has(scope))
          .map(({ entry, path }) => (
            <li key={entry}>
              <a href={hrefTo(path)} aria-current={path[0] === here ? 'page' : undefined}>
                {entry}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
