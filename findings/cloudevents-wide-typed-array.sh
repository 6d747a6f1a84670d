#!/usr/bin/env bash
# cloudevents 10.0.0 (npm): a Uint32Array as data is sent with one byte of each number.
#
# The package takes a Uint32Array for binary data, and the type is among those that its checks know. `data_base64` should hold
# the twelve bytes of three numbers. It holds three: the lowest byte of each. A Uint8Array over the same buffer is sent whole.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund cloudevents@10.0.0
cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { CloudEvent, HTTP } from 'cloudevents';

const numbers = new Uint32Array([1, 2, 300]);
const sent = (data) => {
  const { body } = HTTP.structured(new CloudEvent({ id: '1', source: '/source', type: 'type', data }));
  return [...Buffer.from(JSON.parse(body).data_base64, 'base64')];
};
const wide = sent(numbers);
const bytes = sent(new Uint8Array(numbers.buffer));
console.log({ bytesOfTheArray: numbers.byteLength, asUint32Array: wide, asUint8Array: bytes });
assert.deepEqual(wide, [1, 2, 300 % 256]);
assert.deepEqual(bytes, [...new Uint8Array(numbers.buffer)]);
PROBE
node probe.mjs
