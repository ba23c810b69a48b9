import type { Assessment, Estimate } from "#src/model/assessment.ts";
import { exampleAssessment, exampleDriver, exampleRecommendation } from "./example-assessment.ts";
import { concurrency, exampleEstimate, exampleLine, exampleQuota } from "./example-estimates.ts";
import { exampleStep, exampleWorkload } from "./example-workload.ts";

/** The other verdicts, each a small change of the image review, figures by hand. */

const lambdaLine = (costUsd: number) =>
  exampleLine({ service: "lambda", dimension: "duration-x86", label: "Lambda duration", unit: "GB-second", costUsd });

/** 260 x 3.84 = 1,000 running at once. */
const farConcurrency = { ...concurrency, demandPeak: 3.84, demandMean: 1.28, demandChecked: 3.84, headroom: 260 };

const withEstimates = (estimates: readonly Estimate[], part: Partial<Assessment>): Assessment => ({
  ...exampleAssessment,
  estimates,
  curves: [],
  breakEven: [],
  flips: [],
  drivers: [],
  questions: [],
  ...part,
});

export const serverlessAssessment: Assessment = withEstimates(
  [
    exampleEstimate("serverless", [75, 74, 79], { lineItems: [lambdaLine(30)], limits: [farConcurrency] }),
    exampleEstimate("serverless-tuned", [35, 33, 38], {
      tuning: "one-function",
      lineItems: [lambdaLine(30)],
      limits: [farConcurrency],
    }),
    exampleEstimate("monolith-fargate", [87, 80, 130]),
    exampleEstimate("monolith-ec2", [97, 90, 150]),
  ],
  {
    workload: { ...exampleWorkload, unitOfWork: "checkout", ratePerSecond: 8, name: "checkout" },
    breakEven: [{ ratePerSecond: 20.4, multiple: 2.55, from: "serverless", to: "monolith" }],
    recommendation: {
      ...exampleRecommendation,
      verdict: "serverless",
      preferred: "serverless-tuned",
      cheapest: "serverless-tuned",
      confidence: 1,
      wins: { serverless: 1, monolith: 0, hybrid: 0 },
    },
  },
);

/** The monolith is cheaper, but by less than running it is taken to cost. */
export const premiumAssessment: Assessment = withEstimates(
  [
    exampleEstimate("serverless", [93, 90, 99], { lineItems: [lambdaLine(80)], limits: [farConcurrency] }),
    exampleEstimate("monolith-fargate", [35, 30, 60]),
  ],
  {
    recommendation: {
      ...exampleRecommendation,
      verdict: "serverless",
      preferred: "serverless",
      cheapest: "monolith-fargate",
      confidence: 0.92,
      wins: { serverless: 0.92, monolith: 0.08, hybrid: 0 },
      containersWinAboveUtilization: null,
      reasons: [
        {
          code: "less-to-operate",
          figure: 58,
          unit: "usd-month",
          subject: "serverless",
          otherFigure: 100,
          otherSubject: "monolith-fargate",
        },
      ],
    },
  },
);

export const tooCloseAssessment: Assessment = withEstimates(
  [
    exampleEstimate("serverless", [161, 150, 172], { lineItems: [lambdaLine(150)], limits: [farConcurrency] }),
    exampleEstimate("monolith-fargate", [162, 120, 210]),
  ],
  {
    workload: { ...exampleWorkload, unitOfWork: "export", ratePerSecond: 2, steps: [exampleStep("export")] },
    drivers: [
      exampleDriver({
        path: "steps.0.cpuBoundFraction",
        low: 0.3,
        typical: 0.6,
        high: 0.95,
        explains: 0.8,
        winnerAtLow: "monolith",
        winnerAtHigh: "serverless",
      }),
    ],
    questions: [{ path: "steps.0.cpuBoundFraction", reason: "decides" }],
    recommendation: {
      ...exampleRecommendation,
      verdict: "too-close-to-call",
      preferred: "serverless",
      cheapest: "serverless",
      confidence: 0.56,
      wins: { serverless: 0.56, monolith: 0.44, hybrid: 0 },
      openQuestions: [{ path: "steps.0.cpuBoundFraction", reason: "decides" }],
    },
  },
);

export const hardLimitAssessment: Assessment = withEstimates(
  [
    exampleEstimate("serverless", [0, 0, 0], {
      feasible: false,
      infeasibleBecause: [
        { code: "step-too-long", step: "", durationMs: 1_200_000, limitMs: 900_000, quota: "lambda.timeout" },
      ],
      supportedShare: 0,
    }),
    exampleEstimate("monolith-fargate", [4_200, 3_500, 5_600], {
      limits: [
        exampleQuota({
          quota: "fargate.launch.rate",
          service: "Fargate",
          applied: 20,
          demandPeak: 0.01,
          unit: "tasks/s",
        }),
      ],
    }),
  ],
  {
    workload: { ...exampleWorkload, unitOfWork: "video", ratePerSecond: 2 / 60 },
    recommendation: { ...exampleRecommendation, confidence: 1, containersWinAboveUtilization: null },
  },
);

export const hybridAssessment: Assessment = withEstimates(
  [
    exampleEstimate("serverless", [9_000, 8_000, 9_900], { limits: [farConcurrency] }),
    exampleEstimate("monolith-fargate", [6_000, 5_000, 7_000]),
    exampleEstimate("hybrid", [3_000, 2_700, 3_600], {
      notes: [{ code: "queue-boundary", movedSteps: ["resize", "label"] }],
    }),
  ],
  {
    recommendation: {
      ...exampleRecommendation,
      verdict: "hybrid",
      preferred: "hybrid",
      cheapest: "hybrid",
      confidence: 0.91,
      wins: { serverless: 0.02, monolith: 0.07, hybrid: 0.91 },
      containersWinAboveUtilization: null,
    },
  },
);

export const outOfScopeAssessment: Assessment = withEstimates([], {
  notes: [{ code: "out-of-scope", topic: "GPU training" }],
  recommendation: {
    ...exampleRecommendation,
    verdict: "out-of-scope",
    preferred: null,
    cheapest: null,
    confidence: 0,
    wins: { serverless: 0, monolith: 0, hybrid: 0 },
  },
});

/** Twice the load: the totals double, tuned serverless now meets its quota. */
export const doubledAssessment: Assessment = {
  ...exampleAssessment,
  workload: { ...exampleWorkload, ratePerSecond: 600 },
  estimates: exampleAssessment.estimates.map((estimate) => ({
    ...estimate,
    monthlyUsd: {
      point: estimate.monthlyUsd.point * 1.99,
      p10: estimate.monthlyUsd.p10 * 2,
      p50: estimate.monthlyUsd.p50 * 2,
      p90: estimate.monthlyUsd.p90 * 2,
    },
    limits: estimate.limits.map((use) => ({
      ...use,
      demandMean: use.demandMean * 2,
      demandPeak: use.demandPeak * 2,
      demandChecked: use.demandChecked * 2,
    })),
  })),
};
