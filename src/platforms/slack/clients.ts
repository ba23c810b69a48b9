import { webApi } from "@slack/bolt";
import { UserError } from "#src/errors.ts";

/** Web API access of one installation. */
export interface TenantClients {
  /** Waits out rate limits and retries what fails on the way. */
  patient: webApi.WebClient;
  /** Rejects at once when rate-limited: for work that is better scheduled again. */
  prompt: webApi.WebClient;
  botUserId: string | undefined;
}

export type ClientOptions = webApi.WebClientOptions;

/** Calls are tried again for about half a minute: by then the person asks again. Slack's default is half an hour. */
const retries: webApi.RetryOptions = { retries: 4, factor: 2, minTimeout: 1000, maxTimeout: 15_000 };

/** One pair of clients a token: each keeps its own queue and rate limit. */
export function createClientPool(options: ClientOptions, tokenOf: TokenOf) {
  const pool = new Map<string, TenantClients>();
  const clientsOf = (token: string, botUserId: string | undefined): TenantClients => {
    const known = pool.get(token);
    if (known !== undefined) return known;
    const made: TenantClients = {
      patient: new webApi.WebClient(token, { retryConfig: retries, ...options }),
      prompt: new webApi.WebClient(token, { retryConfig: retries, ...options, rejectRateLimitedCalls: true }),
      botUserId,
    };
    pool.set(token, made);
    return made;
  };
  return {
    /** @throws UserError `not-allowed` when Rethink is not installed in the tenant (any more) */
    async of(tenant: string): Promise<TenantClients> {
      const found = await tokenOf(tenant);
      if (found === null) {
        throw new UserError({
          code: "not-allowed",
          message: "Rethink is not installed in this Slack workspace.",
          nextStep: "Install it again, then send it once more.",
        });
      }
      return clientsOf(found.token, found.botUserId);
    },
  };
}

export type TokenOf = (tenant: string) => Promise<{ token: string; botUserId: string | undefined } | null>;
export type ClientPool = ReturnType<typeof createClientPool>;
