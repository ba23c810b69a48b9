import type { Clause } from "./clauses.ts";
import { type Field, fields } from "./fields.ts";
import { readQuantityToken } from "./tokens.ts";

/** Which steps a value is for: positions, all of them, the last, or nobody said. */
export type StepsMeant = readonly number[] | "all" | "last" | null;

/** A value of a clause with the field it is for. */
export interface Binding {
  field: Field;
  op: "set" | "scale" | "add" | "clear";
  /** Token kind of the value: `ms`, `perday`, `pct` ... */
  kind: string;
  value: number;
  /** What a rate counts. */
  noun: string;
  steps: StepsMeant;
  /** True where the clause names the field; a bare "200 ms" is a weaker sign that a change is meant. */
  named: boolean;
}

/** What is remembered from clause to clause of one sentence. */
export interface Carry {
  steps: StepsMeant;
  field: Field | null;
  /** Kind and unit of the values said for steps: "OCR 5 s, scan 2". */
  unit: { kind: string; factor: number } | null;
}

/** Kinds of value each field takes. */
const takes: Readonly<Record<Field, readonly string[]>> = {
  rate: ["rate", "perday", "perweekday", "perweek", "permonth", "peryear", "n", "x", "pct", "+rate"],
  peak: ["x", "n", "rate", "perday", "perhour"],
  ramp: ["ms"],
  hours: ["hours", "ms", "n"],
  growth: ["grow", "pct", "n"],
  environments: ["n"],
  duration: ["ms", "n", "+ms"],
  memory: ["mb", "n", "+mb"],
  busy: ["pct", "n"],
  cores: ["cores"],
  inflight: ["mb"],
  calls: ["n", "x"],
  batch: ["n"],
  transitions: ["n"],
  executions: ["n"],
  statepayload: ["mb"],
  objects: ["n"],
  reads: ["n", "x"],
  objectsize: ["mb"],
  retention: ["ms"],
  request: ["mb"],
  response: ["mb"],
  connections: ["n"],
  egress: ["mb", "bw"],
  target: ["ms", "ptile", "pct"],
  quota: ["n", "rate"],
  discount: ["pct", "n"],
  freetier: [],
  utilization: ["pct", "n"],
  mintasks: ["n"],
  taskvcpu: ["cores", "n"],
  taskmemory: ["mb"],
  instances: ["n"],
  pervcpu: ["n", "rate"],
  replication: ["n", "x"],
  durable: [],
};

const fieldNames: ReadonlySet<string> = new Set(fields);

function fieldOf(word: string): Field | null {
  if (word === "@takes") return "duration";
  const name = word.startsWith("@") ? word.slice(1).split("=")[0] : undefined;
  return name !== undefined && fieldNames.has(name) ? (fields.find((field) => field === name) ?? null) : null;
}

interface Value {
  op: "set" | "scale" | "add";
  kind: string;
  value: number;
  noun: string;
  unit: number;
  at: number;
}

function valueAt(words: readonly string[], at: number): Value | null {
  const word = words[at] ?? "";
  const factor = /^\*(-?[\d.e+-]+)$/.exec(word);
  if (factor !== null) return { op: "scale", kind: "factor", value: Number(factor[1]), noun: "", unit: 1, at };
  const quantity = readQuantityToken(word);
  if (quantity === null || !Number.isFinite(quantity.value)) return null;
  return { op: quantity.kind.startsWith("+") ? "add" : "set", ...quantity, at };
}

/** What a name stands for beside other words: "latency of charge" is its run time, "our boxes' CPU" the fleet's use. */
function refined(field: Field | null, words: readonly string[]): Field | null {
  const text = words.join(" ");
  if (field === "busy" && fleet.test(text)) return "utilization";
  return field === "target" && words.some((word) => word.startsWith("$")) && !isTarget(words) ? "duration" : field;
}

