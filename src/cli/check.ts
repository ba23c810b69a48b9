import { z } from "zod";
import { UserError } from "#src/errors.ts";
import type { Assessment } from "#src/model/assessment.ts";
import { workloadInputSchema } from "#src/model/workload.ts";
import { checkMarkdown, type Expectation } from "#src/reply/views/check-summary.ts";
import { openInput, readText } from "./io.ts";
import { type MachineCommand, readArguments } from "./machine-command.ts";
import { parseInput, parseJson } from "./parse-input.ts";
import { assessRequest } from "./review/assess-request.ts";
import { catalogDatesSchema } from "./review/request.ts";

const checkSchema = z.strictObject({
  workload: workloadInputSchema,
  catalog: catalogDatesSchema.optional(),
  expect: z.strictObject({
    verdict: z.enum(["serverless", "monolith", "hybrid", "too-close-to-call", "out-of-scope"]).optional(),
    /** Least applied quota / demand at planned peak of the preferred architecture, over the quotas that count. */
    minHeadroom: z.number().nonnegative().optional(),
    /** Most the preferred architecture may cost. */
    maxMonthlyUsd: z.number().nonnegative().optional(),
  }),
});

/** `check`: the same model for pipelines. Exit 1 when an expectation fails. */
export const checkCommand: MachineCommand = {
  name: "check",
  summary: "Check a workload against what you expect of it; exit 1 when it no longer holds",
  run: async (args, io) => {
    const { flags, file } = readArguments(args, {});
    if (flags["help"] === true) {
      await io.write(
        'rethink check file.json\n\n{"workload": {...}, "expect": {"verdict"?, "minHeadroom"?, "maxMonthlyUsd"?}}\n',
      );
      return 0;
    }
    const {
      workload,
      catalog = {},
      expect,
    } = parseInput(checkSchema, parseJson(await readText(await openInput(io, file))));
    const result = assessRequest({ text: undefined, workload, catalog }, io.clock.now());
    if (result.kind === "ask") {
      throw new UserError({ code: "missing-rate", message: result.message, path: "workload.ratePerSecond" });
    }
    const expectations = expectationsOf(result.assessment, expect);
    await io.write(`${checkMarkdown(result.assessment, expectations, result.isOld ? result.ageDays : null)}\n`);
    return expectations.every(({ holds }) => holds) ? 0 : 1;
  },
};

function expectationsOf(assessment: Assessment, expect: z.infer<typeof checkSchema>["expect"]): Expectation[] {
  const { recommendation, estimates } = assessment;
  const preferred = estimates.find(({ architecture }) => architecture === recommendation.preferred);
  const headrooms = (preferred?.limits ?? []).filter(({ counts }) => counts).map((use) => use.headroom ?? Infinity);
  const headroom = Math.min(Number.POSITIVE_INFINITY, ...headrooms);
  const usd = preferred?.monthlyUsd.point ?? Number.POSITIVE_INFINITY;
  const expectations: Expectation[] = [];
  if (expect.verdict !== undefined) {
    const holds = recommendation.verdict === expect.verdict;
    expectations.push({ kind: "verdict", expected: expect.verdict, actual: recommendation.verdict, holds });
  }
  if (expect.minHeadroom !== undefined) {
    const holds = headroom >= expect.minHeadroom;
    expectations.push({ kind: "headroom", expected: expect.minHeadroom, actual: headroom, holds });
  }
  if (expect.maxMonthlyUsd !== undefined) {
    const holds = usd <= expect.maxMonthlyUsd;
    expectations.push({ kind: "monthly-usd", expected: expect.maxMonthlyUsd, actual: usd, holds });
  }
  return expectations;
}
