import type { Catalog } from "#src/model/catalog.ts";
import { completeReading } from "#src/understand/complete-reading.ts";
import { readFollowUp } from "#src/understand/follow-up/read-follow-up.ts";
import { readDescription } from "#src/understand/read-description.ts";
import type { Reading, WorkloadReading } from "#src/understand/reading.ts";
import { leavesOpen } from "#src/understand/with-llm.ts";
import type { Described, Understanding } from "./context.ts";

/** Understanding by the parser alone: deterministic, no model, no network. */
export function parserUnderstanding(catalog: Catalog): Understanding {
  return {
    describe: (text) => describedBy(readDescription(text), catalog),
    followUp: readFollowUp,
  };
}

/** A reading of the parser, or of parser and model together, as what a review is begun with. */
export function describedBy(reading: Reading, catalog: Catalog): Described {
  const notes = reading.notes.map((note) => note.text);
  const isOpen = leavesOpen(reading);
  switch (reading.kind) {
    case "ask":
      return { kind: "ask", message: reading.message, figures: reading.code !== "no-workload", isOpen };
    case "out-of-scope": {
      const { input: workload, origins, topic: outOfScope, message } = reading;
      // Without a volume there is nothing to show beside the refusal.
      if (workload.ratePerSecond === undefined) return { kind: "ask", message, figures: true, isOpen };
      return { kind: "workload", workload, origins, notes, outOfScope, isOpen };
    }
    case "workload":
      return { kind: "workload", ...withRate(reading, catalog), notes, isOpen };
  }
}

/** Where only a maximum was said, the mean that follows from it; everything else stays open for the channel to fill. */
function withRate(
  reading: WorkloadReading,
  catalog: Catalog,
): Pick<WorkloadReading, "origins"> & { workload: WorkloadReading["input"] } {
  const { input, origins, maximum } = reading;
  if (maximum === null) return { workload: input, origins };
  const complete = completeReading(reading, catalog);
  const paths = ["ratePerSecond", "peakToMean"];
  const derived = Object.fromEntries(
    paths.flatMap((path) => (complete.origins[path] ? [[path, complete.origins[path]]] : [])),
  );
  const { ratePerSecond, peakToMean } = complete.workload;
  return { workload: { ...input, ratePerSecond, peakToMean }, origins: { ...origins, ...derived } };
}
