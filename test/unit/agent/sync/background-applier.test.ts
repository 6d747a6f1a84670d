import { describe, expect, it } from 'vitest';
import type { RuntimeView } from '#agent/control-plane/runtime-view.ts';
import { backgroundApplier } from '#agent/sync/background-applier.ts';

const view = (runtimeId: string): RuntimeView => ({ runtimeId, applications: [] });
const silent = () => {};

describe('applying in the background', () => {
  it('does not keep the one who submits waiting, and of those that queue up applies the newest', async () => {
    const applied: string[] = [];
    const { promise, resolve: finishFirst } = Promise.withResolvers<void>();
    const applier = backgroundApplier(async ({ runtimeId }) => {
      applied.push(runtimeId);
      await promise;
      return { changes: [], problems: [] };
    }, silent);
    for (const name of ['first', 'second', 'third']) applier.submit(view(name));
    finishFirst();
    expect(await applier.settled()).toEqual([]);
    expect(applied).toEqual(['first', 'third']);
  });

  it('reports a failure and takes the next view all the same', async () => {
    const lines: string[] = [];
    let fails = true;
    const applier = backgroundApplier(
      async () => {
        if (fails) throw new Error('disk full');
        return { changes: [{ kind: 'added', subject: { file: 'mp-shop.json' } }], problems: [] };
      },
      (level, message) => lines.push(`${level} ${message}`),
    );
    applier.submit(view('r'));
    expect(await applier.settled()).toEqual(['disk full']);
    fails = false;
    applier.submit(view('r'));
    expect(await applier.settled()).toEqual([]);
    expect(lines).toEqual(['error applying the applications failed', 'info application added']);
  });
});