/** Reads the values of a clause, each for the nearest field that takes it, or the one its kind stands for. */
export function bind(clause: Clause, carry: Carry): { bindings: readonly Binding[]; unbound: number; carry: Carry } {
  const { words } = clause;
  const bindings: Binding[] = [];
  let unbound = 0;
  words.forEach((_, at) => {
    const value = withUnit(valueAt(words, at), words, carry);
    if (value === null) return;
    const named = nearestField(words, value);
    const meant = named ?? defaultField(words, value, carry);
    const field = refined(meant, words);
    if (field === null) unbound += 1;
    else {
      const { op, kind, noun } = value;
      bindings.push({
        field,
        op,
        kind,
        value: value.value,
        noun,
        steps: stepsFor(words, at) ?? carry.steps,
        named: isNamed(words, named) || isData(field, words),
      });
    }
  });
  return {
    bindings,
    unbound,
    carry: { ...carry, steps: lastSteps(words) ?? carry.steps, field: lastField(words) ?? carry.field },
  };
}

/** Fields that a factor can stretch: all but names of things that are on or off. */
const unscalable: ReadonlySet<Field> = new Set<Field>(["quota", "freetier", "durable", "discount", "calls"]);

/** "Our boxes are 30 % busy" is about the fleet, not about the code. */
const fleet = /\b(?:fleet|container|box|boxes|host|server|instance|task|cluster|ec2|ecs|fargate|pod|node)s?\b/;

const dataThing =
  "(?:document|file|image|photo|video|message|request|record|event|page|upload|payload|object|frame|blob)s?|@unit";
const dataIs = new RegExp(`(?:${dataThing}) (?:now )?(?:are|is|average|get|become|of) `);
const someData = new RegExp(`(?<!\\S)(?:${dataThing})(?!\\S)`);
/** Beside a word for data, a size below this is the data's; memory of that size is rare. */
const likelyDataMb = 1024;

/** "Files are 2 GB", "500 KB images", and whatever is too small for a function's memory. */
function isDataSize(text: string, sizeMb: number): boolean {
  return sizeMb < smallestMemoryMb || dataIs.test(text) || (sizeMb < likelyDataMb && someData.test(text));
}

const dataNouns = /\b(?:file|image|photo|video|document|object|frame|payload|blob|upload)s?\b|@unit/;

/** "Raw files are 2 GB": a size beside the data it is of. */
function isData(field: Field, words: readonly string[]): boolean {
  return field === "objectsize" && dataNouns.test(words.join(" "));
}

/** "It takes 2 hours" is said of anything; only beside a step it is sure to be about the workload. */
function isNamed(words: readonly string[], field: Field | null): boolean {
  if (field !== "duration" || words.includes("@duration")) return field !== null;
  return words.some((word) => word.startsWith("$"));
}

/** "Takes" is a verb for many things: every field named by a noun comes first ("the ramp takes 2 minutes"). */
const weakField = 100;

function accepts(field: Field, value: Value): boolean {
  return value.op === "scale" ? !unscalable.has(field) : takes[field].includes(value.kind);
}

/** A percentile or an obligation makes a time a target: "within 10 s at p95", "must answer in 300 ms". */
const obligation =
  /\b(?:must|has to|have to|needs to|need to|should|shall|required to|supposed to|got to) (?:always )?(?:be (?:done|ready|back|served|answered|finished)|respond|answer|return|reply|load|react|@takes|@duration) (?:in|within|under|below|less than|faster than)\b/;

function isTarget(words: readonly string[]): boolean {
  return words.some((word) => word.startsWith("#ptile=")) || obligation.test(words.join(" "));
}

