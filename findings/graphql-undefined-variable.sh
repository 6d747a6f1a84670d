#!/usr/bin/env bash
# graphql 16.15.0: a variable whose value is `undefined` becomes null and takes the place of the argument's default.
#
# A variable that is absent leaves an argument its default (GraphQL of October 2021, 6.4.1). JSON cannot carry `undefined`, so
# over HTTP `{ limit: undefined }` is the same as `{}`. In process graphql-js looks whether the key exists: the resolver is called
# with null, which the default value should have made impossible. A test that runs documents in process therefore sees
# another answer than the same test through HTTP.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund graphql@16.15.0
cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { buildSchema, graphql } from 'graphql';

const schema = buildSchema('type Query { page(limit: Int = 100): String }');
const limit = async (variableValues) => {
  const { data } = await graphql({
    schema,
    source: 'query ($limit: Int) { page(limit: $limit) }',
    variableValues,
    rootValue: { page: (args) => JSON.stringify(args) },
  });
  return JSON.parse(data.page).limit;
};
const absent = await limit({});
const overHttp = await limit(JSON.parse(JSON.stringify({ limit: undefined })));
const inProcess = await limit({ limit: undefined });
console.log({ absent, overHttp, inProcess });
assert.deepEqual({ absent, overHttp, inProcess }, { absent: 100, overHttp: 100, inProcess: null });
PROBE
node probe.mjs
