import type { PlatformName } from "#src/reply/invocation.ts";

/**
 * One conversation as data. Ids and figures differ by run and catalog, so texts name reviews by label: `{A}` stands for
 * the short id of the review whose card was first seen at the step with `card: "A"`.
 */
export interface Scenario {
  /** States what people get, as a test name. */
  name: string;
  steps: readonly Step[];
  /** Platforms on which the platform itself rules the conversation out, with the reason. Empty: plays everywhere. */
  notOn?: readonly { platform: PlatformName; because: string }[];
}

export interface Step {
  /** Who acts. */
  as: string;
  /** `tenant/channel`; "acme/design" unless told. */
  in?: string;
  act: Act;
  /** What must be seen once all is settled. A step without expectations only sets the stage. */
  expect?: Expectation;
}

export type Act =
  | { kind: "slash"; line: string }
  /** In the thread of review `card`. */
  | { kind: "say"; card: string; text: string; addressed?: boolean }
  /** On the card of review `on`, or (`on: "last"`) on the newest message this person got. */
  | { kind: "press"; on: string; label: string }
  | { kind: "submit"; answers: Readonly<Record<string, string>> }
  /** The platform delivers the last event again. */
  | { kind: "redelivery" }
  | { kind: "restart" }
  /** Both at the same moment. */
  | { kind: "both"; first: Act; second: Act; secondAs: string };

export interface Expectation {
  /** A new card, remembered under this label. */
  card?: string;
  /** This card changed in place, now at this revision. */
  edited?: { card: string; revision: number };
  /** Exactly this many new messages for this person (cards, thread openers and edits not counted). */
  answers?: number;
  /** Every pattern is found in the text of the new messages and changed cards together. */
  says?: readonly RegExp[];
  /** None of these is. */
  never?: readonly RegExp[];
  /** Every new message is private. */
  isPrivate?: boolean;
  /** New answers are in the thread of this card. */
  inThreadOf?: string;
  /** Each of these buttons is on a new message. */
  buttons?: readonly string[];
  /** A form opened for the person. */
  form?: RegExp;
  /** A file came: name, and patterns of its content. */
  file?: { name: RegExp; content: readonly RegExp[] };
  /** Somebody else, elsewhere, sees none of the new messages. */
  unseenBy?: { as: string; in: string };
}
