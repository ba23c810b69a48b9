import type { Door, Platform } from "#src/platforms/port.ts";
import { createSeats, type Seat } from "./seats.ts";

export interface TerminalPlatform extends Platform {
  /** Puts a person into a channel; what is posted there is shown to them. The result takes them out again. */
  join(seat: Seat): () => void;
  /** The way in, once the service has started. */
  door(): Door;
}

/** The terminal as a platform: people of this machine in channels of their own. */
export function createTerminalPlatform(newId: () => string): TerminalPlatform {
  const seats = createSeats();
  let started: Door | null = null;
  return {
    name: "terminal",
    start: async (door) => {
      started = door;
    },
    stop: async () => {},
    join: seats.join,
    door: () => {
      if (started === null) throw new Error("the terminal was not started");
      return started;
    },
    post: async (where, reply) => {
      const id = newId();
      const thread = where.thread ?? null;
      await seats.showAll(where, { id, kind: "message", reply, opener: null, isPrivate: false, thread });
      return { channel: where.channel, message: id, ...(thread === null ? {} : { thread }) };
    },
    postCard: async (where, reply, opener) => {
      const id = newId();
      await seats.showAll(where, { id, kind: "card", reply, opener, isPrivate: false, thread: null });
      return { channel: where.channel, message: id, thread: id };
    },
    edit: (where, { message, thread }, reply) =>
      seats.showAll(where, {
        id: message,
        kind: "edit",
        reply,
        opener: null,
        isPrivate: false,
        thread: thread === message ? null : (thread ?? null),
      }),
    answerPrivately: async ({ where, actor }, reply) => {
      const thread = where.thread ?? null;
      const shown = { id: newId(), kind: "message", reply, opener: null, isPrivate: true, thread } as const;
      await seats.showOne(where, actor.id, shown);
    },
    stopWaiting: async () => {},
  };
}
