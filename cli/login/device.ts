import * as oauth from 'oauth4webapi';
import { CliError } from '../cli-error.ts';
import type { Tokens } from '../profiles/profile.ts';
import { type KnownIssuer, refusedByIssuer, tokensFrom } from './issuer.ts';

export interface DeviceLogin {
  readonly scope: string;
  /** Shows the page, and the code that the user enters there. */
  readonly show: (page: URL, code: string) => void;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly now: () => Date;
}

/** Seconds between two questions where the issuer names none, and what is added when it wants fewer of them (RFC 8628, 3.5). */
const usualSeconds = 5;

/** Lets the user sign in with a browser on another machine: the device authorization grant (RFC 8628). */
export async function loginByDevice(issuer: KnownIssuer, { scope, show, pause, now }: DeviceLogin): Promise<Tokens> {
  const { server, client, options } = issuer;
  if (server.device_authorization_endpoint === undefined)
    throw new CliError('usage', `The issuer ${server.issuer} has no device flow.`, {
      advice: 'Sign in with a browser on this machine: compass login.',
    });
  try {
    const started = await oauth.deviceAuthorizationRequest(server, client, oauth.None(), new URLSearchParams({ scope }), options);
    const device = await oauth.processDeviceAuthorizationResponse(server, client, started);
    show(new URL(device.verification_uri_complete ?? device.verification_uri), device.user_code);
    const until = now().getTime() + device.expires_in * 1000;
    for (let seconds = device.interval ?? usualSeconds; now().getTime() < until; ) {
      await pause(seconds * 1000);
      const answer = await ask(issuer, device.device_code);
      if (typeof answer !== 'string') return tokensFrom(answer, now());
      if (answer === 'slow_down') seconds += usualSeconds;
    }
    throw new CliError('sign-in', 'No user entered the code in time.', { advice: 'compass login --device begins anew.' });
  } catch (error) {
    throw refusedByIssuer(error);
  }
}

async function ask({ server, client, options }: KnownIssuer, code: string): Promise<oauth.TokenEndpointResponse | 'slow_down' | 'pending'> {
  try {
    return await oauth.processDeviceCodeResponse(
      server,
      client,
      await oauth.deviceCodeGrantRequest(server, client, oauth.None(), code, options),
    );
  } catch (error) {
    const refused = error instanceof oauth.ResponseBodyError ? error.error : undefined;
    if (refused === 'authorization_pending') return 'pending';
    if (refused === 'slow_down') return 'slow_down';
    throw error;
  }
}
