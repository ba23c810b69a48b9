import type { JobQueue, Jobs, MinuteTask } from "#src/jobs/port.ts";
import { type PlanParts, planRuns } from "./plan-runs.ts";
import { giveUpRun, type RunParts, runDigest } from "./run-digest.ts";

/** Each platform has a queue of its own: a process works those of the platforms it is connected to. */
export function queueName(platform: string): string {
  return `digest-${platform}`;
}

export interface RunTimes {
  /** How long a run may take in one process before it is taken for lost. */
  expireSeconds: number;
  /** Wait before a second try; it doubles from there. */
  retrySeconds: number;
}

export const runTimes: RunTimes = { expireSeconds: 90, retrySeconds: 20 };

/** Finished runs are kept this long, so that no occurrence is ever made again. */
const KEEP_RUNS_MS = 90 * 86_400_000;

/** The queue of runs, retried for about an hour. */
export function digestQueue(platform: string, parts: RunParts, { expireSeconds, retrySeconds }: RunTimes): JobQueue {
  return {
    name: queueName(platform),
    handle: (data) => runDigest(parts, data),
    gaveUp: (data) => giveUpRun(parts, data),
    retries: 6,
    firstRetrySeconds: retrySeconds,
    longestRetrySeconds: 900,
    expireSeconds,
    batch: 20,
  };
}

/** Once a minute: runs of what is due. */
export function planTask(parts: PlanParts, jobs: () => Promise<Jobs>): MinuteTask {
  return {
    name: `digest-plan-${parts.platform}`,
    run: async () => {
      await planRuns(parts, await jobs(), queueName(parts.platform));
      await parts.records.digests.pruneRuns(new Date(parts.now().getTime() - KEEP_RUNS_MS));
    },
  };
}
