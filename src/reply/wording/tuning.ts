import { oneLine } from "#src/reply/clean-text.ts";

interface TuningWording {
  /** Finishes "Tuned means …". */
  what: string;
  /** Subject of "… cost $8.4k": what is left after the tuning. */
  result: string;
  /** "cost" or "costs". */
  plural: boolean;
  /** What the tuning drops from the bill. */
  drops: string;
}

const tunings: Readonly<Record<string, TuningWording>> = {
  "http-api": {
    what: "an HTTP API in place of the REST API",
    result: "the same functions behind an HTTP API",
    plural: true,
    drops: "the REST API's price per request",
  },
  alb: {
    what: "an ALB in place of API Gateway",
    result: "the same functions behind an ALB",
    plural: true,
    drops: "API Gateway's price per request",
  },
  "function-url": {
    what: "a function URL in place of API Gateway",
    result: "the same functions behind a function URL",
    plural: true,
    drops: "API Gateway's price per request",
  },
  express: {
    what: "Step Functions Express in place of Standard",
    result: "the same flow on Step Functions Express",
    plural: false,
    drops: "the price per state",
  },
  "express-batched-handoff": {
    what: "Step Functions Express and one object in place of several",
    result: "the same flow on Express with one object a time",
    plural: false,
    drops: "the price per state and most S3 requests",
  },
  "one-function": {
    what: "all steps in one Lambda",
    result: "the same steps in one Lambda",
    plural: true,
    drops: "the orchestration and the hand-off between steps",
  },
  "durable-function": {
    what: "a Lambda durable function in place of Step Functions",
    result: "the same flow as a durable function",
    plural: false,
    drops: "most of the price per state",
  },
  "provisioned-base": {
    what: "provisioned concurrency for the base load",
    result: "the same functions with a provisioned base",
    plural: true,
    drops: "part of the price of compute time",
  },
};

function wordingOf(tuning: string): TuningWording {
  const words = oneLine(tuning, 60).replace(/-/g, " ");
  return tunings[tuning] ?? { what: words, result: `the same with ${words}`, plural: false, drops: "part of it" };
}

/** Several tunings may be joined: `express+alb`. */
function split(tuning: string): readonly string[] {
  const parts = tuning.split(/\s*[+,]\s*/).filter((part) => part !== "");
  return parts.length === 0 ? [tuning] : parts;
}

/** "all steps in one Lambda", "an ALB in place of API Gateway and all steps in one Lambda". */
export function tuningWhat(tuning: string): string {
  return split(tuning)
    .map((part) => wordingOf(part).what)
    .join(" and ");
}

/** "the same steps in one Lambda cost": subject and verb, the figure follows. */
export function tuningResultCosts(tuning: string): string {
  const [first = tuning, ...rest] = split(tuning);
  const wording = wordingOf(first);
  if (rest.length > 0)
    return `${wording.result}, with ${tuningWhat(rest.join("+"))}, ${wording.plural ? "cost" : "costs"}`;
  return `${wording.result} ${wording.plural ? "cost" : "costs"}`;
}

/** "the price per state". */
export function tuningDrops(tuning: string): string {
  return split(tuning)
    .map((part) => wordingOf(part).drops)
    .join(" and ");
}
