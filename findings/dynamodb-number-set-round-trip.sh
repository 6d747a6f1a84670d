#!/usr/bin/env bash
# @aws-sdk/util-dynamodb 3.996.9: a number set that `unmarshall` made cannot always be given to `marshall`.
#
# A set with a small integer and one beyond 2^53 is read as a number and a BigInt. `marshall` picks one conversion for the whole
# set by its first member. With the number first it refuses the BigInt, although it takes one outside of a set. With the BigInt first it
# writes both. DynamoDB gives no order of a set, so whether an item can be written back depends on the order of the answer.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @aws-sdk/util-dynamodb@3.996.9 @aws-sdk/client-dynamodb@3.1169.0
cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';

const roundTrip = (...numbers) => {
  const read = unmarshall({ set: { NS: numbers } });
  try {
    return { read: read.set, written: marshall(read).set.NS };
  } catch (error) {
    return { read: read.set, refused: error.message };
  }
};
const smallFirst = roundTrip('1', '12345678901234567890');
const largeFirst = roundTrip('12345678901234567890', '1');
console.log(smallFirst, largeFirst);
assert.match(smallFirst.refused, /^Number 12345678901234567890 is greater than Number.MAX_SAFE_INTEGER/);
assert.deepEqual(largeFirst.written, ['12345678901234567890', '1']);
assert.deepEqual(marshall({ alone: 12345678901234567890n }), { alone: { N: '12345678901234567890' } });
PROBE
NODE_NO_WARNINGS=1 node probe.mjs
