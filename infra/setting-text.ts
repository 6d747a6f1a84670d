import type { SettingName } from './setting-schema.ts';

const splitByComma = (text: string): string[] => text.split(',').map((part) => part.trim());

function parsedIfJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A text that is no number stays what it is, so that the schema names the setting. */
const number = (text: string): unknown => (text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text));

/** Settings that are no text: what a text on the command line stands for. */
const parsers: Partial<Record<SettingName, (text: string) => unknown>> = {
  certificateAuthority: splitByComma,
  distrustedCertificates: splitByComma,
  applicationHideSelectors: parsedIfJson,
  quotas: parsedIfJson,
  csrSubject: parsedIfJson,
  firewall: parsedIfJson,
  consoleSignIn: parsedIfJson,
  reservedConcurrency: parsedIfJson,
  runtimeTargets: parsedIfJson,
  allowSha1Csr: parsedIfJson,
  formerMessageKeys: parsedIfJson,
  webhookRetrySeconds: (text) => splitByComma(text).map(number),
  fetchRetrySeconds: (text) => splitByComma(text).map(number),
  applicationCertificateDays: number,
  runtimeCertificateDays: number,
  accountConcurrency: number,
  monthlyBudgetUsd: number,
  requestsPerSecond: number,
  tenantRequestsPerSecond: number,
  pollAfterSeconds: number,
  applicationTokenSeconds: number,
  runtimeTokenSeconds: number,
  healthCheckSeconds: number,
  healthCheckConcurrency: number,
  livenessConcurrency: number,
};

/** Reads a setting as the command line or cdk.json gives it. */
export const settingOf = (name: SettingName, given: unknown): unknown =>
  typeof given === 'string' ? (parsers[name]?.(given) ?? given) : given;
