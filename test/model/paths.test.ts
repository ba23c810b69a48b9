import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPath, getPath, leafPaths, parsePath, quotaPath, setPath } from "#src/model/paths.ts";

describe("parsePath", () => {
  it("splits dotted paths and makes list positions numbers", () => {
    expect(parsePath("steps.0.memoryMb")).toEqual(["steps", 0, "memoryMb"]);
  });

  it("reads a quoted quota id as one segment", () => {
    expect(parsePath('appliedQuotas["lambda.concurrency"]')).toEqual(["appliedQuotas", "lambda.concurrency"]);
  });

  it.each([
    "",
    ".",
    "steps.",
    "steps..0",
    "a b",
    'appliedQuotas["x',
    "steps[0]",
    "__proto__.polluted",
    "a.constructor",
  ])("rejects %j", (path) => {
    expect(parsePath(path)).toBeNull();
  });

  it("is the reverse of formatPath", () => {
    for (const path of ["region", "steps.12.name", "latency.targetMs", quotaPath("sfn.standard.startExecution.rate")]) {
      expect(formatPath(parsePath(path) ?? [])).toBe(path);
    }
  });

  it("never throws, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const segments = parsePath(text);
        expect(segments === null || segments.length > 0).toBe(true);
      }),
    );
  });
});

describe("setPath", () => {
  const root = { region: "us-east-1", steps: [{ name: "a" }, { name: "b" }], latency: null };

  it("replaces a value without touching the original", () => {
    const edited = setPath(root, ["steps", 1, "name"], "c");
    expect(edited).toEqual({ region: "us-east-1", steps: [{ name: "a" }, { name: "c" }], latency: null });
    expect(root.steps[1]?.name).toBe("b");
  });

  it("appends one past the end and refuses a gap", () => {
    expect(getPath(setPath(root, ["steps", 2], { name: "c" }), ["steps"])).toHaveLength(3);
    expect(setPath(root, ["steps", 3], { name: "c" })).toBeUndefined();
  });

  it("removes a list entry set to null", () => {
    expect(getPath(setPath(root, ["steps", 0], null), ["steps"])).toEqual([{ name: "b" }]);
  });

  it("makes a missing parent, also in place of null", () => {
    expect(getPath(setPath(root, ["latency", "targetMs"], 200), ["latency"])).toEqual({ targetMs: 200 });
  });

  it("refuses to go inside a word", () => {
    expect(setPath(root, ["region", "name"], 1)).toBeUndefined();
  });
});

describe("leafPaths", () => {
  it("lists every leaf, null included", () => {
    expect(leafPaths({ steps: [{ memoryMb: 1 }], latency: null, appliedQuotas: { "a.b": 2 } })).toEqual([
      "steps.0.memoryMb",
      "latency",
      'appliedQuotas["a.b"]',
    ]);
  });
});
