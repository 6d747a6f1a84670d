import type { StageSettings } from './setting-schema.ts';

/** Variables of functions that a setting gives a value, by their names in `env.ts`. A setting that is left out leaves the default of the function. */
export function variablesOf(settings: Partial<StageSettings>): Record<string, string> {
  const { csrSubject = {} } = settings;
  const given = {
    GROUPS_CLAIM: settings.groupsClaim,
    TENANT_REQUESTS_PER_SECOND: settings.tenantRequestsPerSecond,
    POLL_AFTER_SECONDS: settings.pollAfterSeconds,
    APPLICATION_TOKEN_SECONDS: settings.applicationTokenSeconds,
    RUNTIME_TOKEN_SECONDS: settings.runtimeTokenSeconds,
    CSR_COUNTRY: csrSubject.country,
    CSR_ORGANIZATION: csrSubject.organization,
    CSR_ORGANIZATIONAL_UNIT: csrSubject.organizationalUnit,
    CSR_LOCALITY: csrSubject.locality,
    CSR_PROVINCE: csrSubject.province,
    ALLOW_SHA1_CSR: settings.allowSha1Csr,
    RETRY_SCHEDULE_SECONDS: settings.webhookRetrySeconds?.join(','),
    FETCH_RETRY_SECONDS: settings.fetchRetrySeconds?.join(','),
    HEALTH_CHECK_CONCURRENCY: settings.healthCheckConcurrency,
    LIVENESS_CONCURRENCY: settings.livenessConcurrency,
  };
  return Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
}
