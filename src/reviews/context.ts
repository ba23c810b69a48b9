import type { Clock } from "#src/clock.ts";
import type { Assessment } from "#src/model/assessment.ts";
import type { Catalog } from "#src/model/catalog.ts";
import type { Origins, Workload, WorkloadInput } from "#src/model/workload.ts";
import type { Records } from "#src/storage/port.ts";
import type { FollowUp } from "#src/understand/follow-up/follow-up.ts";

/** Dates of the prices and quotas a figure was computed with. */
export interface CatalogDates {
  pricesAsOf: string;
  quotasAsOf: string;
}

/** Runs the model; the same input gives the same object back while it is remembered. */
export type Assessor = (
  input: { workload: WorkloadInput | Workload; origins: Origins; outOfScope?: string },
  dates: CatalogDates,
) => Assessment;

/** A description, read: a workload to assess, or a question back. */
export type Described =
  | {
      kind: "workload";
      workload: WorkloadInput;
      origins: Origins;
      /** What was understood in an unexpected way, in words. */
      notes: readonly string[];
      outOfScope?: string;
      /** The parser left figures unused: a language model may know what they are. */
      isOpen: boolean;
    }
  /** `figures`: something of a workload is in the words, though not enough. */
  | { kind: "ask"; message: string; figures: boolean; isOpen: boolean };

/** Words to data; the parser, or the parser helped by a language model. */
export interface Understanding {
  describe(text: string): Described;
  followUp(text: string, workload: Workload): FollowUp;
}

/** Everything a use case works with. One per invocation: `records` is the transaction it runs in. */
export interface ReviewContext {
  records: Records;
  /** The catalog in use now. */
  catalog: Catalog;
  assess: Assessor;
  understanding: Understanding;
  clock: Clock;
  /** A new random number in [0, 1): short ids come from it. */
  random(): number;
}
