import { addFact, addNote, type Facts } from "#src/understand/facts.ts";
import { takeContractFields, takeWorkload } from "./contract-fields.ts";
import { findJson } from "./find-json.ts";
import { withReadableTables } from "./list-tables.ts";
import { asLines, withOuterKeys } from "./nested-keys.ts";
import { asStateMachine, type MachineReading, readStateMachine } from "./state-machine.ts";

/** What stays to be read as words, and the tasks of a pasted state machine. */
export interface Rest {
  text: string;
  /** Names of the machine's function tasks; empty without one. */
  tasks: readonly string[];
}

/** Takes pasted definitions out of a text: a workload in JSON, an Amazon States Language definition, contract fields. */
export function takePasted(text: string, facts: Facts): Rest {
  const json = findJson(text);
  if (json !== null) {
    const rest = `${text.slice(0, json.start)}\n${text.slice(json.end)}`;
    const machine = asStateMachine(json.value);
    if (machine !== null) {
      const reading = readStateMachine(machine);
      stateMachineFacts(facts, reading);
      return { text: takeContractFields(rest, facts), tasks: reading.tasks.map((task) => task.name) };
    }
    if (takeWorkload(json.value, facts)) return { text: rest, tasks: [] };
    if (hasNesting(json.value)) {
      const lines = `${text.slice(0, json.start)}\n${asLines(json.value)}\n${text.slice(json.end)}`;
      return { text: takeContractFields(lines, facts), tasks: [] };
    }
  }
  return { text: takeContractFields(withReadableTables(withOuterKeys(text)), facts), tasks: [] };
}

function hasNesting(value: unknown): boolean {
  return Object.values(value ?? {}).some((inner) => typeof inner === "object" && inner !== null);
}

function stateMachineFacts(facts: Facts, reading: MachineReading): void {
  const { longest, shortest, tasks } = reading;
  const range = longest === shortest ? {} : { low: shortest, high: longest };
  addFact(facts, {
    path: "orchestration.transitionsPerUnit",
    value: longest,
    origin: "inferred",
    evidence: `longest path of the pasted state machine, ${longest} states`,
    ...range,
  });
  if (reading.hasMap)
    addNote(
      facts,
      "approximate",
      "The state machine has a Map; its inner states are counted once. Say how many items it takes.",
      "orchestration.transitionsPerUnit",
    );
  if (reading.loops)
    addNote(
      facts,
      "approximate",
      "The state machine has a loop; it is counted once.",
      "orchestration.transitionsPerUnit",
    );
  const timeouts = tasks
    .filter((task) => task.timeoutSeconds !== null)
    .map((task) => `${task.name} ${task.timeoutSeconds} s`);
  if (timeouts.length > 0)
    addNote(
      facts,
      "ignored",
      `Timeouts (${timeouts.slice(0, 10).join(", ")}) bound the durations; they are not taken as durations.`,
      "steps",
    );
}
