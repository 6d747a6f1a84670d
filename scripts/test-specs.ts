/**
 * Registers the specifications of public packages at a system on this machine, and compares what comes back: `npm run test:specs`. Downloads
 * about 100 MB of packages, and takes some minutes.
 */
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { close, listen, loopback } from '#local/http-server.ts';
import { maxFetchedBytes, maxTextBytes } from '#shared/bundles/text.ts';
import { mapConcurrently } from '#shared/core/map-concurrently.ts';
import { startSystemProcess } from './demo/system-process.ts';
import { type RealDocument, realDocuments } from './specs/documents.ts';
import { director, specifications } from './specs/registry.ts';

const { every } = new Command('npm run test:specs --')
  .description('Registers real specifications, and checks that all that fit come back exactly, and that the others get a clear error.')
  .option('--every <number>', 'registers only every so many documents of up to 5 MB', Number, 1)
  .parse()
  .opts<{ every: number }>();

/** An Application may have 500 MB of texts, and 2,000 definitions. */
const perApplication = { bytes: 400_000_000, documents: 1500 };

const atOnce = 4;

type Outcome = 'given, and back exactly' | 'fetched, and back exactly' | 'refused with a clear error' | 'WRONG';

const folder = await mkdtemp(join(tmpdir(), 'compass-specs-'));
const packages = join(folder, 'packages');
const counts = new Map<Outcome, number>();
const sumOfCounts = (): number => [...counts.values()].reduce((sum, count) => sum + count, 0);

/** Characters. */
const lastOutput = 4000;

/** Documents between two lines of progress. */
const progressEach = 50;

/** The document that took longest. */
const slowest = (() => {
  let found: { path: string; ms: number } = { path: '', ms: 0 };
  return {
    note: ({ path }: RealDocument, ms: number): void => {
      if (ms > found.ms) found = { path: path.slice(packages.length), ms };
    },
    told: (): string => `${Math.round(found.ms)} ms: ${found.path}`,
  };
})();

/** Serves the documents where the fetcher looks for them. */
const server = createServer((request, response) => {
  const stream = createReadStream(join(packages, decodeURIComponent(request.url ?? '')));
  stream.on('error', () => response.writeHead(404).end());
  stream.pipe(response);
});

/** Documents in portions that fit into one Application each. */
function* portions(documents: readonly RealDocument[]): Generator<RealDocument[]> {
  let portion: RealDocument[] = [];
  let bytes = 0;
  for (const one of documents) {
    if (bytes + one.bytes > perApplication.bytes || portion.length >= perApplication.documents) {
      yield portion;
      [portion, bytes] = [[], 0];
    }
    portion.push(one);
    bytes += one.bytes;
  }
  yield portion;
}

type Specifications = ReturnType<typeof specifications>;

/** The message of a failure that must happen. */
const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no error',
    ({ message }: Error) => message,
  );

async function registerGiven({ path, format }: RealDocument, specs: Specifications): Promise<Outcome> {
  const text = await readFile(path, 'utf8');
  const id = await specs.add({ format, data: text });
  return (await specs.read(id)) === text && (await specs.data(id)) === text ? 'given, and back exactly' : 'WRONG';
}

async function registerLarge({ path, bytes, format }: RealDocument, specs: Specifications, origin: string): Promise<Outcome> {
  const text = await readFile(path, 'utf8');
  if (!(await refusalOf(specs.add({ format, data: text }))).match(/must be at most \d+ bytes|the request body is larger/)) return 'WRONG';
  const id = await specs.add({
    format,
    fetchRequest: { url: origin + path.slice(packages.length).split('/').map(encodeURIComponent).join('/') },
  });
  const failure = await specs.fetched(id);
  if (bytes > maxFetchedBytes)
    return failure === `the text is larger than ${maxFetchedBytes} bytes` ? 'refused with a clear error' : 'WRONG';
  if (!(await refusalOf(specs.data(id))).includes('downloadURL')) return 'WRONG';
  return (await specs.read(id)) === text ? 'fetched, and back exactly' : 'WRONG';
}

try {
  await mkdir(packages);
  console.log('installing the packages ...');
  const all = await realDocuments(packages);
  const documents = all.filter(({ bytes }, index) => bytes > maxTextBytes || index % every === 0);
  console.log(
    `${documents.length} of ${all.length} documents, ${Math.round(documents.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6)} MB`,
  );
  const begin = performance.now();
  const origin = `http://${loopback}:${await listen(server, 0)}`;
  const system = await startSystemProcess(join(folder, 'system'));
  try {
    const ask = director(system.description);
    let number = 0;
    for (const portion of portions(documents)) {
      number += 1;
      const { app } = await ask(`mutation { app: registerApplication(in: { name: "real-${number}" }) { id } }`);
      const specs = specifications(ask, app.id);
      await mapConcurrently(portion, atOnce, async (one) => {
        const work = one.bytes > maxTextBytes ? registerLarge(one, specs, origin) : registerGiven(one, specs);
        const started = performance.now();
        const [outcome, reason] = await work.then(
          (reached): [Outcome, string] => [reached, 'it did not come back exactly, or without the error that was due'],
          ({ message }: Error): [Outcome, string] => ['WRONG', message],
        );
        counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
        slowest.note(one, performance.now() - started);
        if (outcome === 'WRONG') console.log(`WRONG: ${one.path.slice(packages.length)}: ${reason}`);
        const done = sumOfCounts();
        if (done % progressEach === 0)
          console.log(`${done} of ${documents.length} after ${Math.round((performance.now() - begin) / 1000)} s`);
      });
      const began = performance.now();
      await ask(`mutation { unregisterApplication(id: "${app.id}") { id } }`);
      console.log(`${portion.length} documents at one Application, which was unregistered in ${Math.round(performance.now() - began)} ms`);
    }
  } finally {
    await system.stop();
    await close(server);
    for (const [outcome, count] of counts) console.log(`${String(count).padStart(5)}  ${outcome}`);
    console.log(`${Math.round((performance.now() - begin) / 1000)} s in all; the slowest took ${slowest.told()}`);
    // A system that ended by itself says why.
    if (counts.has('WRONG')) console.log(`The last output of the system:\n${system.output().slice(-lastOutput)}`);
  }
  process.exitCode = counts.has('WRONG') || sumOfCounts() < documents.length ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true });
}
