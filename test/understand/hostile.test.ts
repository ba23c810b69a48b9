import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { loadCatalog } from "#src/catalog/load.ts";
import { getPath, parsePath } from "#src/model/paths.ts";
import { answerDescription } from "#src/understand/answer-description.ts";
import { readDescription } from "#src/understand/read-description.ts";

const caseSchema = z.looseObject({
  id: z.string(),
  topic: z.string(),
  text: z.string(),
  expect: z.looseObject({
    kind: z.enum(["review", "ask", "error"]),
    acceptKinds: z.array(z.string()).default([]),
    mustNotContain: z.array(z.string()).default([]),
    mustNotMatch: z.array(z.string()).default([]),
    workload: z.record(z.string(), z.number()).default({}),
  }),
});

const url = new URL("../fixtures/understanding-published.json", import.meta.url);
const set = z.looseObject({ adversarial: z.array(caseSchema) }).parse(JSON.parse(readFileSync(url, "utf8")));

describe("hostile and broken descriptions", () => {
  it.each(set.adversarial.map((example) => [example.topic, example] as const))("handles %s", (_, example) => {
    const answer = answerDescription(readDescription(example.text), loadCatalog());
    const kind = answer.kind === "workload" ? "review" : "ask";
    const printed = JSON.stringify(answer);
    expect([example.expect.kind, ...example.expect.acceptKinds]).toContain(kind);
    for (const text of example.expect.mustNotContain) expect(printed).not.toContain(text);
    for (const pattern of example.expect.mustNotMatch)
      expect(answer.message ?? "").not.toMatch(new RegExp(pattern, "im"));
    for (const [path, value] of Object.entries(example.expect.workload)) {
      expect(getPath(answer.workload, parsePath(path) ?? [])).toBeCloseTo(value, 6);
    }
  });

  it.each([
    ["-50 requests per second, 200ms, 512MB", "bad-input", "-50"],
    ["1000 rps, 0 ms, 512 MB", "bad-input", "0 ms"],
    ["30 rps 100ms 256MB eu-south-9", "unknown-region", "eu-south-9"],
    ["50 rps, 1e300 ms, 512 MB", "bad-input", "1e300 ms"],
    ["1e40 rps, 100 ms, 512 MB", "bad-input", "1e40 rps"],
    ["hello there", "no-workload", "for example"],
    ["", "no-workload", "for example"],
    ["how many AWS regions are there?", "no-workload", "for example"],
  ])("asks about %j and says what to type", (text, code, words) => {
    const reading = readDescription(text);
    expect(reading).toMatchObject({ kind: "ask", code });
    expect(reading.kind === "ask" ? reading.message : "").toContain(words);
  });

  it.each([
    ["50 rps, 200 ms, 512 MB, needs an A100 GPU", "gpu"],
    ["50 rps on Azure Functions, 200 ms, 512 MB", "other-cloud"],
    ["50 rps, 200 ms, in our own data centre", "on-premises"],
    ["50 rps, 200 ms, but most of the bill is RDS Postgres", "data-store"],
  ])("says that it does not model %j", (text, topic) => {
    expect(readDescription(text)).toMatchObject({ kind: "out-of-scope", topic });
  });

  it.each(["moving from Azure to AWS, 50 rps, 200 ms, 512 MB", "no GPU, 50 rps, 200 ms, 512 MB"])(
    "stays in scope for %j",
    (text) => {
      expect(readDescription(text).kind).toBe("workload");
    },
  );

  it("takes secrets out of everything it returns and says to replace them", () => {
    const secret = ["AKIA", "IOSFODNN7EXAMPLE"].join("");
    const reading = readDescription(`key ${secret} 40 rps 120ms 256 MB`);
    expect(JSON.stringify(reading)).not.toContain(secret);
    expect(reading.notes.map((note) => note.code)).toContain("secret");
  });

  it("names the figures nothing used", () => {
    const { unread, notes } = readDescription(
      "standup moved to 10:15. 40 rps, 120 ms, 256 MB, built in 2019 by 6 people",
    );
    expect(unread.join(" ")).toMatch(/10:15.*2019.*6/);
    expect(notes.map((note) => note.text).join(" ")).toContain("Not used");
  });
});

it("asks again for a peak that no load could have", () => {
  const answer = answerDescription(readDescription("peak rps 1e308"), loadCatalog());
  expect(answer).toMatchObject({ kind: "ask", code: "bad-input" });
});
