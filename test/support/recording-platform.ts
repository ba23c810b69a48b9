import type { Door, Platform } from "#src/platforms/port.ts";
import type { PlatformName } from "#src/reply/invocation.ts";
import type { Reply } from "#src/reply/reply.ts";

/** What left through the platform. */
export interface Recorded {
  how: "post" | "card" | "edit" | "private";
  reply: Reply;
  thread: string | null;
  deliveryKey: string | null;
}

export interface RecordingPlatform extends Platform {
  door(): Door;
}

/** A platform without a network: hands on what would have been shown. `record` may throw, as a network does. */
export function recordingPlatform(record: (one: Recorded) => void, name: PlatformName = "slack"): RecordingPlatform {
  let door: Door | null = null;
  let count = 0;
  const ref = (channel: string, thread: string | undefined) => {
    count += 1;
    const message = `m${count}`;
    return { channel, message, thread: thread ?? message };
  };
  return {
    name,
    door: () => {
      if (door === null) throw new Error("not started");
      return door;
    },
    start: async (given) => {
      door = given;
    },
    stop: async () => {},
    post: async (where, reply, deliveryKey) => {
      record({ how: "post", reply, thread: where.thread ?? null, deliveryKey: deliveryKey ?? null });
      return ref(where.channel, where.thread);
    },
    postCard: async (where, reply, _opener, deliveryKey) => {
      record({ how: "card", reply, thread: null, deliveryKey: deliveryKey ?? null });
      return ref(where.channel, undefined);
    },
    edit: async (_where, message, reply) => {
      record({ how: "edit", reply, thread: message.thread ?? null, deliveryKey: null });
    },
    answerPrivately: async (invocation, reply) => {
      record({ how: "private", reply, thread: invocation.where.thread ?? null, deliveryKey: null });
    },
    stopWaiting: async () => {},
  };
}
