import { describe, expect, test } from "vitest";
import { renderPlainText } from "#src/reply/plain-text.ts";
import type { Reply } from "#src/reply/reply.ts";
import { adrMarkdown, adrReply } from "#src/reply/views/adr.ts";
import { decisionReply } from "#src/reply/views/decision.ts";
import { differenceReply } from "#src/reply/views/difference.ts";
import type { Decision } from "#src/reviews/review.ts";
import { exampleAssessment } from "#test/support/example-assessment.ts";
import {
  doubledAssessment,
  hardLimitAssessment,
  outOfScopeAssessment,
  serverlessAssessment,
} from "#test/support/example-verdicts.ts";

const lin = { id: "ULIN", name: "lin" };
const text = (reply: Reply) => renderPlainText(reply);
const flat = (reply: Reply) => text(reply).replace(/\s+/g, " ");

const difference = (part: Partial<Parameters<typeof differenceReply>[0]>) =>
  differenceReply({
    review: { shortId: "7K2Q", revision: 2 },
    by: lin,
    changes: [{ op: "scale", path: "ratePerSecond", value: 2 }],
    before: exampleAssessment,
    after: doubledAssessment,
    notes: [],
    ...part,
  });

describe("the difference a change made", () => {
  test("is three lines: total, winner, first limit", async () => {
    await expect(text(difference({}))).toMatchFileSnapshot("../golden/difference.txt");
  });

  test("says when a flip happened", async () => {
    const reply = difference({
      after: serverlessAssessment,
      changes: [{ op: "set", path: "ratePerSecond", value: 8 }],
    });
    await expect(text(reply)).toMatchFileSnapshot("../golden/difference-flip.txt");
    expect(flat(reply)).toMatch(/Winner monolith → serverless, 100 cases in 100/);
  });

  test("says so when no figure changed", () => {
    const after = { ...exampleAssessment, workload: { ...exampleAssessment.workload, name: "thumbnailer" } };
    const reply = difference({ after, changes: [{ op: "set", path: "name", value: "thumbnailer" }] });
    expect(flat(reply)).toMatch(/^Name: image-resize → thumbnailer\. No figure changed\./);
    expect(flat(reply)).not.toMatch(/Total/);
  });

  test("an undo without named changes reads them from the workloads", () => {
    const reply = difference({ before: doubledAssessment, after: exampleAssessment, changes: [] });
    expect(flat(reply)).toMatch(/^600 → 300 images a second\. The monolith still costs least\./);
  });

  test("a new step is named, its fields are not listed", () => {
    const [step] = exampleAssessment.workload.steps;
    const steps = step === undefined ? [] : [...exampleAssessment.workload.steps, { ...step, name: "label" }];
    const after = { ...doubledAssessment, workload: { ...exampleAssessment.workload, steps } };
    const reply = difference({ after, changes: [{ op: "set", path: "steps.3", value: {} }] });
    expect(flat(reply)).toMatch(/^Step label added\./);
  });

  test("several changes are listed, the rest counted", () => {
    const workload = {
      ...exampleAssessment.workload,
      region: "eu-west-1",
      peakToMean: 5,
      environments: 3,
      growthPerMonth: 0,
    };
    const reply = difference({ after: { ...doubledAssessment, workload }, changes: [] });
    expect(flat(reply)).toMatch(
      /Region: us-east-1 → eu-west-1; Peak, times the average: 3× → 5×; Growth a month: 5% → 0%; 1 more\./,
    );
  });

  test("starts a note, and each design that stops, with a capital", () => {
    const reply = difference({ notes: ["work takes 2.87 s instead of 2 s: its CPU follows its memory."] });
    expect(flat(reply)).toContain("Work takes 2.87 s");
    expect(text(reply)).not.toMatch(/\. (?:monolith|tuned|hybrid) .*stops too/);
  });

  test("stands when nothing can run before or after", () => {
    expect(flat(difference({ after: outOfScopeAssessment, changes: [] }))).toMatch(/Now out of scope/);
    expect(flat(difference({ before: outOfScopeAssessment, after: hardLimitAssessment, changes: [] }))).toMatch(
      /\$4\.2k/,
    );
  });
});

