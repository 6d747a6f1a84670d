#!/usr/bin/env bash
# standardwebhooks 1.1.1 (npm): `verify` throws a SyntaxError for a payload that is signed correctly and is not JSON.
#
# Signing covers any payload, and the specification signs bytes. `verify` parses the payload after the signature was found
# right, so a receiver that answers 401 to every exception refuses a genuine message, and one that expects a
# WebhookVerificationError does not catch this one. Since `verify` returns what it parsed, integers beyond 2^53 are rounded.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund standardwebhooks@1.1.1
cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';

const webhook = new Webhook(`whsec_${Buffer.alloc(24, 7).toString('base64')}`);
const verify = (payload) => {
  const now = new Date();
  return webhook.verify(payload, {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': webhook.sign('msg_1', now, payload),
  });
};
assert.throws(() => verify('plain text'), (error) => {
  console.log(`signed text: ${error.constructor.name}: ${error.message}`);
  return error instanceof SyntaxError && !(error instanceof WebhookVerificationError);
});
const read = verify('{"id":12345678901234567890}');
console.log(`signed {"id":12345678901234567890}: ${JSON.stringify(read)}`);
assert.equal(read.id, 12345678901234567000);
PROBE
node probe.mjs
