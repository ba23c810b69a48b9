import { expect, it } from "vitest";
import { readFollowUp } from "#src/understand/follow-up/read-follow-up.ts";
import { baseWorkloads, linesOf } from "#test/understand/support/chatter.ts";

it("hears every line of chatter about every workload, and changes none", () => {
  const lines = linesOf("chatter.txt");
  const fires = [...baseWorkloads()].flatMap(([name, workload]) =>
    lines.filter((line) => readFollowUp(line, workload).kind === "changes").map((line) => `${name}: ${line}`),
  );
  expect(fires).toEqual([]);
});
