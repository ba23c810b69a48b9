import type { PlatformName } from "#src/reply/invocation.ts";
import type { Act } from "./scenario.ts";

/**
 * How the shared scenarios are played on one platform: as people would, and read back as people see it.
 * Implemented once per platform (terminal, Slack, Discord) against its real client and peer.
 */
export interface Driver {
  readonly platform: PlatformName;
  /** Begins a scenario: from now on names of tenants and channels stand for new, empty ones. */
  fresh(): Promise<void>;
  /** One person in one channel of one tenant. Names are the scenario's; the driver maps them to ids of its platform. */
  seat(person: string, place: Place): Promise<Seat>;
  /** Delivers the latest event once more, byte for byte, as a platform does when it missed the ack. */
  redeliverLast(): Promise<void>;
  /** Stops the service without warning and starts it again on the same store (new process or new composition). */
  restart(): Promise<void>;
  /**
   * True where the platform has no private answer to this act, so that none is expected: what Discord's command has no
   * field for is said to the bot in the channel. Left out: every act can be answered privately.
   */
  answersAloud?(act: Act): boolean;
  /** Resolves when every accepted event is worked and everything to post is posted. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface Place {
  tenant: string;
  channel: string;
}

/** What one person can do. Each call resolves once the platform took it; `Driver.settled` waits for the answers. */
export interface Seat {
  /** `/rethink <line>` in the channel itself. */
  slash(line: string): Promise<void>;
  /**
   * Words in the thread of a review. `addressed`: with a mention, or whatever addresses the bot there.
   * `card`: the id of the message the thread hangs under.
   */
  say(card: string, text: string, addressed: boolean): Promise<void>;
  /** Presses the button with this label (or accessibility label) on a message this person can see. */
  press(message: string, label: string): Promise<void>;
  /** Answers the form that is open for this person: field names to values; then sends it. */
  submit(answers: Readonly<Record<string, string>>): Promise<void>;
  /** The form open for this person, or null. */
  openForm(): Promise<SeenForm | null>;
  /** Everything this person can see in the channel and its threads now, oldest first. */
  messages(): Promise<readonly SeenMessage[]>;
}

/** A message as a person reads it. */
export interface SeenMessage {
  /** Stable for the life of the message: an edit keeps it. */
  id: string;
  /** All text of the message in reading order: headline, tables row by row, small print; no markup, no alt text. */
  text: string;
  /** Labels of its buttons, in order. A button whose accessibility label differs lists that. */
  buttons: readonly string[];
  /** Only the asker can see it. */
  isPrivate: boolean;
  /** Id of the message whose thread it is in; null: in the channel itself. */
  thread: string | null;
  /** Files offered with it, charts not counted. */
  files: readonly { name: string; content: string }[];
}

export interface SeenForm {
  title: string;
  fields: readonly string[];
}
