import * as z from 'zod';

/** The data that an administrator gives to the Application for pairing. */
export interface PairingToken {
  readonly token: string;
  readonly connectorUrl: string;
}

const rawSchema = z.object({ token: z.string().min(1), connectorURL: z.url() });

/** Reads the `rawEncoded` field of a one-time token: base64 of JSON that holds token and address together. */
export function readRawToken(rawEncoded: string): PairingToken {
  const raw = rawSchema.safeParse(jsonOrUndefined(Buffer.from(rawEncoded, 'base64').toString('utf8')));
  if (!raw.success) throw new Error('the raw token cannot be read: it is the `rawEncoded` field of a one-time token');
  return { token: raw.data.token, connectorUrl: raw.data.connectorURL };
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
