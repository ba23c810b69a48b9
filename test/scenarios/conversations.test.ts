import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Driver } from "./driver.ts";
import { startSlackDriver } from "./drivers/slack-driver.ts";
import { closeTerminalTranscripts, terminalTranscript } from "./drivers/terminal-transcript.ts";
import { expectSameFigures } from "./figures.ts";
import { play } from "./play.ts";
import { scenarios } from "./scenarios.ts";

/** Starting the service and the emulator on a busy machine. */
const START_MS = 120_000;

let slack: Driver;
beforeAll(async () => {
  slack = await startSlackDriver();
}, START_MS);
afterAll(async () => {
  await closeTerminalTranscripts();
  await slack.stop();
}, START_MS);

const named = scenarios.map((scenario) => [scenario.name, scenario] as const);

describe("in the terminal", () => {
  test.each(named)("%s", async (_name, scenario) => {
    await terminalTranscript(scenario);
  });
});

describe("on Slack, with the terminal's figures", () => {
  const onSlack = named.filter(([, { notOn = [] }]) => !notOn.some(({ platform }) => platform === "slack"));
  test.each(onSlack)("%s", async (_name, scenario) => {
    expectSameFigures(await play(slack, scenario), await terminalTranscript(scenario));
  });
});

test("there are at least forty conversations, each with a name of its own", () => {
  expect(scenarios.length).toBeGreaterThanOrEqual(40);
  expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
});
