import { describe, expect, test } from "vitest";
import { architectureNames as modelNames } from "#src/model/architecture-name.ts";
import type { Reason } from "#src/model/assessment.ts";
import {
  type EstimateNote,
  type Infeasibility,
  type Likeness,
  type ModelNote,
  reasonCodes,
  riskCodes,
  tradeOffs,
} from "#src/model/statement.ts";
import { tuningNames } from "#src/model/tunings.ts";
import { architectureNames } from "#src/reply/wording/architecture-names.ts";
import { infeasibilityWords } from "#src/reply/wording/infeasible.ts";
import { likenessWords } from "#src/reply/wording/likeness.ts";
import { estimateNoteWords, modelNoteWords, riskWords } from "#src/reply/wording/notes.ts";
import { reasonWords } from "#src/reply/wording/reason.ts";
import { tradeOffWords } from "#src/reply/wording/trade-off.ts";
import { tuningDrops, tuningResultCosts, tuningWhat } from "#src/reply/wording/tuning.ts";

/** A sentence people can read: capital, full stop, no code showing through, no shouting, no apology. */
function expectSentence(text: string): void {
  expect(text).toMatch(/^[A-Z0-9$"].*\.$/s);
  expect(text).not.toMatch(/undefined|NaN|null|\[object|!|sorry|\s\s|\.\.|\{/i);
}

describe("every code has words", () => {
  const subjects: Partial<Record<Reason["code"], Partial<Reason>>> = {
    "largest-line": { subject: "step-functions/standard-transition", otherSubject: "serverless" },
    "stops-at-share": { subject: "serverless", figure: 0.33, otherSubject: "lambda.concurrency" },
    "tuning-saves": { subject: "alb+one-function", figure: 0.8 },
    "utilization-needed": { figure: 0.41, otherFigure: 0.65 },
    "break-even-load": { figure: 6, subject: "below", otherSubject: "serverless" },
    latency: { figure: 180, otherFigure: 240 },
    "cold-starts": { figure: 0.003 },
    "only-feasible": { otherFigure: 4 },
  };

  test.each(reasonCodes)("reason %s", (code) => {
    const reason: Reason = {
      code,
      figure: 1234,
      unit: "usd-month",
      subject: "monolith-fargate",
      otherFigure: 5678,
      otherSubject: "serverless",
      ...subjects[code],
    };
    expectSentence(reasonWords(reason, "image"));
    const { otherFigure: _figure, otherSubject: _subject, ...bare } = reason;
    expectSentence(reasonWords(bare, "image"));
  });

  test("a line that is the whole bill to the digit is nearly all of it", () => {
    const line = {
      code: "largest-line",
      unit: "usd-month",
      subject: "lambda/duration-x86",
      figure: 2_336.1,
      otherFigure: 2_336.4,
      otherSubject: "serverless",
    } as const;
    expect(reasonWords(line, "video")).toBe(
      "Lambda compute is nearly all of the $2.3k a month for serverless as described.",
    );
  });

  test("the saving that does not cover the work, and the one that has to pay for it", () => {
    const reason = {
      code: "less-to-operate",
      unit: "usd-month",
      subject: "serverless-tuned",
      otherFigure: 100,
    } as const;
    expect(reasonWords({ ...reason, figure: 58 }, "image")).toBe(
      "Saving $58 a month does not cover the $100 a month that running more is taken to cost.",
    );
    expect(reasonWords({ ...reason, figure: 2970 }, "image")).toBe(
      "Tuned serverless is less to run: the $2.9k a month saved has to pay for work taken to cost $100 a month.",
    );
    expect(reasonWords({ ...reason, figure: 0 }, "image")).toBe(
      "Tuned serverless is less to run, and nothing is saved by running more.",
    );
  });

  const infeasible: Record<Infeasibility["code"], Infeasibility> = {
    "step-too-long": {
      code: "step-too-long",
      step: "resize",
      durationMs: 1_200_000,
      limitMs: 900_000,
      quota: "lambda.timeout",
    },
    "step-too-big": {
      code: "step-too-big",
      step: "model",
      memoryMb: 51_200,
      limitMb: 10_240,
      quota: "lambda.memory.max",
    },
    "state-payload-too-large": {
      code: "state-payload-too-large",
      payloadKb: 40_000,
      limitKb: 256,
      quota: "sfn.payload",
    },
    "request-too-large": { code: "request-too-large", payloadKb: 40_000, limitKb: 10_240, quota: "apigw.payload" },
    "entry-times-out": { code: "entry-times-out", durationMs: 45_000, limitMs: 30_000, quota: "apigw.http.timeout" },
    "history-too-long": { code: "history-too-long", events: 40_001, limit: 25_000, quota: "sfn.standard.history" },
    "execution-too-long": {
      code: "execution-too-long",
      durationMs: 400_000,
      limitMs: 300_000,
      quota: "sfn.express.maxDuration",
    },
    "quota-out-of-reach": {
      code: "quota-out-of-reach",
      quota: "lambda.concurrency",
      applied: 1000,
      demand: 90_000,
      reachable: 10_000,
    },
    "no-size-fits": { code: "no-size-fits", needMemoryMb: 300_000, largestMemoryMb: 122_880 },
    "unknown-instance-type": { code: "unknown-instance-type", instanceType: "z9.huge" },
    "misses-latency-target": { code: "misses-latency-target", percentile: 99, targetMs: 80, reachedMs: 240 },
    "price-missing": { code: "price-missing", service: "elb", dimension: "alb-hour", region: "sa-east-1" },
  };

  test.each(Object.values(infeasible))("infeasible: $code", (why) => {
    const words = infeasibilityWords(why);
    expectSentence(words.asks);
    expectSentence(words.wayBack);
    expectSentence(`Because ${words.because}.`);
    expect(words.short.length).toBeLessThan(40);
  });

  test("a step without a name is one step", () => {
    expect(infeasibilityWords({ ...infeasible["step-too-long"], step: "" } as Infeasibility).asks).toBe(
      "One step takes 20 minutes.",
    );
  });

  test.each(tradeOffs)("trade-off %s", (tradeOff) => {
    expectSentence(`It gives up ${tradeOffWords(tradeOff)}.`);
  });

  const notes: Record<EstimateNote["code"], EstimateNote> = {
    "logs-sampled": { code: "logs-sampled", fullGb: 1128, keptGb: 300 },
    "runs-as": { code: "runs-as", mode: "worker" },
    "estimated-prices": { code: "estimated-prices", count: 1 },
    "durable-writes": { code: "durable-writes", perUnit: 3 },
    "kept-objects-written": { code: "kept-objects-written", retentionHours: 72 },
    "queue-boundary": { code: "queue-boundary", movedSteps: ["resize", "label"] },
    "commitment-covers": { code: "commitment-covers", share: 0.72 },
    "stated-fleet-too-small": { code: "stated-fleet-too-small", needUnits: 12.3, statedUnits: 4 },
    "slower-than-lambda": { code: "slower-than-lambda", vcpu: 0.5, lambdaVcpu: 1 },
    "provisioned-concurrency-needed": { code: "provisioned-concurrency-needed", coldShare: 0.031 },
    "connections-held": { code: "connections-held", connections: 50_000 },
  };

  test.each(Object.values(notes))("estimate note $code", (note) => {
    expectSentence(estimateNoteWords(note));
  });

  test.each(["service", "worker", "job"] as const)("runs as a %s", (mode) => {
    expectSentence(estimateNoteWords({ code: "runs-as", mode }));
  });

  const modelNotes: Record<ModelNote["code"], ModelNote> = {
    "prices-older-than-asked": { code: "prices-older-than-asked", asked: "2027-01-01", used: "2026-11-23" },
    "region-estimated": { code: "region-estimated", region: "sa-east-1", count: 3 },
    "out-of-scope": { code: "out-of-scope", topic: "gpu" },
    "free-tier-on": { code: "free-tier-on" },
    "latency-target-missed-by-all": {
      code: "latency-target-missed-by-all",
      percentile: 95,
      targetMs: 300,
      reachedMs: 345,
    },
    unread: { code: "unread", text: "on Tuesdays" },
  };

  test.each(Object.values(modelNotes))("model note $code", (note) => {
    expectSentence(modelNoteWords(note));
  });

  test.each(riskCodes)("risk %s", (code) => {
    expectSentence(riskWords({ code, figure: 0.97, subject: "lambda.concurrency" }));
    expectSentence(riskWords({ code }));
  });

  const likenesses: Record<Likeness["code"], Likeness> = {
    "paid-per-state": { code: "paid-per-state", share: 0.88 },
    "not-paid-per-state": { code: "not-paid-per-state" },
    "data-through-s3": { code: "data-through-s3", share: 0.05 },
    "no-data-through-s3": { code: "no-data-through-s3" },
    "steady-load": { code: "steady-load", peakToMean: 1.2 },
    "spiky-load": { code: "spiky-load", peakToMean: 85 },
    "same-first-wall": { code: "same-first-wall", quota: "sfn.standard.stateTransition.rate", share: 0.05 },
    "other-first-wall": { code: "other-first-wall", quota: "apigw.rps", share: 0.5 },
    "no-wall": { code: "no-wall", multiple: 63 },
    "tuning-saves-most": { code: "tuning-saves-most", tuning: "one-function", share: 0.94 },
    "tuning-saves-little": { code: "tuning-saves-little", tuning: null, share: 0 },
    "cpu-heavy": { code: "cpu-heavy", fraction: 0.9 },
    "mostly-waiting": { code: "mostly-waiting", fraction: 0.05 },
  };

  test.each(Object.values(likenesses))("likeness $code", (likeness) => {
    expectSentence(`Like it: ${likenessWords(likeness)}.`);
  });

  test("an API Gateway quota takes an, a Lambda quota takes a", () => {
    expect(likenessWords(likenesses["other-first-wall"])).toContain("an API Gateway quota");
    expect(likenessWords(likenesses["same-first-wall"])).toContain("a Step Functions quota");
  });

  test.each(tuningNames)("tuning %s is described, alone and joined", (tuning) => {
    for (const name of [tuning, `${tuning}+alb`]) {
      expectSentence(`Tuned means ${tuningWhat(name)}: it drops ${tuningDrops(name)}.`);
      expect(tuningResultCosts(name)).toMatch(/costs?$/);
      expect(tuningWhat(name)).not.toMatch(/-(api|url|function|base|handoff)\b/);
    }
  });

  test("the five designs are those of the model, in its order", () => {
    expect([...architectureNames]).toEqual([...modelNames]);
  });
});
