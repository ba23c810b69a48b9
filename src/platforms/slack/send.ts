import type { SlackMessage } from "./block-kit.ts";
import { messageRoom, type Room } from "./pages.ts";
import type { Look } from "./render.ts";
import { pictureNotReady, refusesBlocks, slackCode } from "./slack-errors.ts";
import { wordsOf } from "./words-of.ts";

export type Wait = (ms: number) => Promise<unknown>;
type Render = (look: Look, room: Room) => readonly SlackMessage[];
type Send<T> = (message: SlackMessage) => Promise<T>;

/** Slack takes a moment to make an uploaded picture usable in a block (slackapi/slack-github-action 413). */
const PICTURE_WAITS_MS = [500, 1000, 2000];

/**
 * Sends the first message in the richest look Slack takes: the next look when it refuses the blocks, half as much in a
 * message when it finds them too long, words alone at the very end. Other failures are the caller's.
 *
 * @returns what Slack answered, and the messages still to send
 */
export async function sendFirst<T>(
  looks: readonly Look[],
  render: Render,
  send: Send<T>,
  wait: Wait,
): Promise<{ answer: T; rest: readonly SlackMessage[] }> {
  let room = messageRoom;
  let first: SlackMessage = { text: "", blocks: [] };
  let rest: readonly SlackMessage[] = [];
  for (const look of looks) {
    [first = first, ...rest] = render(look, room);
    try {
      return { answer: await withPicture(first, send, wait), rest };
    } catch (error) {
      if (!refusesBlocks(error)) throw error;
      if (slackCode(error) === "msg_blocks_too_long") room = { ...room, text: room.text / 2 };
    }
  }
  return { answer: await send(wordsOf(first)), rest };
}

async function withPicture<T>(message: SlackMessage, send: Send<T>, wait: Wait): Promise<T> {
  for (const ms of PICTURE_WAITS_MS) {
    try {
      return await send(message);
    } catch (error) {
      if (!pictureNotReady(error)) throw error;
      await wait(ms);
    }
  }
  return send(message);
}

/** Sends what did not fit into the first message; a message Slack refuses goes as words. */
export async function sendRest(messages: readonly SlackMessage[], send: Send<unknown>): Promise<void> {
  for (const message of messages) {
    try {
      await send(message);
    } catch (error) {
      if (!refusesBlocks(error)) throw error;
      await send(wordsOf(message));
    }
  }
}
