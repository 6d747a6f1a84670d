/** Modules that are mutated together, and their tests. */
export interface MutationGroup {
  readonly mutate: readonly string[];
  /** Files of tests, as few as find the mutants: each of them may run for each mutant. */
  readonly tests: readonly string[];
}

const unit = (...folders: string[]): string[] => folders.map((folder) => `test/unit/${folder}/**/*.test.ts`);
const unitFiles = (...names: string[]): string[] => names.map((name) => `test/unit/${name}.test.ts`);
const integration = (...names: string[]): string[] => names.map((name) => `test/integration/${name}.test.ts`);

/** Groups by promise. Rules are tested without an engine. Groups with `-table` in their name are conditions of writes, tested against one. */
export const mutationGroups: Readonly<Record<string, MutationGroup>> = {
  doors: {
    mutate: [
      'shared/core/actor.ts',
      'functions/director/authorized.ts',
      'functions/director/sanitized.ts',
      'shared/pairing/one-time-token.ts',
      'shared/pairing/spend-one-time-token.ts',
      'shared/pairing/key-thumbprint.ts',
      'shared/certificates/certificate-identity.ts',
      'shared/certificates/csr.ts',
      'shared/certificates/csr-subject.ts',
      'shared/certificates/trust-anchors.ts',
      'shared/lambda/user-authentication.ts',
    ],
    tests: [
      ...unit('core', 'director', 'lambda', 'pairing'),
      ...unitFiles('certificates/certificate-identity', 'certificates/csr-rules', 'certificates/csr-subject', 'certificates/trust-anchors'),
    ],
  },
  exchange: {
    mutate: [
      'shared/certificates/exchange-certificate.ts',
      'shared/pairing/next-token.ts',
      'shared/pairing/issue-one-time-token.ts',
      'shared/pairing/reissue-one-time-token.ts',
    ],
    tests: unitFiles('certificates/exchange', 'pairing/tokens'),
  },
  'exchange-table': {
    mutate: ['shared/table/pairing/token-writes.dynamo.ts', 'shared/table/pairing/system-auth-conditions.dynamo.ts'],
    tests: integration('token-writes', 'certificate-writes', 'credential-quotas'),
  },
  renewal: {
    mutate: [
      'shared/certificates/renew-certificate.ts',
      'shared/certificates/succession.ts',
      'shared/certificates/standing.ts',
      'shared/certificates/refuse-copied-key.ts',
      'shared/certificates/issue-certificate.ts',
      'shared/certificates/authenticate-certificate.ts',
      'shared/certificates/note-suspicion.ts',
      'shared/certificates/revoke-certificate.ts',
      'shared/pairing/forgotten-certificates.ts',
      'shared/table/pairing/certificate-reader.ts',
    ],
    tests: [
      ...unitFiles('certificates/certificate-end', 'certificates/certificate-holder', 'certificates/renewal', 'certificates/succession'),
      ...unitFiles('table/changes/events-of-change'),
    ],
  },
  'renewal-table': {
    mutate: ['shared/table/pairing/certificate-writes.dynamo.ts'],
    tests: integration('certificate-writes'),
  },
  revocation: {
    mutate: ['shared/certificates/revocation/*.ts', 'shared/pairing/delete-system-auth.ts', 'shared/pairing/origin.ts'],
    tests: [
      ...unitFiles('certificates/fair-share', 'certificates/revoke-at-authority', 'certificates/shared-run', 'certificates/revocation'),
      ...unitFiles('pairing/origin'),
    ],
  },
  'revocation-table': {
    mutate: ['shared/table/certificates/revocation-repository.dynamo.ts', 'shared/table/pairing/derived-credentials.dynamo.ts'],
    tests: integration('certificate-writes', 'derived-credentials', 'revocation-lists'),
  },
  quotas: {
    mutate: [
      'shared/core/quotas.ts',
      'shared/table/quota-counts.dynamo.ts',
      'shared/table/quota-counts-entity.dynamo.ts',
      'shared/table/exact-counts.dynamo.ts',
      'shared/table/pairing/credential-quota.dynamo.ts',
    ],
    tests: [...unit('core'), ...integration('quota-counts', 'exact-counts', 'credential-quotas', 'runtime-shares')],
  },
  membership: {
    mutate: [
      'shared/formations/assign-formation.ts',
      'shared/formations/automatic-assignment.ts',
      'shared/formations/fitting-type.ts',
      'shared/formations/follow-labels.ts',
      'shared/formations/initial-assignments.ts',
      'shared/formations/membership.ts',
      'shared/formations/set-scenarios.ts',
      'shared/labels/own-labels.ts',
      'shared/labels/fixed-labels.ts',
      'shared/labelling/change-label.ts',
      'shared/memberships/*.ts',
    ],
    tests: unit('formations', 'labels', 'labelling', 'memberships'),
  },
  'membership-table': {
    mutate: ['shared/table/formations/assignment-steps.dynamo.ts'],
    tests: integration('formations-repository', 'formation-templates'),
  },
};
