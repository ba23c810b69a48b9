import { type ChannelId, type LaneKind, laneKinds } from "#src/storage/port.ts";
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
  /** Queues worked on at the same time: of channels, and of those that wait on somebody outside. */
  slots: Readonly<Record<LaneKind, number>>;
  /** How long a process may be silent before its channels pass to others. */
  leaseMs: number;
  /** How often to look for what other processes left behind. */
  pollMs: number;
}

export const workerDefaults: WorkerOptions = { slots: { channel: 8, side: 8 }, leaseMs: 15_000, pollMs: 2_000 };

/** After the store said "not now". */
const UNAVAILABLE_RETRY_MS = 500;

export function startWorker(parts: LaneParts, options: WorkerOptions = workerDefaults): Worker {
  const { store, log } = parts;
  const platforms = [...parts.platforms.keys()];
  const active: Record<LaneKind, Set<Promise<void>>> = { channel: new Set(), side: new Set() };
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

  const hasFree = (kind: LaneKind): boolean => active[kind].size < options.slots[kind];

  /** Fills free slots; a wake-up that comes meanwhile is not lost. */
  function wake(): void {
    again = true;
    if (claiming !== null || stopping) return;
    claiming = claimAll().finally(() => {
      claiming = null;
      if (again && laneKinds.some(hasFree)) wake();
    });
  }

  async function claimAll(): Promise<void> {
    try {
      while (!stopping && again && laneKinds.some(hasFree)) {
        again = false;
        for (const kind of laneKinds) await claimKind(kind);
      }
    } catch (error) {
      if (!isUnavailable(error)) log.error({ err: error }, "work could not be claimed");
      later(UNAVAILABLE_RETRY_MS);
    }
  }

  async function claimKind(kind: LaneKind): Promise<void> {
    while (!stopping && hasFree(kind)) {
      // A name of its own for each claim: what outlived its lease can't pass for what holds the channel now.
      const holder = parts.newId();
      const key = await store.lanes.claim(holder, options.leaseMs, platforms, kind);
      if (key === null) return;
      const work = hold(key, holder).finally(() => {
        active[kind].delete(work);
        wake();
      });
      active[kind].add(work);
    }
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
      for (;;) {
        const under = [claiming, ...active.channel, ...active.side].filter((one) => one !== null);
        if (under.length === 0) return;
        await Promise.race(under);
      }
    },
    stop: async () => {
      stopping = true;
      clearInterval(poll);
      for (const timer of timers) clearTimeout(timer);
      await claiming;
      await Promise.all([...active.channel, ...active.side]);
    },
  };
}
