import * as z from 'zod';
import { withHttps } from '../core/schemeless-url.ts';
import { urlOrHost } from '../core/validate.ts';
import { problemOfTarget } from './target.ts';

/**
 * A URL of HTTP that can be sent: without credentials, and without characters that the parser of URLs drops silently. One without a scheme counts as
 * one of https.
 */
export const httpUrl = (length?: number) =>
  urlOrHost(length)
    .refine((value) => ['http:', 'https:'].includes(URL.parse(withHttps(value))?.protocol ?? 'http:'), 'must begin with https://')
    .refine((value) => !hasCredentials(value), 'must not contain credentials')
    .refine((value) => !hasControls(value), 'must not contain control characters');

/** A URL that Compass itself may call. */
export const calledUrl = (length?: number) => httpUrl(length).superRefine(refuseBadTarget);

/** Refuses a URL whose text already shows that no call to it is allowed. */
function refuseBadTarget(value: string, context: z.core.$RefinementCtx<string>): void {
  const problem = problemOfTarget(value);
  if (problem) context.addIssue({ code: 'custom', message: problem });
}

const hasCredentials = (value: string): boolean => {
  const { username, password } = URL.parse(withHttps(value)) ?? { username: '', password: '' };
  return username !== '' || password !== '';
};

const hasControls = (value: string): boolean => /[\p{Cc}\p{Cs}]/u.test(value);

/** A token of RFC 9110, 5.6.2. */
const headerName = z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}$/, 'must be the name of an HTTP header');

/** RFC 9110, 5.5: visible characters, blanks and tabs. A line break would begin another header. */
const headerValue = z
  .string()
  .refine(
    (value) => !/[^\t\x20-\x7e\x80-\xff]/.test(value),
    'must not contain line breaks, other control characters or characters beyond Latin-1',
  );

/** Headers that can be sent, by name. */
export const sendableHeaders = z.record(headerName, z.array(headerValue));

const parameterPart = z.string().refine((value) => value.isWellFormed(), 'must be well-formed Unicode');

/** Query parameters that can be sent, by name. */
export const sendableParameters = z.record(parameterPart, z.array(parameterPart));
