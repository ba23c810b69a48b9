import { type Scene, unitsPerMonth } from "#src/model/design.ts";
import type { Meter } from "#src/model/meter.ts";
import { HOURS_PER_MONTH, KB_PER_CHUNK, KB_PER_MB } from "#src/model/units.ts";
import { refuseLargeMessage } from "./entry.ts";
import { unitFactors } from "./factors.ts";

const QUEUE = { group: "entry", share: "shared", label: "queue requests" } as const;
const TOPIC = { group: "entry", share: "shared", label: "topic publishes" } as const;
const BUS = { group: "entry", share: "shared", label: "events on the bus" } as const;
const SHARDS = { group: "entry", share: "shared", label: "stream shards" } as const;
const PUTS = { group: "entry", share: "shared", label: "stream writes" } as const;
/** Kinesis counts a write in units of 25 KB (facts: kinesis rules). */
const KINESIS_UNIT_KB = 25;

/** Queue, topic, bus or stream in front of the work: bought by every architecture, so `shared`. */
export function eventSource(scene: Scene, meter: Meter): void {
  refuseLargeMessage(scene, meter);
  switch (scene.workload.entry.kind) {
    case "sqs":
      return queue(scene, meter);
    case "sns":
      return chunked(scene, meter, TOPIC, "sns/publish-requests", "sns.publish.standard");
    case "eventbridge":
      meter.use("eb.invocations", scene.workload.ratePerSecond, peakRate(scene));
      return chunked(scene, meter, BUS, "eventbridge/custom-events", "eb.putEvents");
    case "kinesis":
      return stream(scene, meter);
    default:
      return;
  }
}

function peakRate(scene: Scene): number {
  return scene.workload.ratePerSecond * scene.workload.peakToMean;
}

function chunksOf(scene: Scene): number {
  return Math.max(1, Math.ceil(scene.workload.entry.requestKb / KB_PER_CHUNK));
}

/** Send, receive and delete, some of them in batches: `sqs.requestsPerMessage`. */
function queue(scene: Scene, meter: Meter): void {
  const { workload, parameters } = scene;
  const each = parameters.sqsRequestsPerMessage * chunksOf(scene);
  meter.buy(QUEUE, "sqs/standard-requests", unitsPerMonth(workload) * each, 1, () => [
    ...unitFactors(scene),
    { value: each, what: "requests a message", path: 'assumptions["sqs.requestsPerMessage"]' },
  ]);
}

function chunked(scene: Scene, meter: Meter, about: typeof TOPIC | typeof BUS, priceId: string, quotaId: string): void {
  const chunks = chunksOf(scene);
  meter.buy(about, priceId, unitsPerMonth(scene.workload) * chunks, 1, () => [
    ...unitFactors(scene),
    ...(chunks === 1 ? [] : [{ value: chunks, what: "chunks of 64 KB", path: "entry.requestKb" }]),
  ]);
  meter.use(quotaId, scene.workload.ratePerSecond, peakRate(scene));
}

/** Provisioned shards for the peak: by records a second or by MB a second, whichever needs more. */
function stream(scene: Scene, meter: Meter): void {
  const { workload, parameters, books } = scene;
  const perPut = parameters.kinesisRecordsPerPut;
  const recordsPerShard = books.quotas.get("kinesis.shard.writeRecords")?.value ?? 1;
  const mbPerShard = books.quotas.get("kinesis.shard.writeMB")?.value ?? 1;
  const byRecords = peakRate(scene) / perPut / recordsPerShard;
  const byMb = (peakRate(scene) * workload.entry.requestKb) / KB_PER_MB / mbPerShard;
  const shards = Math.max(1, Math.ceil(Math.max(byRecords, byMb)));
  meter.buy(SHARDS, "kinesis/provisioned-shard-hour", shards * HOURS_PER_MONTH, 1, () => [
    { value: shards, what: "shards" },
    { value: HOURS_PER_MONTH, what: "h" },
  ]);
  const putKb = workload.entry.requestKb * perPut;
  const unitsPerPut = Math.max(1, Math.ceil(putKb / KINESIS_UNIT_KB));
  meter.buy(PUTS, "kinesis/put-payload-units", (unitsPerMonth(workload) / perPut) * unitsPerPut, 1, () => [
    ...unitFactors(scene),
    { value: unitsPerPut / perPut, what: "units of 25 KB a record", path: "entry.requestKb" },
  ]);
  meter.use("kinesis.shards", shards, shards);
}
