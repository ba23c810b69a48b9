import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import { assume } from "#src/model/assume.ts";
import { readFollowUp } from "#src/understand/follow-up/read-follow-up.ts";
import { readFollowUpWithModel } from "#src/understand/follow-up/with-model.ts";
import type { AnswerChange, FollowUpAnswer } from "#src/understand/model-answer/answer-schema.ts";
import { type LlmServer, startLlmServer } from "#test/support/llm-server.ts";

const { workload } = assume(
  {
    ratePerSecond: 20,
    steps: [
      { name: "validate", durationMs: 100, memoryMb: 256 },
      { name: "charge", durationMs: 900, memoryMb: 512 },
    ],
    orchestration: { kind: "step-functions-standard", transitionsPerUnit: 6 },
  },
  {},
  loadCatalog(),
);

const blank: Omit<AnswerChange, "field" | "words"> = {
  step: null,
  times: [],
  every: null,
  amount: null,
  unit: null,
  choice: null,
  how: "set",
};
function change(part: Pick<AnswerChange, "field" | "words"> & Partial<AnswerChange>): AnswerChange {
  return { ...blank, ...part };
}
function answer(changes: readonly AnswerChange[], part: Partial<FollowUpAnswer> = {}): string {
  return JSON.stringify({ kind: "changes", intent: null, ...part, changes });
}

let server: LlmServer;
beforeAll(async () => {
  server = await startLlmServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.mock.clearFixtures();
  server.mock.clearRequests();
});

async function readThrough(text: string, content: string) {
  server.mock.onMessage(/.*/, { content });
  return readFollowUpWithModel(text, workload, readFollowUp(text, workload), server.model());
}

/** The parser knows that it is a question about the workload, and no more. */
const open = "would you imagine the card firm dawdling, 3 s of it, whenever money moves?";

describe("reading a follow-up with a model", () => {
  it("leaves to the model what the parser does not understand", async () => {
    expect(readFollowUp(open, workload)).toEqual({ kind: "intent", intent: "unknown" });
    const read = await readThrough(
      open,
      answer([change({ field: "duration", step: 1, amount: 3, unit: "seconds", words: "dawdling, 3 s" })]),
    );
    expect(read.followUp).toMatchObject({
      kind: "changes",
      changes: [{ op: "set", path: "steps.1.durationMs", value: 3000 }],
    });
    expect(read.note).toEqual({ code: "model-read", paths: ["steps.1.durationMs"] });
  });

  it("multiplies by a number of the sentence, in digits or in words", async () => {
    const text = "would twice the volume change the outcome of your sums";
    const asked = { kind: "intent", intent: "unknown" } as const;
    server.mock.onMessage(/.*/, {
      content: answer([
        change({ field: "rate", how: "multiply", amount: 2, unit: "multiple", words: "twice the volume" }),
      ]),
    });
    const read = await readFollowUpWithModel(text, workload, asked, server.model());
    expect(read.followUp).toMatchObject({ changes: [{ op: "scale", path: "ratePerSecond", value: 2 }] });
  });

  it("takes a question or chatter the model recognises, and never an undo", async () => {
    const asked = { kind: "intent", intent: "unknown" } as const;
    for (const [content, intent] of [
      [answer([], { kind: "question", intent: "limits" }), "limits"],
      [answer([], { kind: "chatter" }), "none"],
      [answer([], { kind: "undo" }), "unknown"],
      [answer([], { kind: "unclear" }), "unknown"],
    ] as const) {
      server.mock.clearFixtures();
      server.mock.onMessage(/.*/, { content });
      const read = await readFollowUpWithModel("hm, so, and then?", workload, asked, server.model());
      expect(read.followUp).toEqual({ kind: "intent", intent });
    }
  });

  it.each(["double the traffic", "why?", "undo that", "lol ok", "see you at 3"])(
    "does not ask about %j",
    async (text) => {
      const parsed = readFollowUp(text, workload);
      const read = await readFollowUpWithModel(text, workload, parsed, server.model());
      expect(read).toEqual({ followUp: parsed, usedModel: false, note: null });
      expect(server.mock.getRequests()).toHaveLength(0);
    },
  );

  it.each([
    [
      "a number that is not there",
      change({ field: "duration", step: 1, amount: 5, unit: "seconds", words: "dawdling, 3 s" }),
    ],
    [
      "words that are not there",
      change({ field: "duration", step: 1, amount: 3, unit: "seconds", words: "charge in 3 s" }),
    ],
    ["a step that does not exist", change({ field: "duration", step: 7, amount: 3, unit: "seconds", words: "3 s" })],
    [
      "a step taken out without its name",
      change({ field: "duration", step: 0, how: "remove-step", words: "dawdling" }),
    ],
    ["a region out of nowhere", change({ field: "region", choice: "us-west-2", words: "card firm" })],
  ])("drops %s", async (_, bad) => {
    const read = await readThrough(open, answer([bad]));
    expect(read).toEqual({
      followUp: { kind: "intent", intent: "unknown" },
      usedModel: false,
      note: { code: "model-nothing" },
    });
  });

  it("keeps the parser's edits where it understood a part", async () => {
    const parsed = {
      kind: "changes",
      changes: [{ op: "scale", path: "ratePerSecond", value: 2 }],
      notes: [{ code: "unread", text: open }],
      corrected: false,
    } as const;
    server.mock.onMessage(/.*/, {
      content: answer([
        change({ field: "rate", how: "multiply", amount: 3, unit: "multiple", words: "3 s" }),
        change({ field: "duration", step: 1, amount: 3, unit: "seconds", words: "3 s" }),
      ]),
    });
    const read = await readFollowUpWithModel(open, workload, parsed, server.model());
    expect(read.followUp).toMatchObject({
      changes: [
        { op: "scale", path: "ratePerSecond", value: 2 },
        { op: "set", path: "steps.1.durationMs", value: 3000 },
      ],
      notes: [],
    });
  });

  it("leaves the parser's reading on a failure, and says which", async () => {
    server.mock.onMessage(/.*/, { error: { message: "no key" }, status: 401 });
    const parsed = readFollowUp(open, workload);
    expect(await readFollowUpWithModel(open, workload, parsed, server.model())).toEqual({
      followUp: parsed,
      usedModel: false,
      note: { code: "model-failed", failure: "rejected" },
    });
  });

  it("sends no secret", async () => {
    await readThrough(`${open} token=ghp_16C7e42F292c6912E7710c838347Ae178B4a`, answer([]));
    expect(server.mock.getRequests()).toHaveLength(1);
    expect(server.received()).not.toContain("ghp_16C7e42F292c6912E7710c838347Ae178B4a");
  });
});
