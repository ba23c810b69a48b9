import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Driver } from "./driver.ts";
import { startTerminalDriver } from "./drivers/terminal-driver.ts";
import { play } from "./play.ts";
import { scenarios } from "./scenarios.ts";

let driver: Driver;
beforeAll(async () => {
  driver = await startTerminalDriver();
});
afterAll(() => driver.stop());

describe("in the terminal", () => {
  test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))("%s", async (_name, scenario) => {
    await play(driver, scenario);
  });
});

test("there are at least forty conversations, each with a name of its own", () => {
  expect(scenarios.length).toBeGreaterThanOrEqual(40);
  expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
});
