import { type Scene, unitsPerMonth } from "#src/model/design.ts";
import type { Meter } from "#src/model/meter.ts";
import { HOURS_PER_MONTH, KB_PER_GB } from "#src/model/units.ts";
import { unitFactors } from "./factors.ts";

const PUT = { group: "hand-off", share: "own", label: "S3 writes between steps" } as const;
const GET = { group: "hand-off", share: "own", label: "S3 reads between steps" } as const;
const STORAGE = { group: "hand-off", share: "own", label: "S3 storage between steps" } as const;
/** Objects passed between steps through S3: written once, read by each reader, stored until they expire. */
export function handoffThroughS3(scene: Scene, meter: Meter): void {
  const { handoff, ratePerSecond, peakToMean } = scene.workload;
  if (handoff.store === "none") return;
  writeObjects(scene, meter);
  const gets = unitsPerMonth(scene.workload) * handoff.objectsPerUnit * handoff.readsPerObject;
  meter.buy(GET, "s3/standard-get-other", gets, 1, () => [
    ...unitFactors(scene),
    { value: handoff.objectsPerUnit, what: "objects", path: "handoff.objectsPerUnit" },
    { value: handoff.readsPerObject, what: "reads each", path: "handoff.readsPerObject" },
  ]);
  const getRate = ratePerSecond * handoff.objectsPerUnit * handoff.readsPerObject;
  meter.use("s3.prefix.get", getRate, getRate * peakToMean);
}

function writeObjects(scene: Scene, meter: Meter): void {
  const { handoff, ratePerSecond, peakToMean } = scene.workload;
  const puts = unitsPerMonth(scene.workload) * handoff.objectsPerUnit;
  meter.buy(PUT, "s3/standard-put-copy-post-list", puts, 1, () => [
    ...unitFactors(scene),
    { value: handoff.objectsPerUnit, what: "objects", path: "handoff.objectsPerUnit" },
  ]);
  const gbMonths = (puts * handoff.objectKb * handoff.retentionHours) / KB_PER_GB / HOURS_PER_MONTH;
  meter.buy(STORAGE, "s3/standard-storage", gbMonths, 1, () => [
    { value: puts, what: "objects" },
    { value: handoff.objectKb, what: "KB each", path: "handoff.objectKb" },
    { value: handoff.retentionHours / HOURS_PER_MONTH, what: "months kept", path: "handoff.retentionHours" },
  ]);
  const putRate = ratePerSecond * handoff.objectsPerUnit;
  meter.use("s3.prefix.put", putRate, putRate * peakToMean);
}

/** One process hands over in memory, but objects that are meant to be kept are still written once. */
export function keptObjects(scene: Scene, meter: Meter): void {
  const { handoff } = scene.workload;
  if (handoff.store === "none" || !scene.keepsObjects) return;
  writeObjects(scene, meter);
  meter.note({ code: "kept-objects-written", retentionHours: handoff.retentionHours });
}
