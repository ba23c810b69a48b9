import type { Logger } from "#src/log.ts";
import type { Reply } from "#src/reply/reply.ts";
import { type Sending, wordsAlone } from "./calls.ts";
import type { MessageBody } from "./components.ts";
import { code, discordCode, hasCode, refusesFiles, withoutContents } from "./discord-errors.ts";
import { type DrawChart, drawAll, filesFor } from "./pictures.ts";
import type { Look } from "./render.ts";

export type Render = (reply: Reply, look: Look) => readonly MessageBody[];

export interface Sender {
  /**
   * Sends a reply, message by message. Where the bot may not attach, pictures and files are written out instead; what
   * Discord refuses in every form goes as words. Other failures are the caller's.
   *
   * @param call sends one message; `page` counts from 0
   * @returns what the first call answered
   */
  send<T>(reply: Reply, render: Render, call: (sending: Sending, page: number) => Promise<T>): Promise<T>;
}

export function createSender(drawChart: DrawChart, log: Logger): Sender {
  async function sendOne<T>(sending: Sending, call: (sending: Sending) => Promise<T>): Promise<T> {
    try {
      return await call(sending);
    } catch (error) {
      if (!hasCode(error, code.invalidBody)) throw error;
      log.error({ err: withoutContents(error) }, "Discord refused a message; its words are sent instead");
      return call(wordsAlone(sending));
    }
  }

  /** Only the first message decides whether files are taken: nothing is ever sent twice. */
  async function sendFirst<T>(
    lists: readonly (readonly Sending[])[],
    call: (sending: Sending, page: number) => Promise<T>,
  ): Promise<{ answer: T; rest: readonly Sending[] }> {
    const [list = [], ...others] = lists;
    const [first, ...rest] = list;
    if (first === undefined) throw new Error("a reply was rendered into no message");
    try {
      return { answer: await sendOne(first, (sending) => call(sending, 0)), rest };
    } catch (error) {
      if (others.length === 0 || !refusesFiles(error)) throw error;
      log.info({ discordCode: discordCode(error) }, "files are refused here; they are written out");
      return sendFirst(others, call);
    }
  }

  return {
    async send(reply, render, call) {
      const bytes = await drawAll(reply, drawChart, log);
      const written = render(reply, "written").map((body) => ({ body, files: [] }));
      const attached =
        bytes === null || bytes.size === 0
          ? []
          : [render(reply, "attached").map((body) => ({ body, files: filesFor(body, bytes) }))];
      const { answer, rest } = await sendFirst([...attached, written], call);
      for (const [index, sending] of rest.entries()) await sendOne(sending, (one) => call(one, index + 1));
      return answer;
    },
  };
}
