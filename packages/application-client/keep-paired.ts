import { type Pairing, pairApplication, renewWhenDue } from './pairing.ts';
import type { PairingToken } from './pairing-token.ts';
import { loadPairing, savePairing } from './stored-pairing.ts';

export interface PairingOptions {
  readonly stateFolder: string;
  /** Needed the first time only. */
  readonly token?: PairingToken | undefined;
  /** PEM of a server CA to trust beside those of the system. */
  readonly caCertificate?: string | undefined;
  readonly say: (line: string) => void;
}

export interface KeptPairing {
  readonly current: () => Pairing;
  readonly stop: () => void;
}

const day = 86_400_000;

/** Pairs the first time, and renews the certificate when that is due: now, and once a day from then on. */
export async function keepPaired(options: PairingOptions): Promise<KeptPairing> {
  let pairing = (await loadPairing(options.stateFolder)) ?? (await firstPairing(options));
  const renew = async () => {
    const renewed = await renewWhenDue(pairing, new Date(), options.caCertificate);
    if (renewed === pairing) return;
    await savePairing(options.stateFolder, renewed);
    pairing = renewed;
    options.say('certificate renewed');
  };
  await renew();
  const daily = setInterval(() => void renew().catch((error: unknown) => options.say(`renewal failed: ${String(error)}`)), day).unref();
  return { current: () => pairing, stop: () => clearInterval(daily) };
}

async function firstPairing({ stateFolder, token, caCertificate, say }: PairingOptions): Promise<Pairing> {
  if (token === undefined) throw new Error('not paired yet: give a one-time token');
  const pairing = await pairApplication(token, caCertificate);
  await savePairing(stateFolder, pairing);
  say('paired');
  return pairing;
}
