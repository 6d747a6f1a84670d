import { agentConfigurationQuery } from '#test/support/agent-documents.ts';
import { configurationQuery, makeCsr, signMutation } from '#test/support/pairing.ts';
import type { Answer, Send } from './messages.ts';
import type { Tenant } from './tenant.ts';

export interface Operation {
  readonly name: string;
  /** Repetitions in one round. */
  readonly count: number;
  /** Highest ratio of CPU, compared with the tree of 2026-11-26. */
  readonly bound?: number;
  /** Makes it `count` times. What goes through `measured` is measured. */
  run(tenant: Tenant, measured: Send, count: number): Promise<void>;
}

const repeated = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

const register: Operation = {
  name: 'register an Application with bundle and API',
  count: 20,
  bound: 0.7,
  run: async ({ asUser, registration }, measured, count) => {
    await measured(repeated(count, () => asUser(...registration())));
  },
};

const one: Operation = {
  name: 'one Application with bundles and definitions',
  count: 40,
  bound: 0.7,
  run: async ({ asUser, applicationId }, measured, count) => {
    const document = `query ($id: ID!) { application(id: $id) { id name description status { condition } labels
      bundles { data { id name description
        apiDefinitions { data { id name description targetURL group version { value } spec { type format } } totalCount }
        eventDefinitions { data { id name } totalCount } } totalCount } } }`;
    await measured(repeated(count, () => asUser(document, { id: applicationId() })));
  },
};

const page: Operation = {
  name: 'page of 100 Applications',
  count: 12,
  bound: 0.22,
  run: async ({ asUser }, measured, count) => {
    const document =
      'query { applications(first: 100) { data { id name description status { condition } } pageInfo { endCursor hasNextPage } } }';
    await measured(repeated(count, () => asUser(document)));
  },
};

const agentPoll: Operation = {
  name: "the Agent's poll, 100 Applications",
  count: 4,
  bound: 0.25,
  run: async ({ asRuntime, runtimeId, settled }, measured, count) => {
    await settled();
    await measured(repeated(count, () => asRuntime(agentConfigurationQuery(runtimeId))));
  },
};

const unchanged: Operation = {
  name: 'poll of the configuration, unchanged (304)',
  count: 60,
  bound: 0.6,
  run: async ({ configuration, send, settled }, measured, count) => {
    await settled();
    const [known] = await send([configuration()]);
    const answers = await measured(repeated(count, () => configuration(known?.etag)));
    if (answers.some(({ status }) => status !== 304)) throw new Error('the configuration changed while it was measured');
  },
};

/** Before each poll one Application of the formation changes. */
const changed: Operation = {
  name: 'poll of the configuration, changed (200)',
  count: 4,
  bound: 0.12,
  run: async ({ configuration, change, send }, measured, count) => {
    let [known] = await send([configuration()]);
    for (let poll = 0; poll < count; poll++) {
      await send([change()]);
      const answers = await measured([configuration(known?.etag)]);
      if (answers[0]?.status !== 200) throw new Error('a change was not seen');
      [known] = answers;
    }
  },
};

/** Token, configuration, key, CSR, certificate. */
const pairing: Operation = {
  name: 'pairing of an Application (three requests)',
  count: 5,
  run: async ({ asUser, atConnector, otherApplicationId, noteChange }, measured, count) => {
    for (let pair = 0; pair < count; pair++) {
      const document = 'mutation ($id: ID!) { result: requestOneTimeTokenForApplication(id: $id) { token } }';
      const { token } = resultOf(await measured([asUser(document, { id: otherApplicationId() })]));
      const configured = resultOf(await measured([atConnector(token, configurationQuery)]));
      const csr = await makeCsr(configured.certificateSigningRequestInfo.subject);
      await measured([atConnector(configured.token.token, signMutation, { csr: csr.encoded })]);
      noteChange();
    }
  },
};

const resultOf = ([answer]: readonly Answer[]) => JSON.parse(answer?.body ?? '{}').data.result;

export const operations: readonly Operation[] = [unchanged, page, one, agentPoll, register, pairing, changed];
