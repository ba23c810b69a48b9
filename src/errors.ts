/** Stable codes of everything a person can be told went wrong; other programs may match on them. */
export type ErrorCode =
  | "bad-input"
  | "bad-json"
  | "unknown-field"
  | "unknown-region"
  | "unknown-price"
  | "missing-price"
  | "unknown-verb"
  | "no-workload"
  | "missing-rate"
  | "unknown-review"
  | "which-review"
  | "not-allowed"
  | "storage-unavailable"
  | "store-in-use"
  | "refresh-failed"
  | "unknown-catalog"
  | "bad-schedule"
  | "config";

/** What went wrong, where, and what to do next. */
export interface UserErrorDetails {
  code: ErrorCode;
  /** One clear sentence. */
  message: string;
  /** What the person can do now. */
  nextStep?: string;
  /** Dotted path of the field at fault. */
  path?: string;
}

/**
 * A fault the person can mend. It reaches the one who asked, privately where the platform can.
 * Anything else thrown is a bug: logged with an id, and the person is told the id.
 */
export class UserError extends Error {
  readonly code: ErrorCode;
  readonly nextStep: string | undefined;
  readonly path: string | undefined;

  constructor(details: UserErrorDetails, options?: ErrorOptions) {
    super(details.message, options);
    this.name = "UserError";
    this.code = details.code;
    this.nextStep = details.nextStep;
    this.path = details.path;
  }

  /** The same as data. */
  get details(): UserErrorDetails {
    const { code, message, nextStep, path } = this;
    return {
      code,
      message,
      ...(nextStep === undefined ? {} : { nextStep }),
      ...(path === undefined ? {} : { path }),
    };
  }

  /** Message and next step as one line, for stderr and plain replies. */
  get sentence(): string {
    return this.nextStep === undefined ? this.message : `${this.message} ${this.nextStep}`;
  }
}

/** Makes a forgotten case of a closed union a build error. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}

/**
 * Somebody outside asked to wait: nothing was done, and the same call may succeed later. Jobs reschedule on it instead
 * of counting a failure.
 */
export class RetryLater extends Error {
  readonly retryAfterMs: number;

  constructor(message: string, retryAfterMs: number, options?: ErrorOptions) {
    super(message, options);
    this.name = "RetryLater";
    this.retryAfterMs = retryAfterMs;
  }
}
