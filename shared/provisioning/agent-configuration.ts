/** The data that a Runtime Agent needs to pair. Its token is a secret. */
export interface AgentConfiguration {
  readonly CONNECTOR_URL: string;
  readonly TOKEN: string;
  readonly RUNTIME_ID: string;
  readonly TENANT: string;
}

/** Keeps agent configurations where only drivers and agents may read them. */
export interface AgentConfigurationStore {
  /** Writes a configuration, replacing an earlier one. */
  save(configuration: AgentConfiguration): Promise<void>;
  find(runtimeId: string): Promise<AgentConfiguration | undefined>;
  /** A repeat is harmless. */
  delete(runtimeId: string): Promise<void>;
}
