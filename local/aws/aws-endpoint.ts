import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { systemClock } from '#shared/core/clock.ts';
import { newId } from '#shared/core/ids.ts';
import { answerJson, readBody } from '../http-server.ts';
import { AwsError } from './aws-error.ts';
import { type AwsCredentials, isSigned } from './request-signature.ts';

/** Operations by the name the SDK sends: `AWSEvents.PutEvents`; `Lambda.Invoke` for the one of Lambda, which has an address instead. */
export type AwsOperations = Readonly<Record<string, (input: Record<string, unknown>) => Promise<object>>>;

const invocation = /^\/2015-03-31\/functions\/([^/?]+)\/invocations$/;

const maxRequestBytes = 2 * 1024 * 1024;

/** Answers AWS SDK clients that speak AWS JSON 1.0 or 1.1 and sign with this run's credentials. */
export function awsEndpoint(operations: AwsOperations, credentials: AwsCredentials): Server {
  return createServer((request, response) => {
    answer(request, operations, credentials).then(
      (output) => answerAws(response, 200, output),
      (error: unknown) => {
        if (error instanceof AwsError) return answerAws(response, 400, { __type: error.name, message: error.message }, error.name);
        console.error(error);
        answerAws(response, 500, { __type: 'InternalFailure', message: 'The one-machine endpoint failed.' }, 'InternalFailure');
      },
    );
  });
}

async function answer(request: IncomingMessage, operations: AwsOperations, credentials: AwsCredentials): Promise<object> {
  if (!isSigned(request, credentials, systemClock()))
    throw new AwsError('UnrecognizedClientException', 'The security token included in the request is invalid.');
  const body = await readBody(request, maxRequestBytes);
  if (!body) throw new AwsError('ValidationException', 'The request is too large.');
  const [, invoked] = invocation.exec(request.url ?? '') ?? [];
  const name = invoked === undefined ? String(request.headers['x-amz-target']) : 'Lambda.Invoke';
  const operation = operations[name];
  if (!operation) throw new AwsError('UnknownOperationException', `${name} does not exist on one machine.`);
  const input = JSON.parse(body.toString() || '{}');
  return operation(invoked === undefined ? input : { FunctionName: decodeURIComponent(invoked), Payload: input });
}

function answerAws(response: ServerResponse, status: number, body: object, errorType?: string): void {
  answerJson(response, status, body, {
    'content-type': 'application/x-amz-json-1.1',
    'x-amzn-requestid': newId(),
    ...(errorType ? { 'x-amzn-errortype': errorType } : {}),
  });
}
