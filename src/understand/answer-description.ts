import { assume } from "#src/model/assume.ts";
import type { Catalog } from "#src/model/catalog.ts";
import type { Origins, UnderstoodWorkload, Workload } from "#src/model/workload.ts";
import { completeReading } from "./complete-reading.ts";
import type { AskReading, OutOfScopeTopic, Reading, WorkloadReading } from "./reading.ts";

/** A question to the person: which leaf, what to ask, why it matters. */
export interface Question {
  path: string;
  question: string;
  why: string;
}

/** What the `understand` command prints. */
export interface DescriptionAnswer {
  kind: "workload" | "ask" | "out-of-scope";
  code?: AskReading["code"];
  topic?: OutOfScopeTopic;
  message?: string;
  /** Complete for a workload; without the missing rate where that is asked for. */
  workload?: Workload | Omit<Workload, "ratePerSecond">;
  origins: Origins;
  questions: Question[];
  notes: string[];
}

function withoutRate(reading: Exclude<Reading, { kind: "workload" }>, catalog: Catalog) {
  const { workload, origins } = assume({ ...reading.input, ratePerSecond: 1 }, reading.origins, catalog);
  const { ratePerSecond: _, ...rest } = workload;
  const { ratePerSecond: __, ...known } = origins;
  return { workload: rest, origins: known };
}

function completed(reading: Exclude<Reading, { kind: "workload" }>, catalog: Catalog) {
  const nothing = Object.keys(reading.input).length === 0;
  if (nothing) return { origins: reading.origins };
  return reading.input.ratePerSecond === undefined
    ? withoutRate(reading, catalog)
    : assume(reading.input, reading.origins, catalog);
}

/** The answer for a workload that is already completed, with what is still worth asking. */
export function answerWorkload(
  { notes }: WorkloadReading,
  understood: UnderstoodWorkload,
  questions: Question[],
): DescriptionAnswer {
  return { kind: "workload", ...understood, questions, notes: notes.map((note) => note.text) };
}

/** Puts a reading into the form other programs get: completed by the catalog's assumptions, notes as sentences. */
export function answerDescription(reading: Reading, catalog: Catalog): DescriptionAnswer {
  const notes = reading.notes.map((note) => note.text);
  switch (reading.kind) {
    case "workload":
      return answerWorkload(reading, completeReading(reading, catalog), []);
    case "ask": {
      const question = { path: reading.path ?? "", question: reading.message, why: "It cannot be assumed." };
      const { code, message } = reading;
      return {
        kind: "ask",
        code,
        message,
        ...completed(reading, catalog),
        questions: reading.path === null ? [] : [question],
        notes,
      };
    }
    case "out-of-scope": {
      const { topic, message } = reading;
      return { kind: "out-of-scope", topic, message, ...completed(reading, catalog), questions: [], notes };
    }
  }
}
