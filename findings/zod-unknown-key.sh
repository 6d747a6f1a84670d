#!/usr/bin/env bash
# zod (npm): since 4.4 an object refuses a missing key whose schema is z.unknown() or z.any(). 4.3.6, within the same range ^4, takes it.
#
# Both versions take `undefined` as the value of the key. So 4.6.7 takes {a: undefined} and refuses the JSON that it is sent as, {}, with
# "expected nonoptional", although the schema by itself takes undefined. z.unknown().optional() is taken by both.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund before@npm:zod@4.3.6 after@npm:zod@4.6.7
cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import * as after from 'after';
import * as before from 'before';

for (const [version, z, isTaken] of [['4.3.6', before, true], ['4.6.7', after, false]]) {
  for (const kind of ['unknown', 'any']) {
    const schema = z.object({ a: z[kind]() });
    const value = { a: undefined };
    assert.equal(z[kind]().safeParse(undefined).success, true);
    assert.equal(schema.safeParse(value).success, true);
    const { success, error } = schema.safeParse(JSON.parse(JSON.stringify(value)));
    console.log(`zod ${version}: {a: z.${kind}()} takes {a: undefined}; {} is ${success ? 'taken' : `refused: ${error.issues[0].message}`}`);
    assert.equal(success, isTaken);
    assert.equal(z.object({ a: z[kind]().optional() }).safeParse({}).success, true);
  }
}
PROBE
node probe.mjs
