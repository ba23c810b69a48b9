import { randomUUID } from "node:crypto";
import { userInfo } from "node:os";
import { createInterface } from "node:readline";
import { readConfig } from "#src/config.ts";
import { createLog } from "#src/log.ts";
import { GREETING, PROMPT } from "#src/reply/wording/terminal-words.ts";
import { type Io, readLines } from "./io.ts";
import { type MachineCommand, readArguments } from "./machine-command.ts";

const USAGE = `rethink chat [--as <name>] [--channel <name>]

Talks with Rethink here: no token, no key, no network. Reviews are kept in .rethink/ (RETHINK_DATA_DIR), or in
PostgreSQL with DATABASE_URL. Lines may be piped in; the end of the input ends the chat.
`;

export const chatCommand: MachineCommand = {
  name: "chat",
  summary: "Talk with Rethink in this terminal",
  run: async (args, io) => {
    const { flags } = readArguments(args, { as: { type: "string" }, channel: { type: "string" } });
    if (flags["help"] === true) {
      await io.write(USAGE);
      return 0;
    }
    const name = typeof flags["as"] === "string" ? flags["as"] : userInfo().username;
    const channel = typeof flags["channel"] === "string" ? flags["channel"] : "terminal";
    await chatHere(io, name, channel);
    return 0;
  },
};

/** The greeting comes first; the store opens in its own thread while the rest is loaded and the person reads. */
export async function chatHere(io: Io, name: string, channel: string): Promise<void> {
  const config = readConfig();
  const source = lineSource(io);
  if (io.input === null) await io.write(`${GREETING}\n\n`);
  const opening = import("#src/storage/open-store.ts").then(({ openStore }) => openStore(config));
  const [{ compose }, { createTerminalPlatform }, { chat }, { drawTextChart }, { newSortableId }, store] =
    await Promise.all([
      import("#src/main.ts"),
      import("#src/platforms/terminal/platform.ts"),
      import("#src/platforms/terminal/chat.ts"),
      import("#src/charts/text-chart.ts"),
      import("#src/reviews/ids.ts"),
      opening,
    ]);
  const terminal = createTerminalPlatform(() => newSortableId(io.clock.now(), Math.random));
  const log = createLog(config.logLevel === "info" ? "warn" : config.logLevel);
  const alone = { ...config, slack: null, discord: null, healthPort: null };
  const service = await compose(alone, { platforms: [terminal], log, store });
  try {
    await chat(terminal, {
      person: { id: name, name },
      tenant: "local",
      channel,
      lines: source.lines,
      write: io.write,
      interactive: io.input === null,
      prompt: source.prompt,
      width: Math.min(io.terminal.width, 100),
      rows: process.stdout.rows ?? 0,
      colour: io.terminal.colour && config.color,
      drawChart: drawTextChart,
      newEventId: randomUUID,
      settled: service.settled,
    });
  } finally {
    source.close();
    await service.stop();
  }
}

interface LineSource {
  lines: AsyncIterable<string>;
  prompt(): void;
  close(): void;
}

/** Piped lines as they come, or a keyboard with editing and history. */
function lineSource(io: Io): LineSource {
  if (io.input !== null) return { lines: texts(io.input), prompt: () => {}, close: () => {} };
  const keyboard = createInterface({ input: process.stdin, output: process.stdout, prompt: PROMPT });
  // Collected from the start: what is typed while things load is not lost.
  let wanted = true;
  const lines = new ReadableStream<string>({
    start: (controller) => {
      keyboard.on("line", (line) => wanted && controller.enqueue(line));
      keyboard.on("close", () => wanted && controller.close());
    },
    cancel: () => {
      wanted = false;
    },
  });
  return { lines, prompt: () => keyboard.prompt(), close: () => keyboard.close() };
}

async function* texts(input: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  for await (const { text } of readLines(input)) yield text;
}
