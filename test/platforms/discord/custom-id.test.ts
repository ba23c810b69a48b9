import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCustomId, writeCustomId } from "#src/platforms/discord/custom-id.ts";
import { verbs } from "#src/reply/verbs.ts";

const carried = fc.record(
  {
    verb: fc.constantFrom(...verbs),
    args: fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.string({ unit: "binary", maxLength: 12 }), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
    review: fc.constantFrom("7K2Q", "T4WK"),
  },
  { requiredKeys: ["verb", "args"] },
);

describe("what a button carries", () => {
  it("is readable, so that a log says what was pressed", () => {
    const id = writeCustomId("b", 2, { verb: "whatif", args: { path: "peakToMean", value: "5" }, review: "7K2Q" });
    expect(id).toBe("b2:whatif:7K2Q:path=peakToMean&value=5");
  });

  it("comes back as it was, whatever the options hold", () => {
    fc.assert(
      fc.property(carried, fc.constantFrom("b", "f"), fc.nat(40), (one, kind, position) => {
        const id = writeCustomId(kind, position, one);
        const read = id === null ? null : readCustomId(id);
        expect(id?.length ?? 0).toBeLessThanOrEqual(100);
        if (read?.incomplete === false) expect(read).toEqual({ ...one, kind, incomplete: false });
      }),
    );
  });

  it("leaves out the longest option when it is too long, and says so", () => {
    const reason = "it runs on our cluster already ".repeat(10);
    const id = writeCustomId("b", 1, { verb: "decide", args: { choice: "monolith-fargate", reason }, review: "7K2Q" });
    expect(id).toBe("b1!:decide:7K2Q:choice=monolith-fargate");
    expect(readCustomId(id ?? "")).toEqual({
      kind: "b",
      incomplete: true,
      verb: "decide",
      args: { choice: "monolith-fargate" },
      review: "7K2Q",
    });
  });

  it("keeps no option at all when each is too long", () => {
    expect(writeCustomId("b", 0, { verb: "review", args: { text: "x".repeat(200) } })).toBe("b0!:review::");
  });

  it("is null when even the review is too long", () => {
    expect(writeCustomId("b", 0, { verb: "limits", args: {}, review: "x".repeat(100) })).toBeNull();
  });

  it.each([
    "",
    "b1",
    "limits:7K2Q",
    "x1:limits::",
    "b1:dance::",
    "b1:limits:%:",
    "b1:limits:::",
    "b1:limits::a=%E0%A4%A",
  ])("is nothing of ours when Discord hands back %j", (id) => {
    expect(readCustomId(id)).toBeNull();
  });
});
