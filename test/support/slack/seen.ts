import { CONTINUED, FILE_SENT_DIRECTLY } from "#src/reply/wording/platform-words.ts";
import type { SeenMessage } from "#test/scenarios/driver.ts";
import { humanToken } from "./emulator.ts";
import type { PrivateMessage } from "./private-answers.ts";
import { buttonsOf, type ReadMessage, textOf } from "./read-back.ts";

/** What a person reads in Slack, in the terms all platforms share. */
export async function seenMessages(
  messages: readonly ReadMessage[],
  emulatorUrl: string,
  person: string,
): Promise<SeenMessage[]> {
  const seen: SeenMessage[] = [];
  for (const message of messages) {
    const files = await Promise.all(message.files.map((file) => downloaded(file, emulatorUrl, person)));
    const last = seen.at(-1);
    // What was too long for one message goes on in the next: one answer.
    if (message.text === CONTINUED && last !== undefined) {
      seen[seen.length - 1] = joined(last, look(message.blocks, message.text));
      continue;
    }
    // A file is a message of its own in Slack, right under the one that offers it.
    if (files.length > 0 && message.blocks.length === 0 && last !== undefined) {
      seen[seen.length - 1] = { ...last, files: [...last.files, ...files] };
      continue;
    }
    const thread = message.thread_ts === undefined || message.thread_ts === message.ts ? null : message.thread_ts;
    seen.push({ id: message.ts, ...look(message.blocks, message.text), isPrivate: false, thread, files });
  }
  return seen;
}

/** Private answers, oldest first. */
export function seenPrivately(
  messages: readonly PrivateMessage[],
  filesOf: (message: PrivateMessage) => SeenMessage["files"],
): SeenMessage[] {
  const seen: SeenMessage[] = [];
  for (const message of messages) {
    const last = seen.at(-1);
    const shown = look(message.blocks, message.text);
    if (message.text === CONTINUED && last !== undefined) seen[seen.length - 1] = joined(last, shown);
    else seen.push({ id: message.id, ...shown, isPrivate: true, thread: message.thread, files: filesOf(message) });
  }
  return seen;
}

/** True for an answer whose file was sent to the person's own conversation. */
export function saysFileWasSent({ blocks }: PrivateMessage): boolean {
  return textOf({ blocks }).includes(FILE_SENT_DIRECTLY);
}

function joined(first: SeenMessage, rest: Pick<SeenMessage, "text" | "buttons">): SeenMessage {
  return { ...first, text: `${first.text}\n${rest.text}`, buttons: [...first.buttons, ...rest.buttons] };
}

function look(blocks: readonly unknown[], fallback: string): Pick<SeenMessage, "text" | "buttons"> {
  return {
    text: blocks.length === 0 ? fallback : textOf({ blocks: withoutCharts(blocks) }),
    buttons: buttonsOf(blocks).map((button) => button.accessibility_label ?? button.text.text),
  };
}

/** A chart Slack draws itself, with the line above it that says what it does not show. */
function withoutCharts(blocks: readonly unknown[]): unknown[] {
  const isChart = (block: unknown): boolean => JSON.stringify(block ?? null).startsWith('{"type":"data_visualization"');
  return blocks.filter((block, index) => !isChart(block) && !(isChart(blocks[index + 1]) && isContext(block)));
}

function isContext(block: unknown): boolean {
  return JSON.stringify(block).startsWith('{"type":"context"');
}

export async function downloaded(file: ReadMessage["files"][number], emulatorUrl: string, person: string) {
  const address = new URL(String(file["url_private"]), emulatorUrl);
  const response = await fetch(new URL(address.pathname, emulatorUrl), {
    headers: { authorization: `Bearer ${humanToken(person)}` },
  });
  return { name: file.name ?? "", content: await response.text() };
}
