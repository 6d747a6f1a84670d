#!/usr/bin/env bash
# cloudevents 10.0.0 (npm): an event shows the time that it was given, and sends another one.
#
# The `time` of a CloudEvent is an RFC 3339 timestamp. The property of an event in memory keeps its digits and its offset. Both
# content modes send the time through a JavaScript Date: digits beyond milliseconds and the offset are gone. So two events of
# one millisecond cannot be put in order by a receiver, and what a sender logged is not what it sent.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund cloudevents@10.0.0
cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { CloudEvent, HTTP } from 'cloudevents';

const time = '2026-11-29T03:02:03.123456+02:00';
const event = new CloudEvent({ id: '1', source: '/source', type: 'type', time });
const binary = HTTP.binary(event).headers['ce-time'];
const structured = JSON.parse(HTTP.structured(event).body).time;
console.log({ given: time, property: event.time, binary, structured });
assert.equal(event.time, time);
assert.equal(binary, '2026-11-29T01:02:03.123Z');
assert.equal(structured, binary);
PROBE
node probe.mjs
