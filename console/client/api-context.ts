import { createContext, useContext } from 'react';
import type { Rights } from '../session/rights.ts';
import type { Send } from './api-client.ts';

export interface ApiAccess {
  readonly send: Send;
  readonly tenant: string;
  readonly rights: Rights;
}

export const ApiContext = createContext<ApiAccess | undefined>(undefined);

/** The APIs as the signed-in user. Only for components inside the shell. */
export function useApi(): ApiAccess {
  const access = useContext(ApiContext);
  if (!access) throw new Error('A component that needs the APIs is outside the shell.');
  return access;
}
