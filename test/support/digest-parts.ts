import { pino } from "pino";
import { loadCatalog } from "#src/catalog/load.ts";
import type { ServiceParts } from "#src/main/parts.ts";
import { createMetrics } from "#src/ops/metrics.ts";
import type { Platform } from "#src/platforms/port.ts";
import type { Where } from "#src/reply/invocation.ts";
import type { Reply } from "#src/reply/reply.ts";
import { createAssessor } from "#src/reviews/assessor.ts";
import type { Understanding } from "#src/reviews/context.ts";
import { newSortableId } from "#src/reviews/ids.ts";
import type { Store } from "#src/storage/port.ts";

/** Something a digest platform was asked to post, and when. */
export interface Posted {
  at: string;
  where: Where;
  reply: Reply;
  deliveryKey: string;
}

const catalog = loadCatalog();
const assess = createAssessor(200);

/** A platform that keeps what it is given; `onPost` may refuse. */
export function recordingPlatform(
  now: () => Date,
  onPost: (where: Where, deliveryKey: string) => void = () => {},
): Platform & { posted: Posted[]; told: Reply[] } {
  const posted: Posted[] = [];
  const told: Reply[] = [];
  return {
    name: "slack",
    posted,
    told,
    start: async () => {},
    stop: async () => {},
    post: async (where, reply, deliveryKey = "") => {
      onPost(where, deliveryKey);
      // A repeat of a delivery is dropped, as Discord does with a nonce.
      if (!posted.some((one) => one.deliveryKey === deliveryKey)) {
        posted.push({ at: now().toISOString(), where, reply, deliveryKey });
      }
      return { channel: where.channel, message: deliveryKey };
    },
    postCard: async ({ channel }) => ({ channel, message: "card" }),
    edit: async () => {},
    stopWaiting: async () => {},
    answerPrivately: async (_invocation, reply) => {
      told.push(reply);
    },
  };
}

/** What a digest is made with. Digests read no words: a process that only posts them needs no `understanding`. */
export function digestPartsOn(
  store: Store,
  now: () => Date,
  understanding: (parts: typeof catalog) => Understanding = () => noUnderstanding,
): ServiceParts {
  const random = Math.random;
  const clock = { now };
  return {
    store,
    catalog,
    assess,
    understanding: understanding(catalog),
    clock,
    log: pino({ level: "silent" }),
    metrics: createMetrics(store),
    random,
    newId: () => newSortableId(clock.now(), random),
    model: null,
  };
}

const noUnderstanding: Understanding = {
  describe: () => {
    throw new Error("nothing is read here");
  },
  followUp: () => {
    throw new Error("nothing is read here");
  },
};
