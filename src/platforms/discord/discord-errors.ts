import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";

/** Discord's own codes (docs: topics/opcodes-and-status-codes, JSON error codes) that mean something here. */
export const code = {
  unknownChannel: 10003,
  unknownGuild: 10004,
  unknownMessage: 10008,
  unknownWebhook: 10015,
  unknownInteraction: 10062,
  requestTooLarge: 40005,
  alreadyAcknowledged: 40060,
  missingAccess: 50001,
  notInDirectMessages: 50003,
  cannotMessageUser: 50007,
  notATextChannel: 50008,
  missingPermissions: 50013,
  invalidWebhookToken: 50027,
  invalidBody: 50035,
  threadArchived: 50083,
  threadExists: 160_004,
  threadLocked: 160_005,
} as const;

/** Discord's code of a failed call, or null when it failed in another way. */
export function discordCode(error: unknown): number | null {
  return error instanceof DiscordAPIError && typeof error.code === "number" ? error.code : null;
}

export function hasCode(error: unknown, ...codes: readonly number[]): boolean {
  const found = discordCode(error);
  return found !== null && codes.includes(found);
}

/** A failed call as it may be logged or kept. */
export class DiscordCallError extends Error {
  readonly discordCode: number | null;
  readonly status: number | null;

  constructor(message: string, discordCode: number | null, status: number | null) {
    super(message);
    this.name = "DiscordCallError";
    this.discordCode = discordCode;
    this.status = status;
  }
}

/**
 * The client's errors carry the whole request: what people wrote, and in the address the interaction's token. Neither
 * belongs in a log.
 */
export function withoutContents(error: unknown): unknown {
  const isOfTheClient =
    error instanceof DiscordAPIError || error instanceof HTTPError || error instanceof RateLimitError;
  return isOfTheClient ? new DiscordCallError(error.message, discordCode(error), statusOf(error)) : error;
}

/** The HTTP status of a failed call, or null. */
export function statusOf(error: unknown): number | null {
  return error instanceof DiscordAPIError || error instanceof HTTPError ? error.status : null;
}

export function isRateLimited(error: unknown): error is RateLimitError {
  return error instanceof RateLimitError;
}

/** The bot may not write there, or there is no such place for it. */
export function isOutside(error: unknown): boolean {
  return hasCode(error, code.missingAccess, code.missingPermissions, code.unknownChannel, code.notATextChannel);
}

/** What was attached may not be: no permission for files, or too much of them. */
export function refusesFiles(error: unknown): boolean {
  return hasCode(error, code.missingPermissions, code.requestTooLarge) || statusOf(error) === 413;
}
