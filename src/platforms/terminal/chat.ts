import { UserError } from "#src/errors.ts";
import { type PlainTextOptions, renderPlainText, type TextChartDrawer } from "#src/reply/plain-text.ts";
import { userErrorReply } from "#src/reply/views/errors.ts";
import { createConversation, withOpener } from "./conversation.ts";
import type { TerminalPlatform } from "./platform.ts";
import type { Shown } from "./seats.ts";

export interface ChatOptions {
  person: { id: string; name: string };
  tenant: string;
  channel: string;
  /** Lines as they come; the end of it ends the chat. */
  lines: AsyncIterable<string>;
  write(text: string): Promise<void>;
  /** A person types: the chart leaves room on a low screen. */
  interactive: boolean;
  /** Says that the next line may be typed. */
  prompt(): void;
  width: number;
  /** Rows of the screen; a low one leaves the chart to `break-even`. */
  rows: number;
  colour: boolean;
  drawChart: TextChartDrawer;
  newEventId(): string;
  /** Resolves when every answer to what was typed has been shown. */
  settled(): Promise<void>;
}

/** Below this the card would not fit a screen with its chart. */
const ROWS_FOR_CHART = 45;

/** Talks with one person until they leave or the input ends. */
export async function chat(platform: TerminalPlatform, options: ChatOptions): Promise<void> {
  const { write, lines } = options;
  const conversation = createConversation({
    door: platform.door(),
    actor: options.person,
    tenant: options.tenant,
    channel: options.channel,
    newEventId: options.newEventId,
    say: (text) => write(`${text}\n`),
  });
  const leave = platform.join({
    tenant: options.tenant,
    channel: options.channel,
    person: options.person.id,
    show: async (shown) => {
      conversation.saw(shown);
      if (shown.kind !== "edit") await write(`${text(shown, options)}\n\n`);
    },
  });
  try {
    // Answers to what an earlier process took but did not get to.
    await options.settled();
    options.prompt();
    for await (const line of lines) {
      if ((await take(line)) === "leave") break;
      options.prompt();
    }
  } finally {
    leave();
  }

  async function take(line: string): Promise<"stay" | "leave"> {
    try {
      const outcome = await conversation.line(line);
      await options.settled();
      return outcome;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      await write(
        `${renderPlainText(userErrorReply(error.details), { width: options.width, colour: options.colour })}\n\n`,
      );
      return "stay";
    }
  }
}

function text(shown: Shown, { width, colour, rows, interactive, drawChart }: ChatOptions): string {
  const fits = !interactive || rows >= ROWS_FOR_CHART || shown.kind !== "card";
  const how: PlainTextOptions = { width, colour, choices: true, chart: fits ? drawChart : "omit" };
  return renderPlainText(withOpener(shown.reply, shown.opener), how);
}
