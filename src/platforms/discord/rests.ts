import { REST, type RESTOptions } from "discord.js";
import type { DiscordConfig } from "#src/config.ts";

/** Settings every call shares; tests put the wire in here. */
export type RestOptions = Pick<RESTOptions, "api" | "version" | "makeRequest">;

export function restOptions(config: Pick<DiscordConfig, "apiUrl">, makeRequest?: RestOptions["makeRequest"]) {
  return {
    version: "10",
    ...(config.apiUrl === null ? {} : { api: config.apiUrl }),
    ...(makeRequest === undefined ? {} : { makeRequest }),
  } satisfies Partial<RestOptions>;
}

/**
 * Two ways to call Discord with the bot's token. `patient` waits out rate limits by itself. `prompt` fails at once with
 * the time to wait, for work that is rescheduled instead of kept in memory.
 */
export interface Rests {
  patient: REST;
  prompt: REST;
}

export function createRests(token: string, options: Partial<RestOptions>): Rests {
  return {
    patient: new REST(options).setToken(token),
    prompt: new REST({ ...options, rejectOnRateLimit: () => true }).setToken(token),
  };
}
