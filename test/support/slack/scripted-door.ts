import type { Door } from "#src/platforms/port.ts";
import type { Invocation, PlatformName, Where } from "#src/reply/invocation.ts";
import type { Form, Reply } from "#src/reply/reply.ts";

/** What the product does with an invocation, for tests of the way in and out. */
export type Work = (invocation: Invocation) => Promise<void>;

/** A door that works as the real one: takes each event once, answers afterwards, and can be told to fail. */
export function createScriptedDoor(home: Reply) {
  const accepted: Invocation[] = [];
  const seen = new Set<string>();
  const work = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const state: {
    work: Work;
    form: Form | null | ((invocation: Invocation) => Form | null);
    reviewThreads: Set<string>;
    failWith: unknown;
    removed: { platform: PlatformName; tenant: string }[];
    duplicates: number;
    homes: { where: Where; actorId: string }[];
    /** Called when an event is at the door; it is stored once this resolves. */
    storing: () => Promise<void>;
  } = {
    work: async () => undefined,
    form: null,
    reviewThreads: new Set(),
    failWith: undefined,
    removed: [],
    duplicates: 0,
    homes: [],
    storing: async () => undefined,
  };
  const door: Door = {
    async accept(invocation) {
      await state.storing();
      if (state.failWith !== undefined) throw state.failWith;
      if (seen.has(invocation.eventId)) {
        state.duplicates += 1;
        return "duplicate";
      }
      seen.add(invocation.eventId);
      accepted.push(invocation);
      const running = state.work(invocation).catch((error: unknown) => {
        failures.push(error);
      });
      work.add(running);
      return "accepted";
    },
    formFor: (invocation) => (typeof state.form === "function" ? state.form(invocation) : state.form),
    async isReviewThread({ channel, thread }) {
      if (state.failWith !== undefined) throw state.failWith;
      return state.reviewThreads.has(`${channel}/${thread}`);
    },
    async tenantRemoved(platform, tenant) {
      state.removed.push({ platform, tenant });
    },
    async homeFor(where, actorId) {
      state.homes.push({ where, actorId });
      if (state.failWith !== undefined) throw state.failWith;
      return home;
    },
  };
  return {
    ...door,
    script: state,
    accepted: accepted as readonly Invocation[],
    failures: failures as readonly unknown[],
    async settled(): Promise<void> {
      await Promise.all(work);
    },
  };
}
