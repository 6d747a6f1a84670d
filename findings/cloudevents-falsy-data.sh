#!/usr/bin/env bash
# cloudevents 10.0.0 (npm): a structured CloudEvent whose data is 0, false, "" or null is read without its data.
#
# The JSON format of CloudEvents 1.0.2 (section 3.1) takes any JSON value as `data`. `HTTP.structured` writes these four as they
# are; `HTTP.toEvent` of the same package then leaves `data` out. The values 1, true and "x" come back. In binary mode 0, false
# and "" come back too, and null comes back as the text "null".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund cloudevents@10.0.0
cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { CloudEvent, HTTP } from 'cloudevents';

const event = (data) => new CloudEvent({ id: '1', source: '/source', type: 'type', datacontenttype: 'application/json', data });
const through = (mode, data) => {
  const { headers, body } = HTTP[mode](event(data));
  return { body, data: HTTP.toEvent({ headers, body }).data };
};
for (const data of [1, true, 'x', 0, false, '', null]) {
  const { body, data: read } = through('structured', data);
  assert.deepEqual(JSON.parse(body).data, data);
  console.log(`structured: data ${JSON.stringify(data)} was sent as it is, and read as ${JSON.stringify(read)}`);
  assert.deepEqual(read, data ? data : undefined);
}
for (const [data, expected] of [[0, 0], [false, false], ['', ''], [null, 'null']]) {
  const { data: read } = through('binary', data);
  console.log(`binary: data ${JSON.stringify(data)} was read as ${JSON.stringify(read)}`);
  assert.deepEqual(read, expected);
}
PROBE
node probe.mjs
