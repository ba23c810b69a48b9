import { setTimeout as pause } from "node:timers/promises";
import OpenAI from "openai";
import { type Format, formats, request } from "./completion-request.ts";
import { faultOf } from "./fault.ts";
import type { LanguageModel, ModelAnswer, ModelQuestion } from "./port.ts";
import { readAnswer } from "./read-answer.ts";

/** An OpenAI-compatible endpoint. */
export interface OpenAiOptions {
  /** Null: OpenAI's own. */
  baseUrl: string | null;
  /** Null: an endpoint that asks for none (a local server). */
  apiKey: string | null;
  model: string;
  /** Everything together: retries, fallbacks and waiting. */
  totalMs?: number;
}

const TOTAL_MS = 8_000;

/**
 * Speaks chat completions, which every compatible server knows. One overall deadline; the SDK's own retries are off,
 * because its time-out is per attempt and its wait for `retry-after` cannot be cut short.
 */
export function createOpenAiModel(options: OpenAiOptions): LanguageModel {
  const totalMs = options.totalMs ?? TOTAL_MS;
  const client = new OpenAI({
    apiKey: options.apiKey ?? "none",
    baseURL: options.baseUrl ?? undefined,
    maxRetries: 0,
    timeout: totalMs,
    logLevel: "off",
  });
  /** The strictest format this endpoint has not rejected: learned once, kept while the process lives. */
  let strictest = 0;
  return {
    async ask(question) {
      const signal = AbortSignal.timeout(totalMs);
      let at = strictest;
      let mayWait = true;
      for (;;) {
        const tried = await attempt(client, options.model, question, formats[at] ?? "text", signal);
        if (tried.answer.ok || tried.next === "give-up") return tried.answer;
        if (tried.next === "wait") {
          if (!mayWait) return tried.answer;
          mayWait = false;
        } else {
          at += 1;
          if (at >= formats.length) return tried.answer;
          if (tried.next === "avoid-format") strictest = at;
        }
        if (!(await waited(tried.waitMs, signal))) return tried.answer;
      }
    },
  };
}

interface Attempt<Answer> {
  answer: ModelAnswer<Answer>;
  /** What to do when there is no answer. `avoid-format`: the endpoint never takes this format. */
  next: "give-up" | "wait" | "next-format" | "avoid-format";
  waitMs: number;
}

async function attempt<Answer>(
  client: OpenAI,
  model: string,
  question: ModelQuestion<Answer>,
  format: Format,
  signal: AbortSignal,
): Promise<Attempt<Answer>> {
  try {
    const sent = client.chat.completions.create(request(model, question, format), { signal });
    const answer = readAnswer(await beforeDeadline(sent, signal), question.schema);
    const next = !answer.ok && answer.failure === "malformed" ? "next-format" : "give-up";
    return { answer, next, waitMs: 0 };
  } catch (error) {
    const { failure, next, waitMs } = faultOf(error, signal);
    return { answer: { ok: false, failure }, next, waitMs };
  }
}

/** Also bounds an endpoint that sends its headers and then hangs. */
async function beforeDeadline<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: deadline, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

/** False when the deadline came first. */
async function waited(ms: number, signal: AbortSignal): Promise<boolean> {
  if (ms > 0) await pause(ms, undefined, { signal }).catch(() => undefined);
  return !signal.aborted;
}
