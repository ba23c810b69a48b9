import type { Door, Platform } from "#src/platforms/port.ts";
import type { Where } from "#src/reply/invocation.ts";

/** What the platform did with an event it was sent: handed it in, or found that it is nobody's business here. */
type Heard = { kind: "accepted"; eventId: string } | { kind: "passed over"; thread: string };

/**
 * Notices what reaches the door. A message has no acknowledgement on Discord, so there is no other way to know that one
 * has been dealt with.
 */
export function createHeard() {
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();

  function note(one: Heard): void {
    heard.push(one);
    for (const check of waiting) check();
  }

  function noticing(door: Door): Door {
    return {
      ...door,
      accept: async (invocation) => {
        try {
          return await door.accept(invocation);
        } finally {
          note({ kind: "accepted", eventId: invocation.eventId });
        }
      },
      isReviewThread: async (where: Where) => {
        const isOurs = await door.isReviewThread(where);
        if (!isOurs && where.thread !== undefined) note({ kind: "passed over", thread: where.thread });
        return isOurs;
      },
    };
  }

  return {
    count: (): number => heard.length,
    /** The platform, with a door that notices. */
    on: (platform: Platform): Platform => ({ ...platform, start: (door) => platform.start(noticing(door)) }),
    /** Resolves once an event from the given count on fits. */
    until(fits: (one: Heard) => boolean, from: number): Promise<void> {
      return new Promise((resolve) => {
        const check = (): void => {
          if (!heard.slice(from).some(fits)) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      });
    },
  };
}
export type HeardEvents = ReturnType<typeof createHeard>;
