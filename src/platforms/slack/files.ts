import type { webApi } from "@slack/bolt";
import type { Block, Reply } from "#src/reply/reply.ts";
import { plain } from "#src/reply/spans.ts";
import { FILE_SENT_DIRECTLY } from "#src/reply/wording/platform-words.ts";
import { fallbackText } from "./pages.ts";

type FileBlock = Extract<Block, { kind: "file" }>;

export function filesOf(reply: Reply): FileBlock[] {
  return reply.blocks.filter((block) => block.kind === "file");
}

/** Shares the files in a conversation, under a message when it is named. Needs the scope files:write. */
export async function shareFiles(
  client: webApi.WebClient,
  files: readonly FileBlock[],
  at: { channel: string; thread?: string },
): Promise<void> {
  for (const { name, content } of files) {
    const file = { file: Buffer.from(content, "utf8"), filename: name, title: name };
    await client.filesUploadV2(
      at.thread === undefined
        ? { channel_id: at.channel, ...file }
        : { channel_id: at.channel, thread_ts: at.thread, ...file },
    );
  }
}

/**
 * Slack's private answers carry no files: these go to the person's own conversation with the bot, which the first
 * message to them opens.
 *
 * @returns the reply to answer with instead: without the files, and with where they are
 */
export async function sendFilesDirectly(
  client: webApi.WebClient,
  where: { channel: string },
  person: string,
  reply: Reply,
): Promise<Reply> {
  const withoutFiles = { ...reply, blocks: reply.blocks.filter(({ kind }) => kind !== "file") };
  if (isDirect(where.channel)) {
    await shareFiles(client, filesOf(reply), where);
    return withoutFiles;
  }
  const { channel = person } = await client.chat.postMessage({
    channel: person,
    text: fallbackText(reply),
    parse: "none",
    unfurl_links: false,
  });
  await shareFiles(client, filesOf(reply), { channel });
  return {
    ...withoutFiles,
    blocks: [...withoutFiles.blocks, { kind: "context", spans: [plain(FILE_SENT_DIRECTLY)] }],
  };
}

/** Ids of conversations of two begin with D. */
function isDirect(channel: string): boolean {
  return channel.startsWith("D");
}
