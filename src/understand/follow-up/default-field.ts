import { crowd } from "./directions.ts";
import type { Field } from "./fields.ts";
import { fleet, leastMemoryMb } from "./named-field.ts";
import type { Value } from "./values.ts";

const nounFields: Readonly<Record<string, Field>> = {
  transition: "transitions",
  state: "transitions",
  object: "objects",
  put: "objects",
  write: "objects",
  read: "reads",
  connection: "connections",
};

/** Smallest memory a Lambda function can have, MB: a smaller size is data. */
const smallestMemoryMb = 128;

const set = /\b(?:not|should be|make it|instead of|rather than)\b/;
/** "Sensors send 2 KB": a size below a megabyte is data. */
const sends = /\b(?:sends?|sent|sending|weighs?|carr(?:y|ies)|posts?|uploads?|delivers?|each|apiece|perunit|per)\b/;

const dataThing =
  "(?:document|file|image|photo|video|message|request|record|event|page|upload|payload|object|frame|blob)s?|@unit|@objects|@request|perunit";
const dataIs = new RegExp(`(?:${dataThing}) (?:now )?(?:are|is|average|get|become|of) `);
const someData = new RegExp(`(?<!\\S)(?:${dataThing})(?!\\S)`);
/** Beside a word for data, a size below this is the data's; memory of that size is rare. */
const likelyDataMb = 1024;

/** "Files are 2 GB", "500 KB images". */
function isDataSize(text: string, sizeMb: number): boolean {
  return dataIs.test(text) || (sizeMb < likelyDataMb && someData.test(text));
}

const ends =
  /^(?:run|runs|finish|finishes|finished|complete|completes|done|execute|executes|process|processes|handled?|respond|responds|answers?|\$\S+)$/;
const bound = /#ptile=|\b(?:under|below|within|less than|faster than|<)\b/;

/** "In 5 minutes" says when; "run in 40 ms" how long; "under 80 ms" what must hold. */
function bareTime(words: readonly string[], at: number): Field | null {
  if (words[at - 1] === "in" && !ends.test(words[at - 2] ?? "")) return null;
  return bound.test(words.join(" ")) ? "target" : "duration";
}

/**
 * The field a value stands for where the clause names none.
 *
 * @param before the field that was named last, which "double it" means
 */
export function defaultField(
  words: readonly string[],
  value: Value,
  before: Field | null,
  supposed: boolean,
): Field | null {
  const text = words.join(" ");
  switch (value.kind) {
    case "rate":
      return nounFields[value.noun] ?? "rate";
    case "perday":
    case "perweekday":
    case "perweek":
    case "permonth":
    case "peryear":
    case "+rate":
      return "rate";
    case "ms":
      return bareTime(words, value.at);
    case "+ms":
      return "duration";
    case "mb":
      if (isDataSize(text, value.value)) return "objectsize";
      if (value.value > 0 && value.value < 1) return sends.test(text) || set.test(text) ? "objectsize" : null;
      return value.value >= smallestMemoryMb ||
        (text.includes("$") && (value.value <= 0 || value.value >= leastMemoryMb))
        ? "memory"
        : null;
    case "+mb":
      return "memory";
    case "ptile":
      return "target";
    case "grow":
      return "growth";
    case "hours":
      return "hours";
    case "cores":
      return /\b(?:task|container|fargate|pod|box)s?\b/.test(text) ? "taskvcpu" : "cores";
    case "x":
      return /\$(?!\*)/.test(text) ? null : "rate";
    case "factor":
      return factorField(text, before, supposed);
    case "pct":
      return fleet.test(text) ? "utilization" : null;
    case "n":
      return plainNumberField(words, value);
    default:
      return null;
  }
}

const things =
  /@unit|\b(?:request|order|message|event|user|customer|call|document|photo|image|video|job|hit|invocation|device|sensor|client|upload|record)s?\b/;
const itself =
  /\b(?:it|that|this|them|everything|those|things)\b(?! (?:week|month|year|time|morning|evening|night|quarter|sprint))(?!'s (?!double|triple))/;

const said =
  /\bwhat (?:we|you|i|it|they|is|was|were|are)\b|^(?:an? |just |maybe |about |like |so |say |and |but |or |ok |, )*\*\S+ (?:more|less)(?: please| then| perhaps| maybe)?$/;
const weWill = /\b(?:we|it)(?:'ll|'d| will| would| expect| plan| hope| could| might| may| should)\b/;
/** "Half of our users are in Spain" tells which half. */
const shareOf =
  /\*0\.\d+ (?:\S+ ){0,2}(?:users?|customers?|clients?|members?|visitors?|people|devices?) (?:are|is|live|lives|come|speak|use|uses|have|has|say|says|think|like|want|prefer|hate|complain)\b/;
const someCrowd = new RegExp(`(?<!\\S)${crowd}(?!\\S)`);
const onlyCrowd = new RegExp(`^(?:(?:with|at|just|only|say|maybe) )*\\*\\S+ (?:the |as many |more )?${crowd}$`);

/**
 * "Twice as many orders", "double it" after a field was named, "what if it doubles", "we'll triple by spring", "twice what
 * we said". People are the load only in a what-if: half the people may just not care.
 */
function factorField(text: string, before: Field | null, supposed: boolean): Field | null {
  if (!supposed && shareOf.test(text)) return null;
  if (things.test(text) || (supposed && someCrowd.test(text)) || onlyCrowd.test(text)) return "rate";
  if (/\$/.test(text)) return null;
  return itself.test(text) || said.test(text) || weWill.test(text) ? (before ?? "rate") : null;
}

/** "charge at 512": a plain number beside a step is memory where it looks like a memory size. */
function plainNumberField(words: readonly string[], value: Value): Field | null {
  const besideStep = words.some((word) => word.startsWith("$"));
  const memoryLike = value.value >= smallestMemoryMb && value.value <= 10_240 && value.value % 64 === 0;
  return besideStep && memoryLike ? "memory" : null;
}
