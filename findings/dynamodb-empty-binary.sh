#!/usr/bin/env bash
# @aws-sdk/lib-dynamodb 3.1169.0 with @aws-sdk/client-dynamodb 3.1169.0: an ArrayBuffer, a DataView or a Blob is sent as an
# empty binary.
#
# The three are members of `NativeAttributeBinary`, the type of what the document client takes for a binary attribute. The
# request succeeds and holds `"B": ""`: the bytes are lost and nothing is said. A Uint8Array over the same buffer is sent whole.
# The other typed arrays of that type, such as Uint16Array, are refused with "s.charCodeAt is not a function".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @aws-sdk/lib-dynamodb@3.1169.0 @aws-sdk/client-dynamodb@3.1169.0
cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';

let request;
const server = createServer(async (incoming, answer) => {
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  request = JSON.parse(Buffer.concat(chunks));
  answer.setHeader('content-type', 'application/x-amz-json-1.0').end('{}');
}).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const client = DynamoDBDocumentClient.from(
  new DynamoDBClient({
    endpoint: `http://127.0.0.1:${server.address().port}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
  }),
);
const sent = async (value) => {
  await client.send(new PutCommand({ TableName: 'table', Item: { value } }));
  return request.Item.value;
};

const bytes = new Uint8Array([104, 105]);
const expected = { Uint8Array: 'aGk=', ArrayBuffer: '', DataView: '', Blob: '' };
for (const value of [bytes, bytes.buffer, new DataView(bytes.buffer), new Blob([bytes])]) {
  const { name } = value.constructor;
  const attribute = await sent(value);
  console.log(`${name} of 2 bytes was sent as ${JSON.stringify(attribute)}`);
  assert.deepEqual(attribute, { B: expected[name] });
}
await assert.rejects(sent(new Uint16Array([1, 2])), (error) => {
  console.log(`Uint16Array was refused: ${error.message}`);
  return /charCodeAt is not a function/.test(error.message);
});
server.close();
PROBE
NODE_NO_WARNINGS=1 node probe.mjs
