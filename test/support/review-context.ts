import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import type { Clock } from "#src/clock.ts";
import { createAssessor } from "#src/reviews/assessor.ts";
import type { ReviewContext } from "#src/reviews/context.ts";
import { parserUnderstanding } from "#src/reviews/parser.ts";
import type { ChannelKey } from "#src/reviews/review.ts";
import { type StartedReview, startReview } from "#src/reviews/start-review.ts";
import { openStore } from "#src/storage/open-store.ts";
import type { Store } from "#src/storage/port.ts";
import { seeded } from "#test/support/crash-rounds.ts";

/** A use case's surroundings: a real store, the real model and catalog, a clock that stands still until it is set. */
export interface ReviewWorld {
  context(): ReviewContext;
  store(): Store;
  clock: Clock & { set(at: string): void };
  /** A channel no other test uses. */
  channel(): ChannelKey;
  start(key: ChannelKey, text: string, by?: { id: string; name: string }): Promise<StartedReview>;
}

export const ada = { id: "U1", name: "Ada" };
export const lin = { id: "U2", name: "Lin" };

/** Call once in a test file: one store for all its tests. */
export function reviewWorld(): ReviewWorld {
  const directory = mkdtempSync(join(tmpdir(), "rethink-"));
  const catalog = loadCatalog();
  const assess = createAssessor();
  const understanding = parserUnderstanding(catalog);
  const random = seeded(7);
  let now = new Date("2026-11-24T10:00:00Z");
  let channels = 0;
  let store: Store | null = null;
  beforeAll(async () => {
    store = await openStore({ databaseUrl: null, dataDir: directory, secretKey: null });
  });
  afterAll(async () => {
    await store?.close();
    rmSync(directory, { recursive: true, force: true });
  });
  const opened = (): Store => {
    if (store === null) throw new Error("the store is not open yet");
    return store;
  };
  const clock = {
    now: () => now,
    set: (at: string) => {
      now = new Date(at);
    },
  };
  const context = (): ReviewContext => ({ records: opened(), catalog, assess, understanding, clock, random });
  return {
    context,
    store: opened,
    clock,
    channel: () => {
      channels += 1;
      return { platform: "slack", tenant: `T${channels}`, channel: "C1" };
    },
    start: async (key, text, by = ada) => {
      const described = understanding.describe(text);
      if (described.kind === "ask") throw new Error(described.message);
      return startReview(context(), { key, author: by, said: text, ...described });
    },
  };
}
