import { invalidData } from '../core/errors.ts';
import { maxUrlLength } from '../http/target.ts';
import { type AuthValue, parseAuth } from './auth-value.ts';
import { withParameters } from './request-authorization.ts';

/** Reads an AuthInput for calls by Compass itself, which can use less than a Runtime; throws InvalidData. */
export function usableAuth(inputName: string, url: string, input: object): AuthValue {
  const auth = parseAuth(input);
  if (auth.credential?.certificateOAuth) throw invalidData(inputName, { auth: 'only basic and oauth credentials can be used' });
  if (auth.requestAuth) throw invalidData(inputName, { auth: 'requestAuth cannot be used' });
  if (withParameters(url, auth.additionalQueryParams ?? {}).length > maxUrlLength) {
    throw invalidData(inputName, { 'auth.additionalQueryParams': `the URL with them must be at most ${maxUrlLength} characters` });
  }
  return auth;
}