const decision: Decision = {
  choice: "monolith-fargate",
  choiceText: "Monolith on Fargate",
  reason: "the load is steady and the team runs ECS already",
  dissent: [
    {
      author: lin,
      text: "tuned Lambda is $3.0k more and nobody gets paged for it",
      at: new Date("2026-11-23T11:00:00Z"),
    },
  ],
  by: { id: "UADA", name: "ada" },
  at: new Date("2026-11-23T10:00:00Z"),
  revision: 1,
  triggers: [
    { kind: "rate-above", path: "ratePerSecond", value: 600 },
    { kind: "rate-below", path: "ratePerSecond", value: 5.83 },
    { kind: "monthly-usd-above", path: "", value: 8_000 },
    { kind: "headroom-below", path: "lambda.concurrency", value: 1.2 },
    { kind: "price-changed", path: "fargate/vcpu-x86", value: 0.1 },
    { kind: "quota-changed", path: "lambda.concurrency", value: 0 },
    { kind: "date", path: "2027-05-24", value: 0 },
  ],
};

describe("a decision", () => {
  test("keeps who, why, who disagrees, the risks and when to look again", async () => {
    const reply = decisionReply({
      review: { shortId: "7K2Q" },
      decision,
      assessment: exampleAssessment,
      digestWatches: true,
    });
    await expect(text(reply)).toMatchFileSnapshot("../golden/decision.txt");
  });

  test("of something else carries no cost", () => {
    const other = {
      ...decision,
      choice: "other",
      choiceText: "Kubernetes, as before",
      triggers: [],
      dissent: [],
      reason: "",
    } as const;
    const reply = decisionReply({
      review: { shortId: "7K2Q" },
      decision: other,
      assessment: exampleAssessment,
      digestWatches: false,
    });
    expect(flat(reply)).toMatch(/Decided: Kubernetes, as before/);
    expect(flat(reply)).not.toMatch(/a month, frozen/);
    expect(flat(reply)).toMatch(/no digest in this channel yet/);
  });
});

describe("the decision record", () => {
  const adr = (part: Partial<Parameters<typeof adrMarkdown>[0]> = {}) =>
    adrMarkdown({
      review: { shortId: "7K2Q", said: "300 image resizes a second" },
      decision,
      assessment: exampleAssessment,
      today: "2026-11-24",
      ...part,
    });

  test("has the parts of MADR 4, the figures and the triggers", async () => {
    await expect(adr()).toMatchFileSnapshot("../golden/adr.md");
  });

  test("turns the model's arguments round when the decision goes against it", () => {
    const record = adr({ decision: { ...decision, choice: "serverless-tuned", choiceText: "Tuned serverless" } });
    expect(record).toContain("* Bad, because a monolith on Fargate costs");
    expect(record).toContain("* Neutral, because of this: Step Functions");
    expect(record).toMatch(/\* Good, because \S+ a month of a monolith on Fargate pays for idle capacity/);
    expect(record).not.toMatch(/\* Risk: The quota/);
  });

  test("argues neither way for something the model does not know", () => {
    const record = adr({ decision: { ...decision, choice: "other", choiceText: "Kubernetes" } });
    expect(record).toContain("* Neutral, because of this: a monolith on Fargate costs");
    expect(record).not.toMatch(/\* (?:Good|Bad), because a monolith/);
  });

  test("is a proposal while nothing is decided", () => {
    expect(adr({ decision: null })).toMatch(/^---\nstatus: proposed\ndate: 2026-11-24\n---\n/);
    expect(adr({ decision: null })).toContain("Not decided yet.");
  });

  test("takes nothing that was typed for markup, a mention or front matter", () => {
    const hostile =
      "---\nstatus: rejected\n---\n# Title\n<script>alert(1)</script> [x](http://evil.example) @everyone `rm` | a |";
    const record = adr({
      review: { shortId: "7K2Q", said: hostile },
      decision: { ...decision, choiceText: hostile, reason: hostile, by: { id: "U", name: 'a"\nstatus: rejected' } },
    });
    const body = record.split("\n---\n").slice(1).join("\n---\n");
    expect(record.match(/^status: /gm)).toHaveLength(1);
    expect(body).not.toMatch(/<script>|(?<!\\)\]\(http|@everyone|^# Title/m);
    expect(body.match(/^# /gm)).toHaveLength(1);
  });

  test("is offered as a file with a plain name", () => {
    const reply = adrReply({
      review: { shortId: "7K2Q", said: "" },
      decision,
      assessment: exampleAssessment,
      today: "2026-11-24",
    });
    const file = reply.blocks.find((block) => block.kind === "file");
    expect(file?.kind === "file" ? file.name : "").toBe("adr-monolith-on-fargate-for-image-resize.md");
  });
});
