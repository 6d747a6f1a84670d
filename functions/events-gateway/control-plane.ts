import * as z from 'zod';
import type { Sender } from '#shared/application-events/send-events.ts';
import { certificateStandingPath } from '#shared/certificates/standing-path.ts';
import { AppError } from '#shared/core/errors.ts';
import { textWithin } from '#shared/http/text-within.ts';

interface Options {
  readonly controlPlaneUrl: string;
  /** The tenant of the Runtime. */
  readonly tenant: string;
  /** Milliseconds to wait for an answer. Default: 5 seconds. */
  readonly timeoutMs?: number;
}

const maxAnswerBytes = 16 * 1024;
const defaultTimeoutMs = 5000;

const owner = z.object({ kind: z.string(), id: z.string(), tenant: z.string() });
const viewer = z.object({ data: z.object({ viewer: z.object({ id: z.string(), type: z.string() }) }) });

/** Asks the control plane whose a credential is. Both throw EventSenderRefused for others than Applications, and ControlPlaneUnavailable. */
export function controlPlane({ controlPlaneUrl, tenant, timeoutMs = defaultTimeoutMs }: Options) {
  const ask = async (path: string, headers: Record<string, string>, body: unknown) => {
    try {
      const answer = await fetch(controlPlaneUrl + path, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
        headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
        body: JSON.stringify(body),
      });
      const text = await textWithin(answer, maxAnswerBytes);
      if (answer.status === 200) return { accepted: JSON.parse(text) as unknown };
      if ([400, 401, 403, 404].includes(answer.status)) return { refused: answer.status };
      throw new Error(`${path} of the control plane answered with status ${answer.status}`);
    } catch (cause) {
      throw unavailable(cause);
    }
  };

  return {
    /** Throws CertificateInvalid. */
    holderOfCertificate: async (pem: string): Promise<Sender> => {
      const { accepted } = await ask(certificateStandingPath, {}, { certificate: pem });
      if (accepted === undefined) throw new AppError('CertificateInvalid', 'the control plane does not accept the client certificate');
      const holder = checked(owner, accepted);
      if (holder.kind !== 'application') throw noApplication();
      return { applicationId: holder.id, tenant: holder.tenant };
    },

    /** Throws Unauthorized. The control plane refuses the token of another tenant. */
    holderOfToken: async (authorization: string): Promise<Sender> => {
      const headers = { authorization, tenant };
      const { accepted, refused } = await ask('/oauth/director/graphql', headers, { query: '{ viewer { id type } }' });
      if (refused === 400) throw noApplication();
      if (accepted === undefined) throw new AppError('Unauthorized', 'the control plane does not accept the access token');
      const holder = checked(viewer, accepted).data.viewer;
      if (holder.type !== 'APPLICATION') throw noApplication();
      return { applicationId: holder.id, tenant };
    },
  };
}

function checked<T extends z.ZodType>(schema: T, answer: unknown): z.output<T> {
  const read = schema.safeParse(answer);
  if (!read.success) throw unavailable(read.error);
  return read.data;
}

const unavailable = (cause: unknown) =>
  new AppError('ControlPlaneUnavailable', 'the standing of the credential cannot be checked; send the request again', {
    cause,
    details: { retryAfterSeconds: 5 },
  });

const noApplication = () => new AppError('EventSenderRefused', 'the credential is not of an Application of the tenant of this Runtime');
