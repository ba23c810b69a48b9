import type { Catalog } from "#src/model/catalog.ts";
import { completeReading } from "#src/understand/complete-reading.ts";
import { readFollowUp } from "#src/understand/follow-up/read-follow-up.ts";
import { readDescription } from "#src/understand/read-description.ts";
import type { WorkloadReading } from "#src/understand/reading.ts";
import type { Described, Understanding } from "./context.ts";

/** Understanding by the parser alone: deterministic, no model, no network. */
export function parserUnderstanding(catalog: Catalog): Understanding {
  return {
    describe: (text) => describe(text, catalog),
    followUp: readFollowUp,
  };
}

function describe(text: string, catalog: Catalog): Described {
  const reading = readDescription(text);
  const notes = reading.notes.map((note) => note.text);
  switch (reading.kind) {
    case "ask":
      return { kind: "ask", message: reading.message, figures: reading.code !== "no-workload" };
    case "out-of-scope":
      // Without a volume there is nothing to show beside the refusal.
      return reading.input.ratePerSecond === undefined
        ? { kind: "ask", message: reading.message, figures: true }
        : { kind: "workload", workload: reading.input, origins: reading.origins, notes, outOfScope: reading.topic };
    case "workload":
      return { kind: "workload", ...withRate(reading, catalog), notes };
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
