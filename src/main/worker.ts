import type { ChannelId } from "#src/storage/port.ts";
import { isUnavailable, type LaneParts, workLane } from "./lane.ts";

/** Takes accepted events one channel at a time, several channels at once. */
export interface Worker {
  /** There may be something to do. */
  wake(): void;
  /** Resolves once nothing that can be done now is left undone. */
  settled(): Promise<void>;
  /** Takes nothing new, finishes what is in hand. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  /** Channels worked on at the same time. */
  slots: number;
  /** How long a process may be silent before its channels pass to others. */
  leaseMs: number;
  /** How often to look for what other processes left behind. */
  pollMs: number;
}

export const workerDefaults: WorkerOptions = { slots: 8, leaseMs: 15_000, pollMs: 2_000 };

/** After the store said "not now". */
const UNAVAILABLE_RETRY_MS = 500;

export function startWorker(parts: LaneParts, options: WorkerOptions = workerDefaults): Worker {
  const { store, log } = parts;
  const platforms = [...parts.platforms.keys()];
  const active = new Set<Promise<void>>();
  const timers = new Set<NodeJS.Timeout>();
  let stopping = false;
  let claiming: Promise<void> | null = null;
  let again = false;

  const later = (delayMs: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      wake();
    }, delayMs);
    timers.add(timer);
  };

  /** Fills free slots; a wake-up that comes meanwhile is not lost. */
  function wake(): void {
    again = true;
    if (claiming !== null || stopping) return;
    claiming = claimAll().finally(() => {
      claiming = null;
      if (again && active.size < options.slots) wake();
    });
  }

  async function claimAll(): Promise<void> {
    try {
      while (!stopping && again && active.size < options.slots) {
        again = false;
        for (;;) {
          if (stopping || active.size >= options.slots) break;
          // A name of its own for each claim: what outlived its lease can't pass for what holds the channel now.
          const holder = parts.newId();
          const key = await store.lanes.claim(holder, options.leaseMs, platforms);
          if (key === null) break;
          begin(key, holder);
        }
      }
    } catch (error) {
      if (!isUnavailable(error)) log.error({ err: error }, "work could not be claimed");
      later(UNAVAILABLE_RETRY_MS);
    }
  }

  function begin(key: ChannelId, holder: string): void {
    const work = hold(key, holder).finally(() => {
      active.delete(work);
      wake();
    });
    active.add(work);
  }

  /** Keeps the lease while working, and lets it go. */
  async function hold(key: ChannelId, holder: string): Promise<void> {
    let lost = false;
    const renew = async (): Promise<void> => {
      try {
        lost ||= !(await store.lanes.renew(key, holder, options.leaseMs));
      } catch {
        // The next transaction's guard finds out.
      }
    };
    const renewal = setInterval(() => void renew(), options.leaseMs / 3);
    try {
      const dueInMs = await workLane(key, holder, parts, () => stopping || lost);
      if (dueInMs !== null) later(dueInMs);
    } catch (error) {
      if (!isUnavailable(error)) log.error({ err: error }, "a channel's work stopped");
      later(UNAVAILABLE_RETRY_MS);
    } finally {
      clearInterval(renewal);
      await store.lanes.release(key, holder).catch(() => {});
    }
  }

  const poll = setInterval(wake, options.pollMs);
  wake();
  return {
    wake,
    settled: async () => {
      while (claiming !== null || active.size > 0)
        await Promise.race([claiming, ...active].filter((one) => one !== null));
    },
    stop: async () => {
      stopping = true;
      clearInterval(poll);
      for (const timer of timers) clearTimeout(timer);
      await claiming;
      await Promise.all(active);
    },
  };
}
