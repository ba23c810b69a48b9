import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Assessment } from "#src/model/assessment.ts";
import { renderMarkdown } from "#src/reply/markdown.ts";
import { renderPlainText } from "#src/reply/plain-text.ts";
import type { Reply } from "#src/reply/reply.ts";
import { reviewCard } from "#src/reply/views/review-card.ts";
import { exampleAssessment, exampleDriver, exampleRecommendation } from "#test/support/example-assessment.ts";
import { exampleEstimate } from "#test/support/example-estimates.ts";
import {
  hardLimitAssessment,
  hybridAssessment,
  outOfScopeAssessment,
  premiumAssessment,
  serverlessAssessment,
  tooCloseAssessment,
} from "#test/support/example-verdicts.ts";
import { allText } from "#test/support/read-reply.ts";

const ada = { id: "UADA", name: "ada" };
const said =
  "300 image resizes a second, 3 Lambda steps of about 200 ms at 1 GB, Step Functions Standard with 7 states, images passed through S3, us-east-1";

function card(assessment: Assessment, part: Partial<Parameters<typeof reviewCard>[0]> = {}): Reply {
  return reviewCard({
    review: { shortId: "7K2Q", revision: 1, askedBy: ada, said },
    assessment,
    llm: "off",
    notes: [],
    ...part,
  });
}

function headlineOf(reply: Reply): string {
  const block = reply.blocks.find(({ kind }) => kind === "headline");
  return block?.kind === "headline" ? block.text : "";
}

function textOf(reply: Reply): string {
  return renderPlainText(reply, { chart: "omit" });
}

/** The same without line breaks: sentences may be wrapped anywhere. */
function flatTextOf(reply: Reply): string {
  return textOf(reply).replace(/\s+/g, " ");
}

