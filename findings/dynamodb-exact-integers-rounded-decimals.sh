#!/usr/bin/env bash
# @aws-sdk/util-dynamodb 3.996.9: reading keeps every digit of an integer and rounds a decimal, in one item, and says nothing.
#
# DynamoDB keeps 38 significant digits. An integer beyond 2^53 becomes a BigInt. A decimal with as many digits becomes the
# nearest double, though writing such a number is refused unless it is wrapped. So an item that is read and written back
# unchanged loses digits of its decimals only.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @aws-sdk/util-dynamodb@3.996.9 @aws-sdk/client-dynamodb@3.1169.0
cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';

const stored = {
  integer: { N: '12345678901234567890' },
  decimal: { N: '1234567890.1234567890' },
};
const read = unmarshall(stored);
const written = marshall(read);
console.log({ stored: stored.integer.N, read: read.integer, writtenBack: written.integer.N });
console.log({ stored: stored.decimal.N, read: read.decimal, writtenBack: written.decimal.N });
assert.equal(read.integer, 12345678901234567890n);
assert.equal(written.integer.N, stored.integer.N);
assert.equal(written.decimal.N, '1234567890.1234567');
PROBE
NODE_NO_WARNINGS=1 node probe.mjs
