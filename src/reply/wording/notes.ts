import { assertNever } from "#src/errors.ts";
import type { EstimateNote, ModelNote, Risk } from "#src/model/statement.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import { factDate } from "#src/reply/dates.ts";
import { count, percent } from "#src/reply/numbers.ts";
import { duration, volumeOfGb } from "#src/reply/quantities.ts";
import { capital } from "#src/reply/sentence-case.ts";
import { quotaTitle } from "./quota-title.ts";
import { stepList } from "./step-list.ts";

/** "1 price is", "3 prices are". */
function prices(number: number): string {
  return number === 1 ? "1 price is" : `${count(number)} prices are`;
}

/** What an estimate contains or leaves out, as a sentence. */
export function estimateNoteWords(note: EstimateNote): string {
  switch (note.code) {
    case "logs-sampled":
      return `Logs are sampled: ${volumeOfGb(note.keptGb)} of ${volumeOfGb(note.fullGb)} a month are kept.`;
    case "runs-as":
      return runMode(note.mode);
    case "estimated-prices":
      return `${prices(note.count)} estimated from another region.`;
    case "durable-writes":
      return `State that must not be lost is written to DynamoDB, ${note.perUnit === 1 ? "once" : `${count(note.perUnit)} times`} for each unit of work.`;
    case "kept-objects-written":
      return `Objects kept ${count(note.retentionHours)} h are still written to S3.`;
    case "queue-boundary":
      return `One queue message joins the two halves; ${stepList(note.movedSteps)} ${note.movedSteps.length === 1 ? "runs" : "run"} in containers.`;
    case "commitment-covers":
      return `The commitment covers ${percent(note.share)} of the capacity.`;
    case "stated-fleet-too-small":
      return `The fleet you gave is too small: ${count(note.needUnits, "up")} needed, ${count(note.statedUnits)} stated.`;
    case "slower-than-lambda":
      return `One request gets ${count(note.vcpu)} vCPU here and ${count(note.lambdaVcpu)} on Lambda: slower.`;
    case "provisioned-concurrency-needed":
      return `${percent(note.coldShare, "up")} of calls start cold: provisioned concurrency is included.`;
    case "connections-held":
      return `${count(note.connections)} connections are held open.`;
    default:
      return assertNever(note);
  }
}

function runMode(mode: "service" | "worker" | "job"): string {
  switch (mode) {
    case "service":
      return "Runs as a service: at least two tasks, round the clock, behind a load balancer.";
    case "worker":
      return "Runs as a worker on the queue or stream, without a load balancer.";
    case "job":
      return "Runs as a job: started for the work, gone after it.";
    default:
      return assertNever(mode);
  }
}

/** A note on the review as a whole, as a sentence. */
export function modelNoteWords(note: ModelNote): string {
  switch (note.code) {
    case "prices-older-than-asked":
      return `Prices of ${factDate(note.used)} stand in: there are none as of ${factDate(note.asked)}.`;
    case "region-estimated":
      return `${prices(note.count)} not published for ${oneLine(note.region, 40)}: estimated from us-east-1, ±20%.`;
    case "out-of-scope":
      return `${outOfScopeTopic(note.topic)} is not part of the model.`;
    case "free-tier-on":
      return "The free tier is counted.";
    case "latency-target-missed-by-all":
      return `No design here is likely to meet your p${note.percentile} of ${duration(note.targetMs)}: the fastest takes about ${duration(note.reachedMs, "up")}.`;
    case "unread":
      return `Not read: "${oneLine(note.text, 80)}".`;
    default:
      return assertNever(note);
  }
}

const topics: readonly [RegExp, string][] = [
  [/gpu/i, "GPU work"],
  [/(other|another)[- ]?cloud|azure|gcp|google/i, "Another cloud"],
  [/data[- ]?(store|base)|database/i, "A data store as the main cost"],
];

/** The topic as the start of a sentence: "GPU work". */
export function outOfScopeTopic(topic: string): string {
  const known = topics.find(([pattern]) => pattern.test(topic));
  if (known !== undefined) return known[1];
  const text = oneLine(topic, 60).replace(/-/g, " ");
  return text === "" ? "This" : capital(text);
}

/** The quota a risk is about, as the start of a sentence. */
function quotaOf({ subject }: Risk): string {
  return subject === undefined ? "A quota" : `The quota "${quotaTitle(subject)}"`;
}

/** A risk that holds whatever the figures say, as a sentence. */
export function riskWords(risk: Risk): string {
  const figure = risk.figure;
  switch (risk.code) {
    case "recursive-trigger":
      return "The function writes where it is triggered from: guard against a loop that feeds itself.";
    case "raise-needed-first":
      return `${quotaOf(risk)} has to be raised first${figure === undefined ? "" : `: as it stands it holds to ${percent(figure)} of the load`}.`;
    case "account-vcpu-check":
      return `${quotaOf(risk)} must reach ${figure === undefined ? "the peak" : count(Math.ceil(figure))} in your account: new accounts start far lower.`;
    case "at-least-once":
      return "A step may run twice: it must be safe to repeat.";
    case "single-deployment":
      return "One process is deployed, scaled and failed as one.";
    case "spot-interruption":
      return "Spot capacity can be taken away at two minutes' notice.";
    case "estimated-prices":
      return `${figure === undefined ? "Some prices are" : prices(figure)} estimated from another region.`;
    case "judgement-inputs":
      return `${figure === undefined ? "Most" : percent(figure)} of the spread comes from inputs that are judgement, not measurement.`;
    case "downstream-connections":
      return `${figure === undefined ? "Each Lambda" : `Up to ${count(figure, "up")} Lambdas`} may open a database connection at once.`;
    case "burst-ramp":
      return `The peak builds up${figure === undefined ? "" : ` in ${count(figure)} min`} faster than containers follow.`;
    default:
      return assertNever(risk.code);
  }
}
