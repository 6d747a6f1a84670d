/**
 * Fails when a request of the generated family costs more than 20 times a normal request of the same size, in CPU time: `npm run bench:graphql`.
 * test/support/grammar makes the family from the grammars of GraphQL and JSON and from the inputs of each schema.
 */
import { Command } from 'commander';
import { type Api, apis, normalBody } from '#test/support/grammar/apis.ts';
import { type Member, membersOf } from '#test/support/grammar/members.ts';

/** The highest ratio that passes. */
const highest = 20;

/** The second is where a document of short tokens reaches their limit; the last is the largest body. */
const sizes = [2048, 16_384, 131_072, 2 * 1024 * 1024];

/** The Director has the largest schema. The others serve theirs through the same endpoint: one size of everything, and each of their own inputs. */
const complete: Readonly<Record<string, readonly number[]>> = { director: sizes, connector: [16_384], provisioner: [16_384] };

const isMeasured = (api: string, size: number, { rule, below }: Member): boolean =>
  size < below && (size === onlySize || (complete[api] ?? sizes).includes(size) || rule.startsWith('Input '));

const command = new Command('npm run bench:graphql --')
  .description('Compares every request of the generated family with a normal request of the same size, by CPU time.')
  .option('--api <name>', `only one of ${Object.keys(apis).join(', ')}`)
  .option('--only <rule>', 'only members whose rule contains this text, such as Directive, "Body List" or "Input WebhookInput.url"')
  .option('--size <bytes>', 'only this size of bodies', Number)
  .option('--worst <count>', 'how many of the dearest requests are printed', Number, 15)
  .parse();
const { api: onlyApi, only, size: onlySize, worst } = command.opts<{ api?: string; only?: string; size?: number; worst: number }>();

interface Measured {
  readonly api: string;
  readonly rule: string;
  readonly name: string;
  readonly size: number;
  readonly ratio: number;
}

/** CPU time of this thread, in milliseconds, without other programs. Some kernels count in steps of 4. */
const cpuTime = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** The CPU time of one request: the least of `rounds`, each as many requests as take `atLeast` milliseconds. */
async function leastCost(api: Api, body: string, rounds: number, atLeast: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const started = cpuTime();
    let spent = 0;
    let requests = 0;
    for (; spent < atLeast; spent = cpuTime() - started) {
      await api.serve(body);
      requests += 1;
    }
    least = Math.min(least, spent / requests);
  }
  return least;
}

/** Returns true if CPU time is counted in steps that are shorter than a request. */
function countsFinely(): boolean {
  const started = cpuTime();
  let now = started;
  while (now === started) now = cpuTime();
  return now - started < 1;
}

const fine = countsFinely();

/** An upper bound of the CPU time of one request: the time by the clock if that is shorter, or if CPU time is counted in long steps. */
async function maxCost(api: Api, body: string): Promise<number> {
  const [clock, cpu] = [performance.now(), cpuTime()];
  await api.serve(body);
  const [byClock, byCpu] = [performance.now() - clock, cpuTime() - cpu];
  return fine ? Math.min(byClock, byCpu) : byClock;
}

/** Measures all members once, and those near the limit again with more rounds. */
async function ratioOf(api: Api, member: Member, size: number, normal: number): Promise<number> {
  const body = member.body(size);
  const first = (await maxCost(api, body)) / normal;
  const ratio = first < highest ? first : (await maxCost(api, body)) / normal;
  return ratio < highest ? ratio : (await leastCost(api, body, 4, 30)) / normal;
}

async function measureAll(name: string, make: () => Api): Promise<Measured[]> {
  const api = make();
  const members = membersOf(api.schema).filter(({ rule }) => !only || rule.includes(only));
  const measured: Measured[] = [];
  const director = apis.director?.() ?? api;
  for (const size of onlySize ? [onlySize] : sizes) {
    await leastCost(director, normalBody(size), 2, 200);
    const normal = await leastCost(director, normalBody(size), 8, 80);
    const started = performance.now();
    const sent = members.filter((member) => isMeasured(name, size, member));
    for (const member of sent)
      measured.push({ api: name, rule: member.rule, name: member.name, size, ratio: await ratioOf(api, member, size, normal) });
    if (api.reported.length > 0) throw new Error(`${name} masked ${api.reported.length} errors`, { cause: api.reported[0] });
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(`${name}: ${sent.length} requests of ${size} bytes in ${seconds} s; a normal one takes ${normal.toFixed(2)} ms of CPU`);
  }
  return measured;
}

const measured: Measured[] = [];
for (const [name, make] of Object.entries(apis)) if (!onlyApi || onlyApi === name) measured.push(...(await measureAll(name, make)));
if (measured.length === 0) throw new Error('no request of the family matches the options');

const dearest = measured.sort((a, b) => b.ratio - a.ratio);
const tooDear = dearest.filter(({ ratio }) => ratio > highest);
console.log('\n| API | Rule | What is repeated | Bytes | Compared with a normal request, at most |\n|---|---|---|---|---|');
for (const { api, rule, name, size, ratio } of dearest.slice(0, Math.max(worst, tooDear.length))) {
  console.log(`| ${api} | ${rule} | ${name} | ${size} | ${ratio.toFixed(1)} |`);
}
console.log(`\n${measured.length} requests, ${tooDear.length} of them cost more than ${highest} times a normal one of their size.`);
process.exitCode = tooDear.length === 0 ? 0 : 1;
