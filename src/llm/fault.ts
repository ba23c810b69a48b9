import { APIConnectionError, APIError } from "openai";
import type { ModelFailure } from "./port.ts";

/** Wait before an endpoint that failed without saying for how long is asked again. */
const PAUSE_MS = 250;

/** Statuses with which servers reject a `response_format` they do not know. */
const formatStatuses: ReadonlySet<number> = new Set([400, 415, 422, 501]);

/** What an error of the SDK means, and what to do next. */
export interface Fault {
  failure: ModelFailure;
  next: "give-up" | "wait" | "next-format" | "avoid-format";
  waitMs: number;
}

/** Reads an error of the SDK. A wait longer than the deadline ends at the deadline. */
export function faultOf(error: unknown, signal: AbortSignal): Fault {
  if (signal.aborted) return { failure: "timed-out", next: "give-up", waitMs: 0 };
  if (error instanceof APIConnectionError) return { failure: "unreachable", next: "give-up", waitMs: 0 };
  const status = error instanceof APIError ? error.status : undefined;
  if (status === undefined) return { failure: "server-error", next: "give-up", waitMs: 0 };
  if (status === 429) return { failure: "rate-limited", next: "wait", waitMs: retryAfterMs(error) };
  if (formatStatuses.has(status)) return { failure: "rejected", next: "avoid-format", waitMs: 0 };
  if (status >= 500) return { failure: "server-error", next: "next-format", waitMs: PAUSE_MS };
  return { failure: "rejected", next: "give-up", waitMs: 0 };
}

function retryAfterMs(error: unknown): number {
  const header = error instanceof APIError ? error.headers?.get("retry-after") : null;
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : PAUSE_MS;
}
