import { describe, expect, it } from 'vitest';
import { statusOperations } from '#functions/connector/compat/status-operations.ts';
import { later, seconds } from '#shared/core/clock.ts';

type Deps = Parameters<typeof statusOperations>[0];

/** Status operations over a table that answers or not, with a clock that the test moves. */
function monitored() {
  let now = new Date('2030-01-01T00:00:00Z');
  const state = { reads: 0, logged: [] as string[], fails: false };
  const operations = statusOperations({
    clock: () => now,
    log: { error: (message: string) => state.logged.push(message) },
    anchors: { certificates: async () => [] },
    applications: {
      find: async () => {
        state.reads += 1;
        if (state.fails) throw new Error('no table');
        return undefined;
      },
    },
  } as unknown as Deps);
  const ask = async (route: string) => {
    const { statusCode, body } = (await operations[route]?.()) ?? expect.fail(`nothing answers ${route}`);
    return { status: statusCode, body };
  };
  const pass = (milliseconds: number) => {
    now = later(now, milliseconds);
  };
  return { state, ask, pass };
}

describe('a monitor', () => {
  it('learns that the system answers without a read of the table', async () => {
    const { state, ask } = monitored();
    state.fails = true;
    expect(await ask('GET /healthz')).toEqual({ status: 200, body: 'ok' });
    expect(await ask('GET /v1/health')).toEqual({ status: 200, body: undefined });
    expect(state.reads).toBe(0);
  });

  it('learns that the table cannot be read, and again that it can', async () => {
    const { state, ask, pass } = monitored();
    state.fails = true;
    expect(await ask('GET /readyz')).toEqual({ status: 503, body: '{"code":503,"error":"not ready"}' });
    expect(state.logged).toEqual(['not ready']);
    state.fails = false;
    pass(seconds(5));
    expect(await ask('GET /readyz')).toEqual({ status: 200, body: undefined });
  });

  it('causes one read in five seconds, however often it asks', async () => {
    const { state, ask, pass } = monitored();
    await Promise.all([ask('GET /readyz'), ask('GET /readyz')]);
    pass(seconds(5) - 1);
    await ask('GET /readyz');
    expect(state.reads).toBe(1);
    pass(1);
    await ask('GET /readyz');
    expect(state.reads).toBe(2);
  });
});

describe('an Application that asks for the certificate of this system', () => {
  it('gets every field, empty, because no call to others presents one', async () => {
    const { body = '' } = await monitored().ask('GET /v1/info');
    expect(JSON.parse(body)).toEqual({ certIssuer: '', certSubject: '', rootCA: '', ordAggregatorVersion: '' });
  });
});
