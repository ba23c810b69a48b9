import { afterAll, beforeAll, describe, it } from "vitest";
import type { Driver } from "#test/scenarios/driver.ts";
import { startSlackDriver } from "#test/scenarios/drivers/slack-driver.ts";
import { startTerminalDriver } from "#test/scenarios/drivers/terminal-driver.ts";
import { expectSameFigures } from "#test/scenarios/figures.ts";
import { play } from "#test/scenarios/play.ts";
import type { Scenario } from "#test/scenarios/scenario.ts";
import { RESIZES } from "#test/scenarios/table/words.ts";

/** Everything the first week with Rethink holds, on one card. */
const firstReview: Scenario = {
  name: "a first review: card, what-if, every detail, a restart, the form, a decision and its record",
  steps: [
    { as: "ada", act: { kind: "slash", line: RESIZES }, expect: { card: "A" } },
    {
      as: "lin",
      act: { kind: "say", card: "A", text: "what if traffic doubles?" },
      expect: { edited: { card: "A", revision: 2 }, answers: 1, inThreadOf: "A" },
    },
    { as: "lin", act: { kind: "redelivery" }, expect: { answers: 0 } },
    { as: "lin", act: { kind: "press", on: "A", label: "Limits" }, expect: { answers: 1, isPrivate: true } },
    { as: "lin", act: { kind: "press", on: "A", label: "Breakdown" }, expect: { answers: 1, isPrivate: true } },
    { as: "lin", act: { kind: "press", on: "A", label: "What flips it" }, expect: { answers: 1, isPrivate: true } },
    { as: "lin", act: { kind: "press", on: "A", label: "Assumptions" }, expect: { answers: 1, isPrivate: true } },
    { as: "ada", act: { kind: "slash", line: "break-even {A}" }, expect: { answers: 1 } },
    { as: "ada", act: { kind: "restart" } },
    { as: "lin", act: { kind: "say", card: "A", text: "undo" }, expect: { answers: 1, inThreadOf: "A" } },
    { as: "ada", act: { kind: "slash", line: "hello" }, expect: { answers: 1, isPrivate: true } },
    { as: "ada", act: { kind: "slash", line: "review" }, expect: { form: /Review a workload/ } },
    { as: "ada", act: { kind: "submit", answers: { text: RESIZES } }, expect: { card: "B" } },
    { as: "ada", act: { kind: "slash", line: "decide {A} monolith because we run ECS already" } },
    {
      as: "ada",
      act: { kind: "press", on: "last", label: "Get the ADR" },
      expect: { file: { name: /\.md$/, content: [/we run ECS already/] } },
    },
  ],
};

describe("the whole product on Slack says what the terminal says", () => {
  let slack: Driver;
  let terminal: Driver;
  beforeAll(async () => {
    [slack, terminal] = await Promise.all([startSlackDriver(), startTerminalDriver()]);
  }, 120_000);
  afterAll(async () => {
    await Promise.all([slack.stop(), terminal.stop()]);
  });

  it(firstReview.name, { timeout: 120_000 }, async () => {
    expectSameFigures(await play(slack, firstReview), await play(terminal, firstReview));
  });
});
