import { afterAll, beforeAll, describe, test } from "vitest";
import type { Driver } from "#test/scenarios/driver.ts";
import { startDiscordDriver } from "#test/scenarios/drivers/discord-driver.ts";
import { closeTerminalTranscripts, terminalTranscript } from "#test/scenarios/drivers/terminal-transcript.ts";
import { expectSameFigures } from "#test/scenarios/figures.ts";
import { play } from "#test/scenarios/play.ts";
import { scenarios } from "#test/scenarios/scenarios.ts";

/** Starting the service, the twin and a terminal to compare with, on a busy machine. */
const START_MS = 120_000;

let driver: Driver;
beforeAll(async () => {
  driver = await startDiscordDriver();
}, START_MS);
afterAll(async () => {
  await closeTerminalTranscripts();
  await driver.stop();
}, START_MS);

const played = scenarios.filter(({ notOn = [] }) => !notOn.some(({ platform }) => platform === "discord"));

describe("on Discord, with the terminal's figures", () => {
  test.each(played.map((scenario) => [scenario.name, scenario] as const))("%s", async (_name, scenario) => {
    expectSameFigures(await play(driver, scenario), await terminalTranscript(scenario));
  });
});
