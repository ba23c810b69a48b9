import type { Invocation, PlatformName, Where } from "#src/reply/invocation.ts";
import type { Form, Reply } from "#src/reply/reply.ts";

/** A message the bot posted, so that it can be edited or answered later. Opaque outside its platform. */
export interface MessageRef {
  channel: string;
  message: string;
  /** Thread under the message, once there is one. */
  thread?: string;
}

/** What a platform does for the rest of Rethink. Every method is required; each implementation passes the contract suite. */
export interface Platform {
  readonly name: PlatformName;
  start(door: Door): Promise<void>;
  /** Stops taking events, waits for those in hand. */
  stop(): Promise<void>;
  /**
   * Posts an ordinary message; in the thread when `where.thread` is set.
   * `deliveryKey` (at most 25 characters) is the same when a delivery is repeated after a crash: a platform that can
   * drop repeats hands it on.
   */
  post(where: Where, reply: Reply, deliveryKey?: string): Promise<MessageRef>;
  /** Posts a review card and opens its thread (with `opener` as the first message in it, when given). */
  postCard(where: Where, reply: Reply, opener: Reply | null, deliveryKey?: string): Promise<MessageRef>;
  edit(where: Where, message: MessageRef, reply: Reply): Promise<void>;
  /** Answers only the person who asked, where the platform can. */
  answerPrivately(invocation: Invocation, reply: Reply): Promise<void>;
  /**
   * What the invocation asked for was shown where all can read it: takes back the sign of waiting that only the asker
   * sees, where the platform shows one. Never fails.
   */
  stopWaiting(invocation: Invocation): Promise<void>;
}

/** What the platforms call: the only way in. */
export interface Door {
  /**
   * Stores the invocation in the inbox, then resolves; the platform acknowledges after that. The work and its answer
   * follow on their own. `duplicate`: this event was accepted before, nothing more will happen.
   * Rejects with a UserError (`storage-unavailable`) when it could not be stored: tell the person, it was not taken.
   */
  accept(invocation: Invocation): Promise<"accepted" | "duplicate">;
  /**
   * The form to open at once for an invocation that needs one (`/rethink review` with no text, a Change button);
   * null when it should be accepted instead. Needs no storage: a trigger lives 3 seconds.
   */
  formFor(invocation: Invocation): Form | null;
  /** True when the thread belongs to a review of this channel, so that its messages are worth reading. */
  isReviewThread(where: Where): Promise<boolean>;
  /** The bot left the tenant: tokens and schedules go at once. */
  tenantRemoved(platform: PlatformName, tenant: string): Promise<void>;
  /** Content of the home page a person opens (Slack App Home). */
  homeFor(where: Where, actorId: string): Promise<Reply>;
}
