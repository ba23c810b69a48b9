import { setTimeout as sleep } from "node:timers/promises";
import type { REST } from "discord.js";
import type { Logger } from "#src/log.ts";
import type { Door } from "#src/platforms/port.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import type { Form, Reply } from "#src/reply/reply.ts";
import { type FirstResponse, respond } from "./calls.ts";
import { code, discordCode, hasCode, withoutContents } from "./discord-errors.ts";
import { formModal } from "./modal.ts";
import { renderMessages } from "./pages.ts";
import type { PrivateAnswers } from "./private-answers.ts";
import type { Waiting } from "./waiting.ts";

/** Resolves after so many milliseconds; rejects when it is called off before. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<unknown>;

export interface ResponseParts {
  rest: REST;
  answers: PrivateAnswers;
  waiting: Waiting;
  /** Words for whatever went wrong; logs it when it is our fault. */
  describeError: (error: unknown) => Reply;
  log: Logger;
  wait: Wait;
}

export const byTheClock: Wait = (ms, signal) => sleep(ms, undefined, { signal });

/** An interaction, as far as its first response needs it. */
export interface Asked {
  id: string;
  token: string;
  /** A button: the person sees no waiting, and their message stays. Else "thinking…" for them alone. */
  acknowledge: "wait" | "quiet";
}

/**
 * What an event is given to be stored, normally about a millisecond. Then Discord is answered all the same: a person
 * who waits longer than 3 seconds is told that the application does not respond.
 */
const STORE_WITHIN_MS = 1500;

/** The first response to an interaction: the only one that may be a form, and due within three seconds. */
export function createFirstResponse({ rest, answers, waiting, describeError, log, wait }: ResponseParts) {
  /** @returns false when Discord did not take it: the interaction is over, or somebody answered it before */
  async function respondTo({ id, token }: Asked, response: FirstResponse): Promise<boolean> {
    try {
      await respond(rest, id, token, response);
      return true;
    } catch (error) {
      if (!hasCode(error, code.alreadyAcknowledged, code.unknownInteraction)) throw error;
      log.info({ discordCode: discordCode(error) }, "an interaction took no first response");
      return false;
    }
  }

  /**
   * Opens the form the invocation needs, or hands it in: stored first, then acknowledged, for Discord sends an
   * interaction once. When storing takes long it is acknowledged meanwhile, and the person is told if it fails.
   */
  async function take(door: Door, asked: Asked, invocation: Invocation, form: Form | null): Promise<void> {
    const modal = form === null ? null : formModal(form);
    if (modal !== null) {
      await respondTo(asked, { kind: "form", form: modal });
      return;
    }
    const storing = door.accept(invocation).then(
      () => null,
      (error: unknown) => ({ error }),
    );
    const acknowledging = acknowledge(asked, storing);
    waiting.begin(asked.id, acknowledging);
    const isTold = await acknowledging;
    const failed = await storing;
    if (failed !== null && !isTold) await tell(invocation, failed.error);
  }

  /** @returns true when the first response told of the failure already */
  async function acknowledge(asked: Asked, storing: Promise<{ error: unknown } | null>): Promise<boolean> {
    const callOff = new AbortController();
    const late = wait(STORE_WITHIN_MS, callOff.signal).then(
      () => null,
      () => null,
    );
    const failed = await Promise.race([storing, late]);
    callOff.abort();
    if (failed === null) {
      await respondTo(asked, { kind: asked.acknowledge });
      return false;
    }
    return refuse(asked, failed.error);
  }

  async function refuse(asked: Asked, error: unknown): Promise<boolean> {
    const [body] = renderMessages(describeError(error), "written");
    return body !== undefined && (await respondTo(asked, { kind: "answer", sending: { body, files: [] } }));
  }

  /** Tells the person, privately. When even that fails it is logged: there is nobody left to tell. */
  async function tell(invocation: Invocation, error: unknown): Promise<void> {
    try {
      await answers.answerPrivately(invocation, describeError(error));
    } catch (failure) {
      log.error(
        { err: withoutContents(failure), eventId: invocation.eventId },
        "a person could not be told of an error",
      );
    }
  }

  return { take, tell, refuse };
}
export type FirstResponses = ReturnType<typeof createFirstResponse>;
