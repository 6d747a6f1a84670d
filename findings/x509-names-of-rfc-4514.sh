#!/usr/bin/env bash
# @peculiar/x509 2.2.0: two of the nine attribute types that RFC 4514 requires are not known, and the error does not name them.
#
# RFC 4514, section 3, has a table of names that every implementation must know: CN, L, ST, O, OU, C, STREET, DC and UID. `Name`
# refuses STREET and UID, both of which OpenSSL writes. The error quotes an empty text where the name of the type belongs.
# Their object identifiers are taken, and printed as identifiers.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @peculiar/x509@2.2.0 reflect-metadata@0.2.2
cat >probe.mjs <<'PROBE'
import 'reflect-metadata';
import assert from 'node:assert/strict';
import { Name } from '@peculiar/x509';

const outcome = (text) => {
  try {
    return new Name(text).toString();
  } catch (error) {
    return error.message;
  }
};
for (const type of ['CN', 'L', 'ST', 'O', 'OU', 'C', 'STREET', 'DC', 'UID']) {
  const name = `${type}=${type === 'C' ? 'DE' : 'value'}`;
  const printed = outcome(name);
  console.log(`${name}: ${printed}`);
  assert.equal(printed, ['STREET', 'UID'].includes(type) ? "Cannot get OID for name type ''" : name);
}
const byIdentifier = outcome('2.5.4.9=value');
console.log(`2.5.4.9=value: ${byIdentifier}`);
assert.equal(byIdentifier, '2.5.4.9=value');
PROBE
node probe.mjs
