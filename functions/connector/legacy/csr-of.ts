import * as z from 'zod';
import { AppError } from '#shared/core/errors.ts';
import { type ApiEvent, bodyOf } from '#shared/lambda/api-event.ts';

const requestBody = z.object({ csr: z.string() });

/** A CSR has at most 8 KB; whatever stands around it and between its lines has no reason to be much more. */
const largestBody = 64 * 1024;

/** The CSR of a request, base64 of a PEM, without the line ends that tools put into base64. Throws BadRequest. */
export function csrOf(event: ApiEvent): string {
  const body = bodyOf(event);
  if (body.length > largestBody) throw unreadable(`the body is larger than ${largestBody} bytes`);
  const { data } = requestBody.safeParse(parsed(body));
  if (!data) throw unreadable('a JSON object with the text csr is expected');
  return data.csr.replace(/\s/g, '');
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw unreadable('the body is not JSON', error);
  }
}

const unreadable = (why: string, cause?: unknown) => new AppError('BadRequest', `Failed to read certificate request: ${why}`, { cause });
