import * as z from 'zod';
import { readJson } from '../core/bounded-json.ts';
import { invalidData } from '../core/errors.ts';
import { optional, required, text, validate } from '../core/validate.ts';
import { httpUrl, sendableHeaders, sendableParameters } from '../http/sendable.ts';

/** In a basic authorization the first colon ends the user's name (RFC 7617, 2). */
const isUserId = (value: string): boolean => !value.includes(':');

/** A lone surrogate cannot be encoded as UTF-8, so it cannot be sent. */
const wellFormed = (field: z.ZodString | z.ZodType<string>) => field.refine((value) => value.isWellFormed(), 'must be well-formed Unicode');

const credential = z
  .object({
    basic: optional(
      z.object({ username: wellFormed(required(256)).refine(isUserId, 'must not contain a colon'), password: wellFormed(text(4096)) }),
    ),
    oauth: optional(z.object({ clientId: wellFormed(required(256)), clientSecret: wellFormed(required(4096)), url: httpUrl(2048) })),
    certificateOAuth: optional(z.object({ clientId: required(256), certificate: required(16_384), url: httpUrl(2048) })),
  })
  .refine(
    (given) => Object.values(given).filter((one) => one !== undefined).length === 1,
    'exactly one of basic, oauth and certificateOAuth is required',
  );

const additional = {
  additionalHeaders: optional(sendableHeaders),
  additionalQueryParams: optional(sendableParameters),
};

const authValue = z.object({
  credential: optional(credential),
  accessStrategy: optional(text(256)),
  ...additional,
  requestAuth: optional(
    z.object({ csrf: optional(z.object({ tokenEndpointURL: httpUrl(2048), credential: optional(credential), ...additional })) }),
  ),
});

/** Credentials with their additional headers and parameters, as clients provide them and as they are sealed. */
export type AuthValue = z.output<typeof authValue>;

/** Maximum size: sealed credentials are part of their owner's item. */
const maxAuthBytes = 64 * 1024;

interface Serialized {
  readonly additionalHeadersSerialized?: string | null;
  readonly additionalQueryParamsSerialized?: string | null;
}

/** Reads an AuthInput, its serialized variants included; throws InvalidData. */
export function parseAuth(input: object & Serialized): AuthValue {
  const csrf = (input as { requestAuth?: { csrf?: (object & Serialized) | null } | null }).requestAuth?.csrf;
  const withCsrf = csrf ? { ...input, requestAuth: { csrf: deserialized(csrf) } } : input;
  const value = validate('AuthInput', authValue, deserialized(withCsrf));
  if (Buffer.byteLength(JSON.stringify(value)) > maxAuthBytes)
    throw invalidData('AuthInput', { input: `must be at most ${maxAuthBytes} bytes` });
  return value;
}

function deserialized(input: object & Serialized): object {
  const { additionalHeadersSerialized: headers, additionalQueryParamsSerialized: parameters, ...rest } = input;
  return {
    ...rest,
    ...(headers ? { additionalHeaders: parsed('additionalHeadersSerialized', headers) } : {}),
    ...(parameters ? { additionalQueryParams: parsed('additionalQueryParamsSerialized', parameters) } : {}),
  };
}

function parsed(field: string, json: string): unknown {
  const read = readJson(json);
  if ('problem' in read) throw invalidData('AuthInput', { [field]: read.problem });
  return read.value;
}
