/** Words that stand on a platform's own furniture: the rest of what people read comes from the views. */

export const CANCEL = "Cancel";

/** Says that something was left out for length, and how much: nothing disappears without a word. */
export function leftOut(count: number, of: "lines" | "parts"): string {
  return `… ${count} more ${count === 1 ? of.slice(0, -1) : of}`;
}

/** Above an answer that continues the message before it. */
export const CONTINUED = "… continued";

/** What comes up when the bot may not post where it was called. */
export const NOT_IN_CHANNEL = {
  message: "I am not in this channel, so I cannot post here.",
  nextStep: "Invite me with `/invite @Rethink`, then send it again.",
};

/** Where a file for one person alone went, on platforms whose private answers carry none. */
export const FILE_SENT_DIRECTLY = "The file is in your own conversation with Rethink.";

/** The same on Discord, which names permissions instead of members. */
export const MAY_NOT_POST = {
  message: "I may not post in this channel.",
  nextStep: "Give me View Channel, Send Messages and Send Messages in Threads here, then send it again.",
};

export const THREAD_IS_LOCKED = {
  message: "This thread is locked, so I cannot answer in it.",
  nextStep: "Unlock it, or start another review in the channel.",
};

/** What the command is for, in the list of commands. */
export const COMMAND_SUMMARY = "What a workload costs, and what breaks first";

/** In the menu of a message. */
export const REVIEW_THIS_MESSAGE = "Review this";

/** For buttons and commands that an earlier version made. */
export const OUTDATED = {
  message: "This comes from another version of Rethink, so I cannot read it.",
  nextStep: "Ask again with /rethink.",
};
