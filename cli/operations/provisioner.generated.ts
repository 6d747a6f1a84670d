// Generated from provisioner.graphql by scripts/generate-graphql.ts; do not edit.
import type { JsonValue, Operation } from './operation.ts';

export const ProvisionRuntime: Operation<{ readonly started: { readonly id: string | null; readonly operation: 'Provision' | 'ProvisionNoInstall' | 'Upgrade' | 'UpgradeShoot' | 'Deprovision' | 'DeprovisionNoInstall' | 'ReconnectRuntime' | 'Hibernate'; readonly state: 'Pending' | 'InProgress' | 'Succeeded' | 'Failed'; readonly message: string | null; readonly runtimeID: string | null; readonly lastError: { readonly errMessage: string | null; readonly reason: string | null; readonly component: string | null } | null } | null }, { readonly in: ProvisionRuntimeInput }> = {
  api: 'provisioner',
  name: 'ProvisionRuntime',
  text: `mutation ProvisionRuntime(\$in: ProvisionRuntimeInput!) {
  started: provisionRuntime(config: \$in) {
    ...OperationLine
  }
}

fragment OperationLine on OperationStatus {
  id
  operation
  state
  message
  runtimeID
  lastError {
    errMessage
    reason
    component
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

export const DeprovisionRuntime: Operation<{ readonly started: string }, { readonly id: string }> = {
  api: 'provisioner',
  name: 'DeprovisionRuntime',
  text: `mutation DeprovisionRuntime(\$id: String!) {
  started: deprovisionRuntime(id: \$id)
}`,
};

export const OperationProgress: Operation<{ readonly operation: { readonly id: string | null; readonly operation: 'Provision' | 'ProvisionNoInstall' | 'Upgrade' | 'UpgradeShoot' | 'Deprovision' | 'DeprovisionNoInstall' | 'ReconnectRuntime' | 'Hibernate'; readonly state: 'Pending' | 'InProgress' | 'Succeeded' | 'Failed'; readonly message: string | null; readonly runtimeID: string | null; readonly lastError: { readonly errMessage: string | null; readonly reason: string | null; readonly component: string | null } | null; readonly steps: readonly { readonly name: string; readonly state: 'Pending' | 'InProgress' | 'Succeeded' | 'Failed'; readonly startedAt: string; readonly finishedAt: string | null; readonly error: string | null }[] | null } | null }, { readonly id: string }> = {
  api: 'provisioner',
  name: 'OperationProgress',
  text: `query OperationProgress(\$id: String!) {
  operation: runtimeOperationStatus(id: \$id) {
    ...OperationLine
    steps {
      name
      state
      startedAt
      finishedAt
      error
    }
  }
}

fragment OperationLine on OperationStatus {
  id
  operation
  state
  message
  runtimeID
  lastError {
    errMessage
    reason
    component
  }
}`,
};

export const RuntimeProgress: Operation<{ readonly runtime: { readonly runtimeConnectionStatus: { readonly status: 'Pending' | 'Connected' | 'Disconnected' } | null; readonly infrastructure: { readonly driver: string; readonly stackID: string | null; readonly consoleURL: string | null } | null } | null }, { readonly id: string }> = {
  api: 'provisioner',
  name: 'RuntimeProgress',
  text: `query RuntimeProgress(\$id: String!) {
  runtime: runtimeStatus(id: \$id) {
    runtimeConnectionStatus {
      status
    }
    infrastructure {
      driver
      stackID
      consoleURL
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
