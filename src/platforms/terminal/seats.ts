import type { Reply } from "#src/reply/reply.ts";

/** Something a person in a seat gets to see. */
export interface Shown {
  /** Stable for the life of the message: an edit has the id of what it changes. */
  id: string;
  kind: "card" | "message" | "edit";
  reply: Reply;
  /** First message of the thread a card opens. */
  opener: Reply | null;
  isPrivate: boolean;
  /** Message whose thread it is in; null: in the channel itself. */
  thread: string | null;
}

/** One person in one channel, and how to show them something. */
export interface Seat {
  tenant: string;
  channel: string;
  person: string;
  show(shown: Shown): Promise<void> | void;
}

/** Who sits where in this process. */
export interface Seats {
  join(seat: Seat): () => void;
  /** To everybody in the channel. */
  showAll(place: { tenant: string; channel: string }, shown: Shown): Promise<void>;
  /** To one person in the channel. */
  showOne(place: { tenant: string; channel: string }, person: string, shown: Shown): Promise<void>;
}

export function createSeats(): Seats {
  const seats = new Set<Seat>();
  const inPlace = ({ tenant, channel }: { tenant: string; channel: string }): Seat[] =>
    [...seats].filter((seat) => seat.tenant === tenant && seat.channel === channel);
  return {
    join: (seat) => {
      seats.add(seat);
      return () => seats.delete(seat);
    },
    showAll: async (place, shown) => {
      for (const seat of inPlace(place)) await seat.show(shown);
    },
    showOne: async (place, person, shown) => {
      for (const seat of inPlace(place).filter((one) => one.person === person)) await seat.show(shown);
    },
  };
}
