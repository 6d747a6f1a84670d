// Generated from provisioner.graphql by scripts/generate-graphql.ts; do not edit.
import type { JsonValue, Operation } from './operation.ts';

export const ProvisionRuntime: Operation<{ readonly started: { readonly id: string | null; readonly runtimeID: string | null } | null }, { readonly in: ProvisionRuntimeInput }> = {
  api: 'provisioner',
  name: 'ProvisionRuntime',
  text: `mutation ProvisionRuntime(\$in: ProvisionRuntimeInput!) {
  started: provisionRuntime(config: \$in) {
    id
    runtimeID
  }
}`,
};

export const ReconnectRuntime: Operation<{ readonly started: string }, { readonly id: string }> = {
  api: 'provisioner',
  name: 'ReconnectRuntime',
  text: `mutation ReconnectRuntime(\$id: String!) {
  started: reconnectRuntimeAgent(id: \$id)
}`,
};

export const UpgradeRuntime: Operation<{ readonly started: { readonly id: string | null } | null }, { readonly id: string }> = {
  api: 'provisioner',
  name: 'UpgradeRuntime',
  text: `mutation UpgradeRuntime(\$id: String!) {
  started: upgradeRuntime(id: \$id) {
    id
  }
}`,
};

export const DeprovisionRuntime: Operation<{ readonly started: string }, { readonly id: string }> = {
  api: 'provisioner',
  name: 'DeprovisionRuntime',
  text: `mutation DeprovisionRuntime(\$id: String!) {
  started: deprovisionRuntime(id: \$id)
}`,
};

export const RuntimeStatus: Operation<{ readonly status: { readonly lastOperationStatus: { readonly id: string | null; readonly operation: 'Provision' | 'ProvisionNoInstall' | 'Upgrade' | 'UpgradeShoot' | 'Deprovision' | 'DeprovisionNoInstall' | 'ReconnectRuntime' | 'Hibernate'; readonly state: 'Pending' | 'InProgress' | 'Succeeded' | 'Failed'; readonly message: string | null; readonly lastError: { readonly errMessage: string | null; readonly reason: string | null; readonly component: string | null } | null; readonly steps: readonly { readonly name: string; readonly state: 'Pending' | 'InProgress' | 'Succeeded' | 'Failed'; readonly startedAt: string; readonly finishedAt: string | null }[] | null } | null; readonly runtimeConnectionStatus: { readonly status: 'Pending' | 'Connected' | 'Disconnected' } | null; readonly infrastructure: { readonly driver: string; readonly templateVersion: string | null; readonly stackID: string | null; readonly consoleURL: string | null; readonly outputs: readonly { readonly key: string; readonly value: string }[] | null } | null } | null }, { readonly id: string }> = {
  api: 'provisioner',
  name: 'RuntimeStatus',
  text: `query RuntimeStatus(\$id: String!) {
  status: runtimeStatus(id: \$id) {
    lastOperationStatus {
      id
      operation
      state
      message
      lastError {
        errMessage
        reason
        component
      }
      steps {
        name
        state
        startedAt
        finishedAt
      }
    }
    runtimeConnectionStatus {
      status
    }
    infrastructure {
      driver
      templateVersion
      stackID
      consoleURL
      outputs {
        key
        value
      }
    }
  }
}`,
};

export interface ProvisionRuntimeInput {
  readonly runtimeInput: RuntimeInput;
  readonly driver?: string | null | undefined;
  readonly parameters?: JsonValue | null | undefined;
  readonly formations?: readonly string[] | null | undefined;
}

export interface RuntimeInput {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly labels?: Readonly<Record<string, JsonValue>> | null | undefined;
}
