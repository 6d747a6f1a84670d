import type { CliErrorKind } from '../cli-error.ts';

/** A class of refusals: how it ends the command, what it means, and what to do. */
export interface RefusalClass {
  readonly kind: CliErrorKind;
  readonly meaning: string;
  readonly advice: string;
}

const signInAgain = 'Sign in again: compass login. Of a system on this machine, start it again: its tokens last as long as it runs.';
const later = 'Give the command again in a moment.';

/** The refusals of the APIs by their code, as extensions.error has it. Those that are not here say by their message what is wrong. */
export const refusals: Readonly<Record<string, RefusalClass>> = {
  Unauthorized: { kind: 'sign-in', meaning: 'The token is missing, has expired, or is not for this control plane.', advice: signInAgain },
  InsufficientScopes: {
    kind: 'failed',
    meaning: 'The signed-in user lacks the scope of the operation.',
    advice: 'Ask the administrator of the identity provider for the role, or sign in as another user: compass login.',
  },
  TenantRequired: {
    kind: 'usage',
    meaning: 'No tenant was named.',
    advice: 'Name one: --tenant, COMPASS_TENANT, or the one of the profile.',
  },
  TenantNotFound: {
    kind: 'usage',
    meaning: 'The tenant does not exist, or the signed-in user does not belong to it.',
    advice: 'Compare --tenant with the groups of the user (tenant/<id>) at the identity provider.',
  },
  NotFound: {
    kind: 'not-found',
    meaning: 'The object does not exist in this tenant, or the signed-in user may not see it.',
    advice: 'List what there is: compass app list, compass runtime list, compass formation list. --tenant chooses another tenant.',
  },
  NotUnique: {
    kind: 'failed',
    meaning: 'There is one with the same key.',
    advice: 'Choose another name, or change the one that there is.',
  },
  NotUniqueName: {
    kind: 'failed',
    meaning: 'There is one with the same name.',
    advice: 'Choose another name, or change the one that there is.',
  },
  InvalidOperation: {
    kind: 'failed',
    meaning: 'The state of the object does not allow it.',
    advice: 'The message names the state: change it first. An Application leaves its formations before it is deleted.',
  },
  QuotaExceeded: {
    kind: 'failed',
    meaning: 'A quota is reached.',
    advice: 'The message names it and what makes room; docs/quotas.md has them all.',
  },
  TooManyRequests: { kind: 'unavailable', meaning: 'The tenant sends too many requests.', advice: later },
  ConcurrentOperation: {
    kind: 'failed',
    meaning: 'Another operation on the object is in progress.',
    advice: 'Wait for it: compass status <runtime>.',
  },
  ConcurrentUpdate: { kind: 'unavailable', meaning: 'The object changed meanwhile.', advice: later },
  IdentityProviderUnavailable: {
    kind: 'unavailable',
    meaning: 'The control plane cannot read the keys of the identity provider.',
    advice: `${later} If it stays so, the issuer is down or not reachable from the control plane.`,
  },
  TokenInvalid: {
    kind: 'failed',
    meaning: 'The one-time token is malformed, unknown, used or expired.',
    advice: 'Make another: compass token create.',
  },
  CertificateInvalid: {
    kind: 'failed',
    meaning: 'The client certificate has expired, was revoked, or is of another control plane.',
    advice: 'Pair again: compass pair, or compass reconnect for a Runtime that was provisioned.',
  },
  CertificateSuperseded: {
    kind: 'failed',
    meaning: 'The client certificate was renewed before: its key may have been copied.',
    advice: 'Find out where the other copy is, then pair again: compass pair, or compass reconnect.',
  },
  DriverFailed: {
    kind: 'failed',
    meaning: 'The driver could not build or remove the infrastructure of the Runtime.',
    advice: 'The message is that of the driver. Mend what it names, deprovision the Runtime and provision it again.',
  },
  DriverUnavailable: { kind: 'unavailable', meaning: 'The driver of the Runtime could not be reached.', advice: later },
  AgentNotConnected: {
    kind: 'failed',
    meaning: 'The infrastructure is there, but its Agent did not connect in time.',
    advice: 'Look at the log of the Agent for its reason, then: compass reconnect <runtime>.',
  },
  TargetRefused: {
    kind: 'failed',
    meaning: 'The control plane calls no such address.',
    advice: 'Use a public https address on port 443 or 8443; docs/webhooks.md says which are refused.',
  },
  TargetUnreachable: {
    kind: 'unavailable',
    meaning: 'The control plane cannot reach the address.',
    advice: 'Check that it is public, resolves, and has a certificate of a public authority.',
  },
  AnswerTooLarge: { kind: 'failed', meaning: 'The answer would be larger than 6 MB.', advice: 'Ask for smaller pages or single objects.' },
  InternalError: {
    kind: 'unavailable',
    meaning: 'A defect of the control plane, or a part of it does not answer.',
    advice:
      'Give the command again. If it stays so, pass the errorID of the message to those who run the control plane: their logs have it.',
  },
};
