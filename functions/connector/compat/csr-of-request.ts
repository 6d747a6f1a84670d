import * as z from 'zod';
import { readJson } from '#shared/core/bounded-json.ts';
import { AppError } from '#shared/core/errors.ts';
import { type ApiEvent, bodyOf } from '#shared/lambda/api-event.ts';

const requestBody = z.object({ csr: z.string() });

/** Maximum size of the text of a request. The CSR itself has at most 8 KB. */
const maxBodyBytes = 64 * 1024;

/** Reads the CSR of a request, base64 of a PEM, without line ends. Throws BadRequest. */
export function csrOfRequest(event: ApiEvent): string {
  const body = bodyOf(event);
  if (body.length > maxBodyBytes) throw unreadable(`the body is larger than ${maxBodyBytes} bytes`);
  const { data } = requestBody.safeParse(parsed(body));
  if (!data) throw unreadable('a JSON object with the text csr is expected');
  return data.csr.replace(/\s/g, '');
}

function parsed(body: string): unknown {
  const read = readJson(body);
  if ('problem' in read) throw unreadable(`the body ${read.problem}`);
  return read.value;
}

const unreadable = (why: string) => new AppError('BadRequest', `Failed to read certificate request: ${why}`);
