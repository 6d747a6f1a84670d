#!/usr/bin/env bash
# @aws-lambda-powertools/logger 2.36.0: a log line of an AggregateError has none of the errors that it holds.
#
# The formatter copies name, message, stack, cause and the enumerable properties of an error. `errors` of an AggregateError is
# not enumerable (ECMAScript 2025, 20.5.7.1). Promise.any and connections to several addresses reject with one, so the line
# says that all failed and never why. A property of the same name that was assigned to a plain Error is logged.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @aws-lambda-powertools/logger@2.36.0
cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { Logger } from '@aws-lambda-powertools/logger';

process.env.POWERTOOLS_DEV = 'true';
const lineOf = (error) => {
  let line;
  console.error = (text) => (line = text);
  new Logger({ serviceName: 'probe' }).error('failed', { error });
  return JSON.parse(line).error;
};
const rejected = await Promise.any([Promise.reject(new Error('disk full')), Promise.reject(new Error('no route'))]).catch((e) => e);
const aggregate = lineOf(rejected);
const plain = lineOf(Object.assign(new Error('both failed'), { errors: ['disk full', 'no route'] }));
console.log({ aggregate: Object.keys(aggregate), plain: Object.keys(plain) });
assert.equal(aggregate.name, 'AggregateError');
assert.equal('errors' in aggregate, false);
assert.doesNotMatch(JSON.stringify(aggregate), /disk full|no route/);
assert.deepEqual(plain.errors, ['disk full', 'no route']);
PROBE
node probe.mjs
