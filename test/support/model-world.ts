import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, onTestFinished } from "vitest";
import { readConfig } from "#src/config.ts";
import type { LanguageModel } from "#src/llm/port.ts";
import { createLog } from "#src/log.ts";
import { type Composed, compose } from "#src/main.ts";
import type { Invocation, Where } from "#src/reply/invocation.ts";
import { renderPlainText } from "#src/reply/plain-text.ts";
import type { ReviewRow } from "#src/storage/port.ts";
import { completion, type LlmServer, sendJson, startLlmServer } from "./llm-server.ts";
import { recordingPlatform } from "./recording-platform.ts";
import { sharedStore } from "./shared-store.ts";

/** The parser reads rate, duration, memory and region. */
export const WHOLE = "50 thumbnails a second, 200 ms at 512 MB, us-east-1";
/** It leaves the 7 unused. */
export const PARTLY = `${WHOLE}. When the gates open it is a factor of, say, 7 for a moment.`;
/** No rate the parser can see. */
export const NO_RATE =
  "The turnstiles let 90 people through while a minute passes; checking a ticket burns 40 ms at 512 MB.";
/** A change of which it reads nothing: it knows English only. */
export const CHANGE = "mettons que la foule soit multipliée par 2";

/** Values of an answer, with every field the schema asks for. */
export const blank = { step: null, times: [], every: null, amount: null, unit: null, choice: null };
export const peak = {
  ...blank,
  field: "peak-multiple",
  amount: 7,
  unit: "multiple",
  words: "it is a factor of, say, 7",
};
export const rate = {
  ...blank,
  field: "rate",
  amount: 90,
  unit: "per-minute",
  words: "let 90 people through while a minute passes",
};

/** A model's answer about a description. */
export function described(...values: readonly object[]): string {
  return JSON.stringify({ steps: [], values });
}

/** A model's answer about `CHANGE`: twice the load. */
export const doubled = JSON.stringify({
  kind: "changes",
  intent: null,
  changes: [
    {
      ...blank,
      field: "rate",
      amount: 2,
      unit: "multiple",
      how: "multiply",
      words: "multipliée par 2",
    },
  ],
});

export interface Running extends Composed {
  /** Everything shown so far, each as "how: text". */
  shown(): readonly string[];
  /** What a person does, and everything it leads to. */
  say(what: Partial<Invocation>): Promise<readonly string[]>;
  reviews(channel?: string): Promise<readonly ReviewRow[]>;
}

export interface ModelWorld {
  server(): LlmServer;
  /** The channel of this test; no other test has its tenant. */
  where(): Where;
  event(what: Partial<Invocation>): Invocation;
  /** The whole product on the store of this file. Null: no model is configured. */
  start(model: LanguageModel | null): Promise<Running>;
  /** An endpoint that takes requests over HTTP and answers when the test says so. */
  held(): { model: LanguageModel; calls(): number; release(content: string): void };
}

/** An independent OpenAI-compatible server and the whole product around it. Call once in a file. */
export function modelWorld(): ModelWorld {
  const store = sharedStore();
  let started: LlmServer | null = null;
  let tenants = 0;
  let events = 0;
  beforeAll(async () => {
    started = await startLlmServer();
  });
  afterAll(() => started?.stop());
  const server = (): LlmServer => {
    if (started === null) throw new Error("the server is not started yet");
    return started;
  };
  beforeEach(() => {
    server().mock.clearFixtures();
    server().mock.clearRequests();
    tenants += 1;
  });
  const where = (): Where => ({ platform: "slack", tenant: `T${tenants}`, channel: "C1" });
  const event = (what: Partial<Invocation>): Invocation => {
    events += 1;
    const actor = { id: "U1", name: "Ada" };
    return { verb: null, args: {}, actor, where: where(), eventId: `e${events}`, addressed: true, ...what };
  };
  const start = async (model: LanguageModel | null): Promise<Running> => {
    const seen: string[] = [];
    const platform = recordingPlatform(({ how, reply }) => {
      seen.push(`${how}: ${renderPlainText(reply, { width: 400, chart: "omit" })}`);
    });
    const asked = model === null ? {} : { model };
    const options = { platforms: [platform], log: createLog("silent"), store: store(), ...asked };
    const composed = await compose(readConfig({}), options);
    onTestFinished(() => composed.stop());
    return {
      ...composed,
      shown: () => seen,
      say: async (what) => {
        const before = seen.length;
        await composed.door.accept(event(what));
        await composed.settled();
        return seen.slice(before);
      },
      reviews: (channel = "C1") => store().reviews.list({ ...where(), channel }),
    };
  };
  return { server, where, event, start, held: () => heldEndpoint(server()) };
}

function heldEndpoint(server: LlmServer): ReturnType<ModelWorld["held"]> {
  const waiting: ServerResponse[] = [];
  const { model, calls } = server.rawModel((response) => waiting.push(response), 60_000);
  return {
    model,
    calls,
    release: (content) => {
      for (const response of waiting.splice(0)) sendJson(completion({ content }))(response);
    },
  };
}
