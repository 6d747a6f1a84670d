import { invalidData } from '../core/errors.ts';
import { maxUrlLength, problemOfTarget } from '../http/target.ts';
import { type AuthValue, parseAuth } from './auth-value.ts';
import { withParameters } from './request-authorization.ts';

/** Reads an AuthInput for calls by Compass itself, which can use less than a Runtime; throws InvalidData. */
export function usableAuth(inputName: string, url: string, input: object): AuthValue {
  const auth = parseAuth(input);
  if (auth.credential?.certificateOAuth) throw invalidData(inputName, { auth: 'only basic and oauth credentials can be used' });
  const issuer = auth.credential?.oauth && problemOfTarget(auth.credential.oauth.url);
  if (issuer) throw invalidData(inputName, { 'auth.credential.oauth.url': issuer });
  if (auth.requestAuth) throw invalidData(inputName, { auth: 'requestAuth cannot be used' });
  if (withParameters(url, auth.additionalQueryParams ?? {}).length > maxUrlLength) {
    throw invalidData(inputName, { 'auth.additionalQueryParams': `the URL with them must be at most ${maxUrlLength} characters` });
  }
  return auth;
}
