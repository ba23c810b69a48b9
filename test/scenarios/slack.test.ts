import { afterAll, beforeAll, describe, test } from "vitest";
import type { Driver } from "./driver.ts";
import { startSlackDriver } from "./drivers/slack-driver.ts";
import { closeTerminalTranscripts, terminalTranscript } from "./drivers/terminal-transcript.ts";
import { expectSameFigures } from "./figures.ts";
import { play } from "./play.ts";
import { scenarios } from "./scenarios.ts";

/** Starting the service, the emulator and a terminal to compare with, on a busy machine. */
const START_MS = 120_000;

let driver: Driver;
beforeAll(async () => {
  driver = await startSlackDriver();
}, START_MS);
afterAll(async () => {
  await closeTerminalTranscripts();
  await driver.stop();
}, START_MS);

const played = scenarios.filter(({ notOn = [] }) => !notOn.some(({ platform }) => platform === "slack"));

describe("on Slack, with the terminal's figures", () => {
  test.each(played.map((scenario) => [scenario.name, scenario] as const))("%s", async (_name, scenario) => {
    expectSameFigures(await play(driver, scenario), await terminalTranscript(scenario));
  });
});
