/** Limits of answers of a control plane. Beyond them there is an error, and nothing changes. */
export interface Limits {
  /** Bytes of one answer. */
  readonly answerBytes: number;
  /** Bytes, requests and time of all requests of one step of a cycle, such as reading all pages of the configuration. */
  readonly stepBytes: number;
  readonly stepRequests: number;
  readonly stepMilliseconds: number;
  /** Time of one request with its answer. */
  readonly requestMilliseconds: number;
}

const megabyte = 1_000_000;

export const defaultLimits: Limits = {
  answerBytes: 32 * megabyte,
  stepBytes: 256 * megabyte,
  stepRequests: 5000,
  stepMilliseconds: 600_000,
  requestMilliseconds: 30_000,
};
