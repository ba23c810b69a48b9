import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Driver } from "./driver.ts";
import { startDiscordDriver } from "./drivers/discord-driver.ts";
import { startSlackDriver } from "./drivers/slack-driver.ts";
import { closeTerminalTranscripts, terminalTranscript } from "./drivers/terminal-transcript.ts";
import { expectSameFigures } from "./figures.ts";
import { play } from "./play.ts";
import { scenarios } from "./scenarios.ts";

/** Starting a service and what it talks to on a busy machine. */
const START_MS = 120_000;

const named = scenarios.map((scenario) => [scenario.name, scenario] as const);
afterAll(closeTerminalTranscripts, START_MS);

/** The conversations a platform can have, on its driver, held against how they went in the terminal. */
function onPlatform(platform: "slack" | "discord", start: () => Promise<Driver>): void {
  let driver: Driver;
  beforeAll(async () => {
    driver = await start();
  }, START_MS);
  afterAll(() => driver.stop(), START_MS);
  const played = named.filter(([, { notOn = [] }]) => !notOn.some((one) => one.platform === platform));
  test.each(played)("%s", async (_name, scenario) => {
    expectSameFigures(await play(driver, scenario), await terminalTranscript(scenario));
  });
}

describe("in the terminal", () => {
  test.each(named)("%s", async (_name, scenario) => {
    await terminalTranscript(scenario);
  });
});

describe("on Slack, with the terminal's figures", () => onPlatform("slack", startSlackDriver));

describe("on Discord, with the terminal's figures", () => onPlatform("discord", startDiscordDriver));

test("there are at least forty conversations, each with a name of its own", () => {
  expect(scenarios.length).toBeGreaterThanOrEqual(40);
  expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
});
