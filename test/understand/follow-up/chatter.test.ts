import { describe, expect, it } from "vitest";
import { readFollowUp } from "#src/understand/follow-up/read-follow-up.ts";
import { baseWorkloads, linesOf } from "#test/understand/support/chatter.ts";

const lines = linesOf("chatter.txt");
const questions = linesOf("questions-with-figures.txt");
const workloads = baseWorkloads();

/** Each workload hears every fourth line, each line a quarter of the workloads; `npm run eval` tries all of them. */
const PARTS = 4;
const named = [...workloads].map(([name, workload], index) => [name, workload, index % PARTS] as const);

describe("talk between people", () => {
  it.each(named)("never changes the workload %s", (_, workload, part) => {
    const heard = lines.filter((_line, at) => at % PARTS === part);
    expect(heard.filter((line) => readFollowUp(line, workload).kind === "changes")).toEqual([]);
  });

  it("is mostly answered with silence", () => {
    const workload = workloads.get("orders");
    if (workload === undefined) throw new Error("no base");
    const answered = lines.filter((line) => {
      const read = readFollowUp(line, workload);
      return read.kind === "changes" || read.intent !== "none";
    });
    expect(answered.length / lines.length).toBeLessThan(0.04);
  });
});

describe("questions that mention figures", () => {
  it.each(named)("never change the workload %s", (_, workload) => {
    expect(questions.filter((line) => readFollowUp(line, workload).kind === "changes")).toEqual([]);
  });
});
