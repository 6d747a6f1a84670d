// Loads the bundle of a function in a fresh process, sends it one event, and prints how long both took in milliseconds.
const [, , file, handler, event] = process.argv;
const began = performance.now();
const { [handler]: handle } = require(file);
const load = performance.now() - began;
const context = { awsRequestId: 'request', functionName: 'function', getRemainingTimeInMillis: () => 29_000 };
handle(JSON.parse(event), context).then(
  ({ statusCode } = {}) => done({ statusCode }),
  (error) => done({ error: String(error) }),
);

function done(outcome) {
  process.stdout.write(`\n${JSON.stringify({ load, first: performance.now() - began, ...outcome })}`, () => process.exit());
}
