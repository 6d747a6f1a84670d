import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

export interface GatewayAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

/** The largest answer of a Lambda function. */
const maxAnswerBytes = 6 * 1024 * 1024;

export const messageAnswer = (status: number, message: string): GatewayAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify({ message })),
});

/** Turns the result of a function into the answer for the caller, as an HTTP API does. */
export function lambdaAnswer(result: unknown): GatewayAnswer {
  if (Buffer.byteLength(JSON.stringify(result) ?? '') > maxAnswerBytes) return messageAnswer(500, 'Internal Server Error');
  if (!isStructured(result)) {
    const body = typeof result === 'string' ? result : JSON.stringify(result);
    return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(body) };
  }
  const headers = Object.fromEntries(Object.entries(result.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]));
  return {
    status: Number(result.statusCode),
    headers: { 'content-type': 'text/plain; charset=utf-8', ...headers, ...(result.cookies ? { 'set-cookie': [...result.cookies] } : {}) },
    body: Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8'),
  };
}

const isStructured = (result: unknown): result is APIGatewayProxyStructuredResultV2 =>
  typeof result === 'object' && result !== null && 'statusCode' in result;
