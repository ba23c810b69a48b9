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

export function seenPrivately({ id, thread, blocks, text }: PrivateMessage): SeenMessage {
  return { id, ...look(blocks, text), isPrivate: true, thread, files: [] };
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

async function downloaded(file: ReadMessage["files"][number], emulatorUrl: string, person: string) {
  const address = new URL(String(file["url_private"]), emulatorUrl);
  const response = await fetch(new URL(address.pathname, emulatorUrl), {
    headers: { authorization: `Bearer ${humanToken(person)}` },
  });
  return { name: file.name ?? "", content: await response.text() };
}
