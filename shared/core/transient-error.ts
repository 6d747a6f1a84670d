const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);

interface ServiceError extends Error {
  readonly $retryable?: unknown;
  readonly $fault?: string;
  readonly code?: string;
}

/** Returns true for AWS errors that the SDK or the service marks as retryable, and for network errors. */
export const isTransient = (error: ServiceError): boolean =>
  error.$retryable !== undefined ||
  error.$fault === 'server' ||
  error.name === 'TimeoutError' ||
  /Throttl|TooManyRequests|ProvisionedThroughputExceeded|RequestLimitExceeded/.test(error.name) ||
  networkCodes.has(error.code ?? '');
