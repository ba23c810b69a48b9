import { assertNever } from "#src/errors.ts";
import type { Infeasibility } from "#src/model/statement.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import { count } from "#src/reply/numbers.ts";
import { duration, durationWords, memory, sizeOfKb } from "#src/reply/quantities.ts";
import { quotaAllows } from "./quota.ts";
import { quotaTitle } from "./quota-title.ts";
import { dimensionName } from "./service.ts";

/** Why an architecture cannot run the workload, in the pieces a card needs. */
export interface InfeasibilityWords {
  /** Finishes "…, because": "Lambda stops at 15 minutes". */
  because: string;
  /** What the workload asks for, as a sentence: "resize takes 20 minutes." */
  asks: string;
  /** What would bring the option back, as a sentence. */
  wayBack: string;
  /** Fits a table cell: "step over 15 min". */
  short: string;
}

const STEP_NAME_MAX = 30;

/** "resize", or "One step" where it has no name. */
function stepSubject(name: string): string {
  const text = oneLine(name, STEP_NAME_MAX);
  return text === "" || /^step( \d+)?$/i.test(text) ? "One step" : `Step ${text}`;
}

/** "An ALB hands …" inside a sentence. */
function inSentence(text: string): string {
  return text.replace(/^An? /, (article) => article.toLowerCase());
}

export function infeasibilityWords(why: Infeasibility): InfeasibilityWords {
  switch (why.code) {
    case "step-too-long":
      return {
        because: `Lambda stops at ${durationWords(why.limitMs)}`,
        asks: `${stepSubject(why.step)} takes ${durationWords(why.durationMs)}.`,
        wayBack: `Split it under ${durationWords(why.limitMs)} and it becomes an option again.`,
        short: `step over ${duration(why.limitMs)}`,
      };
    case "step-too-big":
      return {
        because: `Lambda ends at ${memory(why.limitMb)} of memory`,
        asks: `${stepSubject(why.step)} needs ${memory(why.memoryMb)}.`,
        wayBack: `Under ${memory(why.limitMb)} it becomes an option again.`,
        short: `step over ${memory(why.limitMb)}`,
      };
    case "state-payload-too-large":
      return {
        because: `Step Functions passes at most ${sizeOfKb(why.limitKb)} between states`,
        asks: `States pass ${sizeOfKb(why.payloadKb)}.`,
        wayBack: "Pass it through S3 and it becomes an option again.",
        short: `data over ${sizeOfKb(why.limitKb)}`,
      };
    case "request-too-large":
      return {
        because: inSentence(
          quotaAllows(why.quota, sizeOfKb(why.limitKb)) ?? `requests end at ${sizeOfKb(why.limitKb)} there`,
        ),
        asks: `A request carries ${sizeOfKb(why.payloadKb)}.`,
        wayBack: "Upload to S3 directly and it becomes an option again.",
        short: `request over ${sizeOfKb(why.limitKb)}`,
      };
    case "entry-times-out":
      return {
        because: inSentence(
          quotaAllows(why.quota, durationWords(why.limitMs)) ??
            `the entry ends a request after ${durationWords(why.limitMs)}`,
        ),
        asks: `A request takes ${durationWords(why.durationMs)}.`,
        wayBack: "Answer first and work after, and it becomes an option again.",
        short: `request over ${duration(why.limitMs)}`,
      };
    case "history-too-long":
      return {
        because: `an execution's history ends at ${count(why.limit)} events`,
        asks: `One execution writes ${count(why.events, "up")} events.`,
        wayBack: "Split the execution and it becomes an option again.",
        short: `over ${count(why.limit)} events`,
      };
    case "execution-too-long":
      return {
        because: `an execution ends after ${durationWords(why.limitMs)}`,
        asks: `One execution takes ${durationWords(why.durationMs)}.`,
        wayBack: `Under ${durationWords(why.limitMs)} it becomes an option again.`,
        short: `execution over ${duration(why.limitMs)}`,
      };
    case "quota-out-of-reach":
      return {
        because: `the quota "${quotaTitle(why.quota)}" is ${count(why.applied)}`,
        asks: `You need ${count(why.demand, "up")}, and more than ${count(why.reachable)} is not known to be granted.`,
        wayBack: "A lower peak, or a quota AWS has granted you, brings it back.",
        short: "quota out of reach",
      };
    case "no-size-fits":
      return {
        because: `the largest size has ${memory(why.largestMemoryMb)}`,
        asks: `One task needs ${memory(why.needMemoryMb)}.`,
        wayBack: `Under ${memory(why.largestMemoryMb)} it becomes an option again.`,
        short: "no size fits",
      };
    case "unknown-instance-type": {
      const type = oneLine(why.instanceType, 40);
      return {
        because: `the catalog has no instance type ${type}`,
        asks: `You asked for ${type}.`,
        wayBack: "Name a type the catalog has and it becomes an option again.",
        short: "unknown instance type",
      };
    }
    case "misses-latency-target":
      return {
        because: `it reaches ${duration(why.reachedMs, "up")} at p${count(why.percentile)}`,
        asks: `The target is ${duration(why.targetMs)}.`,
        wayBack: `A target over ${duration(why.reachedMs, "up")} brings it back.`,
        short: `p${count(why.percentile)} ${duration(why.reachedMs, "up")}, target ${duration(why.targetMs)}`,
      };
    case "price-missing":
      return {
        because: `the catalog has no price for ${dimensionName(why.service, why.dimension)} in ${oneLine(why.region, 40)}`,
        asks: `${dimensionName(why.service, why.dimension)} in ${oneLine(why.region, 40)} has no price, not even an estimate.`,
        wayBack: "Another region, or a price in the catalog, brings it back.",
        short: "a price is missing",
      };
    default:
      return assertNever(why);
  }
}
