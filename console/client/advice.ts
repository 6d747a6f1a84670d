const later = 'Try again in a moment.';
const another = 'Choose another name, or change the one that there is.';

/** Advice for the user on the refusals of the APIs, by their code. Those that are not here say by their message what is wrong. */
export const adviceOn: Readonly<Record<string, string>> = {
  Unauthorized: 'Sign in again: the session has ended, or it is not for this control plane.',
  InsufficientScopes: 'Ask the administrator of the identity provider for a role with this right.',
  TenantRequired: 'Choose a tenant at the top of the page.',
  TenantNotFound: 'Choose another tenant at the top of the page. Groups of the user at the identity provider (tenant/<id>) name them.',
  NotFound: 'It may have been deleted, or be of another tenant. Go back to the list.',
  NotUnique: another,
  NotUniqueName: another,
  InvalidOperation:
    'The message names the state that does not allow it: change that first. An Application leaves its formations before it is deleted.',
  QuotaExceeded: 'The message names the quota and what makes room.',
  TooManyRequests: later,
  ConcurrentOperation: 'Wait for the operation that is in progress. The page of the Runtime shows it.',
  ConcurrentUpdate: later,
  IdentityProviderUnavailable: 'Try again in a moment. If it stays so, the control plane does not reach the identity provider.',
  ClientsExhausted: 'Delete OAuth clients that are not needed any more, or ask those who run the control plane for room.',
  TokenInvalid: 'Make another one-time token: each can be used once, before its end.',
  CertificateInvalid: 'Pair again with a new one-time token.',
  CertificateSuperseded: 'Find out where the other copy of the key is, then pair again with a new one-time token.',
  DriverFailed: 'The message is that of the driver. Mend what it names, remove the Runtime and provision it again.',
  DriverUnavailable: later,
  AgentNotConnected: 'Look at the log of the Agent for its reason, then reconnect the Runtime.',
  TargetRefused: 'Use a public https address on port 443 or 8443.',
  TargetUnreachable: 'Check that the address is public, resolves, and has a certificate of a public authority.',
  AnswerTooLarge: 'Open single objects instead of the list.',
  InternalError: 'Try again. If it stays so, pass the errorID of the message to those who run the control plane.',
};
