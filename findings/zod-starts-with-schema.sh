#!/usr/bin/env bash
# zod 4.6.7 (npm), read by ajv 8.20.0: the JSON Schema of a text with a prefix names a format that JSON Schema does not have.
#
# `z.toJSONSchema` turns `z.string().startsWith('arn:')` into a pattern, which is enough, and writes `"format": "starts_with"`
# beside it: the name of zod's own check. endsWith and includes do the same; `regex` writes its pattern alone. The formats of JSON
# Schema are a list (draft 2020-12, 7.3), which has none of them. ajv refuses a schema with an unknown format in its default
# strict mode, also with the formats of ajv-formats 3.0.1, so a schema of zod's does not compile there.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund zod@4.6.7 ajv@8.20.0 ajv-formats@3.0.1
cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import * as z from 'zod';

const require = createRequire(import.meta.url);
const { default: Ajv } = require('ajv/dist/2020');
const { default: addFormats } = require('ajv-formats');
const text = z.string();
const types = { starts_with: text.startsWith('arn:'), ends_with: text.endsWith(':x'), includes: text.includes(':'), none: text.regex(/^arn:/) };
for (const [format, type] of Object.entries(types)) {
  const schema = z.toJSONSchema(type);
  const ajv = new Ajv();
  addFormats(ajv);
  let outcome = 'compiles';
  try {
    ajv.compile(schema);
  } catch ({ message }) {
    outcome = message;
  }
  console.log(`pattern ${schema.pattern}, format ${schema.format}: ${outcome}`);
  assert.equal(schema.format, format === 'none' ? undefined : format);
  assert.equal(outcome, format === 'none' ? 'compiles' : `unknown format "${format}" ignored in schema at path "#"`);
}
PROBE
node probe.mjs
