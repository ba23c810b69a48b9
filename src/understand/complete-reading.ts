import { assume } from "#src/model/assume.ts";
import type { Catalog } from "#src/model/catalog.ts";
import type { UnderstoodWorkload } from "#src/model/workload.ts";
import type { WorkloadReading } from "./reading.ts";

/**
 * Completes a reading with the catalog's assumptions. Where only a maximum was said, the mean is that maximum over the
 * assumed peak-to-mean ratio, so that mean x peak is what the person wrote.
 */
export function completeReading(reading: WorkloadReading, catalog: Catalog): UnderstoodWorkload {
  const { input, origins, maximum, isBatch } = reading;
  if (maximum === null) return assume(input, origins, catalog, { isBatch });
  const trial = assume({ ...input, ratePerSecond: maximum.perSecond }, origins, catalog);
  const ratePerSecond = maximum.perSecond / trial.workload.peakToMean;
  const rate = { origin: "inferred" as const, evidence: `${maximum.evidence} is the peak` };
  return assume({ ...input, ratePerSecond }, { ...origins, ratePerSecond: rate }, catalog);
}
