import type { ChannelId, NewReviewRow, RevisionRow, Store } from "#src/storage/port.ts";

/** How a suite gets a store: the same one for all its tests, each test in channels of its own. */
export interface StoreUnderTest {
  open(): Promise<Store>;
  close(store: Store): Promise<void>;
}

export const ada = { id: "U1", name: "Ada" };
export const lin = { id: "U2", name: "Lin" };
export const at = new Date("2026-11-24T10:00:00.000Z");

let counter = 0;
/** A channel no other test uses. */
export function freshChannel(): ChannelId {
  counter += 1;
  return { platform: "slack", tenant: `T${counter}`, channel: `C${counter}` };
}

export function revision(number: number, author = ada, restores: number | null = null): RevisionRow {
  return { number, author, at, said: `words ${number}`, restores, body: { b: number, a: [1.5, null, "x"] } };
}

export function review(key: ChannelId, shortId: string, id = `review-${shortId}`): NewReviewRow {
  return {
    id,
    shortId,
    key,
    thread: null,
    cardMessage: null,
    cardChannel: null,
    createdBy: ada,
    createdAt: at,
    revisions: [revision(1)],
  };
}
