import { useSyncExternalStore } from 'react';

/** A place in the console: the part of the address behind `#`. */
export interface Place {
  readonly path: readonly string[];
  readonly parameters: URLSearchParams;
}

function placeOf(hash: string): Place {
  const [path = '', parameters = ''] = hash.replace(/^#\/?/, '').split('?');
  return { path: path.split('/').filter(Boolean).map(decodeURIComponent), parameters: new URLSearchParams(parameters) };
}

/** The address of a place, for a link. */
export function hrefTo(path: readonly string[], parameters: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(parameters).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${query === '' ? '' : `?${query}`}`;
}

export const goTo = (href: string): void => location.assign(href);

const subscribe = (changed: () => void) => {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
};

/** The place where the user is. */
export const usePlace = (): Place => placeOf(useSyncExternalStore(subscribe, () => location.hash));
