/** Work that is done later, by whichever process has room, at least once: retried with back-off, then given up. */
export interface JobQueue {
  name: string;
  /**
   * Does one job. Throwing `RetryLater` puts the same job off without counting a failure; any other error is a failed
   * try.
   */
  handle(data: unknown, attempt: number): Promise<void>;
  /** The job failed its last try. It is kept among the dead letters, where an operator finds it. */
  gaveUp(data: unknown): Promise<void>;
  /** Tries after the first. */
  retries: number;
  /** Wait before the second try; it doubles from there, with jitter. */
  firstRetrySeconds: number;
  longestRetrySeconds: number;
  /** A job that takes longer is taken for lost with its process, and given to another. */
  expireSeconds: number;
  /** Jobs taken at once. */
  batch: number;
}

export interface NewJob {
  /** While a job of this key waits or runs, another is not made. */
  key: string;
  data: unknown;
  /** Not before this; null: now. */
  startAfter: Date | null;
}

/** Called once a minute in one process of all, and once in each when it starts. */
export interface MinuteTask {
  name: string;
  run(): Promise<void>;
}

export interface Jobs {
  enqueue(queue: string, jobs: readonly NewJob[]): Promise<void>;
  /** Takes nothing new, waits for what is in hand. */
  stop(): Promise<void>;
}

/** The database jobs are kept in; the same one as everything else. */
export type JobStore =
  | { kind: "postgres"; connectionString: string }
  | {
      kind: "embedded";
      query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
      exec(text: string): Promise<{ rows: Record<string, unknown>[] }[]>;
    };

/** Time and timers; the system's unless a test drives them. */
export interface JobClock {
  now(): number;
  setTimeout(work: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
  setInterval(work: () => void, ms: number): unknown;
  clearInterval(timer: unknown): void;
}

export interface JobOptions {
  clock?: JobClock;
  /** How often an idle process looks for jobs. */
  pollSeconds: number;
  /** How often jobs of lost processes are looked for; null: never, where none can be lost. */
  superviseSeconds: number | null;
  /** Errors of the engine itself, among them a database that is away: it goes on by itself. */
  onError(error: unknown): void;
}
