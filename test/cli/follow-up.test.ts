import { afterEach, describe, expect, it, vi } from "vitest";
import { commandTable } from "#src/cli/command-table.ts";
import { route } from "#src/cli/route.ts";
import { startLlmServer } from "#test/support/llm-server.ts";
import { runCli } from "#test/support/run-cli.ts";

const pipeline = {
  region: "eu-central-1",
  ratePerSecond: 20,
  steps: [
    { name: "validate", durationMs: 100, memoryMb: 256 },
    { name: "charge", durationMs: 900, memoryMb: 512 },
  ],
};

function followUp(input: string, flags: readonly string[] = []) {
  return runCli((io) => route(["follow-up", ...flags], io, commandTable), input);
}

async function answerTo(text: string, workload: object = pipeline) {
  const { code, stdout } = await followUp(JSON.stringify({ workload, text }));
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("rethink follow-up", () => {
  it("gives the edits, the workload with exactly them, and where each leaf came from", async () => {
    const answer = await answerTo("double the traffic and move to Ireland");
    expect(answer.changes).toEqual([
      { op: "scale", path: "ratePerSecond", value: 2 },
      { op: "set", path: "region", value: "eu-west-1" },
    ]);
    expect(answer.workload).toMatchObject({ ratePerSecond: 40, region: "eu-west-1" });
    expect(answer.origins.region).toEqual({ origin: "stated", evidence: "double the traffic and move to Ireland" });
    expect(answer.origins.peakToMean.origin).toBe("assumed");
  });

  it("marks a mended reading as corrected", async () => {
    const answer = await answerTo("no, 20 per minute, not per second");
    expect(answer.workload.ratePerSecond).toBeCloseTo(20 / 60, 9);
    expect(answer.origins.ratePerSecond.origin).toBe("corrected");
  });

  it("changes only the memory when only memory was said, and tells that a review rescales the duration", async () => {
    const answer = await answerTo("halve the memory of charge");
    expect(answer.workload.steps[1]).toMatchObject({ memoryMb: 256, durationMs: 900 });
    expect(answer.notes.join(" ")).toMatch(/rescales the duration/);
  });

  it("answers a question after a change with both", async () => {
    expect(await answerTo("what if it's 200/s, and what breaks first then?")).toMatchObject({
      changes: [{ op: "set", path: "ratePerSecond", value: 200 }],
      thenIntent: "limits",
    });
  });

  it.each([
    ["why?", "explain"],
    ["undo that", "undo"],
    ["lol ok", "none"],
    ["see you at 3", "none"],
    ["what's the weather in Seattle", "unknown"],
  ])("reads %j as %s and changes nothing", async (text, intent) => {
    expect(await answerTo(text)).toEqual({ intent });
  });

  it("keeps the words' secrets out of the answer", async () => {
    const { stdout } = await followUp(JSON.stringify({ workload: pipeline, text: "use 30/s, password=hunter2secret" }));
    expect(stdout).not.toContain("hunter2secret");
    expect(JSON.parse(stdout).workload.ratePerSecond).toBe(30);
  });

  it("says which field an edit would push out of range", async () => {
    const { code, stdout, stderr } = await followUp(
      JSON.stringify({ workload: { ...pipeline, peakToMean: 1 }, text: "halve the peak" }),
    );
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/peakToMean/);
  });

  it("answers a line for each line, bad ones too", async () => {
    const lines = [
      JSON.stringify({ workload: pipeline, text: "use Express" }),
      "{",
      JSON.stringify({ workload: { ...pipeline, steps: [{ colour: "red" }] }, text: "use Express" }),
      JSON.stringify({ workload: pipeline, text: "thanks" }),
    ];
    const { code, stdout } = await followUp(`${lines.join("\n")}\n`, ["--ndjson"]);
    expect(code).toBe(0);
    const answers = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(answers).toMatchObject([
      { workload: { orchestration: { kind: "step-functions-express" } } },
      { error: { code: "bad-json" } },
      { error: { code: "unknown-field", path: "workload.steps.0.colour" } },
      { intent: "none" },
    ]);
  });

  it("says what to set when a model is asked for and none is configured", async () => {
    for (const name of ["OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_MODEL"]) vi.stubEnv(name, "");
    const { code, stderr } = await followUp(JSON.stringify({ workload: pipeline, text: "use Express" }), ["--llm"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/OPENAI_MODEL/);
  });

  it("asks the configured model for what the parser leaves open, and says who read it", async () => {
    const server = await startLlmServer();
    vi.stubEnv("OPENAI_BASE_URL", `${server.mock.url}/v1`);
    vi.stubEnv("OPENAI_API_KEY", "test-key");
    vi.stubEnv("OPENAI_MODEL", "test-model");
    const change = { step: 1, times: [], every: null, choice: null, how: "set", field: "duration" };
    server.mock.onMessage(/.*/, {
      content: JSON.stringify({
        kind: "changes",
        intent: null,
        changes: [{ ...change, amount: 3, unit: "seconds", words: "dawdling, 3 s" }],
      }),
    });
    const text = "would you imagine the card firm dawdling, 3 s of it, whenever money moves?";
    const plain = await followUp(JSON.stringify({ workload: pipeline, text }));
    expect(JSON.parse(plain.stdout)).toEqual({ intent: "unknown" });
    const { stdout } = await followUp(JSON.stringify({ workload: pipeline, text }), ["--llm"]);
    await server.stop();
    const answer = JSON.parse(stdout);
    expect(answer.workload.steps[1].durationMs).toBe(3000);
    expect(answer.notes.join(" ")).toContain("language model");
  });
});
