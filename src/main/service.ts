import type { CommandContext } from "#commands/context.ts";
import { registry } from "#commands/registry.ts";
import { loadCatalog } from "#src/catalog/load.ts";
import type { Door, Platform } from "#src/platforms/port.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import type { Understanding } from "#src/reviews/context.ts";
import type { Records } from "#src/storage/port.ts";
import { digestWatches } from "./digests.ts";
import { createDoor } from "./door.ts";
import { newFaultId } from "./fault-id.ts";
import type { ServiceParts } from "./parts.ts";
import { type ContextFor, perform } from "./perform.ts";
import { startWorker, type WorkerOptions, workerDefaults } from "./worker.ts";

export interface Service {
  door: Door;
  /** Resolves once every accepted event is worked and everything that can be posted now is posted. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface ServiceOptions {
  /** How a platform is addressed in a thread: "@Rethink ", or "". */
  mentionOf(platform: string): string;
  worker?: WorkerOptions;
}

const KEEP_EVENT_IDS_MS = 72 * 3_600_000;
const KEEP_DEPARTED_MS = 30 * 24 * 3_600_000;
const SWEEP_EVERY_MS = 3_600_000;

/** Joins store, commands and platforms; resolves when every platform takes events. */
export async function startService(
  parts: ServiceParts,
  platforms: readonly Platform[],
  options: ServiceOptions,
): Promise<Service> {
  const { store, log } = parts;
  const contextFor: ContextFor = (records, invocation, understanding, readLater) => ({
    ...commandContext(parts, records, invocation, options, understanding),
    readLater,
  });
  const worker = startWorker(
    {
      store,
      platforms: new Map(platforms.map((platform) => [platform.name, platform])),
      perform: (event) => perform(event, parts, contextFor),
      log,
      metrics: parts.metrics,
      newId: parts.newId,
      newFaultId: () => newFaultId(parts.random),
    },
    options.worker ?? workerDefaults,
  );
  const door = createDoor(parts, worker.wake);
  const sweep = setInterval(() => void sweepStore(parts), SWEEP_EVERY_MS);
  for (const platform of platforms) await platform.start(door);
  return {
    door,
    settled: worker.settled,
    stop: async () => {
      clearInterval(sweep);
      await Promise.all(platforms.map((platform) => platform.stop()));
      await worker.stop();
    },
  };
}

function commandContext(
  parts: ServiceParts,
  records: Records,
  { where }: Invocation,
  { mentionOf }: ServiceOptions,
  understanding: Understanding,
): Omit<CommandContext, "readLater"> {
  const { catalog, assess, clock, random } = parts;
  return {
    reviews: { records, catalog, assess, understanding, clock, random },
    commands: registry,
    spoken: false,
    mention: mentionOf(where.platform),
    catalogOf: loadCatalog,
    digestWatches: (key) => digestWatches(records, key),
  };
}

async function sweepStore({ store, clock, log }: ServiceParts): Promise<void> {
  try {
    const now = clock.now().getTime();
    await store.inbox.prune(new Date(now - KEEP_EVENT_IDS_MS));
    await store.asks.prune(new Date(now - KEEP_EVENT_IDS_MS));
    await store.cleanup.forgetDeparted(new Date(now - KEEP_DEPARTED_MS));
  } catch (error) {
    log.warn({ err: error }, "old rows could not be swept; trying again in an hour");
  }
}
