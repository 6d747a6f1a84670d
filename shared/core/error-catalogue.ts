/** The kind of an error, independent of any transport. Each edge maps a kind once. */
export type ErrorKind = 'invalid' | 'unauthenticated' | 'forbidden' | 'not-found' | 'conflict' | 'limited' | 'unavailable' | 'internal';

interface CatalogueEntry {
  readonly kind: ErrorKind;
  /** The number existing Compass clients read from `extensions.error_code`. */
  readonly number: number;
  readonly meaning: string;
}

/** Every code a caller can meet. Names and numbers are those of the original Director, so clients can keep switching on them. */
export const errorCatalogue = {
  InternalError: {
    kind: 'internal',
    number: 10,
    meaning: 'Something failed on our side; the message carries an error id that the logs know.',
  },
  NotFound: { kind: 'not-found', number: 20, meaning: 'The object does not exist, or the caller may not see it.' },
  NotUnique: { kind: 'conflict', number: 21, meaning: 'An object with the same key exists already.' },
  InvalidData: { kind: 'invalid', number: 22, meaning: 'The input breaks a documented rule; the message names the field.' },
  InsufficientScopes: { kind: 'forbidden', number: 23, meaning: 'The caller is known but lacks the scope the operation requires.' },
  TenantRequired: { kind: 'invalid', number: 24, meaning: 'The Tenant header is missing and cannot be derived from the credential.' },
  TenantNotFound: { kind: 'invalid', number: 25, meaning: 'The tenant does not exist, or the credential does not belong to it.' },
  Unauthorized: { kind: 'unauthenticated', number: 26, meaning: 'No valid credential was presented.' },
  IdentityProviderUnavailable: {
    kind: 'unavailable',
    number: 10,
    meaning: 'The keys of the identity provider cannot be read, so no token can be checked; send the request again.',
  },
  ClientsExhausted: {
    kind: 'unavailable',
    number: 10,
    meaning: 'The identity provider has reached its limit of OAuth clients.',
  },
  InvalidOperation: { kind: 'conflict', number: 27, meaning: 'The object is in a state that does not allow the operation.' },
  QuotaExceeded: {
    kind: 'conflict',
    number: 27,
    meaning: 'A quota is reached; the message names it and what makes room.',
  },
  TooManyRequests: {
    kind: 'limited',
    number: 10,
    meaning: 'Too many requests of the tenant, or tests of a webhook; send it again after the seconds that the message names.',
  },
  NotUniqueName: { kind: 'conflict', number: 31, meaning: 'The name, after normalisation, is taken in this tenant.' },
  ConcurrentOperation: { kind: 'conflict', number: 32, meaning: 'Another operation on the object is in progress.' },
  ConcurrentUpdate: {
    kind: 'conflict',
    number: 35,
    meaning: 'The object changed meanwhile, more often than we retry; send the request again.',
  },
  BadRequest: { kind: 'invalid', number: 400, meaning: 'The request could not be read.' },
  AnswerTooLarge: {
    kind: 'invalid',
    number: 400,
    meaning: 'The answer would be larger than 6 MB; ask for smaller pages, fewer texts of specifications, or single objects.',
  },
  TokenInvalid: { kind: 'unauthenticated', number: 26, meaning: 'The one-time token is malformed, unknown, used or expired.' },
  CertificateInvalid: {
    kind: 'unauthenticated',
    number: 26,
    meaning: 'The client certificate is expired, revoked, foreign or not recorded, or its System Auth was deleted.',
  },
  CertificateSuperseded: {
    kind: 'unauthenticated',
    number: 26,
    meaning: 'The client certificate was renewed or replaced before: its key may be copied; pair again with a new one-time token.',
  },
  CsrInvalid: { kind: 'invalid', number: 22, meaning: 'The certificate signing request breaks one of the documented rules.' },
  DriverFailed: { kind: 'unavailable', number: 10, meaning: 'The runtime driver could not provision or remove the infrastructure.' },
  DriverUnavailable: { kind: 'unavailable', number: 10, meaning: 'The runtime driver could not be reached; the step is repeated.' },
  TargetRefused: { kind: 'invalid', number: 22, meaning: 'A URL is not allowed for outgoing calls.' },
  TargetUnreachable: { kind: 'unavailable', number: 10, meaning: 'An external endpoint could not be reached, or not in time.' },
  EventSenderRefused: {
    kind: 'forbidden',
    number: 23,
    meaning: 'The credential is not of an Application that the Runtime sees under the name in the path.',
  },
  EventTooLarge: { kind: 'invalid', number: 22, meaning: 'An event, or the request, is larger than the events gateway takes.' },
  UnsupportedEventFormat: { kind: 'invalid', number: 400, meaning: 'The request is in no format of events that the gateway reads.' },
  EventsNotStored: { kind: 'unavailable', number: 10, meaning: 'The bus of the Runtime did not store all events; send the request again.' },
  ControlPlaneUnavailable: {
    kind: 'unavailable',
    number: 10,
    meaning: 'The events gateway cannot ask the control plane for the standing of a credential; send the request again.',
  },
  AgentNotConnected: { kind: 'unavailable', number: 10, meaning: 'The Runtime Agent did not connect in time.' },
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof errorCatalogue;
