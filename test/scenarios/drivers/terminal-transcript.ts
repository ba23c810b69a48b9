import type { Driver } from "#test/scenarios/driver.ts";
import { play, type Transcript } from "#test/scenarios/play.ts";
import type { Scenario } from "#test/scenarios/scenario.ts";
import { startTerminalDriver } from "./terminal-driver.ts";

let terminal: Promise<Driver> | null = null;

/** The figures of a conversation as the terminal shows them: what other platforms are held against. */
export async function terminalTranscript(scenario: Scenario): Promise<Transcript> {
  terminal ??= startTerminalDriver();
  return play(await terminal, scenario);
}

/** Stops the terminal that was started for transcripts. */
export async function closeTerminalTranscripts(): Promise<void> {
  await (await terminal)?.stop();
  terminal = null;
}
