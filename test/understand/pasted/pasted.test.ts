import { describe, expect, it } from "vitest";
import { readDescription } from "#src/understand/read-description.ts";
import { leafOf, notesOf, readValue } from "#test/understand/support/read.ts";

const lambda = (name: string) => `arn:aws:lambda:eu-west-1:123456789012:function:${name}`;

function paste(definition: unknown, words = "5 executions a second, 300 ms and 512 MB each"): string {
  return `${words}\n${JSON.stringify(definition)}`;
}

const choice = {
  StartAt: "Check",
  States: {
    Check: { Type: "Task", Resource: lambda("check"), TimeoutSeconds: 10, Next: "Ok?" },
    "Ok?": { Type: "Choice", Choices: [{ Variable: "$.ok", BooleanEquals: true, Next: "Store" }], Default: "Reject" },
    Store: { Type: "Task", Resource: lambda("store"), Next: "Notify" },
    Notify: { Type: "Task", Resource: "arn:aws:states:::sns:publish", End: true },
    Reject: { Type: "Fail" },
  },
};

describe("a pasted state machine", () => {
  it("gives its function tasks as steps, with the figures of the words around it", () => {
    const { input } = readDescription(paste(choice));
    expect(input.steps).toMatchObject([
      { name: "Check", durationMs: 300, memoryMb: 512 },
      { name: "Store", durationMs: 300, memoryMb: 512 },
    ]);
  });

  it("counts the states of its longest path, and keeps the shortest as low", () => {
    // Check, Ok?, Store, Notify against Check, Ok?, Reject.
    expect(leafOf(paste(choice), "orchestration.transitionsPerUnit")).toMatchObject({
      value: 4,
      origin: "inferred",
      low: 3,
      high: 4,
    });
  });

  it("adds the branches of a Parallel state", () => {
    const branch = (name: string) => ({
      StartAt: name,
      States: { [name]: { Type: "Task", Resource: lambda(name), End: true } },
    });
    const parallel = {
      StartAt: "Both",
      States: { Both: { Type: "Parallel", Branches: [branch("A"), branch("B")], End: true } },
    };
    expect(readValue(paste(parallel), "orchestration.transitionsPerUnit")).toBe(3);
    expect(readDescription(paste(parallel)).input.steps).toHaveLength(2);
  });

  it("counts a Map once and says that its items are unknown", () => {
    const inner = { StartAt: "One", States: { One: { Type: "Task", Resource: lambda("one"), End: true } } };
    const map = { StartAt: "All", States: { All: { Type: "Map", ItemProcessor: inner, End: true } } };
    expect(readValue(paste(map), "orchestration.transitionsPerUnit")).toBe(2);
    expect(notesOf(paste(map)).join(" ")).toContain("how many items");
  });

  it("survives a loop", () => {
    const loop = {
      StartAt: "A",
      States: {
        A: { Type: "Task", Resource: lambda("a"), Next: "B" },
        B: { Type: "Choice", Choices: [{ Next: "A" }] },
      },
    };
    expect(readValue(paste(loop), "orchestration.transitionsPerUnit")).toBe(2);
    expect(notesOf(paste(loop)).join(" ")).toContain("loop");
  });

  it("takes a timeout as a bound, not as a duration", () => {
    expect(readValue(paste(choice, "5 executions a second"), "steps.0.durationMs")).toBeUndefined();
    expect(notesOf(paste(choice)).join(" ")).toContain("Check 10 s");
  });

  it("assumes Standard unless the words say Express", () => {
    expect(leafOf(paste(choice), "orchestration.kind")).toMatchObject({
      value: "step-functions-standard",
      origin: "assumed",
    });
    const express = paste(choice, "Express workflow, 5 executions a second, 300 ms, 512 MB each");
    expect(leafOf(express, "orchestration.kind")).toMatchObject({ value: "step-functions-express", origin: "stated" });
  });
});

describe("pasted workload fields", () => {
  it("reads a workload in JSON, every leaf as stated", () => {
    const workload = {
      region: "eu-west-1",
      ratePerSecond: 12,
      steps: [{ name: "a", durationMs: 100, memoryMb: 256 }],
      latency: { percentile: 99, targetMs: 200 },
    };
    const { input, origins } = readDescription(`please review {"workload": ${JSON.stringify(workload)}}`);
    expect(input).toEqual(workload);
    expect(new Set(Object.values(origins).map((origin) => origin.origin))).toEqual(new Set(["stated"]));
  });

  it("reads contract fields line by line in the unit their name says", () => {
    const text =
      "ratePerSecond: 12\npeakToMean: 8\nsteps:\n  - name: fetch\n    durationMs: 150\n    memoryMb: 256\n  - name: render\n    durationMs: 2200\n    memoryMb: 2048";
    expect(readDescription(text).input).toMatchObject({
      ratePerSecond: 12,
      peakToMean: 8,
      steps: [
        { durationMs: 150, memoryMb: 256 },
        { durationMs: 2200, memoryMb: 2048 },
      ],
    });
  });

  it("names a field that no workload has, and asks where a value is impossible", () => {
    expect(notesOf('{"ratePerSecond": 5, "colour": "red"}').join(" ")).toContain("colour");
    expect(readDescription('{"ratePerSecond": 5, "peakToMean": 0.5}')).toMatchObject({
      kind: "ask",
      code: "bad-input",
    });
  });
});