/** A field named in the clause; a factor looks ahead first ("double the memory"), other values take the closest. */
function nearestField(words: readonly string[], value: Value): Field | null {
  if (value.kind === "ms" && isTarget(words) && !words.some((word) => word === "@retention" || word === "@ramp"))
    return "target";
  const near = words.flatMap((word, at) => {
    const field = fieldOf(word);
    if (field === null || !accepts(field, value)) return [];
    const side = at > value.at === (value.op === "scale") ? 0 : 0.5;
    return [{ field, distance: Math.abs(at - value.at) + side + (word === "@takes" ? weakField : 0) }];
  });
  return near.sort((left, right) => left.distance - right.distance)[0]?.field ?? null;
}

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

const ends =
  /^(?:run|runs|finish|finishes|finished|complete|completes|done|execute|executes|process|processes|handled?|respond|responds|answers?|\$\S+)$/;
const bound = /#ptile=|\b(?:under|below|within|less than|faster than|<)\b/;

/** "In 5 minutes" says when; "run in 40 ms" how long; "under 80 ms" what must hold. */
function bareTime(words: readonly string[], at: number): Field | null {
  if (words[at - 1] === "in" && !ends.test(words[at - 2] ?? "")) return null;
  return bound.test(words.join(" ")) ? "target" : "duration";
}

function defaultField(words: readonly string[], value: Value, carry: Carry): Field | null {
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
      return isDataSize(text, value.value) ? "objectsize" : "memory";
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
      return "rate";
    case "factor":
      return factorField(text, carry);
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

/** "Twice as many orders", "double it" after a field was named, "what if it doubles". */
function factorField(text: string, carry: Carry): Field | null {
  if (things.test(text)) return "rate";
  if (/\$/.test(text)) return null;
  return itself.test(text) ? (carry.field ?? "rate") : null;
}

/** A plain number beside a step is in the unit of the others: "OCR 5 s, scan 2". */
function withUnit(value: Value | null, words: readonly string[], { unit }: Carry): Value | null {
  if (value?.kind !== "n" || unit === null || !words.some((word) => word.startsWith("$"))) return value;
  if (words.some((word) => fieldOf(word) !== null && fieldOf(word) !== "duration" && fieldOf(word) !== "memory"))
    return value;
  return { ...value, kind: unit.kind, value: value.value * unit.factor };
}

/** The unit of the first value that stands beside a step. */
export function stepUnit(clauses: readonly Clause[]): Carry["unit"] {
  for (const { words } of clauses) {
    const token = words.find((word) => /^#(?:ms|mb)=/.test(word));
    const quantity = token === undefined ? null : readQuantityToken(token);
    if (quantity !== null && words.some((word) => word.startsWith("$")))
      return { kind: quantity.kind, factor: quantity.unit };
  }
  return null;
}

/** "charge at 512": a plain number beside a step is memory where it looks like a memory size. */
function plainNumberField(words: readonly string[], value: Value): Field | null {
  const besideStep = words.some((word) => word.startsWith("$"));
  const memoryLike = value.value >= smallestMemoryMb && value.value <= 10_240 && value.value % 64 === 0;
  return besideStep && memoryLike ? "memory" : null;
}

function stepsAt(word: string | undefined): StepsMeant {
  const match = /^\$(\*|last|\d+(?:,\d+)*)$/.exec(word ?? "");
  if (match?.[1] === undefined) return null;
  if (match[1] === "*") return "all";
  return match[1] === "last" ? "last" : match[1].split(",").map(Number);
}

/** The steps named closest before a value, else closest after it. */
function stepsFor(words: readonly string[], at: number): StepsMeant {
  for (let back = at - 1; back >= 0; back -= 1) {
    const steps = stepsAt(words[back]);
    if (steps !== null) return steps;
  }
  for (let on = at + 1; on < words.length; on += 1) {
    const steps = stepsAt(words[on]);
    if (steps !== null) return steps;
  }
  return null;
}

function lastSteps(words: readonly string[]): StepsMeant {
  return words.reduce<StepsMeant>((last, word) => stepsAt(word) ?? last, null);
}

function lastField(words: readonly string[]): Field | null {
  return words.reduce<Field | null>((last, word) => fieldOf(word) ?? last, null);
}