describe("the review card", () => {
  test("says how far an idle fleet carries as a least, never as an end", () => {
    const [first, ...rest] = serverlessAssessment.estimates;
    const fleet = {
      runMode: "service",
      unitLabel: "0.25 vCPU / 0.5 GB",
      vcpuPerUnit: 0.25,
      memoryGbPerUnit: 0.5,
      unitsMin: 2,
      unitsMean: 2,
      unitsPeak: 2,
      busyVcpu: 0.01,
      utilization: 0.02,
      idleUsd: 18,
    } as const;
    const limits = first?.limits ?? [];
    const estimates = [
      ...(first === undefined ? [] : [first]),
      ...rest.map((each) => (each.architecture === "monolith-fargate" ? { ...each, fleet, limits } : each)),
    ];
    expect(textOf(card({ ...serverlessAssessment, estimates }))).toMatch(/Monolith on Fargate .* yes, over 260×/);
    expect(textOf(card(serverlessAssessment))).toMatch(/Tuned serverless .* yes, up to 260×/);
  });

  test("keeps a small letter inside the sentence that puts something out of scope", () => {
    const notes = [{ code: "out-of-scope", topic: "another cloud" } as const];
    expect(flatTextOf(card({ ...outOfScopeAssessment, notes }))).toContain("on AWS, and another cloud is not part of");
  });

  test("reads on one screen, the verdict first", async () => {
    await expect(renderPlainText(card(exampleAssessment), { chart: () => ["(the chart)"] })).toMatchFileSnapshot(
      "../golden/review-card.txt",
    );
  });

  test("reads as Markdown", async () => {
    await expect(renderMarkdown(card(exampleAssessment))).toMatchFileSnapshot("../golden/review-card.md");
  });

  test("puts verdict and both figures into the headline, and the first limit into the notification", () => {
    const reply = card(exampleAssessment);
    expect(headlineOf(reply)).toBe("Monolith costs least: $5.4k a month, against $156k as described");
    expect(reply.summary).toBe(
      "Monolith costs least: $5.4k a month, against $156k as described. As described it stops at 33% of your peak.",
    );
    expect(reply.accent).toBe("monolith");
  });

  test("follows the order: asked, verdict, driver, limit, options, tie, chart, assumptions, case, buttons, footer", () => {
    expect(card(exampleAssessment).blocks.map(({ kind }) => kind)).toEqual([
      "context",
      "headline",
      "paragraph",
      "paragraph",
      "table",
      "context",
      "chart",
      "line-with-action",
      "line-with-action",
      "line-with-action",
      "context",
      "actions",
      "context",
    ]);
  });

  test.each([
    ["serverless", serverlessAssessment],
    ["premium", premiumAssessment],
    ["too-close", tooCloseAssessment],
    ["hard-limit", hardLimitAssessment],
    ["hybrid", hybridAssessment],
    ["out-of-scope", outOfScopeAssessment],
  ])("words the verdict %s", async (name, assessment) => {
    await expect(textOf(card(assessment))).toMatchFileSnapshot(`../golden/verdict-${name}.txt`);
  });

  test("never says that something costs least when another family is cheaper", () => {
    const usd = fc.double({ min: 0.01, max: 1e7, noNaN: true });
    fc.assert(
      fc.property(usd, usd, fc.constantFrom("serverless", "monolith"), (serverless, monolith, verdict) => {
        const reply = card({
          ...exampleAssessment,
          curves: [],
          estimates: [
            exampleEstimate("serverless", [serverless, serverless, serverless]),
            exampleEstimate("monolith-fargate", [monolith, monolith, monolith]),
          ],
          recommendation: {
            ...exampleRecommendation,
            verdict,
            preferred: verdict === "serverless" ? "serverless" : "monolith-fargate",
          },
        });
        const isCheapest = verdict === "serverless" ? serverless <= monolith : monolith <= serverless;
        const says = / costs least: /.test(headlineOf(reply));
        expect(says).toBe(isCheapest);
      }),
    );
  });

  test("leaves out tuned serverless where there is nothing to tune", () => {
    const untuned = {
      ...exampleAssessment,
      estimates: exampleAssessment.estimates.map((estimate) =>
        estimate.architecture === "serverless-tuned" ? { ...estimate, tuning: "" } : estimate,
      ),
    };
    expect(flatTextOf(card(untuned))).not.toMatch(/Tuned serverless/);
    expect(flatTextOf(card(untuned))).toMatch(/no tuning makes it cheaper/);
  });

  test("a design whose price is missing shows no total", () => {
    const missing = {
      ...exampleAssessment,
      estimates: exampleAssessment.estimates.map((estimate) =>
        estimate.architecture === "monolith-ec2"
          ? { ...estimate, missing: [{ service: "ec2", dimension: "c6i.large", region: "eu-south-9" }] }
          : estimate,
      ),
    };
    const text = flatTextOf(card(missing));
    expect(text).toMatch(/Monolith on EC2 – – no total: a price is missing/);
    expect(text).toMatch(/1 price missing/);
  });

  test("a price taken from another region is marked wherever it shows", () => {
    const estimated = {
      ...exampleAssessment,
      estimates: exampleAssessment.estimates.map((estimate) => ({
        ...estimate,
        lineItems: estimate.lineItems.map((line) => ({ ...line, estimated: { lowUsd: 1, highUsd: 2 } })),
      })),
    };
    const text = flatTextOf(card(estimated));
    expect(text).toMatch(/price estimated/);
    expect(text).toMatch(/prices estimated from another region/);
  });

  test("says who decided what once it is decided", () => {
    const decision = {
      choice: "monolith-fargate",
      choiceText: "Monolith on Fargate",
      reason: "",
      dissent: [],
      by: ada,
      at: new Date("2026-11-23T10:00:00Z"),
      revision: 1,
      triggers: [],
    } as const;
    const reply = card(exampleAssessment, {
      review: { shortId: "7K2Q", revision: 1, askedBy: ada, said, decision },
    });
    expect(textOf(reply)).toMatch(/^Decided: Monolith on Fargate, by @ada\n/);
  });

  test("says in the footer what a language model did, and how old the prices are", () => {
    expect(flatTextOf(card(exampleAssessment, { llm: "pending" }))).toMatch(/still reading the words/);
    expect(flatTextOf(card(exampleAssessment, { llm: "failed" }))).toMatch(/gave no answer/);
    expect(flatTextOf(card(exampleAssessment, { catalogAgeDays: 120 }))).toMatch(/prices are 120 days old/);
  });

  test("an input with the same winner at both ends decides nothing, whatever the verdict is", () => {
    const driver = { ...exampleDriver({ path: "parameters.lambda.idleMinutes", low: 5, typical: 10, high: 45 }) };
    const drivers = [{ ...driver, winnerAtLow: "serverless", winnerAtHigh: "serverless" } as const];
    const text = flatTextOf(card({ ...exampleAssessment, drivers }));
    expect(text).not.toMatch(/At 5 min/);
    expect(text).not.toMatch(/Assumed/);
  });

  test("in a tie both ends are told", () => {
    expect(flatTextOf(card(tooCloseAssessment))).toMatch(/At 30% a monolith wins, at 95% serverless as described/);
  });

  test("prices below list are not passed off as list prices", () => {
    const purchase = { ...exampleAssessment.workload.purchase, commitment: "spot", discountPercent: 12 } as const;
    const assessment = { ...exampleAssessment, workload: { ...exampleAssessment.workload, purchase } };
    expect(flatTextOf(card(assessment))).toMatch(/AWS list prices less your 12% with spot, not a quote/);
  });

  test("the Change button asks for one value, prefilled, and names what it changes", () => {
    const line = card(exampleAssessment).blocks.find((block) => block.kind === "line-with-action");
    const action = line?.kind === "line-with-action" ? line.action : null;
    expect(action?.label).toBe("Change");
    expect(action?.accessibilityLabel).toBe("Change: 80% of resize time is CPU");
    expect(action?.verb).toBe("whatif");
    expect(action?.args).toEqual({ path: "steps.1.cpuBoundFraction" });
    expect(action?.form?.fields.map((field) => field.name)).toEqual(["value", "why"]);
    expect(action?.form?.fields[0]).toMatchObject({ initial: "80%", placeholder: "80%, or 60–90%" });
  });

  test("the form to decide preselects nothing", () => {
    const actions = card(exampleAssessment).blocks.find((block) => block.kind === "actions");
    const decide = actions?.kind === "actions" ? actions.actions.find(({ label }) => label === "Decide") : undefined;
    const choice = decide?.form?.fields.find((field) => field.kind === "choice");
    expect(choice).toBeDefined();
    expect(choice).not.toHaveProperty("initial");
  });

  test("stands on its own without a stored review", () => {
    const reply = card(exampleAssessment, { review: { shortId: null, revision: 1, askedBy: null, said: "" } });
    expect(textOf(reply)).toMatch(/^Monolith costs least/);
    expect(textOf(reply)).not.toMatch(/rev 1/);
  });

  test("keeps hostile names and words literal, printable and within 80 columns", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.constantFrom(
        "\u001B[2J\u001B[31mred",
        "<!channel> @everyone <@U1> *bold* `code` [x](http://a.b)",
        "画像".repeat(60),
        "👩‍👩‍👧‍👦".repeat(30),
        "a".repeat(500),
        "\u202Eevil",
        "line\nbreak\r\n\ttab",
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, (name, unit, words) => {
        const assessment = {
          ...exampleAssessment,
          workload: { ...exampleAssessment.workload, name: name.slice(0, 200), unitOfWork: unit.slice(0, 100) },
        };
        const reply = card(assessment, {
          review: { shortId: "7K2Q", revision: 1, askedBy: { id: "U", name: name.slice(0, 80) }, said: words },
          notes: [words],
        });
        const text = textOf(reply);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not come through
        expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/);
        expect(allText(reply)).not.toMatch(/NaN|undefined/);
      }),
      { numRuns: 60 },
    );
  });
});
