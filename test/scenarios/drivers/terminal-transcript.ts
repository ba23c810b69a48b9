import type { Driver } from "#test/scenarios/driver.ts";
import { play, type Transcript } from "#test/scenarios/play.ts";
import type { Scenario } from "#test/scenarios/scenario.ts";
import { startTerminalDriver } from "./terminal-driver.ts";

let terminal: Promise<Driver> | null = null;
const played = new Map<Scenario, Promise<Transcript>>();

/** A conversation as it went in the terminal, played once: its figures are what other platforms are held against. */
export function terminalTranscript(scenario: Scenario): Promise<Transcript> {
  const transcript = played.get(scenario) ?? playInTerminal(scenario);
  played.set(scenario, transcript);
  return transcript;
}

async function playInTerminal(scenario: Scenario): Promise<Transcript> {
  terminal ??= startTerminalDriver();
  return play(await terminal, scenario);
}

/** Stops the terminal that was started for transcripts. */
export async function closeTerminalTranscripts(): Promise<void> {
  await (await terminal)?.stop();
  terminal = null;
  played.clear();
}
