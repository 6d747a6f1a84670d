export interface Verdict {
  readonly outcome: 'clean' | 'vulnerable' | 'unknown';
  readonly message: string;
}

interface Report {
  readonly auditReportVersion?: number;
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>;
  readonly message?: string;
}

/** Distinguishes a report of `npm audit --json` from the failure to get one, because a registry may have no advisories at all. */
export function verdictOf(output: string): Verdict {
  const report = parsed(output);
  if (report?.auditReportVersion === undefined || report.vulnerabilities === undefined) {
    return { outcome: 'unknown', message: `not audited, the registry answers no advisories: ${report?.message ?? 'no report'}` };
  }
  const found = Object.entries(report.vulnerabilities).map(([name, { severity, range }]) => `${name} ${range}: ${severity}`);
  if (found.length === 0) return { outcome: 'clean', message: 'no known vulnerabilities in what is deployed' };
  return { outcome: 'vulnerable', message: `known vulnerabilities in what is deployed:\n${found.join('\n')}` };
}

function parsed(output: string): Report | undefined {
  try {
    const report: unknown = JSON.parse(output);
    return typeof report === 'object' && report !== null ? report : undefined;
  } catch {
    return undefined;
  }
}
